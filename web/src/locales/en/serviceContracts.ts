/** Commissioned work: its sums, and what of it may count in appraisals. */
export const serviceContracts = {
  serviceContracts: {
    title: 'Commissioned work',
    lead: 'Amounts, receipts and rewards of development, consulting and service; rewards follow the institution’s own rule, see each case.',
    search: 'Contract or client',
    none: 'No commissioned work',
    noneHint: 'Contracts signed in cases of commissioned work, or imported, appear here.',
    totals_one: '{{count}} contract in all',
    totals_other: '{{count}} contracts in all',
    contract: 'Contract',
    kind: 'Kind',
    client: 'Client',
    registration: 'Registration',
    registrations: { registered: 'Registered', open: 'Not registered' },
    signedFrom: 'Signed from',
    signedTo: 'to',
    amount: 'Amount',
    received: 'Received',
    rewarded: 'Rewards',
    recognition: 'In appraisals',
    recognitions: {
      counts: 'May count',
      excluded: 'Related, left out',
      unknown: 'Not declared in full',
    },
    undeclared: 'To declare: {{names}}',
    recognitionApart:
      'Appraisals and rewards are two things: who is left out of the one may share in the other by the rule of the house.',
    recognitionNote:
      'Where a member of the team or close family has to do with the client it does not count; each is compared with what was declared.',
    reward: {
      title: 'Reward',
      lines: {
        income: 'Received under the contract',
        taxes: 'Taxes and direct costs',
        performance: 'Costs of performing it',
        ratio: 'Costs by a fixed ratio',
      },
      parts: { paid: 'Paid as reward', planned: 'Planned as reward', rest: 'The rest stays here' },
      plan: 'Plan of the reward',
      awaited_one: '{{count}} word awaited',
      awaited_other: '{{count}} words awaited',
      agreed: 'All agreed, waits to be paid',
      share: 'Share',
      sharesSum: 'Shares together',
      byRule:
        'Left empty, the total is what the house’s rule in the register gives; each part follows to the fen.',
      paidOut: 'Paid out',
      reversed: 'Reversed',
      held: 'Too much since it was reversed',
      heldHint:
        'The reward paid afresh takes it in first; what is left is given back or written off.',
      kind: 'Service contract',
    },
  },
} as const
