// The state of a transfer case: a fold over its acts. Nothing here decides; it only remembers.
//
// open       work goes on
// suspended  a valid objection or an abnormality waits for its finding; nothing moves meanwhile
// rejected   the leadership or a finding stopped the deal
// withdrawn, terminated, closed   ended; only a closed case may be reopened
import type { Day } from '@yizhuan/kit'
import type { Role } from './act-rules.ts'
import type { ActData, ActType } from './acts.ts'

/** What the fold reads of an entry. */
export interface Act {
  readonly seq: number
  readonly type: ActType
  readonly on: Day
  readonly by: { readonly person: string; readonly name: string; readonly role: Role }
  readonly data: Readonly<Record<string, unknown>>
}

export type Terms = ActData<'proposed'>['terms']

/** A recorded act's data with its day, place in the record and author. */
export interface Recorded<Data> {
  readonly seq: number
  readonly on: Day
  readonly by: Act['by']
  readonly data: Data
}

/** A notice of the deal and the terms it showed. */
export interface NoticeState extends Recorded<ActData<'noticePublished'>> {
  readonly terms: Terms | undefined
  readonly lastShownOn?: Day
}

/** A valid objection or abnormality and what was found. */
export interface ObjectionState {
  readonly seq: number
  readonly on: Day
  readonly kind: 'objection' | 'abnormality'
  readonly text: string
  readonly finding?: Recorded<ActData<'objectionFound'>>
}

/** The plan of the current distribution. */
export interface PlanState extends Recorded<ActData<'planDrafted'>> {
  readonly agreed: readonly string[]
  readonly notice?: Recorded<ActData<'planNoticePublished'>>
  readonly lastShownOn?: Day
  readonly objectionOpen: boolean
  readonly mustAmend: boolean
}

export interface Receipt extends Recorded<ActData<'receiptRecorded'>> {
  readonly distribution?: number
}
export interface Cost extends Recorded<ActData<'costRecorded'>> {
  readonly distribution?: number
}

/** A distribution that was paid out. */
export interface Distribution {
  readonly plan: PlanState
  readonly payment: Recorded<ActData<'paid'>>
}

export type CaseStatus = 'open' | 'suspended' | 'rejected' | 'withdrawn' | 'terminated' | 'closed'

export interface CaseState {
  readonly status: CaseStatus
  readonly seq: number
  readonly opened: Recorded<ActData<'caseOpened'>>
  readonly disclosure?: Recorded<ActData<'disclosed'>>
  readonly questions?: string
  readonly title?: Recorded<ActData<'titleRegistered'>>
  readonly titleOpen?: Recorded<ActData<'titleLeftOpen'>>
  readonly screening?: Recorded<ActData<'screened'>>
  readonly specialApproval?: Recorded<ActData<'specialApprovalRecorded'>>
  readonly negotiation?: Recorded<ActData<'negotiationStarted'>>
  readonly talks: number
  readonly proposal?: Recorded<ActData<'proposed'>>
  readonly terms?: Terms
  readonly review?: Recorded<ActData<'reviewed'>>
  readonly notices: readonly NoticeState[]
  readonly objections: readonly ObjectionState[]
  readonly tips: number
  readonly decision?: Recorded<ActData<'decided'>>
  readonly signing?: Recorded<ActData<'signed'>>
  readonly registration?: Recorded<ActData<'contractRegistered'>>
  readonly registrationReportedOn?: Day
  readonly universityReviewedOn?: Day
  readonly report?: Recorded<ActData<'reported'>>
  readonly receipts: readonly Receipt[]
  readonly costs: readonly Cost[]
  readonly plan?: PlanState
  readonly distributions: readonly Distribution[]
  /** A change of terms after signing, and the notice that answers it. */
  readonly change?: Recorded<ActData<'termsChanged'>>
  readonly changeNotice?: Recorded<ActData<'changeNoticePublished'>> & {
    readonly lastShownOn?: Day
  }
}

/** The notice that counts: the latest. */
export function latestNotice(state: CaseState): NoticeState | undefined {
  return state.notices.at(-1)
}

/** The objection that counts: the latest. */
export function latestObjection(state: CaseState): ObjectionState | undefined {
  return state.objections.at(-1)
}

/** The earliest objection that waits for its finding. */
export function openObjection(state: CaseState): ObjectionState | undefined {
  return state.objections.find(({ finding }) => finding === undefined)
}

/** The place in the record of the latest finding; 0 while there is none. */
export function lastFindingSeq(state: CaseState): number {
  return Math.max(0, ...state.objections.map(({ finding }) => finding?.seq ?? 0))
}

/** Whether the latest notice still stands: its terms are the current ones and no finding came after it. */
export function noticeStands(state: CaseState): boolean {
  const notice = latestNotice(state)
  return (
    notice !== undefined &&
    lastFindingSeq(state) < notice.seq &&
    sameTerms(notice.terms, state.terms)
  )
}

/** Whether two sets of terms are the same in every published field. */
export function sameTerms(a: Terms | undefined, b: Terms | undefined): boolean {
  if (!a || !b) return a === b
  const fields = ['mode', 'counterparty', 'price', 'payment', 'distributionRule'] as const
  return fields.every((field) => a[field] === b[field])
}

/** Receipts that no distribution has taken yet. */
export function pendingReceipts(state: CaseState): readonly Receipt[] {
  return state.receipts.filter(({ distribution }) => distribution === undefined)
}

/** The record so far, folded; undefined before the first act. */
export function replay(acts: readonly Act[]): CaseState | undefined {
  return acts.reduce<CaseState | undefined>((state, act) => evolve(state, act), undefined)
}

/** The state after one more act. */
export function evolve(state: CaseState | undefined, act: Act): CaseState {
  if (state === undefined) {
    return {
      status: 'open',
      seq: act.seq,
      opened: as(act, 'caseOpened'),
      talks: 0,
      notices: [],
      objections: [],
      tips: 0,
      receipts: [],
      costs: [],
      distributions: [],
    }
  }
  return { ...state, ...changeOf(state, act), seq: act.seq }
}

function as<T extends ActType>(act: Act, _type: T): Recorded<ActData<T>> {
  return { seq: act.seq, on: act.on, by: act.by, data: act.data as unknown as ActData<T> }
}

/** Changes before signing lead back to the review and a new notice; none of this is erased from the record. */
function reset(state: CaseState, ...fields: (keyof CaseState)[]): CaseState {
  return Object.fromEntries(
    Object.entries(state).filter(([key]) => !fields.includes(key as keyof CaseState)),
  ) as unknown as CaseState
}

function changeOf(state: CaseState, act: Act): Partial<CaseState> {
  switch (act.type) {
    case 'caseOpened':
      return {}
    case 'disclosed':
      return { disclosure: as(act, 'disclosed') }
    case 'disclosureReturned':
      return { questions: as(act, 'disclosureReturned').data.questions }
    case 'titleRegistered':
      return { title: as(act, 'titleRegistered') }
    case 'titleLeftOpen':
      return { titleOpen: as(act, 'titleLeftOpen') }
    case 'screened':
      return { screening: as(act, 'screened') }
    case 'specialApprovalRecorded':
      return { specialApproval: as(act, 'specialApprovalRecorded') }
    case 'negotiationStarted':
      return { negotiation: as(act, 'negotiationStarted') }
    case 'negotiationLogged':
      return { talks: state.talks + 1 }
    case 'proposed':
      return { proposal: as(act, 'proposed'), terms: as(act, 'proposed').data.terms }
    case 'reviewed':
      return { review: as(act, 'reviewed') }
    default:
      return (
        publicChange(state, act) ??
        contractChange(state, act) ??
        moneyChange(state, act) ??
        endingChange(act)
      )
  }
}

function publicChange(state: CaseState, act: Act): Partial<CaseState> | undefined {
  const notice = latestNotice(state)
  switch (act.type) {
    case 'noticePublished':
      return { notices: [...state.notices, { ...as(act, 'noticePublished'), terms: state.terms }] }
    case 'objectionFiled':
    case 'abnormalityFound': {
      const kind = act.type === 'objectionFiled' ? 'objection' : 'abnormality'
      const text = String(act.data['text'])
      return {
        status: 'suspended',
        objections: [...state.objections, { seq: act.seq, on: act.on, kind, text }],
      }
    }
    case 'tipReceived':
      return { tips: state.tips + 1 }
    case 'objectionFound': {
      // Each objection is answered for itself, the earliest first; the last answer lifts the suspension.
      const finding = as(act, 'objectionFound')
      const answered = openObjection(state)
      const objections = state.objections.map((one) =>
        one === answered ? { ...one, finding } : one,
      )
      const waits = objections.some((one) => one.finding === undefined)
      const status = finding.data.outcome === 'stop' ? 'rejected' : waits ? 'suspended' : 'open'
      const back = { ...state, objections, status } as CaseState
      return finding.data.outcome === 'amend'
        ? replaced(reset(back, 'review', 'decision'))
        : replaced(reset(back, 'decision'))
    }
    case 'noticeCertified': {
      if (!notice) return {}
      const lastShownOn = as(act, 'noticeCertified').data.lastShownOn as Day
      return { notices: [...state.notices.slice(0, -1), { ...notice, lastShownOn }] }
    }
    default:
      return undefined
  }
}

/** The fields of a reset state, with the removed ones set to undefined so that a spread removes them. */
function replaced(state: CaseState): Partial<CaseState> {
  return { review: undefined, decision: undefined, ...state } as unknown as Partial<CaseState>
}

function contractChange(state: CaseState, act: Act): Partial<CaseState> | undefined {
  switch (act.type) {
    case 'termsChanged': {
      const change = as(act, 'termsChanged')
      if (state.signing)
        return {
          change,
          terms: change.data.terms,
          changeNotice: undefined,
        } as unknown as Partial<CaseState>
      return replaced(reset({ ...state, terms: change.data.terms }, 'review', 'decision'))
    }
    case 'decided': {
      const decision = as(act, 'decided')
      return {
        decision,
        ...(decision.data.result === 'rejected' ? { status: 'rejected' as const } : {}),
      }
    }
    case 'signed':
      return { signing: as(act, 'signed') }
    case 'contractRegistered':
      return { registration: as(act, 'contractRegistered') }
    case 'registrationReported':
      return { registrationReportedOn: act.on }
    case 'universityReviewed':
      return { universityReviewedOn: act.on }
    case 'reported':
      return { report: as(act, 'reported') }
    case 'changeNoticePublished':
      return { changeNotice: as(act, 'changeNoticePublished') }
    case 'changeNoticeCertified':
      return state.changeNotice
        ? { changeNotice: { ...state.changeNotice, lastShownOn: act.data['lastShownOn'] as Day } }
        : {}
    default:
      return undefined
  }
}

function moneyChange(state: CaseState, act: Act): Partial<CaseState> | undefined {
  const { plan } = state
  switch (act.type) {
    case 'receiptRecorded':
      return { receipts: [...state.receipts, as(act, 'receiptRecorded')] }
    case 'costRecorded':
      return { costs: [...state.costs, as(act, 'costRecorded')] }
    case 'planDrafted':
      return {
        plan: { ...as(act, 'planDrafted'), agreed: [], objectionOpen: false, mustAmend: false },
      }
    case 'planAgreed':
      return plan
        ? { plan: { ...plan, agreed: [...plan.agreed, as(act, 'planAgreed').data.member] } }
        : {}
    case 'planNoticePublished':
      return plan ? { plan: { ...plan, notice: as(act, 'planNoticePublished') } } : {}
    case 'planNoticeCertified':
      return plan ? { plan: { ...plan, lastShownOn: act.data['lastShownOn'] as Day } } : {}
    case 'planObjected':
      return plan ? { plan: { ...plan, objectionOpen: true } } : {}
    case 'planObjectionFound': {
      const mustAmend = as(act, 'planObjectionFound').data.outcome === 'amend'
      return plan ? { plan: { ...plan, objectionOpen: false, mustAmend } } : {}
    }
    case 'paid':
      return plan ? settle(state, plan, as(act, 'paid')) : {}
    default:
      return undefined
  }
}

/** A payout takes every pending receipt and cost, once and for all, and leaves no plan behind. */
function settle(
  state: CaseState,
  plan: PlanState,
  payment: Recorded<ActData<'paid'>>,
): Partial<CaseState> {
  const distribution = state.distributions.length
  const taken = <Line extends Receipt | Cost>(line: Line): Line =>
    line.distribution === undefined ? { ...line, distribution } : line
  return {
    distributions: [...state.distributions, { plan, payment }],
    receipts: state.receipts.map(taken),
    costs: state.costs.map(taken),
    plan: undefined,
  } as unknown as Partial<CaseState>
}

function endingChange(act: Act): Partial<CaseState> {
  switch (act.type) {
    case 'closed':
      return { status: 'closed' }
    case 'reopened':
      return { status: 'open' }
    case 'withdrawn':
      return { status: 'withdrawn' }
    case 'terminated':
      return { status: 'terminated' }
    default:
      return {}
  }
}
