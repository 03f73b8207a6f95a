// What is told of a contract that was concluded before its case began: by documents and by days.
import { z } from 'zod'
import { holders } from '../../procedure/disclosure.ts'
import {
  code,
  dayAhead,
  filledIn,
  flag,
  label,
  line,
  modes,
  money,
  onDay,
  registrationNumber,
  share,
  text,
} from '../../procedure/fields.ts'
import { licenceKinds } from '../terms.ts'

/** A distribution of former years, as a sum: who had what of it is not told again. */
export const earlierDistribution = z.strictObject({
  paidOn: onDay('发放日', 'Paid out on'),
  income: money('分配的到账', 'Income shared out'),
  net: money('其中净收入', 'Of it net income'),
  toContributors: money('奖励贡献人员合计', 'To the contributors in all'),
  toTto: money('转化部门提取', 'To the TTO'),
  toInstitution: money('留归单位', 'Kept by the institution'),
  document: line('依据的文件', 'Document that shows it'),
  // What came in is income once: by its voucher it is known again, and by its document where that is not told.
  receivedOn: onDay('到账日', 'Received on').optional(),
  voucher: line('到账凭证号', 'Voucher of the receipt').optional(),
})

const asked = z.strictObject({
  mode: code(modes, '转化方式', 'Mode'),
  counterparty: line('合作主体', 'Counterparty'),
  signedOn: onDay('签订日', 'Signed on'),
  number: line('合同编号', 'Number of the contract', 60).optional(),
  price: money(
    '合同金额（只有提成的留空）',
    'Contract amount, empty where only royalties',
  ).optional(),
  pricing: code(['agreement', 'listing', 'auction'], '定价方式', 'Pricing method').optional(),
  effectiveOn: onDay('生效日', 'Day of effect').optional(),
  licenceKind: code(licenceKinds, '许可类型', 'Kind of licence').optional(),
  field: text('许可领域', 'Field of use').optional(),
  territory: text('许可地域', 'Territory').optional(),
  licenceUntil: dayAhead('许可期限至', 'Licensed until').optional(),
  equityShare: share('作价占股比例', 'Share in the company').optional(),
  distributionRule: text('收益分配办法', 'Way of distribution').optional(),
  byPlatformCompany: flag('由平台公司签署', 'Signed by the platform company').optional(),
  holders: holders.optional(),
  othersIncome: code(
    ['through_us', 'on_their_own', 'given_up'],
    '其他权利人的收益',
    'Income of the other holders',
  ).optional(),
  noticeOn: onDay('公示开始日', 'Notice began on').optional(),
  noticeEndedOn: onDay('公示结束日', 'Notice ended on').optional(),
  decidedOn: onDay('集体决策日', 'Decided on').optional(),
  registration: code(
    ['registered', 'refused', 'not_technology'],
    '认定登记结果',
    'Outcome of the registration',
  ).optional(),
  registrationNumber: registrationNumber().optional(),
  registeredOn: onDay('登记日', 'Registered on').optional(),
  earlier: z
    .array(earlierDistribution)
    .max(200)
    .meta(label('接手前已作的分配', 'Distributions before the takeover'))
    .optional(),
  documents: text('以上依据的文件', 'Documents that show all this'),
  // Records of before it was asked say nothing of it; whoever takes a contract over does (`wrongPapers`).
  // The papers themselves go with the act as files; where one does not exist, that is said with its reason.
  decisionPaper: code(
    ['attached', 'with_contract', 'none'],
    '会议纪要或决议',
    'Minutes or decision',
  ).optional(),
  noDecisionPaper: text(
    '没有会议纪要或决议的原因',
    'Why there are no minutes and no decision',
  ).optional(),
  endedOn: onDay('合同已终止的，终止日', 'Ended on, where the contract has ended').optional(),
  stillToCome: text('终止后仍应收取的款项', 'What is still to come in after the end').optional(),
  // From which day on the house deals on the platform, and who entered the contract in its register.
  platformSince: filledIn(
    z.iso.date().optional(),
    '本单位启用平台之日',
    'Day the institution began to use the platform',
  ),
  typedBy: filledIn(
    z
      .array(z.strictObject({ person: z.uuid(), name: z.string().max(200) }))
      .max(50)
      .optional(),
    '合同台账的录入人',
    'Who entered the contract in the register',
  ),
})

const confirmed = z.strictObject({
  checked: text('核对了哪些原件，结论如何', 'Which originals were checked, and with what result'),
})

export const takenOverData = { contractTakenOver: asked, takeoverConfirmed: confirmed } as const

/** What the register of contracts knows of it when its case is opened: the form of the act begins with it. */
export const knownContract = asked
  .partial()
  .extend({
    contract: z.uuid(),
    title: z.string().max(500),
    // A part that the register does not say is not nought: whoever takes it over is asked.
    earlier: z.array(earlierDistribution.partial()).max(200).optional(),
  })
  .optional()
  .meta({ ...label('接手的合同', 'Contract taken over'), by: 'register' })

export type TakenOver = z.infer<typeof asked>
export type EarlierDistribution = z.infer<typeof earlierDistribution>

/** What the register writes where it knows no voucher. */
export const ofLedger = '到账台账'

/** By what a receipt that was shared out before is known again. */
export const earlierVoucher = ({
  voucher,
  document,
}: Pick<EarlierDistribution, 'voucher' | 'document'>): string | null =>
  voucher ?? (document === ofLedger ? null : document)
