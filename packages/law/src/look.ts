import type { Day } from '@yizhuan/kit'
import type { AssessOptions } from './assess.ts'
import { FactsAt } from './facts-at.ts'
import { type Judgement, judge } from './judge.ts'
import type { Interpretation, Law, Norm, UsedReading } from './law.ts'
import type { InstitutionReading } from './pack.ts'
import { type Regime, type Regimes, regimesUnder } from './regimes.ts'
import { Sight } from './sight.ts'
import type { Facts, Value } from './value.ts'

/** One look at the facts of a case: judges norm after norm and remembers what they share. */
export class Look {
  readonly law: Law
  readonly given: Facts
  readonly options: AssessOptions
  private readonly facts: FactsAt
  private readonly regimes: Regimes
  private readonly inForce: Regimes
  private readonly byAnchor: (Sight | undefined)[]
  private readonly byAnchorInForce: (Sight | undefined)[]
  private readonly byRegime = new Map<Regime, Sight>()

  constructor(law: Law, given: Facts, options: AssessOptions) {
    this.law = law
    this.given = given
    this.options = options
    this.facts = new FactsAt(law.code.facts, given, options.asOf)
    const { regimes, inForce, anchors } = law.code
    const under = (legal: Regimes) => regimesUnder(legal, options.rules, options.chosen)
    const isOne = inForce === regimes
    this.regimes = under(regimes)
    this.inForce = isOne ? this.regimes : under(inForce)
    this.byAnchor = new Array(anchors.length)
    this.byAnchorInForce = isOne ? this.byAnchor : new Array(anchors.length)
  }

  judge(norm: Norm): Judgement {
    return judge(norm, this.sightOf(norm))
  }

  /** The sight of a norm: its anchor day says which law governs. */
  sightOf(norm: Norm): Sight {
    return this.sightAt(norm.anchorPlace, norm.isAdvisory)
  }

  /** The sight of an anchor. What drafts say is seen by drafts only. */
  sightAt(anchor: number, isAdvisory: boolean): Sight {
    const sights = isAdvisory ? this.byAnchor : this.byAnchorInForce
    const known = sights[anchor]
    if (known) return known
    const regime = (isAdvisory ? this.regimes : this.inForce).on(this.dayAt(anchor))
    const sight = this.byRegime.get(regime) ?? this.afresh(regime)
    this.byRegime.set(regime, sight)
    sights[anchor] = sight
    return sight
  }

  /** What would be seen if a fact were another: supposes one value after the other. */
  supposing(seen: Sight, place: number): (value: Value) => Sight {
    const facts = this.facts.copy()
    const sight = new Sight(this.law, facts, this.options, seen.regime)
    return (value) => {
      facts.suppose(place, value)
      sight.forget()
      return sight
    }
  }

  /** The readings a norm rests on, as somebody chose them. */
  readingsOf(norm: Norm): readonly UsedReading[] {
    const { chosen, readings } = this.options
    if ((chosen ?? readings) === undefined || norm.readings.length === 0) return norm.readings
    const sight = this.sightOf(norm)
    return norm.readings.map(({ id }) => {
      const interpretation = this.law.interpretations.get(id)
      const choice = sight.choiceOf(id)
      if (!interpretation) return { id, reading: '', alternatives: [] }
      return usedReading(id, interpretation, sight.readingOf(id, interpretation), choice)
    })
  }

  /** A breach that disappears without the institution's own rules is a breach of those only. */
  breachOf(norm: Norm): 'law' | 'institution' {
    if (!this.options.rules?.length) return 'law'
    const { chosen } = this.options
    const { regimes, inForce } = this.law.code
    const legal = regimesUnder(norm.isAdvisory ? regimes : inForce, [], chosen).on(this.dayOf(norm))
    return judge(norm, this.afresh(legal)).status === 'breached' ? 'law' : 'institution'
  }

  /** The day whose law governs a norm. */
  dayOf(norm: Norm): Day {
    return this.dayAt(norm.anchorPlace)
  }

  /** The first anchor fact that has happened, else the day of the look. */
  private dayAt(anchor: number): Day {
    const { asOf } = this.options
    for (const place of this.law.code.anchors[anchor] ?? []) {
      const value = this.facts.at(place)
      if (typeof value === 'string' && value <= asOf) return value as Day
    }
    return asOf
  }

  private afresh(regime: Regime): Sight {
    return new Sight(this.law, this.facts, this.options, regime)
  }
}

/** A reading with the others that the clause allows, and who chose it. */
export function usedReading(
  id: string,
  { readings }: Interpretation,
  reading: string,
  choice?: InstitutionReading,
): UsedReading {
  const alternatives = [...readings.keys()].filter((other) => other !== reading)
  if (choice?.reading !== reading) return { id, reading, alternatives }
  const { by, basis, from } = choice
  return { id, reading, alternatives, chosen: { by, basis, from } }
}
