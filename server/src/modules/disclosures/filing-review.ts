// Whether patents were applied for without the review that a text asks for before it, or against what it said. A filing
// that happened is recorded whatever was found: its clocks run. That no review, or another one, was on record before it stays to be seen: a review held later tells of itself.
import { preFiling } from './evaluation.ts'

/** A text that asks for the review: it binds from its first day on, and a draft advises. */
export interface Asking {
  readonly isDraft: boolean
  /** Its first day; a draft has none. */
  readonly from: string | null
}

/** An application for a patent in the achievement. */
export interface FiledRight {
  readonly id: string
  /** As precise as known. */
  readonly filedOn: string
  /** A ledger brought it: what was done before it came nobody knows. */
  readonly isBrought: boolean
}

interface Review {
  readonly kind: string
  readonly heldOn: string
  readonly outcome: string | null
}

/** What is missing of a filing: a review before it, or one that said to file. */
export interface ReviewGap {
  readonly id: string
  readonly gap: 'unreviewed' | 'against'
}

/** The filings of which something is missing, by the reviews that stand, in the order in which they were held. */
export function reviewGaps(
  asking: Asking,
  filed: readonly FiledRight[],
  evaluations: readonly Review[],
): readonly ReviewGap[] {
  const reviews = evaluations.filter(({ kind }) => kind === preFiling)
  return filed.flatMap(({ id, filedOn, isBrought }): readonly ReviewGap[] => {
    if (isBrought || isBefore(filedOn, asking)) return []
    // Both days as far as the less precise one tells.
    const last = reviews.findLast(
      ({ heldOn }) => heldOn.slice(0, filedOn.length) <= filedOn.slice(0, heldOn.length),
    )
    if (!last) return [{ id, gap: 'unreviewed' }]
    return last.outcome === 'file' ? [] : [{ id, gap: 'against' }]
  })
}

/** A text asks nothing of what was filed before its first day; a day that may lie before it is taken so. */
function isBefore(filedOn: string, { isDraft, from }: Asking): boolean {
  return !isDraft && from !== null && filedOn < from
}
