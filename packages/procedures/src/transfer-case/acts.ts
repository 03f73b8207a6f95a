// The acts of a transfer case: what may be recorded, by whom, and what each must carry.
import { z } from 'zod'
import { disclosure, holders } from '../procedure/disclosure.ts'
import {
  code,
  contributor,
  creditCode,
  dayAhead,
  filledIn,
  flag,
  label,
  leader,
  line,
  modes,
  money,
  onDay,
  registrationNumber,
  share,
  text,
} from '../procedure/fields.ts'
import { beyondFields } from '../procedure/receipt-beyond.ts'
import { wholeReceipt } from '../procedure/receipt-once.ts'
import { treatment } from '../procedure/treatment.ts'
import { askedOfContract, askedOfPlan } from './recipients/asked.ts'
import { knownContract } from './taken-over/taken-over-data.ts'
import {
  besideGrants,
  costKinds,
  decisionAsked,
  houseRule,
  planLine,
  residualPart,
  terms,
} from './terms.ts'

const venue = (zh: string, en: string) =>
  code(['in_house', 'company', 'exchange'], zh, en).optional()

const reportPapers = {
  hasDecisions: flag('附决议和会议记录', 'Resolutions and minutes attached'),
  hasContract: flag('附合同或交易材料', 'Contract or deal papers attached'),
  hasIncome: flag('附收入及分配方案', 'Income and plan attached'),
}

/** What each act carries. */
export const actData = {
  caseOpened: z.strictObject({
    title: line('项目名称', 'Title'),
    achievementId: z.uuid().optional(),
    /** A contract of the register that was concluded before, and what the register knew of it then. */
    contractId: z.uuid().optional(),
    takesOver: knownContract,
    achievement: line('科技成果', 'Achievement'),
    team: z.array(contributor).min(1).max(100).meta(label('研究团队', 'Research team')),
    universityAffiliated: flag('高校附属', 'Affiliated to a university').default(false),
    viaPlatformCompany: flag('通过平台公司实施', 'Through a platform company').default(false),
    viaProvincialPlatform: flag('在省统一平台办理', 'On the provincial platform').default(false),
    workloadLedgerKept: flag('已建立科研项目管理台账', 'Workload ledger kept').default(false),
  }),
  disclosed: disclosure,
  disclosureReturned: z.strictObject({ questions: text('问题', 'Questions') }),
  titleRegistered: z.strictObject({
    holders,
    disputed: flag('权属有争议', 'Title disputed').default(false),
    delegation: line('登记委托书（平台公司办理时）', 'Delegation of the company').optional(),
    othersIncome: code(
      ['through_us', 'on_their_own', 'given_up'],
      '其他权利人的收益',
      'Income of the other holders',
    ).optional(),
  }),
  titleLeftOpen: z.strictObject({
    reason: text('暂不能明晰的理由', 'Why title is open'),
    disputed: flag('权属有争议', 'Title disputed').default(false),
  }),
  screened: z.strictObject({
    stateSecret: code(['no', 'yes', 'unsure'], '涉及国家秘密', 'State secret'),
    nationalSecurity: code(['no', 'yes', 'unsure'], '涉及国家安全', 'National security'),
    keyTechnology: code(['no', 'yes', 'unsure'], '涉及关键核心技术', 'Key core technology'),
  }),
  specialApprovalRecorded: z.strictObject({ document: line('审批文件', 'Approval document') }),
  negotiationStarted: z.strictObject({
    mode: code(modes, '转化方式', 'Mode'),
    mappedTo: code(
      ['self_implementation', 'assignment', 'license', 'cooperation', 'equity_contribution'],
      '参照的转化方式',
      'Handled as',
    ).optional(),
    mappingReason: text('参照的理由', 'Why as that mode').optional(),
    pricing: code(['agreement', 'listing', 'auction'], '定价方式', 'Pricing method').optional(),
    counterparty: line('合作主体', 'Counterparty').optional(),
    counterpartyStateOwned: flag(
      '合作主体是国有全资',
      'Counterparty wholly state-owned',
    ).optional(),
    stateOwnershipProof: line('国有全资的证明', 'Proof of state ownership').optional(),
    appraisal: code(['appraised', 'waived'], '资产评估', 'Appraisal').optional(),
    appraisalReason: text('不评估的理由', 'Reason for not appraising').optional(),
    appraisalDecidedBy: line('评估事项决定人', 'Who decided on the appraisal').optional(),
    relatedPartiesDeclared: flag('利益关联已申报', 'Related parties declared'),
    useFirst: code(['pay', 'cooperate'], '先用后转', 'Used first').optional(),
    enterpriseSize: code(['large', 'medium', 'small', 'micro'], '企业规模', 'Size').optional(),
  }),
  negotiationLogged: z.strictObject({
    kind: code(['talks', 'evaluation', 'site_visit'], '记录种类', 'Kind of record').default(
      'talks',
    ),
    summary: text('谈判记录', 'Record of the talks'),
  }),
  proposed: z.strictObject({ terms, ...besideGrants }),
  reviewed: z.strictObject({
    outcome: code(['passed', 'returned'], '审核结论', 'Outcome'),
    opinion: text('审核意见', 'Opinion'),
    ethics: code(['passed', 'not_applicable', 'failed'], '伦理审查', 'Ethics review'),
    compliance: code(['passed', 'failed'], '合规审查', 'Compliance review'),
    risk: code(['passed', 'failed'], '风险管控', 'Risk control'),
  }),
  noticePublished: z
    .strictObject({
      achievement: line('科技成果', 'Achievement'),
      team: text('研究团队', 'Research team'),
      mode: text('转化方式', 'Mode'),
      counterparty: line('合作主体', 'Counterparty'),
      price: text('拟交易价格', 'Intended price'),
      distribution: text('收益分配办法', 'Way of distribution'),
      pricingMethod: text('定价方式和底价', 'Pricing method and floor'),
      leaders: z.array(leader).max(50).meta(label('领导人员', 'Leading persons')).default([]),
      objectionProcedure: text('异议处理程序和办法', 'Procedure for objections'),
      department: line('受理部门', 'Receiving department'),
      atCompany: flag('同时在平台公司公示', 'Shown at the company as well').default(false),
    })
    .partial({
      achievement: true,
      team: true,
      mode: true,
      counterparty: true,
      price: true,
      distribution: true,
      pricingMethod: true,
      objectionProcedure: true,
    }),
  objectionFiled: z.strictObject({
    name: line('异议人姓名', 'Name of the objector'),
    text: text('异议内容', 'Objection'),
    inWriting: flag('书面提交', 'In writing'),
    toDepartment: flag('提交至指定部门', 'To the designated department'),
    venue: venue('通过哪个公示场所提出', 'Raised through which venue'),
  }),
  tipReceived: z.strictObject({ text: text('匿名线索', 'Anonymous tip') }),
  abnormalityFound: z.strictObject({
    text: text('异常情况', 'Abnormality'),
    venue: venue('在哪个公示场所发现', 'Found in which venue'),
  }),
  objectionFound: z.strictObject({
    finding: text('核实结论', 'Finding'),
    outcome: code(['continue', 'amend', 'stop'], '处理结果', 'Outcome'),
  }),
  noticeCertified: z.strictObject({ lastShownOn: onDay('最后展示日', 'Last day shown') }),
  termsChanged: z.strictObject({
    reason: text('变化原因', 'Reason of the change'),
    objective: flag('出于客观原因', 'For objective reasons').default(true),
    terms,
  }),
  decided: z.strictObject({
    result: code(['passed', 'altered', 'rejected', 'deferred'], '决策结果', 'Result'),
    minuted: flag('有书面记录', 'Minuted'),
    quorate: flag('到会人数与表决合规', 'Quorum and majority reached'),
    recusalObserved: flag('应回避人员已回避', 'Recusals observed'),
    body: code(
      ['party_committee', 'management', 'company'],
      '作出决策的会议',
      'Body that decided',
    ).optional(),
    members: z.int().min(1).max(1000).meta(label('应到人数', 'Members')).optional(),
    present: z.int().min(1).max(1000).meta(label('实到人数', 'Present')).optional(),
    votesFor: z.int().min(0).max(1000).meta(label('赞成', 'For')),
    votesAgainst: z.int().min(0).max(1000).meta(label('反对', 'Against')),
    abstentions: z.int().min(0).max(1000).meta(label('弃权', 'Abstentions')),
    recused: z
      .array(line('回避人', 'Recused person'))
      .max(50)
      .meta(label('回避人员', 'Recused persons'))
      .default([]),
    ballot: code(['open_ballot', 'secret_ballot'], '表决方式', 'Way of voting').optional(),
    dissents: z
      .array(z.strictObject({ name: line('姓名', 'Name'), opinion: text('不同意见', 'Opinion') }))
      .max(50)
      .meta(label('不同意见', 'Dissents'))
      .optional(),
    deferredUntil: dayAhead('缓议至', 'Deferred until').optional(),
  }),
  signed: z.strictObject({
    number: line('合同编号', 'Number of the contract', 60).optional(),
    mode: code(modes, '转化方式', 'Mode').optional(),
    counterparty: line('合作主体', 'Counterparty'),
    counterpartyUscc: creditCode(
      '合作主体统一社会信用代码',
      'Credit code of the counterparty',
    ).optional(),
    price: money('合同金额', 'Contract amount'),
    firstSignedOn: onDay('首方签字日', 'Day of the first signature').optional(),
    effectiveOn: onDay('生效日', 'Day of effect').optional(),
    contributorsShare: share(
      '奖励贡献人员的股权比例',
      'Share of the equity to contributors',
    ).optional(),
    ...askedOfContract,
    byInstitution: flag('医疗卫生机构签署', 'Institution signs'),
    byPlatformCompany: flag('平台公司签署', 'Platform company signs'),
    byInventor: flag('成果完成人签署', 'Inventor signs'),
    authorised: flag('权利人已授权平台公司', 'Right-holder authorised the company').optional(),
    statesMode: flag('合同明确转化方式', 'States the mode'),
    statesPrice: flag('合同明确交易价格', 'States the price'),
    statesMilestones: flag('合同明确时间节点', 'States the milestones'),
    statesJointDevelopment: flag('合同明确后续联合开发', 'States later joint development'),
    statesCooperation: flag('合同明确项目合作', 'States project cooperation'),
    ...besideGrants,
  }),
  contractRegistered: z.strictObject({
    outcome: code(['registered', 'refused', 'not_technology'], '认定登记结果', 'Outcome'),
    number: registrationNumber().optional(),
    office: line('登记机构', 'Registrar').optional(),
    recognisedAmount: money('认定技术交易额', 'Recognised amount').optional(),
  }),
  registrationReported: z.strictObject({ remark: text('说明', 'Remark').optional() }),
  universityReviewed: z.strictObject({
    opinion: text('高校审核意见', 'Opinion of the university'),
  }),
  reported: z.strictObject({
    ...reportPapers,
    provisional: flag('收入或分配方案为暂定', 'Income or plan is provisional').default(false),
    through: code(['letter', 'platform'], '报送方式', 'Sent by').default('letter'),
  }),
  reportReturned: z.strictObject({ reason: text('退回原因', 'Why it came back') }),
  reportSupplemented: z.strictObject({
    ...reportPapers,
    final: flag('收入和分配方案为最终', 'Income and plan are final'),
  }),
  receiptRecorded: z.strictObject({
    amount: money('到账金额', 'Amount received'),
    voucher: line('凭证号', 'Voucher'),
    voucherAmount: wholeReceipt,
    // It stood in the register of receipts already: the register says which it is.
    receiptId: filledIn(z.uuid().optional(), '台账中的到账', 'Receipt of the register'),
    inBudget: flag('纳入单位预算', 'Booked in the budget'),
    ...beyondFields,
    forOthers: z
      .array(
        z.strictObject({
          holder: line('其他权利人', 'Other holder'),
          amount: money('归其所有的金额', 'What is theirs'),
        }),
      )
      .max(20)
      .meta(label('其中归其他权利人', 'Of it to other holders'))
      .optional(),
    othersReason: text(
      '与权属份额不一致的约定和理由',
      'Why it is not by the shares of the title',
    ).optional(),
  }),
  receivableWrittenOff: z.strictObject({
    amount: money('核销金额', 'Amount written off'),
    reason: text('核销理由', 'Reason'),
  }),
  costRecorded: z.strictObject({
    kind: code(costKinds, '费用种类', 'Kind of cost'),
    amount: money('金额', 'Amount'),
    voucher: line('凭证号', 'Voucher'),
    // A cost is deducted once, ever, over all cases (gd-2025#a23.p1).
    voucherAmount: money(
      '凭证总额（一张凭证分摊到几个项目时填写）',
      'Whole of the voucher (where several cases share it)',
    ).optional(),
    // The service looked: no other case deducts it.
    once: z
      .boolean()
      .optional()
      .meta({ ...label('未在其他项目扣除', 'Deducted in no other case'), by: 'register' }),
    remark: text('说明', 'Remark').optional(),
  }),
  planDrafted: z.strictObject({
    lines: z.array(planLine).min(1).max(100).meta(label('奖励对象', 'Recipients')),
    toTto: money('转化部门提取', 'To the TTO'),
    toTtoStaff: money('其中专职人员', 'Of it to dedicated staff'),
    toCompany: money('其中平台公司', 'Of it to the platform company').optional(),
    toInstitution: money('留归单位', 'Kept by the institution'),
    purposes: z
      .array(residualPart)
      .max(20)
      .meta(label('留归单位部分的用途', 'What it is kept for'))
      .optional(),
    takesReceipts: z
      .array(
        z.strictObject({
          voucher: line('到账凭证号', 'Voucher of the receipt'),
          amount: money('本次分配金额', 'Shared out now'),
        }),
      )
      .max(200)
      .meta({
        ...label('只分配部分到账时：到账', 'If only a part is shared out: receipts'),
        isRare: true,
      })
      .optional(),
    takesCosts: z
      .array(
        z.strictObject({
          kind: code(costKinds, '费用种类', 'Kind of cost'),
          voucher: line('费用凭证号', 'Voucher of the cost'),
          amount: money('本次扣除金额', 'Deducted now'),
        }),
      )
      .max(200)
      .meta({
        ...label('只分配部分到账时：费用', 'If only a part is shared out: costs'),
        isRare: true,
      })
      .optional(),
    baseDecided: flag(
      '自行或合作实施的基数已集体决定',
      'Base of own implementation decided',
    ).optional(),
    deviationReason: text('与台账不一致的理由', 'Why it differs from the ledger').optional(),
    houseRule,
    decisionAsked,
    ruleDeparture: text(
      '与本单位分配办法不一致的理由',
      "Why it departs from the house's rule",
    ).optional(),
    ...askedOfPlan,
    waived: z
      .array(line('书面放弃人', 'Waived in writing'))
      .max(100)
      .meta(label('书面放弃的完成人', 'Inventors who waived'))
      .default([]),
  }),
  planAgreed: z.strictObject({ member: text('团队成员', 'Team member') }),
  planNoticePublished: z.strictObject({
    leadersDisclosed: flag('载明领导人员奖励及占比', "Discloses leaders' rewards"),
  }),
  planNoticeCertified: z.strictObject({ lastShownOn: onDay('最后展示日', 'Last day shown') }),
  planObjected: z.strictObject({
    name: line('异议人姓名', 'Name of the objector'),
    text: text('异议内容', 'Objection'),
  }),
  planObjectionFound: z.strictObject({
    finding: text('核实结论', 'Finding'),
    outcome: code(['continue', 'amend'], '处理结果', 'Outcome'),
  }),
  changeNoticePublished: z.strictObject({ text: text('变化内容', 'What changed') }),
  changeNoticeCertified: z.strictObject({ lastShownOn: onDay('最后展示日', 'Last day shown') }),
  paid: z.strictObject({
    lines: z
      .array(z.strictObject({ name: line('姓名', 'Name'), amount: money('金额', 'Amount') }))
      .min(1)
      .max(100)
      .meta(label('发放明细', 'Payments')),
    proof: line('付款凭证', 'Proof of payment'),
    ...treatment,
    taxRelief: flag('减按计税', 'Reduced taxation').optional(),
    taxReliefConfirmed: flag('减按计税条件已确认', 'Its conditions confirmed').optional(),
    countedForTax: money('计入工资薪金的金额', 'Amount counted as wages').optional(),
    // Paid through payment orders: what came into the record after they were given waits for another plan.
    orderedAt: z
      .int()
      .min(1)
      .optional()
      .meta({ ...label('付款下达时的记录序号', 'Act after which it was ordered'), by: 'register' }),
  }),
  closed: z.strictObject({ summary: text('结案说明', 'Closing report') }),
  reopened: z.strictObject({ reason: text('重开理由', 'Reason') }),
  withdrawn: z.strictObject({ reason: text('撤回理由', 'Reason') }),
  terminated: z.strictObject({ reason: text('终止理由', 'Reason') }),
  registrationAmended: z.strictObject({ remark: text('变更或注销登记说明', 'What was amended') }),
} as const

export type ActType = keyof typeof actData
export type ActData<T extends ActType = ActType> = z.infer<(typeof actData)[T]>

/** Every act type in the order of the main line. */
export const actTypes = Object.keys(actData) as readonly ActType[]
