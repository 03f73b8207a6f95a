import { sql } from 'kysely'
import { type Tx, withSightOfHouse } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { chainOf } from '../../platform/register.ts'
import '../cases/index.ts'
import type { Posting } from '../journal/index.ts'
import '../receivables/index.ts'
import { vatPosting } from './posting.ts'
import { vatRegister } from './vat.table.ts'
import { type VatMonth, vatKinds } from './vat.ts'
import type {
  VatDealWire,
  VatFilterWire,
  VatPageWire,
  VatQueryWire,
  VatSettlementWire,
} from './vat.wire.ts'

/** The months in which tax arose or that were declared, the newest first: sums of the whole house. */
export async function vatMonths(tx: Tx, institution: string): Promise<readonly VatMonth[]> {
  const read = sql<{ month: string; what: string; fen: string }>`
    select left(coalesce(entry.acted_on, entry.dated_on), 7) as month, 'arisen' as what,
      sum(line.amount_fen)::text as fen
    from journal_entry as entry
    join journal_line as line on line.institution_id = entry.institution_id
      and line.entry_id = entry.id and line.side = 'credit'
    where entry.institution_id = ${institution} and entry.source = 'receivable'
      and entry.kind = 'outputVatArose'
    group by 1
    union all
    select month, kind, sum(amount_fen)::text from vat_settlement
    where institution_id = ${institution} and state = 'recorded'
    group by 1, 2`
  const { rows } = await withSightOfHouse(tx, () => read.execute(tx))
  const months = [...new Set(rows.map(({ month }) => month))].toSorted().toReversed()
  return months.map((month) => {
    const of = (name: string) =>
      rows.find((one) => one.month === month && one.what === name)?.fen ?? '0'
    const settled = Object.fromEntries(vatKinds.map((kind) => [kind, of(kind)]))
    return { month, arisenFen: of('arisen'), settled: settled as VatMonth['settled'] }
  })
}

/**
 * Tax in costs of deals that stand in the books as paid, less what is recorded here of it. What came back of a cost was
 * not paid by it; of a receipt of a ledger the books take no cost of commissioned work, none without its amount, and
 * no more than the costs come to in all.
 */
export async function taxInCosts(tx: Tx, institution: string): Promise<bigint> {
  const read = sql<{ fen: string }>`
    select ((select coalesce(sum(amount_fen), 0) from cost
        where institution_id = ${institution} and kind = 'tax')
      - (select coalesce(sum(back.amount_fen), 0) from cost_reimbursement as back
        join cost on cost.institution_id = back.institution_id and cost.case_id = back.case_id
          and cost.seq = back.cost_seq
        where back.institution_id = ${institution} and cost.kind = 'tax')
      + (select coalesce(sum(least(receipt.tax_fen, receipt.cost_fen)), 0) from receipt
        left join contract on contract.institution_id = receipt.institution_id
          and contract.id = receipt.contract_id
        where receipt.institution_id = ${institution} and receipt.case_id is null
          and receipt.received_on is not null and receipt.amount_fen is not null
          and receipt.tax_fen is not null and coalesce(contract.kind, 'transfer') = 'transfer')
      - (select coalesce(sum(amount_fen), 0) from vat_settlement
        where institution_id = ${institution} and kind = 'costed' and state = 'recorded'))::text
      as fen`
  const { rows } = await withSightOfHouse(tx, () => read.execute(tx))
  return BigInt(rows[0]?.fen ?? '0')
}

/**
 * Contracts of cases whose invoices bear other tax than the case deducts. A distribution deducts what its costs say,
 * and nothing by itself: tax that nobody wrote down there is never deducted.
 */
export async function unlikeDeals(tx: Tx, institution: string): Promise<VatDealWire[]> {
  const { rows } = await sql<VatDealWire>`
    select contract.id as contract_id, coalesce(contract.number, contract.title) as title,
      transfer_case.id as case_id, transfer_case.number as case_number,
      taxed.fen::text as vat_fen, coalesce(costs.fen, 0)::text as cost_fen
    from contract
    join transfer_case on transfer_case.institution_id = contract.institution_id
      and transfer_case.id = contract.case_id
    cross join lateral (
      select sum(booked_vat_fen) as fen from receivable
      where receivable.institution_id = contract.institution_id
        and receivable.contract_id = contract.id) as taxed
    cross join lateral (
      select sum(cost.amount_fen - coalesce((select sum(back.amount_fen)
          from cost_reimbursement as back where back.institution_id = cost.institution_id
            and back.case_id = cost.case_id and back.cost_seq = cost.seq), 0)) as fen
      from cost
      where cost.institution_id = contract.institution_id and cost.case_id = contract.case_id
        and cost.kind = 'tax') as costs
    where contract.institution_id = ${institution} and contract.kind = 'transfer'
      and taxed.fen > 0 and taxed.fen <> coalesce(costs.fen, 0)
    order by transfer_case.number, contract.id limit 200`.execute(tx)
  return rows
}

/** A page of what became of tax, newest first. */
export async function listSettlements(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: VatQueryWire,
): Promise<VatPageWire> {
  let query = found(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('vatSettlement', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, ...line }) => line)
}

export function allSettlements(tx: Tx, institution: string, filter: VatFilterWire) {
  return found(tx, institution, filter).stream(500)
}

function found(tx: Tx, institution: string, { month, state }: VatFilterWire) {
  let query = tx
    .selectFrom('vatSettlement')
    .select(['id', 'month', 'kind', 'amountFen', 'onDay', 'document', 'remark', 'state'])
    .select(['madeName', 'madeOn', 'reversedOn', 'reversedName', 'datedOn'])
    .where('institutionId', '=', institution)
  if (month !== undefined) query = query.where('month', '=', month)
  if (state !== undefined) query = query.where('state', '=', state)
  return query.orderBy('datedOn', 'desc').orderBy('id', 'desc')
}

/** What stands in the row of one. */
export function storedSettlement(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('vatSettlement')
    .select(['id', 'month', 'kind', 'amountFen', 'onDay', 'document', 'remark', 'state'])
    .select(['madeBy', 'madeName', 'madeOn', 'reversedOn', 'reversedName', 'reversedFor'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** One as its page shows it. */
export async function settlementOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<VatSettlementWire | undefined> {
  const row = await storedSettlement(tx, institution, id)
  if (!row) return undefined
  const { seq } = await headOf(tx, { institution, name: chainOf(vatRegister, id) })
  return { ...row, seq }
}

/** Everything that settlements say of money: what the journal is made of anew. */
export async function vatMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const rows = await tx
    .selectFrom('vatSettlement')
    .select(['id', 'month', 'kind', 'amountFen', 'onDay', 'document'])
    .where('institutionId', '=', institution)
    .where('state', '=', 'recorded')
    .orderBy('id')
    .execute()
  return rows.map(vatPosting)
}
