import { accept, type Day, fen, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { fileNotStored } from '../../../platform/files.queries.ts'
import { unpassedDay } from '../../../platform/passed-day.ts'
import type { Author } from '../../../platform/register.ts'
import { type Posting, post } from '../../journal/index.ts'
import { recordEvent } from '../docket/event.commands.ts'
import { feesOfRights } from '../docket/fee.queries.ts'
import type { FileRef } from '../docket/file.commands.ts'
import { type BatchRefusals, change, priceOf } from './batch.commands.ts'
import { lockedBatch } from './batch.queries.ts'
import { paidBy } from './other-fee.queries.ts'
import type { FeeKey } from './other-fee.ts'
import { feePosting } from './posting.ts'

/** What the office receipted for one fee of a batch. */
export interface Receipt extends FeeKey {
  readonly paidOn: string
  readonly fen: string
  readonly receipt: string
}

/** What came of receipts: how many fees of the batch are open still, and the event of each payment. */
export interface TakenReceipts {
  readonly open: number
  readonly events: readonly { right: string; year: number; clock: string; event: string }[]
}

/** What comes with receipts. */
interface WithReceipts {
  readonly files?: readonly FileRef[] | undefined
  /** Somebody looked at the amounts that are not those of the batch. */
  readonly mayDiffer?: boolean | undefined
}

/** Takes receipts back into an approved batch: each becomes an event of its right. All of them, or none. */
export async function takeReceipts(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  receipts: readonly Receipt[],
  { files = [], mayDiffer = false }: WithReceipts = {},
): Promise<Outcome<TakenReceipts, BatchRefusals>> {
  const batch = await lockedBatch(tx, by.institution, id)
  if (!batch) return refuse('no-such-batch', {})
  if (batch.state !== 'approved') return refuse('batch-not-approved', {})
  const today = clock.today()
  const key = ({ right, year = 0, clock: paidFor = '' }: FeeKey) => `${right}/${year}/${paidFor}`
  const lines = batch.lines.filter(({ state }) => state === 'open')
  const open = new Set(lines.map(key))
  const fees = await feesOfRights(tx, by.institution, [...new Set(lines.map(({ right }) => right))])
  for (const [at, receipt] of receipts.entries()) {
    if (!open.delete(key(receipt))) return refuse('line-not-open', yearOf(receipt))
    if (receipt.paidOn > today) return refuse('paid-in-future', { today, at: `${at}` })
    const unpassed = unpassedDay({ [`receipts/${at}/paidOn`]: receipt.paidOn }, today)
    if (unpassed) return unpassed
    const line = lines.find((one) => key(one) === key(receipt))
    const asked = sumOf({ fee: line?.feeFen ?? 0, surcharge: line?.surchargeFen ?? 0 })
    const fee = fees.find(({ id: right, year }) => right === receipt.right && year === receipt.year)
    // Paid on another day than was planned it may cost less, or more.
    const onItsDay = fee ? sumOf(priceOf(fee, receipt.paidOn as Day)) : asked
    if (!mayDiffer && ![asked, onItsDay].includes(BigInt(receipt.fen))) {
      return refuse('receipt-differs', { at: `${at}`, asked: `${asked}`, paid: receipt.fen })
    }
  }

  const lost = await fileNotStored(tx, by.institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // A fee that no law of today knows any more cannot be told to the docket.
  const paying = paymentsOf(receipts)
  if (paying.length < receipts.length) return refuse('line-not-open', { year: '0' })

  // From here on the receipts are taken.
  const postings: Posting[] = []
  const events: { right: string; year: number; clock: string; event: string }[] = []
  for (const { right, year, clock: paidFor, kind, paidOn, fen: amount, receipt } of paying) {
    const event = {
      ...{ kind, on: paidOn as Day, source: receipt },
      ...{ fen: fen(BigInt(amount)), ref: receipt, ...(paidFor === '' && { year }) },
    }
    // What was paid was paid, also of a right that was lost or sold meanwhile.
    const recorded = await recordEvent(tx, clock, by, right, {
      ...{ event, despite: receipt, batch: id, files },
    })
    if (recorded.kind === 'refused' && recorded.refusal.code === 'earlier-fees-open') {
      const { title = '' } = batch.lines.find((line) => line.right === right) ?? {}
      const earlier = recorded.refusal.facts.years
      return refuse('earlier-fees-open', { year: `${year}`, title, earlier })
    }
    if (recorded.kind === 'refused') return refuse('line-not-open', { year: `${year}` })
    await tx
      .updateTable('feeBatchLine')
      .set({ state: 'paid', paidOn, paidFen: amount, receipt, eventId: recorded.value.id })
      .where('institutionId', '=', by.institution)
      .where('batchId', '=', id)
      .where('rightId', '=', right)
      .where('year', '=', year)
      .where('clock', '=', paidFor)
      .where('state', '=', 'open')
      .execute()
    events.push({ right, year, clock: paidFor, event: recorded.value.id })
    const paid = { eventId: recorded.value.id, paidOn, paidFen: amount, receipt }
    postings.push(feePosting({ id, title: batch.title }, paid))
  }
  await post(tx, clock, by.institution, postings)
  const paid = receipts.map(({ receipt, year, clock: paidFor }) => ({
    receipt,
    ...(paidFor === undefined ? { year } : { clock: paidFor }),
  }))
  const fields = open.size === 0 ? { state: 'settled' } : {}
  await change(tx, clock, by, id, fields, [{ field: 'receipts', from: null, to: paid }])
  return accept({ open: open.size, events })
}

const sumOf = ({ fee, surcharge }: Record<'fee' | 'surcharge', string | number | bigint>) =>
  BigInt(fee) + BigInt(surcharge)

const yearOf = ({ year = 0 }: FeeKey) => ({ year: `${year}` })

/** What each receipt is recorded as, the years of one right in their order. */
const paymentsOf = (receipts: readonly Receipt[]) =>
  receipts
    .flatMap(({ year = 0, clock: paidFor = '', ...receipt }) => {
      const kind = paidFor === '' ? ('annuityPaid' as const) : paidBy(paidFor)
      return kind ? [{ ...receipt, year, clock: paidFor, kind }] : []
    })
    .toSorted((one, other) => one.year - other.year)
