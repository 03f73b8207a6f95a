/** Who opened what is sealed. */
export const openings = {
  openings: {
    mine: 'Who opened what is sealed of me',
    mineNote:
      'Identity card and account are sealed; each opening needs a purpose and is listed here.',
    all: 'Openings of what is sealed',
    allNote:
      'Each opening of an identity card, of an account, and of who objected: who, when, why. Who objected is read with the case, and noted once a day for each reader.',
    none: 'Nothing opened yet',
    field: {
      idCard: 'identity card',
      bankAccount: 'bank account',
      relative: 'name of a relative',
      objector: 'who objected',
    },
  },
} as const
