import { calendarOf, day, ratio } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { Compiler, type Env } from './evaluate.ts'
import { parseExpression } from './expression.ts'
import { FactsAt, placesOf } from './facts-at.ts'
import { Unknown, type Value } from './value.ts'

// May Day 2026 is a Friday; the 4th and 5th are holidays too, and Saturday the 9th is worked.
const calendar = calendarOf([
  {
    year: 2026,
    holidays: ['2026-05-01', '2026-05-04', '2026-05-05'],
    workdays: ['2026-05-09'],
    verified: true,
  },
])

const PATENTS = ['2022-12-31', '2023-01-01', '2026-12-31', '2027-01-01'].map((on) => ({
  on,
  worth: ratio(100),
}))

function run(text: string, facts: Readonly<Record<string, Value>> = {}) {
  const compiler = new Compiler(new Map(), {})
  const evaluate = compiler.compile(parseExpression(text))
  const lacking: number[] = []
  const asOf = day('2026-07-01')
  const env: Env = {
    asOf,
    due: null,
    facts: new FactsAt(placesOf(compiler.facts.names, {}), facts, asOf),
    parameters: [],
    term: () => null,
    rows: [],
    rowNumbers: [],
    calendar,
    calendarMissing: (year) => lacking.push(year),
  }
  return { value: evaluate(env), lacking }
}

test.each<[string, Value]>([
  ['periodEnd(2026-04-20, 5)', '2026-04-27'],
  ['periodEnd(2026-04-26, 5)', '2026-05-06'],
  ['workdays(2026-04-30, 1)', '2026-05-06'],
  ['workdays(2026-04-30, 4)', '2026-05-09'],
  ['workdays(2026-04-30, 5)', '2026-05-11'],
  ['workdaysBetween(2026-04-30, 2026-05-11)', ratio(5)],
  ['workdaysBetween(2026-05-11, 2026-04-30)', ratio(0)],
  ['days(2026-04-30, 2026-05-11)', ratio(11)],
  ['days(2026-05-11, 2026-04-30)', ratio(-11)],
  ['year(2026-05-11)', ratio(2026)],
  ['addYears(2024-02-29, 1)', '2025-02-28'],
  ['addMonths(2026-01-31, 1)', '2026-02-28'],
  ['2026-05-01 + 3', '2026-05-04'],
  ['2026-05-01 - 3', '2026-04-28'],
  ['min(2, 3)', ratio(2)],
  ['max(2, 3)', ratio(3)],
  ['min(2026-05-01, 2026-04-01)', '2026-04-01'],
  ['max(2026-05-01, 2026-04-01)', '2026-05-01'],
  ['7 / 2', ratio(7, 2)],
  ['7 / 0', null],
  ['10% * 30', ratio(3)],
  ['-5 + 2', ratio(-3)],
  ['2 + 3 * 4', ratio(14)],
  ['10 - 2 - 3', ratio(5)],
  ['none + 1', null],
  ['max(none, 3)', null],
  ['none < 3', false],
  ['none >= 3', false],
  ['none == none', true],
  ['none != none', false],
  ["'a' in ('b', 'a')", true],
  ['3 in (1, 2)', false],
  ['3 in (1, 6 / 2)', true],
  ['not none', true],
  ['none and true', false],
  ['none or false', false],
])('%s', (text, value) => {
  expect(run(text).value).toEqual(value)
})

test.each<[string, number[]]>([
  ['periodEnd(2027-01-05, 5)', [2027]],
  ['periodEnd(2026-12-29, 2)', []],
  ['periodEnd(2026-12-31, 2)', [2027]],
  ['workdays(2026-12-30, 3)', [2027]],
  ['workdaysBetween(2025-12-30, 2026-01-05)', [2025]],
])('%s asks for the calendar of %j', (text, years) => {
  expect(run(text).lacking).toEqual(years)
})

// The current and the three calendar years before it, as article 6 of Guangdong counts.
test.each<[string, Value]>([
  ['count(patents, p, true, year(p.on) >= year(asOf) - 3)', ratio(3)],
  ['count(patents, p, year(p.on) >= year(asOf) - 3 and year(p.on) <= year(asOf))', ratio(2)],
  ['sum(patents, p, p.worth, year(p.on) == year(asOf))', ratio(100)],
  ['least(patents, p, p.on, year(p.on) >= 2023)', '2023-01-01'],
  ['greatest(patents, p, p.on, year(p.on) < 2027)', '2026-12-31'],
  ['least(patents, p, p.worth, year(p.on) > 2030)', null],
])('%s', (text, value) => {
  expect(run(text, { patents: PATENTS }).value).toEqual(value)
})

test('a list inside the row of another is told apart', () => {
  const rows = [{ on: '2026-01-01' }, { on: '2026-02-01' }]
  const text = 'count(outer, o, count(inner, i, i.on < o.on) == 1)'
  expect(run(text, { outer: rows, inner: rows }).value).toEqual(ratio(1))
})

test('one unknown among known values is what is missing', () => {
  expect(run('min(a, 3)').value).toEqual(new Unknown(['a']))
  expect(run('a + b + a').value).toEqual(new Unknown(['a', 'b']))
  expect(run('x in (a, 3)', { x: ratio(3) }).value).toEqual(new Unknown(['a']))
  expect(
    run("sum(rows, r, r.n, r.k == 'x')", { rows: [{ k: 'x', n: ratio(1) }, { n: ratio(1) }] })
      .value,
  ).toEqual(new Unknown(['rows[1].k']))
})
