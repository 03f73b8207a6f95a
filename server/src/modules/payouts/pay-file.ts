import type { Lang, Words } from '@yizhuan/kit'
import { netOf, type PaymentWay } from '@yizhuan/money'
import { plainName } from '@yizhuan/procedures'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { OpenLine } from './file.commands.ts'
import type { BatchState, PaymentKind } from './payout.ts'
import type { PayoutBatchLineWire } from './payout.wire.ts'

/** The columns of a file for the bank; the last two are filled in by whoever answers it. */
export function payColumns(lang: Lang): readonly Column<OpenLine>[] {
  const { text, money } = columnsIn<OpenLine>(lang)
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  return [
    text('付款编号', 'Reference', ({ reference }) => reference),
    // A bank knows nobody by what tells namesakes apart.
    text('收款人', 'Payee', ({ name }) => plainName(name)),
    text('发放方式', 'Way', ({ way }) => wayWords[way as PaymentWay][lang]),
    text('开户行', 'Bank', ({ bankName }) => bankName),
    text('账号', 'Account', ({ account }) => account),
    text('项目编号', 'Project', ({ projectNumber }) => projectNumber),
    text('项目账户名称', 'Account of the project', ({ projectAccount }) => projectAccount),
    money('税前应发', 'Gross', ({ amountFen }) => amountFen),
    money(
      '代扣个税（空白为未登记）',
      'Tax withheld (blank: not recorded)',
      ({ withheldFen }) => withheldFen,
    ),
    money(
      '金额',
      'Amount',
      ({ amountFen, withheldFen }) => `${netOf(BigInt(amountFen), BigInt(withheldFen ?? 0))}`,
    ),
    text('用途', 'Purpose', ({ caseNumber, kind }) => {
      const { zh, en } = purposeWords[kind]
      return say(`${caseNumber} ${zh}`, `${caseNumber} ${en}`)
    }),
    text('结果（成功/退回）', 'Result (paid/returned)', () => ''),
    text('退回原因', 'Why returned', () => ''),
  ]
}

const purposeWords: Readonly<Record<PaymentKind, Words>> = {
  transfer: { zh: '成果转化奖励', en: 'transfer reward' },
  service: { zh: '成果转化奖励', en: 'transfer reward' },
  grant_bonus: { zh: '专利授权奖金', en: 'bonus at grant' },
  staff_award: { zh: '转化人员奖励', en: 'award to transfer staff' },
}

export const wayWords: Readonly<Record<PaymentWay, Words>> = {
  bank: { zh: '银行转账', en: 'Bank transfer' },
  payroll: { zh: '随工资发放', en: 'With the salary' },
  project: { zh: '转入项目经费', en: 'To a project account' },
  equity: { zh: '股权登记', en: 'In shares' },
}

/** The list of batches as a sheet. */
export function batchColumns(lang: Lang): readonly Column<PayoutBatchLineWire>[] {
  const { text, day, number, money } = columnsIn<PayoutBatchLineWire>(lang)
  return [
    text('批次', 'Batch', ({ title }) => title),
    text('发放方式', 'Way', ({ way }) => wayWords[way][lang]),
    day('拟付款日', 'Pay on', ({ payOn }) => payOn),
    text('状态', 'State', ({ state }) => batchStateWords[state][lang]),
    number('笔数', 'Payments', ({ orders }) => orders),
    number('已付', 'Paid', ({ paid }) => paid),
    number('退回', 'Returned', ({ returned }) => returned),
    money('合计', 'Total', ({ totalFen }) => totalFen),
    number('未登记代扣税额', 'Tax not recorded', ({ taxUnknown }) => taxUnknown),
    text('制单人', 'Made by', ({ madeName }) => madeName),
    day('制单日', 'Made on', ({ madeOn }) => madeOn),
    text('审批人', 'Decided by', ({ decidedName }) => decidedName),
    day('审批日', 'Decided on', ({ decidedOn }) => decidedOn),
  ]
}

export const batchStateWords: Readonly<Record<BatchState, Words>> = {
  gathering: { zh: '生成中', en: 'Being made' },
  made: { zh: '待审批', en: 'To be approved' },
  approved: { zh: '付款中', en: 'Being paid' },
  refused: { zh: '退回', en: 'Refused' },
  cancelled: { zh: '撤回', en: 'Cancelled' },
  settled: { zh: '办结', en: 'Settled' },
}
