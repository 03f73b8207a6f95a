import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { SetOffLineWire } from './set-off.wire.ts'
import { setOffStateWords } from './tax.csv.ts'

const claimed = { zh: { yes: '是', no: '否' }, en: { yes: 'Yes', no: 'No' } } as const

/** What was set off as a sheet. */
export function setOffColumns(lang: Lang): readonly Column<SetOffLineWire>[] {
  const { text, day, money } = columnsIn<SetOffLineWire>(lang)
  return [
    text('付款编号', 'Reference', ({ reference }) => reference),
    text('收款人', 'Payee', ({ name }) => name),
    text('项目编号', 'Case', ({ caseNumber }) => caseNumber),
    text('付款月份', 'Month of payment', ({ month }) => month),
    money('抵回金额', 'Set off', ({ amountFen }) => amountFen),
    text('依据', 'Paper', ({ document }) => document),
    text('是否应退税款', 'Claim on the tax office', ({ isClaim }) =>
      isClaim === null ? null : claimed[lang][isClaim ? 'yes' : 'no'],
    ),
    text('状态', 'State', ({ state }) => setOffStateWords[state][lang]),
    text('制单人', 'Ordered by', ({ madeName }) => madeName),
    day('制单日', 'Ordered on', ({ madeOn }) => madeOn),
    text('审批人', 'Decided by', ({ decidedName }) => decidedName),
    day('审批日', 'Decided on', ({ decidedOn }) => decidedOn),
    text('备注', 'Remark', ({ remark }) => remark),
    text('撤回人', 'Taken back by', ({ reversedName }) => reversedName),
    day('撤回日', 'Taken back on', ({ reversedOn }) => reversedOn),
    text('撤回理由', 'Taken back for', ({ reversedFor }) => reversedFor),
  ]
}
