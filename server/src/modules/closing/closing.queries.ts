import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../journal/index.ts'
import '../payouts/index.ts'
import { contractsToBook } from '../receivables/index.ts'
import { differencesOf } from '../reconciliation/index.ts'
import { type Check, checked } from './closing.ts'

/** Every act about months, the first first. */
export function periodActs(tx: Tx, institution: string) {
  return tx
    .selectFrom('periodAct')
    .select(['seq', 'id', 'kind', 'month', 'closedBefore', 'remark', 'proposedBy', 'proposedName'])
    .select(['digest', 'entries', 'madeAt', 'madeBy', 'madeName'])
    .where('institutionId', '=', institution)
    .orderBy('seq')
    .execute()
}

/** The vouchers of a closing as they went out. */
export async function keptVouchers(tx: Tx, institution: string, seq: number) {
  const row = await tx
    .selectFrom('periodAct')
    .select(['vouchers', 'digest'])
    .where('institutionId', '=', institution)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row
}

/** How many entries stand in some months, and on which day the first one does. */
export async function entriesIn(
  tx: Tx,
  institution: string,
  { after, through }: { readonly after: string | null; readonly through: string },
): Promise<{ readonly count: number; readonly first: string | null }> {
  return await tx
    .selectFrom('journalEntry')
    .select([sql<number>`count(*)::int`.as('count')])
    .select(sql<string | null>`min(dated_on)`.as('first'))
    .where('institutionId', '=', institution)
    .where(sql<boolean>`left(dated_on, 7) > ${after ?? ''}`)
    .where(sql<boolean>`left(dated_on, 7) <= ${through}`)
    .executeTakeFirstOrThrow()
}

/** What is looked at before months through one are closed. */
export async function checksFor(
  tx: Tx,
  institution: string,
  month: string,
  today: Day,
): Promise<readonly Check[]> {
  const through = `${month}-31`
  const [differences, claims, counts] = [
    await differencesOf(tx, institution),
    await contractsToBook(tx, institution, today),
    await leftOver(tx, institution, through),
  ]
  return [
    checked('reconciled', differences.items.length),
    checked('claims', claims.length),
    checked('drafts', counts.drafts),
    checked('unlinked', counts.unlinked),
    checked('unmatched', counts.unmatched),
    checked('payments', counts.payments),
  ]
}

interface LeftOver {
  readonly drafts: number
  readonly unlinked: number
  readonly unmatched: number
  readonly payments: number
}

/** Invoices in draft, receipts of no contract, receipts that paid nothing though something is owed, payments out. */
async function leftOver(tx: Tx, institution: string, through: string): Promise<LeftOver> {
  const { rows } = await sql<LeftOver>`
    select
      (select count(*)::int from invoice
       where institution_id = ${institution} and state = 'draft') as drafts,
      (select count(*)::int from receipt
       where institution_id = ${institution} and dated_on <= ${through}
         and contract_id is null and case_id is null and amount_fen > 0) as unlinked,
      (select count(*)::int from receipt
       left join receipt_money as used on used.institution_id = receipt.institution_id
         and used.receipt_id = receipt.id
       where receipt.institution_id = ${institution} and receipt.dated_on <= ${through}
         and receipt.amount_fen > coalesce(used.matched_fen + used.refunded_fen, 0)
         and exists (select from receivable where receivable.institution_id = receipt.institution_id
           and receivable.contract_id = receipt.contract_id and receivable.booked_fen > 0)) as unmatched,
      (select count(*)::int from payment_order
       where institution_id = ${institution} and state = 'sent' and left(sent_on::text, 7)
         <= ${through.slice(0, 7)}) as payments`.execute(tx)
  const [found] = rows
  return found ?? { drafts: 0, unlinked: 0, unmatched: 0, payments: 0 }
}
