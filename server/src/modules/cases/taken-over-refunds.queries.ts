import { type Words, yuan } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { lockReceiptsOf, waitingRefunds } from '../receivables/index.ts'
import type { Answer, Asked } from './gathering.ts'

// What went back of a contract that a case took over, where the register knew of it: it lowers nothing until the
// case takes it in, or somebody says which receipt of before it gave back.

/** Refunds of the register on the contract that a case took over, of which nobody said what they gave back. */
async function refundsBeside(tx: Tx, { institution, past }: Omit<Asked, 'data' | 'on'>) {
  const contract = past[0]?.data['contractId']
  if (typeof contract !== 'string') return []
  await lockReceiptsOf(tx, institution, contract)
  const waiting = await waitingRefunds(tx, institution, [contract])
  return waiting.filter((one) => one.case === null)
}

/** What a refund is in the register, where it stands there: nobody counts it twice. */
export async function knownRefund(tx: Tx, { data, on, ...asked }: Asked): Promise<Answer> {
  const { refundId: _sent, ...told } = data
  const beside = await refundsBeside(tx, asked)
  const isSum = (one: (typeof beside)[number]) => `${one.fen}` === told['amount']
  const isVoucher = ({ voucher }: (typeof beside)[number]) => voucher === told['voucher']
  const found =
    beside.find((one) => isSum(one) && one.on === on && isVoucher(one)) ??
    beside.find((one) => isSum(one) && one.on === on && one.voucher === null)
  if (found) return { data: { ...told, refundId: found.id } }
  const alike = beside.find(
    (one) => isVoucher(one) || (isSum(one) && (one.on === null || on.startsWith(one.on))),
  )
  return alike ? wrong('voucher', 'as-in-register', alike) : { data: told }
}

/** Nothing is planned while the register has a refund that lowers no receipt yet. */
export async function refundsToTakeIn(tx: Tx, asked: Asked): Promise<Answer> {
  const [first] = await refundsBeside(tx, asked)
  return first ? wrong('lines', 'refunds-taken-in', first) : { data: asked.data }
}

function wrong(
  field: string,
  rule: string,
  { on, fen, voucher }: { readonly on: string | null; fen: bigint; voucher: string | null },
): Answer {
  const [zh, en] = voucher === null ? ['', ''] : [`（凭证号${voucher}）`, ` (voucher ${voucher})`]
  const detail: Words = {
    zh: `台账中有${on ?? '日期不详'}的退款 ${yuan(fen)}${zh}尚未抵减到账：退的是本项目到账的，请按台账所记的金额、日期和凭证号在本项目“登记退款或更正到账”；退的是接手前已分配到账的，请财务在“待关联的到账和退款”中关联。`,
    en: `The register has a refund of ${yuan(fen, 'en')} on ${on ?? 'an unknown day'}${en} that lowers no receipt yet. If it gave back a receipt of this case, record it here as a refund with the amount, day and voucher of the register; if it gave back one that was shared out before, finance links it under “Receipts and refunds to link”.`,
  }
  return { errors: [{ pointer: `#/data/${field}`, rule, detail }] }
}
