import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import '../people/index.ts'

/** Whoever has a part of what is given out. */
interface Payee {
  readonly personId: string | null
  readonly name: string
}

/**
 * Whether somebody is among those who receive. An account need not be linked with the register, and a line need not
 * say who it is: the name of the account, and that of its person there, say it as well.
 */
export async function isPayee(
  tx: Tx,
  { institution, person, name }: Author,
  payees: readonly Payee[],
): Promise<boolean> {
  const registered = await tx
    .selectFrom('person')
    .select('name')
    .where('institutionId', '=', institution)
    .where('id', '=', person)
    .executeTakeFirst()
  const names = [name, registered?.name]
  return payees.some((one) => one.personId === person || names.includes(one.name))
}
