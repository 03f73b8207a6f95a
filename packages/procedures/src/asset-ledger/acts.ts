// What the acts of keeping an achievement in the ledger of assets carry.
import { z } from 'zod'
import { endingData } from '../procedure/ending-steps.ts'
import { code, flag, label, line, onDay, text, underPilot } from '../procedure/fields.ts'

const evidence = z.strictObject({
  kind: code(
    ['appraisal', 'transferee', 'intention_contract', 'exchange_paper'],
    '证据种类',
    'Kind of evidence',
  ),
  document: text('材料', 'Document'),
})

export const assetData = {
  assetEntered: z.strictObject({
    title: line('成果名称', 'Achievement'),
    achievementId: z.uuid().optional(),
    fundSource: code(['public', 'enterprise', 'own'], '研发资金来源', 'Source of the money'),
    disclosedOn: onDay('披露日', 'Disclosed on'),
    disclosesBasics: flag('披露写明基本信息', 'The disclosure states the basics'),
    disclosesResearchState: flag('披露写明研究开发情况', 'It states the research'),
    disclosesMarket: flag('披露写明转化前景', 'It states the prospect'),
    projectContractAttached: flag('附项目合同', 'The project contract is attached').default(false),
    taskBookAttached: flag('附项目任务书', 'The task book is attached').default(false),
    researchPlanAttached: flag('附研发计划书', 'The research plan is attached').default(false),
    startedOn: onDay('研发起点', 'Research began on'),
    ownedByUnit: flag('登记为单位所有', 'Recorded as the institution’s'),
    stateAsset: flag('列为国有资产管理', 'Held as a state asset'),
    reviewed: flag('已经转化部门审核', 'Reviewed by the transfer office'),
    ...underPilot,
  }),
  rightApplied: z.strictObject({ number: text('申请号', 'Number of the application') }),
  rightObtained: z.strictObject({ number: line('证书号或登记号', 'Number of the right') }),
  rightLost: z.strictObject({
    number: line('丧失的权利（证书号或登记号）', 'Number of the right that was lost').optional(),
    cause: code(
      ['unrenewed', 'transferred', 'abandoned', 'invalidated', 'term_ended'],
      '丧失原因',
      'Cause',
    ),
    performanceChecked: flag('已核实履约情况', 'The performance is checked').default(false),
    titleChangeChecked: flag('已核实权属变更原因', 'The reason is checked').default(false),
    legalStatusChecked: flag('已核实法律状态', 'The legal state is checked').default(false),
  }),
  intentionRecorded: z.strictObject({ document: text('意向材料', 'Paper of the intention') }),
  intentionWithdrawn: z.strictObject({ reason: text('撤回原因', 'Reason') }),
  contractSigned: z.strictObject({ number: line('合同编号', 'Number of the contract') }),
  contractFell: z.strictObject({ reason: text('合同终止原因', 'Reason') }),
  stageDecided: z.strictObject({
    feasible: flag('技术上可行', 'Technically feasible'),
    intended: flag('有完成并使用或出售的意图', 'Meant to be finished and used or sold'),
    useful: flag('能带来经济利益或服务潜力', 'Brings benefit or service potential'),
    resourced: flag('有足够资源支持', 'Enough resources'),
    measurable: flag('支出能够可靠计量', 'Costs can be measured'),
    inseparable: flag('支出无法按阶段区分', 'Costs cannot be split by stage').default(false),
    standard: text('所依据的会计规定', 'Accounting rule applied'),
    evidence: z.array(evidence).max(50).meta(label('证据', 'Evidence')).default([]),
    reasons: text('理由', 'Reasons'),
  }),
  developmentEnded: z.strictObject({
    assetFormed: flag('形成无形资产', 'An asset resulted'),
    reason: text('终止研发的原因', 'Why development is given up').optional(),
    evaluation: text('市场化评价材料', 'Market evaluation it rests on').optional(),
    approval: text('批准终止的决定', 'Decision that approved it').optional(),
  }),
  booked: z.strictObject({
    treatment: code(
      ['expense', 'collect', 'capitalise', 'capitalise_fees', 'derecognise', 'write_off'],
      '财务处理',
      'Treatment in the accounts',
    ),
    voucher: line('凭证号', 'Voucher'),
    corrects: line('更正的凭证号', 'Voucher it corrects').optional(),
  }),
  closed: endingData.closed,
} as const
