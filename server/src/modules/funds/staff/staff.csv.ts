import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import type { LineOf } from '../../../platform/export.ts'
import type { allAwards } from './staff.queries.ts'
import { stateWords } from './staff.ts'

type Row = LineOf<ReturnType<typeof allAwards>>

/** The awards of the staff part as a sheet, in one language. */
export function awardSheet(lang: Lang): Column<Row>[] {
  const { text, day, money } = columnsIn<Row>(lang)
  return [
    text('发放事项', 'Award', ({ title }) => title),
    text('依据', 'Basis', ({ basis }) => basis),
    text('收款人', 'Payees', ({ names }) => names.join(lang === 'zh' ? '、' : '; ')),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
    money('金额', 'Amount', ({ amountFen }) => amountFen),
    money('已发放', 'Paid', ({ paidFen }) => paidFen),
    day('提出日', 'Proposed on', ({ proposedOn }) => proposedOn),
    text('提出人', 'Proposed by', ({ proposedName }) => proposedName),
    text('审批人', 'Approved by', ({ approvedName }) => approvedName),
    day('审批日', 'Approved on', ({ approvedOn }) => approvedOn),
    day('发放完毕日', 'Paid in full on', ({ paidOn }) => paidOn),
  ]
}
