/** What came to somebody themselves: rewards, bonuses, equity. */
export const myMoney = {
  myMoney: {
    title: 'My income',
    every: 'All entries',
    none: 'No reward, bonus or equity yet.',
    rewards: 'Rewards of transfers, net',
    bonuses: 'Bonuses at grant',
    beforeTax: 'before tax; some of the tax is not recorded',
    open: 'still to be paid',
    equity: 'Equity as an award',
    equityNote:
      'Your own part of companies and what fell on it of dividends; the company pays them, and its vouchers show what arrived.',
    others: 'Other contributors',
    share: 'Share now',
    changes: 'How it changed',
    dividends: 'Dividends, by your share',
    notProposed: 'No bonus proposed yet',
    nameShared:
      'Somebody else here bears your name. Bonuses entered by the name alone are not listed; ask finance about them.',
    states: {
      proposed: 'Waits for approval',
      approved: 'To be paid',
      paid: 'Paid',
      withdrawn: 'Withdrawn',
    },
  },
} as const
