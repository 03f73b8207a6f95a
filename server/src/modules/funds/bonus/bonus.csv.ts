import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import type { LineOf } from '../../../platform/export.ts'
import { rightKindWords } from '../../rights/index.ts'
import type { allBonuses } from './bonus.queries.ts'
import { basisWords, isLate, stateWords } from './bonus.ts'
import type { OwedBonusWire } from './bonus.wire.ts'

type Row = LineOf<ReturnType<typeof allBonuses>>

const lateWords = { zh: '逾期', en: 'Late' }
const listed = (lang: Lang, names: readonly string[]) => names.join(lang === 'zh' ? '、' : '; ')

/** The register as a sheet, in one language. */
export function bonusColumns(lang: Lang, today: string): Column<Row>[] {
  const { text, day, money } = columnsIn<Row>(lang)
  const isOverdue = (row: Row) => row.state !== 'withdrawn' && isLate(row, today)
  return [
    text('专利号', 'Number', ({ rightNumber }) => rightNumber),
    text('专利名称', 'Title', ({ rightTitle }) => rightTitle),
    text('类型', 'Kind', ({ rightKind }) => rightKindWords[rightKind][lang]),
    text('发明人', 'Inventors', ({ names }) => listed(lang, names)),
    day('授权公告日', 'Granted on', ({ grantedOn }) => grantedOn),
    day('最迟发放日', 'Due on', ({ dueOn }) => dueOn),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
    text('逾期', 'Late', (row) => (isOverdue(row) ? lateWords[lang] : null)),
    text('依据', 'Basis', ({ basis, rule }) => rule ?? basisWords[basis][lang]),
    text('低于最低额的理由', 'Why below the least', ({ despite }) => despite),
    money('奖金总额', 'Bonus', ({ amountFen }) => amountFen),
    money('已发放', 'Paid', ({ paidFen }) => paidFen),
    day('发放完毕日', 'Paid in full on', ({ paidOn }) => paidOn),
    text('提出人', 'Proposed by', ({ proposedName }) => proposedName),
    text('审批人', 'Approved by', ({ approvedName }) => approvedName),
    day('审批日', 'Approved on', ({ approvedOn }) => approvedOn),
    text('备注', 'Remark', ({ remark }) => remark),
  ]
}

/** What is owed and not proposed, as a sheet. */
export function owedColumns(lang: Lang): Column<OwedBonusWire>[] {
  const { text, day, money } = columnsIn<OwedBonusWire>(lang)
  return [
    text('专利号', 'Number', ({ rightNumber }) => rightNumber),
    text('专利名称', 'Title', ({ rightTitle }) => rightTitle),
    text('类型', 'Kind', ({ rightKind }) => rightKindWords[rightKind][lang]),
    text('发明人', 'Inventors', ({ inventors }) => listed(lang, inventors)),
    day('授权公告日', 'Granted on', ({ grantedOn }) => grantedOn),
    day('最迟发放日', 'Due on', ({ dueOn }) => dueOn),
    text('逾期', 'Late', (row) => (row.isLate ? lateWords[lang] : null)),
    money('法定最低额', 'Least amount', ({ leastFen }) => leastFen),
  ]
}
