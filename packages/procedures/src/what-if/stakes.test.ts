import type { Law } from '@yizhuan/law'
import { describe, expect, test } from 'vitest'
import { ruleOfHouse } from './course.ts'
import { type OfHouse, outcomeOf } from './outcome.ts'
import { firstPayment } from './payments.ts'
import type { Scenario } from './scenario.ts'
import { guangdong, nation, read, shanghai, table } from './testing/places.ts'

describe('a technology that is contributed to a company', () => {
  const members = [
    { share: '50%', award: 'equity' as const, isChief: true, other: '' },
    { share: '30%', award: 'equity' as const, isChief: false, other: '' },
    { share: '20%', award: 'equity' as const, isChief: false, other: '' },
  ]
  const typed = { mode: 'equity_contribution', income: '1000000.01', stake: '30%', equity: '70%' }
  const toldOf = (change: Partial<Scenario>) =>
    outcomeOf(guangdong, read({ ...typed, ...change }), table).company?.stakes.map(
      ({ holder, at, share, value }) => `${holder} ${at} ${share.n}/${share.d} ${value}`,
    )

  test('the institution keeps its part, the rest is the team’s without its chief', () => {
    expect(toldOf({ members })).toEqual([
      'institution undefined 9/100 30000000',
      'contributor 1 63/500 42000001',
      'contributor 2 21/250 28000000',
      'partner undefined 7/10 undefined',
    ])
    const { company, assessment } = outcomeOf(guangdong, read({ ...typed, members }), table)
    expect(company?.chiefsBarred).toEqual({
      cite: { source: 'gd-2025', at: 'a21.p1' },
      isCertain: true,
    })
    // The law says of the same deal that a chief is given none.
    const chiefs = assessment.findings.filter(({ topic }) => topic === 'equity.chiefs')
    expect(chiefs.map(({ status }) => status)).toContain('breached')
  })

  const holdersUnder = (law: Law, of: OfHouse = {}, change: Partial<Scenario> = {}) => {
    const scenario = read({ ...typed, members, ...change })
    const { company } = outcomeOf(law, scenario, table, {}, of)
    return { bar: company?.chiefsBarred, at: company?.stakes.flatMap(({ at }) => at ?? []) }
  }

  test('a chief is left out by the article of the place that says so, and holds where none does', () => {
    expect(holdersUnder(shanghai)).toEqual({
      bar: { cite: { source: 'sh-draft-2024', at: 'a11.p1.i3' }, isCertain: true },
      at: [1, 2],
    })
    expect(holdersUnder(nation)).toEqual({ bar: undefined, at: [0, 1, 2] })
    const { company } = outcomeOf(nation, read({ ...typed, members }), table)
    expect(company?.stakes[1]).toEqual({
      ...{ holder: 'contributor', at: 0, share: { n: 21n, d: 200n }, value: 35_000_001n },
    })
  })

  test('before the text of the place is in force no chief is left out by it', () => {
    expect(holdersUnder(guangdong, {}, { day: '2025-01-02' })).toEqual({
      bar: undefined,
      at: [0, 1, 2],
    })
  })

  test('under a reading that hangs on which body somebody leads, they may be barred, and are left out', () => {
    const chosen = [
      {
        ...{ id: 'gd.chiefs.scope', reading: 'institution-only', from: '2026-01-01' },
        ...{ by: '示例医院（虚构）', basis: '院务会议（示例）' },
      },
    ]
    expect(holdersUnder(guangdong, { chosen })).toEqual({
      bar: { cite: { source: 'gd-2025', at: 'a21.p1' }, isCertain: false },
      at: [1, 2],
    })
  })

  test('nobody is barred of whom none is a chief who takes equity, and costs change nothing of it', () => {
    const cash = members.map((one) => ({
      ...one,
      award: one.isChief ? ('cash' as const) : one.award,
    }))
    expect(holdersUnder(guangdong, {}, { members: cash })).toEqual({ bar: undefined, at: [1, 2] })
    const costs = [{ kind: 'tax', amount: '9000000' }]
    expect(holdersUnder(guangdong, {}, { costs }).bar).toBeDefined()
  })

  test('the platform company may hold it, and other holders of the title have their part', () => {
    expect(toldOf({ members: [], viaCompany: true, partners: ['40%'] })).toEqual([
      'platform_company undefined 27/500 18000000',
      'contributor undefined 63/500 42000001',
      'co_owner 0 3/25 40000000',
      'partner undefined 7/10 undefined',
    ])
  })

  test('who gets nothing is no holder, and another mode makes no company', () => {
    expect(toldOf({ members: [], stake: '100%', equity: '100%' })).toEqual([
      'contributor undefined 1/1 100000001',
    ])
    expect(outcomeOf(guangdong, read({ stake: '30%' }), table).company).toBeUndefined()
  })
})

describe('what the house itself has made stricter', () => {
  const own = (param: string, value: string, from: string) => ({
    ...{ param, value, from, by: '示例医院（虚构）', basis: '院发（示例）1号' },
  })

  test('bounds each payment from its own day on', () => {
    const fixed = (on: string) => ({ ...firstPayment('fixed', on), amount: '500000' })
    const payments = [fixed('2026-07-01'), fixed('2027-07-01')]
    const rules = [own('inventor.floor', '80%', '2027-01-01')]
    const scenario = read({ payments, costs: [], contributors: '75%' })
    const { course, money } = outcomeOf(guangdong, scenario, table, {}, { rules })
    const room = course.map(({ shared }) => shared?.money.floors[0]?.difference)
    expect(room).toEqual([2_500_000n, -2_500_000n])
    expect(money?.floors.map(({ amount, difference }) => [amount, difference])).toEqual([
      [75_000_000n, 0n],
    ])
  })

  test('is found in breach where the law alone is kept, and moves what a rule shares out', () => {
    const rules = [own('inventor.floor', '80%', '2026-01-01')]
    const statusOf = (of: object) =>
      outcomeOf(guangdong, read({ contributors: '75%' }), table, {}, of).assessment.findings.find(
        ({ norm }) => norm === 'gd.allocation.contributors',
      )?.status
    expect([statusOf({}), statusOf({ rules })]).toEqual(['met', 'breached'])
    const split = ruleOfHouse(
      [
        {
          ...{ modes: [], basis: 'each', staff: [] },
          layers: [{ layer: 'contributors', steps: [{ above: '0', share: '60%', fixed: null }] }],
        },
      ],
      'license',
    )
    const given = (of: object) =>
      outcomeOf(guangdong, read({ byRule: true }), table, {}, { split, ...of }).parts?.contributors
    expect([given({}), given({ rules })]).toEqual([61_600_000n, 70_400_000n])
  })
})
