import { canonicalJson, chineseDay, type Day, sha256Hex, yuanText } from '@yizhuan/kit'
import type { Composed, ComposedBlock } from '@yizhuan/procedures'
import type { Column } from './csv.ts'
import { type FilterWords, filterLines } from './export-note.ts'

// A list as a paper to be signed: whose it is, of which day, what was asked for, what it counts and sums,
// its lines, and room to sign. Papers are in Chinese, as what is filed with them.

/** A block of a paper made of words alone. */
export const headingBlock = (text: string): ComposedBlock => ({ is: 'heading', runs: [{ text }] })

export const factsBlock = (rows: readonly (readonly [string, string])[]): ComposedBlock => ({
  is: 'facts',
  rows: rows.map(([name, text]) => ({ name, runs: [{ text }] })),
})

/** The lines of a list under the headings that its export has; sums stand below. */
export function rowsBlock<Line>(
  columns: readonly Column<Line>[],
  lines: readonly Line[],
  sums?: Readonly<Record<string, string>>,
): ComposedBlock {
  const foot = columns.map(({ heading }, at) => sums?.[heading] ?? (at === 0 ? '合计' : ''))
  return {
    is: 'rows',
    columns: columns.map(({ heading }) => heading),
    figures: columns.map(({ kind }) => kind === 'money' || kind === 'number'),
    rows: lines.map((line) => columns.map((column) => [{ text: textOf(column, line) }])),
    foot: sums === undefined ? [] : foot.map((text) => [{ text }]),
  }
}

function textOf<Line>({ kind, value }: Column<Line>, line: Line): string {
  const shown = value(line)
  if (shown === null || shown === undefined) return ''
  return kind === 'money' && typeof shown === 'string' ? yuanText(BigInt(shown)) : String(shown)
}

/** What a list says of itself on paper. */
export interface ListSheet {
  readonly id: string
  readonly title: string
  readonly institution: string
  /** Who had it made, and when. */
  readonly by: string
  readonly today: Day
  /** What it is as of, such as a day or a period. */
  readonly facts: readonly (readonly [string, string])[]
  readonly filter: object
  readonly words: FilterWords
  readonly blocks: readonly ComposedBlock[]
  /** Whose signatures it waits for. */
  readonly signs: readonly string[]
  readonly isWide?: true
}

/** The paper; its mark is the hash of all that stands in it. */
export function listPaper({ blocks, signs, ...sheet }: ListSheet): Composed {
  const { id, title, institution, by, today, isWide } = sheet
  const told: ComposedBlock[] = [
    factsBlock([
      ['单位', institution],
      ...sheet.facts,
      ...filterLines(sheet.filter, sheet.words, 'zh').map(
        ([name = '', text = '']) => [String(name), String(text)] as const,
      ),
      ['编制', `${by}　${chineseDay(today)}`],
    ]),
    ...blocks,
  ]
  return {
    ...{ id, title, institution, missing: [], isDraft: false, values: {} },
    blocks: [...told, { is: 'sign', who: signs }],
    proof: `${title}　${institution}　${chineseDay(today)}\n${sha256Hex(canonicalJson(told))}`,
    ...(isWide && { isWide }),
  }
}
