import type { Cell } from './cell.ts'
import { existingDay, parseDay } from './ledger-day.ts'
import type { ProblemCode } from './problem-codes.ts'
import type { LedgerDay } from './records.ts'
import { normalText, withPlainDashes } from './text.ts'

export interface Period {
  readonly from: LedgerDay | null
  readonly to: LedgerDay | null
  readonly problems: readonly ProblemCode[]
}

const none: Period = { from: null, to: null, problems: [] }

/** A day, a month or a year; one sign parts its numbers, so 2019.1-2021.1 holds two months. */
const signed = String.raw`([-./])(\d{1,2})(?!\d)(?:\2(\d{1,2})(?!\d))?`
const inWords = String.raw`年(\d{1,2})月(?:(\d{1,2})[日号])?`
const tight = String.raw`(\d{2})(\d{2})?(?!\d)`
const day = new RegExp(String.raw`(\d{4})(?:${signed}|${inWords}|${tight}|年?(?!\d))`, 'g')
/** The end of a period may leave out its year: 2024.8.28-9.15. */
const endOfSameYear = /^[-~至到]+(\d{1,2})(?:[月./](\d{1,2}))?[月日号]?$/

/** Reads the two ends of a period, in days or months. What names no day (长期) is left empty. */
export function parsePeriod(cell: Cell | undefined): Period {
  if (cell === undefined || cell.kind === 'none') return none
  if (cell.kind === 'error') return { ...none, problems: ['formula_error'] }
  if (cell.kind === 'number') {
    const { value, problems } = parseDay(cell)
    return {
      from: value,
      to: null,
      problems: problems.filter((code) => !code.includes('precision')),
    }
  }
  const text = withPlainDashes(normalText(cell.text)).replace(/\s+/g, '')
  const found = [...text.matchAll(day)]
  const [first, second] = found
  if (!first) return none
  const from = partsOf(first)
  if (second) return period(from, partsOf(second))
  const rest = text.slice(first.index + first[0].length)
  const end = endOfSameYear.exec(rest)
  if (end) {
    const inMonths = from.length === 2
    const [, a = '', b] = end
    return period(
      from,
      inMonths ? [from[0], a] : b === undefined ? [from[0], from[1], a] : [from[0], a, b],
    )
  }
  return /[至到-]$/.test(text.slice(0, first.index))
    ? period(undefined, from)
    : period(from, undefined)
}

type Parts = readonly (string | undefined)[]

function partsOf(match: RegExpExecArray): Parts {
  const [, year, , month, date, wordMonth, wordDate, tightMonth, tightDate] = match
  return [year, month ?? wordMonth ?? tightMonth, date ?? wordDate ?? tightDate].filter(
    (part) => part !== undefined,
  )
}

function period(from: Parts | undefined, to: Parts | undefined): Period {
  const [a, b] = [from, to].map((parts) => parts?.map((part) => part?.padStart(2, '0')).join('-'))
  const problems: ProblemCode[] = [a, b].some((text) => text !== undefined && !exists(text))
    ? ['date_impossible']
    : []
  const keep = (text: string | undefined) => (text !== undefined && exists(text) ? text : null)
  return { from: keep(a), to: keep(b), problems }
}

const exists = (text: string) => existingDay(`${text}-01-01`.slice(0, Math.max(10, text.length)))
