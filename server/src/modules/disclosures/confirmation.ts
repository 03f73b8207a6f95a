// Whether each inventor agrees with the shares: by handing the disclosure in, or by a link of their own.
import { canonicalJson, sha256Hex } from '@yizhuan/kit'

/** How long a link lives: long enough for a holiday, too short to be found in an old chat. */
export const linkDays = 14

/** The team as far as somebody agrees with it. */
export type Team = readonly {
  readonly name: string
  readonly share: string | null
  readonly staffNo?: string | null
  readonly person?: string | undefined
}[]

/** Somebody who was asked, and what they answered. */
export interface Asked {
  readonly place: number
  readonly name: string
  readonly staffNo: string | null
  readonly teamHash: string
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly answeredAt: Date | null
  readonly answer: 'confirmed' | 'disputed' | null
  readonly words: string | null
}

/** Who handed the disclosure in, and when; only while the team is as they told it. */
export interface HandedIn {
  readonly person: string
  readonly name: string
  readonly staffNo: string | null
  readonly isOffice: boolean
  readonly at: Date
}

/** How one inventor stands. `stale` is an answer to other shares than those of now. */
export interface InventorStanding {
  readonly place: number
  readonly name: string
  readonly share: string | null
  readonly status: 'confirmed' | 'disputed' | 'asked' | 'expired' | 'stale' | 'unasked'
  readonly at: Date | null
  readonly expiresAt: Date | null
  readonly words: string | null
}

/** A dispute of somebody who is not among the inventors any more. */
export interface FormerDispute {
  readonly name: string
  readonly at: Date
  readonly words: string | null
}

/** What tells one choice of shares from another: whoever agreed, agreed with this. */
export function teamHash(team: Team): string {
  return sha256Hex(canonicalJson(team.map(({ name, share }) => ({ name, share }))))
}

/** How each inventor stands on a moment; who disclosed agrees with what they wrote. */
export function standingOf(
  team: Team,
  asked: readonly Asked[],
  handedIn: HandedIn | undefined,
  now: Date,
): readonly InventorStanding[] {
  const hash = teamHash(team)
  const author = handedIn && authorAmong(team, handedIn)
  return team.map(({ name, share }, place) => {
    const own = askedOfOne(team, asked, place)
    const blank = { place, name, share, at: null, expiresAt: null, words: null }
    // A dispute outlives the shares it was about: only its inventor ends it, by confirming later ones.
    const latest = latestAnswer(own)
    if (latest?.answer === 'disputed') {
      const { answeredAt: at, words } = latest
      return { ...blank, status: 'disputed' as const, at, words }
    }
    const current = own.filter((one) => one.teamHash === hash)
    const answered = current.findLast(({ answer }) => answer !== null)
    if (answered?.answer) {
      const { answer, answeredAt: at, words } = answered
      return { ...blank, status: answer, at, words }
    }
    if (handedIn && place === author) {
      return { ...blank, status: 'confirmed' as const, at: handedIn.at }
    }
    const open = current.at(-1)
    if (open) {
      const { askedAt: at, expiresAt } = open
      const status = expiresAt > now ? ('asked' as const) : ('expired' as const)
      return { ...blank, status, at, expiresAt }
    }
    return { ...blank, status: own.length > 0 ? ('stale' as const) : ('unasked' as const) }
  })
}

/** Who disputed last and was then left out: nobody ends a dispute by taking a name off the list. */
export function formerDisputes(team: Team, asked: readonly Asked[]): readonly FormerDispute[] {
  const ofTeam = new Set(team.flatMap((_one, place) => askedOfOne(team, asked, place)))
  const former = asked.filter((one) => one.revokedAt === null && !ofTeam.has(one))
  return [...new Set(former.map(personOf))].flatMap((person) => {
    const latest = latestAnswer(former.filter((one) => personOf(one) === person))
    if (latest?.answer !== 'disputed' || latest.answeredAt === null) return []
    return [{ name: latest.name, at: latest.answeredAt, words: latest.words }]
  })
}

const personOf = ({ staffNo, name }: Asked): string => staffNo ?? name

function latestAnswer(asked: readonly Asked[]): Asked | undefined {
  return asked
    .filter(({ answeredAt }) => answeredAt !== null)
    .toSorted((a, b) => Number(a.answeredAt) - Number(b.answeredAt))
    .at(-1)
}

/**
 * The place of whoever handed in, where they are one of the team. Their entry in the register tells, else a
 * staff number; without one a name does that is only theirs, but not for the office, which hands in for
 * others and may share their names. Who was chosen as somebody else is nobody's namesake.
 */
function authorAmong(
  team: Team,
  { person, name, staffNo, isOffice }: HandedIn,
): number | undefined {
  const chosen = team.findIndex((one) => one.person === person)
  if (chosen >= 0) return chosen
  const isOpen = (place: number) => team[place]?.person === undefined
  if (staffNo !== null) {
    const numbered = team.findIndex((one, at) => isOpen(at) && one.staffNo === staffNo)
    if (numbered >= 0) return numbered
  }
  const [place, ...others] = team.flatMap((one, at) => (one.name === name ? [at] : []))
  if (place === undefined || others.length > 0 || isOffice || !isOpen(place)) return undefined
  return staffNo === null || !team[place]?.staffNo ? place : undefined
}

/**
 * What one inventor was asked: under their staff number; where one has none, under their name, or at their
 * place under one that the team has no more, since a name that was corrected is still the same person's.
 */
function askedOfOne(team: Team, asked: readonly Asked[], place: number): readonly Asked[] {
  const { name, staffNo } = team[place] ?? {}
  const isShared = team.filter((one) => one.name === name).length > 1
  const isKnown = (former: string) => team.some((one) => one.name === former)
  return asked.filter((one) => {
    if (one.revokedAt !== null) return false
    if (one.staffNo && staffNo) return one.staffNo === staffNo
    if (one.name === name && !isShared) return true
    return one.place === place && (one.name === name || !isKnown(one.name))
  })
}

/** What a link leads to now. */
export type LinkState = 'open' | 'answered' | 'expired' | 'replaced' | 'changed'

/** Whether a link still asks, and asks about the shares of now. */
export function linkState(
  { revokedAt, answer, expiresAt, teamHash: shown }: Asked,
  team: Team,
  now: Date,
): LinkState {
  if (answer !== null) return 'answered'
  if (revokedAt !== null) return 'replaced'
  if (expiresAt <= now) return 'expired'
  return shown === teamHash(team) ? 'open' : 'changed'
}
