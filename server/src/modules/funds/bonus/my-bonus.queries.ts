import type { Tx } from '../../../platform/database.ts'
import './bonus.table.ts'

/** The shares of somebody: those that say so, and those that bear a name which is theirs alone. */
export async function sharesOfOne(
  tx: Tx,
  institution: string,
  { person, name }: { readonly person: string; readonly name: string | null },
) {
  return await tx
    .selectFrom('grantBonusShare')
    .select(['bonusId', 'place', 'amountFen'])
    .where('institutionId', '=', institution)
    .where(({ or, and, eb }) =>
      or([
        eb('personId', '=', person),
        ...(name === null ? [] : [and([eb('personId', 'is', null), eb('name', '=', name)])]),
      ]),
    )
    .orderBy('bonusId', 'desc')
    .execute()
}
