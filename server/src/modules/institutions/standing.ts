// What an institution was from which day on: the law of a day follows from it.
import type { Day } from '@yizhuan/kit'
import type { Profile } from './institution.ts'

/** What a unit of the house answers for (sh-draft-2024#a5.p1), and the fact that one is named. */
export const responsibilities = {
  ipOperation: 'ipOperationUnitNamed',
  ipProtection: 'ipProtectionUnitNamed',
  resultManagement: 'resultManagementUnitNamed',
} as const
export type Responsibility = keyof typeof responsibilities

export const standingAspects = [
  'level',
  'ownership',
  'research',
  'affiliation',
  'province',
  'pilot',
  'ipOperation',
  'ipProtection',
  'resultManagement',
] as const
export type StandingAspect = (typeof standingAspects)[number]

/** The aspects that the profile tells as well, without a day. */
export const profileAspects = ['province', 'pilot'] as const

/** One turn: what an institution became on a day, and what it was before. */
export interface Standing {
  readonly id: string
  readonly aspect: StandingAspect
  /** Null: none from this day on. */
  readonly value: string | null
  readonly was: string | null
  readonly from: Day
  readonly document: string | null
}

/** What held on a day, and since when so far as it is known. */
export interface Held {
  readonly value: string | null
  readonly from: Day | null
  readonly document: string | null
}

/** What an institution was on a day; undefined where nothing was ever said of it. */
export function heldOn(
  standings: readonly Standing[],
  aspect: StandingAspect,
  on: Day,
): Held | undefined {
  const turns = standings
    .filter((one) => one.aspect === aspect)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const last = turns.findLast(({ from }) => from <= on)
  if (last) return { value: last.value, from: last.from, document: last.document }
  const [first] = turns
  return first && { value: first.was, from: null, document: null }
}

/** Where an institution stood on a day: as its turns say, else as it says of itself today. */
export function placeOn(
  profile: Pick<Profile, 'province' | 'pilot'>,
  standings: readonly Standing[],
  on: Day,
): Pick<Profile, 'province' | 'pilot'> {
  const [province, pilot] = profileAspects.map((aspect) => heldOn(standings, aspect, on))
  return {
    province: province ? province.value : profile.province,
    pilot: pilot ? (pilot.value as Profile['pilot']) : profile.pilot,
  }
}

/** A fact that the register of the institution knows, and by what paper. */
export interface KnownFact {
  readonly fact: string
  readonly value: string | boolean
  readonly document: string | null
}

/** What the packs ask of the institution and its register answers on a day; what was not said stays out. */
export function factsOn(
  profile: Profile,
  standings: readonly Standing[],
  on: Day,
): readonly KnownFact[] {
  const at = (aspect: StandingAspect) => heldOn(standings, aspect, on)
  const { pilot } = placeOn(profile, standings, on)
  const [level, ownership, research, listed] = [
    at('level'),
    at('ownership'),
    at('research'),
    at('pilot'),
  ]
  const known = (fact: string, held: Held | undefined, value = held?.value): KnownFact[] =>
    held?.value == null || value == null ? [] : [{ fact, value, document: held.document }]
  const paper = listed?.document ?? null
  return [
    ...known('institutionLevel', level),
    ...known('institutionOwnership', ownership),
    ...(research?.value == null
      ? []
      : [
          {
            fact: 'doesHealthResearch',
            value: research.value === 'yes',
            document: research.document,
          },
        ]),
    ...(profile.kind === null
      ? []
      : [{ fact: 'isHospital', value: profile.kind === 'hospital', document: null }]),
    // Out of every pilot is only who is said to be: nobody is for having kept silent.
    ...(pilot === null && !listed?.from
      ? []
      : [
          { fact: 'pilotUnit', value: pilot === 'listed', document: paper },
          { fact: 'optedIn', value: pilot === 'voluntary', document: paper },
        ]),
    ...(pilot === 'listed' && listed?.from
      ? [{ fact: 'pilotStartedOn', value: listed.from, document: paper }]
      : []),
    ...Object.entries(responsibilities).flatMap(([aspect, fact]) => {
      const held = at(aspect as Responsibility)
      // Before the first was named nobody knows; after the last has ended nobody is.
      if (held === undefined || held.from === null) return []
      return [{ fact, value: held.value !== null, document: held.document }]
    }),
  ]
}
