import { fenText } from '../../ui/Money.tsx'
import type { ToldWire } from './payout.api.ts'

// The bank's answer as a table: the file that went out, with the result of each payment filled in. Columns
// are found by their headings, in either language; commas, tabs and semicolons part them.

const headings = {
  reference: /付款编号|reference/i,
  amount: /金额|amount/i,
  result: /结果|result/i,
  reason: /原因|why|reason/i,
} as const

// A payroll withholds insurance as well, and sums taxes of the year: of what may be either none is chosen.
const isTax = (text: string) => /代扣|withheld/i.test(text) && /税|tax/i.test(text)
const severalTaxes = -2

/** A row with its number in the file. */
type Rows = readonly { readonly row: number; readonly cells: readonly string[] }[]

type Column = keyof typeof headings | 'withheld'

/** The lines that tell a result, or why the text is no answer: a code and the line it stands in. */
export type ReadProof =
  | { readonly lines: readonly ToldWire[] }
  | { readonly wrong: Wrong; readonly at: number }

type Wrong = 'noHeadings' | 'noAmount' | 'noTax' | 'noResult' | 'nothing'

/** Lines that tell what was withheld for tax, or why the text tells none. */
export type ReadTax =
  | { readonly lines: readonly { readonly reference: string; readonly withheldFen: string }[] }
  | { readonly wrong: Wrong; readonly at: number }

/** Reads what the payroll withheld, by the references of the payments; an empty cell says nothing. */
export function taxLines(text: string): ReadTax {
  const { at, body } = tableIn(rowsIn(text))
  if (at.reference < 0 || at.withheld < 0) return { wrong: 'noHeadings', at: 1 }
  const lines: { reference: string; withheldFen: string }[] = []
  for (const { row: place, cells: row } of body) {
    const withheld = (row[at.withheld] ?? '').trim()
    if (withheld === '') continue
    const withheldFen = fenText(withheld)
    if (withheldFen === undefined) return { wrong: 'noTax', at: place }
    lines.push({ reference: (row[at.reference] ?? '').trim(), withheldFen })
  }
  return lines.length === 0 ? { wrong: 'nothing', at: 0 } : { lines }
}

/** The rows of a text that is a table. */
const rowsIn = (text: string): Rows =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ row: index + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))

/** The rows of a table, and where its columns stand; a workbook says above its headings what it is. */
function tableIn(rows: Rows) {
  const isHead = ({ cells }: Rows[number]) =>
    cells.some((cell) => headings.reference.test(cell)) &&
    cells.some((cell) => headings.result.test(cell) || isTax(cell))
  const first = Math.max(0, rows.findIndex(isHead))
  const head = rows[first]?.cells ?? []
  const body = rows.slice(first + 1)
  const at = Object.fromEntries(
    Object.entries(headings).map(([name, words]) => [
      name,
      head.findIndex((cell) => words.test(cell)),
    ]),
  ) as Record<keyof typeof headings, number>
  const [withheld = -1, ...others] = head.flatMap((cell, place) => (isTax(cell) ? [place] : []))
  return { at: { ...at, withheld: others.length > 0 ? severalTaxes : withheld }, body }
}

/** Reads the answer from a text; a line without a result says nothing of its payment. */
export const proofLines = (text: string): ReadProof => proofRows(rowsIn(text))

/** Reads the answer in the first sheet that has its columns. */
export function proofSheets(sheets: readonly { readonly rows: Rows }[]): ReadProof {
  const read = sheets.map(({ rows }) => proofRows(rows))
  const fits = read.find((one) => !('wrong' in one) || one.wrong !== 'noHeadings')
  return fits ?? read[0] ?? { wrong: 'noHeadings', at: 1 }
}

function proofRows(rows: Rows): ReadProof {
  const { at, body } = tableIn(rows)
  const isLacking = at.reference < 0 || at.amount < 0 || at.result < 0
  if (isLacking || at.withheld === severalTaxes) return { wrong: 'noHeadings', at: 1 }
  const lines: ToldWire[] = []
  for (const { row: place, cells: row } of body) {
    const cell = (name: Column) => (row[at[name]] ?? '').trim()
    const result = cell('result')
    if (result === '') continue
    const outcome = outcomeOf(result)
    if (!outcome) return { wrong: 'noResult', at: place }
    const amountFen = fenText(cell('amount'))
    if (amountFen === undefined) return { wrong: 'noAmount', at: place }
    const reason = outcome === 'returned' ? cell('reason') : ''
    const withheld = cell('withheld')
    const withheldFen = withheld === '' ? undefined : fenText(withheld)
    if (withheld !== '' && withheldFen === undefined) return { wrong: 'noTax', at: place }
    lines.push({
      ...{ reference: cell('reference'), amountFen, outcome },
      ...(withheldFen !== undefined && { withheldFen }),
      ...(reason && { reason }),
    })
  }
  return lines.length === 0 ? { wrong: 'nothing', at: 0 } : { lines }
}

/** Whole words only: `未成功` and `unpaid` hold words of success and say the contrary. */
const paid =
  /^((支付|付款|转账|交易|处理)?成功|已付|已付款|已?完成|paid|success(ful)?|succeeded|ok)$/i
const returned =
  /^(已?(退回|退汇|退票)|(支付|付款|转账|交易|处理)?失败|return(ed)?|fail(ed|ure)?|reject(ed)?)$/i

function outcomeOf(result: string): ToldWire['outcome'] | undefined {
  if (returned.test(result)) return 'returned'
  return paid.test(result) ? 'paid' : undefined
}

/** The cells of a line; in quotation marks a cell may hold what parts them. */
function cellsOf(line: string): string[] {
  const divider = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ','
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let place = 0; place < line.length; place += 1) {
    const sign = line[place] ?? ''
    if (sign === '"' && isQuoted && line[place + 1] === '"') {
      cell += '"'
      place += 1
    } else if (sign === '"') isQuoted = !isQuoted
    else if (sign === divider && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell].map((one) => one.trim())
}
