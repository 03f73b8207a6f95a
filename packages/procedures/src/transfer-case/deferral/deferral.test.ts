import { expect, test } from 'vitest'
import { transferCase } from '../transfer-case.ts'
import { deferralFacts, deferralSteps, deferralsIn } from './deferral.ts'

const holds = { investeeDomestic: true, paidWhollyInShares: true, ownershipContributed: true }
const line = (name: string, award = 'equity') => ({ name, award, amount: '100' })
type Told = readonly [type: string, data: object]

/** A case whose plan awards equity to two and cash to a third, after some acts. */
function after(...told: readonly Told[]) {
  const acts: Record<string, object[]> = {}
  for (const [at, [type, data]] of told.entries()) {
    acts[type] = [...(acts[type] ?? []), { seq: at + 10, on: `2026-08-0${at + 1}`, data }]
  }
  const plan = { data: { lines: [line('甲'), line('乙'), line('丙', 'cash')] } }
  return { acts, plan, distributions: [] } as never
}

const chosen = (name: string, option: string, more: object = {}): Told => [
  'deferralChosen',
  { name, option, value: '1000', cost: '100', ...(option === 'tax_deferred' && holds), ...more },
]
const filed = (name: string): Told => ['deferralFiled', { name, receipt: '备-1' }]
const gone = (name: string): Told => ['deferralTakenBack', { name, reason: '误记' }]
const wrong = (state: never, [type, data]: Told) =>
  deferralSteps[type as keyof typeof deferralSteps].wrong(state, data as never)?.code

test('each of those who are awarded equity chooses once, and nobody else does', () => {
  expect(wrong(after(), chosen('甲', 'tax_deferred'))).toBeUndefined()
  expect(wrong(after(), chosen('丙', 'at_once'))).toBe('no-equity-awarded')
  const first = chosen('甲', 'at_once')
  expect(wrong(after(first), chosen('甲', 'tax_deferred'))).toBe('deferral-chosen-before')
  expect(wrong(after(first, gone('甲')), chosen('甲', 'tax_deferred'))).toBeUndefined()
  const barred = chosen('甲', 'tax_deferred', { ownershipContributed: false })
  expect(wrong(after(), barred)).toBe('deferral-not-eligible')
  expect(deferralSteps.deferralChosen.suggests(after(first))).toMatchObject({ name: '乙' })
})

test('what is not filed is not deferred, and what was taken back says nothing', () => {
  expect(deferralFacts(after())).toEqual({})
  expect(deferralFacts(after(chosen('甲', 'at_once')))).toEqual({ taxDeferred: false })
  const waits = [chosen('甲', 'tax_deferred'), chosen('乙', 'at_once')]
  expect(deferralFacts(after(...waits))).toMatchObject({
    ...{ taxDeferred: true, deferralEligible: false, deferralFiledOn: null, ...holds },
  })
  expect(deferralFacts(after(...waits, filed('甲')))).toMatchObject({
    ...{ deferralEligible: true, deferralFiledOn: '2026-08-03' },
  })
  expect(deferralFacts(after(...waits, filed('甲'), gone('甲')))).toEqual({ taxDeferred: false })
})

test('a filing is of a deferral that was chosen, once', () => {
  const one = chosen('甲', 'tax_deferred')
  expect(wrong(after(), filed('甲'))).toBe('deferral-not-chosen')
  expect(wrong(after(chosen('甲', 'at_once')), filed('甲'))).toBe('deferral-not-chosen')
  expect(wrong(after(one), filed('甲'))).toBeUndefined()
  expect(wrong(after(one, filed('甲')), filed('甲'))).toBe('deferral-filed-before')
  // The second who chose does so on the second of August: nothing of theirs is filed before.
  const later = after(chosen('乙', 'tax_deferred'), one)
  const filing = (on: string) =>
    deferralSteps.deferralFiled.wrong(later, filed('甲')[1] as never, undefined, on as never)?.code
  expect(filing('2026-08-01')).toBe('deferral-before-choice')
  expect(filing('2026-08-02')).toBeUndefined()
  // A choice that follows one that was taken back is filed anew.
  const again = after(one, filed('甲'), gone('甲'), one)
  expect(deferralsIn(again).get('甲')?.filed).toBeUndefined()
  expect(wrong(after(), gone('甲'))).toBe('deferral-not-chosen')
})

test('tax that was deferred is paid once the equity is given up, and only by whom it was deferred for', () => {
  const paid: Told = ['deferralSettled', { name: '甲', cause: 'sold', tax: '180', receipt: '完-1' }]
  expect(wrong(after(chosen('甲', 'at_once')), paid)).toBe('deferral-not-chosen')
  const deferred = [chosen('甲', 'tax_deferred'), filed('甲')]
  expect(wrong(after(...deferred), paid)).toBeUndefined()
  expect(deferralsIn(after(...deferred)).get('甲')?.settledOn).toBeUndefined()
  expect(deferralsIn(after(...deferred, paid)).get('甲')?.settledOn).toBe('2026-08-03')
})

test('a closed case takes what is put right of a choice, and waits for nobody', () => {
  const closed = transferCase.afterEnd?.closed ?? []
  for (const type of Object.keys(deferralSteps)) expect(closed).toContain(type)
  const state = { ...(after() as object), status: 'closed' } as never
  expect(deferralSteps.deferralChosen.needed(state)).toBe(false)
  expect(deferralSteps.deferralChosen.needed(after())).toBe(true)
})
