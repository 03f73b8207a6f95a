import type { Tx } from '../../../platform/database.ts'
import type { Author } from '../../../platform/register.ts'
import '../../people/index.ts'
import '../payout.table.ts'

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

/** Whoever receives by a batch of bonuses and awards; by one of plans, nobody that is named here. */
export function payeesOf(tx: Tx, institution: string, batch: string): Promise<readonly Payee[]> {
  return tx
    .selectFrom('awardOrder')
    .select(['personId', 'name'])
    .where('institutionId', '=', institution)
    .where('batchId', '=', batch)
    .where('state', '<>', 'dropped')
    .execute()
}
