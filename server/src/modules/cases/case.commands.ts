import type { Day, Refusal, Words } from '@yizhuan/kit'
import type { Because } from '@yizhuan/law'
import {
  actByItself,
  actOf,
  procedureById,
  procedureOf,
  procedureOpenedBy,
  registrationToTakeBack,
  transferCase,
} from '@yizhuan/procedures'
import { systemPerson, type Tx, unanswered } from '../../platform/database.ts'
import {
  advanceChain,
  type Chain,
  type ChainHead,
  emptyHead,
  expectSeq,
  headOf,
  lockChain,
  lockKnownChain,
} from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { putOut } from '../../platform/outbox.ts'
import type { FieldError } from '../../platform/problem.ts'
import { isMerged } from '../achievements/index.ts'
import {
  holdRegistration,
  type RegistrationRefusals,
  whyEntryStays,
} from '../registrations/index.ts'
import { withDefaults } from './case.defaults.ts'
import { type Desk, deskOfOpening } from './case.desk.ts'
import { withGrants } from './case.grants.ts'
import { withRegister } from './case.people.ts'
import { openLine, projectAct, projectDues } from './case.projections.ts'
import { caseNumber, entriesOf, insertAct } from './case.queries.ts'
import { projectReaders } from './closed.queries.ts'
import { withDelegations } from './delegations/delegation.commands.ts'
import { withGathered } from './gather.ts'
import { holdsOn } from './hold.queries.ts'
import { projectExitClock } from './holding.projections.ts'
import { projectJournal } from './journal.projections.ts'
import { tellWatchers } from './live/live.commands.ts'
import { endNotices } from './notice.projections.ts'
import {
  type Decided,
  decideNext,
  type Entry,
  type FileRef,
  lineOf,
  type Refused,
  replayed,
  toEntries,
} from './procedure.ts'

/** Who acts, and the roles they hold; the first that may do the act is the one recorded. */
export interface Actor {
  readonly institution: string
  readonly person: string
  readonly name: string
  readonly roles: readonly string[]
  /** The person who is away and in whose roles they act. */
  readonly actingFor?: { readonly person: string; readonly name: string }
}

/** An act somebody wants recorded. `on` is the day it happened; it may lie before today. */
export interface Order {
  readonly type: string
  readonly on?: string | undefined
  readonly data: Readonly<Record<string, unknown>>
  readonly files: readonly FileRef[]
  /** Why it is recorded later than it happened, where a deadline hangs on it. */
  readonly lateReason?: string | undefined
  readonly role?: string | undefined
  /** What a module that holds the case adds to it; nobody else can. */
  readonly byHolder?: { readonly holder: string; readonly data: Readonly<Record<string, unknown>> }
}

/** The act as recorded. */
export interface Accepted {
  readonly kind: 'accepted'
  readonly id: string
  readonly seq: number
  readonly hash: string
}

/** A no that wrote nothing. */
export type NotRecorded =
  | Refused
  | { readonly kind: 'refused'; readonly code: 'case-not-found' }
  | { readonly kind: 'refused'; readonly code: 'on-in-future'; readonly today: string }
  | { readonly kind: 'refused'; readonly code: 'file-not-stored'; readonly file: FileRef }
  | { readonly kind: 'refused'; readonly code: 'case-held'; readonly reason: Words }
  | {
      readonly kind: 'refused'
      readonly code: 'registration-stays'
      readonly refusal: Refusal<RegistrationRefusals>
    }

/** The first act of a case of a procedure; a transfer where none is named. */
export interface Opening extends Omit<Order, 'type'> {
  readonly id?: string
  readonly procedure?: string
}

const noProcedure: readonly FieldError[] = [
  {
    pointer: '#/procedure',
    rule: 'known-procedure',
    detail: { zh: '没有这种程序。', en: 'There is no such procedure.' },
  },
]

const mergedAway: readonly FieldError[] = [
  {
    pointer: '#/data/achievementId',
    rule: 'merged-into-another',
    detail: {
      zh: '这项成果已并入另一项，请据保留的那一项立项。',
      en: 'This achievement was merged into another; open the case about the one that was kept.',
    },
  },
]

/** Opens a case: its first act starts a chain of its own. */
export async function openCase(
  tx: Tx,
  desk: Desk,
  actor: Actor,
  { procedure = transferCase.id, ...order }: Opening,
): Promise<Accepted | NotRecorded> {
  const opens = procedureById(procedure)?.opening
  if (opens === undefined) return { kind: 'refused', code: 'malformed-data', errors: noProcedure }
  const about = order.data['achievementId']
  if (typeof about === 'string' && (await isMerged(tx, actor.institution, about))) {
    return { kind: 'refused', code: 'malformed-data', errors: mergedAway }
  }
  const id = order.id ?? newId()
  const chain = chainOf(actor.institution, id)
  return record(
    tx,
    await deskOfOpening(tx, desk, actor.institution, order.data),
    actor,
    { chain, id, number: undefined, head: emptyHead, past: [] },
    { ...order, type: opens },
  )
}

/**
 * Records the next act of a case: load, decide, append, project, in the caller's transaction.
 *
 * The chain's lock is taken first: of two officers acting at once the second decides on what the
 * first wrote, or gets 409 when `expectedSeq` is stale.
 *
 * @param desk  may still be on its way: what an act needs to know is asked for at once.
 * @throws {Problem} 409 when others acted since `expectedSeq`.
 */
export async function performAct(
  tx: Tx,
  desk: Desk | Promise<Desk>,
  actor: Actor,
  id: string,
  order: Order,
  expectedSeq?: number,
): Promise<Accepted | NotRecorded> {
  const chain = chainOf(actor.institution, id)
  // Done one after the other: what is read is what the lock let in.
  const [head, rows, number, known] = await Promise.all([
    lockKnownChain(tx, chain),
    entriesOf(tx, actor.institution, id),
    caseNumber(tx, actor.institution, id),
    desk,
  ])
  if (!head || number === undefined) return { kind: 'refused', code: 'case-not-found' }
  const past = toEntries(rows)
  await expectSeq(head, expectedSeq, async (seq) => past.slice(seq).map(summary))
  return record(tx, known, actor, { chain, id, number, head, past }, order)
}

/**
 * What recording an act would meet: decided on what is written by now, with no lock and no trace.
 *
 * @returns what the law only advises against, or why the act would be refused.
 */
export async function foreseeAct(
  tx: Tx,
  desk: Desk,
  actor: Actor,
  id: string,
  order: Order,
): Promise<{ kind: 'accepted'; warnings: readonly Because[] } | NotRecorded> {
  const chain = chainOf(actor.institution, id)
  const [head, rows] = await Promise.all([headOf(tx, chain), entriesOf(tx, actor.institution, id)])
  if (rows.length === 0) return { kind: 'refused', code: 'case-not-found' }
  const judged = await judge(tx, desk, actor, { id, head, past: toEntries(rows) }, order)
  if (judged.kind === 'refused') return judged
  return { kind: 'accepted', warnings: judged.warnings }
}

/**
 * Looks at a case again because a day has turned: a deadline passed, or a waiting period is over.
 *
 * What comes by itself on that day is recorded in the name of the service. Otherwise nothing is added
 * to the record: reads are right without it; lists and those who wait to be told are brought up to
 * date by it.
 */
export async function turnCase(tx: Tx, desk: Desk, institution: string, id: string): Promise<void> {
  const chain = chainOf(institution, id)
  const head = await lockChain(tx, chain)
  const entries = toEntries(await entriesOf(tx, institution, id))
  const today = desk.clock.today()
  const after = replayed(desk, entries, today)
  const own = actByItself(after.procedure, { ...desk, today }, after.state, after.assessment)
  if (own) {
    const number = await caseNumber(tx, institution, id)
    const standing = { chain, id, number, head, past: entries }
    const order = { ...own, files: [] }
    const outcome = await record(tx, desk, { institution, ...theService }, standing, order)
    if (outcome.kind === 'refused')
      throw new TypeError(`${own.type} came by itself and was refused.`)
    return endNotices(tx, institution, id, today)
  }
  await projectDues(tx, desk, institution, id, after)
  await projectExitClock(tx, institution, id, after)
  await endNotices(tx, institution, id, today)
  await putOut(tx, {
    institution,
    fact: 'case.dayTurned',
    body: { case: id, seq: after.state.seq, on: today },
  })
}

/** In whose name the record says what came by itself. */
const theService = { person: systemPerson, name: '系统', roles: ['system'] }

/** The name of the chain of a case. */
export function chainOf(institution: string, id: string): Chain {
  return { institution, name: `case/${id}` }
}

interface Standing {
  readonly chain: Chain
  readonly id: string
  /** Given out with the first act. */
  readonly number: string | undefined
  readonly head: ChainHead
  readonly past: readonly Entry[]
}

/** Decides an act on its way into a record; writes nothing. */
async function judge(
  tx: Tx,
  desk: Desk,
  actor: Actor,
  { id, head, past }: Pick<Standing, 'id' | 'head' | 'past'>,
  order: Order,
): Promise<Decided | NotRecorded> {
  const today = desk.clock.today()
  const on = (order.on ?? today) as Day
  if (on > today) return { kind: 'refused', code: 'on-in-future', today }
  const stored = await storedFiles(
    tx,
    actor.institution,
    order.files.map(({ sha256 }) => sha256),
  )
  const lost = order.files.find(
    (file) => !stored.some(({ sha256, size }) => sha256 === file.sha256 && size === file.size),
  )
  if (lost) return { kind: 'refused', code: 'file-not-stored', file: lost }
  const held = await holdsOn(tx, actor.institution, [id], order.type, order.byHolder?.holder)
  const reason = held.get(id)
  if (reason) return { kind: 'refused', code: 'case-held', reason }

  const at = desk.clock.now()
  const procedure = past.length > 0 ? procedureOf(past) : procedureOpenedBy(order.type)
  const filled = await withDefaults(tx, actor.institution, procedure?.id, order.type, order.data)
  const rule = procedure && actOf(procedure, order.type)
  const known = await withRegister(tx, actor.institution, rule, on, filled, past)
  if ('errors' in known) return { kind: 'refused', code: 'malformed-data', errors: known.errors }
  const isByHolder = order.byHolder !== undefined
  const asked = {
    institution: actor.institution,
    data: known.data,
    on,
    past,
    isByHolder,
    ground: desk,
  }
  const whole = await withGathered(tx, rule?.gathers, asked)
  if ('errors' in whole) return { kind: 'refused', code: 'malformed-data', errors: whole.errors }
  const achievement = past[0]?.data['achievementId']
  const granted = await withGrants(tx, actor.institution, rule, { id, achievement }, whole.data)
  const { type, files } = order
  const act = { id, type, on, roles: actor.roles, data: granted, files }
  const resting = await withDelegations(tx, actor.institution, act)
  const said = withHolders(resting.data, order)
  const candidate = { ...order, ...resting, data: said, case: id, on, at, by: actor, today, head }
  const decided = decideNext(desk, past, candidate)
  const gone = registrationToTakeBack(past, type)
  if (decided.kind === 'refused' || !gone) return decided
  const stays = await whyEntryStays(tx, { institution: actor.institution, case: id }, gone)
  return stays ? { kind: 'refused', code: 'registration-stays', refusal: stays.refusal } : decided
}

/** What only the holder of a case says of an act; a client's word on it is not taken. */
export function withHolders(data: Order['data'], { byHolder }: Pick<Order, 'byHolder'>) {
  const { orderedAt: _typed, reference: _told, ...told } = data
  return { ...told, ...byHolder?.data }
}

async function record(
  tx: Tx,
  desk: Desk,
  actor: Actor,
  { chain, id, number: given, head, past }: Standing,
  order: Order,
): Promise<Accepted | NotRecorded> {
  if (registrationToTakeBack(past, order.type)) {
    await holdRegistration(tx, { institution: actor.institution, case: id })
  }
  const decided = await judge(tx, desk, actor, { id, head, past }, order)
  if (decided.kind === 'refused') return decided

  // From here on the act is recorded.
  const { entry, after } = decided
  if (past.length === 0) await lockChain(tx, chain)
  const number = given ?? (await openLine(tx, desk, actor.institution, entry, after))
  const body = { case: id, seq: entry.seq, on: entry.on }
  const { achievementId: about } = lineOf(after)
  const write = unanswered(tx)
  await Promise.all([
    insertAct(write, actor.institution, entry),
    projectAct(tx, desk, actor.institution, number, entry, after),
    // It asks through which month the books are closed.
    projectJournal(tx, desk.clock, actor.institution, { id, number, achievementId: about }, [
      ...past,
      entry,
    ]),
    projectReaders(write, actor.institution, id, after, [...past, entry]),
    putOut(write, { institution: actor.institution, fact: `case.${entry.type}`, body }),
    advanceChain(write, chain, { seq: entry.seq, hash: entry.hash }),
    tellWatchers(write, desk.clock, actor.institution, id, actor.person),
  ])
  return { kind: 'accepted', id, seq: entry.seq, hash: entry.hash }
}

function summary({ seq, type, on, at, by }: Entry) {
  return { seq, type, on, at, by: by.name }
}
