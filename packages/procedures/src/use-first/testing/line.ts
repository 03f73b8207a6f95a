// The main line of a use-first case, from the offer to the payment.
import type { Step } from '../../procedure/testing/walk.ts'

export const terms = {
  period: '2027-03-31',
  fee: '0',
  field: '基层医院伤口护理',
  trigger: '完成五百例使用',
  pricedBy: 'formula',
  formula: '按销售额百分之五提成',
}
const offered = {
  title: '示例先用后转',
  achievement: '可吸收止血材料',
  team: [{ name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false }],
  ruled: true,
  fundSet: true,
  viaPlatformCompany: false,
  viaProvincialPlatform: true,
  universityAffiliated: false,
  workloadLedgerKept: true,
}
const disclosed = {
  type: '材料',
  maturity: '样品',
  stateOfTheArt: '国内空白',
  market: '基层需求',
  risks: '注册周期',
  benefit: '减少换药',
  need: '寻求企业试用',
  onTask: true,
  madeOn: '2026-01-05',
}
export const line: readonly Step[] = [
  ['2026-02-02', 'tto_negotiator', 'useFirstOffered', offered],
  ['2026-02-02', 'inventor', 'disclosed', disclosed],
  [
    '2026-02-02',
    'tto_negotiator',
    'titleRegistered',
    { holders: [{ name: '示例医院（虚构）', share: '100%' }], disputed: false },
  ],
  [
    '2026-02-03',
    'tto_negotiator',
    'requested',
    { enterprise: '示例小微（虚构）', size: 'small', way: 'pay', purpose: '试用' },
  ],
  [
    '2026-02-04',
    'tto_reviewer',
    'screened',
    { stateSecret: 'no', nationalSecurity: 'no', keyTechnology: 'no' },
  ],
  [
    '2026-02-05',
    'tto_negotiator',
    'accepted',
    {
      stateOwned: false,
      appraisal: 'waived',
      appraisalReason: '使用期免费',
      appraisalDecidedBy: '领导小组',
      relatedPartiesDeclared: true,
    },
  ],
  [
    '2026-02-20',
    'tto_negotiator',
    'proposed',
    { ...terms, talks: '一轮商谈', distribution: '净收入七成归团队' },
  ],
  [
    '2026-03-02',
    'tto_reviewer',
    'reviewed',
    { outcome: 'passed', opinion: '同意', ethics: 'passed', compliance: 'passed', risk: 'passed' },
  ],
  [
    '2026-03-05',
    'tto_negotiator',
    'noticePublished',
    {
      achievement: '可吸收止血材料',
      team: '示例甲',
      way: 'pay',
      counterparty: '示例小微（虚构）',
      ...terms,
      distribution: '净收入七成归团队',
      objectionProcedure: '书面提出',
      department: '转化部门',
    },
  ],
  ['2026-03-21', 'tto_negotiator', 'noticeCertified', { lastShownOn: '2026-03-20' }],
  [
    '2026-03-24',
    'leaders',
    'decided',
    {
      result: 'passed',
      minuted: true,
      quorate: true,
      recusalObserved: true,
      votesFor: 7,
      votesAgainst: 0,
      abstentions: 0,
    },
  ],
  [
    '2026-04-01',
    'tto_negotiator',
    'signed',
    {
      counterparty: '示例小微（虚构）',
      ...terms,
      byInstitution: true,
      byPlatformCompany: false,
      byInventor: false,
      confidentiality: true,
      liability: true,
      returns: true,
      statesMode: true,
      statesPrice: true,
      statesMilestones: true,
      statesJointDevelopment: true,
      statesCooperation: true,
    },
  ],
  [
    '2026-04-03',
    'tto_negotiator',
    'contractRegistered',
    { outcome: 'registered', number: '示例-7' },
  ],
  [
    '2026-04-10',
    'tto_negotiator',
    'reported',
    {
      hasDecisions: true,
      hasContract: true,
      hasIncome: true,
      provisional: false,
      through: 'platform',
    },
  ],
  ['2026-04-11', 'tto_negotiator', 'useBegan', { handedOver: '样品五十份' }],
  [
    '2026-04-20',
    'finance',
    'supportPaid',
    { amount: '5000000', purpose: '试用物料', voucher: '引-1' },
  ],
  ['2026-10-12', 'tto_negotiator', 'assessed', { outcome: 'converts', report: '达到五百例' }],
  ['2026-10-20', 'tto_negotiator', 'convertedToPay', { price: '60000000', asPublished: true }],
  ['2026-10-21', 'tto_negotiator', 'closed', { summary: '已转为付费' }],
]
export const stepOf = (type: string) => line.find((step) => step[2] === type) as Step
export const before = (type: string) => line.slice(0, line.indexOf(stepOf(type)))
export const told = (type: string, other: Record<string, unknown>, until = type) =>
  line.slice(0, line.indexOf(stepOf(until)) + 1).map((step): Step => {
    const [on, role, kind, data] = step
    return kind === type ? [on, role, kind, { ...data, ...other }] : step
  })
