import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import '../contracts/index.ts'
import type {
  InvoiceFilterWire,
  InvoicePageWire,
  InvoiceQueryWire,
  InvoiceState,
} from './invoice-list.wire.ts'
import './receivables.table.ts'

/** Whether red-letter invoices took back all that an invoice asked for: nothing is paid by it any more. */
const isTakenBack = sql<boolean>`(invoice.state = 'issued' and invoice.red_of is null
  and invoice.amount_fen + coalesce((select sum(red.amount_fen) from invoice as red
    where red.institution_id = invoice.institution_id and red.red_of = invoice.id
      and red.state = 'issued'), 0) <= 0)`

/**
 * Whether everything that an invoice asks for has arrived. Of several invoices for one receivable the
 * earlier one is paid first. A red-letter invoice is never paid: it stands in the place of the one that
 * it takes back, and what it took back need not arrive.
 */
const isPaid = sql<boolean>`(invoice.state = 'issued' and invoice.red_of is null
  and not ${isTakenBack} and not exists (
  select from invoice_line as asked
  join receivable as owed on owed.institution_id = asked.institution_id and owed.id = asked.receivable_id
  where asked.institution_id = invoice.institution_id and asked.invoice_id = invoice.id
    and case when owed.currency = 'CNY' then owed.matched_minor else least(owed.matched_minor, owed.minor) end < (
      select case when owed.currency = 'CNY' then sum(other.fen)
        else least(sum(coalesce(other.minor, owed.minor)), owed.minor) end
      from invoice_line as other
      join invoice as earlier on earlier.institution_id = other.institution_id
        and earlier.id = other.invoice_id
      left join invoice as origin on origin.institution_id = earlier.institution_id
        and origin.id = earlier.red_of
      where other.institution_id = asked.institution_id and other.receivable_id = asked.receivable_id
        and earlier.state = 'issued'
        and (coalesce(origin.dated_on, earlier.dated_on), coalesce(origin.id, earlier.id))
          <= (invoice.dated_on, invoice.id))))`

/** How an invoice stands. */
export const invoiceState = sql<InvoiceState>`case when ${isTakenBack} then 'takenBack' when ${isPaid} then 'paid'
  when invoice.state = 'issued' and invoice.red_of is not null then 'red' else invoice.state end`

/** A page of the invoices of all contracts, newest first; its first page also says the sums. */
export async function listInvoices(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: InvoiceQueryWire,
): Promise<InvoicePageWire> {
  let query = ordered(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('invoice', cursor))
  const rows = await query.limit(limit + 1).execute()
  const page = pageOf(rows, limit, ({ datedOn: _sorted, ...row }) => row)
  if (cursor !== undefined) return page
  const standing = (column: string) =>
    sql<string>`coalesce(sum(${sql.ref(`invoice.${column}`)}) filter (where invoice.state <> 'void'), 0)::text`
  const totals = await found(tx, institution, filter)
    .select([
      sql<number>`count(*)::int`.as('count'),
      standing('amountFen').as('amountFen'),
      standing('vatFen').as('vatFen'),
    ])
    .executeTakeFirstOrThrow()
  return { ...page, totals }
}

/** Every invoice a filter finds, for an export. */
export function allInvoices(tx: Tx, institution: string, filter: InvoiceFilterWire) {
  return ordered(tx, institution, filter).stream(500)
}

function ordered(tx: Tx, institution: string, filter: InvoiceFilterWire) {
  return found(tx, institution, filter)
    .select([
      'invoice.id',
      'invoice.contractId',
      'contract.number as contractNumber',
      'contract.title as contractTitle',
      invoiceState.as('state'),
      'invoice.buyer',
      'invoice.number',
      'invoice.issuedOn',
      'invoice.amountFen',
      'invoice.vatRate',
      'invoice.vatFen',
      'invoice.vatReason',
      sql<string | null>`(select number from invoice as origin
        where origin.institution_id = invoice.institution_id
          and origin.id = invoice.red_of)`.as('redOfNumber'),
      'invoice.voidReason',
      'invoice.voidGround',
      'invoice.remark',
      'invoice.datedOn',
      sql<string>`(select coalesce(string_agg(owed.label, '、' order by owed.dated_on, owed.key), '')
        from invoice_line as asked join receivable as owed
          on owed.institution_id = asked.institution_id and owed.id = asked.receivable_id
        where asked.institution_id = invoice.institution_id
          and asked.invoice_id = invoice.id)`.as('asksFor'),
    ])
    .orderBy('invoice.datedOn', 'desc')
    .orderBy('invoice.id', 'desc')
}

function found(
  tx: Tx,
  institution: string,
  { q, contract, state: wanted, from, to }: InvoiceFilterWire,
) {
  let query = tx
    .selectFrom('invoice')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'invoice.institutionId')
        .onRef('contract.id', '=', 'invoice.contractId'),
    )
    .where('invoice.institutionId', '=', institution)
  if (contract !== undefined) query = query.where('invoice.contractId', '=', contract)
  if (from !== undefined) query = query.where('invoice.issuedOn', '>=', from)
  if (to !== undefined) query = query.where('invoice.issuedOn', '<=', to)
  if (wanted === 'draft' || wanted === 'void') query = query.where('invoice.state', '=', wanted)
  if (wanted === 'paid') query = query.where(isPaid)
  if (wanted === 'takenBack') query = query.where(isTakenBack)
  if (wanted === 'issued') {
    query = query
      .where('invoice.state', '=', 'issued')
      .where('invoice.redOf', 'is', null)
      .where(sql<boolean>`not ${isPaid} and not ${isTakenBack}`)
  }
  if (wanted === 'red') {
    query = query.where('invoice.state', '=', 'issued').where('invoice.redOf', 'is not', null)
  }
  if (q !== undefined) {
    const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where(({ or, eb }) =>
      or([
        eb('invoice.number', 'ilike', like),
        eb('invoice.buyer', 'ilike', like),
        isFoundBy('invoice.contractId', institution, 'contract', q),
      ]),
    )
  }
  return query
}
