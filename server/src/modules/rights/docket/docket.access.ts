import type { Role } from '../../../platform/access.ts'
import type { Caller } from '../../../platform/database.ts'
import type { ReadDocket } from './read-docket.ts'

/** Who pays fees, decides on them or answers for both: they read the docket of every right. */
export const docketReaders: readonly Role[] = [
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'auditor',
]

/**
 * Whether somebody reads the docket of a right: for their office, because they are its inventor, or because a
 * deadline of it that is still open is theirs.
 */
export function mayReadDocket(
  { roles, name, person }: Pick<Caller, 'roles' | 'name' | 'person'>,
  { inventors, docket }: Pick<ReadDocket, 'inventors' | 'docket'>,
): boolean {
  return (
    inventors.includes(name) ||
    docket.deadlines.some((one) => one.state === 'open' && one.personId === person) ||
    docketReaders.some((role) => roles.includes(role))
  )
}
