import type { Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { chainOf } from '../../platform/register.ts'
import type { Posting } from '../journal/index.ts'
import { remittancePosting } from './posting.ts'
import { remittanceRegister } from './tax.table.ts'
import type {
  RemittanceFilterWire,
  RemittancePageWire,
  RemittanceQueryWire,
  RemittanceWire,
} from './tax.wire.ts'

/** A page of what was paid over, newest first. */
export async function listRemittances(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: RemittanceQueryWire,
): Promise<RemittancePageWire> {
  let query = found(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('taxRemittance', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, ...line }) => line)
}

export function allRemittances(tx: Tx, institution: string, filter: RemittanceFilterWire) {
  return found(tx, institution, filter).stream(500)
}

function found(tx: Tx, institution: string, { month, state }: RemittanceFilterWire) {
  let query = tx
    .selectFrom('taxRemittance')
    .select([
      'id',
      'month',
      'kind',
      'amountFen',
      'state',
      'remark',
      'madeName',
      'madeOn',
      'datedOn',
    ])
    .select(['decidedName', 'decidedOn', 'settledOn', 'document', 'reversedOn', 'reversedName'])
    .where('institutionId', '=', institution)
  if (month !== undefined) query = query.where('month', '=', month)
  if (state !== undefined) query = query.where('state', '=', state)
  return query.orderBy('datedOn', 'desc').orderBy('id', 'desc')
}

/** What stands in the row of one. */
export function storedRemittance(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('taxRemittance')
    .select(['id', 'month', 'kind', 'amountFen', 'state', 'remark', 'madeBy', 'madeName', 'madeOn'])
    .select(['decidedBy', 'decidedName', 'decidedOn', 'settledOn', 'document', 'files'])
    .select(['settledName', 'reversedOn', 'reversedFor', 'reversedName'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** One as its page shows it. */
export async function remittanceOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<RemittanceWire | undefined> {
  const row = await storedRemittance(tx, institution, id)
  if (!row) return undefined
  const { seq } = await headOf(tx, { institution, name: chainOf(remittanceRegister, id) })
  const { decidedBy: _decider, files, ...shown } = row
  return { ...shown, files: [...files], seq }
}

/** Everything that remittances say of money: what the journal is made of anew. */
export async function remittanceMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const rows = await tx
    .selectFrom('taxRemittance')
    .select(['id', 'month', 'kind', 'amountFen', 'settledOn', 'document'])
    .where('institutionId', '=', institution)
    .where('state', '=', 'settled')
    .orderBy('id')
    .execute()
  return rows.map((row) => remittancePosting(row))
}
