import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'
import './checkpoint.table.ts'
import type { Leaf } from './checkpoint.ts'
import type { CheckpointWire } from './checkpoint.wire.ts'

type Row = Selectable<Tables['checkpoint']>

/** A row as what was signed. */
export function toCheckpoint(row: Omit<Row, 'institutionName'>): CheckpointWire {
  const { institutionId: institution, day, madeAt, size, root, previous } = row
  const { signature, publicKey } = row
  return {
    statement: { institution, day, madeAt: madeAt.toISOString(), size, root, previous },
    signature,
    publicKey,
  }
}

/** The newest checkpoint of an institution up to a day. */
export async function checkpointUpTo(
  tx: Tx,
  institution: string,
  day: string,
): Promise<CheckpointWire | undefined> {
  const row = await tx
    .selectFrom('checkpoint')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('day', '<=', day)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toCheckpoint(row)
}

/** Publishes a checkpoint. */
export async function insertCheckpoint(
  tx: Tx,
  { statement, signature, publicKey }: CheckpointWire,
): Promise<void> {
  const { institution, madeAt, ...said } = statement
  await tx
    .insertInto('checkpoint')
    .values({
      ...said,
      institutionId: institution,
      madeAt: new Date(madeAt),
      signature,
      publicKey,
    })
    .execute()
}

/** Keeps the heads that have moved since the last checkpoint, as the leaves of a day. */
export async function keepLeaves(tx: Tx, institution: string, day: string): Promise<void> {
  await sql`
    insert into checkpoint_leaf (institution_id, chain, day, seq, hash)
    select institution_id, chain, ${day}, seq, hash from chain_head head
    where institution_id = ${institution} and seq > 0 and not exists (
      select from checkpoint_leaf leaf
      where leaf.institution_id = head.institution_id and leaf.chain = head.chain and leaf.seq = head.seq)
  `.execute(tx)
}

/** All leaves of the tree of a day: of each chain the newest up to then. */
export async function leavesOn(tx: Tx, institution: string, day: string): Promise<Leaf[]> {
  return await tx
    .selectFrom('checkpointLeaf')
    .distinctOn('chain')
    .select(['chain', 'seq', 'hash'])
    .where('institutionId', '=', institution)
    .where('day', '<=', day)
    .orderBy('chain')
    .orderBy('day', 'desc')
    .execute()
}

/** The day, in China, of the first entry of a register's chain; null when nothing is recorded. */
export async function firstRecordedOn(tx: Tx, institution: string): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select (min(at) at time zone 'Asia/Shanghai')::date::text as day
    from audit_entry where institution_id = ${institution}
  `.execute(tx)
  return rows[0]?.day ?? null
}

/** A page of published checkpoints, newest first. */
export async function listCheckpoints(
  tx: Tx,
  filter: { institution?: string | undefined; cursor?: string | undefined; limit: number },
) {
  let query = tx
    .selectFrom('checkpoint')
    .innerJoin('institution', 'institution.id', 'checkpoint.institutionId')
    .selectAll('checkpoint')
    .select('institution.name as institutionName')
  if (filter.institution !== undefined) {
    query = query.where('checkpoint.institutionId', '=', filter.institution)
  }
  const [day, id] = filter.cursor?.split('_') ?? []
  if (day !== undefined && id !== undefined) {
    query = query.where((where) =>
      where.or([where('day', '<', day), where.and([where('day', '=', day), where('id', '>', id)])]),
    )
  }
  const rows = await query
    .orderBy('day', 'desc')
    .orderBy('checkpoint.institutionId')
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const items = page.map((row) => ({
    ...toCheckpoint(row),
    institutionName: row.institutionName,
  }))
  if (rows.length <= filter.limit || !last) return { items }
  return { items, nextCursor: `${last.day}_${last.institutionId}` }
}
