import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'
import './archive.table.ts'
import type { ArchiveWire } from './archive.wire.ts'

export type ArchiveRow = Selectable<Tables['archiveOrder']>

/** The newest orders of an institution, as somebody sees them. */
export async function listArchives(
  tx: Tx,
  { institution, person }: { readonly institution: string; readonly person: string },
): Promise<ArchiveWire[]> {
  const rows = await tx
    .selectFrom('archiveOrder')
    .selectAll()
    .where('institutionId', '=', institution)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => shown(row, person))
}

/** One order, held until the transaction ends. */
export async function heldArchive(
  tx: Tx,
  institution: string,
  id: string,
): Promise<ArchiveRow | undefined> {
  return await tx
    .selectFrom('archiveOrder')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** One order as it stands. */
export async function archiveOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<ArchiveRow | undefined> {
  return await tx
    .selectFrom('archiveOrder')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether an order waits for a decision or for its file. */
export async function isUnderWay(tx: Tx, institution: string): Promise<boolean> {
  const row = await tx
    .selectFrom('archiveOrder')
    .select('id')
    .where('institutionId', '=', institution)
    .where('state', 'in', ['proposed', 'waiting', 'making'])
    .executeTakeFirst()
  return row !== undefined
}

/** Holds back whoever else orders at this moment. */
export async function holdOrders(tx: Tx, institution: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`archive ${institution}`}))`.execute(tx)
}

/** Writes how an order stands from now on. */
export async function setArchive(
  tx: Tx,
  institution: string,
  id: string,
  now: Partial<Omit<ArchiveRow, 'institutionId' | 'id'>>,
): Promise<void> {
  await tx
    .updateTable('archiveOrder')
    .set(now)
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}

function shown(row: ArchiveRow, person: string): ArchiveWire {
  const { id, state, reason, orderedName, decidedName, isSealed, done, ofAll } = row
  const { size, sha256, tables, files, trouble } = row
  return {
    ...{ id, state, reason, orderedName, decidedName, isSealed, done, ofAll },
    ...{ size, sha256, tables, files, trouble },
    rows: row.rowCount,
    orderedAt: row.orderedAt.toISOString(),
    isOwn: row.orderedBy === person,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    madeAt: row.madeAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }
}
