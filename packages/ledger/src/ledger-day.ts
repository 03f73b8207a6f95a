import type { Cell } from './cell.ts'
import { digitsOf, parseChineseNumber } from './chinese-number.ts'
import { type Parsed, parsed } from './parsed.ts'
import type { LedgerDay } from './records.ts'
import { normalText, saysNothing, withPlainDashes } from './text.ts'

type DayFound = Parsed<LedgerDay | null>

/** Reads a day as precisely as the cell gives it. */
export function parseDay(cell: Cell | undefined): DayFound {
  if (cell === undefined || cell.kind === 'none') return parsed(null)
  if (cell.kind === 'error') return parsed(null, 'formula_error')
  if (cell.kind === 'number') return dayOfNumber(cell)
  return dayOfText(cell.text)
}

/** Whether a number format shows a day or a month. */
export function isDayFormat(format: string | undefined): boolean {
  if (format === undefined) return false
  return /[yd]|m(?=.*[yd年])|(?<=[年])m/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|[\\!]./g, ''))
}

function dayOfNumber(cell: Cell): DayFound {
  const number = Number(cell.text)
  if (isDayFormat(cell.format)) return parsed(daySince1900(number))
  if (/^\d{8}$/.test(cell.text))
    return dayOfParts(cell.text.slice(0, 4), cell.text.slice(4, 6), cell.text.slice(6))
  if (/^(19|20|21)\d{4}$/.test(cell.text)) return monthOf(cell.text.slice(0, 4), cell.text.slice(4))
  if (/^(19|20|21)\d\d$/.test(cell.text)) return parsed(cell.text, 'date_precision_year')
  if (/^(19|20|21)\d\d\.\d{1,2}$/.test(cell.text)) return monthOfNumber(cell)
  if (number >= 20_000 && number < 80_000) return parsed(daySince1900(number))
  return parsed(null, 'date_unreadable')
}

/** 2023.1 may be January, or October with its last nought lost, unless the format shows it. */
function monthOfNumber({ text, format }: Cell): DayFound {
  const [year = '', month = ''] = text.split('.')
  const isShown = /0\.00/.test(format ?? '')
  if (month === '1' && !isShown) return parsed(null, 'date_ambiguous')
  return monthOf(year, isShown ? month.padEnd(2, '0') : month)
}

/** Day 1 is 1 January 1900, and the format believes in a 29 February 1900. */
function daySince1900(serial: number): LedgerDay {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
    .toISOString()
    .slice(0, 10)
}

const clock = /(?<=[\d日号])[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/

function dayOfText(raw: string): DayFound {
  if (
    saysNothing(raw) ||
    /^(尚?未|暂[未无]|待)(发表|公开|发布|登记|授权|公告|发放|缴)\S{0,2}$/.test(raw.trim())
  )
    return parsed(null)
  const text = inDigits(withPlainDashes(normalText(raw)).trim().replace(clock, '')).replace(
    /\s+/g,
    '',
  )
  const full = /^(\d{4})(?:[-./](\d{1,2})[-./](\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?)[.日]?$/.exec(
    text,
  )
  if (full) return dayOfParts(full[1], full[2] ?? full[4], full[3] ?? full[5])
  if (/^\d{8}$/.test(text)) return dayOfParts(text.slice(0, 4), text.slice(4, 6), text.slice(6))
  const month = /^(\d{4})(?:[-./](\d{1,2})|年(\d{1,2})月|(\d{2}))$/.exec(text)
  if (month) return monthOf(month[1], month[2] ?? month[3] ?? month[4])
  if (/^(19|20|21)\d\d年?$/.test(text)) return parsed(text.slice(0, 4), 'date_precision_year')
  if (/^[2-7]\d{4}$/.test(text)) return parsed(daySince1900(Number(text)))
  return dayOfShortText(text)
}

/** 20.4.1 names the year first; 5/6/2023 may be May or June. */
function dayOfShortText(text: string): DayFound {
  const short = /^(\d{2})(?:[-./](\d{1,2})[-./](\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?)$/.exec(text)
  if (short) {
    const found = dayOfParts(`20${short[1]}`, short[2] ?? short[4], short[3] ?? short[5])
    return found.value === null ? found : parsed(found.value, 'date_two_digit_year')
  }
  const yearLast = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text)
  if (!yearLast) return parsed(null, 'date_unreadable')
  const [, first = '', second = '', year] = yearLast
  if (Number(first) > 12) return dayOfParts(year, second, first)
  if (Number(second) > 12 || first === second) return dayOfParts(year, first, second)
  return parsed(null, 'date_ambiguous')
}

/** 二〇二三年五月十六日 in digits. */
function inDigits(text: string): string {
  if (!/[〇零一二三四五六七八九]{4}年/.test(text)) return text
  return text
    .replace(/[〇零一二三四五六七八九]{4}(?=年)/, (year) => digitsOf(year) ?? year)
    .replace(/[一二三四五六七八九十]+(?=[月日号])/g, (part) =>
      String(parseChineseNumber(part) ?? part),
    )
}

function dayOfParts(year = '', month = '', day = ''): DayFound {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return existingDay(text) ? parsed(text) : parsed(null, 'date_impossible')
}

function monthOf(year = '', month = ''): DayFound {
  const number = Number(month)
  if (number < 1 || number > 12 || !/^(19|20|21)/.test(year)) return parsed(null, 'date_impossible')
  return parsed(`${year}-${month.padStart(2, '0')}`, 'date_precision_month')
}

/** Whether the calendar has this day, in a year a ledger may speak of. */
export function existingDay(text: string): boolean {
  const [, year, month, day] = /^((?:19|20|21)\d\d)-(\d\d)-(\d\d)$/.exec(text) ?? []
  if (year === undefined || Number(day) < 1 || Number(month) < 1 || Number(month) > 12) return false
  return Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
}

/** Compares two days at the coarser precision of both: negative when the first is earlier. */
export function compareDays(a: LedgerDay, b: LedgerDay): number {
  const length = Math.min(a.length, b.length)
  const [x, y] = [a.slice(0, length), b.slice(0, length)]
  return x < y ? -1 : x > y ? 1 : 0
}
