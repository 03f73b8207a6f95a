import { type Day, InputError, type Words } from '@yizhuan/kit'
import type { Because } from '@yizhuan/law'
import {
  type Act,
  actOf,
  assessCase,
  type CaseAssessment,
  type CaseRefusal,
  type CaseState,
  type Command,
  type CommonState,
  type Decision,
  decide,
  type Entry,
  type FileRef,
  link,
  nextActs,
  type OutOfOrder,
  type Procedure,
  procedureOf,
  procedureOpenedBy,
  type Role,
  replay,
  transferCase,
  verifyChain,
} from '@yizhuan/procedures'
import { type ChainHead, sha256 } from '../../platform/evidence.ts'
import type { Findable } from '../../platform/findable.ts'
import type { FieldError } from '../../platform/problem.ts'
import type { Ground } from '../policies/index.ts'
import type { StoredEntry } from './case.queries.ts'
import type { CaseWire, NextActWire, StageWire } from './case.wire.ts'
import type { Lent } from './substitutes/acting-for.ts'

// Binds the procedure, which knows no database, to what the server loads and stores.

export type { Entry, FileRef }

/** A case after an act and what the law says of it. */
export interface After {
  readonly procedure: Procedure
  readonly state: CommonState
  readonly assessment: CaseAssessment
}

/** A no of the procedure or of the law. */
export type Refused = { readonly kind: 'refused' } & (
  | { readonly code: 'malformed-data'; readonly errors: readonly FieldError[] }
  | { readonly code: 'role-not-allowed'; readonly detail: Words }
  | { readonly code: 'notice-dated-back'; readonly today: Day }
  | { readonly code: 'on-in-future'; readonly today: Day }
  | { readonly code: 'before-what-it-rests-on'; readonly earliest: Day }
  | {
      readonly code: 'late-without-reason' | 'late-without-paper'
      readonly because: readonly Because[]
    }
  | { readonly code: 'not-possible'; readonly reason: OutOfOrder; readonly type: string }
  | {
      readonly code: 'law-forbids'
      readonly action: string
      readonly because: readonly Because[]
      readonly missing: readonly string[]
    }
)

/** An act on its way into the record. */
export interface Candidate {
  readonly case: string
  readonly type: string
  readonly on: Day
  readonly today: Day
  readonly at: Date
  readonly by: {
    readonly person: string
    readonly name: string
    readonly roles: readonly string[]
    readonly actingFor?: { readonly person: string; readonly name: string }
  }
  readonly role?: string | undefined
  readonly data: Readonly<Record<string, unknown>>
  readonly files: readonly FileRef[]
  readonly lateReason?: string | undefined
  readonly head: ChainHead
}

/** The record as the procedure reads it. */
export function toEntries(rows: readonly StoredEntry[]): Entry[] {
  return rows.map(({ entry, prev, hash }) => ({ ...entry, prev, hash }) as unknown as Entry)
}

/** An act that is accepted, linked to the record, and what the law only advises against. */
export interface Decided {
  readonly kind: 'accepted'
  readonly entry: Entry
  readonly after: After
  readonly warnings: readonly Because[]
}

/** What an act would meet: who records it, as which act, and what the record decides. */
interface Weighed {
  readonly kind: 'weighed'
  readonly procedure: Procedure
  readonly command: Command & { readonly data: Entry['data'] }
  readonly decision: Extract<Decision, { kind: 'accepted' }>
}

/** Weighs one act by the record and the law. Pure but for its arguments. */
function weigh(
  ground: Ground,
  past: readonly Act[],
  candidate: Candidate,
  folded?: CommonState,
): Weighed | Refused {
  const { type, on, today, files, data, lateReason } = candidate
  const at = inChina(candidate.at)
  const late = lateReason === undefined ? {} : { lateReason }
  const procedure = past.length > 0 ? procedureOf(past) : procedureOpenedBy(type)
  const rule = procedure && actOf(procedure, type)
  if (!rule) return malformed(new InputError('type', 'known-act', unknownAct))
  const role = roleOf(rule.who, candidate)
  if (role === undefined) return { kind: 'refused', code: 'role-not-allowed', detail: notYours }
  const { person, name, actingFor } = candidate.by
  const by = { person, name, role, ...(actingFor && { actingFor }) }
  try {
    const command = { type, on, at, by, data, files, ...late }
    const state = folded ?? replay(procedure, past)
    const decision = decide(procedure, { ...ground, today }, state, command)
    return decision.kind === 'refused'
      ? refusedBy(decision.refusal, type)
      : { kind: 'weighed', procedure, command, decision }
  } catch (error) {
    if (error instanceof InputError) return malformed(error.within('data'))
    throw error
  }
}

/**
 * Decides one act and, when accepted, links it to the record.
 *
 * @param folded  the state that the record leaves, where it is known already.
 */
export function decideNext(
  ground: Ground,
  past: readonly Act[],
  candidate: Candidate,
  folded?: CommonState,
): Decided | Refused {
  const weighed = weigh(ground, past, candidate, folded)
  if (weighed.kind === 'refused') return weighed
  const { procedure, command, decision } = weighed
  const { case: id, on, today, head } = candidate
  const { type, at, by, files = [], lateReason } = command
  const { data, after: state, warnings } = decision
  const body = { case: id, seq: head.seq + 1, type, at, on, by, data, files }
  const late = lateReason === undefined ? {} : { lateReason }
  const law = { id: ground.law.id, hash: ground.law.hash }
  const entry = link(head.hash, { ...body, ...late, law }, sha256)
  const assessment =
    on === today ? decision.assessment : assessCase(procedure, ground, state, today)
  return { kind: 'accepted', entry, after: { procedure, state, assessment }, warnings }
}

/** An act that would be accepted, and how the case would stand on its day. */
export interface Foreseen {
  readonly kind: 'accepted'
  readonly after: After
}

/** Whether one act would be accepted; it is not linked to anything. */
export function foreseeNext(
  ground: Ground,
  past: readonly Act[],
  candidate: Candidate,
  folded?: CommonState,
): Foreseen | Refused {
  const weighed = weigh(ground, past, candidate, folded)
  if (weighed.kind === 'refused') return weighed
  const { procedure, decision } = weighed
  const { after: state, assessment } = decision
  return { kind: 'accepted', after: { procedure, state, assessment } }
}

const unknownAct: Words = { zh: '没有这种行为', en: 'is no act of a case' }
const notYours: Words = {
  zh: '您的角色不能登记这一步。',
  en: 'Your roles may not record this act.',
}

/** The role asked for if it is held, else the first held one that may record the act. */
function roleOf(who: readonly Role[], { by, role }: Candidate): Role | undefined {
  const held = who.filter((one) => by.roles.includes(one))
  return role === undefined ? held[0] : held.find((one) => one === role)
}

function malformed({ field, rule, words }: InputError): Refused {
  const pointer = `#/${field.replaceAll('[', '.').replaceAll(']', '').split('.').join('/')}`
  return { kind: 'refused', code: 'malformed-data', errors: [{ pointer, rule, detail: words }] }
}

function refusedBy(refusal: CaseRefusal, type: string): Refused {
  if (refusal.code === 'role-not-allowed') {
    return { kind: 'refused', code: 'role-not-allowed', detail: notYours }
  }
  if (refusal.code === 'not-possible') return { kind: 'refused', ...refusal, type }
  return { kind: 'refused', ...refusal }
}

/** An instant as the clock on a wall in China shows it, to the second. */
function inChina(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}

/** The state of a transfer; undefined for a case of another procedure. */
export function transferIn({ procedure, state }: After): CaseState | undefined {
  return procedure.id === transferCase.id ? (state as CaseState) : undefined
}

/** The columns of a case's line that the state alone decides. */
export function lineOf({ procedure, state }: After) {
  const line = procedure.line(state)
  return {
    procedure: procedure.id,
    title: line.title,
    achievementId: line.achievementId ?? null,
    stage: line.stage,
    status: statusOf(state),
    mode: line.mode ?? null,
    pricing: line.pricing ?? null,
    counterparty: line.counterparty ?? null,
    priceFen: line.price ?? null,
    receivedFen: line.received ?? '0',
    distributedFen: line.distributed ?? '0',
  }
}

/** What a case is found by. */
export function caseFoundBy({ procedure, state }: After, number: string): Omit<Findable, 'id'> {
  const { title, counterparty, about } = procedure.line(state)
  return { label: number, title, texts: [...about, counterparty] }
}

function statusOf({ status }: CommonState): 'open' | 'suspended' | 'closed' | 'ended' {
  return status === 'rejected' || status === 'withdrawn' || status === 'terminated'
    ? 'ended'
    : status
}

/** The record folded: what every act of it left. */
export function folded(acts: readonly Act[]): CommonState {
  const state = replay(procedureOf(acts), acts)
  if (!state) throw new TypeError('A case has at least one act.')
  return state
}

/** The record folded, and what the law says of it as of a day. */
export function replayed(ground: Ground, entries: readonly Entry[], asOf: Day): After {
  const procedure = procedureOf(entries)
  const state = folded(entries)
  return { procedure, state, assessment: assessCase(procedure, ground, state, asOf) }
}

/** The stages of its procedure for the stepper. */
export function stagesShown({ procedure, state }: After): StageWire[] {
  return procedure.stages(state).map(({ id, label, status, on }) => ({
    id,
    label,
    status,
    ...(on !== undefined && { on }),
  }))
}

/**
 * The acts that may come next in a case judged today, for everybody.
 *
 * `mayI` tells the caller's own, and those of people for whom the caller acts today.
 */
export function nextOf(
  { procedure, state, assessment }: After,
  ground: Ground,
  today: Day,
  roles: readonly string[],
  lent: readonly Lent[] = [],
): NextActWire[] {
  const acts = nextActs(procedure, { ...ground, today }, state, undefined, assessment)
  const among = (who: readonly string[], held: readonly string[]) =>
    who.some((role) => held.includes(role))
  const absentee = (who: readonly string[]) =>
    among(who, roles) ? undefined : lent.find((one) => among(who, one.roles))
  return acts.map(({ action, who, opens, ...next }) => ({
    ...next,
    ...actForOf(absentee(who)),
    action: action ?? null,
    because: [...next.because],
    warnings: [...next.warnings],
    missing: [...next.missing],
    whoMay: [...who],
    mayI: among(who, roles) || absentee(who) !== undefined,
    ...(opens !== undefined && { opens }),
  }))
}

const actForOf = (absent: Lent | undefined) =>
  absent ? { actFor: { person: absent.person, name: absent.name } } : {}

/** Whether the record is whole. */
export function verified(
  entries: readonly Entry[],
  sha256: (text: string) => string,
): CaseWire['chain'] {
  const { ok, length, head, firstBad } = verifyChain(entries, sha256)
  return { ok, length, head, ...(firstBad !== undefined && { brokenAt: firstBad }) }
}
