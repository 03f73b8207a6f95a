import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../proceeds/index.ts'
import './receivables.table.ts'

/** The day on which the tax of a receivable arose, where no invoice came before it. */
export const taxDay = sql<string | null>`least(receivable.due_on, (
      select min(receipt.received_on) from receivable_match as match
      join receipt on receipt.institution_id = match.institution_id and receipt.id = match.receipt_id
      where match.institution_id = receivable.institution_id and match.receivable_id = receivable.id
        and match.takes_back is null and length(receipt.received_on) = 10
        and not exists (select from receivable_match as back
          where back.institution_id = match.institution_id and back.takes_back = match.id)))`

/**
 * Of each line of an invoice the day on which its tax arose: on which it fell due by its contract, or the first money
 * for it arrived (cn-vat-law#a28). An invoice before that day is that day itself, which whoever asks knows.
 */
export async function taxArose(
  tx: Tx,
  institution: string,
  invoice: string,
): Promise<readonly (string | null)[]> {
  const { rows } = await sql<{ readonly day: string | null }>`
    select ${taxDay} as day
    from invoice_line as line
    join receivable on receivable.institution_id = line.institution_id
      and receivable.id = line.receivable_id
    where line.institution_id = ${institution} and line.invoice_id = ${invoice}`.execute(tx)
  return rows.map(({ day }) => day)
}
