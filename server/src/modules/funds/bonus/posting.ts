import type { Posting } from '../../journal/index.ts'

/** A bonus as its entries in the books name it. */
interface Subject {
  readonly id: string
  readonly rightTitle: string
}

/** A share that was paid. */
interface PaidShare {
  readonly id: string
  readonly onDay: string
  readonly amountFen: string
  readonly name: string
  readonly reference: string
}

/** What it does to money that a share was paid: it becomes owed and is paid in one. */
export function bonusPosting(bonus: Subject, paid: PaidShare): Posting {
  const { onDay: on, amountFen, name: person, reference } = paid
  const parts = { paid: [{ fen: BigInt(amountFen), person }] }
  return {
    event: { kind: 'grantBonusPaid', on, parts },
    of: { ...recordedOf(bonus, paid.id), reference },
  }
}

/** Where a payment is recorded. */
export function recordedOf({ id, rightTitle }: Subject, payment: string) {
  const source = 'grant_bonus' as const
  return { source, id: payment, seq: 0, record: id, subject: rightTitle }
}
