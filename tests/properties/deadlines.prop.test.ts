import { join } from 'node:path'
import { day } from '@yizhuan/kit'
import { type AssessOptions, assess, compile, type Pack, parseFacts } from '@yizhuan/law'
import { loadPack } from '@yizhuan/law-authoring'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendars, daysFrom, wall } from './calendars.ts'
import { sheets, tomorrow, yesterday } from './slow-days.ts'
import {
  count,
  factsIn,
  governedOn,
  isInForce,
  kindsIn,
  periodsIn,
  readingsIn,
  type WrittenNorm,
  type WrittenPack,
  writtenPacks,
} from './slow-periods.ts'

// Every deadline of every pack, from random days: what the law answers is what somebody finds who
// leafs through a wall calendar. The deadlines are those that the packs write, so none is left out.

const root = join(import.meta.dirname, '../../packs')
const written = writtenPacks(root)
const stackOf = ({ id, bases }: WrittenPack): readonly WrittenPack[] =>
  written.filter((one) => one.id === id || bases.includes(one.id))

/** Random days of six years; the ends of months, leap days and the days about holidays come often. */
const edges = [2024, 2025, 2026, 2027, 2028, 2029].flatMap((year) =>
  ['01-01', '01-31', '02-28', '03-01', '05-31', '08-31', '09-30', '10-08', '12-31'].map(
    (date) => `${year}-${date}`,
  ),
)
const days = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...daysFrom('2024-01-01', '2029-12-31')) },
  fc.constantFrom('2024-02-29', '2028-02-29', ...edges),
)

/** A day from which on every text that is in force at all is. */
const ALL_IN_FORCE = '2026-01-15'

const packsToCount = written.map((pack) => {
  const packs = stackOf(pack)
  const documents = [...packs].toSorted((a, b) => a.bases.length - b.bases.length)
  const stack = documents.map(({ folder }) => loadPack(folder))
  return { pack, packs: documents, stack, law: compile(stack, calendars) }
})

const deadlines = packsToCount.flatMap((here) =>
  here.pack.norms.flatMap((norm) => {
    const text = norm.due ?? norm.opens
    return text === undefined ? [] : [{ ...here, norm, text, id: norm.id }]
  }),
)

test('there are deadlines to count', () => {
  expect(deadlines.length).toBeGreaterThan(25)
})

test.each(deadlines.filter(({ norm }) => norm.opens))('$id opens on the day after', ({ norm }) => {
  expect(norm.opens).toMatch(/^[\w.]+ \+ 1$/)
})

/** Kinds of period that rest days move. */
const rolls = (kind: string) => kind === 'periodEnd' || kind === 'workdays'

test.each(deadlines.filter(({ norm }) => norm.due))(
  '$id ends on a working day where months or years are counted',
  ({ text, packs }) => {
    const kinds = kindsIn(text, packs)
    if (!kinds.includes('addMonths') && !kinds.includes('addYears')) return
    const from = ALL_IN_FORCE
    const facts = Object.fromEntries(factsIn(text, packs).map((name) => [name, from]))
    const known = { facts, governedOn: from, isDraft: true }
    const last = count(text, { packs, wall, readings: {} }, known) as string
    // Who is to do something so long before a day does not get more time.
    if (last > from) expect(kinds.some(rolls)).toBe(true)
  },
)

test.each([
  ['weeks(signedOn, 2)', /weeks is no period that is counted twice/],
  ['signedOn * 2', /not understood from/],
])('%s is refused: a kind of period has to be counted by both', (text, why) => {
  const known = { facts: { signedOn: '2026-03-05' }, governedOn: '2026-03-05', isDraft: false }
  expect(() => count(text, { packs: [], wall, readings: {} }, known)).toThrow(why)
})

test('a kind of period that stands within a condition is not overlooked', () => {
  const [pack] = written
  const norms = [{ id: 'x', cite: 'a1', met: { all: ['told', 'asOf > weeks(signedOn, 2)'] } }]
  expect(() => periodsIn({ ...(pack as WrittenPack), norms })).toThrow('is weeks a period?')
})

describe.each(deadlines)('$id', ({ pack, packs, law, norm, text }) => {
  const readings = readingsIn(text, packs).map((id) => {
    const all = packs.flatMap(({ interpretations }) =>
      Object.keys(interpretations[id]?.readings ?? {}),
    )
    return [id, fc.constantFrom(...all)] as const
  })
  const names = [...new Set(factsIn(text, packs))]
  const worlds = fc.record(Object.fromEntries(names.map((name) => [name, days])))
  const reading = fc.record(Object.fromEntries(readings))

  test('ends where the wall calendar says', () => {
    let counted = 0
    fc.assert(
      fc.property(worlds, reading, days, (world, read, look) => {
        const asked = factsIn(text, packs, read)
        const facts = Object.fromEntries(Object.entries(world).filter(([id]) => asked.includes(id)))
        const events = Object.values(facts)
        // Events that lie ahead have not happened: the look is taken once all of them have.
        const latest = events.toSorted().at(-1) ?? look
        const asOf = [latest, look].toSorted().at(-1) as string
        const found = (on: string) => {
          const options: AssessOptions = { asOf: day(on), readings: read, only: new Set([norm.id]) }
          return assess(law, parseFacts(law, facts), options).findings[0]
        }
        const expected = (on: string) => expectedOn(norm, pack, { packs, read, facts, on, text })
        const wanted = expected(asOf)
        if (norm.due !== undefined) expect(found(asOf)?.due).toBe(wanted)
        if (wanted === undefined) return
        counted += 1
        if (norm.due === undefined) checkOpening(wanted, found, expected)
        else if (norm.open === undefined && latest <= wanted)
          checkLastDay(wanted, kindsIn(text, packs, read), found, expected)
      }),
      { numRuns: 60 },
    )
    expect(counted).toBeGreaterThan(5)
  })
})

interface Question {
  readonly packs: readonly WrittenPack[]
  readonly read: Readonly<Record<string, string>>
  readonly facts: Readonly<Record<string, string>>
  readonly on: string
  readonly text: string
}

function expectedOn(norm: WrittenNorm, pack: WrittenPack, question: Question) {
  const { packs, read, facts, on, text } = question
  const known = { facts, governedOn: governedOn(norm, facts, on), isDraft: pack.isDraft }
  if (!isInForce(norm, pack, known.governedOn)) return undefined
  return count(text, { packs, wall, readings: read }, known) as string | undefined
}

type Found = (on: string) => ReturnType<typeof assess>['findings'][number] | undefined
type Expected = (on: string) => string | undefined

/** A waiting period is told while it runs; on the day on which it opens it may be met. */
function checkOpening(opens: string, found: Found, expected: Expected): void {
  for (const on of [yesterday(opens), opens]) {
    if (expected(on) !== opens) continue
    const finding = found(on)
    const isOpen = finding?.status === 'pending' || finding?.status === 'unknown'
    if (isOpen) expect(finding.opens).toBe(opens)
    if (on === opens) expect(finding?.possible).toContain('met')
  }
}

/** Nobody is late on the last day; on the next somebody is, unless rest days may yet be announced. */
function checkLastDay(
  due: string,
  kinds: readonly string[],
  found: Found,
  expected: Expected,
): void {
  if (expected(due) === due) expect(found(due)?.possible).not.toContain('breached')
  const after = tomorrow(due)
  if (expected(after) !== due) return
  expect(found(after)?.possible).toContain('breached')
  const isSure = found(after)?.calendarMissing.length === 0
  if (isSure) expect(found(after)?.possible).not.toContain('pending')
  else expect(found(after)?.possible).toContain('pending')
  if (kinds.some(rolls) && !wall.announced(due)) expect(isSure).toBe(false)
}

// Periods also stand within conditions, where no finding shows their last day. Each is made the
// deadline of a norm of its own, beside the pack it comes from.

const say = (text: string) => ({ zh: text, en: text })

/** A pack that asks for every period of some packs, in force with all of them. */
function probing(base: Pack | undefined, texts: readonly string[]): Pack {
  if (!base) throw new TypeError('A stack has a pack.')
  const { jurisdiction, revision, facts, actions } = base
  return {
    id: 'probe',
    title: say('probe'),
    status: 'draft',
    sources: [{ id: 'p', title: say('p'), status: 'draft' }],
    ...{ jurisdiction, revision, actions },
    facts: { ...facts, dayOfRow: { label: say('d'), type: 'date' } },
    ...{ parameters: {}, definitions: {}, interpretations: {} },
    norms: texts.map((due, at) => ({
      ...{ id: `probe.${at}`, topic: 'p', title: say('p'), cite: 'a1' },
      ...{ due, met: 'false' },
    })),
  }
}

/** The rows of a list have days of their own; here one row stands for all. */
const ofOneRow = (call: string) => call.replace(/(?<![\w.$])[a-z]\.[a-z]\w+/gi, 'dayOfRow')

const periods = packsToCount.flatMap(({ pack, packs, stack }) => {
  const texts = [...new Set(periodsIn(pack).map(ofOneRow))]
  const law = compile([...stack, probing(stack[0], texts)], calendars)
  return texts.map((text, at) => ({ pack, packs, law, text, id: `probe.${at}` }))
})

test.each(periods)('$pack.id counts $text', ({ packs, law, text, id }) => {
  const names = [...new Set(factsIn(text, packs))]
  const worlds = fc.record(Object.fromEntries(names.map((name) => [name, days])))
  fc.assert(
    fc.property(worlds, fc.nat(300), (facts, later) => {
      const asOf = sheets([ALL_IN_FORCE, ...Object.values(facts)].toSorted().at(-1) ?? '', later)
      const options: AssessOptions = { asOf: day(asOf), only: new Set([id]) }
      const { findings } = assess(law, parseFacts(law, facts), options)
      const known = { facts, governedOn: asOf, isDraft: true }
      const wanted = count(text, { packs, wall, readings: {} }, known)
      expect(wanted).toBeDefined()
      expect(findings[0]?.due).toBe(wanted)
    }),
    { numRuns: 40 },
  )
})
