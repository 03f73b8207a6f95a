import { type Words, yuan } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import type { FieldError } from '../../../platform/problem.ts'
import { feesReimbursed, type ReimbursedFees } from '../../rights/index.ts'
import type { Answer, Asked, Data } from '../gathering.ts'
import { replacedBy, saidIn, sumOf, takersOfVouchers, vouchersOnce } from './voucher.queries.ts'
import { voucherKey } from './voucher.ts'

// A fee of a right that a co-owner or licensee gave back is no cost of the deal (gd-2025#a23.p1 deducts what a deal
// cost): what all cases deduct of its voucher is no more than the house bore. What came back after it was deducted is
// put right by the next distribution: the cost is withdrawn and recorded anew.

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
  const detail = detailOf(own.voucher, own.fee, {
    zh: '请先更正这笔费用：撤回后按抵减后的金额重新登记；已经扣除的，由本次分配一并调整。',
    en: 'Put the cost right first: withdraw it and record what is left of it. What was deducted before is put right by this distribution.',
  })
  return { errors: [{ pointer: '#/data/lines', rule: 'costs-reimbursed', detail }] }
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
  return deducted.flatMap(({ voucher, amount, instead, at }) => {
    const fee = fees.find(({ key }) => key === voucherKey(voucher))
    const takers = (taken.get(voucher)?.takers ?? []).filter(({ taker }) => taker === 'case')
    const sum = takers.reduce((all, { takenFen }) => all + BigInt(takenFen), amount - instead)
    return fee && sum > boreOf(fee) ? [{ voucher, at, fee, takers }] : []
  })
}

const boreOf = ({ paidFen, backFen }: ReimbursedFees) => BigInt(paidFen) - BigInt(backFen)

function detailOf(voucher: string, fee: ReimbursedFees, then: Words): Words {
  const [paid, back, bore] = [BigInt(fee.paidFen), BigInt(fee.backFen), boreOf(fee)]
  return {
    zh: `凭证${voucher}的专利费用${yuan(paid)}中，他方已承担${yuan(back)}，本单位各项目合计至多扣除${yuan(bore)}。${then.zh}`,
    en: `Of the ${yuan(paid, 'en')} of fees under voucher ${voucher} others have borne ${yuan(back, 'en')}: all cases deduct ${yuan(bore, 'en')} at most. ${then.en}`,
  }
}
