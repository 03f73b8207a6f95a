// A clean text as it comes out of a PDF or a scanner: the same words, badly laid out.
import { toChinese } from '@yizhuan/law'
import type { LawNode, LawText } from '../law-text.ts'
import { widthOf } from '../lines.ts'

/** What may have happened to a text on its way. */
export interface Damage {
  /** Printed characters a line; each paragraph begins with two blanks, as in print. */
  readonly width: number
  /** A running head and a page number between every so many lines. */
  readonly linesPerPage?: number | undefined
  readonly pageNumber?: (page: number) => string
  /** Blanks within the markers: 第 十 条, （ 一 ）. */
  readonly blanks?: '' | ' ' | '　'
  /** The indentation was lost, as copying from most viewers does. */
  readonly flush?: boolean
  /** Every so many lines one is read twice, if it is long enough to be a line and not a cell. */
  readonly doubledEvery?: number | undefined
}

/** A parsed text again as one paragraph a line, with its markers written out. */
export function cleanOf({ root }: LawText): string {
  return root.children.flatMap(linesOf).join('\n')
}

function linesOf(node: LawNode): readonly string[] {
  const n = toChinese(node.n)
  const inner = node.children.flatMap(linesOf)
  switch (node.level) {
    case 'part':
      return [node.text, ...inner]
    case 'chapter':
      return [`第${n}章　${node.text}`, ...inner]
    case 'article': {
      const [first = '', ...others] = inner
      const caption = node.caption === undefined ? '' : `（${node.caption}）`
      return [`第${n}条　${caption}${first}`, ...others]
    }
    case 'heading':
      return [`${n}、${node.text}`, ...inner]
    case 'item':
      return [`（${n}）${node.text}`, ...inner]
    case 'sub':
      return [`${node.n}．${node.text}`, ...inner]
    default:
      return [node.text, ...inner]
  }
}

/** The text as it was printed and read back. */
export function printed(clean: string, damage: Damage): string {
  const [title = '', ...paragraphs] = clean.split('\n').map((line) => spaced(line, damage))
  const lines = paragraphs.flatMap((paragraph) => wrapped(paragraph, damage))
  return [title, ...paged(doubled(lines, damage), damage)].join('\n')
}

const MARKER = /^第[一二三四五六七八九十]+[条章]|^（[一二三四五六七八九十]+）/

const spaced = (line: string, { blanks = '' }: Damage): string =>
  line.replace(MARKER, (marker) => [...marker].join(blanks))

/** A paragraph in lines of one width; a word in Latin letters is parted by a hyphen. */
function wrapped(paragraph: string, { width, flush }: Damage): readonly string[] {
  const lines: string[] = []
  let line = flush ? '' : '　　'
  for (const char of paragraph) {
    // No line begins with a mark that closes; it hangs at the end of the one before.
    if (widthOf(line + char) > width && !/[，。；：、）”》]/.test(char)) {
      const parts = /[a-z]$/i.test(line) && /[a-z]/i.test(char)
      lines.push(parts ? `${line}-` : line)
      line = ''
    }
    line += char
  }
  return [...lines, line]
}

const doubled = (lines: readonly string[], { doubledEvery }: Damage): readonly string[] =>
  lines.flatMap((line, at) =>
    doubledEvery !== undefined && at % doubledEvery === 0 && widthOf(line.trim()) >= 10
      ? [line, line]
      : [line],
  )

const RUNNING_HEAD = '示例镇公报'

function paged(
  lines: readonly string[],
  { linesPerPage, pageNumber = String }: Damage,
): readonly string[] {
  if (linesPerPage === undefined) return lines
  return lines.flatMap((line, at) =>
    at > 0 && at % linesPerPage === 0
      ? ['', pageNumber(at / linesPerPage), '', RUNNING_HEAD, '', line]
      : [line],
  )
}
