import type { Day } from '@yizhuan/kit'
import type { Vocabulary } from './facts.ts'
import { type Facts, type Result, Unknown } from './value.ts'

/** What is asked for by place: each column apart, since one look reads all of one and little of the rest. */
export interface FactPlaces {
  readonly ids: readonly string[]
  /** An event is a day that may still lie ahead. */
  readonly areEvents: readonly boolean[]
  /** What a fact is where nobody told it. */
  readonly unknown: readonly Unknown[]
  /** The last that was made of some facts. */
  readonly lastOf: WeakMap<Facts, FactsAt>
}

/** The places of facts in the order of their names. */
export function placesOf(names: readonly string[], vocabulary: Vocabulary): FactPlaces {
  return {
    ids: names,
    areEvents: names.map((id) => vocabulary[id]?.event ?? false),
    unknown: names.map((id) => new Unknown([id])),
    lastOf: new WeakMap(),
  }
}

/**
 * The facts of a case by their places. Each is looked up when it is first asked for: a vocabulary
 * is large, and what one matter asks for is little.
 */
export class FactsAt {
  private readonly places: FactPlaces
  private readonly given: Facts
  private readonly asOf: Day
  private readonly known: (Result | undefined)[]

  constructor(places: FactPlaces, given: Facts, asOf: Day) {
    this.places = places
    this.given = given
    this.asOf = asOf
    this.known = new Array(places.ids.length)
  }

  /**
   * The facts as of a day. A page asks for other readings, other rules and single norms on the same
   * facts: what is frozen is looked up once.
   */
  static of(places: FactPlaces, given: Facts, asOf: Day): FactsAt {
    if (!Object.isFrozen(given)) return new FactsAt(places, given, asOf)
    const last = places.lastOf.get(given)
    if (last?.asOf === asOf) return last
    const made = new FactsAt(places, given, asOf)
    places.lastOf.set(given, made)
    return made
  }

  at(place: number): Result {
    const known = this.known[place]
    return known === undefined ? this.lookUp(place) : known
  }

  /** Takes a fact to be another, until it is put back. */
  suppose(place: number, value: Result): void {
    this.known[place] = value
  }

  private lookUp(place: number): Result {
    const { ids, areEvents, unknown } = this.places
    const value = this.given[ids[place] as string]
    // An event after the day of the look has not happened yet.
    const isAhead = areEvents[place] === true && typeof value === 'string' && value > this.asOf
    const known = isAhead ? null : value === undefined ? (unknown[place] as Unknown) : value
    this.known[place] = known
    return known
  }
}
