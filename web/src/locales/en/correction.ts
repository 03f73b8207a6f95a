/** A paid distribution that is put right. */
export const correction = {
  correction: {
    reversed: 'reversed',
    title: 'Settlement of the correction',
    name: 'Person',
    had: 'Had before',
    due: 'Due now',
    toPay: 'To be paid',
    toReturn: 'To give back',
    inShares: 'in shares',
    owedTitle: 'A payment came back and is not made again yet',
    owedNote:
      'It is owed to them still: pay it again in a payout batch, or record it where it was paid by hand. Once the distribution is reversed it is not paid again.',
    note: 'What was paid before counts towards what is due now; what is too much is given back, or written off, before the case closes.',
  },
} as const
