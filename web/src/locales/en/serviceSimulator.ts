/** What the simulator of commissioned work says. */
export const serviceSimulator = {
  serviceSimulator: {
    title: 'Service contract simulator',
    lead: 'What development, consulting and service contracts would come to under the laws of several places, worked out in this browser as for real; nothing is recorded. The amounts and the share to begin with are examples.',
    toDeal: 'Simulate a transfer',
    contract: 'Contract and costs',
    reward: 'The reward',
    method: 'How net income is worked out',
    methods: {
      actual_cost: 'less the actual costs of performing it',
      fixed_ratio: 'less costs by a fixed ratio',
    },
    ratio: 'Fixed ratio of costs',
    ratioBy: 'Who sets the ratio',
    setters: { institution: 'the institution’s rule', finance: 'finance', nobody: 'nobody' },
    payments: 'Payments and costs',
    on: 'Received on',
    amount: 'Amount received',
    taxes: 'Taxes and direct costs',
    costs: 'Costs of performing it',
    addPayment: 'Add a payment',
    paymentsHint:
      'Each payment is settled and shared out on its day. By a fixed ratio the costs of performing it may stay empty.',
    by: 'Taken by',
    bys: { own: 'the share typed here', house: 'the institution’s rule for service contracts' },
    noHouseRule:
      'On the day of the first payment the institution has no rule for service contracts; the share typed here counts meanwhile.',
    share: 'Share set by the rule',
    shareHint: 'Of the net income',
    isRuled: 'The institution has a rule on rewards of service contracts',
    leads: 'In a leading post',
    lines: {
      income: 'Received under the contract',
      taxes: 'Taxes and direct costs',
      performance: 'Costs of performing it',
      ratio: 'Costs by a fixed ratio',
    },
    notCounted: 'not deducted',
    sums: { net: 'Net income', reward: 'Reward', kept: 'Kept by the institution' },
    settledSoFar: 'Net income so far',
    nothingLeft: 'the rule leaves nothing more to pay',
    pay: 'Wages, performance pay and insurance when it is paid',
    assumptions:
      'Supposed: the contract is registered and accepted, and related interests are declared. After tax all of it is added to the comprehensive income of the year, as an estimate. Where a place says nothing of service contracts, the least net income stands, less all costs. Drafts are for comparing only.',
  },
} as const
