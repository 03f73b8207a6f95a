import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import '../rights/index.ts'
import './receipt-list.table.ts'
import type { z } from 'zod'
import type {
  ReceiptListFilterWire,
  ReceiptListPageWire,
  ReceiptListQueryWire,
  ReceiptListWire,
} from './receipt-list.wire.ts'

/** A page of the lists that were taken, newest first. */
export async function listReceiptLists(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: ReceiptListQueryWire,
): Promise<z.infer<typeof ReceiptListPageWire>> {
  let query = lists(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('feeReceiptList', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, ...line }) => line)
}

/** Every list a filter finds, for an export. */
export function allReceiptLists(tx: Tx, institution: string, filter: ReceiptListFilterWire) {
  return lists(tx, institution, filter).stream(500)
}

function lists(tx: Tx, institution: string, { state }: ReceiptListFilterWire) {
  let query = tx
    .selectFrom('feeReceiptList')
    .select(['id', 'name', 'lines', 'sumFen', 'state', 'takenOn', 'takenName'])
    .select(['undoneOn', 'undoneName', 'undoReason', 'datedOn'])
    .where('institutionId', '=', institution)
  if (state !== undefined) query = query.where('state', '=', state)
  return query.orderBy('datedOn', 'desc').orderBy('id', 'desc')
}

/** One list with the fees it settled. */
export async function receiptListOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<ReceiptListWire | undefined> {
  const list = await tx
    .selectFrom('feeReceiptList')
    .select(['id', 'name', 'sha256', 'lines', 'sumFen', 'state', 'takenOn', 'takenName'])
    .select(['undoneOn', 'undoneName', 'undoReason'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!list) return undefined
  const fees = await tx
    .selectFrom('feeReceiptLine')
    .innerJoin('ipRight', (join) =>
      join
        .onRef('ipRight.institutionId', '=', 'feeReceiptLine.institutionId')
        .onRef('ipRight.id', '=', 'feeReceiptLine.rightId'),
    )
    .innerJoin('feeBatch', (join) =>
      join
        .onRef('feeBatch.institutionId', '=', 'feeReceiptLine.institutionId')
        .onRef('feeBatch.id', '=', 'feeReceiptLine.batchId'),
    )
    .leftJoin('rightEvent', (join) =>
      join
        .onRef('rightEvent.institutionId', '=', 'feeReceiptLine.institutionId')
        .onRef('rightEvent.strikes', '=', 'feeReceiptLine.eventId'),
    )
    .select(['ipRight.id as right', 'ipRight.number', 'ipRight.title'])
    .select(['feeBatch.id as batch', 'feeBatch.title as batchTitle'])
    .select(['feeReceiptLine.year', 'feeReceiptLine.row', 'feeReceiptLine.fen'])
    .select(['feeReceiptLine.receipt', 'feeReceiptLine.paidOn'])
    .select(sql<boolean>`right_event.id is not null`.as('isStruck'))
    .where('feeReceiptLine.institutionId', '=', institution)
    .where('ipRight.institutionId', '=', institution)
    .where('feeBatch.institutionId', '=', institution)
    .where('feeReceiptLine.listId', '=', id)
    .orderBy('feeReceiptLine.row')
    .execute()
  return { ...list, fees }
}

/** The lines of a list whose payments still stand, the latest years first: they are taken back in that order. */
export function standingLines(tx: Tx, institution: string, list: string) {
  return tx
    .selectFrom('feeReceiptLine')
    .select(['eventId', 'rightId', 'year'])
    .where('institutionId', '=', institution)
    .where('listId', '=', list)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('rightEvent')
            .select('rightEvent.id')
            .where('rightEvent.institutionId', '=', institution)
            .whereRef('rightEvent.strikes', '=', 'feeReceiptLine.eventId'),
        ),
      ),
    )
    .orderBy('year', 'desc')
    .orderBy('eventId')
    .execute()
}

/** A later year of one of these rights that was paid since, by something else than the list. */
export async function paidLater(tx: Tx, institution: string, list: string) {
  const { rows } = await sql<{ title: string; year: number }>`
    select ip_right.title, (later.told->>'year')::int as year
    from fee_receipt_line line
    join ip_right on ip_right.institution_id = ${institution} and ip_right.id = line.right_id
    join right_event later on later.institution_id = ${institution}
      and later.right_id = line.right_id
      and later.kind in ('annuityPaid', 'annuityTakenAsPaid')
      and (later.told->>'year')::int > line.year
    where line.institution_id = ${institution} and line.list_id = ${list}
      and not exists (select from right_event struck
        where struck.institution_id = ${institution} and struck.strikes in (later.id, line.event_id))
      and not exists (select from fee_receipt_line own
        where own.institution_id = ${institution} and own.list_id = ${list}
          and own.event_id = later.id)
    order by year limit 1`.execute(tx)
  return rows[0]
}
