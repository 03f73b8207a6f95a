import type { Selectable } from 'kysely'
import { insertMany } from '../../../platform/bulk.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Tables } from '../../../platform/tables.ts'
import './bulk.table.ts'
import type { ToldProblem } from '../../../platform/told-problem.ts'
import type { ItemState } from './bulk.ts'

/** A run as stored. */
export type RunRow = Selectable<Tables['bulkRun']>

/** Enters a run with a line for each of its cases. @returns false when one of its id is there. */
export async function insertRun(
  tx: Tx,
  run: Omit<RunRow, 'cancelledAt'>,
  cases: readonly { readonly id: string; readonly expectedSeq: number }[],
): Promise<boolean> {
  const entered = await tx
    .insertInto('bulkRun')
    .values({ ...run, ordered: JSON.stringify(run.ordered), cancelledAt: null })
    .onConflict((on) => on.columns(['institutionId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!entered) return false
  await insertMany(
    tx,
    'bulkItem',
    cases.map(({ id, expectedSeq }, index) => ({
      institutionId: run.institutionId,
      runId: run.id,
      caseId: id,
      place: index + 1,
      expectedSeq,
      state: 'waiting',
    })),
  )
  return true
}

/** One run, or undefined. */
export function runOf(tx: Tx, institution: string, id: string): Promise<RunRow | undefined> {
  return tx
    .selectFrom('bulkRun')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** A person's newest runs. */
export function runsOf(tx: Tx, institution: string, person: string): Promise<RunRow[]> {
  return tx
    .selectFrom('bulkRun')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .orderBy('startedAt', 'desc')
    .limit(20)
    .execute()
}

/** The cases of some runs with what became of each, in the order in which they were chosen. */
export function itemsOf(tx: Tx, institution: string, runs: readonly string[]) {
  return tx
    .selectFrom('bulkItem')
    .innerJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'bulkItem.institutionId')
        .onRef('transferCase.id', '=', 'bulkItem.caseId'),
    )
    .select([
      'bulkItem.runId',
      'bulkItem.caseId',
      'bulkItem.state',
      'bulkItem.seq',
      'bulkItem.problem',
      'transferCase.number',
      'transferCase.title',
    ])
    .where('bulkItem.institutionId', '=', institution)
    .where('transferCase.institutionId', '=', institution)
    .where('bulkItem.runId', 'in', [...runs])
    .orderBy('bulkItem.place')
    .execute()
}

/** Takes one case of a run in hand: whoever else would settle it waits. */
export function takeItem(tx: Tx, institution: string, run: string, id: string) {
  return tx
    .selectFrom('bulkItem')
    .select(['state', 'expectedSeq'])
    .where('institutionId', '=', institution)
    .where('runId', '=', run)
    .where('caseId', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Writes what became of a case. */
export async function settleItem(
  tx: Tx,
  institution: string,
  run: string,
  id: string,
  settled: { readonly state: ItemState; readonly seq?: number; readonly problem?: ToldProblem },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('bulkItem')
    .set({
      state: settled.state,
      seq: settled.seq ?? null,
      problem: settled.problem ? JSON.stringify(settled.problem) : null,
      settledAt: at,
    })
    .where('institutionId', '=', institution)
    .where('runId', '=', run)
    .where('caseId', '=', id)
    .execute()
}

/** Gives up what still waits of a run. @returns the cases. */
export async function cancelItems(
  tx: Tx,
  institution: string,
  run: string,
  at: Date,
): Promise<string[]> {
  await tx
    .updateTable('bulkRun')
    .set({ cancelledAt: at })
    .where('institutionId', '=', institution)
    .where('id', '=', run)
    .execute()
  const rows = await tx
    .updateTable('bulkItem')
    .set({ state: 'cancelled', settledAt: at })
    .where('institutionId', '=', institution)
    .where('runId', '=', run)
    .where('state', '=', 'waiting')
    .returning('caseId')
    .execute()
  return rows.map(({ caseId }) => caseId)
}
