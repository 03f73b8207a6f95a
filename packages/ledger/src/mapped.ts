import { headerWord } from './header-word.ts'
import type { TableName } from './reading.ts'
import { tightText } from './text.ts'

/** What people have said once about themselves and the headings and words of their ledgers. Plain data. */
export interface Mapped {
  /** Which field a column under a heading fills; null where it is not to be read. */
  readonly columns: readonly {
    readonly table: TableName
    readonly heading: string
    readonly field: string | null
  }[]
  /** What a word means in a field. */
  readonly codes: readonly {
    readonly table: TableName
    readonly field: string
    readonly word: string
    readonly code: string
  }[]
  /** What the house is called, and what it was called before. */
  readonly houseNames?: readonly string[]
}

export const nothingMapped: Mapped = { columns: [], codes: [] }

/** The same for looking up. */
export interface ByHand {
  /** Undefined where nobody has said anything about this heading. */
  fieldOf(table: TableName, heading: string): string | null | undefined
  codeOf(table: TableName, field: string, word: string): string | undefined
}

export function byHand({ columns, codes }: Mapped): ByHand {
  const key = (...parts: readonly string[]) => parts.join('\n')
  const fields = new Map(columns.map((one) => [key(one.table, headingKey(one.heading)), one.field]))
  const meanings = new Map(
    codes.map(({ table, field, word, code }) => [key(table, field, wordKey(word)), code]),
  )
  return {
    fieldOf: (table, heading) => fields.get(key(table, headingKey(heading))),
    codeOf: (table, field, word) => meanings.get(key(table, field, wordKey(word))),
  }
}

/** A heading in the one form in which it is known again. */
export function headingKey(heading: string): string {
  return headerWord(heading.replaceAll('/', ''))
}

/** A word of a cell in the one form in which it is known again. */
export function wordKey(word: string): string {
  return tightText(word).toLowerCase()
}
