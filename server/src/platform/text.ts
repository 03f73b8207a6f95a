import { z } from 'zod'

/** Control characters other than tab and the ends of lines. */
const control = /[^\P{Cc}\t\n\r]/u

/**
 * Text from outside: trimmed, neither empty nor too long, without NUL or half characters.
 *
 * PostgreSQL refuses NUL, and a lone surrogate cannot be written as UTF-8: both would otherwise
 * surface as an error of ours long after the field was filled in.
 *
 * @param max  most characters after trimming.
 */
export function text(max = 500, options: { min?: number } = {}) {
  return z
    .string()
    .trim()
    .min(options.min ?? 1)
    .max(max)
    .refine((value) => !control.test(value), {
      error: '包含不可见的控制字符 / contains control characters',
      params: { rule: 'text-control-character' },
    })
    .refine((value) => !/\p{Surrogate}/u.test(value), {
      error: '包含不完整的字符 / contains half a character',
      params: { rule: 'text-half-character' },
    })
}

/** The beginning of a text, of so many characters at most; none is cut in half, which no database takes. */
export function beginning(text: string, most: number): string {
  const begun = text.slice(0, most)
  return /[\uD800-\uDBFF]$/.test(begun) ? begun.slice(0, -1) : begun
}

/** An e-mail address, as far as its form tells. */
export function emailText() {
  return text(200).regex(/^[^\s@]+@[^\s@]+$/, '须为电子邮箱 / must be an e-mail address')
}

/** Before it lies no day that anything here is about: its year was mistyped, as 0206. Our choice; no rule asks for it. */
const firstDay = '1800-01-01'

/** A day that exists, as `YYYY-MM-DD`. */
export function dayText() {
  return z.iso
    .date({ error: '须为存在的日期（YYYY-MM-DD） / must be a day that exists (YYYY-MM-DD)' })
    .refine((day) => day >= firstDay, {
      error: '这一天太早，请核对年份 / this day lies too early; check the year',
      params: { rule: 'day-too-early' },
    })
}

/** A month that exists, as `YYYY-MM`. */
export function monthText() {
  return z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, {
      error: '须为存在的月份（YYYY-MM） / must be a month that exists (YYYY-MM)',
    })
    .refine((month) => month >= firstDay.slice(0, 7), {
      error: '这个月太早，请核对年份 / this month lies too early; check the year',
      params: { rule: 'day-too-early' },
    })
}

/** Where a page of a list by day ended: the day and the id of its last line. */
export function dayCursor() {
  const isPlace = (value: string) =>
    dayText().safeParse(value.slice(0, 10)).success && idText().safeParse(value.slice(11)).success
  return z.string().refine((value) => value[10] === '_' && isPlace(value), {
    error: '翻页标记无效，请从第一页重新打开 / is no page marker; begin with the first page',
    params: { rule: 'cursor' },
  })
}

/** An id: a UUID in lower case. */
export function idText() {
  return z.uuid().lowercase()
}

/** The id that a client gives an order: sent twice it is made once (`platform/once.ts`). */
export function clientId() {
  return idText().optional()
}

/** An amount in whole fen as a decimal text; what is none is judged no further. */
export function fenText() {
  return z.string().regex(/^-?(0|[1-9]\d{0,17})$/, {
    error:
      '须为数字金额，精确到分（传送时为以分计的整数） / must be an amount in figures, exact to the fen (sent as whole fen)',
    abort: true,
  })
}

/** An amount in whole fen that is not below nought. */
export function fenFromNought() {
  return fenText().refine((fen) => !fen.startsWith('-'), {
    error: '金额不得为负 / an amount is not negative',
    params: { rule: 'amount-negative' },
  })
}
