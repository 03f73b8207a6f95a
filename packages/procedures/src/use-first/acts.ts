// The acts of using an achievement first and paying, or cooperating, later.
import { z } from 'zod'
import { decisionData } from '../procedure/decision-step.ts'
import { disclosure, holders } from '../procedure/disclosure.ts'
import { endingData } from '../procedure/ending-steps.ts'
import {
  code,
  contributor,
  dayAhead,
  flag,
  label,
  leader,
  line,
  money,
  registrationNumber,
  text,
} from '../procedure/fields.ts'
import { noticeData } from '../procedure/notice-steps.ts'

const ways = ['pay', 'cooperate'] as const

const terms = {
  field: text('使用领域', 'Field of use'),
  period: dayAhead('使用期届满日', 'Last day of the trial use'),
  fee: money('使用期费用（免费填0）', 'Fee of the trial use (0 where free)'),
  trigger: text('转化的触发条件', 'Trigger of the conversion'),
  pricedBy: code(['fixed_price', 'formula'], '转化价格的定法', 'How its price is settled'),
  fixedPrice: money('转化价格', 'Price of the conversion').optional(),
  formula: text('计价办法或合作条件', 'Formula, or terms of the cooperation').optional(),
}

const disputed = flag('权属有争议', 'Title disputed')
const papersOfReport = {
  hasDecisions: flag('附决议和会议记录', 'Resolutions and minutes attached'),
  hasContract: flag('附合同或交易材料', 'Contract or deal papers attached'),
  hasIncome: flag('附收入及分配方案', 'Income and plan attached'),
}

const agreement = {
  confidentiality: flag('约定保密', 'It settles secrecy'),
  liability: flag('约定数据和责任', 'It settles data and liability'),
  returns: flag('约定退回义务', 'It settles what is returned'),
  statesMode: flag('写明转化方式', 'It states the mode'),
  statesPrice: flag('写明价格或计价办法', 'It states the price or the formula'),
  statesMilestones: flag('写明里程碑', 'It states milestones'),
  statesJointDevelopment: flag('写明后续开发', 'It states later development'),
  statesCooperation: flag('写明合作内容', 'It states the cooperation'),
}

export const useFirstData = {
  useFirstOffered: z.strictObject({
    title: line('事项名称', 'Title'),
    achievementId: z.uuid().optional(),
    achievement: line('科技成果', 'Achievement'),
    team: z.array(contributor).min(1).max(100).meta(label('完成人团队', 'Team of inventors')),
    ruled: flag('已建立先用后转配套制度', 'Rules on using first are made'),
    fundSet: flag('已设立成果转化引导资金', 'A guidance fund is set up'),
    viaPlatformCompany: flag('通过平台公司实施', 'Through a platform company'),
    viaProvincialPlatform: flag('在省统一平台办理', 'On the provincial platform'),
    universityAffiliated: flag('高校附属', 'Affiliated to a university'),
    workloadLedgerKept: flag('已建立科研项目管理台账', 'Workload ledger kept'),
  }),
  disclosed: disclosure,
  titleRegistered: z.strictObject({
    holders,
    disputed,
    delegation: line('登记委托书（平台公司办理时）', 'Delegation of the company').optional(),
  }),
  titleLeftOpen: z.strictObject({
    reason: text('暂不能明晰的理由', 'Why title is open'),
    disputed,
  }),
  requested: z.strictObject({
    enterprise: line('申请企业', 'Enterprise'),
    size: code(['large', 'medium', 'small', 'micro'], '企业规模', 'Size'),
    sizeProof: line('规模证明', 'Proof of its size').optional(),
    way: code(ways, '先用后转方式', 'Way'),
    purpose: text('使用目的', 'Purpose'),
  }),
  screened: z.strictObject({
    stateSecret: code(['no', 'yes', 'unsure'], '涉及国家秘密', 'State secret'),
    nationalSecurity: code(['no', 'yes', 'unsure'], '涉及国家安全', 'National security'),
    keyTechnology: code(['no', 'yes', 'unsure'], '涉及关键核心技术', 'Key core technology'),
  }),
  specialApprovalRecorded: z.strictObject({ document: line('审批文件', 'Approval document') }),
  accepted: z.strictObject({
    stateOwned: flag('企业是国有全资', 'The enterprise is wholly state-owned'),
    stateOwnershipProof: line('国有全资的证明', 'Proof of state ownership').optional(),
    appraisal: code(['appraised', 'waived'], '资产评估', 'Appraisal').optional(),
    appraisalReason: text('不评估的理由', 'Reason for not appraising').optional(),
    appraisalDecidedBy: line('评估事项决定人', 'Who decided on the appraisal').optional(),
    relatedPartiesDeclared: flag('利益关联已申报', 'Related parties declared'),
  }),
  proposed: z.strictObject({
    ...terms,
    distribution: text('收益分配办法', 'Way of distribution'),
    talks: text('商谈记录', 'Record of the talks'),
  }),
  reviewed: z.strictObject({
    outcome: code(['passed', 'returned'], '审核结论', 'Outcome'),
    opinion: text('审核意见', 'Opinion'),
    ethics: code(['passed', 'not_applicable', 'failed'], '伦理审查', 'Ethics review'),
    compliance: code(['passed', 'failed'], '合规审查', 'Compliance review'),
    risk: code(['passed', 'failed'], '风险管控', 'Risk control'),
  }),
  ...noticeData,
  noticePublished: z.strictObject({
    achievement: line('科技成果', 'Achievement').optional(),
    team: text('研究团队', 'Research team').optional(),
    way: code(ways, '转化方式', 'Mode').optional(),
    counterparty: line('合作主体', 'Counterparty').optional(),
    ...terms,
    field: terms.field.optional(),
    period: terms.period.optional(),
    fee: terms.fee.optional(),
    trigger: terms.trigger.optional(),
    pricedBy: terms.pricedBy.optional(),
    distribution: text('收益分配办法', 'Way of distribution').optional(),
    leaders: z.array(leader).max(50).meta(label('领导人员', 'Leading persons')).default([]),
    objectionProcedure: text('异议处理程序和办法', 'Procedure for objections').optional(),
    department: line('受理部门', 'Receiving department').optional(),
    atCompany: flag('同时在平台公司公示', 'Shown at the company as well').default(false),
  }),
  ...decisionData,
  signed: z.strictObject({
    counterparty: line('合作主体', 'Counterparty'),
    ...terms,
    byInstitution: flag('机构签署', 'Signed by the institution'),
    byPlatformCompany: flag('平台公司签署', 'Signed by the platform company'),
    authorised: flag('权利人已授权平台公司', 'Right-holder authorised the company').optional(),
    byInventor: flag('完成人签署', 'Signed by an inventor'),
    ...agreement,
  }),
  contractRegistered: z.strictObject({
    outcome: code(['registered', 'refused', 'not_technology'], '登记结果', 'Outcome'),
    number: registrationNumber().optional(),
  }),
  universityReviewed: z.strictObject({
    opinion: text('高校审核意见', 'Opinion of the university'),
  }),
  reported: z.strictObject({
    ...papersOfReport,
    provisional: flag('收入或分配方案为暂定', 'Income or plan is provisional'),
    through: code(['letter', 'platform'], '报送方式', 'Sent by'),
  }),
  reportReturned: z.strictObject({ reason: text('退回原因', 'Why it came back') }),
  reportSupplemented: z.strictObject({
    ...papersOfReport,
    final: flag('收入和分配方案为最终', 'Income and plan are final'),
  }),
  useBegan: z.strictObject({ handedOver: text('移交的资料和样品', 'What was handed over') }),
  supportPaid: z.strictObject({
    amount: money('引导资金支出', 'Paid from the fund'),
    purpose: line('支出用途', 'Spent on'),
    voucher: line('凭证号', 'Voucher'),
  }),
  assessed: z.strictObject({
    outcome: code(['converts', 'extends', 'ends'], '评估结论', 'Outcome'),
    report: text('使用评估', 'How the use went'),
  }),
  convertedToPay: z.strictObject({
    price: money('转化价款', 'Price'),
    asPublished: flag('按公示的计价办法算出', 'Found by the published formula').optional(),
    transferCase: line('签约和分配的转化项目编号', 'Number of the transfer case').optional(),
  }),
  convertedToCooperate: z.strictObject({
    terms: text('合作条件', 'Terms of the cooperation'),
    transferCase: line('签约和分配的转化项目编号', 'Number of the transfer case').optional(),
  }),
  extensionDecided: z.strictObject({
    ...decisionData.decided.shape,
    period: dayAhead('延长至', 'Extended until'),
  }),
  useExtended: z.strictObject({
    period: dayAhead('延长至', 'Extended until'),
    amendment: line('补充协议编号', 'Number of the amendment'),
  }),
  useEnded: z.strictObject({
    reason: text('结束原因', 'Reason'),
    withoutFault: flag('无过错的失败', 'It failed without fault'),
  }),
  returned: z.strictObject({ record: text('资料退回和停止使用记录', 'Record of the return') }),
  registrationAmended: z.strictObject({
    remark: text('变更或注销登记说明', 'What was amended'),
  }),
  ...endingData,
} as const
