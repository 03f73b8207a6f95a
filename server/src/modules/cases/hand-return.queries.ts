import { yuan } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import './case.table.ts'
import { type Answer, type Asked, isFen, noOf } from './gathering.ts'
import { partsOfReturn } from './hand-return.ts'

/**
 * Held until the transaction ends: of two, one of whom says what was withheld from a payment while the other
 * says that it came back, the second sees what the first said.
 */
export const holdHandTax = (tx: Tx, institution: string) =>
  sql`select pg_advisory_xact_lock(hashtext('yizhuan hand tax'), hashtext(${institution}))`.execute(
    tx,
  )

/**
 * Tax is withheld from what somebody was really paid. Where a return leaves nothing of a payment but its tax, all
 * that was sent came back: the payment is returned whole, so that its tax goes with it.
 */
export async function handReturn(
  tx: Tx,
  { institution, data, past, isByHolder }: Asked,
): Promise<Answer> {
  const { name, award = 'cash', amount } = data
  const record = past[0]?.case
  if (isByHolder || award !== 'cash' || typeof name !== 'string' || !isFen(amount)) return { data }
  if (record === undefined) return { data }
  await holdHandTax(tx, institution)
  const payments = await tx
    .selectFrom('handPayment')
    .select(['amountFen', 'backFen', 'withheldFen'])
    .where('institutionId', '=', institution)
    .where('recordId', '=', record)
    .where('name', '=', name)
    .orderBy('seq', 'desc')
    .orderBy('line')
    .execute()
  const [only] = partsOfReturn(payments, BigInt(amount)).filter(({ leavesTax }) => leavesTax)
  if (!only) return { data }
  // What is said besides of earlier payments came back whole.
  const whole = BigInt(amount) - only.part + only.open
  const [tax, net] = [only.tax, whole - only.tax]
  return noOf(
    'amount',
    'return-leaves-tax',
    `这笔付款尚未退回的 ${yuan(whole)} 中已代扣税款 ${yuan(tax)}，按此金额登记后没有实际付到的款项。全部退回的，请按税前金额 ${yuan(whole)} 登记，代扣税款随之冲减，重新付款时另行登记税额；只退回一部分的，应少于 ${yuan(net)}。`,
    `Of the ${yuan(whole, 'en')} of this payment that did not come back ${yuan(tax, 'en')} was withheld for tax: nothing would be left that was really paid. Where all of it came back, record ${yuan(whole, 'en')}, tax included, and the tax goes with it; what is paid instead has a tax of its own. A part of it is less than ${yuan(net, 'en')}.`,
  )
}
