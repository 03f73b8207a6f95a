import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import type { Standing } from '../case.standing.ts'
import { staffOf } from '../officers/officer.queries.ts'
import { runningOn } from './substitution.queries.ts'
import { lentRoles, type Substitution } from './substitution.ts'

/** Who stands in for whom on a day, and in which of the absent person's roles. */
export interface StandIn extends Pick<Substitution, 'substitute' | 'scope'> {
  readonly absent: { readonly person: string; readonly name: string }
  readonly roles: readonly string[]
}

/** Everybody who stands in for somebody on a day; of one substitute, when asked. */
export async function standInsOn(
  tx: Tx,
  institution: string,
  today: Day,
  substitute?: string,
): Promise<readonly StandIn[]> {
  const running = await runningOn(tx, institution, today, substitute)
  if (running.length === 0) return []
  const staff = await staffOf(tx, institution, today)
  return running.flatMap((one) => {
    const absent = staff.find(({ person }) => person === one.person)
    const roles = lentRoles(one, absent)
    if (!absent || roles.length === 0) return []
    const { person, name } = absent
    return [{ substitute: one.substitute, scope: one.scope, absent: { person, name }, roles }]
  })
}

/** Whether what was lent reaches a record: all of them, or those that the absent person carries. */
export function reaches(
  { scope, absent }: Pick<StandIn, 'scope' | 'absent'>,
  officers: ReadonlySet<string> | undefined,
): boolean {
  return scope === 'all' || (officers?.has(absent.person) ?? false)
}

interface Colleague {
  readonly person: string
  readonly roles: readonly string[]
}

/**
 * Who is to be told of a case while some are away: substitutes with the roles lent to them, who stand
 * beside the officer they act for.
 */
export async function withSubstitutes(
  tx: Tx,
  institution: string,
  today: Day,
  standing: Standing,
  colleagues: readonly Colleague[],
): Promise<{ readonly standing: Standing; readonly colleagues: readonly Colleague[] }> {
  const running = (await runningOn(tx, institution, today)).filter(
    ({ scope, person }) => scope === 'all' || standing.officers.has(person),
  )
  if (running.length === 0) return { standing, colleagues }
  const rolesOf = (person: string) => colleagues.find((one) => one.person === person)
  const acting = running
    .filter(({ person }) => standing.officers.has(person))
    .map(({ substitute }) => substitute)
  return {
    standing: { ...standing, officers: new Set([...standing.officers, ...acting]) },
    colleagues: colleagues.map(({ person, roles }) => {
      const lent = running
        .filter(({ substitute }) => substitute === person)
        .flatMap((one) => lentRoles(one, rolesOf(one.person)))
      return { person, roles: [...new Set([...roles, ...lent])] }
    }),
  }
}
