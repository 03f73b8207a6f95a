import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { consequenceWords, kindWords, obligorWords, stateWords } from './obligation.ts'
import type { ObligationWire } from './obligation.wire.ts'

/** The list of obligations as a sheet, in one language. */
export function obligationColumns(lang: Lang): Column<ObligationWire>[] {
  const { text, day } = columnsIn<ObligationWire>(lang)
  return [
    text('合同编号', 'Contract', ({ contractNumber }) => contractNumber),
    text('合同名称', 'Title of the contract', ({ contractTitle }) => contractTitle),
    text('合同相对方', 'Counterparty', ({ counterparty }) => counterparty),
    text('事项', 'Obligation', ({ title }) => title),
    text('类别', 'Kind', ({ kind }) => kindWords[kind][lang]),
    text('履行方', 'Owed by', ({ obligor }) => obligorWords[obligor][lang]),
    text('合同条款', 'Clause', ({ clause }) => clause),
    day('期限', 'Due', ({ dueOn }) => dueOn),
    day('原定期限', 'First due', ({ firstDueOn }) => firstDueOn),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
    day('结果日期', 'Outcome on', ({ outcomeOn }) => outcomeOn),
    text('结果说明', 'Outcome', ({ outcomeText }) => outcomeText),
    text('未履行的后果', 'If missed', ({ consequence }) => consequenceWords[consequence][lang]),
    text('后果说明', 'What follows', ({ consequenceText }) => consequenceText),
  ]
}
