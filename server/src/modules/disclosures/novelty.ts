// What publications leave of the time in which a patent can still be filed as new.
import { addDays, addMonths, type Day } from '@yizhuan/kit'
import type { NoveltyRegime } from '@yizhuan/law'

/** A publication or public use, past or planned. */
export interface Publication {
  readonly kind: string
  readonly on: string
}

/** How long one place still takes an application as new. */
export interface NoveltyClock {
  readonly regime: NoveltyRegime
  /** The publication that ends it first. */
  readonly publication: Publication
  /** The last day to file: of the grace, or the day before the publication where there is none. */
  readonly lastDay: Day
  readonly isGrace: boolean
  readonly state: 'open' | 'filed' | 'lost'
}

/**
 * The clock of each place, by the publication that ends it first.
 *
 * @param filings  the days on which patents in the achievement were filed.
 */
export function noveltyClocks(
  publications: readonly Publication[],
  filings: readonly string[],
  regimes: readonly NoveltyRegime[],
  today: Day,
): readonly NoveltyClock[] {
  return regimes.flatMap((regime) => {
    const [first] = publications
      .map((publication) => ({ regime, publication, ...lastDayOf(publication, regime) }))
      .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
    if (!first) return []
    const isFiled = filings.some((on) => on <= first.lastDay)
    const state = isFiled ? 'filed' : first.lastDay < today ? 'lost' : 'open'
    return [{ ...first, state }]
  })
}

function lastDayOf({ kind, on }: Publication, { grace, grounds }: NoveltyRegime) {
  const isGrace = grounds === undefined || grounds.includes(kind)
  const lastDay = isGrace ? addMonths(on as Day, grace) : addDays(on as Day, -1)
  return { isGrace, lastDay }
}
