import type { Shape } from '../shape.ts'
import type { deals as chinese } from '../zh/deals.ts'

/** What a price is compared with: other deals of the house, and what companies said. */
export const deals: Shape<typeof chinese> = {
  deals: {
    ground: 'Price references: comparable deals, company feedback ({{count}})',
    benchmark: 'Comparable deals',
    ownOnly:
      'Concluded contracts of this institution only. Ranges are coarse so that no single price can be read from them; nothing is shown for fewer than five deals, or where the choice differs from a wider one by only a few. This is not a valuation.',
    field: 'Field of use',
    counted_one: 'At least {{count}} comparable deal.',
    counted_other: 'At least {{count}} comparable deals.',
    signedIn: 'Signed in',
    tooFew: 'Too few to compare: at least five are needed. Widen the choice.',
    apart:
      'This choice leaves out only a few deals, and their prices could be worked out from it. Widen or change the choice.',
    anyKind: 'Compare with all kinds',
    half: 'Middle half of the deals',
    middle: 'The middle deal, within',
    rate: 'Royalty rate',
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
