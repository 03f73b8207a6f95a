import { describe, expect, test } from 'vitest'
import { disposalOf, releaseOf, treatmentOf } from './costs.ts'
import { keyOfNumber, type Sign, taggedOn, tagPeriods, untouched } from './signs.ts'

// From what the registers show to the tags, and from the tags of a day to the treatment of a cost.

const sign = (on: string, told: Omit<Sign, 'on' | 'source'>): Sign =>
  ({ ...told, on, source: 'test' }) as Sign
const obtained = (on: string, of = 'A') => sign(on, { what: 'right_obtained', of } as Sign)
const lost = (on: string, of?: string, cause = 'transferred') =>
  sign(on, { what: 'right_lost', cause, ...(of && { of }) } as Sign)
const signed = (on: string, of: string) => sign(on, { what: 'contract_signed', of } as Sign)
const fell = (on: string, of?: string) =>
  sign(on, { what: 'contract_fell', ...(of && { of }) } as Sign)
const intended = (on: string, of = 'ledger') => sign(on, { what: 'intended', of } as Sign)
const withdrawn = (on: string, of = 'ledger') =>
  sign(on, { what: 'intention_withdrawn', of } as Sign)
const decided = (on: string, more: object = {}) =>
  sign(on, {
    what: 'stage_decided',
    conditionsMet: true,
    inseparable: false,
    evidence: [{ kind: 'appraisal', document: '评估报告' }],
    ...more,
  } as Sign)
const ended = (on: string, assetFormed: boolean) =>
  sign(on, { what: 'development_ended', assetFormed } as Sign)

const tags = (day: string, ...signs: Sign[]) => {
  const { attribute, stage, conversion, count } = taggedOn(signs, day).tags
  return [attribute, stage, conversion, count]
}

describe('tags by signs', () => {
  test.each([
    ['nothing', [], ['unauthorised', 'research', 'none', 0]],
    ['obtained', [obtained('2026-01-01')], ['authorised', 'research', 'none', 0]],
    ['obtained later', [obtained('2026-12-01')], ['unauthorised', 'research', 'none', 0]],
    ['obtained nobody knows when', [obtained('')], ['authorised', 'research', 'none', 0]],
    [
      'one of two rights lost',
      [obtained('2026-01-01'), obtained('2026-01-01', 'B'), lost('2026-02-01', 'B')],
      ['authorised', 'research', 'none', 0],
    ],
    [
      'both lost, told out of order',
      [
        lost('2026-03-01', 'A'),
        obtained('2026-01-01', 'B'),
        obtained('2026-01-01'),
        lost('2026-02-01', 'B'),
      ],
      ['lapsed', 'research', 'none', 0],
    ],
    [
      'a contract told by the register and by the case counts once',
      [signed('2026-01-01', 'one'), signed('2026-01-02', 'one')],
      ['unauthorised', 'research', 'converted', 1],
    ],
    [
      'two licences',
      [signed('2026-01-01', 'one'), signed('2026-01-02', 'two')],
      ['unauthorised', 'research', 'converted', 2],
    ],
    [
      'one of them fell, and what never stood falls in vain',
      [
        signed('2026-01-01', 'one'),
        signed('2026-01-02', 'two'),
        fell('2026-02-01', 'one'),
        fell('2026-02-02', 'nine'),
      ],
      ['unauthorised', 'research', 'converted', 1],
    ],
    [
      'in development',
      [intended('2026-01-01'), decided('2026-01-02')],
      ['unauthorised', 'development', 'intended', 0],
    ],
    [
      'one of two intentions withdrawn',
      [
        intended('2026-01-01'),
        intended('2026-01-01', 'X'),
        withdrawn('2026-01-05', 'X'),
        decided('2026-01-06'),
      ],
      ['unauthorised', 'development', 'intended', 0],
    ],
    [
      'the only one withdrawn',
      [intended('2026-01-01'), decided('2026-01-02'), withdrawn('2026-01-05')],
      ['unauthorised', 'research', 'none', 0],
    ],
  ] as const)('%s', (_name, signs, expected) =>
    expect(tags('2026-06-30', ...signs)).toEqual(expected),
  )

  test('each tag is opened to the signs that bear on it', () => {
    const all = [obtained('2026-01-01'), intended('2026-01-02'), decided('2026-01-03')]
    const { grounds } = taggedOn(all, '2026-06-30')
    const told = Object.values(grounds).map((signs) => signs.map(({ what }) => what))
    expect(told).toEqual([['right_obtained'], ['intended', 'stage_decided'], ['intended']])
  })

  test.each([
    ['ZL 2021 1 0123456.7', '202110123456.7'],
    ['zl202110123456.7', '２０２１１０１２３４５６７'],
    ['示例-1', '示例1'],
  ])('%s and %s are one number', (one, other) => expect(keyOfNumber(one)).toBe(keyOfNumber(other)))
})

describe('costs by the stage of their day', () => {
  const way = [
    obtained('2026-05-10'),
    intended('2026-02-01'),
    decided('2026-03-01'),
    ended('2026-09-01', true),
  ]
  const cost = (on: string, isForObtaining = false, signs: readonly Sign[] = way) =>
    treatmentOf(signs, { on, isForObtaining }, '2026-12-31').treatment
  test.each([
    ['2026-02-28', 'expense'],
    ['2026-03-01', 'collect'],
    ['2026-08-31', 'collect'],
    ['2026-09-01', 'capitalise'],
    ['2026-09-02', 'expense'],
  ])('spent on %s: %s', (on, expected) => expect(cost(on)).toBe(expected))

  test('a new finding on the stage begins development anew', () => {
    const again = [...way, decided('2026-10-01')]
    expect(cost('2026-09-15', false, again)).toBe('expense')
    expect(cost('2026-10-02', false, again)).toBe('collect')
  })

  test('spent after development came to nothing', () => {
    const nothing = [...way.slice(0, 3), ended('2026-09-01', false)]
    expect(cost('2026-09-02', false, nothing)).toBe('expense')
  })

  test('fees of obtaining a right outside development are capitalised once it is obtained', () => {
    const right = [obtained('2026-05-10')]
    expect(cost('2026-04-20', true, right)).toBe('capitalise_fees')
    expect(cost('2026-04-20', false, right)).toBe('expense')
    expect(cost('2026-04-20', true, [])).toBe('expense')
    const before = treatmentOf(right, { on: '2026-04-20', isForObtaining: true }, '2026-04-30')
    expect(before.treatment).toBe('expense')
  })

  test('what a right came to in the end says nothing about a cost', () => {
    const gone = [obtained('2026-01-01'), lost('2026-02-01')]
    expect(cost('2026-03-01', false, gone)).toBe('expense')
  })

  test.each([
    ['runs', way.slice(0, 3), undefined],
    ['an asset resulted', way, 'capitalise'],
    ['none resulted', [...way.slice(0, 3), ended('2026-09-01', false)], 'expense'],
    ['left without an end', [...way.slice(0, 3), withdrawn('2026-08-01')], 'needs_confirmation'],
  ] as const)('collected costs, development %s', (_name, signs, expected) =>
    expect(releaseOf(signs, '2026-12-31')?.treatment).toBe(expected),
  )

  test.each([
    [[obtained('2026-01-01')], undefined],
    [[obtained('2026-01-01'), lost('2026-02-01')], 'derecognise'],
    [[obtained('2026-01-01'), lost('2026-02-01', undefined, 'abandoned')], 'write_off'],
  ] as const)('what is on the books, %#', (signs, expected) =>
    expect(disposalOf(signs, '2026-12-31')?.treatment).toBe(expected),
  )
})

describe('the stretches of days through which tags stay', () => {
  test('each begins with the sign that changed a tag, and those between them change none', () => {
    const signs = [
      obtained('2024-05'),
      intended('2026-01-05'),
      decided('2026-01-05'),
      signed('2026-02-01', 'one'),
      signed('2026-02-03', 'one'),
      lost('2026-07-01', 'A'),
    ]
    const periods = tagPeriods(signs)
    expect(periods.map(({ since }) => since)).toEqual([
      '2024-05',
      '2026-01-05',
      '2026-02-01',
      '2026-07-01',
    ])
    for (const on of ['2024-04-30', '2024-05-01', '2026-01-05', '2026-02-02', '2026-12-31']) {
      const last = periods.findLast(({ since }) => since <= on)
      expect(last?.tags ?? untouched, on).toEqual(taggedOn(signs, on).tags)
    }
  })

  test('nothing told, or nothing that changes a tag, makes none', () => {
    expect(tagPeriods([])).toEqual([])
    expect(tagPeriods([withdrawn('2026-01-01')])).toEqual([])
    expect(tagPeriods([obtained('')])).toMatchObject([{ since: '' }])
  })
})
