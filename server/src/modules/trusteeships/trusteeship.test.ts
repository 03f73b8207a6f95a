import { expect, test } from 'vitest'
import { type Concern, concernsAbout, contradictionTo, type SubjectRight } from './conflict.ts'
import {
  decideFields,
  lastDayOf,
  overlaps,
  type Party,
  powersApart,
  stateOn,
  type TrusteeshipFields,
} from './trusteeship.ts'

const party = (power: Party['power'], name: string, share: string | null = null): Party => ({
  ...{ power, name, share, uscc: null },
})
const parted = [
  party('ownership', '示例医院（虚构）'),
  party('operation', '示例转化公司（虚构）'),
  party('income', '示例医院（虚构）', '2/3'),
  party('income', '示例转化公司（虚构）', '1/3'),
]
const agreement: TrusteeshipFields = {
  ...{ number: 'TG-1', title: '集中托管（虚构）', trustee: '示例转化公司（虚构）' },
  ...{ trusteeUscc: null, trusteeKind: 'company', subjects: [], parties: parted, payer: null },
  ...{ fromDay: '2026-01-01', toDay: '2028-12-31', duties: '运营（虚构）', feeFen: null },
  ...{ feeWords: null, approvedBy: null, approvedOn: null, files: [], despite: null },
  ...{ remark: null, endedOn: null, endReason: null },
}
const at = { today: '2026-06-20', kinds: ['company'] }
const codeOf = (changes: Partial<TrusteeshipFields>) => {
  const decided = decideFields({ ...agreement, ...changes }, at)
  return decided.kind === 'refused' ? decided.refusal.code : 'accepted'
}

test('an agreement parts all three powers, and the income is whole to the last part', () => {
  expect(codeOf({})).toBe('accepted')
  const without = (power: Party['power']) => parted.filter((one) => one.power !== power)
  expect(codeOf({ parties: without('ownership') })).toBe('power-without-holder')
  const thirds = [...without('income'), party('income', '示例转化公司（虚构）', '33.33%')]
  expect(codeOf({ parties: thirds })).toBe('income-must-total-one')
  expect(codeOf({ parties: [...thirds, party('income', '甲（虚构）', '66.67%')] })).toBe('accepted')
  expect(codeOf({ parties: [...parted, party('operation', '示例转化公司 (虚构)')] })).toBe(
    'party-named-twice',
  )
  expect(codeOf({ parties: [...parted, party('operation', '乙（虚构）', '1')] })).toBe(
    'share-beside-income',
  )
  expect(codeOf({ parties: [...parted, party('income', '乙（虚构）')] })).toBe(
    'income-without-share',
  )
  expect(codeOf({ trustee: '丙公司（虚构）' })).toBe('trustee-without-power')
  expect(codeOf({ toDay: '2025-12-31' })).toBe('trusteeship-ends-before')
  expect(codeOf({ approvedOn: '2026-06-21' })).toBe('approved-in-future')
  expect(codeOf({ trusteeKind: 'stranger' })).toBe('unknown-trustee-kind')
})

test.each([
  ['2025-12-31', null, 'coming'],
  ['2026-01-01', null, 'running'],
  ['2028-12-31', null, 'running'],
  ['2029-01-01', null, 'expired'],
  ['2026-05-01', '2026-05-01', 'ended'],
  ['2026-04-30', '2026-05-01', 'running'],
] as const)('on %s, ended %s: %s', (day, endedOn, state) => {
  expect(stateOn({ ...agreement, endedOn }, day)).toBe(state)
})

test('two agreements have days in common up to the last day of trust', () => {
  const ended = { ...agreement, endedOn: '2026-05-01' }
  expect(lastDayOf(ended)).toBe('2026-04-30')
  const later = (fromDay: string) => ({ fromDay, toDay: null, endedOn: null })
  expect(overlaps(ended, later('2026-04-30'))).toBe(true)
  expect(overlaps(ended, later('2026-05-01'))).toBe(false)
  expect(overlaps(agreement, later('2028-12-31'))).toBe(true)
  expect(overlaps(agreement, later('2029-01-01'))).toBe(false)
  // What ended on its first day never was.
  expect(overlaps({ ...agreement, endedOn: '2026-01-01' }, later('2026-01-01'))).toBe(false)
})

test('the same shares written otherwise are the same', () => {
  const again = parted.map((one) => (one.share === '1/3' ? { ...one, share: '2/6' } : one))
  expect(powersApart(parted, again)).toEqual([])
  expect(powersApart(parted, [party('operation', '丁（虚构）'), ...parted.slice(2)])).toEqual([
    'ownership',
    'operation',
  ])
})

const right: SubjectRight = {
  ...{ id: 'r', title: '夹具（虚构）', achievementId: 'a', status: 'granted' },
  ...{ state: 'granted', review: null, licence: null },
}
const nothing = { reach: new Set(['r']), rights: [right], grants: [], others: [] }

test('what has ended, gone or is held in trust by others contradicts an agreement', () => {
  expect(contradictionTo(agreement, nothing)).toBeUndefined()
  const lapsed = { ...nothing, rights: [{ ...right, state: 'terminated' }] }
  expect(contradictionTo(agreement, lapsed)).toMatchObject({ code: 'right-ended' })
  const sold = { achievement: 'a', by: 'C-1', to: '买方（虚构）', kind: 'assigned' as const }
  expect(contradictionTo(agreement, { ...nothing, grants: [sold] })).toMatchObject({
    code: 'granted-away',
    by: 'C-1',
  })
  const other = { ...agreement, number: 'TG-0', reach: new Set(['r', 's']) }
  const elsewhere = { ...other, parties: [party('operation', '戊（虚构）'), ...parted.slice(2)] }
  expect(contradictionTo(agreement, { ...nothing, others: [elsewhere] })).toEqual({
    ...{ code: 'held-in-trust', number: 'TG-0', power: 'ownership' },
  })
  const before = { ...other, toDay: '2025-12-31', fromDay: '2024-01-01' }
  const apart = { ...other, reach: new Set(['s']) }
  expect(contradictionTo(agreement, { ...nothing, others: [before, apart] })).toBeUndefined()
})

test('a licence that leaves no room and a right to be given up are told, a plain licence is not', () => {
  const codes = (concerns: readonly Concern[]) => concerns.map(({ code }) => code)
  const grant = (kind: 'exclusive' | 'plain' | 'empowered', until?: string) => ({
    ...{ achievement: 'a', by: 'C-2', to: '被许可人（虚构）', kind, until },
  })
  const about = (grants: readonly ReturnType<typeof grant>[], review: string | null = null) =>
    codes(concernsAbout(agreement, { ...nothing, grants, rights: [{ ...right, review }] }))
  expect(about([])).toEqual([])
  expect(about([grant('plain')])).toEqual([])
  expect(about([grant('exclusive'), grant('empowered', '2026')])).toEqual(['licensed', 'licensed'])
  expect(about([grant('exclusive', '2025-12-31')])).toEqual([])
  expect(about([grant('exclusive', '2025')])).toEqual([])
  expect(about([], 'abandon')).toEqual(['to-be-abandoned'])
  expect(about([], 'keep')).toEqual([])
})
