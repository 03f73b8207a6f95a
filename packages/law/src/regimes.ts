// The law stands still between two days on which a source or a parameter changes. What holds for such
// a stretch of days is looked up once, however many norms, cases and users ask.
import { Agendas, type Group, type Matter } from './agenda.ts'
import type { Condition } from './condition.ts'
import type { Evaluate } from './evaluate.ts'
import { type Judgement, settled } from './judge.ts'
import { type Standing, standingOn } from './lapse.ts'
import type { Gate, Norm, Term } from './law.ts'
import type { InstitutionReading, InstitutionRule, OpenSpan, Pack } from './pack.ts'
import { isWithin, type Layers, parameterAt, type UsedParameter, underRules } from './parameters.ts'

/** The law of one stretch of days. */
export interface Regime {
  /** By the place of the parameter. */
  readonly parameters: readonly (UsedParameter | undefined)[]
  /** By the place of the norm. */
  readonly norms: readonly NormInRegime[]
  /** Which norms are worth judging. */
  readonly agendas: Agendas
  /** What each term says, by its place, as the institution reads it. */
  readonly runs: readonly Evaluate[]
  /** The readings that an institution chose. */
  readonly choices: readonly InstitutionReading[]
  readonly standing: Standing
}

/**
 * One norm in one stretch of days, with all that judging it looks at in one place: reading memory
 * takes longer than most conditions do.
 */
export interface NormInRegime {
  readonly norm: Norm
  readonly place: number
  /** What it asks first besides the matter. */
  readonly gates: readonly Gate[]
  readonly applies: Condition | undefined
  readonly due: Evaluate | undefined
  readonly satisfied: Condition
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
  readonly packs: readonly Pack[]
  readonly acts: readonly string[]
  readonly layers: Layers
  readonly parameters: readonly string[]
  readonly norms: readonly Norm[]
  readonly groups: readonly Group[]
  readonly matter: Matter | undefined
  readonly terms: readonly Term[]
}

const MOST_DAYS = 1000

/** Finds the law of a day. */
export class Regimes {
  readonly changes: readonly string[]
  private readonly make: (day: string) => Regime
  private readonly known = new Map<number, Regime>()
  private readonly byDay = new Map<string, Regime>()

  /** @param changes  the days on which something may change, in any order. */
  constructor(changes: readonly string[], make: (day: string) => Regime) {
    this.changes = changes
    this.make = make
  }

  on(day: string): Regime {
    const known = this.byDay.get(day)
    if (known) return known
    const found = this.find(day)
    // Cases ask for the same few days again and again; whoever asks for others fills no memory.
    if (this.byDay.size >= MOST_DAYS) this.byDay.clear()
    this.byDay.set(day, found)
    return found
  }

  private find(day: string): Regime {
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
function regimesOf(material: Material): Regimes {
  const { packs, layers, parameters, norms, groups, matter, terms } = material
  const spans = [
    ...[...layers.values()].flat().map(({ span }) => span),
    ...packs.flatMap(({ sources }) => sources.flatMap(({ inForce }) => inForce ?? [])),
  ]
  const runs = terms.map(({ run }) => run)
  return new Regimes([...new Set(spans.flatMap(daysOf))], (day) => {
    const values = parameters.map((id) => parameterAt(layers, id, day))
    const here = norms.map((norm) => normIn(norm, values, day, matter))
    return {
      parameters: values,
      norms: here,
      agendas: new Agendas(groups, matter, here),
      runs,
      choices: [],
      standing: standingOn(material, day),
    }
  })
}

/** What the law of an institution is made of. */
interface OwnLaw {
  readonly rules: readonly InstitutionRule[]
  readonly chosen: readonly InstitutionReading[]
}

/** The same law as an institution reads it, and as its own rules make it stricter. */
function regimesUnder(legal: Regimes, material: Material, { rules, chosen }: OwnLaw): Regimes {
  const { groups, matter, terms } = material
  const changes = [...legal.changes, ...[...rules, ...chosen].flatMap(daysOf)]
  return new Regimes(changes, (day) => {
    const own = (parameter: UsedParameter) => underRules(parameter, day, rules)
    const isRuled = ({ id }: UsedParameter) => rules.some(({ param }) => param === id)
    const { parameters, norms, runs, standing } = legal.on(day)
    const choices = chosen.filter((choice) => isWithin(choice, day))
    const here = norms.map((each) =>
      each.parameters.some(isRuled)
        ? inRegime(each.norm, each.gates, each.isInForce, each.parameters.map(own))
        : each,
    )
    return {
      parameters: parameters.map((each) => each && own(each)),
      norms: here,
      agendas: new Agendas(groups, matter, here),
      runs: terms.map((term, place) => readAs(term, choices) ?? (runs[place] as Evaluate)),
      choices,
      standing,
    }
  })
}

const MOST_INSTITUTIONS = 50

/** One law for everybody, and as each institution has it: an institution asks many times a day. */
export class Jurisdiction {
  readonly legal: Regimes
  private readonly material: Material
  private readonly own = new Map<string, Regimes>()

  constructor(material: Material) {
    this.material = material
    this.legal = regimesOf(material)
  }

  under(
    rules: readonly InstitutionRule[] = [],
    chosen: readonly InstitutionReading[] = [],
  ): Regimes {
    if (rules.length === 0 && chosen.length === 0) return this.legal
    const key = JSON.stringify([rules, chosen])
    const known = this.own.get(key)
    if (known) return known
    const made = regimesUnder(this.legal, this.material, { rules, chosen })
    if (this.own.size >= MOST_INSTITUTIONS) this.own.clear()
    this.own.set(key, made)
    return made
  }
}

/** What a term says in the reading that the institution chose, where it chose one that exists. */
function readAs(
  { id, readings }: Term,
  choices: readonly InstitutionReading[],
): Evaluate | undefined {
  if (readings.size === 0) return undefined
  const choice = choices.find((each) => each.id === id)
  return choice && readings.get(choice.reading)
}

const daysOf = ({ from, to }: OpenSpan): readonly string[] =>
  [from, to].filter((each) => each !== undefined)

function normIn(
  norm: Norm,
  values: readonly (UsedParameter | undefined)[],
  day: string,
  matter: Matter | undefined,
): NormInRegime {
  const { source, uses, parameters } = norm
  const used = parameters.flatMap((place) => values[place] ?? [])
  const isValid = source?.inForce === undefined || isWithin(source.inForce, day)
  const gates = norm.gates.filter(({ place }) => place !== matter?.place)
  return inRegime(norm, gates, isValid && used.length === uses.params.size, used)
}

/** All of one shape: a copy with other fields would be read more slowly. */
function inRegime(
  norm: Norm,
  gates: readonly Gate[],
  isInForce: boolean,
  parameters: readonly UsedParameter[],
): NormInRegime {
  const { place, run } = norm
  return {
    norm,
    place,
    gates,
    applies: run.applies,
    due: run.due,
    satisfied: run.satisfied,
    isInForce,
    parameters,
    waits: parameters.some(({ bound }) => bound === 'minPeriod'),
    notApplicable: settled(norm, 'na', parameters),
    met: settled(norm, 'met', parameters),
  }
}
