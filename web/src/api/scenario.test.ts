import { firstPayment, firstScenario } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import { fromHash, toHash } from './scenario.ts'

const first = { ...firstScenario('2026-06-30', []), contributors: '70%' }

test('a scenario comes back from its address, without what is personal', () => {
  const scenario = {
    ...first,
    day: '2026-03-01',
    ...{ mode: 'equity_contribution', stake: '25%' },
    relief: 'no' as const,
    members: [
      { share: '55%', award: 'equity' as const, isChief: true, other: '300000' },
      { share: '45%', award: 'cash' as const, isChief: false, other: '1' },
    ],
  }
  const hash = toHash(scenario)
  expect(hash).not.toContain('300000')
  expect(fromHash(`#${hash}`, first)).toEqual({
    ...scenario,
    members: scenario.members.map((member) => ({ ...member, other: '' })),
  })
})

test('payments, other holders, the rule of the house and its company come back too', () => {
  const scenario = {
    ...first,
    ...{ partners: ['30%'], byRule: true, viaCompany: true, company: '40%' },
    payments: [
      { ...firstPayment('milestone', '2026-09-01'), amount: '1,000' },
      { ...firstPayment('royalty', '2027-01-01'), counts: 'life' as const },
      { ...firstPayment('royalty', '2027-01-01'), unit: '台', every: '1' },
    ],
  }
  expect(fromHash(toHash(scenario), first)).toEqual(scenario)
})

test('costs that are written with thousands come back as they were typed', () => {
  const scenario = { ...first, costs: [{ kind: 'tax', amount: '1,000.5' }], members: [] }
  expect(fromHash(toHash(scenario), first)).toEqual(scenario)
})

test.each(['payments=x', 'payments=3', 'payments=[1,null,{"kind":"gift"}]'])(
  '%s is read as no payments',
  (hash) => expect(fromHash(hash, first).payments).toEqual([]),
)

test('no costs and no members are kept as none', () => {
  const bare = { ...first, costs: [], members: [] }
  expect(fromHash(toHash(bare), first)).toEqual(bare)
})

test.each(['', '#', '#nonsense', '#team=,,,:x:y&relief=maybe'])(
  '%j is read without fail',
  (hash) => {
    const found = fromHash(hash, first)
    expect(found).toMatchObject({ relief: 'unknown', income: first.income, contributors: '70%' })
  },
)
