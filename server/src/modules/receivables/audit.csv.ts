import type { Lang, Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { LineOf } from '../../platform/export.ts'
import type { allAudits, allStatements } from './audit.queries.ts'
import type { AuditDecisionWire, AuditWire } from './audit.wire.ts'
import { inUnits } from './receivable-list.csv.ts'

type Audit = LineOf<ReturnType<typeof allAudits>>
type Statement = LineOf<ReturnType<typeof allStatements>>

/** How the filter of both lists is called. */
export const royaltyFilterWords = { contract: { name: { zh: '合同', en: 'Contract' } } }

const outcomes: Readonly<Record<AuditWire['outcome'], Words>> = {
  announced: { zh: '已通知', en: 'Announced' },
  refused: { zh: '对方拒绝', en: 'Refused' },
  agreed: { zh: '核对一致', en: 'Agreed' },
  difference: { zh: '发现差额', en: 'Difference found' },
}

const ways: Readonly<Record<AuditDecisionWire['way'], Words>> = {
  refund: { zh: '退还', en: 'To be given back' },
  credit: { zh: '抵减以后各期', en: 'Set off against later periods' },
}

/** What licensees stated as a sheet, in one language; amounts in the currency of the contract. */
export function statementColumns(lang: Lang): Column<Statement>[] {
  const { text, day } = columnsIn<Statement>(lang)
  const amount = (zh: string, en: string, of: (line: Statement) => string | null) =>
    text(zh, en, (line) => signed(of(line), line.currency))
  return [
    text('合同编号', 'Contract', ({ contractNumber }) => contractNumber),
    text('合同名称', 'Title', ({ contractTitle }) => contractTitle),
    text('被许可方', 'Licensee', ({ counterparty }) => counterparty),
    text('款项', 'Payment', ({ label }) => label),
    day('结算期自', 'Period from', ({ periodFrom }) => periodFrom),
    day('收到日期', 'Received', ({ receivedOn }) => receivedOn),
    text('币种', 'Currency', ({ currency }) => currency),
    // Of a royalty by the piece it is how many were sold.
    text('计提基数', 'Base', ({ baseMinor, baseUnit, currency }) =>
      baseUnit === null ? inUnits(baseMinor, currency) : `${baseMinor} ${baseUnit}`,
    ),
    amount('按约定计算', 'Earned', ({ earnedMinor }) => earnedMinor),
    amount('应付', 'Due', ({ dueMinor }) => dueMinor),
    amount('对方申报', 'Stated', ({ statedMinor }) => statedMinor),
    amount('差额', 'Difference', ({ statedMinor, dueMinor }) =>
      statedMinor === null ? null : `${BigInt(statedMinor) - BigInt(dueMinor)}`,
    ),
    text('已被更正', 'Superseded', ({ isSuperseded }) => yes(isSuperseded, lang)),
    text('说明', 'Remark', ({ words }) => words),
    text('登记人', 'Recorded by', ({ madeName }) => madeName),
  ]
}

/** Looks into the books of licensees as a sheet, in one language. */
export function auditColumns(lang: Lang): Column<Audit>[] {
  const { text, day, money } = columnsIn<Audit>(lang)
  return [
    text('合同编号', 'Contract', ({ contractNumber }) => contractNumber),
    text('合同名称', 'Title', ({ contractTitle }) => contractTitle),
    text('被许可方', 'Licensee', ({ counterparty }) => counterparty),
    day('审计日期', 'Day', ({ onDay }) => onDay),
    text('结果', 'Outcome', ({ outcome }) => outcomes[outcome][lang]),
    text('款项', 'Payment', ({ label }) => label),
    day('结算期自', 'Period from', ({ periodFrom }) => periodFrom),
    text('币种', 'Currency', ({ currency }) => currency),
    text('少付（负为多付）', 'Stated too little (below nought: too much)', (line) =>
      signed(line.differenceMinor, line.currency),
    ),
    day('补付到期日', 'To be paid by', ({ dueOn }) => dueOn),
    money('尚未收到', 'Open', ({ openFen }) => openFen),
    text(
      '多付的处理',
      'What was paid too much',
      ({ decided }) => decided && ways[decided.way][lang],
    ),
    day('决定日期', 'Decided on', ({ decided }) => decided?.onDay ?? null),
    text('决定理由', 'Reason of the decision', ({ decided }) => decided?.reason ?? null),
    text('决定人', 'Decided by', ({ decided }) => decided?.madeName ?? null),
    text('已退还或抵减', 'Given back or set off', ({ decided, currency }) =>
      inUnits(decided?.doneMinor ?? null, currency),
    ),
    text('尚待退还或抵减', 'Still to be', ({ decided, currency }) =>
      inUnits(decided?.leftMinor ?? null, currency),
    ),
    text('撤回', 'Taken back', ({ takenBack }) => takenBack),
    text('说明', 'Words', ({ words }) => words),
    text('登记人', 'Recorded by', ({ madeName }) => madeName),
  ]
}

const yes = (is: boolean, lang: Lang) => (is ? (lang === 'zh' ? '是' : 'yes') : null)

/** Smallest units as units, also below nought. */
function signed(minor: string | null, currency: string): string | null {
  if (minor === null || !minor.startsWith('-')) return inUnits(minor, currency)
  return `-${inUnits(minor.slice(1), currency)}`
}
