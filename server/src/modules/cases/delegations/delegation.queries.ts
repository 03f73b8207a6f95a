import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import './delegation.table.ts'
import type { Delegation } from './delegation.ts'

const columns = [
  'id',
  'task',
  'delegate',
  'isCompany',
  'caseId',
  'letterNumber',
  'letter',
  'fromDay as from',
  'untilDay as until',
  'withdrawnOn',
] as const

/** Enters a delegation. */
export async function insertDelegation(
  tx: Tx,
  institution: string,
  { from, until, letter, ...rest }: Delegation,
): Promise<void> {
  const row = { ...rest, letter: JSON.stringify(letter), fromDay: from, untilDay: until }
  await tx
    .insertInto('delegation')
    .values({ institutionId: institution, ...row })
    .execute()
}

/** All delegations, the newest first; those that concern one case, when asked. */
export function delegationsOf(tx: Tx, institution: string, caseId?: string): Promise<Delegation[]> {
  let query = tx
    .selectFrom('delegation')
    .select([...columns])
    .where('institutionId', '=', institution)
  if (caseId !== undefined) {
    query = query.where(sql<boolean>`(case_id is null or case_id = ${caseId})`)
  }
  return query.orderBy('fromDay', 'desc').orderBy('id', 'desc').limit(500).execute()
}

/** One delegation, or undefined. */
export function delegationOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<Delegation | undefined> {
  return tx
    .selectFrom('delegation')
    .select([...columns])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Which of some delegations the caller may read. */
export async function delegationsRead(
  tx: Tx,
  institution: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('delegation')
    .select('id')
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Ends it from a day on. */
export async function withdraw(tx: Tx, institution: string, id: string, on: string): Promise<void> {
  await tx
    .updateTable('delegation')
    .set({ withdrawnOn: on })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}
