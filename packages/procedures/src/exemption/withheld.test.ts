import { expect, test } from 'vitest'
import type { Act } from '../procedure/entry.ts'
import { withheldFrom } from './withheld.ts'

// Two are concerned, `a` and `b`; `x` only looks into it.

const by = { person: 'x', name: '示例丁', role: 'discipline' as const }
function record(...acts: readonly (readonly [string, object])[]): readonly Act[] {
  const on = '2026-06-01' as Act['on']
  return acts.map(([type, data], at) => ({
    seq: at + 1,
    type,
    on,
    at: '2026-06-01T09:00:00+08:00',
    by,
    data: data as Act['data'],
    files: [],
  }))
}
const inquiry = [
  [
    'exemptionOpened',
    {
      subjects: [
        { name: '示例甲', person: 'a' },
        { name: '示例乙', person: 'b' },
        { name: '示例丙' },
      ],
    },
  ],
  ['investigatorsNamed', {}],
  ['evidenceGathered', {}],
  ['interviewed', { name: '示例证人' }],
  ['interviewed', { name: '示例甲' }],
  ['conductScreened', { name: '示例甲' }],
  ['conductScreened', { name: '示例乙' }],
  ['referred', { signs: '线索' }],
  ['referralAnswered', { answer: '不成立' }],
  ['hearingCalled', { name: '示例甲' }],
  ['heard', { name: '示例甲' }],
  ['heard', { name: '示例乙' }],
] as const
const seen = (acts: readonly Act[], person: string) => [...withheldFrom(acts, person)]

test('a person concerned reads what is put to them and the documents, not what others said', () => {
  expect(seen(record(...inquiry), 'a')).toEqual([4, 7, 8, 9, 12])
  expect(seen(record(...inquiry), 'b')).toEqual([4, 5, 6, 8, 9, 10, 11])
})

test('nothing is kept from anybody else', () => {
  expect(seen(record(...inquiry), 'x')).toEqual([])
})

test.each(['exempted', 'notExempted'])('%s of one opens the record to them alone', (type) => {
  const acts = record(...inquiry, [type, { name: '示例甲' }], ['heard', { name: '示例丙' }])
  expect(seen(acts, 'a')).toEqual([14])
  expect(seen(acts, 'b')).toEqual([4, 5, 6, 8, 9, 10, 11, 14])
})

test('what is noted after a matter was reopened is kept until it is found anew', () => {
  const again = [
    ['exempted', { name: '示例甲' }],
    ['reopened', { reason: '新事实' }],
    ['interviewed', { name: '示例证人' }],
  ] as const
  expect(seen(record(...inquiry, ...again), 'a')).toEqual([15])
  expect(seen(record(...inquiry, ...again, ['notExempted', { name: '示例甲' }]), 'a')).toEqual([])
})
