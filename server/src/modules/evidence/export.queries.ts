import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { AuditBody } from '../../platform/evidence.ts'
import { exportChain } from '../../platform/export.ts'
import type {
  ExportFilterWire,
  ExportPageWire,
  ExportQueryWire,
  ExportWire,
} from './export.wire.ts'

/** A page of the lists that left the platform, the newest first. */
export async function pageOfExports(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: ExportQueryWire,
): Promise<ExportPageWire> {
  let query = chosen(tx, institution, filter).limit(limit + 1)
  if (cursor !== undefined) query = query.where('seq', '<', cursor)
  const rows = (await query.execute()).map(toWire)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, nextCursor: `${last.seq}` } : { items }
}

/** All of them, for a sheet. */
export async function* allExports(tx: Tx, institution: string, filter: ExportFilterWire) {
  for await (const row of chosen(tx, institution, filter).stream(500)) yield toWire(row)
}

function chosen(tx: Tx, institution: string, { personal }: ExportFilterWire) {
  let query = tx
    .selectFrom('auditEntry')
    .select(['seq', 'entry'])
    .where('institutionId', '=', institution)
    .where('chain', '=', exportChain)
  if (personal !== undefined) {
    query = query.where(sql<string>`entry -> 'data' ->> 'isPersonal'`, '=', `${personal}`)
  }
  return query.orderBy('seq', 'desc')
}

function toWire({ seq, entry }: { seq: number; entry: unknown }): ExportWire {
  const { at, by, data } = entry as AuditBody // What recordChange wrote.
  const { list, rows = 0, isPersonal = false, ...told } = data as unknown as Noted
  const named = typeof list === 'string' ? { zh: list, en: list } : list
  const { format, filter } = told
  return { seq, at, by: by.name, list: named, format, filter, rows, isPersonal }
}

/** As it was noted. Vouchers of closed months once went out under a name in one language, uncounted. */
interface Noted extends Pick<ExportWire, 'format' | 'filter'> {
  readonly list: ExportWire['list'] | string
  readonly rows?: number
  readonly isPersonal?: boolean
}
