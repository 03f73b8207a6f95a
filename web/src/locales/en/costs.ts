import type { Shape } from '../shape.ts'
import type { costs as zh } from '../zh/costs.ts'

/** What deals cost, and the sums of their distributions. */
export const costs: Shape<typeof zh> = {
  costs: {
    title: 'Deal costs',
    note: 'Taxes and costs recorded in transfer cases: the voucher, which distribution deducted them, and what is left. A cost is deducted once.',
    none: 'No costs recorded',
    noneHint: 'Costs that finance records in transfer cases appear here.',
    case: 'Case',
    kind: 'Kind of cost',
    voucher: 'Voucher',
    amount: 'Amount',
    taken: 'Deducted by distributions',
    left: 'Left',
    state: 'State',
    states: { open: 'partly left', deducted: 'deducted', withdrawn: 'withdrawn' },
    from: 'Recorded from',
    to: 'Recorded to',
    sum_one: '{{count}} cost',
    sum_other: '{{count}} costs',
    notYet: 'not yet',
    cameBack: 'came back later',
    notCounted: 'not deducted by law',
    givenBack: 'reversed',
    nth: 'No. {{n}}',
    cumulative: 'Distributions and total so far',
    distribution: 'Distribution',
    preparing: 'being prepared',
    income: 'Income',
    deducted: 'Deducted',
    total: 'Total so far',
    atLeast: 'at least',
    atMost: 'at most',
    carried: 'Costs exceed what came in; carried forward:',
    borne: 'Costs exceed what came in; the institution bears:',
    borneHint:
      'By the reading your institution chose, what these costs exceed the receipts by is not covered by later ones.',
    carriedHint:
      'These costs are not covered yet. What comes in next covers the difference before there is net income.',
  },
}
