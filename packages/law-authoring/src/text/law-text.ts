/** What a node of a legal text is. */
export type Level = 'part' | 'chapter' | 'section' | 'article' | 'heading' | 'para' | 'item' | 'sub'

/** One addressable piece. Offsets point into the text as received, which is never rewritten. */
export interface LawNode {
  readonly path: string
  readonly level: Level
  readonly n: number
  readonly caption?: string
  text: string
  readonly start: number
  end: number
  readonly children: LawNode[]
}

/** Something a machine cannot settle; a person answers it once with a `Patch`. */
export interface Doubt {
  readonly kind:
    | 'paragraph-boundary'
    | 'numbering'
    | 'cross-reference-at-line-start'
    | 'page-number'
    | 'odd-character'
  readonly at: number
  readonly note: string
}

/** A person's answer to a doubt: the line that starts at this offset is … */
export interface Patch {
  readonly at: number
  readonly is: 'new-paragraph' | 'continuation' | 'not-a-marker'
}

/** A legal text as a tree of addresses. */
export interface LawText {
  readonly title: string
  readonly root: LawNode
  readonly byPath: ReadonlyMap<string, LawNode>
  readonly doubts: readonly Doubt[]
  /** Lines were broken to a page width, as in text taken from a PDF. */
  readonly wrapped: boolean
  readonly raw: string
}

/** The articles of the text (or of one annex), in order. */
export function articlesOf(law: LawText, annex?: string): LawNode[] {
  const prefix = annex === undefined ? '' : `${annex}/`
  return [...law.byPath.values()].filter(
    (node) =>
      node.level === 'article' &&
      (prefix ? node.path.startsWith(prefix) : !node.path.includes('/')),
  )
}

/** Everything the node says, children included, from the text as received. */
export const wordsOf = (law: LawText, node: LawNode): string => law.raw.slice(node.start, node.end)
