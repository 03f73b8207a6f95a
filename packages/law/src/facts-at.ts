import type { Day } from '@yizhuan/kit'
import type { Vocabulary } from './facts.ts'
import { type Facts, type Result, Unknown, type Value } from './value.ts'

/** A fact at its place. An event is a day that may still lie ahead. */
export interface FactPlace {
  readonly id: string
  readonly isEvent: boolean
  /** What it is where nobody told it. */
  readonly unknown: Unknown
}

/** The places of facts in the order of their names. */
export function placesOf(names: readonly string[], vocabulary: Vocabulary): readonly FactPlace[] {
  return names.map((id) => ({
    id,
    isEvent: vocabulary[id]?.event ?? false,
    unknown: new Unknown([id]),
  }))
}

/**
 * The facts of a case by their places. Each is looked up when it is first asked for: a vocabulary
 * is large, and what one matter asks for is little.
 */
export class FactsAt {
  private readonly places: readonly FactPlace[]
  private readonly given: Facts
  private readonly asOf: Day
  private readonly known: (Result | undefined)[]

  constructor(places: readonly FactPlace[], given: Facts, asOf: Day) {
    this.places = places
    this.given = given
    this.asOf = asOf
    this.known = new Array(places.length)
  }

  at(place: number): Result {
    const known = this.known[place]
    return known === undefined ? this.lookUp(place) : known
  }

  /** The same facts, of which some may be supposed to be others. */
  copy(): FactsAt {
    return new FactsAt(this.places, this.given, this.asOf)
  }

  suppose(place: number, value: Value): void {
    this.known[place] = value
  }

  /** An event after the day of the look has not happened yet. */
  private lookUp(place: number): Result {
    const { id, isEvent, unknown } = this.places[place] as FactPlace
    const value = this.given[id]
    const isAhead = isEvent && typeof value === 'string' && value > this.asOf
    const known = isAhead ? null : value === undefined ? unknown : value
    this.known[place] = known
    return known
  }
}
