// What the record itself forbids, before any law is asked: acts out of order and acts done twice.
import type { Words } from '@yizhuan/kit'
import type { ActType } from './acts.ts'
import {
  type CaseState,
  latestNotice,
  noticeStands,
  openObjection,
  pendingReceipts,
} from './state.ts'

/** Why an act is not possible in this state: a stable code and what to do. */
export interface OutOfOrder {
  readonly code: string
  readonly detail: Words
}

type Rule = (state: CaseState) => OutOfOrder | undefined

const unless =
  (holds: (state: CaseState) => boolean, code: string, zh: string, en: string): Rule =>
  (state) =>
    holds(state) ? undefined : { code, detail: { zh, en } }

const disclosed = unless(
  (s) => s.disclosure !== undefined,
  'not-disclosed',
  '请先办理成果报备。',
  'Disclose the achievement first.',
)
const screened = unless(
  (s) => s.screening !== undefined,
  'not-screened',
  '请先完成处置筛查。',
  'Screen the case first.',
)
const negotiating = unless(
  (s) => s.negotiation !== undefined,
  'not-negotiating',
  '请先启动谈判。',
  'Start the negotiation first.',
)
const unsigned = unless(
  (s) => s.signing === undefined,
  'already-signed',
  '合同已签署，不能再办理。',
  'The contract is signed already.',
)
const signed = unless(
  (s) => s.signing !== undefined,
  'not-signed',
  '请先签署合同。',
  'Sign the contract first.',
)
const planned = unless(
  (s) => s.plan !== undefined,
  'no-plan',
  '请先提交分配方案。',
  'Draft the distribution plan first.',
)
const noticed = unless(
  (s) => latestNotice(s) !== undefined,
  'no-notice',
  '请先发布公示。',
  'Publish the notice first.',
)
const standing = unless(
  noticeStands,
  'notice-superseded',
  '公示已失效，请重新公示。',
  'The notice no longer stands; publish afresh.',
)

const rules: Readonly<Record<ActType, readonly Rule[]>> = {
  caseOpened: [unless(() => false, 'already-open', '项目已立项。', 'The case is open already.')],
  disclosed: [
    unless(
      (s) => s.negotiation === undefined,
      'already-negotiating',
      '已进入谈判，请另行登记变化。',
      'Negotiation has begun.',
    ),
  ],
  disclosureReturned: [
    disclosed,
    unless(
      (s) => s.negotiation === undefined,
      'already-negotiating',
      '已进入谈判。',
      'Negotiation has begun.',
    ),
  ],
  titleRegistered: [disclosed, unsigned],
  titleLeftOpen: [
    disclosed,
    unsigned,
    unless(
      (s) => s.title === undefined,
      'title-registered',
      '权属已登记。',
      'Title is registered already.',
    ),
  ],
  screened: [disclosed, unsigned],
  specialApprovalRecorded: [screened],
  negotiationStarted: [
    screened,
    unsigned,
    unless(
      (s) => latestNotice(s) === undefined,
      'already-noticed',
      '已公示，条款变化请用“登记条款变化”。',
      'A notice was published; record changed terms instead.',
    ),
  ],
  negotiationLogged: [negotiating, unsigned],
  proposed: [
    negotiating,
    unsigned,
    unless(
      (s) => s.review?.data.outcome !== 'passed',
      'already-reviewed',
      '方案已审核通过，变化请用“登记条款变化”。',
      'The proposal has passed; record changed terms instead.',
    ),
  ],
  reviewed: [
    unless(
      (s) => s.proposal !== undefined,
      'no-proposal',
      '请先提交方案建议。',
      'Submit the proposal first.',
    ),
    unsigned,
    unless(
      (s) =>
        s.review === undefined ||
        (s.review.data.outcome === 'returned' && (s.proposal?.seq ?? 0) > s.review.seq),
      'already-reviewed',
      '方案已审核，退回后须重新提交。',
      'It is reviewed already; a returned proposal is submitted again first.',
    ),
  ],
  noticePublished: [
    unless(
      (s) => s.review !== undefined,
      'not-reviewed',
      '请先审核方案。',
      'Review the proposal first.',
    ),
    unsigned,
    unless((s) => !noticeStands(s), 'notice-running', '已有有效公示。', 'A notice stands already.'),
  ],
  objectionFiled: [noticed, unsigned],
  tipReceived: [],
  abnormalityFound: [noticed, unsigned],
  objectionFound: [
    unless(
      (s) => openObjection(s) !== undefined,
      'no-open-objection',
      '没有待核实的异议。',
      'No objection waits for a finding.',
    ),
  ],
  noticeCertified: [
    noticed,
    standing,
    unless(
      (s) => latestNotice(s)?.lastShownOn === undefined,
      'already-certified',
      '公示期满证明已出具。',
      'The notice is certified already.',
    ),
  ],
  termsChanged: [
    unless(
      (s) => s.proposal !== undefined,
      'no-proposal',
      '请先提交方案建议。',
      'Submit the proposal first.',
    ),
    unless(
      (s) =>
        s.distributions.length === 0 || pendingReceipts(s).length > 0 || s.signing !== undefined,
      'nothing-to-change',
      '没有可变更的条款。',
      'There is nothing to change.',
    ),
  ],
  decided: [
    unless(
      (s) =>
        latestNotice(s)?.lastShownOn !== undefined || s.negotiation?.data.pricing !== 'agreement',
      'not-certified',
      '请先出具公示期满证明。',
      'Certify the end of the notice first.',
    ),
    unless(
      (s) => s.decision === undefined || s.decision.data.result === 'deferred',
      'already-decided',
      '该事项已经集体决策。',
      'The matter has been decided.',
    ),
    unsigned,
  ],
  signed: [
    unless(
      (s) => s.decision !== undefined,
      'not-decided',
      '请先集体决策。',
      'Take the collective decision first.',
    ),
    unsigned,
  ],
  contractRegistered: [
    signed,
    unless(
      (s) => s.registration === undefined || s.registration.data.outcome === 'refused',
      'already-registered',
      '登记结果已记录。',
      'The outcome is recorded already.',
    ),
  ],
  registrationReported: [
    unless(
      (s) => s.registration !== undefined,
      'not-registered',
      '请先登记认定结果。',
      'Record the registration first.',
    ),
  ],
  universityReviewed: [signed],
  reported: [signed],
  receiptRecorded: [signed],
  costRecorded: [negotiating],
  planDrafted: [
    unless(
      (s) => pendingReceipts(s).length > 0,
      'nothing-received',
      '没有待分配的到账。',
      'There is no receipt to distribute.',
    ),
    unless(
      (s) => s.plan?.notice === undefined || s.plan.mustAmend,
      'plan-published',
      '方案已公示，不能直接修改。',
      'The plan is published; it cannot simply be replaced.',
    ),
  ],
  planAgreed: [planned],
  planNoticePublished: [
    planned,
    unless(
      (s) => s.plan?.notice === undefined,
      'plan-published',
      '方案已公示。',
      'The plan is published already.',
    ),
  ],
  planNoticeCertified: [
    unless(
      (s) => s.plan?.lastShownOn === undefined,
      'already-certified',
      '公示期满证明已出具。',
      'The notice is certified already.',
    ),
    unless(
      (s) => s.plan?.notice !== undefined,
      'plan-not-published',
      '请先公示分配方案。',
      'Publish the plan first.',
    ),
  ],
  planObjected: [
    unless(
      (s) => s.plan?.notice !== undefined,
      'plan-not-published',
      '方案尚未公示。',
      'The plan is not published.',
    ),
  ],
  planObjectionFound: [
    unless(
      (s) => s.plan?.objectionOpen === true,
      'no-open-objection',
      '没有待核实的异议。',
      'No objection waits for a finding.',
    ),
  ],
  changeNoticePublished: [
    unless(
      (s) => s.change !== undefined,
      'nothing-changed',
      '签约后没有变化。',
      'Nothing changed after signing.',
    ),
  ],
  changeNoticeCertified: [
    unless(
      (s) => s.changeNotice !== undefined,
      'no-change-notice',
      '请先再次公示。',
      'Publish the change first.',
    ),
  ],
  paid: [planned],
  closed: [signed],
  reopened: [],
  withdrawn: [unsigned],
  terminated: [signed],
}

const whileSuspended: readonly ActType[] = [
  'objectionFiled',
  'abnormalityFound',
  'objectionFound',
  'tipReceived',
  'withdrawn',
]

/** Why the act is not possible now whatever it carries; undefined when it is. */
export function outOfOrder(state: CaseState | undefined, type: ActType): OutOfOrder | undefined {
  if (state === undefined) {
    if (type === 'caseOpened') return undefined
    return { code: 'not-open', detail: { zh: '项目尚未立项。', en: 'The case is not open yet.' } }
  }
  if (state.status === 'suspended' && !whileSuspended.includes(type)) {
    return {
      code: 'suspended',
      detail: {
        zh: '因异议或异常中止，须先作出核实结论。',
        en: 'Suspended: the objection or abnormality needs a finding first.',
      },
    }
  }
  const isOver = !['open', 'suspended'].includes(state.status)
  if (isOver !== (type === 'reopened') || (isOver && state.status !== 'closed')) {
    return {
      code: isOver ? `case-${state.status}` : 'case-not-closed',
      detail: isOver
        ? { zh: '项目已结束，不能再办理。', en: 'The case has ended.' }
        : { zh: '项目尚未结案。', en: 'The case is not closed.' },
    }
  }
  for (const rule of rules[type]) {
    const found = rule(state)
    if (found) return found
  }
  return undefined
}
