import { fileURLToPath } from 'node:url'
import { addDays, day } from '@yizhuan/kit'
import {
  type AssessOptions,
  assess,
  assessmentToJson,
  checkRule,
  compile,
  type Facts,
  parseFacts,
} from '@yizhuan/law'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCases } from './case-document.ts'
import { basesOf, loadCalendars, packOf } from './load-pack.ts'
import { readPackSource } from './pack-source.ts'

// A law remembers what holds on a day, for a matter, under own rules and readings, and what it looked
// up in facts. Whoever asks after others is to hear what a law says that was never asked before.

const packs = fileURLToPath(new URL('../../../packs', import.meta.url))
const calendars = loadCalendars(packs)

const matters = ['deal', 'empowerment', 'equity', 'institution', 'another'] as const

test.each(['cn-gd-2025', 'cn-sh-pilot-draft'])('%s remembers and says the same', (id) => {
  const source = readPackSource(`${packs}/${id}`)
  const stack = [...basesOf(source), packOf(source)]
  const asked = compile(stack, calendars)
  const cases = loadCases(`${packs}/${id}`)
  const told = cases.map(({ facts }) => parseFacts(asked, facts))
  const everyNorm = new Set(asked.norms.map((norm) => norm.id))
  const floors = [...asked.layers.keys()].filter((param) =>
    asked.layers.get(param)?.every(({ bound, kind }) => bound === 'floor' && kind === 'ratio'),
  )
  const readings = [...asked.interpretations].map(([reading, { readings: all }]) =>
    fc.tuple(fc.constant(reading), fc.constantFrom(...all.keys())),
  )
  const reading = fc.oneof(...readings)
  const looks = fc.record({
    at: fc.nat({ max: cases.length - 1 }),
    // Most days lie near the case; some before the law and some after it.
    later: fc.oneof(fc.integer({ min: -200, max: 200 }), fc.constantFrom(-1000, 2000)),
    tried: fc.array(reading, { maxLength: 2 }),
    chosen: fc.array(reading, { maxLength: 2 }),
    raised: fc.option(fc.tuple(fc.constantFrom(...floors), fc.integer({ min: 70, max: 99 }))),
    from: fc.constantFrom('2025-01-01', '2026-03-01', '2026-06-01'),
    matter: fc.option(fc.constantFrom(...matters)),
  })
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(looks, { minLength: 2, maxLength: 3 }), (some) => {
      const fresh = new Map<string, string>()
      // The same facts are asked after on two days, and again, as a page does.
      const days = some.flatMap((look) => [look, { ...look, later: look.later + 90 }])
      for (const look of [...days, ...days]) {
        const { at, later, tried, chosen, raised, from, matter } = look
        const by = { from, by: '示例', basis: '1' }
        const rules = raised ? [{ ...by, param: raised[0], value: `${raised[1]}%` }] : []
        const options: AssessOptions = {
          asOf: addDays(day(cases[at]?.asOf), later),
          readings: Object.fromEntries(tried),
          chosen: chosen.map(([which, choice]) => ({ ...by, id: which, reading: choice })),
          rules: rules.filter((rule) => checkRule(asked.layers, rule).length === 0),
        }
        const facts = (told[at] ?? {}) as Facts
        const about = matter === null ? facts : Object.freeze({ ...facts, matter })
        const text = (law: typeof asked, given: Facts, only?: ReadonlySet<string>) =>
          JSON.stringify(
            assessmentToJson(assess(law, given, { ...options, ...(only && { only }) })),
          )
        // Neither this law nor these facts were ever asked before.
        const key = JSON.stringify(look)
        const answer = fresh.get(key) ?? text(compile(stack, calendars), { ...about })
        fresh.set(key, answer)
        expect(text(asked, about)).toBe(answer)
        // One by one no norm is passed over because of the matter.
        expect(text(asked, about, everyNorm)).toBe(answer)
        seen.add(answer)
      }
    }),
    { numRuns: 3 },
  )
  expect(seen.size).toBeGreaterThan(5)
})
