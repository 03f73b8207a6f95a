// A use-first case as it usually runs until the enterprise has the samples in hand.
import type { Scene } from '../vocabulary/scene.ts'
import { member, minutes, resolution, shownUntil } from './usual.ts'

export const terms = {
  period: '2027-03-31',
  fee: '0',
  field: '基层医院伤口护理',
  trigger: '完成五百例使用',
  pricedBy: 'formula',
  formula: '按销售额百分之五提成',
}

/** What the notice says; its price may be left out. */
export const notice = {
  achievement: '伤口敷料（虚构）',
  team: '甲示例',
  way: 'pay',
  counterparty: '样例小微（虚构）',
  ...terms,
  distribution: '净收入七成归团队',
  objectionProcedure: '实名书面提交至转化部门（演示）',
  department: '成果转化办公室（演示）',
}

/** From the offer to the review, in the first weeks of a year. */
export async function isReviewed({ on, officer, inventor, reviewer }: Scene): Promise<void> {
  await on('2026-02-02')
  await officer.opens('use_first', {
    title: '伤口敷料先用后付',
    achievement: '伤口敷料（虚构）',
    team: [member('甲示例')],
    ruled: true,
    fundSet: true,
    viaPlatformCompany: false,
    viaProvincialPlatform: false,
    universityAffiliated: false,
    workloadLedgerKept: true,
  })
  await inventor.records('disclosed', {
    type: '材料',
    maturity: '样品',
    stateOfTheArt: '已有同类（演示）',
    market: '基层需求（演示）',
    risks: '注册周期（演示）',
    benefit: '减少换药（演示）',
    need: '寻求企业试用（演示）',
    onTask: true,
    madeOn: '2026-01-05',
  })
  await officer.records('titleRegistered', {
    holders: [{ name: '示例医院（虚构）', share: '100%' }],
    disputed: false,
  })
  await officer.records('requested', {
    enterprise: '样例小微（虚构）',
    size: 'small',
    way: 'pay',
    purpose: '临床试用',
  })
  await on('2026-02-04')
  await reviewer.records('screened', {
    stateSecret: 'no',
    nationalSecurity: 'no',
    keyTechnology: 'no',
  })
  await officer.records('accepted', {
    stateOwned: false,
    appraisal: 'waived',
    appraisalReason: '使用期免费',
    appraisalDecidedBy: '转化工作领导小组（演示）',
    relatedPartiesDeclared: true,
  })
  await on('2026-02-24')
  await officer.records('proposed', {
    ...terms,
    talks: '一轮商谈（演示）',
    distribution: notice.distribution,
  })
  await on('2026-03-02')
  await reviewer.records('reviewed', {
    outcome: 'passed',
    opinion: '同意',
    ethics: 'passed',
    compliance: 'passed',
    risk: 'passed',
  })
}

export const contractPaper = { papers: ['合同文本（演示）'] }

export const contract = {
  counterparty: notice.counterparty,
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
}

/** From the notice that was put up on 5 March to the decision. */
export async function isDecided({ on, today, officer, leaders }: Scene): Promise<void> {
  await on('2026-03-21')
  await officer.records('noticeCertified', shownUntil(today()))
  await on('2026-03-24')
  await leaders.records('decided', resolution, minutes)
}

/** Signed as published, registered, reported, and the samples handed over. */
export async function isInUse({ on, officer }: Scene): Promise<void> {
  await on('2026-04-01')
  await officer.records('signed', contract, contractPaper)
  await on('2026-04-03')
  await officer.records('contractRegistered', { outcome: 'registered', number: '示例-7' })
  await on('2026-04-10')
  await officer.records(
    'reported',
    {
      hasDecisions: true,
      hasContract: true,
      hasIncome: true,
      provisional: false,
      through: 'letter',
    },
    { papers: ['报告材料（演示）'] },
  )
  await on('2026-04-13')
  await officer.records('useBegan', { handedOver: '样品五十份' })
}
