import type { Role } from '../../../platform/access.ts'
import type { Caller } from '../../../platform/database.ts'

/** Who pays fees, decides on them or answers for both: they read the docket of every right. */
export const docketReaders: readonly Role[] = [
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'auditor',
]

/** Whether somebody reads the docket of a right: for their office, or because they are its inventor. */
export function mayReadDocket(
  { roles, name }: Pick<Caller, 'roles' | 'name'>,
  { inventors }: { readonly inventors: readonly string[] },
): boolean {
  return inventors.includes(name) || docketReaders.some((role) => roles.includes(role))
}
