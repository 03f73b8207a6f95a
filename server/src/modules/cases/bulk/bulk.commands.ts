import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../../platform/clock.ts'
import { type Tx, withRightsOf } from '../../../platform/database.ts'
import { addJobs, cancelJob, type Tasks } from '../../../platform/jobs.ts'
import type { Context } from '../../../platform/module.ts'
import { conflict, forbidden, Problem } from '../../../platform/problem.ts'
import { tellProblem } from '../../../platform/told-problem.ts'
import { actorNow } from '../actor.queries.ts'
import { type Actor, foreseeAct, performAct } from '../case.commands.ts'
import { caseDesk, type Desk } from '../case.desk.ts'
import { caseLine, entriesOf } from '../case.queries.ts'
import { toProblem } from '../case.refusals.ts'
import type { CaseLineWire } from '../case.wire.ts'
import { nextOf, replayed, toEntries } from '../procedure.ts'
import { actorFor, lentTo } from '../substitutes/acting-for.ts'
import { notNamed } from '../substitutes/substitution.refusals.ts'
import { cancelItems, insertRun, type RunRow, runOf, settleItem, takeItem } from './bulk.queries.ts'
import { type BulkOrder, digestOf, isInBulk, type Option, optionsOf } from './bulk.ts'

/** A no about acts of several cases. */
export type BulkRefusals = {
  'not-in-bulk': Record<string, never>
  'no-such-case': { id: string }
  'no-such-run': Record<string, never>
  'other-order': Record<string, never>
  'not-your-run': Record<string, never>
}

type Answer<Value> = Outcome<Value, BulkRefusals>

/** The task that records the act in one case of a run. */
export const bulkTask = 'cases/bulk'

/** Somebody looks on: their acts go before what is merely to be told since then. */
const aheadMs = 50_000

const keyOf = (run: string, id: string) => `${bulkTask}/${run}/${id}`

/** The acts that somebody may record for several of the cases alike. */
export async function foreseeOptions(
  tx: Tx,
  clock: Clock,
  { institution, person, roles }: Actor,
  ids: readonly string[],
): Promise<Answer<readonly Option[]>> {
  const today = clock.today()
  const cases: Parameters<typeof optionsOf>[0][number][] = []
  for (const id of new Set(ids)) {
    const entries = toEntries(await entriesOf(tx, institution, id))
    if (entries.length === 0) return refuse('no-such-case', { id })
    const desk = await caseDesk(tx, clock, institution, id)
    const after = replayed(desk, entries, today)
    const lent = await lentTo(tx, clock, { institution, person }, id)
    cases.push({ id, procedure: after.procedure.id, next: nextOf(after, desk, today, roles, lent) })
  }
  return accept(optionsOf(cases))
}

/** What an act would meet in one case. */
export interface Foreseen {
  readonly line: CaseLineWire
  /** What the law only advises against. */
  readonly warnings: readonly unknown[]
  readonly problem: Problem | undefined
}

/** What the act would meet in each case, with nothing written. */
export async function foreseeBulk(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  order: BulkOrder,
  ids: readonly string[],
): Promise<Answer<readonly Foreseen[]>> {
  if (!isInBulk(order.procedure, order.act)) return refuse('not-in-bulk', {})
  const found: Foreseen[] = []
  for (const id of new Set(ids)) {
    const line = await caseLine(tx, actor.institution, id)
    if (!line) return refuse('no-such-case', { id })
    const desk = await caseDesk(tx, clock, actor.institution, id)
    const acting = await actorOf(tx, clock, actor, id, order)
    found.push({
      line,
      ...(acting
        ? await foreseeOne(tx, desk, acting, line, order)
        : { warnings: [], problem: notNamed() }),
    })
  }
  return accept(found)
}

/** In whose roles somebody acts in a case: their own, or those lent to them; undefined where none are. */
async function actorOf(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  id: string,
  { actingFor }: Pick<BulkOrder, 'actingFor'>,
): Promise<Actor | undefined> {
  return actingFor === undefined ? actor : actorFor(tx, clock, actor, id, actingFor)
}

async function foreseeOne(
  tx: Tx,
  desk: Desk,
  actor: Actor,
  { id, procedure }: CaseLineWire,
  order: BulkOrder,
): Promise<Omit<Foreseen, 'line'>> {
  if (procedure !== order.procedure) return { warnings: [], problem: otherProcedure() }
  const foreseen = await foreseeAct(tx, desk, actor, id, { ...order, type: order.act })
  return foreseen.kind === 'refused'
    ? { warnings: [], problem: toProblem(foreseen) }
    : { warnings: foreseen.warnings, problem: undefined }
}

const otherProcedure = () =>
  conflict('other-procedure', {
    zh: '这个项目属于另一种程序，没有这一步。',
    en: 'The case is of another procedure, which has no such step.',
  })

/** A case of a run, with the number of the last act that its orderer saw. */
export interface ChosenCase {
  readonly id: string
  readonly expectedSeq: number
}

/**
 * Orders an act for several cases; the worker records it in each, in a transaction of its own.
 *
 * An order that comes again under its id is answered as the first time.
 */
export async function startBulk(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  id: string,
  order: BulkOrder,
  cases: readonly ChosenCase[],
): Promise<Answer<{ id: string }>> {
  const { institution, person, name } = actor
  const { procedure, act } = order
  const digest = digestOf(order, cases)
  const known = await runOf(tx, institution, id)
  if (known) return sameAgain(known, digest, person)
  if (!isInBulk(procedure, act)) return refuse('not-in-bulk', {})
  for (const one of cases) {
    if (!(await caseLine(tx, institution, one.id))) return refuse('no-such-case', { id: one.id })
  }

  // From here on it is ordered.
  const at = clock.now()
  // The day is the one the order was given on, also where the worker comes to it after midnight.
  const ordered = { ...order, on: order.on ?? clock.today() }
  const run = { institutionId: institution, id, personId: person, personName: name }
  const entered = await insertRun(
    tx,
    { ...run, procedure, act, ordered, digest, startedAt: at },
    cases,
  )
  // Somebody sent the same at the same moment, and was first.
  if (!entered) return accept({ id })
  const jobs = cases.map((one) => ({
    institution,
    task: bulkTask,
    payload: { run: id, case: one.id },
    at: new Date(at.getTime() - aheadMs),
    key: keyOf(id, one.id),
  }))
  await addJobs(tx, jobs)
  return accept({ id })
}

function sameAgain(known: RunRow, digest: string, person: string): Answer<{ id: string }> {
  const isSame = known.digest === digest && known.personId === person
  return isSame ? accept({ id: known.id }) : refuse('other-order', {})
}

/** Gives up what a run has not come to yet; what is recorded stays. */
export async function cancelBulk(
  tx: Tx,
  clock: Clock,
  { institution, person, roles }: Actor,
  id: string,
): Promise<Answer<{ id: string; cancelled: number }>> {
  const run = await runOf(tx, institution, id)
  if (!run) return refuse('no-such-run', {})
  if (run.personId !== person && !roles.includes('admin')) return refuse('not-your-run', {})

  // From here on it is given up.
  const cases = await cancelItems(tx, institution, id, clock.now())
  for (const one of cases) await cancelJob(tx, institution, keyOf(id, one))
  return accept({ id, cancelled: cases.length })
}

/** Records the act in one case at a time; the job and what it writes are one transaction. */
export function bulkTasks({ clock }: Pick<Context, 'clock'>): Tasks {
  return {
    [bulkTask]: async (tx, { institution, payload }) => {
      const [run, id] = [String(payload['run']), String(payload['case'])]
      const item = await takeItem(tx, institution, run, id)
      const known = await runOf(tx, institution, run)
      if (!known || item?.state !== 'waiting') return
      const outcome = await recordOne(tx, clock, known, id, item.expectedSeq)
      const settled =
        outcome instanceof Problem
          ? { state: 'refused' as const, problem: tellProblem(outcome) }
          : { state: 'recorded' as const, seq: outcome }
      await settleItem(tx, institution, run, id, settled, clock.now())
    },
  }
}

/** @returns the number of the act, or why it was not recorded. */
async function recordOne(
  tx: Tx,
  clock: Clock,
  run: RunRow,
  id: string,
  expectedSeq: number,
): Promise<number | Problem> {
  const { institutionId: institution, personId: person, personName: name } = run
  // Roles may have ended since the order was given: what counts is what is held now.
  const caller = await actorNow(tx, clock, { institution, person, name })
  if (!caller) return forbidden(gone)
  return withRightsOf(tx, caller, () => recordAs(tx, clock, caller, run.ordered, id, expectedSeq))
}

async function recordAs(
  tx: Tx,
  clock: Clock,
  caller: Actor,
  ordered: BulkOrder,
  id: string,
  expectedSeq: number,
): Promise<number | Problem> {
  const { institution } = caller
  const line = await caseLine(tx, institution, id)
  if (!line) return toProblem({ kind: 'refused', code: 'case-not-found' })
  if (line.procedure !== ordered.procedure) return otherProcedure()
  const actor = await actorOf(tx, clock, caller, id, ordered)
  if (!actor) return notNamed()
  const order = { ...ordered, type: ordered.act }
  await sql`savepoint act`.execute(tx)
  try {
    const desk = caseDesk(tx, clock, institution, id)
    const outcome = await performAct(tx, desk, actor, id, order, expectedSeq)
    return outcome.kind === 'refused' ? toProblem(outcome) : outcome.seq
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // Whatever it had begun to write is not kept.
    await sql`rollback to savepoint act`.execute(tx)
    return error
  }
}

const gone = {
  zh: '下达者的账号已停用，未办理。',
  en: 'The account that ordered it is disabled; nothing was recorded.',
}
