// What the record of a transfer case says to an act: bookkeeping, without a view on the law.
import { lacks, type Rule } from '../procedure/order.ts'
import type { ActType } from './acts.ts'
import { othersUnsettled } from './co-owners/co-owner-steps.ts'
import { companyUnsettled } from './company-part/company-part.ts'
import { recoveryOpen } from './correction/correction.ts'
import { returnOpen } from './correction/returns.ts'
import { planUndecided } from './decision/plan-decision.ts'
import { isAmended } from './modes/assignment.ts'
import { inEffect, isAlone, isUnderway } from './modes/mode.ts'
import { dealOf, isOpenToBids } from './pricing/deal.ts'
import {
  type CaseState,
  isUntouched,
  latestNotice,
  noticeStands,
  objectionsTo,
  openObjection,
  pendingReceipts,
} from './state.ts'
import { isSigned, toRedo, uncertified, when } from './step.ts'

type Rules = Readonly<Partial<Record<ActType, readonly Rule<CaseState>[]>>>

const negotiated = when(
  (s) => s.negotiation !== undefined,
  'already-negotiating',
  '已进入谈判，请另行登记变化。',
  'Negotiation has begun.',
)
const noNoticeOpen = when(
  (s) => s.signing !== undefined && s.changeNotice === undefined,
  'already-signed',
  '合同已签署，没有正在公示的事项。',
  'The contract is signed and no notice runs.',
)
const isCertified = (
  of: (state: CaseState) => { lastShownOn?: unknown } | undefined,
): Rule<CaseState> =>
  when(
    (s) => of(s)?.lastShownOn !== undefined,
    'already-certified',
    '公示期满证明已出具。',
    'The notice is certified already.',
  )

const isObjectedTo = (state: CaseState) => openObjection(state)?.against === 'deal'
const objectionOpen = when(
  isObjectedTo,
  'objection-open',
  '有异议或异常尚未核实，请先作出核实结论。',
  'An objection or an abnormality waits for its finding.',
)

/** A takeover on which nothing rests yet may be given up: the contract goes on in its register. */
const isSignedHere = when(
  (s) => s.signing !== undefined && (s.takenOver === undefined || !isUntouched(s)),
  isSigned.code,
  isSigned.detail.zh,
  isSigned.detail.en,
)

/** Done already: doing it again would say nothing, or something else than it seems. */
export const done: Rules = {
  disclosed: [negotiated],
  disclosureReturned: [negotiated],
  titleRegistered: [isSigned],
  titleLeftOpen: [isSigned],
  negotiationStarted: [isSigned, inEffect],
  negotiationLogged: [isSigned],
  proposed: [
    isSigned,
    when(
      (s) => s.review?.data.outcome === 'passed' && s.decision?.data.result !== 'altered',
      'already-reviewed',
      '方案已审核通过，变化请用“登记条款变化”。',
      'The proposal has passed; record changed terms instead.',
    ),
  ],
  reviewed: [
    isSigned,
    when(
      // A proposal submitted again takes its former review with it.
      (s) => s.review !== undefined,
      'already-reviewed',
      '方案已审核，退回后须重新提交。',
      'It is reviewed already; a returned proposal is submitted again first.',
    ),
  ],
  noticePublished: [
    isSigned,
    when(
      // What is objected to does not stand: the objection is what stops another notice.
      (s) => noticeStands(s) && !isObjectedTo(s),
      'notice-running',
      '已有有效公示。',
      'A notice stands already.',
    ),
  ],
  objectionFiled: [noNoticeOpen],
  abnormalityFound: [noNoticeOpen],
  noticeCertified: [isSigned, isCertified(latestNotice)],
  decided: [
    isSigned,
    when(
      (s) => s.decision?.data.result === 'passed',
      'already-decided',
      '该事项已经集体决策。',
      'The matter has been decided.',
    ),
  ],
  signed: [
    isSigned,
    when(
      isAlone,
      'own-implementation',
      '自行实施不签转化合同，请登记投产。',
      'Own implementation has no contract; record the start of production.',
    ),
  ],
  contractRegistered: [
    when(
      // What was refused, or found to be no technology contract, may be asked for again.
      (s) => s.registration?.data.outcome === 'registered',
      'already-registered',
      '合同已认定登记。',
      'The contract is registered already.',
    ),
  ],
  registrationReported: [
    when(
      (s) => s.registrationReportedOn !== undefined,
      'already-told',
      '登记结果已报送。',
      'The result was passed on already.',
    ),
  ],
  reported: [
    when(
      (s) => s.report !== undefined,
      'already-reported',
      '已报告，补正请用“补充报告”。',
      'It is reported already; supplement the report instead.',
    ),
  ],
  planNoticeCertified: [isCertified((s) => s.plan)],
  changeNoticeCertified: [isCertified((s) => s.changeNotice)],
  withdrawn: [isSignedHere, inEffect],
  reopened: [
    when(
      (s) => s.status !== 'closed',
      'case-not-closed',
      '项目尚未结案。',
      'The case is not closed.',
    ),
  ],
}

const undisclosed = lacks<CaseState>(
  (s) => s.disclosure,
  'not-disclosed',
  '请先办理成果报备。',
  'Disclose the achievement first.',
)
const asked = when(
  (s) => s.questions !== undefined,
  'questions-open',
  '报备已退回补充，请先重新报备。',
  'The disclosure was returned with questions; disclose again first.',
)
const unscreened = lacks<CaseState>(
  (s) => s.screening,
  'not-screened',
  '请先完成处置筛查。',
  'Screen the case first.',
)
const unnegotiated = lacks<CaseState>(
  (s) => s.negotiation ?? s.takenOver,
  'not-negotiating',
  '请先启动谈判。',
  'Start the negotiation first.',
)
const unnoticed = lacks<CaseState>(
  latestNotice,
  'no-notice',
  '请先发布公示。',
  'Publish the notice first.',
)
const unsigned = lacks<CaseState>(
  (s) => s.signing,
  'not-signed',
  '请先签署合同。',
  'Sign the contract first.',
)
export const notUnderway = when(
  (s) => !isUnderway(s),
  'not-signed',
  '请先签署合同；自行实施的请先登记投产。',
  'Sign the contract first; of own implementation record the production.',
)
const unreported = lacks<CaseState>(
  (s) => s.report,
  'not-reported',
  '尚未报告。',
  'Nothing was reported yet.',
)
const unplanned = lacks<CaseState>(
  (s) => s.plan,
  'no-plan',
  '请先提交分配方案。',
  'Draft the distribution plan first.',
)
const planUnpublished = lacks<CaseState>(
  (s) => s.plan?.notice,
  'plan-not-published',
  '请先公示分配方案。',
  'Publish the plan first.',
)
const nobodyObjects = (open: (state: CaseState) => unknown): Rule =>
  lacks<CaseState>(
    open,
    'no-open-objection',
    '没有待核实的异议。',
    'No objection waits for a finding.',
  )

const objectionWaits = when(
  (s) => openObjection(s) !== undefined,
  'objection-waits',
  '尚有异议或异常待核实，核实后方可结案。',
  'An objection or abnormality waits for its finding; close after it.',
)

/** What earns without a contract rests on the decision alone. */
const changedUndecided = when(
  (s) => s.signing === undefined && s.decision?.data.result !== 'passed',
  'not-decided',
  '变化后的方案尚未重新集体决策。',
  'What was changed is not decided anew yet.',
)

/** Who reads a change may object to it until its notice is over. */
const changeRunning = when(
  (s) =>
    s.changeNotice
      ? s.changeNotice.lastShownOn === undefined
      : objectionsTo(s, 'change').some(({ finding }) => finding?.data.outcome === 'amend'),
  'change-notice-open',
  '变化后的公示尚未期满，或者异议成立后尚未重新公示；办完再结案。',
  'The notice of the change runs, or is to be given afresh after an upheld objection; close after it.',
)

const changeInDispute = when(
  (s) => openObjection(s)?.against === 'change',
  'change-in-dispute',
  '对合同变化的异议尚待核实，核实后再提交或公示分配方案。',
  'An objection to the change waits for its finding; plan the distribution after it.',
)

/** Still to come: what the act would rest on is not in the record yet. */
export const ahead: Rules = {
  disclosureReturned: [undisclosed],
  titleRegistered: [undisclosed, asked],
  titleLeftOpen: [undisclosed],
  screened: [undisclosed, asked],
  specialApprovalRecorded: [unscreened],
  negotiationStarted: [unscreened, asked],
  negotiationLogged: [unnegotiated],
  proposed: [unnegotiated],
  reviewed: [
    lacks((s) => s.proposal, 'no-proposal', '请先提交方案建议。', 'Submit the proposal first.'),
  ],
  noticePublished: [
    lacks((s) => s.review, 'not-reviewed', '请先审核方案。', 'Review the proposal first.'),
    objectionOpen,
    toRedo,
  ],
  objectionFiled: [unnoticed],
  abnormalityFound: [unnoticed],
  objectionFound: [nobodyObjects(openObjection)],
  noticeCertified: [unnoticed],
  termsChanged: [
    lacks((s) => s.terms, 'no-proposal', '请先提交方案建议。', 'Submit the proposal first.'),
  ],
  decided: [
    uncertified,
    unnegotiated,
    toRedo,
    when(
      (s) => (isOpenToBids(s) || isAlone(s)) && s.review?.data.outcome !== 'passed',
      'not-reviewed',
      '请先审核方案。',
      'Review the proposal first.',
    ),
  ],
  signed: [
    when(
      (s) => isOpenToBids(s) && dealOf(s) === undefined,
      'not-concluded',
      '尚未成交。',
      'Nothing was concluded yet.',
    ),
    lacks<CaseState>(
      (s) => s.decision,
      'not-decided',
      '请先集体决策。',
      'Take the collective decision first.',
    ),
    uncertified,
    toRedo,
  ],
  contractRegistered: [unsigned],
  registrationReported: [
    lacks<CaseState>(
      (s) => s.registration,
      'not-registered',
      '请先登记认定结果。',
      'Record the registration first.',
    ),
  ],
  universityReviewed: [unsigned],
  reported: [unsigned],
  reportReturned: [unreported],
  reportSupplemented: [unreported],
  receiptRecorded: [notUnderway],
  receivableWrittenOff: [notUnderway],
  costRecorded: [unnegotiated],
  planDrafted: [
    changeInDispute,
    when(
      (s) => pendingReceipts(s).length === 0,
      'nothing-received',
      '没有待分配的到账。',
      'There is no receipt to distribute.',
    ),
  ],
  planAgreed: [unplanned],
  planNoticePublished: [changeInDispute, unplanned],
  planNoticeCertified: [planUnpublished],
  planObjected: [planUnpublished],
  planObjectionFound: [
    nobodyObjects((s) => s.plan?.objections.find(({ finding }) => finding === undefined)),
  ],
  changeNoticePublished: [
    lacks((s) => s.change, 'nothing-changed', '签约后没有变化。', 'Nothing changed after signing.'),
    when(
      (s) => s.acts['rightChanged'] !== undefined && !isAmended(s),
      'not-amended',
      '权利已变更，价格等变化须先签署补充协议。',
      'The right has changed hands: a change is put into an amendment first.',
    ),
  ],
  changeNoticeCertified: [
    lacks((s) => s.changeNotice, 'no-change-notice', '请先再次公示。', 'Publish the change first.'),
  ],
  paid: [unplanned, changedUndecided, planUndecided],
  closed: [
    recoveryOpen,
    returnOpen,
    othersUnsettled,
    companyUnsettled,
    notUnderway,
    objectionWaits,
    // What began without a contract is still open to it.
    toRedo,
    changedUndecided,
    changeRunning,
  ],
  terminated: [unsigned],
  registrationAmended: [
    when(
      (s) => s.termination === undefined && s.acts['contractAmended'] === undefined,
      'not-terminated',
      '合同既未终止，也没有补充协议。',
      'The contract neither ended nor was amended.',
    ),
  ],
}
