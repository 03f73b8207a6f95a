import type { Posting } from '../journal/index.ts'

/** What was said of the tax of a payment without a batch, instead of what was said before. */
export interface HandTax {
  readonly id: string
  readonly source: 'case' | 'grant_bonus' | 'staff_award'
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
  const source = said.source === 'case' ? ('payout' as const) : said.source
  return {
    event: { kind: 'rewardPaid', on, parts },
    of: {
      ...{ source, id: said.id, seq: said.posting, record: said.recordId, subject: said.title },
      ...(said.caseId !== null && { caseId: said.caseId }),
      reference: said.document,
    },
  }
}
