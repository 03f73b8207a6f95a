/** One column of an export: its heading and what a row shows in it. */
export interface CsvColumn<Row> {
  readonly heading: string
  readonly value: (row: Row) => string | number | null | undefined
}

/**
 * Rows as CSV for spreadsheet programs: UTF-8 with a mark that says so, lines ended by CR LF.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
 */
export function csvOf<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ heading }) => cell(heading)),
    ...rows.map((row) => columns.map(({ value }) => cell(value(row)))),
  ]
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`
}

/** What a spreadsheet program takes for the beginning of a formula, also in full width. */
const startsFormula = /^[=+\-@\t\r＝＋－＠]/

function cell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  const isNumber = /^-?\d+(\.\d+)?$/.test(text)
  const safe = !isNumber && startsFormula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The header that offers a text as a file under a name in any script. */
export function asAttachment(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
}

/** Whole fen as yuan with two decimals and no separators: what a spreadsheet can add up. */
export function yuanCell(fen: string | null | undefined): string {
  if (fen === null || fen === undefined) return ''
  const [, sign = '', digits = ''] = /^(-?)(\d+)$/.exec(fen) ?? []
  const padded = digits.padStart(3, '0')
  return `${sign}${padded.slice(0, -2)}.${padded.slice(-2)}`
}
