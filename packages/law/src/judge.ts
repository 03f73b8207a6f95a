import type { Day } from '@yizhuan/kit'
import type { Env } from './evaluate.ts'
import type { Law, Norm } from './law.ts'
import type { InstitutionReading, InstitutionRule } from './pack.ts'
import { isWithin, parameterAt, type UsedParameter } from './parameters.ts'
import { type Facts, type Result, Unknown } from './value.ts'

/** Met 已满足, breached 已违反, pending 待履行, na 不适用, unknown 尚不能判断. */
export type Status = 'met' | 'breached' | 'pending' | 'na' | 'unknown'
export type Possibility = Exclude<Status, 'unknown'>

/** From where one looks: the day, the institution's own rules, and the readings it chose. */
export interface Outlook {
  readonly asOf: Day
  readonly rules?: readonly InstitutionRule[]
  /** What the institution chose, each from its day on. */
  readonly chosen?: readonly InstitutionReading[]
  /** Readings to look through for once; they go before every choice. */
  readonly readings?: Readonly<Record<string, string>>
}

/** What is found of one norm, before it is dressed for people. */
export interface Judgement {
  readonly status: Status
  readonly possible: readonly Possibility[]
  readonly missing: readonly string[]
  readonly due?: Day
  readonly opens?: Day
  readonly on: Day
  readonly calendarMissing: readonly number[]
}

/**
 * The reading that applies on a day: the one to look through, else the one the institution chose by
 * then, else the documented default. A reading that does not exist is passed over.
 */
export function readingOf(law: Law, id: string, outlook: Outlook, on: string): string {
  const interpretation = law.interpretations.get(id)
  const isKnown = (reading: string | undefined): reading is string =>
    reading !== undefined && (interpretation?.readings.has(reading) ?? false)
  const tried = outlook.readings?.[id]
  if (isKnown(tried)) return tried
  const chosen = choiceOn(outlook, id, on)?.reading
  return isKnown(chosen) ? chosen : (interpretation?.default ?? '')
}

/** The institution's choice for a clause on a day. */
export function choiceOn(outlook: Outlook, id: string, on: string): InstitutionReading | undefined {
  return outlook.chosen?.find((choice) => choice.id === id && isWithin(choice, on))
}

/** Resolves facts, definitions, readings and parameters for one look at the law of one day. */
export class Sight implements Env {
  readonly calendar: Law['calendar']
  readonly missingYears = new Set<number>()
  due: Result = null
  private readonly memo = new Map<string, Result>()
  private readonly law: Law
  private readonly facts: Facts
  private readonly outlook: Outlook
  private readonly on: Day
  private readonly parameters: Map<string, UsedParameter | undefined>

  constructor(
    law: Law,
    facts: Facts,
    outlook: Outlook,
    on: Day,
    parameters = new Map<string, UsedParameter | undefined>(),
  ) {
    this.law = law
    this.facts = facts
    this.outlook = outlook
    this.on = on
    this.parameters = parameters
    this.calendar = law.calendar
  }

  readonly ref = (path: string): Result => {
    if (path === 'asOf') return this.outlook.asOf
    if (path === 'due') return this.due
    const value = this.facts[path]
    if (value !== undefined) {
      const isLater = typeof value === 'string' && value > this.outlook.asOf
      return isLater && this.law.vocabulary[path]?.event ? null : value
    }
    const interpretation = this.law.interpretations.get(path)
    if (interpretation) {
      return (
        interpretation.readings.get(readingOf(this.law, path, this.outlook, this.on))?.run(this) ??
        null
      )
    }
    const definition = this.law.definitions.get(path)
    if (!definition) return new Unknown([path])
    const known = this.memo.get(path)
    if (known !== undefined) return known
    // A definition that leads back to itself stays unknown instead of running for ever.
    this.memo.set(path, new Unknown([path]))
    const result = definition.run(this)
    this.memo.set(path, result)
    return result
  }

  readonly param = (id: string): Result => this.parameter(id)?.value ?? null

  readonly calendarMissing = (year: number): void => {
    this.missingYears.add(year)
  }

  parameter(id: string): UsedParameter | undefined {
    const key = `${id}@${this.on}`
    if (!this.parameters.has(key)) {
      this.parameters.set(key, parameterAt(this.law.layers, id, this.on, this.outlook.rules))
    }
    return this.parameters.get(key)
  }
}

/** The day whose law governs: the first anchor fact that has happened, else the day of the look. */
export function anchorOf(
  { anchor }: { readonly anchor: readonly string[] },
  facts: Facts,
  asOf: Day,
): Day {
  for (const id of anchor) {
    const value = facts[id]
    if (typeof value === 'string' && value <= asOf) return value as Day
  }
  return asOf
}

/** Judges one norm. The whole algorithm of docs/law.md. */
export function judge(norm: Norm, sight: Sight, on: Day, asOf: Day): Judgement {
  const missing = new Set<string>()
  const possible = new Set<Possibility>()
  const look = (result: Result): Result => {
    if (result instanceof Unknown) for (const fact of result.missing) missing.add(fact)
    return result
  }
  const applies = isInForce(norm, sight, on) ? look(norm.run.applies?.(sight) ?? true) : false
  if (applies !== true) possible.add('na')
  let due: Result = null
  if (applies !== false) {
    if (norm.run.due) due = look(norm.run.due(sight))
    sight.due = due
    const satisfied = look(norm.run.satisfied?.(sight) ?? true)
    if (satisfied !== false) possible.add('met')
    if (satisfied !== true) {
      const open = norm.run.open ? look(norm.run.open(sight)) : isStillDue(due, asOf)
      if (open !== false) possible.add('pending')
      if (open !== true) possible.add('breached')
    }
  }
  // A minimum period that ends in a year without published rest days opens nothing by itself.
  const waits = [...norm.uses.params].some((id) => sight.parameter(id)?.bound === 'minPeriod')
  const years = [...sight.missingYears]
  if (waits && years.length > 0 && possible.has('met') && possible.size === 1) {
    possible.add('pending')
    for (const year of years) missing.add(`calendar:${year}`)
  }
  const [only] = possible
  const status: Status = possible.size === 1 && only !== undefined ? only : 'unknown'
  const opens = status === 'pending' || status === 'unknown' ? norm.run.opens?.(sight) : undefined
  return {
    status,
    possible: [...possible],
    missing: status === 'unknown' ? [...missing] : [],
    ...(typeof due === 'string' ? { due: due as Day } : {}),
    ...(typeof opens === 'string' ? { opens: opens as Day } : {}),
    on,
    calendarMissing: years,
  }
}

function isInForce(norm: Norm, sight: Sight, on: Day): boolean {
  const { source } = norm
  if (source?.inForce && !isWithin(source.inForce, on)) return false
  return [...norm.uses.params].every((id) => sight.parameter(id) !== undefined)
}

function isStillDue(due: Result, asOf: Day): Result {
  if (due === null) return false
  return due instanceof Unknown ? due : asOf <= (due as string)
}
