import { type Words, yuan } from '@yizhuan/kit'
import { procedureOf, serviceContract } from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { FieldError } from '../../../platform/problem.ts'
import { holdVouchers, receiptConflict, receiptTakers } from '../../proceeds/index.ts'
import { feesReimbursed, type ReimbursedFees } from '../../rights/index.ts'
import { type Answer, type Asked, type Data, isFen, noOf } from '../gathering.ts'
import { replacedBy, saidIn, sumOf, takersOfVouchers, vouchersOnce } from './voucher.queries.ts'
import { voucherKey } from './voucher.ts'

// A fee of a right that a co-owner or licensee gave back is no cost of the deal (gd-2025#a23.p1 deducts what a deal
// cost): what all cases deduct of its voucher is no more than the house bore. What came back of a cost that waits
// is put right by withdrawing it and recording it anew; what a payout deducted before is shared out like a receipt.

/** What somebody deducts of a voucher beside all others, and what of that takes the place of something before. */
interface Deducted {
  readonly voucher: string
  readonly amount: bigint
  readonly instead: bigint
  /** Where it stands in the act. */
  readonly at: string
}

/** Costs that are deducted once, and of no fee more than the house bore. */
export async function deductibleCosts(
  tx: Tx,
  asked: Pick<Asked, 'institution' | 'data' | 'past'>,
): Promise<Answer> {
  const once = await vouchersOnce(tx, asked)
  if ('errors' in once) return once
  const { institution, data, past } = asked
  const [lines, before] = [saidIn(data), replacedBy(past, data)]
  const firsts = lines.filter(({ key }, at) => lines.findIndex((one) => one.key === key) === at)
  const errors = await reimbursedFees(
    tx,
    institution,
    firsts.map(({ voucher, key, at }) => ({
      ...{ voucher, at, amount: sumOf(lines.filter((one) => one.key === key)) },
      instead: sumOf(before.filter((one) => one.key === key)),
    })),
  )
  return errors.length > 0 ? { errors } : once
}

/** What is deducted of fees that others gave back. */
async function reimbursedFees(
  tx: Tx,
  institution: string,
  deducted: readonly Deducted[],
): Promise<readonly FieldError[]> {
  const over = await deductedOver(tx, institution, deducted)
  return over.map(({ at, fee, voucher }) => ({
    ...{ pointer: `${at}/amount`, rule: 'cost-reimbursed' },
    detail: detailOf(voucher, fee, {
      zh: '请按抵减后的金额登记。',
      en: 'Record what is left of it.',
    }),
  }))
}

/** Nothing is planned while a case deducts more of a fee than the house bore. */
export async function costsToCorrect(tx: Tx, { institution, data, past }: Asked): Promise<Answer> {
  const vouchers = [...new Set(past.flatMap((one) => vouchersIn(one.data)))]
  const deducted = vouchers.map((voucher) => ({ voucher, amount: 0n, instead: 0n, at: '' }))
  const of = past[0]?.case
  const over = await deductedOver(tx, institution, deducted)
  const own = over.find(({ takers }) => takers.some(({ id }) => id === of))
  if (!own) return { data }
  const isService = procedureOf(past).id === serviceContract.id
  const detail = detailOf(own.voucher, own.fee, isService ? settledAnew : correctedFirst)
  return { errors: [{ pointer: '#/data/lines', rule: 'costs-reimbursed', detail }] }
}

const correctedFirst: Words = {
  zh: '请先更正这笔费用：尚未扣除的，撤回后按抵减后的金额重新登记；已经扣除的，登记已扣费用收回，由本次分配一并调整。',
  en: 'Put the cost right first: where it waits, withdraw it and record what is left of it; where a payout deducted it, record what came back, and this distribution shares it out.',
}
const settledAnew: Words = {
  zh: '请先用原结算单号重新结算净收入，这张凭证按抵减后的金额扣除。',
  en: 'Settle the net income anew first, under the number of the statement that deducts it, with what is left of this voucher.',
}

function vouchersIn({ voucher, kind, costVouchers }: Data): readonly string[] {
  if (typeof voucher === 'string' && kind !== undefined) return [voucher]
  if (!Array.isArray(costVouchers)) return []
  return costVouchers.flatMap((one: Data | null) =>
    typeof one?.['voucher'] === 'string' ? [one['voucher']] : [],
  )
}

async function deductedOver(tx: Tx, institution: string, deducted: readonly Deducted[]) {
  const vouchers = deducted.map(({ voucher }) => voucher)
  const fees = await feesReimbursed(tx, institution, vouchers)
  if (fees.length === 0) return []
  const taken = await takersOfVouchers(tx, institution, vouchers)
  const back = await cameBackOf(tx, institution, vouchers)
  return deducted.flatMap(({ voucher, amount, instead, at }) => {
    const key = voucherKey(voucher)
    const fee = fees.find((one) => one.key === key)
    const takers = (taken.get(voucher)?.takers ?? []).filter(({ taker }) => taker === 'case')
    const before = amount - instead - (back.get(key) ?? 0n)
    const sum = takers.reduce((all, { takenFen }) => all + BigInt(takenFen), before)
    return fee && sum > boreOf(fee) ? [{ voucher, at, fee, takers, over: sum - boreOf(fee) }] : []
  })
}

/** What cases recorded as come back of costs after they were deducted, by the costs' vouchers. */
async function cameBackOf(tx: Tx, institution: string, vouchers: readonly string[]) {
  const keys = [...new Set(vouchers.map(voucherKey))]
  const { rows } = await sql<{ key: string; fen: string }>`
    select key, fen::text as fen from costs_came_back(${institution}, ${keys}::text[])`.execute(tx)
  return new Map(rows.map(({ key, fen }) => [key, BigInt(fen)]))
}

/**
 * What came back of a deducted cost counts once, and is no receipt besides. What others gave back of a fee the ledger of fees
 * has booked: the case shares it out and books no money, and no more of it than came back there.
 */
export async function cameBack(tx: Tx, { institution, data, on }: Asked): Promise<Answer> {
  const { inFees: _inFees, ...told } = data
  const { cost, voucher, amount } = told
  // What is not said as it must be is refused with the rest of the form.
  if (typeof cost !== 'string' || typeof voucher !== 'string' || !isFen(amount)) {
    return { data: told }
  }
  await holdVouchers(tx, institution)
  const takers = await receiptTakers(tx, institution, voucher)
  const taking = { voucher, on, amount: BigInt(amount), whole: undefined }
  if (receiptConflict(takers, taking)) return isRecorded
  const asked = { voucher: cost, amount: 0n, instead: 0n, at: '' }
  const [over] = await deductedOver(tx, institution, [asked])
  if (!over) return { data: told }
  if (BigInt(amount) <= over.over) return { data: { ...told, inFees: true } }
  const [zh, en] = [yuan(over.over), yuan(over.over, 'en')]
  return noOf(
    'amount',
    'more-than-fees-came-back',
    `专利费用台账中这张凭证由他方承担、尚未补充分配的是${zh}；先登记这一部分，其余收回另行登记。`,
    `By the ledger of fees others bore ${en} of this voucher that was not shared out yet; record that first, and what else came back by itself.`,
  )
}

const isRecorded: Answer = noOf(
  'voucher',
  'receipt-of-the-register',
  '这个凭证号的款项已登记为到账或者费用收回，同一笔款只登记一次；登记有误的请先在那边更正，确为另一张凭证的请在凭证号前注明年月。',
  'Money under this voucher is recorded already, as a receipt or as come back of a cost, and money is recorded once: put it right there first; if it is another voucher, put year and month before it.',
)

const boreOf = ({ paidFen, backFen }: ReimbursedFees) => BigInt(paidFen) - BigInt(backFen)

function detailOf(voucher: string, fee: ReimbursedFees, then: Words): Words {
  const [paid, back, bore] = [BigInt(fee.paidFen), BigInt(fee.backFen), boreOf(fee)]
  return {
    zh: `凭证${voucher}的专利费用${yuan(paid)}中，他方已承担${yuan(back)}，本单位各项目合计至多扣除${yuan(bore)}。${then.zh}`,
    en: `Of the ${yuan(paid, 'en')} of fees under voucher ${voucher} others have borne ${yuan(back, 'en')}: all cases deduct ${yuan(bore, 'en')} at most. ${then.en}`,
  }
}
