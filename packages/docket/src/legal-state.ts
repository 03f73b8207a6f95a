import { type Day, day, type Fen, type Words } from '@yizhuan/kit'
import {
  type EventField,
  type EventKind,
  type LegalState,
  type RightFlag,
  ruleOf,
} from './event-kind.ts'
import type { RightKind } from './kind.ts'

// A right is a record of events. Its state is a fold over them; nobody sets a state.

/** Something that befell a right: when, and where that is known from. Events are only ever added. */
export interface RightEvent {
  readonly id: string
  readonly kind: EventKind
  readonly on: Day
  /** Where it is known from: a notice, the register of the office, a contract. */
  readonly source: string
  /** A reference that pairs events, such as the number of a licence. */
  readonly ref?: string
  /** Another day the event tells: of the earliest priority. */
  readonly day?: Day
  /** How a paper came; by mail it counts as received later. */
  readonly by?: 'electronic' | 'mail'
  /** The last day to answer, where the paper names it. */
  readonly until?: Day
  /** The year of term a fee is for. */
  readonly year?: number
  readonly fen?: Fen
  readonly days?: number
  readonly exclusivity?: 'exclusive' | 'sole' | 'ordinary'
  /** How many own the right from here on. */
  readonly owners?: number
}

/** An event in a place where none of its kind is expected: to be looked into, not hidden. */
export interface Doubt {
  readonly event: string
  readonly words: Words
}

/** A span of days; open at its end while it lasts. */
export interface Span {
  readonly from: Day
  readonly to: Day | null
}

export type Ending = 'unpaid' | 'expired' | 'waived' | 'cancelled' | 'secrecyLost'

/** What a right is, by its events. */
export interface RightState {
  readonly kind: RightKind
  readonly state: LegalState
  readonly since: Day | null
  readonly ending: Ending | null
  /** Whether the institution still owns it. */
  readonly isOurs: boolean
  readonly flags: ReadonlyMap<RightFlag, Day>
  readonly owners: number
  readonly compensationDays: number
  readonly reductions: readonly Span[]
  readonly openLicence: readonly Span[]
  readonly priorityOn: Day | null
  /** The days on which it passed from state to state, the present one last. */
  readonly passed: readonly {
    readonly state: LegalState
    readonly on: Day
    readonly event: string
  }[]
  readonly doubts: readonly Doubt[]
  readonly events: readonly RightEvent[]
}

/** The mutable side of the fold; it never leaves this file. */
interface Folding {
  state: LegalState
  since: Day | null
  before: LegalState
  ending: Ending | null
  isOurs: boolean
  owners: number
  readonly ownersFrom: Day | null
  compensationDays: number
  readonly flags: Map<RightFlag, Day>
  readonly licences: Map<string, 'exclusive' | 'sole' | 'ordinary'>
  readonly reductions: Span[]
  readonly openLicence: Span[]
  priorityOn: Day | null
  readonly passed: { state: LegalState; on: Day; event: string }[]
  readonly doubts: Doubt[]
}

const endings: Partial<Record<EventKind, Ending>> = {
  terminatedUnpaid: 'unpaid',
  expired: 'expired',
  waived: 'waived',
  cancelled: 'cancelled',
  secrecyLost: 'secrecyLost',
}

/**
 * Folds the events of a right in the order of their days; those of one day as they were recorded.
 *
 * @param ownersFrom  since when it is known by other means how many own it: what a change before said holds no more.
 */
export function foldRight(
  kind: RightKind,
  recorded: readonly RightEvent[],
  owners = 1,
  ownersFrom: Day | null = null,
): RightState {
  const events = inOrder(recorded)
  const folding: Folding = {
    state: 'drafting',
    since: null,
    before: 'granted',
    ending: null,
    isOurs: true,
    owners,
    ownersFrom,
    compensationDays: 0,
    flags: new Map(),
    licences: new Map(),
    reductions: [],
    openLicence: [],
    priorityOn: null,
    passed: [],
    doubts: [],
  }
  for (const event of events) {
    const words = objectionTo(kind, folding.state, event)
    if (words) folding.doubts.push({ event: event.id, words })
    move(folding, event)
    mark(folding, event)
  }
  if (folding.owners > 1) folding.flags.set('coOwned', ownedTogetherSince(events))
  const { before: _before, licences: _licences, ownersFrom: _from, ...state } = folding
  return { kind, ...state, events }
}

const inOrder = (events: readonly RightEvent[]) =>
  events.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))

/** Why an event is not expected here: of another kind of right, from another state, or incomplete. */
export function objectionTo(
  kind: RightKind,
  state: LegalState,
  event: Omit<RightEvent, 'id' | 'source'>,
): Words | undefined {
  const { words, of, from, needs = [] } = ruleOf(event.kind)
  if (!of.includes(kind)) {
    return {
      zh: `这类权利没有“${words.zh}”这一事项。`,
      en: `No “${words.en}” befalls this kind of right.`,
    }
  }
  const missing = needs.find((field) => event[field] === undefined)
  if (missing) {
    const field = fieldWords[missing]
    return { zh: `“${words.zh}”须填${field.zh}。`, en: `“${words.en}” needs ${field.en}.` }
  }
  if (from && !from.includes(state)) {
    return {
      zh: `当前为“${stateWords[state].zh}”，不应出现“${words.zh}”；请核对日期或补上中间的事项。`,
      en: `The right is “${stateWords[state].en}”; “${words.en}” is not expected. Check the day or add what lies between.`,
    }
  }
  return undefined
}

function move(folding: Folding, event: RightEvent): void {
  const { to } = ruleOf(event.kind)
  if (to === undefined) return
  const isLoss = ['terminated', 'deemedWithdrawn', 'deemedAbandoned'].includes(to)
  if (isLoss && folding.state !== to) folding.before = folding.state
  folding.state = to === 'before' ? folding.before : to
  folding.since = event.on
  folding.ending = endings[event.kind] ?? null
  folding.passed.push({ state: folding.state, on: event.on, event: event.id })
}

function mark(folding: Folding, event: RightEvent): void {
  const { raises, lowers } = ruleOf(event.kind)
  const { flags, licences, reductions, openLicence } = folding
  if (raises && !flags.has(raises)) flags.set(raises, event.on)
  if (lowers) flags.delete(lowers)
  switch (event.kind) {
    case 'priorityClaimed':
      if (event.day && (folding.priorityOn === null || event.day < folding.priorityOn))
        folding.priorityOn = event.day
      break
    case 'licenceAgreed':
      if (event.ref !== undefined) licences.set(event.ref, event.exclusivity ?? 'ordinary')
      flagLicences(folding, event.on)
      break
    case 'licenceEnded':
      if (event.ref !== undefined) licences.delete(event.ref)
      flagLicences(folding, event.on)
      break
    case 'openLicencePerformed':
      begin(openLicence, event.on)
      break
    case 'openLicenceWithdrawn':
      end(openLicence, event.on)
      break
    case 'reductionRecorded':
      begin(reductions, event.on)
      break
    case 'reductionEnded':
      end(reductions, event.on)
      break
    case 'ownersChanged':
      if (folding.ownersFrom !== null && event.on <= folding.ownersFrom) break
      folding.owners = event.owners ?? folding.owners
      if (folding.owners < 2) flags.delete('coOwned')
      break
    case 'termCompensated':
      folding.compensationDays = event.days ?? 0
      break
    case 'transferred':
      folding.isOurs = false
      break
    default:
  }
}

const licenceFlags = [
  ['exclusive', 'exclusiveLicensed'],
  ['sole', 'soleLicensed'],
  ['ordinary', 'licensed'],
] as const

function flagLicences({ flags, licences }: Folding, on: Day): void {
  const held = new Set(licences.values())
  for (const [exclusivity, flag] of licenceFlags) {
    if (!held.has(exclusivity)) flags.delete(flag)
    else if (!flags.has(flag)) flags.set(flag, on)
  }
}

function begin(spans: Span[], from: Day): void {
  if (spans.at(-1)?.to !== null || spans.length === 0) spans.push({ from, to: null })
}

function end(spans: Span[], to: Day): void {
  const last = spans.at(-1)
  if (last && last.to === null) spans[spans.length - 1] = { from: last.from, to }
}

function ownedTogetherSince(events: readonly RightEvent[]): Day {
  const change = events.findLast(({ kind }) => kind === 'ownersChanged')
  return change?.on ?? events[0]?.on ?? day('0000-01-01')
}

/** Whether a day lies in one of some spans. */
export function isWithin(spans: readonly Span[], on: Day): boolean {
  return spans.some(({ from, to }) => from <= on && (to === null || on < to))
}

/** The first event of a kind. */
export function firstOf(state: RightState, kind: EventKind): RightEvent | undefined {
  return state.events.find((event) => event.kind === kind)
}

/** The newest event of a kind. */
export function lastOf(state: RightState, kind: EventKind): RightEvent | undefined {
  return state.events.findLast((event) => event.kind === kind)
}

/** The day an application counts from: of its earliest priority, else of its filing. */
export function countedFrom(state: RightState): Day | null {
  return state.priorityOn ?? firstOf(state, 'filed')?.on ?? null
}

/** Why no open licence can be declared. Implementing Rules, arts. 85 and 86. */
export function againstOpenLicence(state: RightState, hasUnpaid: boolean): readonly Words[] {
  const reasons: readonly (readonly [boolean, Words])[] = [
    [
      state.state !== 'granted',
      { zh: '尚未授权或已失效', en: 'Not granted, or no longer in force' },
    ],
    [
      state.flags.has('exclusiveLicensed') || state.flags.has('soleLicensed'),
      { zh: '在独占或排他许可中', en: 'Under an exclusive or sole licence' },
    ],
    [state.flags.has('suspended'), { zh: '程序中止', en: 'Proceedings are suspended' }],
    [
      state.flags.has('pledged'),
      { zh: '已质押，须质权人同意', en: 'Pledged: the pledgee must agree' },
    ],
    [hasUnpaid, { zh: '有欠缴的年费', en: 'An annual fee is unpaid' }],
  ]
  return reasons.flatMap(([holds, words]) => (holds ? [words] : []))
}

export const stateWords: Readonly<Record<LegalState, Words>> = {
  drafting: { zh: '撰写中', en: 'In preparation' },
  held: { zh: '已形成', en: 'Held' },
  filed: { zh: '已提交', en: 'Filed' },
  accepted: { zh: '已受理', en: 'Accepted' },
  preliminary: { zh: '初审合格', en: 'Preliminary examination passed' },
  published: { zh: '已公布', en: 'Published' },
  examination: { zh: '实质审查', en: 'Under examination' },
  rejected: { zh: '驳回', en: 'Rejected' },
  reexamination: { zh: '复审', en: 'Re-examination' },
  grantNoticed: { zh: '待办登记', en: 'Grant noticed' },
  granted: { zh: '有效', en: 'In force' },
  terminated: { zh: '终止', en: 'Ended' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  deemedWithdrawn: { zh: '视为撤回', en: 'Deemed withdrawn' },
  deemedAbandoned: { zh: '视为放弃', en: 'Deemed abandoned' },
  invalidated: { zh: '宣告无效', en: 'Invalidated' },
}

export const fieldWords: Readonly<Record<EventField, Words>> = {
  ref: { zh: '编号', en: 'a reference' },
  day: { zh: '最早优先权日', en: 'the day of the priority' },
  by: { zh: '送达方式', en: 'how it was delivered' },
  until: { zh: '答复期限', en: 'the last day to answer' },
  year: { zh: '年度', en: 'the year of term' },
  fen: { zh: '金额', en: 'the amount' },
  days: { zh: '补偿天数', en: 'the days of compensation' },
  exclusivity: { zh: '许可方式', en: 'the exclusivity' },
  owners: { zh: '权利人数', en: 'the number of owners' },
}

export const flagWords: Readonly<Record<RightFlag, Words>> = {
  pledged: { zh: '质押', en: 'Pledged' },
  preserved: { zh: '保全', en: 'Preserved' },
  suspended: { zh: '中止', en: 'Suspended' },
  exclusiveLicensed: { zh: '独占许可', en: 'Exclusive licence' },
  soleLicensed: { zh: '排他许可', en: 'Sole licence' },
  licensed: { zh: '普通许可', en: 'Licensed' },
  openLicensed: { zh: '开放许可', en: 'Open licence' },
  compulsoryLicensed: { zh: '强制许可', en: 'Compulsory licence' },
  secret: { zh: '保密', en: 'Secret' },
  coOwned: { zh: '共有', en: 'Co-owned' },
  ownershipDisputed: { zh: '权属争议', en: 'Ownership disputed' },
  termCompensated: { zh: '期限补偿', en: 'Term compensated' },
  partlyInvalid: { zh: '部分无效', en: 'Invalid in part' },
}
