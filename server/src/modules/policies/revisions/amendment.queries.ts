import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import type { Amendment } from './amendment.ts'
import './revision.table.ts'

const columns = [
  'id',
  'pack',
  'origin',
  'state',
  'seq',
  'edits',
  'authors',
  'change',
  'note',
  'base',
  'returned',
  'begunOn',
] as const

/** One amendment, or undefined. */
export async function amendmentOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<Amendment | undefined> {
  const row = await tx
    .selectFrom('packAmendment')
    .select([...columns])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, begunOn: row.begunOn as Day }
}

/** The amendments that are on their way, one a pack at most. */
export async function amendmentsOnTheWay(
  tx: Tx,
  institution: string,
): Promise<readonly Amendment[]> {
  const rows = await tx
    .selectFrom('packAmendment')
    .select([...columns])
    .where('institutionId', '=', institution)
    .where('state', 'in', ['open', 'submitted'])
    .execute()
  return rows.map((row) => ({ ...row, begunOn: row.begunOn as Day }))
}

/** Writes a new amendment. */
export async function insertAmendment(
  tx: Tx,
  institution: string,
  { edits, authors, returned: _none, ...rest }: Amendment,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('packAmendment')
    .values({
      ...rest,
      institutionId: institution,
      edits: JSON.stringify(edits),
      authors: JSON.stringify(authors),
      begunAt: at,
      changedAt: at,
    })
    .execute()
}

/** Writes what became of an amendment; its number goes up by one. */
export async function updateAmendment(
  tx: Tx,
  institution: string,
  { id, state, seq, edits, authors, change, note, base, returned }: Amendment,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('packAmendment')
    .set({
      state,
      seq: seq + 1,
      edits: JSON.stringify(edits),
      authors: JSON.stringify(authors),
      change,
      note,
      base,
      returned: returned && JSON.stringify(returned),
      changedAt: at,
    })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}
