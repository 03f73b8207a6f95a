import { lastDayKnown } from '@yizhuan/kit'
import type { MoneyEvent, PartAmount } from '@yizhuan/money'
import type { Posting } from '../journal/index.ts'
import type { ReceiptFields } from './receipt.ts'

/** What a ledger says of a receipt, as far as it moves money. */
export type ReceiptMoney = Pick<
  ReceiptFields,
  | 'contractNumber'
  | 'payer'
  | 'receivedOn'
  | 'amountFen'
  | 'taxFen'
  | 'appraisalFen'
  | 'agencyFen'
  | 'costFen'
  | 'rewardFen'
  | 'split'
  | 'paidOn'
  | 'voucher'
>

/** A receipt in the journal: its place, and the number of the contract, where one is known. */
interface Subject {
  readonly id: string
  readonly seq: number
  /** Whether it came from a contract of development, consulting or service. */
  readonly isService: boolean
  /** On which day it is booked where it was amended: that of the amendment. */
  readonly on?: string
}

/**
 * What a receipt of a ledger does to money: what arrived, what the deal cost, what was paid to persons.
 *
 * Without a day or an amount nothing can be booked. A ledger that knows the month or the year only is
 * booked at its end.
 */
export function receiptPostings(of: Subject, receipt: ReceiptMoney): readonly Posting[] {
  const { receivedOn, paidOn } = receipt
  const events = [
    ...(receivedOn === null ? [] : incomeOf(of, receipt, lastDayKnown(receivedOn))),
    ...(paidOn === null ? [] : rewardOf(of, receipt, lastDayKnown(paidOn))),
  ]
  const subject = receipt.contractNumber ?? receipt.payer ?? receipt.voucher ?? ''
  return events.map((event) => ({
    event: { ...event, on: of.on ?? event.on },
    of: {
      ...{ source: 'receipt', id: of.id, seq: of.seq, record: of.id },
      ...{ subject, reference: receipt.voucher },
    },
  }))
}

type Days = Pick<ReceiptFields, 'receivedOn' | 'paidOn'>

/** Whether what a ledger says of a receipt happened on other days than it said before. */
export const isOfOtherDays = (before: Days, after: Days) =>
  bookedDays(before).join() !== bookedDays(after).join()

const incomeKinds = ['transferReceived', 'dealCostPaid', 'serviceReceived']
const rewardKinds = ['rewardOwed', 'rewardPaid', 'serviceRewardPaid']

/** Every kind of event that a receipt of a ledger is booked as. */
export const bookedKinds: readonly string[] = [...incomeKinds, ...rewardKinds]

/** The kinds of events whose day was said wrong, of whichever kind the contract was meanwhile. */
export function kindsOfOtherDays(before: Days, after: Days): readonly string[] {
  const [was, is] = [bookedDays(before), bookedDays(after)]
  return [incomeKinds, rewardKinds].flatMap((kinds, at) => (was[at] === is[at] ? [] : kinds))
}

const bookedDays = ({ receivedOn, paidOn }: Days) =>
  [receivedOn, paidOn].map((known) => known && lastDayKnown(known))

/** Whether an entry of a receipt is one of commissioned work. */
export const isOfService = (kind: string) =>
  kind === 'serviceReceived' || kind === 'serviceRewardPaid'

const sum = (amounts: readonly (string | null)[]) =>
  amounts.reduce((all, amount) => all + BigInt(amount ?? '0'), 0n)

function incomeOf({ isService }: Subject, receipt: ReceiptMoney, on: string): MoneyEvent[] {
  const { amountFen, costFen, taxFen, appraisalFen, agencyFen } = receipt
  if (amountFen === null) return []
  const received = [{ fen: BigInt(amountFen) }]
  if (isService) return [{ kind: 'serviceReceived', on, parts: { received } }]
  const paid = [
    { fen: costFen === null ? sum([taxFen, appraisalFen, agencyFen]) : BigInt(costFen) },
  ]
  return [
    { kind: 'transferReceived', on, parts: { received, budgeted: received } },
    { kind: 'dealCostPaid', on, parts: { paid } },
  ]
}

function rewardOf({ isService }: Subject, receipt: ReceiptMoney, on: string): MoneyEvent[] {
  const paid = paidTo(receipt)
  if (isService) return [{ kind: 'serviceRewardPaid', on, parts: { paid } }]
  return [
    { kind: 'rewardOwed', on, parts: { owed: paid } },
    { kind: 'rewardPaid', on, parts: { cash: paid } },
  ]
}

/** What each person had, where the ledger says it to the fen; the reward as one sum elsewhere. */
function paidTo({ rewardFen, split }: ReceiptMoney): readonly PartAmount[] {
  if (rewardFen === null) return []
  const fen = BigInt(rewardFen)
  const isExact = split.length > 0 && sum(split.map((part) => part.fen ?? '0')) === fen
  if (!isExact) return [{ fen }]
  return split.map(({ name, fen: part = '0' }) => ({ fen: BigInt(part), person: name }))
}
