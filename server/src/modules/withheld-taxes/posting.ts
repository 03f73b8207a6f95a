import type { Posting } from '../journal/index.ts'
import type { RemittanceKind } from './tax.ts'

/** What was paid over or given back, as far as the books tell it. */
interface Settled {
  readonly id: string
  readonly month: string
  readonly kind: RemittanceKind
  readonly amountFen: string
  readonly settledOn: string | null
  readonly document: string | null
}

/** What it does to money: what is owed to the tax office leaves the bank, or comes back from there. */
export function remittancePosting(one: Settled): Posting {
  const kind = one.kind === 'paid_over' ? ('taxPaidOver' as const) : ('taxGivenBack' as const)
  const parts = { moved: [{ fen: BigInt(one.amountFen) }] }
  return {
    event: { kind, on: one.settledOn ?? '', parts },
    of: { ...recordedOf(one), reference: one.document },
  }
}

/** Where it is recorded. */
export function recordedOf({ id, month }: Pick<Settled, 'id' | 'month'>) {
  return { source: 'tax_remittance' as const, id, seq: 0, record: id, subject: month }
}
