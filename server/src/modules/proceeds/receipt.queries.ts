import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { sumKnown, unknownIn } from '../../platform/totals.ts'
import '../contracts/index.ts'
import type {
  ReceiptFilterWire,
  ReceiptPageWire,
  ReceiptQueryWire,
  ReceiptWire,
} from './receipt.wire.ts'
import { mayBeTwice, ofSameVoucher, wholeOfVoucher } from './twice.queries.ts'

/** A page of the register, newest first; its first page also says what the filter finds in all. */
export async function listReceipts(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: ReceiptQueryWire,
): Promise<ReceiptPageWire> {
  let query = ordered(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('receipt', cursor))
  const rows = await query.limit(limit + 1).execute()
  const page = pageOf(rows, limit, ({ datedOn: _place, ...line }) => line)
  return cursor === undefined ? { ...page, totals: await totals(tx, institution, filter) } : page
}

/** Every receipt that a filter finds, with all fields, for an export. */
export function allReceipts(tx: Tx, institution: string, filter: ReceiptFilterWire) {
  return ordered(tx, institution, filter)
    .select([
      'receipt.taxFen',
      'receipt.appraisalFen',
      'receipt.agencyFen',
      'receipt.othersFen',
      'receipt.costFen',
      'receipt.rewardShare',
      'receipt.ttoFen',
      'receipt.institutionFen',
      'receipt.split',
      'receipt.account',
      'receipt.remark',
    ])
    .stream(500)
}

function totals(tx: Tx, institution: string, filter: ReceiptFilterWire) {
  return found(tx, institution, filter)
    .select([
      sql<number>`count(*)::int`.as('count'),
      sumKnown('receipt.amountFen').as('amountFen'),
      sumKnown('receipt.netFen').as('netFen'),
      sumKnown('receipt.rewardFen').as('rewardFen'),
      unknownIn({
        ...{ amountFen: 'receipt.amountFen', netFen: 'receipt.netFen' },
        rewardFen: 'receipt.rewardFen',
      }).as('unknown'),
    ])
    .executeTakeFirstOrThrow()
}

function ordered(tx: Tx, institution: string, filter: ReceiptFilterWire) {
  return found(tx, institution, filter)
    .select([
      'receipt.id',
      'receipt.contractId',
      sql<string | null>`coalesce(contract.number, receipt.contract_number)`.as('contractNumber'),
      'contract.title as contractTitle',
      'receipt.caseId',
      'transferCase.number as caseNumber',
      sql<string | null>`coalesce(receipt.payer, contract.counterparty)`.as('payer'),
      'receipt.instalment',
      'receipt.receivedOn',
      'receipt.amountFen',
      'receipt.netFen',
      'receipt.rewardFen',
      'receipt.paidOn',
      'receipt.voucher',
      'receipt.takenBack',
      'receipt.datedOn',
    ])
    .orderBy('receipt.datedOn', 'desc')
    .orderBy('receipt.id', 'desc')
}

function found(
  tx: Tx,
  institution: string,
  { q, contract, receivedFrom, receivedTo, paid, twice }: ReceiptFilterWire,
) {
  let query = tx
    .selectFrom('receipt')
    .leftJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'receipt.institutionId')
        .onRef('contract.id', '=', 'receipt.contractId'),
    )
    .leftJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'receipt.institutionId')
        .onRef('transferCase.id', '=', 'receipt.caseId'),
    )
    .where('receipt.institutionId', '=', institution)
  if (contract !== undefined) query = query.where('receipt.contractId', '=', contract)
  if (receivedFrom !== undefined) query = query.where('receipt.datedOn', '>=', receivedFrom)
  if (receivedTo !== undefined) query = query.where('receipt.datedOn', '<=', receivedTo)
  if (paid !== undefined) {
    query = query.where('receipt.paidOn', paid === 'yes' ? 'is not' : 'is', null)
  }
  if (twice !== undefined) query = query.where(mayBeTwice)
  if (q !== undefined) {
    query = query.where((where) =>
      where.or([
        isFoundBy('receipt.id', institution, 'receipt', q),
        isFoundBy('receipt.contractId', institution, 'contract', q),
        isFoundBy('receipt.caseId', institution, 'case', q),
      ]),
    )
  }
  return query
}

/** One receipt, or undefined: of another institution's there is none. */
export async function receiptOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<ReceiptWire | undefined> {
  const row = await ordered(tx, institution, {})
    .select([
      'receipt.taxFen',
      'receipt.appraisalFen',
      'receipt.agencyFen',
      'receipt.othersFen',
      'receipt.costFen',
      'receipt.rewardShare',
      'receipt.ttoFen',
      'receipt.institutionFen',
      'receipt.split',
      'receipt.account',
      'receipt.byHand',
      'receipt.remark',
      mayBeTwice.as('mayBeTwice'),
    ])
    .where('receipt.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const sameVoucher = await ofSameVoucher(tx, institution, id)
  const whole = await wholeOfVoucher(tx, institution, row.voucher)
  return { ...row, ...whole, split: [...row.split], sameVoucher }
}

/** Receipts without a contract whose ledger named one that is there by now. */
export function receiptsToLink(tx: Tx, institution: string) {
  return tx
    .selectFrom('receipt')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'receipt.institutionId')
        .onRef('contract.number', '=', 'receipt.contractNumber'),
    )
    .select(['receipt.id', 'contract.id as contractId'])
    .where('receipt.institutionId', '=', institution)
    .where('receipt.contractId', 'is', null)
    .where('receipt.contractNumber', 'is not', null)
    .where(sql<boolean>`receipt.taken_off is distinct from contract.id`)
    .orderBy('receipt.id')
    .execute()
}

/** A receipt with the mode of its contract. */
interface ReceiptByMode {
  readonly id: string
  readonly receivedOn: string | null
  readonly mode: string | null
  readonly amountFen: string | null
  readonly netFen: string | null
}

/** Every receipt of a transfer, or of a contract that is not known, with the mode of the contract. */
export async function receiptsByMode(
  tx: Tx,
  institution: string,
): Promise<readonly ReceiptByMode[]> {
  return tx
    .selectFrom('receipt')
    .leftJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'receipt.institutionId')
        .onRef('contract.id', '=', 'receipt.contractId'),
    )
    .select([
      'receipt.id',
      'receipt.receivedOn',
      'contract.mode',
      // What belongs to other holders of title is no income here.
      sql<string>`(receipt.amount_fen - receipt.others_fen)::text`.as('amountFen'),
      'receipt.netFen',
    ])
    .where('receipt.institutionId', '=', institution)
    .where((where) =>
      where.or([where('contract.kind', '=', 'transfer'), where('contract.id', 'is', null)]),
    )
    .orderBy('receipt.receivedOn')
    .orderBy('receipt.id')
    .execute()
}

/** The receipts of a contract, the earliest first, with how they were distributed. */
export function receiptsOfContract(tx: Tx, institution: string, contract: string) {
  return tx
    .selectFrom('receipt')
    .select(['id', 'caseId', 'toldBy', 'receivedOn', 'amountFen', 'voucher', 'paidOn', 'netFen'])
    .select(['rewardFen', 'ttoFen', 'institutionFen'])
    .select(
      sql<string>`coalesce((select refunded_fen from receipt_money as money
        where money.institution_id = receipt.institution_id and money.receipt_id = receipt.id), 0)::text`.as(
        'refundedFen',
      ),
    )
    .where('institutionId', '=', institution)
    .where('contractId', '=', contract)
    .orderBy('datedOn')
    .orderBy('id')
    .execute()
}
