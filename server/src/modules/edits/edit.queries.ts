import { type Selectable, sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import type { Tx } from '../../platform/database.ts'
import { chainOf, type Register } from '../../platform/register.ts'
import type { Tables } from '../../platform/tables.ts'
import type { ToldProblem } from '../../platform/told-problem.ts'
import './edit.table.ts'
import type { ChosenRecord, ItemState } from './edit.ts'

/** A run as stored. */
export type RunRow = Selectable<Tables['editRun']>

/** Enters a run with a line for each of its records. @returns false when one of its id is there. */
export async function insertRun(
  tx: Tx,
  run: RunRow,
  records: readonly ChosenRecord[],
): Promise<boolean> {
  const entered = await tx
    .insertInto('editRun')
    .values({ ...run, fields: JSON.stringify(run.fields) })
    .onConflict((on) => on.columns(['institutionId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!entered) return false
  await insertMany(
    tx,
    'editItem',
    records.map(({ id, expectedSeq }, index) => ({
      institutionId: run.institutionId,
      runId: run.id,
      recordId: id,
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
    .selectFrom('editRun')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** A person's newest runs. */
export function runsOf(tx: Tx, institution: string, person: string): Promise<RunRow[]> {
  return tx
    .selectFrom('editRun')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .orderBy('startedAt', 'desc')
    .limit(20)
    .execute()
}

/** Whether a run was taken back already. */
export async function isUndone(tx: Tx, institution: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('editRun')
    .select('id')
    .where('institutionId', '=', institution)
    .where('undoes', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** The records of a run with what became of each, in the order in which they were chosen. */
export function itemsOf(tx: Tx, institution: string, run: string) {
  return tx
    .selectFrom('editItem')
    .select(['recordId', 'state', 'seq', 'problem', 'expectedSeq'])
    .where('institutionId', '=', institution)
    .where('runId', '=', run)
    .orderBy('place')
    .execute()
}

/** Takes one record of a run in hand: whoever else would settle it waits. */
export function takeItem(tx: Tx, institution: string, run: string, id: string) {
  return tx
    .selectFrom('editItem')
    .select(['state', 'expectedSeq'])
    .where('institutionId', '=', institution)
    .where('runId', '=', run)
    .where('recordId', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Writes what became of a record. */
export async function settleItem(
  tx: Tx,
  of: { readonly institution: string; readonly run: string; readonly id: string },
  settled: { readonly state: ItemState; readonly seq?: number; readonly problem?: ToldProblem },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('editItem')
    .set({
      state: settled.state,
      seq: settled.seq ?? null,
      problem: settled.problem ? JSON.stringify(settled.problem) : null,
      settledAt: at,
    })
    .where('institutionId', '=', of.institution)
    .where('runId', '=', of.run)
    .where('recordId', '=', of.id)
    .execute()
}

/** A record as a list of several names it. */
export interface Named {
  readonly id: string
  readonly label: string | null
  readonly title: string
}

/** What some records are called, as searching knows them. */
export async function namesOf(
  tx: Tx,
  institution: string,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('searchDocument')
    .select(['id', 'label', 'title'])
    .where('institutionId', '=', institution)
    .where('kind', '=', kind)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The number of the newest entry of some records. */
export async function seqsOf(
  tx: Tx,
  institution: string,
  register: Register,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const chains = new Map(ids.map((id) => [chainOf(register, id), id]))
  const rows = await tx
    .selectFrom('chainHead')
    .select(['chain', 'seq'])
    .where('institutionId', '=', institution)
    .where('chain', '=', sql<string>`any(${[...chains.keys()]}::text[])`)
    .execute()
  return new Map(rows.map(({ chain, seq }) => [chains.get(chain) ?? '', seq]))
}
