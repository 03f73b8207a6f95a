import { type Words, yuan } from '@yizhuan/kit'
import { type EarlierDistribution, earlierVoucher } from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import {
  holdVouchers,
  type ReceiptConflict,
  receiptConflict,
  receiptsOfContract,
  receiptTakers,
} from '../../proceeds/index.ts'
import { lockReceiptsOf } from '../../receivables/index.ts'
import { type Answer, type Asked, isFen } from '../gathering.ts'
import { comparedWith, type KnownReceipt, noLongerTold, type Wrong } from './shared-out.ts'

/** What a takeover tells as shared out before is income once: of two that tell it at once the second waits. */
export async function earlierOnce(tx: Tx, { institution, data, past }: Asked): Promise<Answer> {
  const [opened] = past
  const contract = opened?.data['contractId']
  // What is not said as it must be is refused with the rest of the form.
  const told = data['earlier'] ?? []
  if (!opened || typeof contract !== 'string' || !isToldWell(told)) return { data }
  await lockReceiptsOf(tx, institution, contract)
  const receipts = await receiptsBeside(tx, institution, contract)
  const { fresh, wrong } = comparedWith(told, receipts)
  if (wrong) return { errors: [{ ...saidOf(wrong), pointer: `#/data/earlier/${wrong.at}/income` }] }
  const own = receipts.filter(({ toldBy }) => toldBy === opened.case)
  const { gone } = noLongerTold(fresh, own)
  if ((await receiptsInUse(tx, institution, gone)).length > 0) return inUse
  await holdVouchers(tx, institution)
  for (const { at, told: one } of fresh) {
    const conflict = await conflictOf(tx, institution, opened.case, one)
    if (!conflict) continue
    const pointer = `#/data/earlier/${at}/${one.voucher === undefined ? 'document' : 'voucher'}`
    return { errors: [{ pointer, rule: conflict.rule, detail: conflict.detail }] }
  }
  return { data }
}

/** What stands against it that a receipt was shared out before this case: another one recorded it, or told of it. */
export async function conflictOf(
  tx: Tx,
  institution: string,
  own: string,
  told: EarlierDistribution,
): Promise<ReceiptConflict | undefined> {
  const voucher = earlierVoucher(told)
  if (voucher === null) return undefined
  const rows = await receiptTakers(tx, institution, voucher)
  const others = rows.filter(({ source, id }) => source !== 'told' || id !== own)
  const taking = { voucher, on: told.receivedOn ?? '', amount: BigInt(told.income) }
  return receiptConflict(others, { ...taking, whole: undefined })
}

/** What the register has of a contract that no case recorded. */
export async function receiptsBeside(tx: Tx, institution: string, contract: string) {
  const all = await receiptsOfContract(tx, institution, contract)
  return all.filter(({ caseId }) => caseId === null)
}

/** Receipts that something rests on by now: they paid a receivable, gave something back or were verified. */
export async function receiptsInUse(
  tx: Tx,
  institution: string,
  receipts: readonly Pick<KnownReceipt, 'id'>[],
): Promise<readonly string[]> {
  if (receipts.length === 0) return []
  const ids = receipts.map(({ id }) => id)
  const { rows } = await sql<{ readonly id: string }>`
    select one.id from unnest(${ids}::uuid[]) as one (id)
    where exists (select from receipt_money as used
        where used.institution_id = ${institution} and used.receipt_id = one.id)
      or exists (select from receipt_refund as used
        where used.institution_id = ${institution} and one.id in (used.receipt_id, used.refund_id))
      or exists (select from income_verification_line as used
        where used.institution_id = ${institution} and used.receipt_id = one.id)`.execute(tx)
  return rows.map(({ id }) => id)
}

function isToldWell(told: unknown): told is readonly EarlierDistribution[] {
  if (!Array.isArray(told)) return false
  return told.every(
    (one: Partial<EarlierDistribution> | null) =>
      isFen(one?.income) && typeof one?.paidOn === 'string' && typeof one.document === 'string',
  )
}

const inUse: Answer = {
  errors: [
    {
      pointer: '#/data/earlier',
      rule: 'earlier-in-use',
      detail: {
        zh: '此前所报的一笔接手前分配已在到账台账中核销、退款或用于收入核定，请先在到账页面撤回，再重新填写。',
        en: 'A distribution that was told before has paid a receivable, gave something back or was verified since; take that back on the page of the receipt, then tell it anew.',
      },
    },
  ],
}

function saidOf({ is, receipt }: { readonly is: Wrong; readonly receipt: KnownReceipt }) {
  const fen = BigInt(receipt.amountFen ?? 0)
  const { voucher, receivedOn } = receipt
  const [by, under] =
    voucher === null ? ['', ''] : [`凭证号${voucher}、`, ` under voucher ${voucher}`]
  const zh = `${by}${receivedOn ?? '日期不详'}的到账 ${yuan(fen)}`
  const en = `a receipt of ${yuan(fen, 'en')} on ${receivedOn ?? 'an unknown day'}${under}`
  const details: Readonly<Record<Wrong, Words>> = {
    'not-shared-out-there': {
      zh: `台账中${zh}尚未分配；确已分配的，请先在到账台账中补登分配，未分配的不在这里填写。`,
      en: `The register has ${en} that was not shared out. If it was, enter that in the register of receipts first; if not, it is not told here.`,
    },
    'other-amount-there': {
      zh: `台账中已有${zh}，与所填金额不同；请先核对，台账有误的先更正台账。`,
      en: `The register has ${en}, which is another amount; compare them, and correct the register first if it is wrong.`,
    },
    'told-with-register': {
      zh: `台账中${zh}已经分配，这里没有列出；台账中已分配的请按台账逐笔填写，再写台账中没有的。`,
      en: `The register has ${en} that was shared out and is not told here; tell what the register shows one by one, then what it does not.`,
    },
  }
  return { rule: is === 'told-with-register' ? is : 'as-in-register', detail: details[is] }
}
