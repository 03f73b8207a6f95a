// The fold over the acts of a case. Acts that lead back (changed terms, another counterparty, a
// finding) take what they undo out of the state; nothing is ever erased from the record.
import type { Day } from '@yizhuan/kit'
import { withAct, withoutActs } from '../procedure/acts-state.ts'
import type { Act } from '../procedure/entry.ts'
import { type CaseStatus, opening, type Recorded, recorded, traceOf } from '../procedure/state.ts'
import type { ActData, ActType } from './acts.ts'
import { accountsAfter, noAccounts } from './correction/accounts.ts'
import { offerActs } from './pricing/listing.ts'
import { amendmentSaid, outcomeSaid } from './registration/taken-back.ts'
import { type CaseState, latestNotice, openObjection, type PlanState } from './state.ts'
import type { Change } from './step.ts'
import { steps } from './steps.ts'
import { settled } from './taking.ts'

/** The state after one more act. */
export function evolve(state: CaseState | undefined, act: Act): CaseState {
  return changed(state ? { ...state } : begun(act), act)
}

/** The state after all acts of a record: each changes the one state, so that none is copied. */
export function fold(acts: readonly Act[]): CaseState | undefined {
  const [first] = acts
  if (!first) return undefined
  let state = begun(first)
  for (const act of acts) state = changed(state, act)
  return state
}

const begun = (act: Act): CaseState => ({
  ...opening<ActData<'caseOpened'>>(act),
  acts: {},
  talks: [],
  notices: [],
  universityReviews: [],
  objections: [],
  tips: 0,
  receipts: [],
  writtenOff: [],
  costs: [],
  distributions: [],
})

/** Changes a state that nobody else has. What it lists is never changed in place. */
function changed(state: CaseState, act: Act): CaseState {
  const before = state.accounts ?? noAccounts
  const accounts = accountsAfter(before, act)
  const [change, trace] = [changeOf(state, act), traceOf(state, act)]
  put(state, change)
  put(state, trace)
  if (accounts !== noAccounts) put(state, { accounts })
  return state
}

/** Puts a change into a state, field by field: a record is long, and what is not made need not be cleared away. */
function put(state: CaseState, change: Change): void {
  const draft = state as unknown as Record<string, unknown>
  for (const field of Object.keys(change)) {
    const value = change[field as keyof Change]
    if (value === undefined) delete draft[field]
    else draft[field] = value
  }
}

function as<T extends ActType>(act: Act, _type: T): Recorded<ActData<T>> {
  return recorded(act)
}

function changeOf(state: CaseState, act: Act): Change {
  return (
    step(state, act) ??
    preparation(state, act) ??
    publicity(state, act) ??
    contractChange(state, act) ??
    moneyChange(state, act) ??
    ending(state, act)
  )
}

/** A step is remembered; it may take others back, lead on, and change what it is about. */
function step(state: CaseState, act: Act): Change | undefined {
  const rule = Object.hasOwn(steps, act.type) ? steps[act.type] : undefined
  if (!rule) return undefined
  const acts = withAct(state.acts, act, rule.takesBack?.(act.data, state))
  const status = rule.leads?.(act.data, { ...state, acts })
  return { acts, ...(status !== undefined && { status }), ...rule.changes?.(act.data, state, act) }
}

/** What a new start of stage 2 or a change of terms takes back: review and decision come anew. */
const backToReview = { review: undefined, decision: undefined } as const

function preparation(state: CaseState, act: Act): Change | undefined {
  switch (act.type) {
    case 'caseOpened':
      return {}
    case 'disclosed':
      return { disclosure: as(act, 'disclosed'), questions: undefined }
    case 'disclosureReturned':
      return { questions: as(act, 'disclosureReturned') }
    case 'titleRegistered':
      return { title: as(act, 'titleRegistered'), titleOpen: undefined }
    case 'titleLeftOpen':
      return { titleOpen: as(act, 'titleLeftOpen'), title: undefined }
    case 'screened':
      return screenedAnew(state, as(act, 'screened'))
    case 'specialApprovalRecorded':
      return { specialApproval: as(act, 'specialApprovalRecorded') }
    case 'negotiationStarted':
      return {
        ...backToReview,
        ...withoutOffer(state),
        negotiation: as(act, 'negotiationStarted'),
        talks: [],
        // What was shown was of other talks; it is shown anew.
        notices: [],
        proposal: undefined,
        terms: undefined,
      }
    case 'negotiationLogged':
      return { talks: [...state.talks, as(act, 'negotiationLogged')] }
    case 'proposed':
      return {
        ...backToReview,
        proposal: as(act, 'proposed'),
        terms: as(act, 'proposed').data.terms,
      }
    case 'reviewed':
      return { review: as(act, 'reviewed') }
    default:
      return undefined
  }
}

/** Other terms are offered anew. */
function withoutOffer({ acts }: CaseState): Change {
  return { acts: withoutActs(acts, offerActs) }
}

/** A special approval given for less than what the new screening found no longer covers it. */
function screenedAnew(state: CaseState, screening: Recorded<ActData<'screened'>>): Change {
  const flags = ['stateSecret', 'nationalSecurity', 'keyTechnology'] as const
  const isWider = flags.some(
    (flag) => screening.data[flag] !== 'no' && (state.screening?.data[flag] ?? 'no') === 'no',
  )
  return isWider ? { screening, specialApproval: undefined } : { screening }
}

function publicity(state: CaseState, act: Act): Change | undefined {
  const notice = latestNotice(state)
  switch (act.type) {
    case 'noticePublished':
      return { notices: [...state.notices, { ...as(act, 'noticePublished'), terms: state.terms }] }
    case 'objectionFiled':
    case 'abnormalityFound':
      return suspended(state, act)
    case 'tipReceived':
      return { tips: state.tips + 1 }
    case 'objectionFound':
      return answered(state, as(act, 'objectionFound'))
    case 'noticeCertified':
      return notice
        ? { notices: [...state.notices.slice(0, -1), { ...notice, ...certified(act) }] }
        : {}
    default:
      return undefined
  }
}

const certified = (act: Act): { lastShownOn: Day; certifiedOn: Day } => ({
  lastShownOn: act.data['lastShownOn'] as Day,
  certifiedOn: act.on,
})

function suspended(state: CaseState, act: Act): Change {
  const isObjection = act.type === 'objectionFiled'
  const objection = {
    seq: act.seq,
    on: act.on,
    kind: isObjection ? ('objection' as const) : ('abnormality' as const),
    against: state.signing ? ('change' as const) : ('deal' as const),
    text: String(act.data['text']),
    ...(isObjection && { filed: as(act, 'objectionFiled').data }),
  }
  return { status: 'suspended', objections: [...state.objections, objection] }
}

/** Each objection is answered for itself, the earliest first; the last answer lifts the suspension. */
function answered(state: CaseState, finding: Recorded<ActData<'objectionFound'>>): Change {
  const first = openObjection(state)
  const objections = state.objections.map((one) => (one === first ? { ...one, finding } : one))
  const waits = objections.some((one) => one.finding === undefined)
  const { outcome } = finding.data
  const goesOn: CaseStatus = state.termination ? 'terminated' : waits ? 'suspended' : 'open'
  const status = outcome === 'stop' ? 'rejected' : goesOn
  if (first?.against === 'change') return { status, objections, changeNotice: undefined }
  return outcome === 'amend'
    ? { status, objections, ...backToReview, ...withoutOffer(state) }
    : { status, objections, decision: undefined }
}

/** A change does not change the contract: an amendment does. */
function beforeChange({ contractTerms, terms }: CaseState): Change {
  return { contractTerms: contractTerms ?? terms }
}

function contractChange(state: CaseState, act: Act): Change | undefined {
  switch (act.type) {
    case 'termsChanged': {
      const change = as(act, 'termsChanged')
      const { terms } = change.data
      return state.signing
        ? { change, terms, changeNotice: undefined, ...beforeChange(state) }
        : { ...backToReview, ...withoutOffer(state), terms }
    }
    case 'decided':
      return as(act, 'decided').data.result === 'rejected'
        ? { decision: as(act, 'decided'), status: 'rejected' }
        : { decision: as(act, 'decided') }
    case 'signed':
      return { signing: as(act, 'signed') }
    case 'contractRegistered':
      return outcomeSaid(state, act)
    case 'registrationReported':
      return { registrationReportedOn: act.on }
    case 'registrationAmended':
      return amendmentSaid(state, act)
    case 'universityReviewed':
      return {
        universityReviews: [...state.universityReviews, as(act, 'universityReviewed')],
      }
    case 'reported':
      return { report: as(act, 'reported') }
    case 'reportReturned':
      return { reportReturned: as(act, 'reportReturned') }
    case 'reportSupplemented':
      return { reportSupplement: as(act, 'reportSupplemented') }
    case 'changeNoticePublished':
      return { changeNotice: as(act, 'changeNoticePublished') }
    case 'changeNoticeCertified':
      return state.changeNotice
        ? { changeNotice: { ...state.changeNotice, ...certified(act) } }
        : {}
    default:
      return undefined
  }
}

function moneyChange(state: CaseState, act: Act): Change | undefined {
  const { plan } = state
  switch (act.type) {
    case 'receiptRecorded':
      return { receipts: [...state.receipts, as(act, 'receiptRecorded')] }
    case 'receivableWrittenOff':
      return {
        writtenOff: [...state.writtenOff, as(act, 'receivableWrittenOff')],
        acts: withoutActs(state.acts, ['writeOffProposed']),
      }
    case 'costRecorded':
      return { costs: [...state.costs, as(act, 'costRecorded')] }
    case 'planDrafted':
      // A plan drafted anew keeps the objections to the old one: they are still to be answered.
      return {
        plan: { ...as(act, 'planDrafted'), agreed: [], objections: plan?.objections ?? [] },
      }
    case 'paid':
      return plan ? settle(state, plan, as(act, 'paid')) : {}
    default:
      return plan === undefined ? undefined : planChange(state, plan, act)
  }
}

function planChange(state: CaseState, plan: PlanState, act: Act): Change | undefined {
  switch (act.type) {
    case 'planAgreed':
      return { plan: { ...plan, agreed: [...plan.agreed, agreementOf(state, plan, act)] } }
    case 'planNoticePublished': {
      const { lastShownOn: _shown, certifiedOn: _on, ...afresh } = plan
      return { plan: { ...afresh, notice: as(act, 'planNoticePublished') } }
    }
    case 'planNoticeCertified':
      return { plan: { ...plan, ...certified(act) } }
    case 'planObjected':
      return { plan: { ...plan, objections: [...plan.objections, { seq: act.seq, on: act.on }] } }
    case 'planObjectionFound': {
      const finding = as(act, 'planObjectionFound')
      const first = plan.objections.find((one) => one.finding === undefined)
      const objections = plan.objections.map((one) => (one === first ? { ...one, finding } : one))
      return { plan: { ...plan, objections } }
    }
    default:
      return undefined
  }
}

/** Who has an account signs by it; for anybody else the paper they signed is attached. */
function agreementOf(state: CaseState, plan: PlanState, act: Act) {
  const { member } = as(act, 'planAgreed').data
  const known = [...plan.data.lines, ...state.opened.data.team]
  const person = known.find(
    ({ name, person: id, signsOnPaper }) => name === member && id !== undefined && !signsOnPaper,
  )?.person
  const isProven = person === undefined ? act.files.length > 0 : person === act.by.person
  return { member, on: act.on, isProven }
}

/** A payout takes what its plan takes of receipts and costs, once and for all, and leaves no plan behind. */
function settle(state: CaseState, plan: PlanState, payment: Recorded<ActData<'paid'>>): Change {
  return {
    distributions: [...state.distributions, { plan, payment }],
    ...settled(state, plan, state.distributions.length, payment.data.orderedAt),
    plan: undefined,
  }
}

function ending(state: CaseState, act: Act): Change {
  switch (act.type) {
    case 'closed':
      return { status: 'closed' }
    case 'reopened':
      return { status: state.termination ? 'terminated' : 'open' }
    case 'withdrawn':
      return { status: 'withdrawn' }
    case 'terminated':
      return { status: 'terminated', termination: as(act, 'terminated') }
    default:
      return {}
  }
}
