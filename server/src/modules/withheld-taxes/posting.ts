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

/** What was said of the tax of a payment without a batch, instead of what was said before. */
export interface HandTax {
  readonly id: string
  readonly source: 'case' | 'grant_bonus'
  readonly recordId: string
  readonly caseId: string | null
  readonly title: string
  readonly name: string
  readonly posting: number
  readonly fromFen: string | null
  readonly toFen: string
  readonly on: string
  readonly document: string
}

/** It was booked gross: less left the bank, in red, and the tax is owed to the office. */
export function handTaxPosting(said: HandTax): Posting {
  const { name: person, fromFen, toFen, on } = said
  const fen = BigInt(toFen) - BigInt(fromFen ?? 0)
  const parts = { cash: [{ person, fen: -fen }], withheld: [{ person, fen }] }
  const source = said.source === 'case' ? ('payout' as const) : ('grant_bonus' as const)
  return {
    event: { kind: 'rewardPaid', on, parts },
    of: {
      ...{ source, id: said.id, seq: said.posting, record: said.recordId, subject: said.title },
      ...(said.caseId !== null && { caseId: said.caseId }),
      reference: said.document,
    },
  }
}
