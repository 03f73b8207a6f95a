import { readRightNumber } from '@yizhuan/docket'
import { groupBy, type Words } from '@yizhuan/kit'
import { earliestDay } from '../../platform/passed-day.ts'
import type { ReceiptLine } from './receipt-list.ts'

// Which fee each line of a list settles, or why it settles none.

/** A fee of a batch as it stands: waiting for its receipt, or paid. */
export interface BatchedFee {
  readonly right: string
  readonly batch: string
  readonly year: number
  readonly state: 'open' | 'paid'
  /** What the batch says it costs. */
  readonly fen: string
  readonly receipt: string | null
}

export interface KnownRight {
  readonly id: string
  readonly number: string | null
  readonly title: string
}

/** What a line can come to. */
export const lineStates = [
  'matched',
  'differs',
  'already',
  'paidBefore',
  'twice',
  'noOpenFee',
  'unknownRight',
  'otherFee',
  'unreadable',
] as const
export type LineState = (typeof lineStates)[number]

/** A line and what it comes to. */
export interface MatchedLine {
  readonly line: ReceiptLine
  readonly state: LineState
  readonly right: KnownRight | null
  readonly fee: BatchedFee | null
  /** What is wrong with it, where the state does not say it. */
  readonly fault: Words | null
}

/** The number of a line in its one notation; as it is written where it is none. */
export function numberIn({ number }: Pick<ReceiptLine, 'number'>): string {
  try {
    return readRightNumber('patent', number)
  } catch {
    return number
  }
}

export function matched(
  lines: readonly ReceiptLine[],
  rights: readonly KnownRight[],
  fees: readonly BatchedFee[],
  today: string,
): readonly MatchedLine[] {
  const byNumber = new Map(rights.map((right) => [right.number, right]))
  const byYear = groupBy(fees, ({ right, year }) => `${right}/${year}`)
  const settled = new Set<string>()
  return lines.map((line): MatchedLine => {
    const right = byNumber.get(numberIn(line)) ?? null
    const told = (state: LineState, fee: BatchedFee | null = null, fault: Words | null = null) => ({
      ...{ line, state, right, fee, fault },
    })
    if (line.kind !== 'annual') return told('otherFee')
    if (!right) return told('unknownRight')
    const fault = faultOf(line, today)
    if (fault) return told('unreadable', null, fault)
    const key = `${right.id}/${line.year}`
    const ofYear = byYear.get(key) ?? []
    const fee = ofYear.find(({ state }) => state === 'open')
    if (ofYear.some(({ receipt }) => receipt === line.receipt)) return told('already')
    if (!fee) return told(ofYear.length > 0 ? 'paidBefore' : 'noOpenFee')
    if (settled.has(key)) return told('twice')
    settled.add(key)
    return told(fee.fen === line.fen ? 'matched' : 'differs', fee)
  })
}

function faultOf({ fen, year, paidOn, receipt }: ReceiptLine, today: string): Words | undefined {
  if (fen === null)
    return {
      zh: '金额不是大于零的数字：以元填写，最多两位小数。',
      en: 'The amount is no number above nought: yuan with two decimals at most.',
    }
  if (year === null)
    return {
      zh: '没有写明是第几年度：在“费用种类”或“年度”中写“第 8 年”。',
      en: 'The year of term is missing: write “year 8” with the fee or in a column of its own.',
    }
  if (paidOn === null)
    return {
      zh: '缴费日不是存在的一天（如 2026-05-12）。',
      en: 'The day of payment is no day that exists (as 2026-05-12).',
    }
  if (paidOn > today)
    return {
      zh: `缴费日 ${paidOn} 晚于今天。`,
      en: `The day of payment ${paidOn} is after today.`,
    }
  if (paidOn < earliestDay)
    return {
      zh: `缴费日 ${paidOn} 早于 ${earliestDay}，请核对年份。`,
      en: `The day of payment ${paidOn} is before ${earliestDay}; check the year.`,
    }
  if (receipt.length > 100)
    return { zh: '收据号超过 100 字。', en: 'The receipt has more than 100 characters.' }
  return undefined
}
