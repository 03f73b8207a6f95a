import type { Fen } from '@yizhuan/kit'
import type { Cell } from './cell.ts'
import { parseCapitalAmount } from './chinese-number.ts'
import { type Decimal, inFen, parseDecimal } from './decimal.ts'
import type { ProblemCode } from './problem-codes.ts'
import { normalText, saysNothing, withPlainDashes } from './text.ts'

/** How many fen a unit of money has. */
const units: Readonly<Record<string, bigint>> = {
  ...{ 元: 100n, 圆: 100n, 千元: 100_000n, 万元: 1_000_000n, 百万元: 100_000_000n },
  ...{
    亿元: 10_000_000_000n,
    千: 100_000n,
    万: 1_000_000n,
    百万: 100_000_000n,
    亿: 10_000_000_000n,
  },
}

export interface Amount {
  readonly fen: Fen | null
  readonly problems: readonly ProblemCode[]
  /** The unit came from the header and not from the cell. */
  readonly byHeader: boolean
  /** A sign of yuan alone says the unit. */
  readonly bySign?: true
}

/** The unit that stands in a header or a title: 万元 in 预估价值（万元）, 元 in 金额单位：元. */
export function unitIn(text: string): string | undefined {
  const inside = /[(（[【](?:人民币|单位[:：]?)*(百万|千|万|亿)?(元)?[)）\]】]/.exec(text)
  if (inside?.[1] !== undefined || inside?.[2] !== undefined) return `${inside[1] ?? ''}元`
  return /单位[:：]\s*(?:人民币)?((?:百万|千|万|亿)?元)/.exec(text)?.[1]
}

/** The unit at the end of a header: 预估价值/万元. */
export function unitAtEnd(header: string): string | undefined {
  return /(?:百万|千|万|亿)?元$/.exec(header)?.[0]
}

/** Reads an amount; the header's unit rules where the cell names none. */
export function parseAmount(cell: Cell | undefined, headerUnit: string): Amount {
  if (cell === undefined || cell.kind === 'none') return amount(null)
  if (cell.kind === 'error') return amount(null, 'formula_error')
  if (cell.kind === 'number') return fromNumber(cell, headerUnit)
  return fromText(cell.text, headerUnit)
}

/** A number whose format shows another size than it holds is read as people saw it. */
function fromNumber(cell: Cell, headerUnit: string): Amount {
  const number = parseDecimal(cell.text)
  if (!number) return amount(null, 'amount_unreadable')
  const format = cell.format ?? ''
  const shownUnit = /百万元?|[千万亿]元?/.exec(literalsOf(format))?.[0]
  const shift = scaleOf(format)
  const unit = units[shownUnit ?? headerUnit] ?? 100n
  const value = inFen({ ...number, scale: number.scale + shift }, unit)
  const byHeader = shownUnit === undefined
  return { fen: value, problems: shift === 0 ? [] : ['scaled_number_format'], byHeader }
}

/** What a number format writes beside the number. */
function literalsOf(format: string): string {
  return [...format.matchAll(/"([^"]*)"|[\\!](.)|([百千万亿元])/g)]
    .map(([, quoted, escaped, plain]) => quoted ?? escaped ?? plain ?? '')
    .join('')
}

/** By how many powers of ten a format shrinks a number: `0!.0,` shows 1286000 as 128.6. */
function scaleOf(format: string): number {
  const first = format.split(';')[0] ?? ''
  const commas = /[0#?](,+)(?![0#?,])/.exec(first)?.[1]?.length ?? 0
  if (commas === 0) return 0
  const behindPoint = /(?:[\\!]\.|"\.")([0#?]+)/.exec(first)?.[1]?.length ?? 0
  return commas * 3 + behindPoint
}

const foreign = /usd|us\$|hk\$|[$€£]|eur|gbp|hkd|jpy|美元|欧元|英镑|港[币元]|日元|外币/i
const sign = /^(人民币|rmb|cny|[¥￥])*/i

function fromText(raw: string, headerUnit: string): Amount {
  if (saysNothing(raw)) return amount(null)
  const text = withPlainDashes(normalText(raw))
    .replace(/\s+/g, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  if (foreign.test(text)) return amount(null, 'amount_foreign_currency')
  const negative = /^\((.*)\)$/.exec(text)?.[1]
  if (negative !== undefined) return negated(fromText(negative, headerUnit))
  const capital = parseCapitalAmount(text)
  if (capital !== undefined)
    return { fen: inFen(whole(capital), 1n), problems: [], byHeader: false }
  if (/\d(?:[百千万亿]?元?)[-~至到]\d/.test(text)) return amount(null, 'amount_range')
  return fromFigures(text, headerUnit)
}

const figures = /^(.*?)([+-]?\d+(?:\.\d+)?)(百万元?|[千万亿]元?|[元圆])?[整正]?(.*)$/

function fromFigures(text: string, headerUnit: string): Amount {
  const [, before = '', number = '', ownUnit, after = ''] = figures.exec(text) ?? []
  const value = parseDecimal(number)
  if (!value || before.replace(sign, '') !== '') return amount(null, 'amount_unreadable')
  const isYuan = ownUnit === undefined && /[¥￥]/.test(before)
  const unit = units[ownUnit ?? (isYuan ? '元' : headerUnit)] ?? 100n
  const fen = inFen(value, unit)
  const byHeader = ownUnit === undefined && !isYuan
  const remark = /^\((.*)\)$/.exec(after)?.[1]
  if (after === '') return { fen, problems: [], byHeader, ...(isYuan && { bySign: true }) }
  if (remark !== undefined) return { fen, problems: capitalDiffers(remark, fen), byHeader }
  if (/^[+,;、另加及并和]/.test(after)) return { fen, problems: ['amount_composite'], byHeader }
  return amount(null, 'amount_unreadable')
}

/** A remark may repeat the amount in capital characters: 大写：人民币贰佰捌拾伍万元整. */
function capitalDiffers(remark: string, fen: Fen): readonly ProblemCode[] {
  const capital = parseCapitalAmount(remark.replace(/^.*?大写[:：]?/, ''))
  return capital === undefined || capital === fen ? [] : ['amount_capital_mismatch']
}

const whole = (digits: bigint): Decimal => ({ digits, scale: 0 })

function negated({ fen, ...rest }: Amount): Amount {
  return { ...rest, fen: fen === null ? null : inFen(whole(-fen), 1n) }
}

function amount(fen: Fen | null, ...problems: readonly ProblemCode[]): Amount {
  return { fen, problems, byHeader: false }
}
