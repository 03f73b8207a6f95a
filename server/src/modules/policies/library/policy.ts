// The library as people read it: documents, articles, and what is built on each article.
import type { Day, Words } from '@yizhuan/kit'
import { type Law, labelOf, type Norm, type Pack, type Source, sentenceOf } from '@yizhuan/law'
import {
  type CoveredClause,
  fingerprint,
  type LawCase,
  type LawNode,
  type LawText,
  nodeAt,
  wordsOf,
} from '@yizhuan/law-authoring'
import { provinces } from '../../institutions/index.ts'
import type {
  ArticleWire,
  CitingNormWire,
  CitingParameterWire,
  CitingReadingWire,
  ClauseWire,
  PolicyWire,
} from './policy.wire.ts'

/** A document and the pack it belongs to. */
export interface Document {
  readonly pack: Pack
  readonly source: Source
}

/** What stands around a document: the law of its pack, the pack's examples, its binding clauses. */
export interface Encoding {
  readonly law: Law
  /** Read when an article is shown: the list of documents does without. */
  readonly cases: () => readonly LawCase[]
  readonly clauses: readonly CoveredClause[]
  /** Fingerprints of the articles as they were encoded. */
  readonly locked: Readonly<Record<string, string>>
  /** Why a clause was left out, in both languages, by the English reason. */
  readonly reasons: ReadonlyMap<string, Words>
}

/** The digest keys of a document's articles, in order: `a1`, `a2` …, or `h2.i1` where it has parts. */
export function articlesIn({ pack, source }: Document): readonly string[] {
  const prefix = `${source.id}#`
  return Object.keys(pack.digests ?? {})
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((at) => !at.includes('.') || /^h\d+\.[in]\d+$/.test(at))
}

/** What a document is worth on a day. A day that its draft left blank stays unknown. */
export function standingOf({ pack, source }: Document, today: Day): PolicyWire['status'] {
  if (source.status !== 'in-force') return source.status
  if (pack.status === 'withdrawn') return 'superseded'
  const { from, to } = source.inForce ?? {}
  if (from !== undefined && today < from) return 'not-yet'
  return to !== undefined && today >= to ? 'expired' : 'in-force'
}

/** One line of the library. */
export function toPolicy(
  document: Document,
  { law, clauses }: Encoding,
  imported: boolean,
  today: Day,
): PolicyWire {
  const { pack, source } = document
  const states = clauses.map(stateOfClause)
  const count = (state: ClauseWire['state']) => states.filter((each) => each === state).length
  return {
    id: source.id,
    pack: pack.id,
    title: source.title,
    ...(source.number ? { number: source.number } : {}),
    jurisdiction: pack.jurisdiction,
    place: provinces[pack.jurisdiction] ?? { zh: '全国', en: 'The nation' },
    status: standingOf(document, today),
    isExternal: source.verified === false,
    lacksText: source.lacksText ?? false,
    issuers: [...(source.issuers ?? [])],
    ...(source.issued ? { issued: source.issued } : {}),
    ...(source.inForce ? { inForceFrom: source.inForce.from } : {}),
    ...(source.inForce?.to ? { inForceTo: source.inForce.to } : {}),
    ...(source.nextReview ? { nextReview: source.nextReview } : {}),
    articles: articlesIn(document).length,
    norms: law.norms.filter((norm) => norm.source?.id === source.id).length,
    imported,
    coverage: {
      binding: clauses.length,
      encoded: count('encoded'),
      waived: count('waived'),
      open: count('open'),
    },
  }
}

function stateOfClause({ by, waived }: CoveredClause): ClauseWire['state'] {
  if (by.length > 0) return 'encoded'
  return waived === undefined ? 'open' : 'waived'
}

/** An article with everything that stands on it. */
export function toArticle(
  document: Document,
  encoding: Encoding,
  at: string,
  text: LawText | undefined,
): ArticleWire {
  const { pack, source } = document
  const { law, cases, clauses, locked, reasons } = encoding
  const within = (place: string) => place === at || place.startsWith(`${at}.`)
  const norms = law.norms.filter((norm) =>
    norm.cites.some((cite) => cite.source === source.id && within(cite.at)),
  )
  const parameters = parametersOf(pack, source, within)
  const node = text ? nodeAt(text, at) : undefined
  const found = node && !('error' in node) ? node : undefined
  const digest = pack.digests?.[`${source.id}#${at}`]
  return {
    at,
    label: labelOf(at),
    ...(digest ? { digest } : {}),
    norms: norms.map((norm) => ({
      ...toCitingNorm(law, norm),
      examples: cases().filter(({ expect }) => Object.hasOwn(expect, norm.id)).length,
    })),
    parameters,
    readings: readingsOf(law, source, within),
    clauses: clauses
      .filter((clause) => within(clause.at))
      .map((clause) => toClause(clause, reasons)),
    ...(text && found ? { text: wordsOf(text, found) } : {}),
    fingerprint: stateOf(text, found, locked[at]),
  }
}

/** A norm as a sentence in both languages. */
export function toCitingNorm(law: Law, norm: Norm): Omit<CitingNormWire, 'examples'> {
  return {
    id: norm.id,
    title: norm.title,
    sentence: { zh: sentenceOf(law, norm, 'zh'), en: sentenceOf(law, norm, 'en') },
    force: norm.force,
    at: norm.cites.map((cite) => cite.at),
  }
}

function toClause(clause: CoveredClause, reasons: Encoding['reasons']): ClauseWire {
  const { at, waived } = clause
  const reason = waived === undefined ? undefined : reasons.get(waived)
  return {
    at,
    label: labelOf(at),
    state: stateOfClause(clause),
    ...(reason ? { reason } : {}),
  }
}

function readingsOf(
  { interpretations }: Law,
  source: Source,
  within: (at: string) => boolean,
): CitingReadingWire[] {
  return [...interpretations].flatMap(([id, { label, question, cite, readings, ...one }]) => {
    const reading = readings.get(one.default)?.text
    if (cite.source !== source.id || !within(cite.at) || !reading) return []
    return [{ id, label, question, reading, others: readings.size - 1, at: cite.at }]
  })
}

function parametersOf(
  pack: Pack,
  source: Source,
  within: (at: string) => boolean,
): CitingParameterWire[] {
  return Object.entries(pack.parameters).flatMap(([id, parameter]) =>
    parameter.values
      .map((value) => ({ ...value, at: value.cite.split('#').at(-1) ?? '' }))
      .filter(
        (value) =>
          within(value.at) && (!value.cite.includes('#') || value.cite.startsWith(`${source.id}#`)),
      )
      .map(({ value, from, to, provenance, verified, at }) => ({
        id,
        label: parameter.label,
        bound: parameter.bound,
        value: String(value),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        provenance: provenance ?? 'text',
        verified: verified ?? true,
        at,
      })),
  )
}

function stateOf(
  text: LawText | undefined,
  node: LawNode | undefined,
  locked: string | undefined,
): ArticleWire['fingerprint'] {
  if (text === undefined) return 'not-imported'
  if (locked === undefined) return 'not-cited'
  return node && fingerprint(wordsOf(text, node)) === locked ? 'same' : 'differs'
}
