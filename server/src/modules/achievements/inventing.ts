// Whether a person is one of those whom an achievement names as its inventors.
import type { Identity } from '../people/index.ts'

/** Whom an inventor is: the entry of the register, else the staff number, else a name. */
export interface Named {
  readonly name: string
  readonly staffNo?: string | null | undefined
  readonly person?: string | undefined
}

/**
 * Whether somebody is among the inventors. A bare name says it only where nobody else of the house
 * bears it; what tells people apart, once it is there, is not overruled by a name.
 */
export function isAmong(team: readonly Named[], { person, staffNumber, soleName }: Identity) {
  return team.some((one) => {
    if (one.person !== undefined) return one.person === person
    return one.staffNo != null ? one.staffNo === staffNumber : one.name === soleName
  })
}
