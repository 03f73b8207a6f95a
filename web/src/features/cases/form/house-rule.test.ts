import type { CaseState } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import { heldAgainst } from './house-rule.ts'

const step = (share: string) => [{ above: '0', share, fixed: null }]
const rules = {
  items: [
    {
      ...{ version: 2, kind: 'made' as const, from: '2026-01-01', to: null, isInForce: true },
      ...{ title: '办法', number: null, approvedBy: null, approvedOn: null, internalRule: null },
      ...{ file: null, reason: null, made: { name: '甲', on: '2026-01-01' }, problems: [] },
      schemes: [
        {
          ...{ modes: [], basis: 'each' as const, staff: step('3%'), purposes: [] },
          layers: [
            { layer: 'contributors' as const, steps: step('60%') },
            { layer: 'department' as const, steps: step('5%') },
            { layer: 'office' as const, steps: step('10%') },
            { layer: 'company' as const, steps: step('2%') },
          ],
        },
      ],
    },
  ],
  limits: [
    {
      ...{ id: 'contributors', bound: 'floor' as const, share: '7/10', optional: false },
      ...{
        label: { zh: '', en: '' },
        isAdvisory: false,
        cite: { source: 'gd-2025', at: 'a18.p1' },
      },
    },
  ],
}
const state = {
  opened: { data: { viaPlatformCompany: false, team: [] } },
  distributions: [],
  receipts: [],
  acts: {},
  objections: [],
  notices: [],
} as unknown as CaseState
const typed = {
  lines: [
    { name: '甲', amount: '2' },
    { name: '乙', amount: '1' },
  ],
  toTto: '0',
  toTtoStaff: '0',
  toInstitution: '',
}

test('what the rule gives, with what the law moves, and as it is taken', () => {
  const held = heldAgainst(rules, state, 100_001n, typed)
  expect(held?.isDeparting).toBe(true)
  // Seventy per cent of 1000.01 yuan is 700.007: the floor is rounded up.
  expect(held?.lines.find(({ line }) => line === 'contributors')?.byRule).toBe(70_001n)
  expect(held?.moved).toEqual([{ id: 'contributors', fen: 10_000n }])
  const taken = held?.taken ?? {}
  expect(taken['lines']).toMatchObject([{ amount: '466.67' }, { amount: '233.34' }])
  expect(taken).toMatchObject({ toTto: '100', toTtoStaff: '30.01', toInstitution: '200' })
  const again = heldAgainst(rules, state, 100_001n, { ...typed, ...taken })
  expect(again?.isDeparting).toBe(false)
})

test('a house without a rule for the mode says nothing', () => {
  expect(heldAgainst({ ...rules, items: [] }, state, 1000n, typed)).toBeUndefined()
})
