import { fen } from '@yizhuan/kit'
import { byTopics, type Law, taxOnTop, taxTableOn } from '@yizhuan/law'
import { describe, expect, test } from 'vitest'
import { ruleOfHouse } from './course.ts'
import { outcomeOf } from './outcome.ts'
import { firstPayment } from './payments.ts'
import { readScenario } from './reading.ts'
import { firstScenario, type Scenario } from './scenario.ts'
import { guangdong, nation, read, shanghai, table, tables } from './testing/places.ts'

describe('one deal under several laws', () => {
  test('net income, floor and cap are those of the live money block', () => {
    const { money } = outcomeOf(guangdong, read(), table)
    expect(money?.net).toBe(88_000_000n)
    expect(money?.floors.map(({ amount }) => amount)).toEqual([61_600_000n])
    expect(money?.caps.map(({ amount }) => amount)).toEqual([13_200_000n])
    expect(money?.unassigned).toBe(0n)
  })

  test('the nation alone asks for half, and deducts the direct costs of the deal', () => {
    const { money } = outcomeOf(nation, read(), table)
    expect(money?.net).toBe(88_000_000n)
    expect(money?.floors.map(({ amount }) => amount)).toEqual([44_000_000n])
    const upkeep = money?.lines.find(({ id }) => id === 'upkeep')
    expect(upkeep?.effect).toBe('none')
  })

  test.each([
    ['8%', 'met'],
    ['15%', 'met'],
    ['18%', 'breached'],
  ])('an office share of %s is %s in Guangdong', (tto, status) => {
    const { assessment } = outcomeOf(guangdong, read({ tto }), table)
    expect(assessment.findings.find(({ norm }) => norm === 'gd.allocation.tto')?.status).toBe(
      status,
    )
  })

  test.each([
    ['no', 'na'],
    ['agreed', 'met'],
    ['unagreed', 'breached'],
    ['unknown', 'unknown'],
  ] as const)('transfer staff who share, %s: the agreement of article 20 is %s', (said, status) => {
    const { assessment } = outcomeOf(guangdong, read({ staffShare: said }), table)
    const found = assessment.findings.find(({ norm }) => norm === 'gd.staff.agreement')
    expect(found?.status).toBe(status)
    expect(outcomeOf(nation, read({ staffShare: said }), table).money?.net).toBe(88_000_000n)
  })

  test('Shanghai deducts upkeep, so the same deal leaves another net income', () => {
    const { money } = outcomeOf(shanghai, read(), table)
    expect(money?.net).toBe(85_000_000n)
    const floors = Object.fromEntries((money?.floors ?? []).map(({ id, amount }) => [id, amount]))
    expect(floors).toEqual({ contributors: 59_500_000n, tto: 8_500_000n })
  })

  test.each([
    ['8%', 'breached'],
    ['10%', 'met'],
    ['15%', 'met'],
    ['18%', 'met'],
    ['0%', 'met'],
  ])('an office share of %s is %s in Shanghai’s draft, which advises', (tto, status) => {
    const { assessment } = outcomeOf(shanghai, read({ tto }), table)
    const found = assessment.findings.filter(
      ({ topic, pack }) => topic === 'allocation.tto' && pack === 'cn-sh-draft-2024',
    )
    expect(found.map((each) => each.status)).toContain(status)
    expect(found.every(({ advisory }) => advisory)).toBe(true)
  })

  test('a share between the floors is lawful in the nation and not in Guangdong', () => {
    const scenario = read({ contributors: '60%' })
    const rows = byTopics(
      [nation, guangdong].map((law) => outcomeOf(law, scenario, table).assessment),
    )
    const row = rows.find(({ topic }) => topic === 'allocation.contributors')
    expect(row?.cells.map((cell) => cell?.status)).toEqual(['met', 'breached'])
    expect(rows.indexOf(row as never)).toBeLessThan(rows.findIndex(({ differs }) => !differs))
  })

  test('costs that take all of the income leave nothing to share out', () => {
    const costs = [{ kind: 'tax', amount: '1000000' }]
    expect(outcomeOf(guangdong, read({ costs }), table)).toMatchObject({
      isUsedUp: true,
      members: [],
    })
  })

  test('before the guidelines were in force only the nation speaks', () => {
    const { assessment } = outcomeOf(guangdong, read({ day: '2025-06-30' }), table)
    const status = (id: string) => assessment.findings.find(({ norm }) => norm === id)?.status
    expect(status('gd.allocation.contributors')).toBe('na')
    expect(status('cn.allocation.contributors')).toBe('met')
  })
})

describe('a deal that is paid in parts', () => {
  const fixed = (amount: string, on: string) => ({ ...firstPayment('fixed', on), amount })

  test('costs are covered by the first payments, and each is shared out by itself', () => {
    const payments = [fixed('100000', '2026-07-01'), fixed('900000.01', '2027-07-01')]
    const { course, money, parts, members } = outcomeOf(guangdong, read({ payments }), table)
    // 120,000 of costs count in Guangdong: the first payment does not cover them.
    expect(course.map(({ on, shared }) => [on, shared?.net])).toEqual([
      ['2026-07-01', undefined],
      ['2027-07-01', 88_000_001n],
    ])
    expect([money?.net, money?.unassigned]).toEqual([88_000_001n, 0n])
    expect(parts?.contributors).toBe(61_600_001n)
    expect(members.reduce((sum, { amount }) => sum + amount, 0n)).toBe(61_600_001n)
  })

  test('what comes in another year is taxed with that year', () => {
    const members = [{ share: '100%', award: 'cash' as const, isChief: false, other: '' }]
    const at = (on: string) =>
      outcomeOf(
        guangdong,
        read({
          ...{ members, costs: [] },
          payments: [fixed('500000', '2026-07-01'), fixed('500000', on)],
        }),
        table,
      ).members[0]
    const [same, later] = [at('2026-12-31'), at('2027-01-01')]
    expect(later?.amount).toBe(same?.amount)
    expect(later?.afterTax?.full ?? 0n).toBeGreaterThan(same?.afterTax?.full ?? 0n)
  })

  test('a milestone falls due some days after it; a royalty by bands, at least its minimum', () => {
    const royalty = {
      ...{
        ...firstPayment('royalty', '2027-01-01'),
        to: '2029-12-31',
        amount: '20000',
        days: '60',
      },
      bands: [
        { upTo: '1000000', rate: '3%' },
        { upTo: '', rate: '5' },
      ],
      sales: '500000 1,600,000',
    }
    const milestone = { ...firstPayment('milestone', '2026-12-20'), amount: '300000' }
    const scenario = read({ payments: [royalty, milestone] })
    // 500,000 at 3 % is 15,000, so the minimum; then 1,000,000 at 3 % and 600,000 at 5 %, twice.
    expect(scenario.payments.map(({ on, amount, of }) => `${on} ${amount} ${of}`)).toEqual([
      '2027-01-19 30000000 1',
      '2028-02-29 2000000 0',
      '2029-03-01 6000000 0',
      '2030-03-01 6000000 0',
    ])
    expect(scenario.income).toBe(44_000_000n)
    // Counted over the life of the contract the second year begins within the first band.
    const life = read({ payments: [{ ...royalty, counts: 'life' }] })
    expect(life.payments.map(({ amount }) => amount)).toEqual([2_000_000n, 7_000_000n, 8_000_000n])
  })

  test('a royalty by the piece counts what is sold month by month', () => {
    const royalty = {
      ...{ ...firstPayment('royalty', '2027-01-01'), unit: '盒', every: '1', to: '2027-03-31' },
      ...{ amount: '5000', days: '30', counts: 'life' as const, sales: '600 601 1' },
      bands: [
        { upTo: '1,000', rate: '12.5' },
        { upTo: '', rate: '10.005' },
      ],
    }
    const { payments } = read({ payments: [royalty] })
    expect(payments.map(({ on, amount }) => `${on} ${amount}`)).toEqual([
      ...['2027-03-02 750000', '2027-03-30 701101', '2027-04-30 500000'],
    ])
  })

  test('what cannot be read is told at its payment', () => {
    const each = [{ upTo: '', rate: '12.5' }]
    const wrong = [
      fixed('0', '2026-07-01'),
      fixed('1', '2026-02-30'),
      { ...firstPayment('milestone', '2026-07-01'), days: 'soon' },
      { ...firstPayment('royalty', '2026-07-01'), to: '2026-06-30' },
      { ...firstPayment('royalty', '2026-07-01'), sales: 'much' },
      { ...firstPayment('royalty', '2026-07-01'), every: '3', to: '2066-06-30' },
      { ...firstPayment('royalty', '2026-07-01'), unit: '台' },
      { ...firstPayment('royalty', '2026-07-01'), unit: '台', bands: each, sales: '1.5' },
      { ...firstPayment('royalty', '2026-07-01'), unit: ' ', bands: each },
    ]
    const fieldsOf = (payments: typeof wrong) => {
      const found = readScenario({ ...firstScenario('2026-06-30', []), payments })
      return 'problems' in found ? found.problems.map(({ field }) => field) : []
    }
    expect(fieldsOf(wrong)).toEqual(
      [0, 1, 2, 3, 4, 6, 7, 8].map((at) => `payments[${at}]`).concat('payments'),
    )
  })
})

describe('others who hold the title, the platform company and the rule of the house', () => {
  test('what comes in for other holders is nobody’s net income here', () => {
    const partners = ['30%', '20%']
    const { course, money } = outcomeOf(guangdong, read({ partners }), table)
    expect(course[0]).toMatchObject({ income: 50_000_000n, others: [30_000_000n, 20_000_000n] })
    expect(money?.net).toBe(38_000_000n)
    const found = readScenario({ ...firstScenario('2026-06-30', []), partners: ['60%', '40%'] })
    expect(found).toMatchObject({ problems: [{ field: 'partners[1]' }] })
  })

  const steps = (share: string) => [{ above: '0', share, fixed: null }]
  const house = ruleOfHouse(
    [
      {
        ...{ modes: [], basis: 'each', staff: steps('2%') },
        layers: [
          { layer: 'contributors', steps: steps('60%') },
          { layer: 'department', steps: steps('5%') },
          { layer: 'office', steps: steps('6%') },
          { layer: 'company', steps: steps('4%') },
        ],
      },
    ],
    'license',
  )

  test('the rule of the house gives every layer its part, and the law moves what it must', () => {
    const typed = { byRule: true, viaCompany: true }
    const { parts, money } = outcomeOf(guangdong, read(typed), table, {}, { split: house })
    // 60 % would be below the floor of 70 %: the institution gives what is lacking.
    expect(parts).toMatchObject({
      ...{ contributors: 61_600_000n, department: 4_400_000n, office: 5_280_000n },
      ...{ company: 3_520_000n, institution: 13_200_000n, staff: 1_760_000n },
    })
    expect(money?.unassigned).toBe(0n)
    const alone = outcomeOf(guangdong, read({ byRule: true }), table, {}, { split: house })
    expect(alone.parts).toMatchObject({ company: 0n, institution: 16_720_000n })
  })

  test('the company has its part of what the office takes', () => {
    const { parts } = outcomeOf(guangdong, read({ viaCompany: true, company: '40%' }), table)
    expect(parts).toMatchObject({ office: 5_280_000n, company: 3_520_000n })
  })
})

describe('after tax', () => {
  test('each band taxes what lies in it, on top of other income', () => {
    if (!table) throw new Error('no table')
    const tax = (other: number, amount: number) =>
      taxOnTop(table, fen(BigInt(other) * 100n), fen(BigInt(amount) * 100n))
    expect(tax(0, 36_000)).toBe(108_000n)
    expect(tax(0, 144_000)).toBe(1_188_000n)
    expect(tax(36_000, 108_000)).toBe(1_080_000n)
    expect(tax(960_000, 100)).toBe(4_500n)
    expect(tax(144_000, 1)).toBe(20n)
  })

  test('an open question shows both outcomes; what the law forbids shows one', () => {
    const open = outcomeOf(guangdong, read(), table)
    expect(open.relief).toBe('unknown')
    expect(Object.keys(open.members[0]?.afterTax ?? {})).toEqual(['full', 'reduced'])
    const [first] = open.members
    expect(first?.afterTax?.reduced ?? 0n).toBeGreaterThan(first?.afterTax?.full ?? 0n)
    const sure = outcomeOf(guangdong, read({ relief: 'yes' }), table)
    expect(Object.keys(sure.members[0]?.afterTax ?? {})).toEqual(['reduced'])
    const barred = outcomeOf(guangdong, read({ mode: 'cooperation', relief: 'yes' }), table)
    expect(barred.relief).toBe('no')
    expect(Object.keys(barred.members[0]?.afterTax ?? {})).toEqual(['full'])
  })

  test('members share to the fen what the contributors receive; equity is not estimated', () => {
    const members = ['33.3333%', '33.3333%', '33.3334%'].map((share, at) => ({
      share,
      award: at === 0 ? ('equity' as const) : ('cash' as const),
      isChief: false,
      other: '',
    }))
    const { members: found } = outcomeOf(guangdong, read({ members, income: '1000000.01' }), table)
    expect(found.reduce((sum, { amount }) => sum + amount, 0n)).toBe(61_600_001n)
    expect(found[0]?.afterTax).toBeUndefined()
  })

  test('without a table there is no estimate', () => {
    expect(outcomeOf(guangdong, read(), undefined).members[0]?.afterTax).toBeUndefined()
    expect(taxTableOn(tables, '2018-12-31')).toBeUndefined()
  })
})

describe('a plan begins at the bounds of the laws it is held against', () => {
  const partsUnder = (...laws: readonly Law[]) => {
    const { contributors, tto, staff, equity } = firstScenario('2026-06-30', laws)
    return [contributors, tto, staff, equity]
  }
  test.each<[string, readonly Law[], readonly string[]]>([
    ['of all of them', [guangdong, shanghai, nation], ['70%', '10%', '30%', '70%']],
    ['of one with a ceiling', [guangdong], ['70%', '15%', '10%', '50%']],
    ['of the nation', [nation], ['50%', '0%', '10%', '50%']],
    ['of none', [], ['0%', '0%', '10%', '0%']],
  ])('%s', (_whose, laws, parts) => expect(partsUnder(...laws)).toEqual(parts))

  test('and is in order under each', () => {
    for (const law of [guangdong, shanghai, nation]) {
      const { findings } = outcomeOf(law, read(), table).assessment
      expect(
        findings.filter(({ status }) => status === 'breached').map(({ norm }) => norm),
      ).toEqual([])
    }
  })
})

describe('what cannot be read is told at its field', () => {
  const fieldsOf = (change: Partial<Scenario>) => {
    const found = readScenario({
      ...firstScenario('2026-06-30', [guangdong, shanghai, nation]),
      ...change,
    })
    return 'problems' in found ? found.problems.map(({ field }) => field) : []
  }
  test.each<[Partial<Scenario>, readonly string[]]>([
    [{ income: '一百万' }, ['income']],
    [{ income: '0' }, ['income']],
    [{ income: '1.005' }, ['income']],
    [{ day: '2026-02-30' }, ['day']],
    [{ contributors: '170%' }, ['contributors']],
    [{ contributors: '90%', tto: '20%' }, ['tto']],
    [{ costs: [{ kind: 'tax', amount: '-1' }] }, ['costs[0]']],
    [{ tto: 'x', staff: 'y' }, ['tto', 'staff']],
    [{ mode: 'equity_contribution', stake: '0' }, ['stake']],
    [{ mode: 'equity_contribution', stake: '130%' }, ['stake']],
    [{ members: [{ share: '99%', award: 'cash', isChief: false, other: '' }] }, ['members[0]']],
    [{ members: [{ share: '100%', award: 'cash', isChief: false, other: 'x' }] }, ['other[0]']],
    [{}, []],
  ])('%j', (change, fields) => expect(fieldsOf(change)).toEqual(fields))

  test('a share may be typed as 70, 70% or 0.7', () => {
    for (const contributors of ['70', '70%', '0.7', '７０％']) {
      expect(read({ contributors }).contributors).toEqual({ n: 7n, d: 10n })
    }
  })
})
