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
    | 'page-head'
    | 'repeated-line'
    | 'hyphen'
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
  /** What belongs to the page and not to the text, by its place in the text as received. */
  readonly setAside: readonly { readonly start: number; readonly end: number }[]
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

/** Everything the node says, children included, from the text as received, without what is of the page. */
export function wordsOf({ raw, setAside }: LawText, node: LawNode): string {
  const within = setAside.filter(({ start, end }) => node.start <= start && end <= node.end)
  const starts = [node.start, ...within.map(({ end }) => end)]
  const ends = [...within.map(({ start }) => start), node.end]
  return starts.map((start, at) => raw.slice(start, ends[at])).join('')
}
