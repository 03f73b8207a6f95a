import type { MoneyEventKind } from '@yizhuan/money'
import type { Posting } from '../journal/index.ts'
import type { BookingStep } from './asset.ts'

/** An achievement as its entries in the books name it. */
interface Subject {
  readonly id: string
  readonly number: string
}

/** What a cost of an achievement does to money; one that takes another back does it in red. */
export function costPosting(
  { id: achievementId, number }: Subject,
  cost: {
    readonly id: string
    readonly spentOn: string
    readonly amountFen: string
    readonly voucher: string
  },
): Posting {
  const { id, spentOn, amountFen, voucher } = cost
  return {
    event: { kind: 'researchSpent', on: spentOn, parts: { spent: [{ fen: BigInt(amountFen) }] } },
    of: {
      ...{ source: 'asset', id, seq: 0, record: achievementId, achievementId },
      ...{ subject: number, reference: voucher },
    },
  }
}

/** What it does to the books that finance accepted a proposal. */
export function bookingPosting(
  { id: achievementId, number }: Subject,
  booking: {
    readonly id: string
    readonly step: BookingStep
    readonly treatment: string
    readonly amountFen: string
    readonly decidedOn: string
    readonly voucher: string | null
  },
): Posting {
  const { id, step, treatment, amountFen, decidedOn, voucher } = booking
  const parts = { booked: [{ fen: BigInt(amountFen) }] }
  return {
    event: { kind: kindOf(step, treatment), on: decidedOn, parts },
    of: {
      ...{ source: 'asset_booking', id, seq: 0, record: achievementId, achievementId },
      ...{ subject: number, reference: voucher },
    },
  }
}

function kindOf(step: BookingStep, treatment: string): MoneyEventKind {
  if (step === 'disposal') return 'assetRemoved'
  if (step === 'release') return treatment === 'expense' ? 'developmentExpensed' : 'assetFormed'
  if (treatment === 'collect') return 'developmentCollected'
  return treatment === 'expense' ? 'researchExpensed' : 'feesCapitalised'
}
