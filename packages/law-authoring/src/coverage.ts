import { citationsOf, sourceIdsOf } from './citations.ts'
import { mappingAt, type PackSource } from './pack-source.ts'
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

/** The addresses of the clauses that bind: the lock keeps them, so coverage needs no text. */
export function bindingClausesOf(law: LawText): string[] {
  const binds = (node: LawNode) =>
    (node.level === 'item' || node.level === 'para') && BINDING.test(node.text)
  return [...law.byPath.values()]
    .filter((node) => binds(node) && /(^|\/)a\d/.test(node.path))
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
      const waiver = source.coverage.find((each) => touches(String(each['at']), at))
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

/** The same clause, or one inside the other. */
export const touches = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)

/** The binding clauses that are neither encoded nor waived. */
export const uncoveredOf = (clauses: readonly CoveredClause[]): CoveredClause[] =>
  clauses.filter((clause) => clause.by.length === 0 && clause.waived === undefined)
