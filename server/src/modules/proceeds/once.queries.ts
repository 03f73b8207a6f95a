import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { ReceiptTaker } from './once.ts'

/** Of two who record what came in at once, the second waits. */
export async function holdVouchers(tx: Tx, institution: string): Promise<void> {
  await sql`select hold_vouchers(${institution})`.execute(tx)
}

/** Who recorded what came in under a voucher, over the whole house. Whoever goes on to record some holds it first. */
export async function receiptTakers(
  tx: Tx,
  institution: string,
  voucher: string,
): Promise<readonly ReceiptTaker[]> {
  const { rows } = await sql<ReceiptTaker>`
    select line.source, line.id, line.number, line.on_day, entered.account, line.taken_fen, line.whole_fen
    from receipt_takers(${institution}, ${voucher}) as line
    left join receipt as entered on line.source = 'register'
      and entered.institution_id = ${institution} and entered.id = line.id
    order by line.number, line.on_day, line.id`.execute(tx)
  return rows
}
