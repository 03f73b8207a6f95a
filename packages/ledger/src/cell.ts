/** A cell of a sheet as the file holds it, before anybody asked what it means. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'boolean' | 'error' | 'none'
  /** The text; a number in its shortest decimal form; `TRUE`; `#REF!`; nothing for `none`. */
  readonly text: string
  /** The number format; absent for General. */
  readonly format?: string
  /** The formula without its `=`; `none` with a formula is a formula without a stored result. */
  readonly formula?: string
  /** Struck through, wholly or in part. */
  readonly struck?: Struck
}

export interface Struck {
  /** What is not struck through; empty when everything is. */
  readonly kept: string
}

export interface SheetRow {
  /** Counted from 1. */
  readonly row: number
  /** Filled cells by column, counted from 0; holes are empty cells. */
  readonly cells: readonly (Cell | undefined)[]
  readonly hidden?: true
  /** Some cell of the row has a border, filled or not. */
  readonly bordered?: true
}

/** A merged range; its value stands in the upper left cell. Rows from 1, columns from 0. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface Sheet {
  readonly name: string
  readonly hidden?: true
  /** In ascending order; empty rows may be missing. */
  readonly rows: readonly SheetRow[]
  readonly merges: readonly Merge[]
  readonly hiddenColumns: ReadonlySet<number>
  readonly comments: readonly { readonly cell: string; readonly text: string }[]
}

/** The letter of a column: 0 is A, 26 is AA. */
export function columnLetter(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : columnLetter(Math.floor(column / 26) - 1) + rest
}

/** The number of a column: A is 0. */
export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}
