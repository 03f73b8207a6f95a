// The acts of a contract of technical development, consulting or service, and what each carries.
import { z } from 'zod'
import { decisionData } from '../procedure/decision-step.ts'
import { endingData } from '../procedure/ending-steps.ts'
import {
  code,
  contributor,
  creditCode,
  dayAhead,
  filledIn,
  flag,
  label,
  line,
  money,
  onDay,
  registrationNumber,
  share,
  text,
} from '../procedure/fields.ts'
import { beyondFields } from '../procedure/receipt-beyond.ts'
import { wholeReceipt } from '../procedure/receipt-once.ts'
import { treatment } from '../procedure/treatment.ts'
import { correctionData } from '../transfer-case/correction/correction-data.ts'
import { decisionAsked } from '../transfer-case/terms.ts'
import { houseRule, rewardLine } from './reward-data.ts'
import { knownServiceContract, takenOverServiceData } from './taken-over-data.ts'

export const actData = {
  serviceOpened: z.strictObject({
    title: line('合同名称', 'Title', 300),
    kind: code(['development', 'consulting', 'service'], '合同类型', 'Kind of contract'),
    client: line('委托方', 'Client', 200),
    achievementId: z.uuid().optional(),
    // A contract of the register that was concluded before.
    contractId: z.uuid().optional(),
    takesOver: knownServiceContract,
    team: z.array(contributor).min(1).max(100).meta(label('项目组', 'Team')),
    relatedPartiesDeclared: flag('利益关联已申报', 'Related parties declared'),
    related: text('利益关联情况', 'Related interests').optional(),
  }),
  ...takenOverServiceData,
  contractApproved: z.strictObject({
    body: line('批准人或会议', 'Who approved'),
    document: line('批准文件', 'Approval'),
    recused: z
      .array(line('回避人', 'Recused person'))
      .max(50)
      .meta(label('回避人员', 'Recused persons'))
      .default([]),
  }),
  serviceSigned: z.strictObject({
    number: line('合同编号', 'Number of the contract', 60),
    clientUscc: creditCode('委托方统一社会信用代码', 'Credit code of the client').optional(),
    price: money('合同金额', 'Amount'),
    performUntil: dayAhead('履行期限至', 'To be performed until').optional(),
  }),
  serviceAmended: z.strictObject({
    number: line('补充协议编号', 'Number of the amendment'),
    reason: text('变更理由', 'Why it is amended'),
    price: money('变更后的合同金额', 'Amount after it').optional(),
    performUntil: dayAhead('变更后的履行期限', 'To be performed until after it').optional(),
    scope: text('变更后的工作内容和其他条款', 'Scope and other terms after it').optional(),
  }),
  serviceRegistrationAmended: z.strictObject({
    remark: text('变更或注销登记说明', 'What was amended'),
  }),
  serviceRegistered: z.strictObject({
    outcome: code(['registered', 'refused', 'not_technology'], '认定登记结果', 'Outcome'),
    number: registrationNumber().optional(),
  }),
  serviceRegistrationTakenBack: z.strictObject({
    reason: text('误记的情况和依据', 'What was wrong, and how it is known'),
  }),
  serviceAccepted: z.strictObject({
    note: text('验收意见', 'Acceptance note'),
    acceptedBy: line('验收人', 'Accepted by'),
  }),
  incomeReceived: z.strictObject({
    amount: money('到账金额', 'Amount received'),
    voucher: line('凭证号', 'Voucher'),
    voucherAmount: wholeReceipt,
    // It stood in the register of receipts already: the register says which it is.
    receiptId: filledIn(z.uuid().optional(), '台账中的到账', 'Receipt of the register'),
    ...beyondFields,
  }),
  receiptRefunded: z.strictObject({
    receipt: line('原到账凭证号', 'Voucher of the receipt'),
    cause: code(['refund', 'entry_error'], '原因', 'Cause'),
    amount: money('退款或调减金额', 'Refunded, or booked too much'),
    voucher: line('退款或更正凭证号', 'Voucher of the refund'),
    another: flag(
      '确为另一笔退款（同一到账已登记过同额退款）',
      'It is another refund of the same amount',
    ).optional(),
    refundId: correctionData.receiptRefunded.shape.refundId,
  }),
  netSettled: z.strictObject({
    method: code(['actual_cost', 'fixed_ratio'], '净收入计算方法', 'Method of net income'),
    taxes: money(
      '本次结算的应缴税额和交易直接成本',
      'Taxes and direct costs since the last statement',
    ),
    performanceCosts: money(
      '本次结算的履行成本',
      'Costs of performing it since the last statement',
    ).optional(),
    // A cost is deducted once, ever, over all cases.
    costVouchers: z
      .array(
        z.strictObject({
          voucher: line('凭证号', 'Voucher'),
          amount: money('本次扣除金额', 'Deducted here'),
          voucherAmount: money(
            '凭证总额（一张凭证分摊到几个项目时填写）',
            'Whole of the voucher (where several cases share it)',
          ).optional(),
        }),
      )
      .max(200)
      .meta(label('税额和成本的凭证', 'Vouchers of the taxes and costs'))
      .optional(),
    costRatio: share('固定费用比例', 'Fixed ratio of costs').optional(),
    ratioRuled: flag('固定比例由单位制度规定', 'The ratio is set by the institution').optional(),
    ratioFromFinance: flag('固定比例由财政部门规定', 'The ratio is set by finance').optional(),
    statement: line(
      '结算单编号（更正时沿用原编号）',
      'Number of the statement (the same to correct it)',
    ),
  }),
  rewardPlanned: z.strictObject({
    pool: money(
      '本次发放总额（留空按本单位办法计算）',
      "Paid out now (left empty: by the house's rule)",
    ).optional(),
    lines: z.array(rewardLine).min(1).max(100).meta(label('奖酬对象', 'Recipients')),
    leadersDisclosed: flag(
      '领导人员所得及占比已在单位内公开',
      "Leaders' parts and shares are open within the house",
    ).optional(),
    rule: line(
      '单位三技奖酬制度文号（已在分配办法中登记的不填）',
      "Rule on rewards (not where the house's rule is in the register)",
    ).optional(),
    ruleInForceOn: onDay('制度施行日', 'Rule in force since').optional(),
    share: share('制度规定的提取比例', 'Share set by the rule').optional(),
    houseRule,
    decisionAsked,
  }),
  rewardPlanDecided: decisionData.decided,
  rewardAgreed: z.strictObject({
    member: line('项目组成员', 'Member of the team'),
    paper: line(
      '本人签字件（没有账号的成员）',
      'Paper they signed (members without an account)',
    ).optional(),
  }),
  rewardDisclosed: z.strictObject({
    place: line('公开的方式和地点', 'Where it is shown'),
    shownOn: onDay('公开日', 'Shown since'),
  }),
  rewardPlanTakenBack: z.strictObject({
    reason: text('撤回的理由', 'Why it is taken back'),
  }),
  rewardPaid: z.strictObject({
    rule: line('单位三技奖酬制度文号', 'Rule on rewards').optional(),
    ruleInForceOn: onDay('制度施行日', 'Rule in force since').optional(),
    share: share('制度规定的提取比例', 'Share set by the rule').optional(),
    lines: z
      .array(z.strictObject({ name: line('姓名', 'Name'), amount: money('金额', 'Amount') }))
      .min(1)
      .max(100)
      .meta(label('发放明细', 'Payments')),
    proof: line('付款凭证', 'Proof of payment'),
    ...treatment,
    orderedAt: z
      .int()
      .min(1)
      .optional()
      .meta({ ...label('付款下达时的记录序号', 'Act after which it was ordered'), by: 'register' }),
  }),
  rewardReversed: correctionData.distributionReversed,
  recoveryRecorded: correctionData.recoveryRecorded,
  taxSetOffTakenBack: correctionData.taxSetOffTakenBack,
  paymentReturned: correctionData.paymentReturned,
  paymentRepeated: correctionData.paymentRepeated,
  serviceReported: z.strictObject({ receipt: text('报送回执', 'Receipt of the report') }),
  serviceTerminated: z.strictObject({ reason: text('终止理由', 'Reason') }),
  ...endingData,
} as const
