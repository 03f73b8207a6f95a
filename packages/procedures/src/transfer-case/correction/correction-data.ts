// What the acts carry that put a distribution right once it was paid.
import { z } from 'zod'
import { cited, code, filledIn, flag, label, line, money, text } from '../../procedure/fields.ts'
import { costKinds } from '../terms.ts'

const award = code(['cash', 'equity'], '奖励形式', 'Form of award')

/** By what the payment orders name it; where it is said, they tell what money moved. */
const reference = z
  .string()
  .max(60)
  .optional()
  .meta({ ...label('付款编号', 'Reference of the payment'), by: 'register' })

export const correctionData = {
  distributionReversed: z.strictObject({
    cause: code(
      ['cost_late', 'refund', 'income_wrong', 'share_wrong', 'other_cause'],
      '更正原因',
      'Cause of the correction',
    ),
    account: text('错在何处', 'What was wrong'),
    resolution: text('集体决策文号', 'Resolution'),
  }),
  receiptRefunded: z.strictObject({
    receipt: cited('receipt', '原到账凭证号', 'Voucher of the receipt'),
    cause: code(['refund', 'entry_error'], '原因', 'Cause'),
    amount: money('退款或调减金额', 'Refunded, or booked too much'),
    another: flag(
      '确为另一笔退款（同一到账已登记过同额退款）',
      'It is another refund of the same amount',
    ).optional(),
    fromOthers: z
      .array(
        z.strictObject({
          holder: line('其他权利人', 'Other holder'),
          amount: money('从其部分退回的金额', 'Refunded of what is theirs'),
        }),
      )
      .max(20)
      .meta(label('其中从其他权利人部分退回', 'Of it of what is of other holders'))
      .optional(),
    voucher: text('退款或更正凭证号', 'Voucher of the refund'),
    // It stood in the register of receipts already: the register says which it is.
    refundId: filledIn(z.uuid().optional(), '台账中的退款', 'Refund of the register'),
  }),
  costWithdrawn: z.strictObject({
    cost: cited('cost', '原费用凭证号', 'Voucher of the cost'),
    kind: code(costKinds, '费用种类', 'Kind of cost'),
    amount: money('原费用金额', 'Amount of the cost'),
    reason: text('更正理由', 'Reason'),
  }),
  costReimbursed: z.strictObject({
    cost: cited('deducted', '原费用凭证号', 'Voucher of the cost'),
    kind: code(costKinds, '费用种类', 'Kind of cost'),
    amount: money('收回金额', 'Amount that came back'),
    voucher: line('收款凭证号', 'Voucher of what came back'),
    reason: text('收回原因', 'Why it came back'),
    // What others gave back of a fee stands in the ledger of fees, which booked the money.
    inFees: filledIn(z.boolean().optional(), '专利费用台账已登记', 'Booked by the ledger of fees'),
  }),
  reimbursementTakenBack: z.strictObject({
    reimbursement: cited('reimbursement', '收款凭证号', 'Voucher of what came back'),
    reason: text('撤回理由', 'Why it is taken back'),
  }),
  recoveryRecorded: z.strictObject({
    name: text('退回人', 'From whom'),
    way: code(['repaid', 'written_off', 'tax_set_off'], '处理方式', 'How it was settled'),
    award: award.default('cash'),
    amount: money('金额', 'Amount'),
    proof: text('收款凭证或者核销决定', 'Receipt, or decision to write it off'),
    reference,
  }),
  taxSetOffTakenBack: z.strictObject({
    name: text('收款人', 'Payee'),
    amount: money('撤回抵回的金额', 'Amount no longer set off'),
    reason: text('撤回理由', 'Why it is taken back'),
    reference,
  }),
  paymentReturned: z.strictObject({
    name: line('收款人', 'Payee'),
    award: award.default('cash'),
    amount: money('退回金额', 'Amount that came back'),
    reason: line('退回原因', 'Why it came back').optional(),
    proof: line('退回凭证', 'Proof of the return'),
    reference,
  }),
  paymentRepeated: z.strictObject({
    name: line('收款人', 'Payee'),
    award: award.default('cash'),
    amount: money('补付金额', 'Amount paid again'),
    proof: line('付款凭证', 'Proof of payment'),
    reference,
  }),
  fallenPlanTakenIn: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          name: line('姓名', 'Name'),
          award: award.default('cash'),
          amount: money('已付金额', 'Amount paid'),
        }),
      )
      .min(1)
      .max(100)
      .meta(label('已按原方案付出', 'Paid by the plan that fell')),
    proof: line('付款凭证', 'Proof of payment'),
    reference,
  }),
} as const

export type CorrectionData<T extends keyof typeof correctionData> = z.infer<
  (typeof correctionData)[T]
>
