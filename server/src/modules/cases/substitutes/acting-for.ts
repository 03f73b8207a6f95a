import type { Day } from '@yizhuan/kit'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Actor } from '../case.commands.ts'
import { casesOf, officersByCase } from '../officers/officer.queries.ts'
import { reaches, type StandIn, standInsOn } from './colleagues.ts'

/** Somebody for whom the caller may act in a case today, and in which roles. */
export interface Lent {
  readonly person: string
  readonly name: string
  readonly roles: readonly string[]
}

/** For whom somebody may act in a case today. */
export async function lentTo(
  tx: Tx,
  clock: Clock,
  { institution, person }: Pick<Actor, 'institution' | 'person'>,
  id: string,
): Promise<readonly Lent[]> {
  const standIns = await standInsOn(tx, institution, clock.today(), person)
  if (standIns.length === 0) return []
  const carried = (await officersByCase(tx, institution, [id])).get(id)
  const officers = new Set([carried?.lead ?? '', ...(carried?.support ?? [])])
  return standIns.filter((one) => reaches(one, officers)).map(lentBy)
}

/** What is lent to somebody today, for many cases at once. */
export interface Lending {
  /** For whom they stand in. */
  readonly absent: readonly string[]
  /** What is lent to them in a case. */
  readonly in: (id: string) => readonly Lent[]
}

/** What is lent to somebody today. */
export async function lendingTo(
  tx: Tx,
  institution: string,
  today: Day,
  person: string,
): Promise<Lending> {
  const standIns = await standInsOn(tx, institution, today, person)
  const absent = standIns.map((one) => one.absent.person)
  const carried = await casesOf(tx, institution, absent)
  return {
    absent,
    in: (id) => standIns.filter((one) => reaches(one, carried.get(id))).map(lentBy),
  }
}

const lentBy = ({ absent, roles }: StandIn): Lent => ({ ...absent, roles })

/** The caller as one who acts for somebody else; undefined where they may not. */
export async function actorFor(
  tx: Tx,
  clock: Clock,
  caller: Actor,
  id: string,
  absent: string,
): Promise<Actor | undefined> {
  const lent = (await lentTo(tx, clock, caller, id)).filter(({ person }) => person === absent)
  const [first] = lent
  if (!first) return undefined
  const { institution, person, name } = caller
  const roles = [...new Set(lent.flatMap((one) => one.roles))]
  return { institution, person, name, roles, actingFor: { person: absent, name: first.name } }
}
