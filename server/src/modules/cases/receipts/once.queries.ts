import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { type Answer, type Asked, isFen } from '../gathering.ts'
import { type ReceiptTaker, receiptConflict } from './once.ts'

/** What came in counts once over all cases, holdings and the register. Of two at once the second waits for the first. */
export async function receiptOnce(
  tx: Tx,
  { institution, data, on }: Pick<Asked, 'institution' | 'data' | 'on'>,
): Promise<Answer> {
  const { voucher, amount, voucherAmount, receiptId } = data
  // What is not said as it must be is refused with the rest of the form.
  if (typeof voucher !== 'string' || voucher.trim() === '' || !isFen(amount)) return { data }
  await sql`select hold_vouchers(${institution})`.execute(tx)
  const { rows } = await sql<ReceiptTaker>`
    select source, id, number, on_day, taken_fen, whole_fen
    from receipt_takers(${institution}, ${voucher}) order by number`.execute(tx)
  const whole = isFen(voucherAmount) ? BigInt(voucherAmount) : undefined
  // What a case takes in from the register is that same receipt.
  const others = rows.filter(({ id }) => id !== receiptId)
  const told = { voucher: voucher.trim(), on, amount: BigInt(amount), whole }
  const conflict = receiptConflict(others, told)
  if (!conflict) return { data }
  const { at, rule, detail } = conflict
  return { errors: [{ pointer: `#/data/${at}`, rule, detail }] }
}
