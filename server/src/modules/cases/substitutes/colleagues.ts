import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import type { Standing } from '../case.standing.ts'
import { runningOn } from './substitution.queries.ts'
import { lentRoles } from './substitution.ts'

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
