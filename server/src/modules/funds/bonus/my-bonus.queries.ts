import type { Tx } from '../../../platform/database.ts'
import './bonus.table.ts'

/** The shares of bonuses that bear a name, the latest grant first. */
export async function sharesNamed(tx: Tx, institution: string, name: string) {
  return await tx
    .selectFrom('grantBonusShare')
    .select(['bonusId', 'place', 'amountFen'])
    .where('institutionId', '=', institution)
    .where('name', '=', name)
    .orderBy('bonusId', 'desc')
    .execute()
}
