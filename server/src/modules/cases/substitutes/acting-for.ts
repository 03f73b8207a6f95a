import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Actor } from '../case.commands.ts'
import { officersByCase, staffOf } from '../officers/officer.queries.ts'
import { partOf } from '../officers/officer.ts'
import { runningOn } from './substitution.queries.ts'
import { lentRoles, type Substitution } from './substitution.ts'

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
  const running = await runningOn(tx, institution, clock.today(), person)
  if (running.length === 0) return []
  const [staff, officers] = await Promise.all([
    staffOf(tx, institution, clock.today()),
    officersByCase(tx, institution, [id]),
  ])
  const carried = officers.get(id)
  const reaches = ({ scope, person: absent }: Substitution) =>
    scope === 'all' || (carried && partOf(carried, absent) !== undefined)
  return running.filter(reaches).flatMap((one) => {
    const absent = staff.find((colleague) => colleague.person === one.person)
    const roles = lentRoles(one, absent)
    return absent && roles.length > 0 ? [{ person: absent.person, name: absent.name, roles }] : []
  })
}

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
