import type { Lang, Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import type { CostLineWire } from './cost.wire.ts'

/** The kinds of cost of a deal in words. */
export const costKindWords: Readonly<Record<string, Words>> = {
  tax: { zh: '税费', en: 'Tax' },
  appraisal: { zh: '评估费', en: 'Appraisal' },
  listing_fee: { zh: '挂牌费', en: 'Listing fee' },
  auction_commission: { zh: '拍卖佣金', en: 'Auction commission' },
  third_party: { zh: '第三方服务费', en: 'Third-party service' },
  other_direct: { zh: '其他直接费用', en: 'Other direct cost' },
  upkeep: { zh: '维护费', en: 'Upkeep' },
  research: { zh: '研发费', en: 'Research' },
}

const counted: Readonly<Record<'true' | 'false', Words>> = {
  true: { zh: '扣除', en: 'Deducted' },
  false: { zh: '不扣除', en: 'Not deducted' },
}

/** The register of costs as a sheet, in one language. */
export function costColumns(lang: Lang): Column<CostLineWire>[] {
  const { text, day, money } = columnsIn<CostLineWire>(lang)
  return [
    text('项目编号', 'Case', ({ caseNumber }) => caseNumber),
    text('项目名称', 'Title', ({ caseTitle }) => caseTitle),
    day('登记日', 'Recorded', ({ incurredOn }) => incurredOn),
    text('费用种类', 'Kind', ({ kind }) => costKindWords[kind]?.[lang] ?? kind),
    text('凭证号', 'Voucher', ({ voucher }) => voucher),
    text('说明', 'Remark', ({ label }) => label),
    money('金额', 'Amount', ({ amountFen }) => amountFen),
    money('已列入分配', 'Taken by payouts', ({ deductedFen }) => deductedFen),
    text('是否计入扣除', 'Deducted', ({ counts }) =>
      counts === null ? null : counted[counts ? 'true' : 'false'][lang],
    ),
    money('已撤销', 'Withdrawn', ({ withdrawnFen }) => withdrawnFen),
    money('扣除后收回', 'Came back later', ({ reimbursedFen }) => reimbursedFen),
    money('余额', 'Left', ({ leftFen }) => leftFen),
    text('列入各次分配', 'Payouts', ({ deductions }) =>
      deductions.map(({ on, amountFen }) => `${on} ${yuanOf(amountFen)}`).join('; '),
    ),
  ]
}

function yuanOf(fen: string): string {
  const amount = BigInt(fen)
  const size = amount < 0n ? -amount : amount
  return `${amount < 0n ? '-' : ''}${size / 100n}.${`${size % 100n}`.padStart(2, '0')}`
}
