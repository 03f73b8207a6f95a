import type { Day } from '@yizhuan/kit'
import type { Env } from './evaluate.ts'
import type { FactsAt } from './facts-at.ts'
import type { Interpretation, Law } from './law.ts'
import type { InstitutionReading, InstitutionRule } from './pack.ts'
import type { Regime } from './regimes.ts'
import type { Result, Row } from './value.ts'

/** From where one looks: the day, the institution's own rules, and the readings it chose. */
export interface Outlook {
  readonly asOf: Day
  readonly rules?: readonly InstitutionRule[]
  /** What the institution chose, each from its day on. */
  readonly chosen?: readonly InstitutionReading[]
  /** Readings to look through for once; they go before every choice. */
  readonly readings?: Readonly<Record<string, string>>
}

/**
 * The reading that applies: the one to look through, else the one the institution chose, else the
 * documented default. A reading that does not exist is passed over.
 */
export function readingOf(
  id: string,
  { readings, default: standard }: Interpretation,
  chosen: string | undefined,
  tried: Outlook['readings'],
): string {
  const first = tried?.[id]
  if (first !== undefined && readings.has(first)) return first
  return chosen !== undefined && readings.has(chosen) ? chosen : standard
}

const NO_YEARS: readonly number[] = []

/** One look at the facts under the law of one stretch of days. Terms are worked out once. */
export class Sight implements Env {
  readonly asOf: Day
  readonly facts: FactsAt
  readonly regime: Regime
  readonly parameters: Regime['parameters']
  readonly calendar: Law['calendar']
  readonly rows: Row[] = []
  readonly rowNumbers: number[] = []
  /** The last day of the norm that is being judged. */
  due: Result = null
  /** The years whose rest days were asked for and are not published. */
  missingYears: readonly number[] = NO_YEARS
  private readonly law: Law
  private readonly outlook: Outlook
  /** What terms came to, and the years without rest days that it rests on. */
  private readonly known: (Result | undefined)[]
  private readonly yearsOf = new Map<number, readonly number[]>()

  constructor(law: Law, facts: FactsAt, outlook: Outlook, regime: Regime) {
    this.law = law
    this.known = new Array(law.code.terms.length)
    this.facts = facts
    this.outlook = outlook
    this.asOf = outlook.asOf
    this.regime = regime
    this.parameters = regime.parameters
    this.calendar = law.calendar
  }

  /** Turns to another norm. */
  begin(): void {
    this.due = null
    this.missingYears = NO_YEARS
  }

  /** The reading of an interpretation that applies here. */
  readingOf(id: string, interpretation: Interpretation): string {
    const { readings } = this.outlook
    return readingOf(id, interpretation, this.choiceOf(id)?.reading, readings)
  }

  /** What the institution chose for a clause. */
  choiceOf(id: string): InstitutionReading | undefined {
    const { choices } = this.regime
    return choices.length === 0 ? undefined : choices.find((each) => each.id === id)
  }

  /** Forgets what terms came to, because a fact has become another. */
  forget(): void {
    this.known.fill(undefined)
    this.yearsOf.clear()
  }

  term(place: number): Result {
    const known = this.known[place]
    if (known !== undefined) {
      if (this.yearsOf.size > 0) this.lackYears(this.yearsOf.get(place) ?? NO_YEARS)
      return known
    }
    const term = this.law.code.terms[place]
    const run = term?.interpretation
      ? term.runs.get(this.readingOf(term.id, term.interpretation))
      : term?.run
    if (!term || !run) return null
    // A term that leads back to itself stays unknown instead of running for ever.
    this.known[place] = term.unknown
    const before = this.missingYears
    this.missingYears = NO_YEARS
    const result = run(this)
    const { missingYears } = this
    this.missingYears = before
    this.lackYears(missingYears)
    if (missingYears !== NO_YEARS) this.yearsOf.set(place, missingYears)
    // What a term makes of a last day holds for one norm only.
    this.known[place] = term.usesDue ? undefined : result
    return result
  }

  private lackYears(years: readonly number[]): void {
    for (const year of years) this.calendarMissing(year)
  }

  calendarMissing(year: number): void {
    if (!this.missingYears.includes(year)) this.missingYears = [...this.missingYears, year]
  }
}
