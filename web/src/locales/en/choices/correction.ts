/** Putting a paid distribution right. */
export const correction = {
  cost_late: 'a cost came late',
  refund: 'a refund',
  income_wrong: 'the income was wrong',
  share_wrong: 'a share was wrong',
  other_cause: 'another cause',
  entry_error: 'entered in error',
  repaid: 'given back',
  written_off: 'written off with approval',
  tax_set_off: 'tax withheld set off',
} as const
