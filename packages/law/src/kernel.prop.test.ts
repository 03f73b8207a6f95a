import { addDays, canonicalJson, type Day, day, type Words } from '@yizhuan/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AssessOptions,
  assess,
  assessmentToJson,
  type Bound,
  checkRule,
  compile,
  type InstitutionRule,
  type Law,
  type Pack,
  parameterAt,
  parseFacts,
  sensitivityOf,
} from './index.ts'

// What holds for every law and every case: on an invented law with one norm of each kind.

const say = (text: string): Words => ({ zh: text, en: text })
const bool = { label: say('b'), type: 'bool' } as const
const amount = { label: say('m'), type: 'money' } as const
const event = { label: say('d'), type: 'date', event: true, nullable: true } as const
const number = (bound: Bound, type: 'ratio' | 'days', value: string | number) => ({
  label: say(bound),
  type,
  bound,
  values: [
    { from: '2025-01-01', to: '2026-01-01', value, cite: 'a1' },
    { from: '2026-01-01', value, cite: 'a2' },
  ],
})

const pack: Pack = {
  id: 'x',
  jurisdiction: 'x',
  title: say('invented'),
  revision: 1,
  status: 'published',
  sources: [{ id: 'l', title: say('l'), status: 'in-force', inForce: { from: '2025-01-01' } }],
  facts: {
    income: amount,
    planned: amount,
    taken: amount,
    agreed: bool,
    special: bool,
    shownOn: event,
    signedOn: event,
    toldOn: event,
    costs: { label: say('costs'), type: { list: { amount, counts: bool } } },
  },
  actions: { sign: say('sign'), pay: say('pay') },
  parameters: {
    least: number('floor', 'ratio', '30%'),
    most: number('ceiling', 'ratio', '60%'),
    wait: number('minPeriod', 'days', 5),
    tell: number('maxPeriod', 'days', 10),
    same: number('fixed', 'ratio', '50%'),
  },
  definitions: {
    net: {
      label: say('net'),
      type: 'money',
      is: 'income - sum(costs, c, c.amount, c.counts)',
      cite: 'a3',
    },
  },
  interpretations: {
    counting: {
      label: say('counting'),
      type: 'date',
      question: say('?'),
      cite: 'a4',
      readings: {
        days: { text: say('days'), is: 'periodEnd(shownOn, $wait)' },
        working: { text: say('working'), is: 'workdays(shownOn, $wait)' },
      },
      default: 'days',
      rationale: say('!'),
    },
  },
  norms: [
    {
      id: 'floor',
      topic: 'floor',
      title: say('floor'),
      cite: 'a1',
      met: 'planned >= net * $least',
      requiredFor: ['pay'],
    },
    {
      id: 'ceiling',
      topic: 'ceiling',
      title: say('ceiling'),
      cite: 'a1',
      met: 'taken <= net * $most',
      requiredFor: ['pay'],
    },
    {
      id: 'half',
      topic: 'half',
      title: say('half'),
      cite: 'a1',
      applies: 'special',
      met: 'taken == net * $same',
      replaces: ['ceiling'],
    },
    {
      id: 'notice',
      topic: 'notice',
      title: say('notice'),
      cite: 'a4',
      anchor: ['shownOn'],
      met: { all: ['agreed', 'asOf > counting'] },
      open: 'signedOn == none',
      opens: 'counting + 1',
      requiredFor: ['sign'],
    },
    {
      id: 'told',
      topic: 'told',
      title: say('told'),
      cite: 'a5',
      anchor: ['signedOn'],
      applies: 'signedOn != none',
      due: 'periodEnd(signedOn, $tell)',
      met: 'toldOn <= due',
      requiredFor: ['pay'],
    },
    {
      id: 'clean',
      topic: 'clean',
      title: say('clean'),
      cite: 'a6',
      violated: 'some(costs, c, c.counts and c.amount > income)',
      requiredFor: ['pay'],
    },
  ],
}

const calendar = [2025, 2026, 2027].map((year) => ({
  year,
  holidays: [`${year}-05-01`, `${year}-10-01`],
  workdays: [],
  verified: true,
}))
const law = compile([pack], calendar)

const fen = fc.nat({ max: 2000 }).map(String)
const days = fc.integer({ min: 0, max: 900 }).map((n) => addDays(day('2024-12-20'), n))
const whenever = fc.option(days)
const row = fc.record({ amount: fen, counts: fc.boolean() }, { requiredKeys: [] })
const worlds = fc.record({
  income: fen,
  planned: fen,
  taken: fen,
  agreed: fc.boolean(),
  special: fc.boolean(),
  shownOn: whenever,
  signedOn: whenever,
  toldOn: whenever,
  costs: fc.array(row, { maxLength: 3 }),
})
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never
const names = Object.keys(pack.facts) as (keyof World)[]
const looks = fc.record({ asOf: days, working: fc.boolean() })
type Look = typeof looks extends fc.Arbitrary<infer L> ? L : never

const optionsOf = ({ asOf, working }: Look): AssessOptions => ({
  asOf,
  readings: working ? { counting: 'working' } : {},
})
const see = (of: Law, world: Partial<World>, look: Look, more: Partial<AssessOptions> = {}) =>
  assess(of, parseFacts(of, world), { ...optionsOf(look), ...more })

/** Worlds and looks under one law: while the day of an event is not known, the law of today is taken. */
const late = fc.integer({ min: 0, max: 600 }).map((n) => addDays(day('2026-01-01'), n))
const lateWorlds = fc
  .tuple(worlds, fc.option(late), fc.option(late))
  .map(([world, shownOn, signedOn]): World => ({ ...world, shownOn, signedOn }))
const lateLooks = fc.record({ asOf: late, working: fc.boolean() })

describe('what may still come', () => {
  test('more facts never widen it, and what was settled stays settled', () => {
    fc.assert(
      fc.property(
        lateWorlds,
        lateLooks,
        fc.subarray(names),
        fc.subarray(names),
        (world, look, some, more) => {
          const part = (known: readonly (keyof World)[]) =>
            Object.fromEntries(known.map((name) => [name, world[name]]))
          const early = see(law, part(some), look)
          const later = see(law, part([...some, ...more]), look)
          for (const [at, finding] of later.findings.entries()) {
            // A special norm that turns out to apply silences the general one: nothing was promised.
            const before = early.findings[at]?.possible ?? []
            const isReplaced = finding.norm === 'ceiling' && finding.status === 'na'
            if (!isReplaced) expect(before).toEqual(expect.arrayContaining([...finding.possible]))
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  test('all facts leave nothing open but what a row keeps back', () => {
    fc.assert(
      fc.property(worlds, looks, (world, look) => {
        const costs = world.costs.map(({ amount: n = '1', counts = true }) => ({
          amount: n,
          counts,
        }))
        for (const finding of see(law, { ...world, costs }, look).findings) {
          expect(finding.status).not.toBe('unknown')
          expect(finding.missing).toEqual([])
        }
      }),
    )
  })

  test('what is unknown names facts that are missing, and only those', () => {
    fc.assert(
      fc.property(worlds, looks, fc.subarray(names), (world, look, known) => {
        const part = Object.fromEntries(known.map((name) => [name, world[name]]))
        for (const finding of see(law, part, look).findings) {
          expect(finding.status === 'unknown').toBe(finding.missing.length > 0)
          for (const name of finding.missing)
            if (!name.includes('[')) expect(known).not.toContain(name)
        }
      }),
    )
  })
})

describe('an institution’s own rules', () => {
  const own = (param: string, value: string | number): InstitutionRule => ({
    param,
    from: '2025-01-01',
    value,
    by: 'x',
    basis: '1',
  })
  const shares = fc.integer({ min: 0, max: 100 }).map((n) => `${n}%`)
  const lengths = fc.integer({ min: 1, max: 40 })

  test.each<[Bound, string, fc.Arbitrary<string | number>, (n: number) => boolean]>([
    ['floor', 'least', shares, (n) => n >= 30],
    ['ceiling', 'most', shares, (n) => n <= 60],
    ['minPeriod', 'wait', lengths, (n) => n >= 5],
    ['maxPeriod', 'tell', lengths, (n) => n <= 10],
    ['fixed', 'same', shares, () => false],
  ])('a %s may be moved one way only, on every day', (bound, param, values, isStricter) => {
    fc.assert(
      fc.property(values, (value) => {
        const problems = checkRule(law.layers, own(param, value))
        const mayStand = isStricter(Number(String(value).replace('%', '')))
        expect(problems.length === 0).toBe(mayStand)
        // Both stretches of the law are crossed: each says no with its own article.
        if (!mayStand) expect(problems.map(({ cite }) => cite?.at)).toEqual(['a1', 'a2'])
        if (!mayStand && bound !== 'fixed') expect(problems[0]?.code).toBe('laxer-than-law')
      }),
    )
  })

  test.each([
    ['least', shares, ['floor']],
    ['most', shares, ['ceiling']],
    ['wait', lengths, ['notice']],
    ['tell', lengths, ['told']],
  ] as const)('a stricter %s never meets what the law does not', (param, values, norms) => {
    const arbitrary = values as fc.Arbitrary<string | number>
    fc.assert(
      fc.property(worlds, looks, arbitrary, (world, look, value) => {
        const rules = [own(param, value)]
        if (checkRule(law.layers, own(param, value)).length > 0) return
        const bare = see(law, world, look).findings
        for (const [at, finding] of see(law, world, look, { rules }).findings.entries()) {
          const legal = bare[at]
          if (!(norms as readonly string[]).includes(finding.norm)) {
            expect(finding.possible).toEqual(legal?.possible)
            continue
          }
          if (finding.status === 'met') expect(legal?.status).toBe('met')
          if (finding.status !== 'breached') continue
          const owner = legal?.status === 'breached' ? 'law' : 'institution'
          expect(finding.breachOf).toBe(owner)
        }
      }),
    )
  })

  test('the strictest of any rules applies, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(shares, { minLength: 1, maxLength: 5 }), (values) => {
        const value = (rules: InstitutionRule[]) =>
          parameterAt(law.layers, 'least', '2026-06-01', rules)?.value
        const rules = values.map((each) => own('least', each))
        expect(value(rules)).toEqual(value([...rules].reverse()))
        const most = Math.max(30, ...values.map((each) => Number(each.replace('%', ''))))
        expect(value(rules)).toEqual(value([own('least', `${most}%`)]))
      }),
    )
  })
})

test('a law read back from JSON has the same hash and answers the same, byte for byte', () => {
  const copy = compile(JSON.parse(JSON.stringify([pack])) as Pack[], calendar)
  expect(copy.hash).toBe(law.hash)
  fc.assert(
    fc.property(worlds, looks, fc.subarray(names), (world, look, known) => {
      const part = Object.fromEntries(known.map((name) => [name, world[name]]))
      const again = JSON.parse(JSON.stringify(part)) as Partial<World>
      const text = (of: Law, facts: Partial<World>) =>
        JSON.stringify(assessmentToJson(see(of, facts, look)))
      expect(text(copy, again)).toBe(text(law, part))
      // What JSON cannot hold would be lost in a record.
      const json = assessmentToJson(see(law, part, look))
      expect(JSON.parse(canonicalJson(json))).toEqual(JSON.parse(JSON.stringify(json)))
    }),
  )
})

test('on the last day of a notice it is pending, and the act opens on the day after', () => {
  fc.assert(
    fc.property(days, fc.boolean(), (shownOn, working) => {
      const at = (asOf: Day) =>
        see(law, { shownOn, agreed: true, signedOn: null }, { asOf, working }).findings.find(
          ({ norm }) => norm === 'notice',
        )
      if (shownOn < '2025-01-01' || shownOn > '2027-11-01') return
      const opens = at(shownOn)?.opens
      if (opens === undefined) throw new Error('a running notice says when it ends')
      expect(at(addDays(opens, -1))).toMatchObject({ status: 'pending', opens })
      expect(at(opens)).toMatchObject({ status: 'met', opens: undefined })
    }),
  )
})

test('other readings are told exactly where they change the answer', () => {
  fc.assert(
    fc.property(worlds, looks, (world, look) => {
      const facts = parseFacts(law, world)
      const other = { ...look, working: !look.working }
      const [here, there] = [look, other].map((each) =>
        see(law, world, each).findings.find(({ norm }) => norm === 'notice'),
      )
      const told = sensitivityOf(law, 'notice', facts, optionsOf(look))
      const expected =
        here?.status === there?.status
          ? []
          : [{ id: 'counting', reading: other.working ? 'working' : 'days', status: there?.status }]
      expect(told).toEqual(expected)
      expect(sensitivityOf(law, 'floor', facts, optionsOf(look))).toEqual([])
    }),
  )
})

test('without the calendar of a year no waiting period ends in it by itself', () => {
  const bare = compile([pack])
  fc.assert(
    fc.property(days, days, (shownOn, asOf) => {
      if (shownOn < '2025-01-01') return
      const world = { shownOn, agreed: true, signedOn: null }
      const finding = see(bare, world, { asOf, working: false }).findings.find(
        ({ norm }) => norm === 'notice',
      )
      expect(finding?.status).not.toBe('met')
      if (asOf < shownOn) return
      expect(finding?.calendarMissing.length).toBeGreaterThan(0)
      if (finding?.status === 'unknown')
        expect(finding.missing.every((name) => name.startsWith('calendar:'))).toBe(true)
    }),
  )
})
