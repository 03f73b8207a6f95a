import type { Day } from '@yizhuan/kit'
import type { Env, Evaluate } from './evaluate.ts'
import type { FactsAt } from './facts-at.ts'
import type { Interpretation, Law, Term } from './law.ts'
import type { InstitutionReading, InstitutionRule } from './pack.ts'
import type { Regime } from './regimes.ts'
import { joined, type Result, type Row, type Value } from './value.ts'

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

/** A fact by its place, taken to be another. */
interface Supposed {
  readonly place: number
  readonly value: Value
}

/** What terms say where some clauses are looked through another reading for once. */
function readAs(
  { code }: Law,
  { runs }: Regime,
  readings: Readonly<Record<string, string>>,
): readonly Evaluate[] {
  const read = [...runs]
  for (const [id, reading] of Object.entries(readings)) {
    const place = code.compiler.termAt(id)
    const run = place === undefined ? undefined : code.terms[place]?.readings.get(reading)
    if (place !== undefined && run) read[place] = run
  }
  return read
}

/** One look at the facts under the law of one stretch of days. Terms are worked out once. */
export class Sight implements Env {
  readonly asOf: Day
  readonly facts: FactsAt
  readonly regime: Regime
  readonly parameters: Regime['parameters']
  readonly calendar: Law['calendar']
  readonly rows: Row[]
  readonly rowNumbers: number[]
  /** The last day of the norm that is being judged. */
  due: Result = null
  /** The years whose rest days were asked for and are not published. */
  missingYears: readonly number[] = NO_YEARS
  private readonly terms: readonly Term[]
  private readonly outlook: Outlook
  /** What terms came to, and the years without rest days that it rests on. */
  private readonly known: (Result | undefined)[]
  private yearsOf: Map<number, readonly number[]> | undefined
  /** What each term says here. */
  private readonly runs: readonly Evaluate[]

  constructor(law: Law, facts: FactsAt, outlook: Outlook, regime: Regime) {
    const { terms, compiler } = law.code
    this.terms = terms
    this.known = new Array(terms.length)
    this.rows = new Array(compiler.rows)
    this.rowNumbers = new Array(compiler.rows)
    this.runs = outlook.readings ? readAs(law, regime, outlook.readings) : regime.runs
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

  /** What would be seen if a fact were another. `terms` are those that may rest on it. */
  supposing(fact: Supposed, terms: readonly number[], run: Evaluate): Result {
    const { facts, known, yearsOf, missingYears } = this
    const before = facts.at(fact.place)
    const knew: (Result | undefined)[] = []
    facts.suppose(fact.place, fact.value)
    for (const place of terms) {
      knew.push(known[place])
      known[place] = undefined
    }
    this.yearsOf = undefined
    const result = run(this)
    facts.suppose(fact.place, before)
    for (let index = 0; index < terms.length; index += 1)
      known[terms[index] as number] = knew[index]
    this.yearsOf = yearsOf
    this.missingYears = missingYears
    return result
  }

  term(place: number): Result {
    const known = this.known[place]
    if (known !== undefined) {
      if (this.yearsOf)
        this.missingYears = joined(this.missingYears, this.yearsOf.get(place) ?? NO_YEARS)
      return known
    }
    const run = this.runs[place] as Evaluate
    const { unknown, usesDue } = this.terms[place] as Term
    // A term that leads back to itself stays unknown instead of running for ever.
    this.known[place] = unknown
    const before = this.missingYears
    this.missingYears = NO_YEARS
    const result = run(this)
    if (this.missingYears !== NO_YEARS) {
      this.yearsOf ??= new Map()
      this.yearsOf.set(place, this.missingYears)
    }
    this.missingYears = joined(before, this.missingYears)
    // What a term makes of a last day holds for one norm only.
    this.known[place] = usesDue ? undefined : result
    return result
  }

  calendarMissing(year: number): void {
    if (!this.missingYears.includes(year)) this.missingYears = [...this.missingYears, year]
  }
}
