import { setImmediate } from 'node:timers/promises'
import { type Day, groupBy, type Words } from '@yizhuan/kit'
import { type Act, type ActsState, type CommonState, serviceContract } from '@yizhuan/procedures'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import { type Tx, unanswered } from '../../../platform/database.ts'
import { addJobs } from '../../../platform/jobs.ts'
import { putOut } from '../../../platform/outbox.ts'
import { post } from '../../journal/index.ts'
import { type Ground, groundOf } from '../../policies/index.ts'
import {
  type Accepted,
  type Actor,
  type NotRecorded,
  type Order,
  withHolders,
} from '../case.commands.ts'
import type { Desk } from '../case.desk.ts'
import { duesOf } from '../case.dues.ts'
import { dueRows, turnsOf } from '../case.projections.ts'
import { timerKey, timerOf } from '../case.timers.ts'
import { deductionsOf } from '../costs/cost.projections.ts'
import { holdsOn } from '../hold.queries.ts'
import { lastPostings } from '../journal.projections.ts'
import { ringWatched } from '../live/live.commands.ts'
import { projectPaid } from '../money.projections.ts'
import { nextRows } from '../next.projections.ts'
import {
  type Candidate,
  type Decided,
  decideNext,
  type Foreseen,
  folded,
  foreseeNext,
  lineOf,
  transferIn,
} from '../procedure.ts'
import { projectRewards } from '../service.projections.ts'
import {
  actsOfMany,
  forgetAhead,
  headsOf,
  insertActs,
  lockHeads,
  moveLines,
  pinsOfMany,
  subjectsOf,
} from './many.queries.ts'
import type { PayAct } from './plan-to-pay.ts'

// An act in many cases in one transaction, each decided for itself and written in its own record, with a
// statement for each table instead of one for each case. Only acts of payment: they ask no register, end
// no notice and change no title, so that what they write is known here. A test holds it against
// `performAct`, row by row.

/** The acts that can be recorded so. */
export const actsInMany = ['paid', 'rewardPaid'] as const satisfies readonly PayAct[]

/** An act for one case. */
export interface OneOfMany {
  readonly case: string
  readonly order: Order & { readonly type: (typeof actsInMany)[number] }
}

/** A case with its record, held until the transaction ends. */
export interface HeldCase {
  readonly id: string
  readonly number: string
  readonly achievementId: string | null
  readonly seq: number
  readonly hash: string
  readonly past: readonly Act[]
  /** What the record leaves: folded once, for all that is asked of it. */
  readonly state: CommonState
  readonly desk: Desk
}

/** Holds some cases and reads their records; those that are not there are left out. */
export async function holdRecords(
  tx: Tx,
  clock: Clock,
  institution: string,
  cases: readonly string[],
): Promise<ReadonlyMap<string, HeldCase>> {
  return recordsBy(tx, clock, institution, cases, await lockHeads(tx, institution, cases))
}

/** Reads the records of some cases as they are now, and holds none. */
export async function readRecords(
  tx: Tx,
  clock: Clock,
  institution: string,
  cases: readonly string[],
): Promise<ReadonlyMap<string, HeldCase>> {
  return recordsBy(tx, clock, institution, cases, await headsOf(tx, institution, cases))
}

async function recordsBy(
  tx: Tx,
  clock: Clock,
  institution: string,
  cases: readonly string[],
  heads: Awaited<ReturnType<typeof headsOf>>,
): Promise<ReadonlyMap<string, HeldCase>> {
  const [entries, subjects, pins] = await Promise.all([
    actsOfMany(tx, institution, cases),
    subjectsOf(tx, institution, cases),
    pinsOfMany(tx, institution, cases, clock.today()),
  ])
  const grounds = new Map<string, Ground>()
  const held = new Map<string, HeldCase>()
  for (const [id, subject] of subjects) {
    await turnFor(held.size)
    const [head, past, by] = [heads.get(id), entries.get(id), pins.get(id) ?? {}]
    if (!head || !past) continue
    const key = JSON.stringify(by)
    const ground = grounds.get(key) ?? (await groundOf(tx, institution, clock.today(), by))
    grounds.set(key, ground)
    held.set(id, { ...subject, ...head, past, state: folded(past), desk: { ...ground, clock } })
  }
  return held
}

/** What an act would meet in each of some cases; nothing is written. */
export function foreseeMany(
  tx: Tx,
  institution: string,
  actor: Actor,
  held: ReadonlyMap<string, HeldCase>,
  orders: readonly OneOfMany[],
): Promise<ReadonlyMap<string, Foreseen | NotRecorded>> {
  return judgeMany(tx, institution, held, orders, (one, order) => {
    return foreseeNext(one.desk, one.past, candidateOf(one, actor, order), one.state)
  })
}

/** Cases that are thought through before others have their turn. */
const casesATurn = 8

/**
 * Lets others have their turn between cases: who holds what all parts of a batch wait for would else wait until
 * another part is thought through, and so would everybody whom this process serves.
 */
async function turnFor(done: number): Promise<void> {
  if (done % casesATurn === casesATurn - 1) await setImmediate()
}

/** Has each case judge its act, where it is there and nothing holds it. */
async function judgeMany<Judged>(
  tx: Tx,
  institution: string,
  held: ReadonlyMap<string, HeldCase>,
  orders: readonly OneOfMany[],
  judge: (one: HeldCase, order: Order) => Judged,
): Promise<ReadonlyMap<string, Judged | NotRecorded>> {
  const found = new Map<string, Judged | NotRecorded>()
  const holds = await holdsOnMany(tx, institution, orders)
  for (const { case: id, order } of orders) {
    await turnFor(found.size)
    const reason = holds.get(id)
    const one = held.get(id)
    if (!one) found.set(id, { kind: 'refused', code: 'case-not-found' })
    else if (reason) found.set(id, { kind: 'refused', code: 'case-held', reason })
    else found.set(id, judge(one, order))
  }
  return found
}

/** What holds the cases, each for the act it is asked for. */
async function holdsOnMany(
  tx: Tx,
  institution: string,
  orders: readonly OneOfMany[],
): Promise<ReadonlyMap<string, Words>> {
  const kinds = groupBy(orders, ({ order }) => `${order.type} ${order.byHolder?.holder ?? ''}`)
  const holds = new Map<string, Words>()
  for (const of of kinds.values()) {
    const { type = '', byHolder } = of[0]?.order ?? {}
    const ids = of.map((one) => one.case)
    const found = await holdsOn(tx, institution, ids, type, byHolder?.holder)
    for (const [id, reason] of found) holds.set(id, reason)
  }
  return holds
}

function candidateOf({ id, seq, hash, desk }: HeldCase, by: Actor, order: Order): Candidate {
  const today = desk.clock.today()
  const on = (order.on ?? today) as Day
  const at = desk.clock.now()
  const data = withHolders(order.data, order)
  return { ...order, data, case: id, on, at, by, today, head: { seq, hash } }
}

/** Records an act in each of some cases. @returns what came of each, by the case. */
export async function performInMany(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  held: ReadonlyMap<string, HeldCase>,
  orders: readonly OneOfMany[],
): Promise<ReadonlyMap<string, Accepted | NotRecorded>> {
  const { institution } = actor
  const decided = await judgeMany(tx, institution, held, orders, (one, order) => {
    return decideNext(one.desk, one.past, candidateOf(one, actor, order), one.state)
  })
  const outcomes = new Map<string, Accepted | NotRecorded>()
  const taken: Taken[] = []
  for (const [id, one] of decided) {
    const of = held.get(id)
    if (one.kind === 'refused' || !of) {
      outcomes.set(id, one.kind === 'refused' ? one : { kind: 'refused', code: 'case-not-found' })
      continue
    }
    const { seq, hash } = one.entry
    outcomes.set(id, { kind: 'accepted', id, seq, hash })
    taken.push({ ...of, ...one })
  }

  // From here on the acts are recorded.
  if (taken.length > 0) await write(tx, clock, actor, taken)
  return outcomes
}

type Taken = HeldCase & Decided

async function write(tx: Tx, clock: Clock, actor: Actor, taken: readonly Taken[]): Promise<void> {
  const { institution, person } = actor
  const writes = unanswered(tx)
  const cases = taken.map(({ id }) => id)
  await insertActs(
    writes,
    institution,
    taken.map(({ entry }) => entry),
  )
  await moveLines(writes, institution, taken.map(lineMoved))
  await forgetAhead(writes, institution, cases, cases.map(timerKey))
  await insertMany(
    writes,
    'caseNext',
    taken.flatMap(({ id, after }) => nextRows(institution, id, after)),
  )
  const dues = taken.map((one) => ({ ...one, dues: duesOf(one.after) }))
  await insertMany(
    writes,
    'caseDue',
    dues.flatMap(({ id, after, desk, dues: due }) =>
      dueRows(institution, id, after, due, desk.law.hash),
    ),
  )
  const timers = dues.flatMap(({ id, after, dues: due }) => {
    return timerOf(institution, id, turnsOf(after, due), clock.today()) ?? []
  })
  await addJobs(tx, timers)
  const transfers = taken.flatMap(({ entry, after }) => {
    const transfer = transferIn(after)
    return transfer ? [{ entry, transfer }] : []
  })
  await projectPaid(tx, clock, institution, transfers)
  const services = taken.flatMap(({ entry, after: { procedure, state } }) =>
    procedure.id === serviceContract.id ? [{ entry, state: state as ActsState }] : [],
  )
  await projectRewards(tx, clock, institution, services)
  await insertMany(
    writes,
    'costDeduction',
    taken.flatMap(({ entry, after }) => deductionsOf(institution, entry, after)),
  )
  const postings = taken.flatMap(({ past, entry, id, number, achievementId }) =>
    lastPostings({ id, number, achievementId }, [...past, entry]),
  )
  await post(tx, clock, institution, postings)
  const facts = taken.map(({ entry }) => {
    const body = { case: entry.case, seq: entry.seq, on: entry.on }
    return { institution, fact: `case.${entry.type}`, body }
  })
  await putOut(writes, ...facts)
  await ringWatched(tx, clock, institution, cases, person)
}

function lineMoved({ id, entry, after, desk }: Taken) {
  const line = lineOf(after)
  return {
    id,
    stage: line.stage,
    status: line.status,
    mode: line.mode,
    pricing: line.pricing,
    counterparty: line.counterparty,
    price_fen: line.priceFen,
    received_fen: line.receivedFen,
    distributed_fen: line.distributedFen,
    last_on: entry.on,
    seq: entry.seq,
    pack_id: desk.law.id,
    pack_hash: desk.law.hash,
  }
}
