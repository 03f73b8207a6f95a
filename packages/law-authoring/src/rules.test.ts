import { fileURLToPath } from 'node:url'
import {
  assess,
  assessmentToJson,
  compile,
  explain,
  type Law,
  lawFrom,
  parseFacts,
  type Rules,
  rulesOf,
  type Texts,
  textsOf,
} from '@yizhuan/law'
import { describe, expect, it } from 'vitest'
import { loadCases } from './case-document.ts'
import { basesOf, loadCalendars, packOf } from './load-pack.ts'
import { packFoldersIn, readPackSource } from './pack-source.ts'

// A browser judges by the rules alone, and by rules and texts knows all that the server knows.

const packs = fileURLToPath(new URL('../../../packs', import.meta.url))
const calendars = loadCalendars(packs)

const HAN = /\p{Script=Han}/u

/** What comes out of a document that travelled as JSON. */
const sent = <Document>(document: Document): Document => JSON.parse(JSON.stringify(document))

describe.each(packFoldersIn(packs))('%s', (dir) => {
  const source = readPackSource(dir)
  const stack = [...basesOf(source), packOf(source)]
  const whole = compile(stack, calendars)
  const rules: Rules = sent(rulesOf(stack, calendars))
  const [zh, en]: readonly [Texts, Texts] = [sent(textsOf(stack, 'zh')), sent(textsOf(stack, 'en'))]
  const cases = loadCases(dir).slice(0, 120)
  const assessed = (law: Law, { facts, asOf, readings }: (typeof cases)[number]) =>
    assess(law, parseFacts(law, facts), { asOf, readings })

  it('carries no text among its rules', () => {
    const { facts, actions, packs: bare } = rules
    expect(HAN.test(JSON.stringify([facts, actions, bare.map(({ norms }) => norms)]))).toBe(false)
    expect(JSON.stringify(bare).includes('"en":')).toBe(false)
    expect(Object.values(facts).some((fact) => 'evidence' in fact)).toBe(false)
    expect(zh.texts.length).toBeGreaterThan(500)
    expect(HAN.test(JSON.stringify(zh.texts))).toBe(true)
  })

  it('judges the same without its texts', () => {
    const bare = lawFrom(rules)
    const told = (law: Law, each: (typeof cases)[number]) =>
      JSON.stringify(assessmentToJson(assessed(law, each)), (key, value: unknown) =>
        key === 'label' || key === 'title' ? undefined : value,
      )
    expect(bare.hash).toBe(whole.hash)
    for (const each of cases) expect(told(bare, each)).toBe(told(whole, each))
    expect(cases.length).toBeGreaterThan(20)
  })

  it('says the same with its texts', () => {
    const law = lawFrom(rules, zh, en)
    for (const each of cases.slice(0, 8)) {
      const [ours, theirs] = [assessed(law, each), assessed(whole, each)]
      expect(assessmentToJson(ours)).toEqual(assessmentToJson(theirs))
      for (const [at, finding] of theirs.findings.entries())
        for (const lang of ['zh', 'en'] as const)
          expect(ours.findings[at] && explain(ours.findings[at], lang)).toEqual(
            explain(finding, lang),
          )
    }
  })

  it('speaks the one language that was fetched', () => {
    const [first] = cases
    const [finding] = first ? assessed(lawFrom(rules, en), first).findings : []
    expect(finding?.title).toEqual({ zh: '…', en: whole.norms[0]?.title.en })
  })

  it('takes no texts of other packs', () => {
    expect(() => lawFrom(rules, { ...zh, hash: 'other' })).toThrow('of the same packs')
  })
})
