import { expect, test } from 'vitest'
import { type FiledRight, reviewGaps } from './filing-review.ts'

const draft = { isDraft: true, from: null }
const law = { isDraft: false, from: '2026-07-01' }
const filed = (filedOn: string, more: Partial<FiledRight> = {}): FiledRight => ({
  ...{ id: 'a', filedOn, isBrought: false, ...more },
})
const review = (heldOn: string, outcome = 'file', kind = 'pre_filing') => ({
  kind,
  heldOn,
  outcome,
})

test.each([
  ['no review', draft, filed('2026-03-05'), [], 'unreviewed'],
  ['a review before', draft, filed('2026-03-05'), [review('2026-03-01')], undefined],
  ['a review on the day', draft, filed('2026-03-05'), [review('2026-03-05')], undefined],
  ['a review afterwards', draft, filed('2026-03-05'), [review('2026-03-06')], 'unreviewed'],
  ['in a month that is known alone', draft, filed('2026-03'), [review('2026-03-20')], undefined],
  [
    'another evaluation',
    draft,
    filed('2026-03-05'),
    [review('2026-03-01', 'file', 'value')],
    'unreviewed',
  ],
  ['against the review', draft, filed('2026-03-05'), [review('2026-03-01', 'not_file')], 'against'],
  [
    'before it was looked at again',
    draft,
    filed('2026-03-05'),
    [review('2026-03-01', 'wait')],
    'against',
  ],
  [
    'looked at again before it was filed',
    draft,
    filed('2026-03-05'),
    [review('2026-02-01', 'not_file'), review('2026-03-01')],
    undefined,
  ],
  ['brought by a ledger', draft, filed('2026-03-05', { isBrought: true }), [], undefined],
  ['filed before the law', law, filed('2026-06-30'), [], undefined],
  ['filed in a year that began before it', law, filed('2026'), [], undefined],
  ['filed on its first day', law, filed('2026-07-01'), [], 'unreviewed'],
] as const)('%s', (_name, asking, right, reviews, gap) =>
  expect(reviewGaps(asking, [right], reviews)[0]?.gap).toBe(gap),
)
