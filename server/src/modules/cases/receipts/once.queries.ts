import type { Tx } from '../../../platform/database.ts'
import { holdVouchers, receiptConflict, receiptTakers } from '../../proceeds/index.ts'
import { type Answer, type Asked, isFen } from '../gathering.ts'

/** What came in counts once over all cases, holdings and the register. Of two at once the second waits for the first. */
export async function receiptOnce(
  tx: Tx,
  { institution, data, on }: Pick<Asked, 'institution' | 'data' | 'on'>,
): Promise<Answer> {
  const { voucher, amount, voucherAmount, receiptId } = data
  // What is not said as it must be is refused with the rest of the form.
  if (typeof voucher !== 'string' || voucher.trim() === '' || !isFen(amount)) return { data }
  await holdVouchers(tx, institution)
  const rows = await receiptTakers(tx, institution, voucher)
  const whole = isFen(voucherAmount) ? BigInt(voucherAmount) : undefined
  // What a case takes in from the register is that same receipt.
  const others = rows.filter(({ id }) => id !== receiptId)
  const told = { voucher: voucher.trim(), on, amount: BigInt(amount), whole }
  const conflict = receiptConflict(others, told)
  if (!conflict) return { data }
  const { at, rule, detail } = conflict
  return { errors: [{ pointer: `#/data/${at}`, rule, detail }] }
}
