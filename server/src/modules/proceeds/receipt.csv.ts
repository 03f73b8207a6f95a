import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn, yuanCell } from '../../platform/csv.ts'
import type { LineOf } from '../../platform/export.ts'
import type { allReceipts } from './receipt.queries.ts'
import type { SplitPart } from './receipt.ts'

type Row = LineOf<ReturnType<typeof allReceipts>>

/** The register as a sheet, in one language. */
export function receiptColumns(lang: Lang): Column<Row>[] {
  const { text, day, money } = columnsIn<Row>(lang)
  return [
    text('合同编号', 'Contract', ({ contractNumber }) => contractNumber),
    text('合同名称', 'Contract title', ({ contractTitle }) => contractTitle),
    text('转化项目', 'Case', ({ caseNumber }) => caseNumber),
    text('付款单位', 'Payer', ({ payer }) => payer),
    text('期次', 'Instalment', ({ instalment }) => instalment),
    day('到账日期', 'Received', ({ receivedOn }) => receivedOn),
    money('到账金额', 'Amount', ({ amountFen }) => amountFen),
    money('归其他权利人', 'Of other holders', ({ othersFen }) =>
      othersFen === '0' ? null : othersFen,
    ),
    money('税费', 'Tax', ({ taxFen }) => taxFen),
    money('评估挂牌费', 'Appraisal and listing', ({ appraisalFen }) => appraisalFen),
    money('中介服务费', 'Agency', ({ agencyFen }) => agencyFen),
    money('扣除小计', 'Costs', ({ costFen }) => costFen),
    money('净收入', 'Net income', ({ netFen }) => netFen),
    text('奖励比例', 'Reward share', ({ rewardShare }) => rewardShare),
    money('完成人奖励', 'Reward', ({ rewardFen }) => rewardFen),
    money('转化部门', 'Transfer office', ({ ttoFen }) => ttoFen),
    money('单位留存', 'Institution', ({ institutionFen }) => institutionFen),
    text('团队内部分配', 'Within the team', ({ split }) =>
      split.map((part) => partText(part, lang)).join(lang === 'zh' ? '、' : '; '),
    ),
    day('发放日期', 'Paid', ({ paidOn }) => paidOn),
    text('凭证号', 'Voucher', ({ voucher }) => voucher),
    text('收款账户', 'Account', ({ account }) => account),
    text('撤回登记', 'Taken back', ({ takenBack }) => takenBack),
    text('备注', 'Remark', ({ remark }) => remark),
  ]
}

function partText({ name, share, fen, equal }: SplitPart, lang: Lang): string {
  if (share !== undefined) return `${name} ${share}`
  if (fen !== undefined) return `${name} ${yuanCell(fen)}`
  if (equal) return lang === 'zh' ? `${name}（均分）` : `${name} (equal)`
  return name
}
