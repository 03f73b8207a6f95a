import { day, type Words } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { assess, checkRule, compile, type NormDocument, type Pack, parseFacts } from './index.ts'

const say = (text: string): Words => ({ zh: text, en: text })

const share: NormDocument = {
  id: 'x.share',
  topic: 'share',
  title: say('share'),
  cite: 'a1',
  met: 'planned >= income * $share',
  requiredFor: ['pay'],
}
const notice: NormDocument = {
  id: 'x.notice',
  topic: 'notice',
  title: say('notice'),
  cite: 'a2',
  applies: 'noticeOn != none',
  met: 'asOf > periodEnd(noticeOn, $wait)',
  open: 'asOf <= periodEnd(noticeOn, $wait)',
  opens: 'periodEnd(noticeOn, $wait) + 1',
  requiredFor: ['decide'],
}

/** An invented law with invented numbers. */
const pack: Pack = {
  id: 'x',
  jurisdiction: 'x',
  title: say('invented'),
  revision: 1,
  status: 'published',
  sources: [
    { id: 'x-law', title: say('invented'), status: 'in-force', inForce: { from: '2025-01-01' } },
  ],
  facts: {
    income: { label: say('income'), type: 'money' },
    planned: { label: say('planned'), type: 'money' },
    noticeOn: { label: say('notice'), type: 'date', nullable: true, event: true },
  },
  actions: { pay: say('pay'), decide: say('decide') },
  parameters: {
    share: {
      label: say('share'),
      type: 'ratio',
      bound: 'floor',
      values: [{ from: '2025-01-01', value: '30%', cite: 'a1' }],
    },
    wait: {
      label: say('wait'),
      type: 'days',
      bound: 'minPeriod',
      values: [{ from: '2025-01-01', value: 5, cite: 'a2' }],
    },
  },
  definitions: {},
  interpretations: {},
  norms: [share, notice],
}
const YEAR = { year: 2026, holidays: [], workdays: [], verified: true }

function look(facts: unknown, asOf: string, documents = pack, years = [YEAR]) {
  const law = compile([documents], years)
  const seen = assess(law, parseFacts(law, facts), { asOf: day(asOf) })
  return (id: string) => ({
    finding: seen.findings.find(({ norm }) => norm === id),
    actions: seen.actions,
  })
}

describe('status and verdict', () => {
  test('a missing fact is unknown and named, and does not allow the act', () => {
    const { finding, actions } = look({ income: '1000' }, '2026-03-02')('x.share')
    expect(finding).toMatchObject({
      status: 'unknown',
      possible: ['met', 'breached'],
      missing: ['planned'],
    })
    expect(actions['pay']?.can).toBe('unknown')
  })

  test.each([
    ['299', 'breached', 'no'],
    ['300', 'met', 'yes'],
  ])('a floor of 300 fen and %s planned: %s', (planned, status, can) => {
    const { finding, actions } = look({ income: '1000', planned }, '2026-03-02')('x.share')
    expect([finding?.status, actions['pay']?.can]).toEqual([status, can])
  })

  test('a draft advises and never blocks', () => {
    const draft: Pack = { ...pack, status: 'draft' }
    const { finding, actions } = look(
      { income: '1000', planned: '0' },
      '2026-03-02',
      draft,
    )('x.share')
    expect(finding).toMatchObject({ status: 'breached', advisory: true })
    expect(actions['pay']).toMatchObject({
      can: 'yes',
      because: [],
      warnings: [{ norm: 'x.share' }],
    })
  })

  test('outside its source nothing applies', () => {
    const { finding } = look({ income: '1000', planned: '0' }, '2024-12-31')('x.share')
    expect(finding?.status).toBe('na')
  })
})

describe('a condition that is known to be none', () => {
  const isShown = { label: say('shown'), type: 'bool', nullable: true } as const
  const asked = (change: Partial<NormDocument>, costs?: readonly object[]) =>
    look({ isShown: null, ...(costs ? { costs } : {}) }, '2026-03-02', {
      ...pack,
      facts: {
        ...pack.facts,
        isShown,
        costs: { label: say('costs'), type: { list: { isShown } } },
      },
      norms: [{ ...share, ...change } as NormDocument],
    })('x.share').finding?.status

  test.each<[string, Partial<NormDocument>, string]>([
    ['does not meet a norm', { met: 'isShown' }, 'breached'],
    ['does not complete a list', { met: { all: ['isShown', 'true'] } }, 'breached'],
    ['is none of the ways', { met: { any: ['isShown', 'false'] } }, 'breached'],
    ['violates nothing', { met: undefined, violated: 'isShown' } as never, 'met'],
    ['makes nothing apply', { applies: 'isShown', met: false }, 'na'],
    ['holds nothing open', { met: false, open: 'isShown' }, 'breached'],
    ['holds nothing open in a list', { met: false, open: 'isShown and isShown' }, 'breached'],
  ])('%s', (_, change, status) => expect(asked(change)).toBe(status))

  test('counts in no row', () => {
    const rows = [{ isShown: null }, { isShown: true }]
    expect(asked({ met: 'every(costs, c, c.isShown)' }, rows)).toBe('breached')
    expect(asked({ met: 'count(costs, c, true, c.isShown) == 1' }, rows)).toBe('met')
  })
})

describe('a waiting period', () => {
  // From Monday 2 March five days end on Saturday the 7th and roll to Monday the 9th.
  test.each([
    ['2026-03-09', 'pending', 'no'],
    ['2026-03-10', 'met', 'yes'],
  ])('on %s it is %s', (asOf, status, can) => {
    const { finding, actions } = look({ noticeOn: '2026-03-02' }, asOf)('x.notice')
    expect([finding?.status, actions['decide']?.can]).toEqual([status, can])
    expect(finding?.opens).toBe(status === 'pending' ? '2026-03-10' : undefined)
  })

  test('without the calendar of the year it does not end by itself', () => {
    const { finding } = look({ noticeOn: '2026-03-02' }, '2026-03-20', pack, [])('x.notice')
    expect(finding).toMatchObject({
      status: 'unknown',
      missing: ['calendar:2026'],
      calendarMissing: [2026],
    })
  })

  test('an event later than the day asked has not happened', () => {
    expect(look({ noticeOn: '2026-03-02' }, '2026-03-01')('x.notice').finding?.status).toBe('na')
  })
})

describe('an institution’s rules', () => {
  const law = compile([pack], [YEAR])
  const rule = (value: string) => ({
    param: 'share',
    from: '2026-01-01',
    value,
    by: '示例',
    basis: '1',
  })

  test('a laxer one is refused with the article, a stricter one stands', () => {
    expect(checkRule(law.layers, rule('29%'))).toMatchObject([
      { code: 'laxer-than-law', cite: { source: 'x-law', at: 'a1' } },
    ])
    expect(checkRule(law.layers, rule('40%'))).toEqual([])
  })

  test('a breach of the stricter rule alone is the institution’s', () => {
    const of = (planned: string) => {
      const facts = parseFacts(law, { income: '1000', planned })
      const options = { asOf: day('2026-03-02'), rules: [rule('40%')] }
      return assess(law, facts, options).findings.find(({ norm }) => norm === 'x.share')?.breachOf
    }
    expect([of('350'), of('250'), of('400')]).toEqual(['institution', 'law', undefined])
  })
})

test('a pack read back from JSON has the same hash', () => {
  const copy = JSON.parse(JSON.stringify(pack)) as Pack
  expect(compile([copy]).hash).toBe(compile([pack]).hash)
  expect(compile([{ ...pack, revision: 2 }]).hash).not.toBe(compile([pack]).hash)
})

test.each([
  [{ nothing: 1 }, 'nothing'],
  [{ income: '1.5' }, 'income'],
  [{ noticeOn: '2026-02-30' }, 'noticeOn'],
  [{ income: null }, 'income'],
])('facts %j are refused at %s', (facts, field) => {
  expect(() => parseFacts(compile([pack]), facts)).toThrow(expect.objectContaining({ field }))
})

describe('a special norm in place of the general one', () => {
  const special: NormDocument = {
    id: 'x.special',
    topic: 'share',
    title: say('special'),
    cite: 'a1',
    applies: 'noticeOn != none',
    met: true,
    replaces: ['x.share'],
  }
  const both = { ...pack, norms: [share, special] }
  const breach = { income: '100', planned: '1' }

  test('silences it where it applies', () => {
    const at = look({ ...breach, noticeOn: '2026-03-01' }, '2026-03-20', both)
    expect(at('x.share').finding?.status).toBe('na')
  })

  test('leaves it standing where it does not apply, or may not', () => {
    const without = look({ ...breach, noticeOn: null }, '2026-03-20', both)
    expect(without('x.share').finding?.status).toBe('breached')
    const unclear = look(breach, '2026-03-20', both)
    expect(unclear('x.share').finding?.status).toBe('breached')
    expect(unclear('x.share').actions['pay']?.can).toBe('no')
  })
})

test('a term that asks for the last day answers each norm with its own', () => {
  const inTime = { label: say('in time'), type: 'bool', is: 'noticeOn <= due', cite: 'a1' } as const
  const before = (id: string, due: string): NormDocument => ({
    ...notice,
    id,
    applies: true,
    met: 'inTime',
    due,
    open: false,
  })
  const norms = [before('x.early', '2026-03-01'), before('x.late', '2026-03-09')]
  const dues: Pack = { ...pack, definitions: { inTime }, norms }
  const at = look({ noticeOn: '2026-03-05' }, '2026-03-20', dues)
  expect(['x.early', 'x.late'].map((id) => at(id).finding?.status)).toEqual(['breached', 'met'])
})

test('a term that leads back to itself is unknown, and says so', () => {
  const circle = { label: say('circle'), type: 'money', is: 'circle + income', cite: 'a1' } as const
  const norms = [{ ...share, met: 'planned >= circle' }]
  const at = look({ income: '1', planned: '1' }, '2026-03-20', {
    ...pack,
    definitions: { circle },
    norms,
  })
  expect(at('x.share').finding).toMatchObject({ status: 'unknown', missing: ['circle'] })
})
