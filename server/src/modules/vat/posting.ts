import type { Posting } from '../journal/index.ts'
import { type VatKind, vatEvents } from './vat.ts'

interface Settled {
  readonly id: string
  readonly month: string
  readonly kind: VatKind
  readonly amountFen: string
  readonly onDay: string
  readonly document: string
}

/** What it does to money. */
export function vatPosting(one: Settled): Posting {
  const parts = { moved: [{ fen: BigInt(one.amountFen) }] }
  return {
    event: { kind: vatEvents[one.kind], on: one.onDay, parts },
    of: { ...recordedOf(one), reference: one.document },
  }
}

/** Where it is recorded. */
export function recordedOf({ id, month }: Pick<Settled, 'id' | 'month'>) {
  return { source: 'vat_settlement' as const, id, seq: 0, record: id, subject: month }
}
