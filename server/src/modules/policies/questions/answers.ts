// What the law answers to a question, as JSON: the same on the command line and over HTTP.

import type { Words } from '@yizhuan/kit'
import {
  type Assessment,
  type AssessOptions,
  assess,
  type Cite,
  compareAssessments,
  explain,
  type Facts,
  type Law,
  labelOf,
  type Norm,
  sensitivityOf,
  sentenceOf,
  type VocabularyEntry,
  vocabularyOf,
  type Why,
} from '@yizhuan/law'
import type { Doubt, LawText } from '@yizhuan/law-authoring'

/** One norm as a sentence and, when there are facts, the tree of its answer. */
export interface Explanation {
  readonly norm: string
  readonly sentence: string
  readonly cites?: readonly Cite[]
  readonly status?: string | undefined
  readonly why?: Why | undefined
  readonly otherReadings?: readonly { id: string; reading: string; status: string }[]
}

/** Explains a norm, by itself or on facts. */
export function explanationOf(
  law: Law,
  norm: Norm,
  lang: 'zh' | 'en',
  on?: { readonly facts: Facts; readonly outlook: AssessOptions },
): Explanation {
  const { id, cites } = norm
  const sentence = sentenceOf(law, norm, lang)
  if (on === undefined) return { norm: id, sentence, cites }
  const { facts, outlook } = on
  const [finding] = assess(law, facts, { ...outlook, only: new Set([id]) }).findings
  return {
    norm: id,
    status: finding?.status,
    sentence,
    why: finding && explain(finding, lang),
    otherReadings: sensitivityOf(law, id, facts, outlook),
  }
}

/** Two assessments side by side: what they were made from, and what differs by topic. */
export function comparisonOf(before: Assessment, after: Assessment) {
  const worldOf = ({ packs, hash, asOf }: Assessment) => ({ packs, hash, asOf })
  return {
    before: worldOf(before),
    after: worldOf(after),
    differences: compareAssessments(before, after).map((one) => ({
      ...one,
      norms: [...one.norms],
    })),
  }
}

/** What was found in a legal text, and what a person should look at. */
export interface TextReport {
  readonly file: string
  readonly title: string
  readonly wrapped: boolean
  readonly articles: number
  readonly parts: readonly {
    readonly part: string
    readonly articles: number
    readonly headings: number
    readonly missing: readonly number[]
  }[]
  readonly nodes: readonly object[]
  readonly doubts: readonly Doubt[]
}

/** Reports on a legal text that was read into addresses. */
export function importReport(file: string, law: LawText): TextReport {
  const nodes = [...law.byPath.values()].map(({ path, level, caption, start, end }) => ({
    path,
    level,
    label: labelOf(path),
    ...(caption === undefined ? {} : { caption }),
    start,
    end,
  }))
  const partOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : '')
  const places = nodes.filter((node) => node.level !== 'part')
  const parts = [...new Set(places.map((node) => partOf(node.path)))].map((part) => {
    const inside = places.filter((node) => partOf(node.path) === part)
    const articles = inside.filter((node) => node.level === 'article')
    return {
      part,
      articles: articles.length,
      headings: inside.filter((node) => node.level === 'heading').length,
      missing: gapsIn(articles.map((node) => Number(/a(\d+)/.exec(node.path)?.[1]))),
    }
  })
  const articles = parts.reduce((sum, part) => sum + part.articles, 0)
  const { title, wrapped, doubts } = law
  return { file, title, wrapped, articles, parts, nodes, doubts }
}

/** Article numbers that the sequence skips. */
function gapsIn(numbers: readonly number[]): number[] {
  const last = Math.max(0, ...numbers)
  return Array.from({ length: last }, (_, index) => index + 1).filter((n) => !numbers.includes(n))
}

/** A fact with the names of the papers that may prove it. */
export interface FactEntry extends VocabularyEntry {
  readonly papers: readonly ({ readonly id: string } & Partial<Words>)[]
}

/** The vocabulary of a law, each fact with its papers by name. */
export function factsAsked(
  { vocabulary }: Law,
  papers: Readonly<Record<string, Words>>,
): readonly FactEntry[] {
  const named = (fact: VocabularyEntry): FactEntry => ({
    ...fact,
    papers: fact.evidence.map((id) => ({ id, ...papers[id] })),
    ...(fact.fields && { fields: fact.fields.map(named) }),
  })
  return vocabularyOf(vocabulary).map(named)
}
