// The library as people read it: documents, articles, and what is built on each article.
import { type Law, labelOf, type Norm, type Pack, type Source, sentenceOf } from '@yizhuan/law'
import { fingerprint, type LawNode, type LawText, nodeAt, wordsOf } from '@yizhuan/law-authoring'
import type { ArticleWire, CitingNormWire, CitingParameterWire, PolicyWire } from './policy.wire.ts'

/** A document and the pack it belongs to. */
export interface Document {
  readonly pack: Pack
  readonly source: Source
}

/** The digest keys of a document's articles, in order: `a1`, `a2` … */
export function articlesIn({ pack, source }: Document): readonly string[] {
  const prefix = `${source.id}#`
  return Object.keys(pack.digests ?? {})
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((at) => !at.includes('.'))
}

/** One line of the library. */
export function toPolicy(document: Document, law: Law, imported: boolean): PolicyWire {
  const { pack, source } = document
  return {
    id: source.id,
    pack: pack.id,
    title: source.title,
    status: source.status,
    isExternal: source.verified === false,
    lacksText: source.lacksText ?? false,
    issuers: [...(source.issuers ?? [])],
    ...(source.issued ? { issued: source.issued } : {}),
    ...(source.inForce ? { inForceFrom: source.inForce.from } : {}),
    ...(source.inForce?.to ? { inForceTo: source.inForce.to } : {}),
    articles: articlesIn(document).length,
    norms: law.norms.filter((norm) => norm.source?.id === source.id).length,
    imported,
  }
}

/** An article with everything that stands on it. */
export function toArticle(
  document: Document,
  law: Law,
  at: string,
  text: LawText | undefined,
  locked: Readonly<Record<string, string>>,
): ArticleWire {
  const { pack, source } = document
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
    norms: norms.map((norm) => toCitingNorm(law, norm)),
    parameters,
    ...(text && found ? { text: wordsOf(text, found) } : {}),
    fingerprint: stateOf(text, found, locked[at]),
  }
}

/** A norm as a sentence in both languages. */
export function toCitingNorm(law: Law, norm: Norm): CitingNormWire {
  return {
    id: norm.id,
    title: norm.title,
    sentence: { zh: sentenceOf(law, norm, 'zh'), en: sentenceOf(law, norm, 'en') },
    force: norm.force,
    at: norm.cites.map((cite) => cite.at),
  }
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
