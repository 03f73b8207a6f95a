import { parseYuan } from '@yizhuan/kit'
import type { PlainRow } from '../imports/index.ts'

// The list of tax withheld as the payroll sends it back: the list of a batch with its tax filled in, or any table
// with a column of payments and one of tax. A blank says nothing of its payment; what is no amount is a fault.
// Payrolls withhold other things as well, and sum taxes of the year: a column that may be either is not guessed at.

/** A line of the list; `withheldFen` is null where the cell is no amount. */
export interface ListLine {
  readonly row: number
  readonly reference: string
  readonly typed: string
  readonly withheldFen: string | null
}

const isReference = (text: string) => /付款编号|reference/i.test(text)
const isTax = (text: string) => /代扣|withheld/i.test(text) && /税|tax/i.test(text)

/** Reads the lines of the first sheet that has the columns, each once; undefined where none has. */
export function listLines(
  sheets: readonly (readonly PlainRow[])[],
): readonly ListLine[] | undefined {
  for (const rows of sheets) {
    const lines = linesIn(rows)
    if (lines) return lines
  }
  return undefined
}

function linesIn(rows: readonly PlainRow[]): readonly ListLine[] | undefined {
  const at = rows.findIndex(({ cells }) => placesIn(cells) !== undefined)
  const places = placesIn(rows[at]?.cells ?? [])
  if (!places) return undefined
  return rows.slice(at + 1).flatMap(({ row, cells }): ListLine[] => {
    const typed = plain(cells[places.withheld])
    const reference = plain(cells[places.reference])
    if (typed === '') return []
    return [{ row, reference, typed, withheldFen: fenIn(typed) }]
  })
}

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
