import { expect, test } from 'vitest'
import { decideBeginning, decideEnd } from './claim.ts'

const today = '2026-03-02'
const open = { fromDay: '2026-02-01' }
const codeOf = (outcome: ReturnType<typeof decideEnd>) =>
  outcome.kind === 'refused' ? outcome.refusal.code : 'accepted'

test.each([
  ['to_be_claimed', undefined, '2026-03-01', 'accepted'],
  ['namesake', undefined, '2026-03-01', 'claim-undecided'],
  [null, undefined, '2026-03-01', 'claim-undecided'],
  ['to_be_claimed', open, '2026-03-01', 'claim-under-way'],
  ['to_be_claimed', undefined, '2026-03-03', 'claim-in-future'],
] as const)(
  'a claim decided %s, with %j open, from %s begins: %s',
  (decision, claim, from, code) => {
    expect(codeOf(decideBeginning({ decision, open: claim }, from, today))).toBe(code)
  },
)

const two = [
  { name: '甲', share: '1/2' },
  { name: '乙', share: '1/2' },
]

test.each([
  [undefined, 'ours', '2026-03-01', [], 1, 'no-claim'],
  [open, 'ours', '2026-03-03', [], 1, 'claim-in-future'],
  [open, 'ours', '2026-01-31', [], 1, 'claim-ends-before'],
  [open, 'ours', '2026-03-01', [], 0, 'claim-without-evidence'],
  [open, 'shared', '2026-03-01', [], 1, 'shared-without-holders'],
  [open, 'shared', '2026-03-01', two, 1, 'accepted'],
  [open, 'not_ours', '2026-03-01', [], 0, 'accepted'],
  [open, 'settled', '2026-03-01', [], 0, 'accepted'],
] as const)('a claim %j that ends %s on %s: %s', (claim, outcome, on, holders, files, code) => {
  expect(codeOf(decideEnd(claim, { outcome, on, holders }, files, today))).toBe(code)
})
