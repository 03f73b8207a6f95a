import { describe, expect, test } from 'vitest'
import { type AssetSign, countsOf, lineOf, signsOfContract, signsOfRight, sumsOf } from './asset.ts'
import { type CostAt, lastDayOf, proposalsOn } from './proposal.ts'

const source = { register: 'case', id: 'k', number: null, title: '', isDayKnown: true } as const
const development: readonly AssetSign[] = [
  { what: 'intended', of: 'ledger', on: '2026-03-01', source },
  {
    what: 'stage_decided',
    conditionsMet: true,
    inseparable: false,
    evidence: [{ kind: 'appraisal', document: '报告' }],
    on: '2026-03-10',
    source,
  },
]
const formed: AssetSign = { what: 'development_ended', assetFormed: true, on: '2026-06-01', source }
const obtained: AssetSign = { what: 'right_obtained', of: 'A', on: '2026-07-01', source }
const lost: AssetSign = {
  what: 'right_lost',
  of: 'A',
  cause: 'transferred',
  on: '2026-08-01',
  source,
}

const cost = (
  id: string,
  spentOn: string,
  amountFen: string,
  more: Partial<CostAt> = {},
): CostAt => ({
  ...{ id, spentOn, amountFen, kind: 'testing', reverses: null, bookedAs: null, releasedAs: null },
  ...more,
})
const obtaining = new Set(['obtaining'])
const on = (asOf: string, signs: readonly AssetSign[], costs: CostAt[], bookFen = 0n) =>
  proposalsOn({ signs, costs, bookFen, obtaining }, asOf).map(
    ({ step, treatment, amountFen, costs: ids }) => [step, treatment, amountFen, ids.join()],
  )

describe('proposals', () => {
  const costs = [
    cost('a', '2026-02-01', '100'),
    cost('b', '2026-03-10', '250'),
    cost('c', '2026-04-02', '50'),
  ]

  test('costs before the stage are expensed, those in it collected', () => {
    expect(on('2026-03-31', development, costs)).toEqual([
      ['first', 'expense', '100', 'a'],
      ['first', 'collect', '250', 'b'],
    ])
  })

  test('what was collected is capitalised once an asset resulted', () => {
    const booked = costs.map((one) => ({
      ...one,
      bookedAs: one.id === 'a' ? 'expense' : 'collect',
    }))
    expect(on('2026-05-31', development, booked)).toEqual([])
    expect(on('2026-06-30', [...development, formed], booked)).toEqual([
      ['release', 'capitalise', '300', 'b,c'],
    ])
    const released = booked.map((one) => ({ ...one, releasedAs: 'capitalise' }))
    expect(on('2026-06-30', [...development, formed], released)).toEqual([])
  })

  test('a cost taken back before it was booked comes to nothing', () => {
    const back = cost('r', '2026-04-03', '-50', { reverses: 'c' })
    const [, , , ...rest] = on('2026-04-30', development, [...costs, back])
    expect(rest).toEqual([])
    expect(on('2026-04-30', development, [costs[2] as CostAt, back])).toEqual([])
  })

  test('one taken back after is booked as it was, whatever the stage is by then', () => {
    const booked = cost('a', '2026-02-01', '100', { bookedAs: 'expense' })
    const back = cost('r', '2026-04-03', '-100', { reverses: 'a' })
    expect(on('2026-04-30', development, [booked, back])).toEqual([
      ['first', 'expense', '-100', 'r'],
    ])
  })

  test('fees of obtaining are capitalised beside expensed research', () => {
    const fees = [
      cost('a', '2026-05-01', '100'),
      cost('f', '2026-06-20', '30', { kind: 'obtaining' }),
    ]
    expect(on('2026-07-31', [obtained], fees)).toEqual([
      ['first', 'expense', '100', 'a'],
      ['first', 'capitalise_fees', '30', 'f'],
    ])
  })

  test('an asset leaves the books with its right; what is on no books leaves none', () => {
    expect(on('2026-08-31', [obtained, lost], [], 330n)).toEqual([
      ['disposal', 'derecognise', '330', ''],
    ])
    expect(on('2026-08-31', [obtained, lost], [])).toEqual([])
    expect(on('2026-07-31', [obtained, lost], [], 330n)).toEqual([])
  })

  test.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (period, day) => expect(lastDayOf(period)).toBe(day))
})

describe('lines', () => {
  test('amounts by what was booked, to the fen', () => {
    const booked = [
      { step: 'first', treatment: 'expense', amountFen: '101' },
      { step: 'first', treatment: 'collect', amountFen: '300' },
      { step: 'first', treatment: 'capitalise_fees', amountFen: '33' },
      { step: 'release', treatment: 'capitalise', amountFen: '250' },
      { step: 'release', treatment: 'expense', amountFen: '50' },
      { step: 'disposal', treatment: 'derecognise', amountFen: '283' },
    ] as const
    expect(sumsOf([101n, 300n, 33n], booked)).toEqual({
      spentFen: 434n,
      expensedFen: 151n,
      collectedFen: 0n,
      capitalisedFen: 283n,
      disposedFen: 283n,
      bookFen: 0n,
    })
  })

  const right = {
    ...{ id: 'r', kind: 'invention', number: 'ZL1', title: '', status: 'granted' },
    ...{ grantedOn: '2026-01-05', validTo: null, lostOn: null, endsOn: null },
  }
  const told = (more: Partial<typeof right> & object) =>
    signsOfRight({ ...right, ...more } as never, ['invention']).map(({ what, on: day }) => [
      what,
      day,
    ])
  test.each([
    ['granted', {}, [['right_obtained', '2026-01-05']]],
    ['know-how', { kind: 'know_how' }, []],
    [
      'past its term',
      { endsOn: '2036-01-05' },
      [
        ['right_obtained', '2026-01-05'],
        ['right_lost', '2036-01-05'],
      ],
    ],
    ['still pending', { status: 'pending', grantedOn: null }, []],
    ['an application that lapsed', { status: 'deemed_withdrawn', grantedOn: null }, []],
    [
      'transferred',
      { status: 'transferred', lostOn: '2026-05-01' },
      [
        ['right_obtained', '2026-01-05'],
        ['right_lost', '2026-05-01'],
      ],
    ],
    [
      'lost nobody knows when: not before it was granted',
      { status: 'lapsed' },
      [
        ['right_obtained', '2026-01-05'],
        ['right_lost', '2026-01-05'],
      ],
    ],
  ])('a right, %s', (_name, more, expected) => expect(told(more)).toEqual(expected))

  const contract = {
    id: 'h',
    number: 'H-1',
    title: '',
    signedOn: '2026-02-03',
    status: 'performing',
    terminatedOn: null,
  }
  test.each([
    ['performing', ['contract_signed']],
    ['terminated', ['contract_signed', 'contract_fell']],
    ['not_effective', []],
  ])('a contract, %s', (status, expected) =>
    expect(signsOfContract({ ...contract, status }).map(({ what }) => what)).toEqual(expected),
  )

  test('a contract falls on the day it ended; where a ledger does not say, on no known day', () => {
    const fell = (terminatedOn: string | null) => {
      const ended = { ...contract, status: 'terminated', terminatedOn }
      const { on: day, source: from } = signsOfContract(ended)[1] ?? {}
      return [day, from?.isDayKnown]
    }
    expect(fell('2026-05-09')).toEqual(['2026-05-09', true])
    expect(fell(null)).toEqual(['2026-02-03', false])
  })

  test.each([
    ['invalidated', 'invalidated'],
    ['lapsed_expired', 'term_ended'],
    ['lapsed_unpaid', 'unrenewed'],
    ['lapsed_waived', 'abandoned'],
  ])('a right that is %s is lost as %s', (status, cause) => {
    const [, sign] = signsOfRight({ ...right, status } as never, ['invention'])
    expect(sign).toMatchObject({ what: 'right_lost', cause })
  })

  test('counts sum to the lines', () => {
    const entered = {
      ...{ id: '1', number: 'CG-1', title: '止血', department: null },
      enteredOn: '',
    }
    const none = sumsOf([], [])
    const line = (signs: readonly AssetSign[], fundingKind: string | null) =>
      lineOf({ ...entered, fundingKind }, signs, none, '2026-12-31')
    const lines = [line([], null), line([obtained], 'own'), line([...development], 'own')]
    const counts = countsOf(lines)
    for (const row of Object.values(counts)) {
      expect(Object.values(row).reduce((sum, one) => sum + one, 0)).toBe(lines.length)
    }
    expect(counts.attribute).toEqual({ unauthorised: 2, authorised: 1, lapsed: 0 })
    expect(counts.stage).toEqual({ research: 2, development: 1, indistinguishable: 0 })
  })
})
