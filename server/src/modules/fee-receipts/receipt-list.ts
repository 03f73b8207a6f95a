import { groupBy, parseYuan } from '@yizhuan/kit'
import { parseLedgerDay } from '@yizhuan/ledger'
import type { PlainRow, PlainSheet } from '../imports/index.ts'

// What the office confirms of fees that were paid, as a table: its columns are found by their headings, in either
// language. A surcharge stands in a line of its own beside its annual fee; both are one payment here.

/** A line as its cells say it; what could not be read is null. */
export interface ReceiptLine {
  /** The sheet, where lines of several are taken. */
  readonly sheet: string | null
  readonly row: number
  /** The number of the application as it is written. */
  readonly number: string
  readonly fee: string
  readonly kind: 'annual' | 'surcharge' | 'other'
  readonly year: number | null
  readonly typed: string
  readonly fen: string | null
  readonly receipt: string
  readonly paidOn: string | null
}

/** Reads the lines of every sheet that has the columns; undefined where none has. */
export function receiptLines(sheets: readonly PlainSheet[]): readonly ReceiptLine[] | undefined {
  const found = sheets.flatMap(({ name, rows }) => {
    const lines = linesIn(rows)
    return lines ? [{ name, lines }] : []
  })
  if (found.length === 0) return undefined
  const told = found.filter(({ lines }) => lines.length > 0)
  return told.flatMap(({ name, lines }) =>
    withSurcharges(told.length > 1 ? lines.map((line) => ({ ...line, sheet: name })) : lines),
  )
}

/** How the columns may be called, the surest first. */
const headings = {
  number: [/申请号|专利号/, /^application( number| no\.?)?$/i, /^number$/i],
  fee: [/费用种类|费用名称|缴费种类|费种|收费项目/, /^(kind of fee|fee kind|fee type|fee)$/i],
  year: [/^(第几)?年度$/, /^(year|year of term)$/i],
  amount: [/实缴|缴费金额|收费金额/, /金额/, /^(amount|paid amount|paid \()/i, /合计|^total\b/i],
  receipt: [/收据|票据|回执|发票/, /receipt/i],
  day: [/缴费日|缴纳日|收费日|缴费时间/, /日期/, /^(paid on|day|date)\b/i],
} as const
type Column = keyof typeof headings

function placesIn(cells: readonly string[]): Partial<Record<Column, number>> | undefined {
  const places = Object.fromEntries(
    Object.entries(headings).flatMap(([column, words]) => {
      const at = words
        .map((word) => cells.findIndex((cell) => word.test(plain(cell))))
        .find((place) => place >= 0)
      return at === undefined ? [] : [[column, at]]
    }),
  ) as Partial<Record<Column, number>>
  const isWhole = ['number', 'amount', 'receipt', 'day'].every((column) => column in places)
  return isWhole ? places : undefined
}

function linesIn(rows: readonly PlainRow[]): readonly ReceiptLine[] | undefined {
  const at = rows.findIndex(({ cells }) => placesIn(cells) !== undefined)
  const places = placesIn(rows[at]?.cells ?? [])
  if (!places) return undefined
  return rows.slice(at + 1).flatMap(({ row, cells }): ReceiptLine[] => {
    const cell = (column: Column) => {
      const place = places[column]
      return place === undefined ? '' : plain(cells[place])
    }
    const [number, receipt, fee] = [cell('number'), cell('receipt'), cell('fee')]
    // A row of sums names no application; a line without a receipt was not confirmed yet.
    if (number === '' || receipt === '') return []
    const typed = cell('amount')
    return [
      {
        ...{ sheet: null, row, number, fee, receipt, typed },
        kind: kindOf(fee),
        year: yearIn(cell('year'), fee),
        fen: fenIn(typed),
        paidOn: dayIn(cell('day')),
      },
    ]
  })
}

/** As typed, without the mark by which a sheet keeps a text from being run. */
const plain = (text = '') => text.normalize('NFKC').trim().replace(/^'/, '')

function kindOf(fee: string): ReceiptLine['kind'] {
  if (/滞纳|surcharge|late fee/i.test(fee)) return 'surcharge'
  return fee === '' || /年费|年度|annual|annuity|maintenance/i.test(fee) ? 'annual' : 'other'
}

const digits = '一二三四五六七八九'

/** The year of term: of a column, or of the name of the fee; a calendar year is none. */
function yearIn(column: string, fee: string): number | null {
  const text = column || (/第\s*(\S{1,3}?)\s*年/.exec(fee)?.[1] ?? /year\s*(\d+)/i.exec(fee)?.[1])
  const year = numberIn((text ?? '').replace(/^第|年度?$/g, '').trim())
  return year >= 1 && year <= 40 ? year : null
}

function numberIn(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const match = /^([一二三]?)(十?)([一二三四五六七八九]?)$/.exec(text)
  if (!match || text === '') return 0
  const [, tens = '', ten = '', ones = ''] = match
  const value = (digit: string) => digits.indexOf(digit) + 1
  return ten === '' ? value(tens || ones) : (tens === '' ? 1 : value(tens)) * 10 + value(ones)
}

function fenIn(typed: string): string | null {
  try {
    const fen = parseYuan(typed.replace(/^[¥￥]|元$/g, '').trim())
    return fen > 0n ? `${fen}` : null
  } catch {
    return null
  }
}

function dayIn(typed: string): string | null {
  const { value } = parseLedgerDay({ kind: 'text', text: typed })
  return value !== null && value.length === 10 ? value : null
}

/** Adds each surcharge to the annual fee of its application, by its receipt where several are there. */
function withSurcharges(lines: readonly ReceiptLine[]): readonly ReceiptLine[] {
  const surcharges = groupBy(
    lines.filter(({ kind, fen }) => kind === 'surcharge' && fen !== null),
    bare,
  )
  const annual = groupBy(
    lines.filter(({ kind }) => kind === 'annual'),
    bare,
  )
  const taken = new Set<ReceiptLine>()
  const whole = lines.map((line) => {
    if (line.kind !== 'annual' || line.fen === null) return line
    const isOnly = annual.get(bare(line))?.length === 1
    const own = (surcharges.get(bare(line)) ?? []).filter(
      (one) =>
        !taken.has(one) &&
        (one.year === null || one.year === line.year) &&
        (one.year !== null || one.receipt === line.receipt || isOnly),
    )
    for (const one of own) taken.add(one)
    const fen = own.reduce((sum, one) => sum + BigInt(one.fen ?? 0), BigInt(line.fen))
    return { ...line, fen: `${fen}` }
  })
  return whole.filter((line) => !taken.has(line))
}

/** A number without what is written around and between its parts. */
const bare = ({ number }: ReceiptLine) => number.toUpperCase().replace(/^(?:CN|ZL)+|[^0-9A-Z]/g, '')
