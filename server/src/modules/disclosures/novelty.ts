// What publications leave of the time in which a patent can still be filed as new.
import { addDays, addMonths, type Calendar, type Day, rollForward } from '@yizhuan/kit'
import type { NoveltyLists, NoveltyRegime } from '@yizhuan/law'

type PriorityPeriod = NoveltyLists['priority']
/** The last day of so many months after a day. */
type After = (from: Day, months: number) => Day

/** A publication or public use, past or planned. */
export interface Publication {
  readonly kind: string
  readonly on: string
}

/** An application for a patent in the achievement. */
export interface Filing {
  /** Its office by WIPO ST.3; an international application has WO, which counts at every office. */
  readonly office: string
  readonly isDesign: boolean
  readonly on: string
  /** The earliest day whose priority it claims. */
  readonly priorityOn: string | null
}

/** How long one place still takes an application as new. */
export interface NoveltyClock {
  readonly regime: NoveltyRegime
  /** The publication that ends it first. */
  readonly publication: Publication
  /** The last day to file: of the grace or of a priority, or the day before the publication where there is neither. */
  readonly lastDay: Day
  readonly isGrace: boolean
  /** The first filing whose priority keeps it open until the last day: its day, and for how many months. */
  readonly priority: { readonly of: Day; readonly months: number } | null
  readonly state: 'open' | 'filed' | 'lost'
}

/**
 * The clock of each place, by the publication that ends it first while nothing is filed there.
 *
 * @param filings  the applications for patents in the achievement, wherever they are.
 */
export function noveltyClocks(
  publications: readonly Publication[],
  filings: readonly Filing[],
  { regimes, priority }: Pick<NoveltyLists, 'regimes' | 'priority'>,
  { calendar, today }: { readonly calendar: Calendar; readonly today: Day },
): readonly NoveltyClock[] {
  return regimes.flatMap((regime) => {
    const clocks = publications
      .map((publication) => clockOf(publication, filings, { regime, priority, calendar }, today))
      .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
    // What is not filed in time for one publication is not saved by being so for another.
    return clocks.find(({ state }) => state !== 'filed') ?? clocks[0] ?? []
  })
}

interface Ground {
  readonly regime: NoveltyRegime
  readonly priority: PriorityPeriod
  readonly calendar: Calendar
}

/** Of an office whose rest days are known the last day to act waits for a working day (cn-patent-rules#a5). */
const lastOf = (ends: Day, { movesOverRestDays }: NoveltyRegime, calendar: Calendar) =>
  movesOverRestDays ? rollForward(ends, calendar) : ends

function clockOf(
  publication: Publication,
  filings: readonly Filing[],
  { regime, priority, calendar }: Ground,
  today: Day,
): NoveltyClock {
  const on = publication.on as Day
  const after = (from: Day, months: number) => lastOf(addMonths(from, months), regime, calendar)
  const isGrace = regime.grounds === undefined || regime.grounds.includes(publication.kind)
  const before = addDays(on, -1)
  const ends = isGrace ? after(on, regime.grace) : before
  // A priority keeps what was new on its day; whether it also reaches into the grace is for each law to say.
  const kept = isGrace && regime.graceFrom === 'filing' ? before : ends
  const isFiled = filings.some(
    (filing) =>
      (filing.office === regime.office || filing.office === 'WO') &&
      (filing.on <= ends || isClaimed(filing, kept, priority, after)),
  )
  const extended = priorityIn(filings, kept, priority, after)
  const isExtended = !isFiled && extended !== undefined && extended.until > ends
  const lastDay = isExtended ? extended.until : ends
  return {
    regime,
    publication,
    lastDay,
    isGrace,
    priority: isExtended ? { of: extended.of, months: extended.months } : null,
    state: isFiled ? 'filed' : lastDay < today ? 'lost' : 'open',
  }
}

/** Whether a filing claims a priority that lies early enough, and was filed in its time. */
function isClaimed(
  { on, priorityOn, isDesign }: Filing,
  kept: Day,
  months: PriorityPeriod,
  after: After,
): boolean {
  if (priorityOn === null || priorityOn > kept) return false
  return on <= after(priorityOn as Day, isDesign ? months.design : months.restored)
}

/**
 * Until when the priority of a first filing can be claimed, where it lies early enough. A design and an invention
 * each have a first filing of their own: the one whose time is longer counts.
 */
function priorityIn(
  filings: readonly Filing[],
  kept: Day,
  { patent, design }: PriorityPeriod,
  after: After,
) {
  const [longest] = [true, false]
    .flatMap((isDesign) => {
      const [of] = filings
        .filter((one) => one.isDesign === isDesign)
        .map(({ on, priorityOn }) => (priorityOn ?? on) as Day)
        .toSorted()
      if (of === undefined || of > kept) return []
      const months = isDesign ? design : patent
      return [{ of, months, until: after(of, months) }]
    })
    .toSorted((a, b) => (a.until > b.until ? -1 : 1))
  return longest
}
