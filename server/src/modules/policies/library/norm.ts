// One norm as a policy officer checks it: words, numbers, readings, examples, and its kin elsewhere.
import { day, type Lang, type Words } from '@yizhuan/kit'
import {
  assess,
  type Cite,
  type Facts,
  type Law,
  meaningOf,
  type Norm,
  type Pack,
  parseFacts,
  sentenceOf,
  type TypeDocument,
  type Value,
  valueText,
} from '@yizhuan/law'
import { caseTitle, type LawCase } from '@yizhuan/law-authoring'
import { flipsOf, textOf } from './flips.ts'
import type { ExampleWire, NormViewWire } from './norm.wire.ts'

/** Where a norm stands: the law of its pack alone, the packs around it, and the pack's examples. */
export interface Surroundings {
  readonly law: Law
  /** Every pack with its own law. */
  readonly all: readonly { readonly pack: Pack; readonly law: Law }[]
  readonly cases: readonly LawCase[]
}

/** Whether what a pack says advises only. */
export const isDraft = ({ status }: Pack): boolean => status === 'draft'

const nameOf = (pack: Pack) => ({
  id: pack.id,
  title: pack.title,
  revision: pack.revision,
  isDraft: isDraft(pack),
})

/** A norm, whole. */
export function toNormView(norm: Norm, around: Surroundings): NormViewWire {
  const { law, all } = around
  const pack = packOf(law, norm)
  return {
    id: norm.id,
    ...sentences(law, norm),
    pack: nameOf(pack),
    topic: norm.topic,
    isProhibition: norm.isProhibition,
    cites: norm.uses.cites.map((cite) => citeShown(pack, cite)),
    acts: norm.requiredFor.map((act) => actOf(law, act)),
    ...(norm.settledBy && { settledBy: actOf(law, norm.settledBy) }),
    replaces: norm.replaces.map((id) => ({ id, title: titleOf(all, id) })),
    replacedBy: all.flatMap((other) =>
      other.law.norms
        .filter(({ replaces }) => replaces.includes(norm.id))
        .map(({ id, title }) => ({ id, title })),
    ),
    parameters: [...norm.uses.params].map((id) => parameterShown(id, around)),
    readings: readingsShown(law, norm),
    terms: termsShown(law, norm),
    examples: examplesOf(norm, around),
    kin: all.flatMap(({ pack: other, law: otherLaw }) =>
      other.id === pack.id
        ? []
        : otherLaw.norms
            .filter(({ topic }) => topic === norm.topic)
            .map((each) => ({ id: each.id, ...sentences(otherLaw, each), pack: nameOf(other) })),
    ),
  }
}

function sentences(law: Law, norm: Norm) {
  return {
    title: norm.title,
    force: norm.force,
    sentence: inBoth((lang) => sentenceOf(law, norm, lang)),
  }
}

function packOf(law: Law, norm: Norm): Pack {
  const pack = law.packs.find(({ id }) => id === norm.pack)
  if (pack) return pack
  throw new Error(`norm ${norm.id} is of no pack of its law`)
}

const inBoth = (say: (lang: Lang) => string): Words => ({ zh: say('zh'), en: say('en') })

const actOf = ({ actions }: Law, act: string): Words => actions[act] ?? { zh: act, en: act }

function titleOf(all: Surroundings['all'], id: string): Words {
  const norm = all.flatMap(({ law }) => law.norms).find((each) => each.id === id)
  return norm?.title ?? { zh: id, en: id }
}

function citeShown({ sources, digests }: Pack, { source, at }: Cite) {
  const document = sources.find(({ id }) => id === source)
  // A clause without a digest of its own is told by that of its article.
  const digest = digests?.[`${source}#${at}`] ?? digests?.[`${source}#${at.split('.')[0]}`]
  return {
    source,
    at,
    document: document?.title ?? { zh: source, en: source },
    isExternal: document?.verified === false,
    ...(digest && { digest }),
  }
}

/** The layers of a number in every pack that sets one, each as written. */
function parameterShown(
  id: string,
  { law, all }: Surroundings,
): NormViewWire['parameters'][number] {
  const [own] = law.layers.get(id) ?? []
  const layers = all.flatMap(({ pack, law: other }) =>
    (other.layers.get(id) ?? [])
      .filter((layer) => layer.pack === pack.id)
      .map(({ bound, kind, value, span, provenance, verified, cite }) => ({
        pack: pack.id,
        packTitle: pack.title,
        isDraft: isDraft(pack),
        bound,
        value: inBoth((lang) => valueText(other, kind as TypeDocument, value, lang)),
        ...span,
        provenance,
        verified,
        cite: { ...cite },
      })),
  )
  return { id, label: own?.label ?? { zh: id, en: id }, layers }
}

function readingsShown(law: Law, norm: Norm): NormViewWire['readings'] {
  return norm.readings.flatMap(({ id }) => {
    const clause = law.interpretations.get(id)
    if (!clause) return []
    const { label, question, rationale, cite } = clause
    const choices = [...clause.readings].map(([choice, { text }]) => ({
      id: choice,
      text,
      isDefault: choice === clause.default,
    }))
    return [{ id, label, question, rationale, cite: { ...cite }, choices }]
  })
}

/** The terms in the rule, each by what it means. */
function termsShown(law: Law, norm: Norm): NormViewWire['terms'] {
  return [...norm.uses.terms].flatMap((id) => {
    const term = law.definitions.get(id)
    if (!term) return []
    const meaning = inBoth((lang) => meaningOf(law, id, lang) ?? '')
    return [{ id, label: term.label, meaning, cite: { ...term.cite } }]
  })
}

/** The examples of a norm, in the order in which they were written. */
function examplesOf(norm: Norm, { law, cases }: Surroundings): ExampleWire[] {
  const mine = cases.filter(({ expect }) => Object.hasOwn(expect, norm.id))
  const read = mine.map((each) => ({ each, facts: parseFacts(law, each.facts) }))
  const tried = valuesTried(
    norm,
    read.map(({ facts }) => facts),
  )
  return read.map(({ each, facts }) => exampleOf(law, norm, each, facts, tried))
}

function valuesTried(norm: Norm, examples: readonly Facts[]): ReadonlyMap<string, Value[]> {
  const tried = new Map<string, Value[]>()
  for (const fact of norm.uses.facts) {
    const values = new Map<string, Value>()
    for (const facts of examples) {
      const value = facts[fact]
      if (value !== undefined) values.set(textOf(value), value)
    }
    tried.set(fact, [...values.values()])
  }
  return tried
}

function exampleOf(
  law: Law,
  norm: Norm,
  example: LawCase,
  facts: Facts,
  tried: ReadonlyMap<string, readonly Value[]>,
): ExampleWire {
  const { asOf: on, readings } = example
  const options = { asOf: day(on), readings }
  const [finding] = assess(law, facts, { ...options, only: new Set([norm.id]) }).findings
  const labelOf = (fact: string): Words =>
    law.vocabulary[fact]?.label ?? restDays(fact) ?? { zh: fact, en: fact }
  const shown = (fact: string, value: Value): Words =>
    inBoth((lang) => valueText(law, law.vocabulary[fact]?.type ?? 'text', value, lang))
  return {
    name: caseTitle(example),
    asOf: on,
    status: finding?.status ?? 'unknown',
    facts: [...norm.uses.facts].flatMap((id) => {
      const value = facts[id]
      return value === undefined ? [] : [{ id, label: labelOf(id), value: shown(id, value) }]
    }),
    missing: (finding?.missing ?? []).map(labelOf),
    readings: Object.entries(readings).flatMap(([id, choice]) => {
      const clause = law.interpretations.get(id)
      const text = clause?.readings.get(choice)?.text
      return clause && text && norm.uses.readings.has(id) ? [{ label: clause.label, text }] : []
    }),
    flips: flipsOf(law, norm, facts, options, tried).map(({ fact, value, status }) => ({
      fact: labelOf(fact),
      value: shown(fact, value),
      status,
    })),
    sums: [...(example.sums ?? [])],
  }
}

/** The rest days of a year that is not announced are no fact, and lack all the same. */
function restDays(lacked: string): Words | undefined {
  const year = /^calendar:(\d+)$/.exec(lacked)?.[1]
  return year === undefined
    ? undefined
    : { zh: `${year} 年节假日安排`, en: `the rest days of ${year}` }
}
