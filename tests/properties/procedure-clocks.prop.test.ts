import { join } from 'node:path'
import { calendarOf, day } from '@yizhuan/kit'
import { assess, compile, type Finding, parseFacts } from '@yizhuan/law'
import { loadPack } from '@yizhuan/law-authoring'
import {
  type Act,
  type CommonState,
  nextActs,
  type Procedure,
  procedures,
} from '@yizhuan/procedures'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cases } from '../../packages/procedures/src/papers/testing/cases.ts'
import { calendars, wall } from './calendars.ts'
import { actsOf, stateOf, unwalked, walked } from './procedure-lines.ts'
import { lastDay, sheets, tomorrow, yesterday } from './slow-days.ts'
import { count, factsIn, governedOn, writtenPacks } from './slow-periods.ts'

// Every clock of every procedure: a whole case begins on a random day, and wherever it stands, the last
// days and waiting periods its page shows are those of the wall calendar, counted from its own record.

const root = join(import.meta.dirname, '../../packs')
const written = writtenPacks(root)
const stacks = [
  ['cn', 'cn-gd-2025'],
  ['cn', 'cn-sh-draft-2024', 'cn-sh-pilot-draft'],
].map((ids) => {
  const packs = ids.flatMap((id) => written.filter((one) => one.id === id))
  const law = compile(
    packs.map(({ folder }) => loadPack(folder)),
    calendars,
  )
  const norms = packs.flatMap((pack) =>
    pack.norms.map((norm) => [norm.id, { pack, norm }] as const),
  )
  return { packs, law, norms: new Map(norms) }
})
type Stack = (typeof stacks)[number]

test('every procedure is walked', () => {
  expect(unwalked).toEqual([])
})

/** What the wall calendar says of a finding that tells a day. */
function slowly({ packs, norms }: Stack, facts: object, asOf: string, finding: Finding) {
  const { pack, norm } = norms.get(finding.norm) ?? {}
  const text = norm?.due ?? norm?.opens
  if (!pack || !norm || text === undefined) throw new Error(`${finding.norm} tells no day.`)
  const given = facts as Readonly<Record<string, unknown>>
  const known = { facts: given, governedOn: governedOn(norm, given, asOf), isDraft: pack.isDraft }
  return { text, day: count(text, { packs, wall, readings: {} }, known) }
}

/** The deadlines of which a day was compared. */
const compared = new Set<string>()

// Some cases begin in the years before the guidelines, some after.
const starts = fc.record({
  before: fc.integer({ min: -700, max: -60 }),
  since: fc.integer({ min: 0, max: 1100 }),
  later: fc.nat(12),
})

test.each(walked)('the days of $name are those of the wall calendar', ({ procedure, line }) => {
  fc.assert(
    fc.property(starts, ({ before, since, later }) => {
      for (const shift of [before, since]) {
        const acts = actsOf(line, shift)
        // Looked at on the day of each act, and soon after it.
        for (const { seq, on } of acts) {
          const state = stateOf(procedure, acts.slice(0, seq))
          const days = new Set([on, sheets(state.lastOn, later)])
          const record = acts.slice(0, seq)
          for (const stack of stacks)
            for (const asOf of days) compare(stack, procedure, { state, record }, asOf)
        }
      }
    }),
    { numRuns: 2 },
  )
})

function compare(stack: Stack, procedure: Procedure, walk: Walk, asOf: string): void {
  const { law, packs } = stack
  const facts = procedure.facts(walk.state)
  for (const finding of assess(law, parseFacts(law, facts), { asOf: day(asOf) }).findings) {
    const { due, opens, norm } = finding
    if (due === undefined && opens === undefined) continue
    const { text, day: wanted } = slowly(stack, facts, asOf, finding)
    expect([norm, due ?? opens]).toEqual([norm, wanted])
    compared.add(norm)
    // What it is counted from happened in this case.
    const from = factsIn(text, packs, {}).flatMap((name) => facts[name] ?? [])
    const happened = opens === undefined ? daysIn(walk.record) : tellingDays(procedure, walk.record)
    expect([norm, from.filter((one) => !happened.includes(String(one)))]).toEqual([norm, []])
    if (due === undefined) checkWait(procedure, stack, walk.state, finding)
  }
}

/** Every day that a record names. */
const daysIn = (acts: readonly Act[]): readonly string[] =>
  JSON.stringify(acts).match(/\d{4}-\d{2}-\d{2}/g) ?? []

/** The days on which something was put up, or the inventors were told: people wait from then on. */
const tellingDays = ({ acts: rules }: Procedure, acts: readonly Act[]): readonly string[] =>
  acts
    .filter(({ type }) => rules[type]?.publishes || type === 'completersNotified')
    .map(({ on }) => on)

interface Walk {
  readonly state: CommonState
  readonly record: readonly Act[]
}

/** The act that waits is told the first day on which it need not, and on that day nothing is told. */
function checkWait(procedure: Procedure, { law }: Stack, state: CommonState, finding: Finding) {
  const opens = finding.opens as string
  const waiting = (on: string) =>
    nextActs(procedure, { law, today: day(on) }, state)
      .flatMap(({ because, warnings }) => [...because, ...warnings])
      .filter(({ norm }) => norm === finding.norm)
      .map((one) => one.opens)
  expect(new Set(waiting(yesterday(opens)))).toEqual(
    new Set(waiting(yesterday(opens)).length > 0 ? [opens] : []),
  )
  for (const on of [opens, tomorrow(opens)])
    for (const told of waiting(on)) expect(told ?? opens).toBe(opens)
}

test('every deadline was compared that a case shows', () => {
  const all = stacks.flatMap(({ norms }) =>
    [...norms.values()].filter(({ norm }) => norm.due ?? norm.opens).map(({ norm }) => norm.id),
  )
  // These hang on what registers tell: companies, patents, samples and the assets of a year.
  expect([...new Set(all)].filter((id) => !compared.has(id)).toSorted()).toEqual([
    'cn.bonus.time',
    'cn.capital.articles',
    'cn.capital.time',
    'cn.genetic.report',
    'shp.report.assets',
  ])
})

test('an appeal is in time up to the day that the finding and the wall calendar name', () => {
  const { exemption: line = [] } = cases
  const inquiry = procedures.find(({ id }) => id === 'exemption') as Procedure
  const upTo = line.findIndex(([, type]) => type === 'appealed')
  fc.assert(
    fc.property(
      fc.integer({ min: -700, max: 1100 }),
      fc.integer({ min: 1, max: 60 }),
      (shift, length) => {
        const found = line
          .slice(0, upTo)
          .map(([on, type, data]) => [on, type, { ...data, appealDays: length }] as const)
        const acts = actsOf(found, shift)
        const state = stateOf(inquiry, acts)
        const isRefused = (receivedOn: string) =>
          inquiry.acts['appealed']?.wrong?.(
            state,
            { name: '示例乙', receivedOn },
            undefined,
            undefined,
            calendarOf(calendars),
          ) !== undefined
        const last = lastDay(String(acts.at(-1)?.on), length, wall)
        expect([isRefused(last), isRefused(tomorrow(last))]).toEqual([false, true])
      },
    ),
  )
})
