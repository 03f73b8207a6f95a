import { citationsOf, homeOf, parseCitation, sourceIdsOf } from './citations.ts'
import { type Mapping, mappingAt, type PackSource } from './pack-source.ts'
import type { LawNode, LawText } from './text/law-text.ts'

/** How one binding clause of a source is dealt with in the pack. */
export interface CoveredClause {
  readonly source: string
  readonly at: string
  readonly by: readonly string[]
  readonly waived?: string
}

/** Words that oblige or forbid. */
const BINDING = /应当|不得|必须|须|应[^用对届该]/

/**
 * The addresses of the clauses that bind, within the articles a source is taken up in: the lock keeps
 * them, so coverage needs no text.
 */
export function bindingClausesOf(law: LawText, scope: readonly string[] = []): string[] {
  const isTaken = (at: string) => scope.length === 0 || scope.some((range) => isWithin(range, at))
  const binds = (node: LawNode) =>
    (node.level === 'item' || node.level === 'para') && BINDING.test(node.text)
  return [...law.byPath.values()]
    .filter((node) => binds(node) && /(^|\/)[ah]\d/.test(node.path) && isTaken(node.path))
    .map((node) => node.path)
}

/** Every binding clause with what cites it, or the reason why nothing does. */
export function coverage(source: PackSource): CoveredClause[] {
  const citations = citationsOf(source)
  return [...sourceIdsOf(source)].flatMap((id) => {
    const binding = mappingAt(source.lock, id)['binding']
    return (Array.isArray(binding) ? binding.map(String) : []).map((at): CoveredClause => {
      const by = citations
        .filter((citation) => citation.source === id && touches(citation.at, at))
        .map((citation) => citation.where)
      const waiver = source.coverage.find((each) => waives(source, each, { source: id, at }))
      const reason = waiver ? mappingAt(waiver, 'reason')['en'] : undefined
      return {
        source: id,
        at,
        by: [...new Set(by)],
        ...(reason === undefined ? {} : { waived: String(reason) }),
      }
    })
  })
}

/** How far one document is taken up: every clause that binds is encoded, waived, or open. */
export interface CoveredDocument {
  readonly source: string
  readonly binding: number
  readonly encoded: number
  readonly waived: number
  readonly open: number
}

/** The covered clauses counted by document; one whose text gave no clauses to the lock counts none. */
export function coveredDocuments(
  source: PackSource,
  clauses: readonly CoveredClause[],
): readonly CoveredDocument[] {
  return [...sourceIdsOf(source)].map((id) => {
    const of = clauses.filter((clause) => clause.source === id)
    const encoded = of.filter(({ by }) => by.length > 0).length
    const open = uncoveredOf(of).length
    return { source: id, binding: of.length, encoded, waived: of.length - encoded - open, open }
  })
}

/** Does a waiver speak of a clause? It names an article, or several as in `a866..a874`. */
export function waives(
  pack: PackSource,
  waiver: Mapping,
  clause: { readonly source: string; readonly at: string },
): boolean {
  const { source, at } = parseCitation(String(waiver['at']), homeOf(pack))
  return source === clause.source && isWithin(at, clause.at)
}

/** Whether an address lies in an article, or in a range of articles. */
function isWithin(range: string, at: string): boolean {
  const [first = '', last] = range.split('..')
  if (last === undefined) return touches(first, at)
  const article = articleNumber(at)
  return articleNumber(first) <= article && article <= articleNumber(last)
}

const articleNumber = (at: string): number => Number(/^a(\d+)/.exec(at)?.[1] ?? Number.NaN)

/** The same clause, or one inside the other: `1-1/a6` lies in the annex `1-1`. */
export const touches = (a: string, b: string): boolean => a === b || lies(a, b) || lies(b, a)

const lies = (inner: string, outer: string): boolean =>
  inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}/`)

/** The binding clauses that are neither encoded nor waived. */
export const uncoveredOf = (clauses: readonly CoveredClause[]): CoveredClause[] =>
  clauses.filter((clause) => clause.by.length === 0 && clause.waived === undefined)
