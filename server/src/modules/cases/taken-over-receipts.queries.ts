import { type Words, yuan } from '@yizhuan/kit'
import type { ActData } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import { receiptsOfContract } from '../proceeds/index.ts'
import { lockReceiptsOf } from '../receivables/index.ts'
import { type Answer, type Asked, noOf as no } from './gathering.ts'

// What the register of receipts knows of the money of a contract that a case took over.

/** What a receipt of a taken-over contract is in the register, where it stands there; nobody counts it twice. */
export async function knownReceipt(
  tx: Tx,
  { institution, data, on, past }: Asked,
): Promise<Answer> {
  const { receiptId: _sent, ...told } = data as Partial<ActData<'receiptRecorded'>>
  const contract = past[0]?.data['contractId']
  if (typeof contract !== 'string') return { data: told }
  // Held until it is taken in: nobody corrects it in the register meanwhile.
  await lockReceiptsOf(tx, institution, contract)
  const all = await receiptsOfContract(tx, institution, contract)
  const free = all.filter(({ caseId, amountFen }) => caseId === null && BigInt(amountFen ?? 0) > 0n)
  const isSameVoucher = (voucher: string | null) => voucher === null || voucher === told.voucher
  const isIt = (one: (typeof free)[number]) =>
    one.amountFen === String(told.amount) && one.receivedOn === on && isSameVoucher(one.voucher)
  // Of two alike the one that bears the voucher is meant.
  const found = free.find((one) => isIt(one) && one.voucher !== null) ?? free.find(isIt)
  const other = free.find(({ voucher }) => voucher !== null && voucher === told.voucher)
  if (!found && other) return other.paidOn === null ? registerSays(other) : sharedOut
  if (found && found.paidOn !== null) return sharedOut
  // What went back is no income: the case would share it out.
  if (found && found.refundedFen !== '0') return wentBack(found.refundedFen)
  const alike = free.find(
    (one) =>
      one.paidOn === null && one.amountFen === String(told.amount) && mayBeOf(one.receivedOn, on),
  )
  if (!found && alike) return registerSays(alike)
  return { data: { ...told, ...(found && { receiptId: found.id }) } }
}

/** Whether a receipt of which the register knows a day, a month, a year or nothing may have come on a day. */
const mayBeOf = (known: string | null, on: string) => known === null || on.startsWith(known)

const wentBack = (fen: string): Answer =>
  no(
    'amount',
    'refunded-in-register',
    `台账记载这笔到账已退回 ${yuan(BigInt(fen))}，不能整笔纳入；请先在台账中把到账和退款更正为实收金额。`,
    `The register says that ${yuan(BigInt(fen), 'en')} of this receipt went back, so it is not taken in whole; correct the receipt and its refund in the register to what was kept first.`,
  )

const sharedOut = no(
  'voucher',
  'not-shared-out',
  '台账记载这笔到账在接手前已经分配，不能再次登记。',
  'The register says that this receipt was shared out before the takeover; it is not recorded again.',
)

function registerSays({
  amountFen,
  receivedOn,
  voucher,
}: {
  readonly amountFen: string | null
  readonly receivedOn: string | null
  readonly voucher: string | null
}): Answer {
  const fen = BigInt(amountFen ?? 0)
  const named = voucher === null ? ['', ''] : [`凭证号${voucher}、`, ` under voucher ${voucher}`]
  const detail: Words = {
    zh: `台账中已有${named[0]}${receivedOn ?? '日期不详'}的到账 ${yuan(fen)}，尚未纳入；是同一笔的请按台账登记，台账有误或日期不全的先更正台账；另有一笔的，先纳入台账中的这一笔。`,
    en: `The register has a receipt of ${yuan(fen, 'en')} on ${receivedOn ?? 'an unknown day'}${named[1]} that is not taken in yet; if it is this one, record it so, or correct the register first; if there is another, take that one in first.`,
  }
  return { errors: [{ pointer: '#/data/voucher', rule: 'as-in-register', detail }] }
}
