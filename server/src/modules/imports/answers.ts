import { yuanText } from '@yizhuan/kit'
import type { Problem } from '@yizhuan/ledger'
import type { Answer } from './import.table.ts'

/** What a person may choose for a cell with one click. Nothing is chosen for them. */
export function answersTo(problem: Problem): readonly Answer[] {
  switch (problem.code) {
    case 'date_ambiguous':
      return months(problem.raw)
    case 'date_impossible':
      return lastOfMonth(problem.raw)
    case 'formula_without_value':
      return problem.value === undefined ? [] : [computed(problem.value)]
    case 'amount_unit_suspicious':
      return inYuan(problem.raw)
    default:
      return []
  }
}

/** `2021.1` may have been January or October, its zero lost. */
function months(raw: string): readonly Answer[] {
  const [, year, month] = /^(\d{4})\D(\d{1,2})$/.exec(raw.trim()) ?? []
  if (year === undefined || month === undefined) return []
  return [month.padStart(2, '0'), month.padEnd(2, '0')].map((one) => ({
    value: `${year}-${one}`,
    label: { zh: `${year} 年 ${Number(one)} 月`, en: `${year}-${one}` },
  }))
}

/** A day the month does not have: its last day, or the month alone. */
function lastOfMonth(raw: string): readonly Answer[] {
  const [, year, month] = /^\D*(\d{4})\D+(\d{1,2})\D+\d{1,2}\D*$/.exec(raw) ?? []
  const number = Number(month)
  if (year === undefined || number < 1 || number > 12) return []
  const last = new Date(Date.UTC(Number(year), number, 0)).getUTCDate()
  const inMonth = `${year}-${String(number).padStart(2, '0')}`
  return [
    {
      value: `${inMonth}-${last}`,
      label: { zh: `当月最后一天 ${inMonth}-${last}`, en: `Last of the month, ${inMonth}-${last}` },
    },
    { value: inMonth, label: { zh: `只记月份 ${inMonth}`, en: `The month only, ${inMonth}` } },
  ]
}

function computed(fen: bigint): Answer {
  const yuan = yuanText(fen)
  return {
    value: `${yuan.replaceAll(',', '')}元`,
    label: { zh: `按公式计算 ${yuan} 元`, en: `As computed, CNY ${yuan}` },
  }
}

/** The figure was typed in yuan although the heading says 万元. */
function inYuan(raw: string): readonly Answer[] {
  const figure = raw.replaceAll(',', '').trim()
  if (!/^\d+(\.\d+)?$/.test(figure)) return []
  return [
    { value: `${figure}元`, label: { zh: `按元读取 ${raw} 元`, en: `In yuan, CNY ${raw}` } },
    {
      value: `${figure}万元`,
      label: { zh: `按万元读取 ${raw} 万元`, en: `In ten thousands, CNY ${raw} × 10,000` },
    },
  ]
}
