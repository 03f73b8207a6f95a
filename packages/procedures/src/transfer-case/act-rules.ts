// Who may record each act, which action of the law guards it, and what it is called.
import type { Words } from '@yizhuan/kit'
import type { ActType } from './acts.ts'

const label = (zh: string, en: string): Words => ({ zh, en })

/** Who may record an act. */
export const roles = [
  'inventor',
  'team_rep',
  'tto_negotiator',
  'tto_reviewer',
  'platform_company',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'health_prov',
  'admin',
  'public',
] as const
export type Role = (typeof roles)[number]

const tto = ['tto_negotiator', 'tto_reviewer'] as const
const talks = ['tto_negotiator', 'platform_company'] as const
/** Anybody of the house may be a member of the team that shares. */
const insiders = roles.filter((role) => !['public', 'health_prov', 'auditor'].includes(role))

/** The roles that may record each act. */
export const whoMay: Readonly<Record<ActType, readonly Role[]>> = {
  caseOpened: tto,
  disclosed: ['inventor', 'team_rep', ...tto],
  disclosureReturned: tto,
  titleRegistered: [...tto, 'platform_company'],
  titleLeftOpen: [...tto, 'platform_company'],
  screened: ['tto_reviewer'],
  specialApprovalRecorded: ['tto_reviewer'],
  negotiationStarted: talks,
  negotiationLogged: talks,
  proposed: talks,
  reviewed: ['tto_reviewer'],
  noticePublished: tto,
  objectionFiled: ['public', ...tto, 'discipline'],
  tipReceived: ['public', ...tto, 'discipline'],
  abnormalityFound: [...tto, 'legal', 'discipline', 'finance'],
  objectionFound: ['tto_reviewer', 'legal', 'discipline'],
  noticeCertified: tto,
  termsChanged: talks,
  decided: ['leaders'],
  signed: [...talks, 'legal'],
  contractRegistered: [...tto, 'platform_company'],
  registrationReported: [...tto, 'platform_company'],
  universityReviewed: tto,
  reported: tto,
  reportReturned: [...tto, 'health_prov'],
  reportSupplemented: tto,
  receiptRecorded: ['finance'],
  receivableWrittenOff: ['finance', 'leaders'],
  costRecorded: ['finance'],
  planDrafted: ['team_rep', ...tto],
  planAgreed: insiders,
  planNoticePublished: tto,
  planNoticeCertified: tto,
  planObjected: ['inventor', 'team_rep', 'public', ...tto],
  planObjectionFound: ['tto_reviewer', 'legal', 'discipline'],
  changeNoticePublished: tto,
  changeNoticeCertified: tto,
  paid: ['finance'],
  closed: tto,
  reopened: tto,
  withdrawn: tto,
  terminated: [...tto, 'legal'],
  registrationAmended: [...tto, 'platform_company'],
}

/** The action of the law (packs/_shared/actions.yaml) that guards an act; acts without one are guarded by the record alone. */
export const actionOf: Readonly<Partial<Record<ActType, string>>> = {
  disclosed: 'disclose',
  titleRegistered: 'registerTitle',
  screened: 'screen',
  negotiationStarted: 'negotiate',
  proposed: 'propose',
  reviewed: 'review',
  noticePublished: 'publishNotice',
  objectionFiled: 'fileObjection',
  noticeCertified: 'certifyNotice',
  decided: 'decide',
  signed: 'sign',
  contractRegistered: 'registerContract',
  registrationReported: 'passOnRegistration',
  reported: 'report',
  reportSupplemented: 'supplementReport',
  planDrafted: 'planDistribution',
  planAgreed: 'agreePlan',
  planNoticePublished: 'publishPlan',
  planNoticeCertified: 'certifyPlan',
  changeNoticePublished: 'publishChange',
  changeNoticeCertified: 'certifyChange',
  paid: 'pay',
  registrationAmended: 'amendRegistration',
  closed: 'close',
}

/** The act that carries out an action of the law; undefined for actions of other procedures. */
export function actFor(action: string): ActType | undefined {
  return (Object.keys(actionOf) as ActType[]).find((type) => actionOf[type] === action)
}

/** The names of the acts. */
export const actWords: Readonly<Record<ActType, Words>> = {
  caseOpened: label('立项', 'Open the case'),
  disclosed: label('成果报备', 'Disclose'),
  disclosureReturned: label('退回补充', 'Return with questions'),
  titleRegistered: label('权属登记', 'Register title'),
  titleLeftOpen: label('说明权属暂不能明晰', 'Leave title open'),
  screened: label('处置筛查', 'Screen'),
  specialApprovalRecorded: label('登记专门审批', 'Record the special approval'),
  negotiationStarted: label('启动谈判', 'Start negotiation'),
  negotiationLogged: label('登记谈判记录', 'Log the talks'),
  proposed: label('提交方案建议', 'Propose'),
  reviewed: label('审核方案', 'Review'),
  noticePublished: label('发布公示', 'Publish the notice'),
  objectionFiled: label('登记异议', 'File an objection'),
  tipReceived: label('登记匿名线索', 'Record a tip'),
  abnormalityFound: label('发现异常，中止', 'Report an abnormality'),
  objectionFound: label('作出核实结论', 'Record the finding'),
  noticeCertified: label('出具公示期满证明', 'Certify the notice'),
  termsChanged: label('登记条款变化', 'Record changed terms'),
  decided: label('集体决策', 'Record the decision'),
  signed: label('签署合同', 'Sign'),
  contractRegistered: label('合同认定登记', 'Register the contract'),
  registrationReported: label('报送登记结果', 'Pass on the registration'),
  universityReviewed: label('登记高校审核', "Record the university's review"),
  reported: label('向省级卫健部门报告', 'Report'),
  reportReturned: label('报告被退回', 'Record a returned report'),
  reportSupplemented: label('补充报告', 'Supplement the report'),
  receiptRecorded: label('登记到账', 'Record a receipt'),
  receivableWrittenOff: label('核销应收款', 'Write off a receivable'),
  costRecorded: label('登记费用', 'Record a cost'),
  planDrafted: label('提交分配方案', 'Draft the plan'),
  planAgreed: label('成员确认方案', 'Agree to the plan'),
  planNoticePublished: label('公示分配方案', 'Publish the plan'),
  planNoticeCertified: label('出具方案公示期满证明', "Certify the plan's notice"),
  planObjected: label('对分配方案提出异议', 'Object to the plan'),
  planObjectionFound: label('分配异议核实结论', 'Finding on the plan'),
  changeNoticePublished: label('变化后再次公示', 'Publish the change'),
  changeNoticeCertified: label('出具再次公示期满证明', 'Certify the change notice'),
  paid: label('发放奖励', 'Pay out'),
  closed: label('结案', 'Close'),
  reopened: label('重开', 'Reopen'),
  withdrawn: label('撤回', 'Withdraw'),
  terminated: label('终止', 'Terminate'),
  registrationAmended: label('变更合同登记', 'Amend the registration'),
}
