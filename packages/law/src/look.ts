import type { Day } from '@yizhuan/kit'
import type { AssessOptions } from './assess.ts'
import { FactsAt } from './facts-at.ts'
import { type Judgement, judge } from './judge.ts'
import type { Standing } from './lapse.ts'
import type { Interpretation, Law, Norm, UsedReading } from './law.ts'
import type { InstitutionReading } from './pack.ts'
import type { NormInRegime, Regime, Regimes } from './regimes.ts'
import { Sight } from './sight.ts'
import type { Facts, Result } from './value.ts'

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
  private readonly sights: Sight[] = []

  constructor(law: Law, given: Facts, options: AssessOptions) {
    this.law = law
    this.given = given
    this.options = options
    this.facts = FactsAt.of(law.code.facts, given, options.asOf)
    const { all, inForce, anchors } = law.code
    const isOne = inForce === all
    this.regimes = all.under(options.rules, options.chosen)
    this.inForce = isOne ? this.regimes : inForce.under(options.rules, options.chosen)
    this.byAnchor = new Array(anchors.length)
    this.byAnchorInForce = isOne ? this.byAnchor : new Array(anchors.length)
  }

  /** How things stand on the day of the look. */
  get standing(): Standing {
    return this.inForce.on(this.options.asOf).standing
  }

  /** What the case is about, as norms ask for it first. */
  get matter(): Result {
    const { matter } = this.law.code
    return matter ? this.facts.at(matter.place) : null
  }

  judge(norm: Norm): Judgement {
    const sight = this.sightOf(norm)
    return judge(inRegime(norm, sight.regime), sight)
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
    const sight = this.sightUnder(regime)
    sights[anchor] = sight
    return sight
  }

  /** Most cases lie under one law or two. */
  private sightUnder(regime: Regime): Sight {
    const known = this.sights.find((sight) => sight.regime === regime)
    if (known) return known
    const sight = this.afresh(regime)
    this.sights.push(sight)
    return sight
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
    const { all, inForce } = this.law.code
    const legal = (norm.isAdvisory ? all : inForce).under([], chosen).on(this.dayOf(norm))
    const { status } = judge(inRegime(norm, legal), this.afresh(legal))
    return status === 'breached' ? 'law' : 'institution'
  }

  /** The day whose law governs a norm. */
  dayOf(norm: Norm): Day {
    return this.dayAt(norm.anchorPlace)
  }

  /** The first anchor fact that has happened, else the day of the look. */
  private dayAt(anchor: number): Day {
    const { asOf } = this.options
    for (const place of this.law.code.anchors[anchor] as readonly number[]) {
      const value = this.facts.at(place)
      if (typeof value === 'string' && value <= asOf) return value as Day
    }
    return asOf
  }

  private afresh(regime: Regime): Sight {
    return new Sight(this.law, this.facts, this.options, regime)
  }
}

/** A norm as it is in a regime. */
const inRegime = ({ place }: Norm, { norms }: Regime) => norms[place] as NormInRegime

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
