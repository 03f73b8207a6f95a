import { ownerKey } from '@yizhuan/ledger'

// Whether a patent of others may name people of the house, how sure that is, and why. A name alone is
// never certain, and nothing here says whose the patent is: an officer does, after hearing who is named.

/** A patent as a register of patents lists it. */
export interface ListedPatent {
  readonly number: string | null
  readonly title: string
  readonly kind: string | null
  readonly filedOn: string | null
  readonly grantedOn: string | null
  readonly applicants: readonly string[]
  readonly inventors: readonly string[]
  readonly departments: readonly string[]
}

/** Somebody of the house, with the posts they held. */
export interface Staff {
  readonly id: string
  readonly name: string
  readonly leftOn: string | null
  readonly units: readonly string[]
  readonly posts: readonly { readonly from: string; readonly to: string | null }[]
}

/** What speaks for somebody being meant, and what against it. */
export const supports = ['heldPost', 'team', 'knownTeam', 'department'] as const
export const doubts = ['namesakes', 'leftBefore', 'notYetHere'] as const
export type Why = 'sameName' | (typeof supports)[number] | (typeof doubts)[number]

export interface Match {
  readonly personId: string
  readonly name: string
  readonly sureness: 'likely' | 'possible'
  readonly why: readonly Why[]
}

/** What the house knows of itself to look with. */
export interface House {
  /** Its name, its former names and its other names, as they are compared. */
  readonly ownKeys: ReadonlySet<string>
  readonly staff: ReadonlyMap<string, readonly Staff[]>
  /** By the name of an inventor: with whom they stand in the rights of the house. */
  readonly teams: ReadonlyMap<string, ReadonlySet<string>>
}

/** The name of a person as it is compared: without blanks, points and the mark of a first inventor. */
export function personKey(name: string): string {
  return ownerKey(name)
}

/** Whether the house is among the applicants. Part of a name is another owner: an affiliate stays one. */
export function isOurs(applicants: readonly string[], ownKeys: ReadonlySet<string>): boolean {
  return applicants.some((name) => ownKeys.has(ownerKey(name)))
}

/** The people of the house whom a patent may name; none where the house owns it or nobody fits. */
export function matchesOf(patent: ListedPatent, house: House): readonly Match[] {
  if (isOurs(patent.applicants, house.ownKeys)) return []
  const named = [...new Set(patent.inventors.map(personKey))].filter((key) => key !== '')
  const ofHouse = named.filter((key) => house.staff.has(key))
  return ofHouse.flatMap((key) => {
    const people = house.staff.get(key) ?? []
    return people.map((person): Match => {
      const why: Why[] = ['sameName']
      if (person.posts.some((post) => isHeldOn(post, patent.filedOn))) why.push('heldPost')
      if (ofHouse.length > 1) why.push('team')
      if (named.some((other) => other !== key && house.teams.get(key)?.has(other))) {
        why.push('knownTeam')
      }
      if (namesUnit(patent, person.units)) why.push('department')
      if (people.length > 1) why.push('namesakes')
      why.push(...daysAgainst(person, patent.filedOn))
      return { personId: person.id, name: person.name, sureness: surenessOf(why), why }
    })
  })
}

/** More than a name must speak for somebody, and nothing against. */
function surenessOf(why: readonly Why[]): Match['sureness'] {
  if (doubts.some((doubt) => why.includes(doubt))) return 'possible'
  const isStrong = why.includes('knownTeam') || why.includes('department')
  const isTogether = why.includes('team') && why.includes('heldPost')
  return isStrong || isTogether ? 'likely' : 'possible'
}

/** A day known to the year or month only may be any of its days. */
function isHeldOn(post: Staff['posts'][number], on: string | null): boolean {
  if (on === null) return false
  return post.from <= lastOf(on) && (post.to === null || post.to > firstOf(on))
}

function daysAgainst({ leftOn, posts }: Staff, filedOn: string | null): readonly Why[] {
  if (filedOn === null) return []
  const hasLeft = leftOn !== null && leftOn <= firstOf(filedOn)
  const isLater = posts.length > 0 && posts.every(({ from }) => from > lastOf(filedOn))
  return [
    ...(hasLeft ? (['leftBefore'] as const) : []),
    ...(isLater ? (['notYetHere'] as const) : []),
  ]
}

const firstOf = (day: string) => `${day}-01-01`.slice(0, 10)
const lastOf = (day: string) => (day.length === 4 ? `${day}-12-31` : `${day}-31`.slice(0, 10))

/** Whether the patent names a department of theirs, among its applicants or beside them. */
function namesUnit({ applicants, departments }: ListedPatent, units: readonly string[]): boolean {
  const texts = [...applicants, ...departments].map(ownerKey)
  return units
    .map(ownerKey)
    .some((unit) => unit !== '' && texts.some((text) => text.includes(unit)))
}

/** With whom each inventor stands in some rights, by their names as they are compared. */
export function teamsOf(
  rights: readonly (readonly string[])[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const teams = new Map<string, Set<string>>()
  for (const inventors of rights) {
    const keys = inventors.map(personKey)
    for (const key of keys) {
      const team = teams.get(key) ?? new Set()
      for (const other of keys) if (other !== key) team.add(other)
      teams.set(key, team)
    }
  }
  return teams
}

/** By what a patent is known again when another export lists it. */
export function keyOf({ number, title, filedOn }: ListedPatent): string {
  return (number ?? `${ownerKey(title)}|${filedOn ?? ''}`).slice(0, 400)
}
