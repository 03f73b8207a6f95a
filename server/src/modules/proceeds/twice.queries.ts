import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { ReceiptWire, SameVoucherWire } from './receipt.wire.ts'

// What came in is income once. What is recorded since is held to that; what was recorded before it was, or came with
// an old ledger, is found here, for somebody to put right.

type One = 'receipt' | 'other' | 'part'

const column = (of: One, name: string) => sql.ref(`${of}.${name}`)
/** Whose it is: of the case that recorded it, or whose takeover told of it. */
const caseOf = (of: One) => sql`coalesce(${column(of, 'case_id')}, ${column(of, 'told_by')})`
const key = (of: One) => sql`voucher_key(${column(of, 'voucher')})`

/** What of a receipt came in: it may have gone back since, but what was recorded by mistake never came. */
const kept = (of: One) => sql`(${column(of, 'amount_fen')} - coalesce((
  select sum(back.fen) from receipt_refund as back
  join receipt as mistake on mistake.institution_id = back.institution_id and mistake.id = back.refund_id
  join act on act.institution_id = mistake.institution_id and act.case_id = mistake.case_id
    and act.seq = mistake.seq and act.entry #>> '{data,cause}' = 'entry_error'
  where back.institution_id = ${column(of, 'institution_id')}
    and back.receipt_id = ${column(of, 'id')}), 0))`

const isSameVoucher = (of: 'other' | 'part') => sql`
  ${column(of, 'institution_id')} = receipt.institution_id and ${key(of)} = ${key('receipt')}
  and ${column(of, 'amount_fen')} > 0 and ${kept(of)} > 0`

/** What was said to have come in as a whole. */
const whole = sql`coalesce(receipt.voucher_fen, other.voucher_fen)`

/** Ledgers number their vouchers anew each month: the same number at another time over another amount is another. */
const mayBeSame = sql`(other.amount_fen = receipt.amount_fen
  or starts_with(other.received_on, receipt.received_on)
  or starts_with(receipt.received_on, other.received_on))`

/** Whether the money of a receipt may stand as income more than once. */
export const mayBeTwice: RawBuilder<boolean> = sql<boolean>`(receipt.amount_fen > 0
  and receipt.voucher is not null and ${kept('receipt')} > 0 and exists (
    select from receipt as other where ${isSameVoucher('other')} and other.id <> receipt.id
      and case
        -- Cases say what the whole comes to where they share a receipt.
        when ${caseOf('receipt')} is not null and ${caseOf('other')} is not null then coalesce(
          (select sum(${kept('part')}) > max(part.voucher_fen) from receipt as part
            where ${isSameVoucher('part')} and ${caseOf('part')} is not null
            having max(part.voucher_fen) is not null),
          ${caseOf('receipt')} <> ${caseOf('other')} or receipt.amount_fen = other.amount_fen)
        -- One line of a ledger is a receipt, or the part of one contract.
        when ${caseOf('receipt')} is null and ${caseOf('other')} is null then
          receipt.amount_fen = other.amount_fen and receipt.received_on = other.received_on
        else ${mayBeSame} and coalesce(${kept('receipt')} + ${kept('other')} > ${whole}, true)
      end))`

/** What else stands under the voucher of a receipt, the earliest first. */
export async function ofSameVoucher(
  tx: Tx,
  institution: string,
  id: string,
): Promise<SameVoucherWire[]> {
  const { rows } = await sql<SameVoucherWire>`
    select other.id, other.case_id, deal.number as case_number,
      coalesce(contract.number, other.contract_number) as contract_number,
      other.received_on, ${kept('other')}::text as kept_fen
    from receipt join receipt as other on ${isSameVoucher('other')} and other.id <> receipt.id
    left join transfer_case as deal
      on deal.institution_id = other.institution_id and deal.id = other.case_id
    left join contract
      on contract.institution_id = other.institution_id and contract.id = other.contract_id
    where receipt.institution_id = ${institution} and receipt.id = ${id}
    order by other.dated_on, other.id limit 100`.execute(tx)
  return rows
}

/** What came in as a whole under a voucher, and what of it no case recorded yet, whoever may see that case. */
export async function wholeOfVoucher(
  tx: Tx,
  institution: string,
  voucher: string | null,
): Promise<Pick<ReceiptWire, 'wholeFen' | 'leftFen'>> {
  const { rows } = await sql<Pick<ReceiptWire, 'wholeFen' | 'leftFen'>>`
    select max(whole)::text as whole_fen,
      greatest(max(whole) - coalesce(sum(taken) filter (where source <> 'register'), 0), 0)::text as left_fen
    from receipt_lines(${institution}, array[voucher_key(${voucher})])`.execute(tx)
  return rows[0] ?? { wholeFen: null, leftFen: null }
}
