import { toChinese } from '@yizhuan/law'

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** Characters that may form a number in a legal text: Chinese, ASCII or full-width. */
export const NUMERAL = '[零〇一二三四五六七八九十百千两0-9０-９]+'

/** The value of a Chinese, ASCII or full-width numeral; `NaN` when it is none. */
export function parseNumeral(text: string): number {
  const plain = text.normalize('NFKC')
  if (/^\d+$/.test(plain)) return Number(plain)
  let total = 0
  let digit = 0
  for (const char of plain) {
    const unit = UNITS[char]
    const value = DIGITS[char]
    if (unit !== undefined) {
      total += (digit || 1) * unit
      digit = 0
    } else if (value !== undefined) digit = value
    else return Number.NaN
  }
  return plain === '' ? Number.NaN : total + digit
}

/** What a number of the law measures; decides how it may be spelled. */
export type Measure = 'percent' | 'days' | 'years' | 'plain'

/** The ways a text may write the number: 70% or 百分之七十, 15日 or 十五日. */
export function spellings(n: number, measure: Measure): string[] {
  const chinese = toChinese(n)
  if (measure === 'percent') return [`${n}%`, `百分之${chinese}`]
  const units = { days: ['日', '天', '个工作日', '个自然日'], years: ['年'], plain: [''] }[measure]
  return units.flatMap((unit) => [`${n}${unit}`, `${chinese}${unit}`])
}
