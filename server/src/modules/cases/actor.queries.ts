import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Actor } from './case.commands.ts'
import { staffOf } from './officers/officer.queries.ts'

/**
 * Somebody who gave an order that the worker carries out, in the roles they hold by now; undefined where
 * their account is gone or disabled since.
 */
export async function actorNow(
  tx: Tx,
  clock: Clock,
  { institution, person, name }: Pick<Actor, 'institution' | 'person' | 'name'>,
): Promise<Actor | undefined> {
  const staff = await staffOf(tx, institution, clock.today())
  const author = staff.find((one) => one.person === person)
  if (!author || author.isDisabled) return undefined
  return { institution, person, name, roles: author.roles }
}
