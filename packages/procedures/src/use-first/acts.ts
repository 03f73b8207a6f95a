// The acts of using an achievement first and paying, or cooperating, later.
import { z } from 'zod'
import { decisionData } from '../procedure/decision-step.ts'
import { endingData } from '../procedure/ending-steps.ts'
import {
  code,
  contributor,
  dayAhead,
  flag,
  label,
  leader,
  money,
  onDay,
  share,
  text,
} from '../procedure/fields.ts'
import { noticeData } from '../procedure/notice-steps.ts'

const terms = {
  period: dayAhead('使用期届满日', 'Last day of the trial use'),
  fee: money('使用期费用（免费填0）', 'Fee of the trial use (0 where free)'),
  field: text('使用领域', 'Field of use'),
  trigger: text('触发条件', 'Trigger of the conversion'),
  conversion: text('转化价格或计价办法', 'Price of the conversion, or how it is found'),
}

export const useFirstData = {
  useFirstOffered: z.strictObject({
    title: text('事项名称', 'Title'),
    achievementId: z.uuid().optional(),
    achievement: text('科技成果', 'Achievement'),
    team: z.array(contributor).min(1).max(100).meta(label('完成人团队', 'Team of inventors')),
    madeOn: onDay('成果产生日', 'Day it was made'),
    disclosedOn: onDay('成果报备日', 'Day it was disclosed'),
    disclosedInFull: flag('报备七项内容齐全', 'Disclosed in full'),
    onTask: flag('执行本单位任务完成', 'Made on a task of the institution'),
    holders: z
      .array(z.strictObject({ name: text('权利人', 'Holder'), share: share('份额', 'Share') }))
      .min(1)
      .max(50)
      .meta(label('权利人及份额', 'Holders and shares')),
    titleDisputed: flag('权属有争议', 'Title disputed').default(false),
    ruled: flag('已建立先用后转配套制度', 'Rules on using first are made'),
    fundSet: flag('已设立成果转化引导资金', 'A guidance fund is set up'),
    universityAffiliated: flag('高校附属', 'Affiliated to a university').default(false),
    workloadLedgerKept: flag('已建立科研项目管理台账', 'Workload ledger kept').default(false),
  }),
  requested: z.strictObject({
    enterprise: text('申请企业', 'Enterprise'),
    size: code(['large', 'medium', 'small', 'micro'], '企业规模', 'Size'),
    sizeProof: text('规模证明', 'Proof of its size').optional(),
    way: code(['pay', 'cooperate'], '先用后转方式', 'Way'),
    purpose: text('使用目的', 'Purpose'),
  }),
  screened: z.strictObject({
    stateSecret: code(['no', 'yes', 'unsure'], '涉及国家秘密', 'State secret'),
    nationalSecurity: code(['no', 'yes', 'unsure'], '涉及国家安全', 'National security'),
    keyTechnology: code(['no', 'yes', 'unsure'], '涉及关键核心技术', 'Key core technology'),
  }),
  specialApprovalRecorded: z.strictObject({ document: text('审批文件', 'Approval document') }),
  accepted: z.strictObject({
    stateOwned: flag('企业是国有全资', 'The enterprise is wholly state-owned'),
    stateOwnershipProof: text('国有全资的证明', 'Proof of state ownership').optional(),
    appraisal: code(['appraised', 'waived'], '资产评估', 'Appraisal').optional(),
    appraisalReason: text('不评估的理由', 'Reason for not appraising').optional(),
    appraisalDecidedBy: text('评估事项决定人', 'Who decided on the appraisal').optional(),
    relatedPartiesDeclared: flag('利益关联已申报', 'Related parties declared'),
  }),
  proposed: z.strictObject({
    ...terms,
    price: money('转化价格（按办法计价的不填）', 'Price of the conversion, where fixed').optional(),
    talks: text('商谈记录', 'Record of the talks'),
    distribution: text('收益分配办法', 'Way of distribution'),
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
    achievement: text('科技成果', 'Achievement').optional(),
    team: text('研究团队', 'Research team').optional(),
    mode: text('转化方式', 'Mode').optional(),
    counterparty: text('合作主体', 'Counterparty').optional(),
    price: text('价格、计价办法或触发条件', 'Price, formula or trigger').optional(),
    distribution: text('收益分配办法', 'Way of distribution').optional(),
    leaders: z.array(leader).max(50).meta(label('领导人员', 'Leading persons')).default([]),
    objectionProcedure: text('异议处理程序和办法', 'Procedure for objections').optional(),
    department: text('受理部门', 'Receiving department').optional(),
  }),
  ...decisionData,
  signed: z.strictObject({
    ...terms,
    byInstitution: flag('机构签署', 'Signed by the institution'),
    byPlatformCompany: flag('平台公司签署', 'Signed by the platform company'),
    byInventor: flag('完成人签署', 'Signed by an inventor'),
    confidentiality: flag('约定保密', 'It settles secrecy'),
    liability: flag('约定数据和责任', 'It settles data and liability'),
    returns: flag('约定退回义务', 'It settles what is returned'),
    statesMilestones: flag('写明里程碑', 'It states milestones'),
    statesJointDevelopment: flag('写明后续开发', 'It states later development'),
    statesCooperation: flag('写明合作内容', 'It states the cooperation'),
  }),
  contractRegistered: z.strictObject({
    outcome: code(['registered', 'refused', 'not_technology'], '登记结果', 'Outcome'),
    number: text('登记编号', 'Number').optional(),
  }),
  universityReviewed: z.strictObject({
    opinion: text('高校审核意见', 'Opinion of the university'),
  }),
  reported: z.strictObject({
    hasDecisions: flag('附决议和会议记录', 'Resolutions and minutes attached'),
    hasContract: flag('附合同或交易材料', 'Contract or deal papers attached'),
    hasIncome: flag('附收入及分配方案', 'Income and plan attached'),
  }),
  useBegan: z.strictObject({ handedOver: text('移交的资料和样品', 'What was handed over') }),
  supportPaid: z.strictObject({
    amount: money('引导资金支出', 'Paid from the fund'),
    purpose: text('支出用途', 'Spent on'),
    voucher: text('凭证号', 'Voucher'),
  }),
  assessed: z.strictObject({
    outcome: code(['converts', 'extends', 'ends'], '评估结论', 'Outcome'),
    report: text('使用评估', 'How the use went'),
  }),
  convertedToPay: z.strictObject({
    price: money('转化价款', 'Price'),
    asPublished: flag('与公示的价格或计价办法一致', 'As published'),
    transferCase: text('签约和分配的转化项目编号', 'Number of the transfer case').optional(),
  }),
  convertedToCooperate: z.strictObject({
    terms: text('合作条件', 'Terms of the cooperation'),
    asPublished: flag('合作条件已公示', 'Its terms were published'),
    transferCase: text('签约和分配的转化项目编号', 'Number of the transfer case').optional(),
  }),
  useExtended: z.strictObject({
    period: dayAhead('延长至', 'Extended until'),
    resolution: text('决议文号', 'Number of the resolution'),
  }),
  useEnded: z.strictObject({
    reason: text('结束原因', 'Reason'),
    withoutFault: flag('无过错的失败', 'It failed without fault').default(false),
  }),
  returned: z.strictObject({ record: text('资料退回和停止使用记录', 'Record of the return') }),
  ...endingData,
} as const
