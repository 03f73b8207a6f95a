import { expect, test } from 'vitest'
import { decideTitle, holdersOn, isDisputedOn } from './title.ts'

const file = { sha256: 'a'.repeat(64), name: '权属证明.pdf', size: 1 }
const ours = {
  from: '2025-01-01',
  holders: [{ name: '示例医院', share: '100%' }],
  basis: '立项任务书',
  files: [file],
}
const shared = {
  from: '2026-01-01',
  holders: [
    { name: '示例医院', share: '2/3' },
    { name: '示例大学', share: '1/3' },
  ],
  basis: '共有协议',
  files: [file],
}
const dispute = { from: '2026-02-01', to: null, about: '示例甲主张份额', outcome: null }
const today = '2026-03-02'

test.each([
  ['two holdings after one another', [ours, shared], [dispute], undefined],
  ['nothing at all', [], [], undefined],
  [
    'shares that do not make one',
    [{ ...shared, holders: shared.holders.slice(0, 1) }],
    [],
    'holders-must-total-one',
  ],
  [
    'one holder in two lines',
    [
      {
        ...ours,
        holders: [
          { name: '示例医院', share: '50%' },
          { name: '示例医院', share: '50%' },
        ],
      },
    ],
    [],
    'holder-named-twice',
  ],
  ['the later one first', [shared, ours], [], 'holdings-out-of-order'],
  [
    'two that begin on one day',
    [ours, { ...shared, from: ours.from }],
    [],
    'holdings-out-of-order',
  ],
  ['one of the future', [{ ...ours, from: '2026-03-03' }], [], 'holding-in-future'],
  ['one without evidence', [{ ...ours, files: [] }], [], 'holding-without-evidence'],
  [
    'a dispute that ends before it begins',
    [],
    [{ ...dispute, to: '2026-01-31', outcome: '撤回' }],
    'dispute-ends-before-it-begins',
  ],
  [
    'a dispute that ended somehow',
    [],
    [{ ...dispute, to: '2026-02-10' }],
    'dispute-ended-without-outcome',
  ],
  ['a dispute of the future', [], [{ ...dispute, from: '2026-03-03' }], 'dispute-in-future'],
  [
    'a dispute that will have ended',
    [],
    [{ ...dispute, to: '2026-03-03', outcome: '撤回' }],
    'dispute-in-future',
  ],
])('%s', (_name, holdings, disputes, code) => {
  const outcome = decideTitle(holdings, disputes, today)
  expect(outcome.kind === 'refused' ? outcome.refusal.code : undefined).toBe(code)
})

test('title is held by the last holding that has begun', () => {
  const names = (day: string) => holdersOn([ours, shared], day).map(({ name }) => name)
  expect(names('2024-12-31')).toEqual([])
  expect(names('2025-12-31')).toEqual(['示例医院'])
  expect(names('2026-01-01')).toEqual(['示例医院', '示例大学'])
})

test('a dispute lasts to its last day', () => {
  const ended = { ...dispute, to: '2026-02-10', outcome: '撤回' }
  expect(isDisputedOn([ended], '2026-02-10')).toBe(true)
  expect(isDisputedOn([ended], '2026-02-11')).toBe(false)
  expect(isDisputedOn([dispute], '2026-01-31')).toBe(false)
  expect(isDisputedOn([dispute], '2030-01-01')).toBe(true)
})
