import type { Shape } from '../shape.ts'
import type { deals as chinese } from '../zh/deals.ts'

/** What a price is compared with: other deals of the house, and what companies said. */
export const deals: Shape<typeof chinese> = {
  deals: {
    ground: 'Price references: comparable deals, company feedback ({{count}})',
    benchmark: 'Comparable deals',
    ownOnly:
      'Concluded contracts of this institution only, with names masked; nothing is shown for fewer than three deals. This is not a valuation.',
    field: 'Field of use',
    counted_one: '{{count}} comparable deal.',
    counted_other: '{{count}} comparable deals.',
    tooFew: 'Too few to compare: at least three are needed. Widen the choice.',
    anyKind: 'Compare with all kinds',
    low: 'Lowest',
    median: 'Median',
    high: 'Highest',
    of: 'Deals',
    rate: 'Royalty rate',
    which: 'Deals compared',
    masked: 'Deal {{n}}',
    feedback: 'Company feedback',
    noFeedback: 'No company feedback recorded yet.',
    feedbackHint: 'Ask possible partners before a price is set, and record what they said.',
    record: 'Record company feedback',
    save: 'Save',
    askedBy: 'asked by {{name}}',
    strike: 'Strike out',
    strikeReason: 'Reason for striking it out',
    struckBy: 'Struck out by {{name}}: {{reason}}',
    wordsHint: 'Price expectations, conditions, objections, and what evidence they want to see.',
    interests: {
      interested: 'Interested',
      conditional: 'Interested on conditions',
      not_interested: 'Not interested',
    },
    fields: {
      heardOn: 'Date',
      company: 'Company',
      askedBy: 'Asked by',
      interest: 'Interest',
      words: 'What it said',
    },
  },
}
