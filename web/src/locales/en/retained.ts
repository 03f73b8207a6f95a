/** What the institution keeps of distributions, and what for. */
export const retained = {
  retained: {
    title: 'Income kept by the institution',
    lead: 'By the day of payout, as the plans that were paid say. What was spent is in the accounts of the institution.',
    none: 'Nothing was kept in this year',
    noneHint: 'Once a plan is paid, what the institution keeps of it stands here.',
    all: 'In all',
    unsaid: 'Purpose not said',
    unsaidHint:
      'A plan can say what the institution keeps its part for. While some do not, what the law asks cannot be judged.',
    departmentHint: 'Nobody said what for: what the law asks cannot be judged.',
    law: 'What the law asks of its use',
    missing: 'Not known yet: ',
    byCase: 'Payout by payout',
    case: 'Case',
    kept: 'Kept',
    purposes: 'Kept for',
    closed: 'A case closed to you',
  },
}
