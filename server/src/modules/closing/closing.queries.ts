import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../journal/index.ts'
import '../payouts/index.ts'
import { contractsToBook } from '../receivables/index.ts'
import { differencesOf } from '../reconciliation/index.ts'
import './closing.table.ts'
import { type Check, checked, type Found } from './closing.ts'

/** Every act about months, the first first. */
export function periodActs(tx: Tx, institution: string) {
  return tx
    .selectFrom('periodAct')
    .select(['seq', 'id', 'kind', 'month', 'closedBefore', 'remark', 'proposedBy', 'proposedName'])
    .select(['checks', 'digest', 'entries', 'madeAt', 'madeBy', 'madeName'])
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

/** The cases that only some may read. */
export async function closedCases(tx: Tx, institution: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly caseId: string }>`
    select case_id from closed_case where institution_id = ${institution}`.execute(tx)
  return new Set(rows.map(({ caseId }) => caseId))
}

/** What is looked at before months through one are closed, with how the books compare with the records. */
export async function checksFor(
  tx: Tx,
  institution: string,
  month: string,
  today: Day,
  differing: readonly Found[],
): Promise<readonly Check[]> {
  const through = `${month}-31`
  const [claims, left] = [
    await claimsToBook(tx, institution, today),
    await leftOver(tx, institution, through),
  ]
  const of = (kind: string) =>
    left.filter((one) => one.kind === kind).map(({ id, label }) => ({ id, label }))
  return [
    checked('reconciled', differing),
    checked('claims', claims),
    checked('drafts', of('drafts')),
    checked('unlinked', of('unlinked')),
    checked('unmatched', of('unmatched')),
    checked('payments', of('payments')),
  ]
}

/** Where the books are not what is recorded of money, compared now. */
export async function lookAtBooks(tx: Tx, institution: string): Promise<readonly Found[]> {
  const { items } = await differencesOf(tx, institution)
  return items.map(({ record, account, person }) => ({
    ...{ id: `${record}/${account}/${person}`, label: account },
  }))
}

/** When the books were last compared, and what differed. */
export async function lastLook(tx: Tx, institution: string) {
  return await tx
    .selectFrom('closingLook')
    .select(['lookedAt', 'found'])
    .where('institutionId', '=', institution)
    .executeTakeFirst()
}

async function claimsToBook(tx: Tx, institution: string, today: Day): Promise<readonly Found[]> {
  const ids = await contractsToBook(tx, institution, today)
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('contract')
    .select(['id', 'number', 'title'])
    .where('institutionId', '=', institution)
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, number, title }) => ({ id, label: number ?? title }))
}

interface LeftOver extends Found {
  readonly kind: 'drafts' | 'unlinked' | 'unmatched' | 'payments'
}

/** Invoices in draft, receipts of no contract, receipts that paid nothing though something is owed, payments out. */
async function leftOver(
  tx: Tx,
  institution: string,
  through: string,
): Promise<readonly LeftOver[]> {
  const receipt = sql`receipt.id::text as id, left(coalesce(receipt.voucher, receipt.payer, '')
    || ' ' || coalesce(receipt.received_on, ''), 100) as label`
  const { rows } = await sql<LeftOver>`
    select 'drafts' as kind, id::text, left(buyer, 100) as label from invoice
    where institution_id = ${institution} and state = 'draft'
    union all
    select 'unlinked', ${receipt} from receipt
    where institution_id = ${institution} and dated_on <= ${through}
      and contract_id is null and case_id is null and amount_fen > 0
    union all
    select 'unmatched', ${receipt} from receipt
    left join receipt_money as used on used.institution_id = receipt.institution_id
      and used.receipt_id = receipt.id
    where receipt.institution_id = ${institution} and receipt.dated_on <= ${through}
      and receipt.amount_fen > coalesce(used.matched_fen + used.refunded_fen, 0)
      and exists (select from receivable where receivable.institution_id = receipt.institution_id
        and receivable.contract_id = receipt.contract_id and receivable.booked_fen > 0)
    union all
    select 'payments', batch_id || '/' || number, sent_on::text from (
      select institution_id, batch_id, number, state, sent_on from payment_order union all
      select institution_id, batch_id, number, state, sent_on from award_order) as sent
    where institution_id = ${institution} and state = 'sent' and left(sent_on::text, 7)
      <= ${through.slice(0, 7)}
    order by kind, id`.execute(tx)
  return rows
}
