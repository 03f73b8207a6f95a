import { firstScenario } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import { fromHash, toHash } from './scenario.ts'

const first = { ...firstScenario('2026-06-30', []), contributors: '70%' }

test('a scenario comes back from its address, without what is personal', () => {
  const scenario = {
    ...first,
    day: '2026-03-01',
    mode: 'equity_contribution',
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
