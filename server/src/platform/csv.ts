import type { Lang } from '@yizhuan/kit'

/** What a cell of an export holds; an amount is whole fen. */
export type CellValue = string | number | null | undefined

/** One column of an export: its heading, what a row shows in it, and what that is. */
export interface Column<Row> {
  readonly heading: string
  /** A text unless told: numbers of records keep their zeros. */
  readonly kind?: 'text' | 'day' | 'money' | 'number'
  readonly value: (row: Row) => CellValue
  /** Of an amount that many rows do not have: a blank is none, and nothing is unknown. */
  readonly isOnlySome?: true
}

/** Columns in one language, by what they hold. */
export function columnsIn<Row>(lang: Lang) {
  type Value = Column<Row>['value']
  const of =
    (kind: NonNullable<Column<Row>['kind']>) =>
    (zh: string, en: string, value: Value): Column<Row> => ({
      heading: lang === 'zh' ? zh : en,
      kind,
      value,
    })
  return {
    text: of('text'),
    day: of('day'),
    number: of('number'),
    /** An amount in fen, shown in yuan; the heading says so. */
    money: (zh: string, en: string, value: Value) =>
      of('money')(`${zh}（元）`, `${en} (CNY)`, value),
    /** An amount that only some rows have, as a debit or a credit: whoever adds it up gets all of it. */
    moneyOfSome: (zh: string, en: string, value: Value): Column<Row> => ({
      ...of('money')(`${zh}（元）`, `${en} (CNY)`, value),
      isOnlySome: true,
    }),
  }
}

/**
 * Rows as CSV for spreadsheet programs: UTF-8 with a mark that says so, lines ended by CR LF.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
 */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return csvHead(columns) + rows.map((row) => csvLine(columns, row)).join('')
}

/** The first line, with the mark before it. */
export function csvHead(columns: readonly Pick<Column<never>, 'heading'>[]): string {
  return `\uFEFF${columns.map(({ heading }) => cell(heading)).join(',')}\r\n`
}

/** One line. */
export function csvLine<Row>(columns: readonly Column<Row>[], row: Row): string {
  return `${columns.map((column) => cell(shownValue(column, row))).join(',')}\r\n`
}

/** What a row shows in a column: an amount in yuan, everything else as it is. */
export function shownValue<Row>({ kind, value }: Column<Row>, row: Row): CellValue {
  const shown = value(row)
  return kind === 'money' && typeof shown === 'string' ? yuanCell(shown) : shown
}

/** What a spreadsheet program takes for the beginning of a formula, also in full width. */
const startsFormula = /^[=+\-@\t\r＝＋－＠]/

function cell(value: CellValue): string {
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
