/** What is said of the review before a patent is applied for. */
export const filingReview = {
  filingReview: {
    title: 'Review before filing',
    none: 'There is no review before filing yet.',
    notForFiling: 'The last review before filing did not say to file.',
    before: 'Review it and record the outcome before an application goes out.',
    gaps: {
      unreviewed: 'no review before it is recorded',
      against: 'not what the review before it said',
    },
    toDo: 'Make it good: where it was reviewed, record the report of then; where it was not, let the office say why and look at whether the application is kept.',
    by: 'By {{text}}',
    byDraft: 'It is a draft, so this advises and holds nothing up.',
    byLaw:
      'An application that went out is recorded and its periods run all the same; that it went out without a review is shown, unless the report of a review held before it is recorded.',
    record: 'Record a review on the page of the achievement',
  },
} as const
