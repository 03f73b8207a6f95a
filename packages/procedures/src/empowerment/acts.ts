// The acts of an empowerment: inventors are given a share of the ownership, or the long-term use.
import { z } from 'zod'
import { decisionData } from '../procedure/decision-step.ts'
import { endingData } from '../procedure/ending-steps.ts'
import {
  code,
  contributor,
  dayAhead,
  flag,
  label,
  line,
  money,
  onDay,
  registrationNumber,
  share,
  text,
  underPilot,
} from '../procedure/fields.ts'
import { noticeData } from '../procedure/notice-steps.ts'
import { besideGrants } from '../transfer-case/terms.ts'

/** The interests of the public that bar an achievement from being given away. */
const interests = [
  'national_security',
  'defence',
  'public_security',
  'economic_security',
  'social_stability',
  'public_interest',
] as const

/** Which of them an achievement may touch, and how sure that is. */
export const affected = z
  .array(
    z.strictObject({
      interest: code(interests, '涉及的重大利益', 'Interest touched'),
      effect: code(['possible', 'actual'], '影响程度', 'Effect'),
    }),
  )
  .max(12)
  .meta(label('可能影响的重大利益（没有则不填）', 'Major interests touched (none: leave empty)'))
  .default([])

const team = z
  .array(contributor.extend({ share: share('团队内收益比例', 'Share within the team') }))
  .min(1)
  .max(100)
  .meta(label('完成人团队', 'Team of inventors'))

const prepared = z.strictObject({
  title: line('事项名称', 'Title'),
  achievementId: z.uuid().optional(),
  achievement: line('科技成果', 'Achievement'),
  right: line('知识产权名称和编号', 'Right and its number').optional(),
  rightEndsOn: dayAhead('知识产权届满日', 'Last day of the right').optional(),
  team,
  representative: line('团队指定的代表', 'Representative of the team'),
  agreedInWriting: flag('团队已书面约定收益比例', 'The team agreed on its shares in writing'),
})

const enabling = {
  plan: text('转化实施方案', 'Plan of transfer').optional(),
  enabled: flag('单位具备开展赋权的条件', 'The institution may empower'),
  planMade: flag('单位已制定赋权工作方案', 'The institution has a work plan'),
  divided: flag('职责分工已明确', 'Responsibilities are divided'),
  ...underPilot,
  pilotListedOn: onDay('列入试点名单之日', 'Day it was listed').optional(),
  pilotStartedOn: onDay('试点启动日', 'Day the pilot began').optional(),
}

const shares = {
  incomeShare: share('完成人净收入比例', 'Share of net income to the inventors').optional(),
  equityShare: share('完成人股权奖励比例', 'Share of equity to the inventors').optional(),
  unitInterest: text('单位转化权益的约定', 'Interest of the institution').optional(),
}

const clauses = {
  statesIncome: flag('约定收益分配', 'It settles the income'),
  statesDecision: flag('约定转化决策机制', 'It settles who decides'),
  statesCosts: flag('约定转化费用分担', 'It settles the costs'),
  statesUpkeep: flag('约定知识产权维持费用', 'It settles the upkeep'),
  statesDuties: flag('明确各方权利义务', 'It settles rights and duties'),
  ...besideGrants,
}

const sharedData = {
  screened: z.strictObject({
    stateSecret: code(['no', 'yes', 'unsure'], '涉及国家秘密', 'State secret'),
    declassifiedOn: onDay('解密或降密之日', 'Day of declassification').optional(),
    nationalSecurity: code(['no', 'yes', 'unsure'], '涉及国家安全', 'National security'),
    keyTechnology: code(['no', 'yes', 'unsure'], '涉及关键核心技术', 'Key core technology'),
    affected,
    titleRegistered: flag('权属已登记、清晰', 'Title is registered and clear'),
    titleDisputed: flag('权属有争议', 'Title is disputed'),
    prospectClear: flag('应用前景明朗', 'The prospect of use is clear'),
    recipientKnown: flag('承接对象明确', 'It is known who will take it'),
    willStrong: flag('转化意愿强烈', 'The will to transfer is strong'),
    ethics: code(['passed', 'not_applicable', 'failed'], '伦理审查', 'Ethics review'),
    conduct: text('完成人有无负面清单所列行为', 'Conduct on the negative list').optional(),
  }),
  specialApprovalRecorded: z.strictObject({ document: line('审批文件', 'Approval document') }),
  refused: z.strictObject({
    item: text('不予赋权的情形及条款', 'What stands in the way, with its article'),
    reason: text('理由', 'Reasons'),
  }),
  ...decisionData,
  ...noticeData,
  termsChanged: z.strictObject({ reason: text('变更内容及理由', 'What changes, and why') }),
  incomeReported: z.strictObject({
    period: line('期间', 'Period'),
    income: money('转化收益', 'Income'),
    unitPart: money('单位所得', 'Part of the institution').optional(),
    progress: text('转化进展', 'Progress'),
  }),
  ...endingData,
}

/** What each act of giving ownership carries. */
export const ownershipData = {
  ownershipPrepared: prepared,
  applied: z.strictObject({
    ownershipShare: share('拟赋予完成人的所有权比例', 'Share of ownership to the inventors'),
    ...shares,
    ...enabling,
  }),
  ...sharedData,
  agreed: z.strictObject({
    ownershipShare: share('完成人的所有权比例', 'Share of ownership to the inventors'),
    ...clauses,
  }),
  registered: z.strictObject({
    registry: line('登记机构', 'Registry'),
    number: line('权利人变更登记文号', 'Number of the entry'),
  }),
  coOwned: z.strictObject({
    unitShare: share('单位留存份额', 'Share kept by the institution'),
    terms: text('共有关系约定', 'Terms of co-ownership'),
  }),
  retainedShareCeded: z.strictObject({
    transferCase: line('留存份额转让的转化项目编号', 'Number of its transfer case'),
    price: money('转让价格', 'Price'),
    priced: flag('已按定价程序确定价格', 'Priced by due procedure'),
    noticed: flag('转让公示已期满', 'Its notice has run its time'),
    relatedParties: flag('受让的完成人已申报利益关联', 'The takers declared their relation'),
  }),
  fullyOwned: z.strictObject({
    proof: line('权利人变更登记文号', 'Number of the entry'),
    paymentMet: flag('价款已按约付清', 'The price was paid as agreed'),
    writtenOff: flag('单位资产已核销', 'The asset of the institution is written off'),
  }),
  ventureFailed: z.strictObject({
    facts: text('失败情况', 'What happened'),
    exemptionCase: line('尽职免责事项编号', 'Number of the case of relief').optional(),
  }),
} as const

/** What each act of giving long-term use carries. */
export const useData = {
  usePrepared: prepared,
  applied: z.strictObject({
    way: code(['alone', 'jointly'], '实施方式', 'Carried out'),
    endsOn: dayAhead('拟定使用期限届满日', 'Last day of the term of use'),
    ...shares,
    ...enabling,
  }),
  ...sharedData,
  agreed: z.strictObject({
    endsOn: dayAhead('使用期限届满日', 'Last day of the term of use'),
    sublicence: code(
      ['sublicence_free', 'sublicence_consent', 'sublicence_barred'],
      '再许可约定',
      'Sublicences',
    ),
    ...clauses,
  }),
  useBegan: z.strictObject({
    entry: line('使用权登记簿编号', 'Entry in the register'),
    handedOver: text('移交的资料和样品', 'What was handed over').optional(),
  }),
  sublicensed: z.strictObject({
    licensee: line('被再许可方', 'Sublicensee'),
    endsOn: dayAhead('再许可届满日', 'Last day of the sublicence'),
    notified: flag('已告知单位', 'The institution was told'),
    consented: flag('单位已同意', 'The institution consented'),
    registration: registrationNumber('合同登记编号', 'Registration of the contract').optional(),
  }),
  extensionRequested: z.strictObject({
    endsOn: dayAhead('申请延长至', 'Extension wanted until'),
    reason: text('申请理由', 'Reasons'),
  }),
  extensionEvaluated: z.strictObject({
    performed: flag('使用权协议已履行', 'The agreement is performed'),
    progressing: flag('转化取得积极进展', 'The transfer makes progress'),
    incomeGood: flag('收益情况良好', 'The income is good'),
    opinion: text('评估意见', 'Opinion'),
  }),
  extended: z.strictObject({
    endsOn: dayAhead('延长后的届满日', 'New last day of the term'),
    resolution: line('决议文号', 'Number of the resolution'),
  }),
  extensionRefused: z.strictObject({ reason: text('不予延长的理由', 'Reason') }),
  useExpired: z.strictObject({
    handedBack: text('资料、数据和样品交接', 'What was handed back'),
  }),
  useTerminated: z.strictObject({
    ground: code(['breach', 'mutual_consent', 'pilot_end'], '终止理由', 'Ground'),
    notice: text('终止通知', 'Notice of the end'),
    handedBack: text('资料、数据和样品交接', 'What was handed back'),
  }),
  pilotEnded: z.strictObject({ note: text('情况说明', 'Note') }),
} as const
