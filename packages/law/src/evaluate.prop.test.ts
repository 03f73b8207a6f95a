import { calendarOf, day, ratio } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Compiler, type Env } from './evaluate.ts'
import { type Expression, parseExpression } from './expression.ts'
import { FactsAt, placesOf } from './facts-at.ts'
import { type Facts, type Result, Unknown, type Value } from './value.ts'

const NAMES = ['a', 'b', 'c'] as const

function run(tree: Expression, facts: Facts): Result {
  const compiler = new Compiler(new Map(), {})
  const evaluate = compiler.compile(tree)
  const asOf = day('2026-03-02')
  const env: Env = {
    asOf,
    due: null,
    facts: new FactsAt(placesOf(compiler.facts.names, {}), facts, asOf),
    parameters: [],
    term: () => null,
    rows: [],
    rowNumbers: [],
    calendar: calendarOf([]),
    calendarMissing: () => undefined,
  }
  return evaluate(env)
}

const { tree: trees } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...NAMES).map((path): Expression => ({ t: 'ref', path })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('tree'), { minLength: 1, maxLength: 3 }))
      .map(([op, of]): Expression => ({ t: 'op', op: op as 'and' | 'or', of })),
    tie('tree').map((part): Expression => ({ t: 'op', op: 'not', of: [part] })),
  ),
}))
const worlds = fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() })

test('what is decided on some facts stays decided when the rest become known', () => {
  fc.assert(
    fc.property(trees, worlds, fc.subarray([...NAMES]), (tree, world, known) => {
      const partial = Object.fromEntries(known.map((name) => [name, world[name]]))
      const early = run(tree, partial)
      const late = run(tree, world)
      expect(typeof late).toBe('boolean')
      if (early instanceof Unknown) {
        expect(early.missing.length).toBeGreaterThan(0)
        expect(early.missing.some((name) => known.includes(name as 'a'))).toBe(false)
      } else expect(late).toBe(early)
    }),
  )
})

const COSTS = [
  { kind: 'tax', amount: ratio(5) },
  { kind: 'other', amount: ratio(7) },
]

test.each<[string, Value]>([
  ["sum(costs, c, c.amount, c.kind == 'tax')", ratio(5)],
  ["count(costs, c, c.kind in ('tax', 'other'))", ratio(2)],
  ['greatest(costs, c, c.amount)', ratio(7)],
  ['least(costs, c, c.amount)', ratio(5)],
  ['some(costs, c, c.amount > 6)', true],
  ['every(costs, c, c.amount > 6)', false],
  ['sum(costs, c, c.amount, c.amount > 9)', ratio(0)],
])('%s', (text, value) => {
  expect(run(parseExpression(text), { costs: COSTS })).toEqual(value)
})

test('an unknown field of a row is named by its place', () => {
  const result = run(parseExpression('sum(costs, c, c.amount)'), {
    costs: [...COSTS, { kind: 'tax' }],
  })
  expect(result).toEqual(new Unknown(['costs[2].amount']))
})

test.each(["'open", 'a +', 'f(a)', 'days(a)', 'a b', 'sum(a)'])('«%s» cannot be read', (text) => {
  expect(() => parseExpression(text)).toThrow(SyntaxError)
})

test('a sum over a row that says none is none', () => {
  expect(run(parseExpression('sum(costs, c, c.amount)'), { costs: [{ amount: null }] })).toBe(null)
})
