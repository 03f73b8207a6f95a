import { parseYuan } from '@yizhuan/kit'
import type { PlainRow, PlainSheet } from '../imports/index.ts'

// The list of tax withheld as the payroll sends it back: the list of a batch with its tax filled in, or any table
// with a column of payments and one of tax. A blank says nothing of its payment; what is no amount is a fault.
// Payrolls withhold other things as well, and sum taxes of the year: a column that may be either is not guessed at.
// A row of sums is no payment; it says what the lines above it have to come to.

/** A line of the list; `withheldFen` is null where the cell is no amount. */
export interface ListLine {
  /** The sheet, where lines of several are taken. */
  readonly sheet: string | null
  readonly row: number
  readonly reference: string
  readonly typed: string
  readonly withheldFen: string | null
}

/** A row of sums that is not what the lines come to. */
export interface WrongSum extends ListLine {
  /** What the lines come to that it stands for. */
  readonly linesFen: string
}

export interface ReadList {
  readonly lines: readonly ListLine[]
  readonly wrongSums: readonly WrongSum[]
}

const isReference = (text: string) => /付款编号|reference/i.test(text)
const isTax = (text: string) => /代扣|withheld/i.test(text) && /税|tax/i.test(text)
/** How payrolls call a row of sums. */
const isSum = (text: string) =>
  /^(合\s*计|总\s*计|小\s*计|共\s*计|(grand |sub)?total|sum)/i.test(text)

/** Reads the lines of every sheet that has the columns, each once; undefined where none has. */
export function listLines(sheets: readonly PlainSheet[]): ReadList | undefined {
  const found = sheets.flatMap(({ name, rows }) => {
    const read = readRows(rows)
    return read ? [{ name, ...read }] : []
  })
  if (found.length === 0) return undefined
  const told = found.filter(({ lines, wrongSums }) => lines.length + wrongSums.length > 0)
  const named = <Line extends ListLine>(of: string, lines: readonly Line[]) =>
    told.length > 1 ? lines.map((line) => ({ ...line, sheet: of })) : lines
  return {
    lines: told.flatMap(({ name, lines }) => named(name, lines)),
    wrongSums: told.flatMap(({ name, wrongSums }) => named(name, wrongSums)),
  }
}

function readRows(rows: readonly PlainRow[]): ReadList | undefined {
  const at = rows.findIndex(({ cells }) => placesIn(cells) !== undefined)
  const places = placesIn(rows[at]?.cells ?? [])
  if (!places) return undefined
  const lines: ListLine[] = []
  const wrongSums: WrongSum[] = []
  let [all, part] = [0n, 0n]
  for (const { row, cells } of rows.slice(at + 1)) {
    const typed = plain(cells[places.withheld])
    const reference = plain(cells[places.reference])
    if (typed === '') continue
    const line = { sheet: null, row, reference, typed, withheldFen: fenIn(typed) }
    if (!isRowOfSums(reference, cells)) {
      lines.push(line)
      ;[all, part] = [all + BigInt(line.withheldFen ?? 0), part + BigInt(line.withheldFen ?? 0)]
      continue
    }
    // A sum is of all lines above it, or of those since the sum before.
    const sum = line.withheldFen === null ? undefined : BigInt(line.withheldFen)
    if (sum !== all && sum !== part) {
      const name = plain(cells.find((text) => isSum(plain(text))))
      wrongSums.push({ ...line, reference: name, linesFen: `${all}` })
    }
    part = 0n
  }
  return { lines, wrongSums }
}

/** It names no payment, and says of itself that it is one. */
const isRowOfSums = (reference: string, cells: readonly string[]) =>
  (reference === '' || isSum(reference)) && cells.some((text) => isSum(plain(text)))

function placesIn(cells: readonly string[]) {
  const reference = cells.findIndex(isReference)
  const taxes = cells.flatMap((text, at) => (at !== reference && isTax(text) ? [at] : []))
  const [withheld] = taxes
  if (reference < 0 || withheld === undefined || taxes.length > 1) return undefined
  return { reference, withheld }
}

/** As typed, without the mark by which a sheet keeps a text from being run. */
const plain = (text = '') => text.normalize('NFKC').trim().replace(/^'/, '')

/** What a sheet worked out it keeps with digits it never shows, such as 0.30000000000000004. */
const asShown = (text: string) =>
  /^\d+\.\d{10,}$/.test(text) ? String(Number(Number(text).toPrecision(15))) : text

function fenIn(typed: string): string | null {
  try {
    return `${parseYuan(asShown(typed.replace(/^[¥￥]|元$/g, '').trim()))}`
  } catch {
    return null
  }
}
