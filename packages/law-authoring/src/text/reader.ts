import type { Doubt, LawNode } from './law-text.ts'
import type { Line } from './lines.ts'

/** The numbers before the first marker of each kind. */
export const NUMBERS_START = { article: 0, heading: 0, item: 0, sub: 0, chapter: 0 }

/** Where we are in the tree while reading line after line. */
export interface Reader {
  readonly raw: string
  readonly root: LawNode
  readonly byPath: Map<string, LawNode>
  readonly doubts: Doubt[]
  readonly fullWidth: number
  readonly wrapped: boolean
  part: LawNode
  prefix: string
  chapter: LawNode | undefined
  article: LawNode | undefined
  heading: LawNode | undefined
  item: LawNode | undefined
  sub: LawNode | undefined
  para: LawNode | undefined
  /** The node that takes a continued line. */
  current: LawNode | undefined
  /** The parent of the last list, in case a paragraph interrupts it. */
  listHost: LawNode | undefined
  previous: Line | undefined
  title: string
  last: typeof NUMBERS_START
}
