import { fileURLToPath } from 'node:url'
import {
  type Assessment,
  assess,
  assessmentToJson,
  compile,
  type Finding,
  parseFacts,
} from '@yizhuan/law'
import { describe, expect, it } from 'vitest'
import { loadCases } from './case-document.ts'
import { loadCalendars, loadPack } from './load-pack.ts'
import { packFoldersIn } from './pack-source.ts'

const packs = fileURLToPath(new URL('../../../packs', import.meta.url))

const told = (assessment: Assessment): string =>
  JSON.stringify(assessmentToJson(assessment)['findings'])

/** The same assessment as if it had one finding: what it works out when asked is no field of its own. */
const alone = (all: Assessment, finding: Finding): Assessment => ({
  ...all,
  actions: {},
  lapses: [],
  findings: [finding],
})

// Norms share what they look up: terms, parameters, the law of a day. None may notice the others.
describe.each(packFoldersIn(packs))('%s', (dir) => {
  const pack = loadPack(dir)
  const cases = loadCases(dir).slice(0, 40)
  const silenced = new Set(pack.norms.flatMap(({ replaces }) => replaces ?? []))

  it.each([
    ['with its calendars', loadCalendars(packs)],
    ['without a calendar', []],
  ])('judges every norm alone as among the others, %s', (_, calendars) => {
    const law = compile([pack], calendars)
    let compared = 0
    for (const each of cases) {
      const facts = parseFacts(law, each.facts)
      const options = { asOf: each.asOf, readings: each.readings, rules: each.rules }
      const all = assess(law, facts, options)
      for (const finding of all.findings) {
        if (silenced.has(finding.norm)) continue
        const only = assess(law, facts, { ...options, only: new Set([finding.norm]) })
        expect(told(only)).toBe(told(alone(all, finding)))
        compared += 1
      }
    }
    const spoken = law.norms.filter(({ id }) => !silenced.has(id))
    expect(compared).toBe(cases.length * spoken.length)
    expect(compared).toBeGreaterThan(500)
  })
})
