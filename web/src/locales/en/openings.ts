/** Who opened what is sealed. */
export const openings = {
  openings: {
    mine: 'Who opened what is sealed of me',
    mineNote:
      'Identity card and account are sealed; each opening needs a purpose and is listed here.',
    all: 'Openings of what is sealed',
    allNote:
      'Each opening of an identity card, an account or the contact of an objector: who, when, why.',
    none: 'Nothing was opened',
    field: {
      idCard: 'identity card',
      bankAccount: 'bank account',
      objector: 'contact of an objector',
    },
  },
} as const
