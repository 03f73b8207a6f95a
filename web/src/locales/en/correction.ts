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
    note: 'What was paid before counts towards what is due now; what is too much is given back, or written off, before the case closes.',
  },
} as const
