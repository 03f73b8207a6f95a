import type { Posting } from '../../journal/index.ts'
import type { AwardPurpose } from './staff.ts'

/** An award as its entries in the books name it. */
interface Subject {
  readonly id: string
  readonly title: string
}

/** A line that was paid. */
interface PaidLine {
  readonly id: string
  readonly purpose: AwardPurpose
  readonly onDay: string
  readonly amountFen: string
  readonly name: string
  readonly reference: string
}

/** What it does to money that a line was paid: a reward is owed to a person and paid in one, training is a cost. */
export function awardPosting(award: Subject, paid: PaidLine): Posting {
  const { purpose, onDay: on, amountFen, name: person, reference } = paid
  const fen = BigInt(amountFen)
  const event =
    purpose === 'reward'
      ? ({ kind: 'staffRewardPaid', on, parts: { paid: [{ fen, person }] } } as const)
      : ({ kind: 'staffTrainingPaid', on, parts: { paid: [{ fen }] } } as const)
  return { event, of: { ...recordedOf(award, paid.id), reference } }
}

/** Where a payment is recorded. */
export function recordedOf({ id, title }: Subject, payment: string) {
  return { source: 'staff_award' as const, id: payment, seq: 0, record: id, subject: title }
}
