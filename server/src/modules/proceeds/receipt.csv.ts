import type { Lang } from '@yizhuan/kit'
import { type CsvColumn, csvOf, yuanCell } from '../../platform/csv.ts'
import type { allReceipts } from './receipt.queries.ts'
import type { SplitPart } from './receipt.ts'

type Row = Awaited<ReturnType<typeof allReceipts>>[number]

/** The register as a sheet, in one language. */
export function receiptsCsv(rows: readonly Row[], lang: Lang): string {
  const column = (zh: string, en: string, value: CsvColumn<Row>['value']): CsvColumn<Row> => ({
    heading: lang === 'zh' ? zh : en,
    value,
  })
  const money = (zh: string, en: string, value: (row: Row) => string | null): CsvColumn<Row> =>
    column(`${zh}（元）`, `${en} (CNY)`, (row) => yuanCell(value(row)))
  return csvOf(
    [
      column('合同编号', 'Contract', ({ contractNumber }) => contractNumber),
      column('合同名称', 'Contract title', ({ contractTitle }) => contractTitle),
      column('转化项目', 'Case', ({ caseNumber }) => caseNumber),
      column('付款单位', 'Payer', ({ payer }) => payer),
      column('期次', 'Instalment', ({ instalment }) => instalment),
      column('到账日期', 'Received', ({ receivedOn }) => receivedOn),
      money('到账金额', 'Amount', ({ amountFen }) => amountFen),
      money('税费', 'Tax', ({ taxFen }) => taxFen),
      money('评估挂牌费', 'Appraisal and listing', ({ appraisalFen }) => appraisalFen),
      money('中介服务费', 'Agency', ({ agencyFen }) => agencyFen),
      money('扣除小计', 'Costs', ({ costFen }) => costFen),
      money('净收入', 'Net income', ({ netFen }) => netFen),
      column('奖励比例', 'Reward share', ({ rewardShare }) => rewardShare),
      money('完成人奖励', 'Reward', ({ rewardFen }) => rewardFen),
      money('转化部门', 'Transfer office', ({ ttoFen }) => ttoFen),
      money('单位留存', 'Institution', ({ institutionFen }) => institutionFen),
      column('团队内部分配', 'Within the team', ({ split }) =>
        split.map((part) => partText(part, lang)).join(lang === 'zh' ? '、' : '; '),
      ),
      column('发放日期', 'Paid', ({ paidOn }) => paidOn),
      column('凭证号', 'Voucher', ({ voucher }) => voucher),
      column('备注', 'Remark', ({ remark }) => remark),
    ],
    rows,
  )
}

function partText({ name, share, fen, equal }: SplitPart, lang: Lang): string {
  if (share !== undefined) return `${name} ${share}`
  if (fen !== undefined) return `${name} ${yuanCell(fen)}`
  if (equal) return lang === 'zh' ? `${name}（均分）` : `${name} (equal)`
  return name
}
