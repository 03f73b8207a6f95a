// What the acts of setting up a platform company carry.
import { z } from 'zod'
import { decisionData } from '../procedure/decision-step.ts'
import { endingData } from '../procedure/ending-steps.ts'
import { code, flag, label, line, onDay, text } from '../procedure/fields.ts'
import { conditionsData, plannedTransfer } from './conditions.ts'

const levels = ['national', 'provincial', 'city', 'county', 'township'] as const

export const companyData = {
  companyPlanned: z.strictObject({
    title: line('事项名称', 'Title'),
    company: line('拟设公司名称', 'Name of the company'),
    level: code(levels, '本单位层级', 'Level of the institution'),
    placeLevel: code(levels, '公司所在地层级', 'Level of the place of the company'),
    universityAffiliated: flag('是否高校附属', 'Affiliated to a university').default(false),
    plans: z
      .array(plannedTransfer)
      .min(1)
      .max(500)
      .meta(label('今后转化计划', 'Planned transfers')),
    workSchemeMade: flag('已制定转化工作方案', 'The work scheme is made'),
    riskRuleOn: onDay('风险管控制度施行日', 'Rule on risks in force since').optional(),
    stateAssetRuleOn: onDay(
      '国有资产管理制度施行日',
      'Rule on state assets in force since',
    ).optional(),
    ...conditionsData,
  }),
  conditionsCounted: z.strictObject({
    note: text('说明', 'Note').optional(),
    ...conditionsData,
  }),
  ...decisionData,
  universityReviewed: z.strictObject({
    passed: flag('同意', 'Consents'),
    opinion: text('高校审核意见', 'Opinion of the university'),
  }),
  countsConfirmed: z.strictObject({
    reply: line('书面认可文号', 'Number of the written reply'),
  }),
  applied: z.strictObject({
    to: line('受理的卫健部门', 'Health department applied to'),
    ...conditionsData,
  }),
  healthAnswered: z.strictObject({
    outcome: code(['consented', 'not_consented'], '审核结果', 'Outcome'),
    level: code(levels, '卫健部门层级', 'Level of the department'),
    reply: text('批复文号或理由', 'Reply'),
  }),
  financeApplied: z.strictObject({ letter: line('申请文号', 'Letter to finance') }),
  occupancyRegistered: z.strictObject({
    certificate: line('产权登记证编号', 'Certificate of the registration of state assets'),
  }),
  companyRegistered: z.strictObject({
    name: line('公司名称', 'Name of the company'),
    code: line('统一社会信用代码', 'Unified code'),
    ownership: code(['state_sole', 'state_whole', 'mixed'], '资本构成', 'Capital'),
    isLegalPerson: flag('独立法人', 'A legal person of its own'),
    parents: z.int().min(1).max(100).meta(label('出资机构数', 'Institutions that founded it')),
  }),
  supervisorNamed: z.strictObject({
    supervisor: code(['health_prov', 'other_body'], '监管部门', 'Supervisor'),
    document: line('明确监管的文件', 'Document that names it'),
  }),
  delegated: z.strictObject({
    stages: z
      .array(code(['title', 'negotiate', 'sign', 'register', 'perform'], '环节', 'Stage'))
      .min(1)
      .max(5)
      .meta(label('委托实施的环节', 'Stages delegated')),
    maySign: flag('授权签署合同', 'Authorised to sign contracts'),
    letter: line('委托书编号', 'Letter of delegation'),
    until: onDay('委托期限至', 'Delegated until').optional(),
  }),
  companyChanged: z.strictObject({
    what: text('变更事项', 'What changed'),
    certificate: line('产权变更登记编号', 'Certificate of the changed registration'),
    decision: line('决策文件', 'Decision'),
  }),
  dissolved: z.strictObject({
    reason: text('解散原因', 'Reason'),
    decision: line('决策文件', 'Decision'),
    creditors: text('债权人通知和清算情况', 'Creditors and liquidation'),
  }),
  withdrawn: endingData.withdrawn,
} as const
