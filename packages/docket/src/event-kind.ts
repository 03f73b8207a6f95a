import type { Words } from '@yizhuan/kit'
import { type RightKind, rightKinds } from './kind.ts'

// Every event that can befall a right: of which kinds, in which states it is expected, and what follows.

/** The legal states. `held` is a right nobody had to grant: a finished program, a secret. */
export const legalStates = [
  'drafting',
  'held',
  'filed',
  'accepted',
  'preliminary',
  'published',
  'examination',
  'rejected',
  'reexamination',
  'grantNoticed',
  'granted',
  'terminated',
  'withdrawn',
  'deemedWithdrawn',
  'deemedAbandoned',
  'invalidated',
] as const
export type LegalState = (typeof legalStates)[number]

/** What can be so beside the state. */
export const rightFlags = [
  'pledged',
  'preserved',
  'suspended',
  'exclusiveLicensed',
  'soleLicensed',
  'licensed',
  'openLicensed',
  'compulsoryLicensed',
  'secret',
  'coOwned',
  'ownershipDisputed',
  'termCompensated',
  'partlyInvalid',
] as const
export type RightFlag = (typeof rightFlags)[number]

/** What an event may tell besides its day. */
export type EventField =
  | 'ref'
  | 'day'
  | 'by'
  | 'until'
  | 'year'
  | 'fen'
  | 'days'
  | 'exclusivity'
  | 'owners'

interface EventRule {
  readonly words: Words
  readonly of: readonly RightKind[]
  /** The states it is expected in; any where this is left out. */
  readonly from?: readonly LegalState[]
  /** The state it leads to; `before` is the one before the right was lost. */
  readonly to?: LegalState | 'before'
  readonly raises?: RightFlag
  readonly lowers?: RightFlag
  readonly needs?: readonly EventField[]
  readonly takes?: readonly EventField[]
}

const all = rightKinds
const patents: readonly RightKind[] = ['invention', 'utility_model', 'design', 'patent']
const technical: readonly RightKind[] = ['invention', 'utility_model', 'patent']
const applied: readonly RightKind[] = all.filter((kind) => kind !== 'know_how')
const examined: readonly RightKind[] = [...patents, 'variety', 'trademark']
const under: readonly LegalState[] = [
  'filed',
  'accepted',
  'preliminary',
  'published',
  'examination',
  'reexamination',
]
/** A notice of the office that asks for an answer; the two are paired by its number. */
const notice: Pick<EventRule, 'needs' | 'takes'> = { needs: ['ref'], takes: ['by', 'until'] }
const lost: readonly LegalState[] = ['terminated', 'deemedWithdrawn', 'deemedAbandoned']
const alive: readonly LegalState[] = ['granted', 'held']

const rule = (zh: string, en: string, of: readonly RightKind[], more: Partial<EventRule> = {}) => ({
  words: { zh, en },
  of,
  ...more,
})

export const eventRules = {
  disclosed: rule('公开披露', 'Disclosed to the public', all),
  completed: rule('完成', 'Completed', ['software', 'layout', 'know_how'], {
    from: ['drafting'],
    to: 'held',
  }),
  firstPublished: rule('首次发表', 'First published', ['software']),
  firstUsed: rule('首次商业利用', 'First commercial use', ['layout', 'variety']),
  filed: rule('提交申请', 'Filed', applied, { from: ['drafting', 'held'], to: 'filed' }),
  priorityClaimed: rule('要求优先权', 'Priority claimed', [...patents, 'pct'], {
    needs: ['day'],
    takes: ['ref'],
  }),
  priorityUsed: rule('作为优先权基础', 'Priority used elsewhere', patents, { takes: ['ref'] }),
  divided: rule('递交分案申请', 'Divisional submitted', [...patents, 'trademark']),
  applicationFeePaid: rule('缴纳申请费', 'Application fee paid', patents, {
    takes: ['fen', 'ref'],
  }),
  accepted: rule('受理', 'Accepted', applied, { from: ['filed'], to: 'accepted' }),
  preliminaryPassed: rule('初步审查合格', 'Preliminary examination passed', examined, {
    from: ['filed', 'accepted'],
    to: 'preliminary',
  }),
  published: rule('公布', 'Published', ['invention', 'patent', 'pct', 'variety', 'trademark'], {
    from: ['filed', 'accepted', 'preliminary'],
    to: 'published',
  }),
  examinationRequested: rule('请求实质审查', 'Examination requested', ['invention', 'patent']),
  examinationFeePaid: rule('缴纳实质审查费', 'Examination fee paid', ['invention', 'patent'], {
    takes: ['fen', 'ref'],
  }),
  examinationBegun: rule('进入实质审查', 'Under examination', ['invention', 'patent', 'variety'], {
    from: ['accepted', 'preliminary', 'published'],
    to: 'examination',
  }),
  correctionRequired: rule('补正通知书', 'Correction required', patents, {
    from: under,
    ...notice,
  }),
  firstActionIssued: rule('第一次审查意见通知书', 'First office action', patents, {
    from: under,
    ...notice,
  }),
  laterActionIssued: rule('再次审查意见通知书', 'Further office action', patents, {
    from: under,
    ...notice,
  }),
  reexaminationActionIssued: rule('复审通知书', 'Notice of the re-examination board', patents, {
    from: ['reexamination'],
    ...notice,
  }),
  answerExtended: rule('延长答复期限', 'Time to answer extended', patents, {
    needs: ['ref', 'until'],
  }),
  actionAnswered: rule('答复通知书', 'Notice answered', patents, { needs: ['ref'] }),
  pursuitEnded: rule('决定不再继续申请', 'Decided not to pursue the application', applied, {
    from: [...under, 'rejected', 'grantNoticed'],
  }),
  rejected: rule('驳回', 'Rejected', applied, { from: under, to: 'rejected', takes: ['by'] }),
  reexaminationRequested: rule('请求复审', 'Re-examination requested', examined, {
    from: ['rejected'],
    to: 'reexamination',
  }),
  reexaminationFeePaid: rule('缴纳复审费', 'Fee of the re-examination paid', examined, {
    takes: ['fen', 'ref'],
  }),
  reexaminationReturned: rule('复审撤销驳回', 'Rejection set aside', examined, {
    from: ['reexamination'],
    to: 'examination',
  }),
  reexaminationUpheld: rule('复审维持驳回', 'Rejection upheld', examined, {
    from: ['reexamination'],
    to: 'rejected',
  }),
  grantNoticed: rule('授权通知', 'Notice of grant', patents, {
    from: under,
    to: 'grantNoticed',
    takes: ['by', 'year'],
  }),
  registrationPaid: rule('办理登记缴费', 'Registration paid', patents, {
    from: ['grantNoticed'],
    takes: ['year', 'fen'],
  }),
  granted: rule('授权（登记、批准）', 'Granted, registered or approved', applied, {
    from: [...under, 'grantNoticed', 'held', 'drafting'],
    to: 'granted',
  }),
  entryFeePaid: rule('缴纳进入国家阶段费用', 'Fees of a national phase paid', ['pct'], {
    takes: ['fen', 'ref'],
  }),
  nationalEntered: rule('进入国家阶段', 'Entered a national phase', ['pct'], { takes: ['ref'] }),
  withdrawn: rule('撤回', 'Withdrawn', applied, {
    from: [...under, 'grantNoticed'],
    to: 'withdrawn',
  }),
  deemedWithdrawn: rule('视为撤回', 'Deemed withdrawn', applied, {
    from: under,
    to: 'deemedWithdrawn',
  }),
  deemedAbandoned: rule('视为放弃取得权利', 'Deemed abandoned', patents, {
    from: ['grantNoticed'],
    to: 'deemedAbandoned',
  }),
  annuityPaid: rule('缴纳年费', 'Annual fee paid', patents, {
    needs: ['year', 'fen'],
    takes: ['ref'],
  }),
  annuityTakenAsPaid: rule('年费认定为已缴', 'Annual fee taken as paid', patents, {
    needs: ['year'],
  }),
  terminatedUnpaid: rule('未缴年费终止', 'Ended, fee unpaid', patents, {
    from: ['granted'],
    to: 'terminated',
  }),
  expired: rule('期限届满', 'Term ended', all, { from: alive, to: 'terminated' }),
  waived: rule('放弃', 'Waived', all, { from: alive, to: 'terminated' }),
  cancelled: rule('注销（撤销）', 'Cancelled', applied, { from: ['granted'], to: 'terminated' }),
  secrecyLost: rule('丧失秘密性', 'Secrecy lost', ['know_how'], {
    from: ['held', 'drafting'],
    to: 'terminated',
  }),
  lossNoticed: rule('权利丧失通知', 'Notice of loss', patents, { takes: ['by'] }),
  obstacleEnded: rule('不可抗拒的事由消除', 'Force majeure ended', patents),
  restorationRequested: rule('请求恢复权利', 'Restoration requested', patents, { from: lost }),
  restorationFeePaid: rule('缴纳恢复权利请求费', 'Fee of the restoration paid', patents, {
    takes: ['fen', 'ref'],
  }),
  restored: rule('恢复权利', 'Restored', patents, { from: lost, to: 'before' }),
  invalidatedWhole: rule('宣告全部无效', 'Declared invalid', [...patents, 'trademark', 'variety'], {
    to: 'invalidated',
  }),
  invalidatedPart: rule('宣告部分无效', 'Declared invalid in part', patents, {
    raises: 'partlyInvalid',
  }),
  renewalRequested: rule('申请续展（再注册）', 'Renewal requested', ['trademark', 'preparation'], {
    from: ['granted'],
  }),
  renewalFeePaid: rule('缴纳续展费', 'Fee of the renewal paid', ['trademark'], {
    takes: ['fen', 'ref'],
  }),
  renewed: rule('续展（再注册）', 'Renewed', ['trademark', 'preparation'], { from: ['granted'] }),
  pledged: rule('质押登记', 'Pledged', all, { raises: 'pledged' }),
  pledgeReleased: rule('质押解除', 'Pledge released', all, { lowers: 'pledged' }),
  preserved: rule('财产保全', 'Preserved by a court', all, { raises: 'preserved' }),
  preservationReleased: rule('保全解除', 'Preservation released', all, { lowers: 'preserved' }),
  suspended: rule('程序中止', 'Proceedings suspended', applied, { raises: 'suspended' }),
  resumed: rule('程序恢复', 'Proceedings resumed', applied, { lowers: 'suspended' }),
  licenceAgreed: rule('签订许可合同', 'Licence agreed', all, { needs: ['ref', 'exclusivity'] }),
  licenceRecorded: rule('许可合同备案', 'Licence recorded', all, { needs: ['ref'] }),
  licenceEnded: rule('许可终止', 'Licence ended', all, { needs: ['ref'] }),
  openLicencePublished: rule('开放许可公告', 'Open licence published', patents, {
    from: ['granted'],
    raises: 'openLicensed',
  }),
  openLicencePerformed: rule('开放许可开始实施', 'Open licence performed', patents, {
    takes: ['ref'],
  }),
  openLicenceWithdrawn: rule('开放许可撤回', 'Open licence withdrawn', patents, {
    lowers: 'openLicensed',
  }),
  compulsoryLicensed: rule('强制许可', 'Compulsory licence', patents, {
    raises: 'compulsoryLicensed',
  }),
  secrecyRequested: rule('请求保密审查', 'Examination for secrecy requested', technical, {
    takes: ['ref'],
  }),
  secrecyCleared: rule('保密审查：无须保密', 'Examined for secrecy: none needed', technical, {
    takes: ['ref'],
  }),
  madeAbroad: rule('实质性内容在境外完成', 'Made in substance outside China', technical),
  madeSecret: rule('保密', 'Made secret', patents, { raises: 'secret' }),
  declassified: rule('解密', 'Declassified', patents, { lowers: 'secret' }),
  disputed: rule('权属争议', 'Ownership disputed', all, { raises: 'ownershipDisputed' }),
  disputeSettled: rule('权属争议解决', 'Dispute settled', all, { lowers: 'ownershipDisputed' }),
  ownersChanged: rule('权利人变更', 'Owners changed', all, { needs: ['owners'] }),
  ownerRenamed: rule('权利人名称、地址变更', 'Name or address of the owner changed', all),
  transferred: rule('转让', 'Transferred away', all),
  reductionRecorded: rule('费用减缴备案', 'Reduction of fees recorded', patents),
  reductionEnded: rule('不再符合减缴条件', 'Reduction of fees ended', patents),
  termCompensationRequested: rule('请求期限补偿', 'Compensation of the term requested', [
    'invention',
  ]),
  compensationFeePaid: rule('缴纳期限补偿请求费', 'Fee of the compensation paid', ['invention'], {
    takes: ['fen', 'ref'],
  }),
  termCompensated: rule('期限补偿', 'Term compensated', ['invention'], {
    needs: ['days'],
    raises: 'termCompensated',
  }),
  drugApproved: rule('新药获批上市', 'Drug approved', ['invention']),
  evaluationRequested: rule('请求专利权评价报告', 'Evaluation report requested', [
    'utility_model',
    'design',
  ]),
  evaluationIssued: rule('作出专利权评价报告', 'Evaluation report issued', [
    'utility_model',
    'design',
  ]),
  inventorBonusPaid: rule('发放授权奖金', 'Bonus of the inventors paid', patents),
} as const satisfies Record<string, EventRule>
export type EventKind = keyof typeof eventRules
export const eventKinds = Object.keys(eventRules) as [EventKind, ...EventKind[]]

/** The rule of an event, with everything a rule may say. */
export const ruleOf = (kind: EventKind): EventRule => eventRules[kind]

/** The events that can befall rights of a kind. */
export function eventsOf(kind: RightKind): readonly EventKind[] {
  return eventKinds.filter((each) => ruleOf(each).of.includes(kind))
}
