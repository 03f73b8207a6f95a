// The law stands still between two days on which a source or a parameter changes. What holds for such
// a stretch of days is looked up once, however many norms, cases and users ask.
import { type Judgement, settled } from './judge.ts'
import type { Norm } from './law.ts'
import type { InstitutionReading, InstitutionRule, OpenSpan } from './pack.ts'
import { isWithin, type Layers, parameterAt, type UsedParameter, underRules } from './parameters.ts'

/** The law of one stretch of days. */
export interface Regime {
  /** By the place of the parameter. */
  readonly parameters: readonly (UsedParameter | undefined)[]
  /** By the place of the norm. */
  readonly norms: readonly NormInRegime[]
  /** The readings that an institution chose. */
  readonly choices: readonly InstitutionReading[]
}

/** One norm in one stretch of days. */
export interface NormInRegime {
  /** Its source is in force, and every parameter it uses has a value. */
  readonly isInForce: boolean
  readonly parameters: readonly UsedParameter[]
  /** One of the parameters is a minimum period. */
  readonly waits: boolean
  /** The two judgements that leave nothing to say, made once. */
  readonly notApplicable: Judgement
  readonly met: Judgement
}

/** What the regimes of a law are made of. */
export interface Material {
  readonly layers: Layers
  readonly parameters: readonly string[]
  readonly norms: readonly Norm[]
}

/** Finds the law of a day. */
export class Regimes {
  readonly changes: readonly string[]
  private readonly make: (day: string) => Regime
  private readonly known = new Map<number, Regime>()

  /** @param changes  the days on which something may change, in any order. */
  constructor(changes: readonly string[], make: (day: string) => Regime) {
    this.changes = changes
    this.make = make
  }

  on(day: string): Regime {
    let stretch = 0
    for (const change of this.changes) if (change <= day) stretch += 1
    const known = this.known.get(stretch)
    if (known) return known
    const made = this.make(day)
    this.known.set(stretch, made)
    return made
  }
}

/** The law without anybody's own rules. */
export function regimesOf({ layers, parameters, norms }: Material): Regimes {
  const spans = [
    ...[...layers.values()].flat().map(({ span }) => span),
    ...norms.flatMap(({ source }) => source?.inForce ?? []),
  ]
  return new Regimes([...new Set(spans.flatMap(daysOf))], (day) => {
    const values = parameters.map((id) => parameterAt(layers, id, day))
    return {
      parameters: values,
      norms: norms.map((norm) => normIn(norm, values, day)),
      choices: [],
    }
  })
}

/** The same law as an institution reads it, and as its own rules make it stricter. */
export function regimesUnder(
  legal: Regimes,
  rules: readonly InstitutionRule[] = [],
  chosen: readonly InstitutionReading[] = [],
): Regimes {
  if (rules.length === 0 && chosen.length === 0) return legal
  const changes = [...legal.changes, ...[...rules, ...chosen].flatMap(daysOf)]
  return new Regimes(changes, (day) => {
    const own = (parameter: UsedParameter) => underRules(parameter, day, rules)
    const isRuled = ({ id }: UsedParameter) => rules.some(({ param }) => param === id)
    const { parameters, norms } = legal.on(day)
    return {
      parameters: parameters.map((each) => each && own(each)),
      norms: norms.map((norm) =>
        norm.parameters.some(isRuled) ? inRegime(norm.isInForce, norm.parameters.map(own)) : norm,
      ),
      choices: chosen.filter((choice) => isWithin(choice, day)),
    }
  })
}

const daysOf = ({ from, to }: OpenSpan): readonly string[] =>
  [from, to].filter((each) => each !== undefined)

function normIn(
  { source, uses, parameters }: Norm,
  values: readonly (UsedParameter | undefined)[],
  day: string,
): NormInRegime {
  const used = parameters.flatMap((place) => values[place] ?? [])
  const isValid = source?.inForce === undefined || isWithin(source.inForce, day)
  return inRegime(isValid && used.length === uses.params.size, used)
}

function inRegime(isInForce: boolean, parameters: readonly UsedParameter[]): NormInRegime {
  return {
    isInForce,
    parameters,
    waits: parameters.some(({ bound }) => bound === 'minPeriod'),
    notApplicable: settled('na', parameters),
    met: settled('met', parameters),
  }
}
