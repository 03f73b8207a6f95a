import type { Tx } from '../../platform/database.ts'
import '../achievements/index.ts'
import type { Posting } from '../journal/index.ts'
import './asset.table.ts'
import { bookingPosting, costPosting } from './posting.ts'

/** Everything that costs and bookings of achievements say of money: what the journal is made of anew. */
export async function assetMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const costs = await tx
    .selectFrom('assetCost')
    .innerJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'assetCost.institutionId')
        .onRef('achievement.id', '=', 'assetCost.achievementId'),
    )
    .select(['assetCost.id', 'achievementId', 'number', 'spentOn', 'amountFen', 'voucher'])
    .where('assetCost.institutionId', '=', institution)
    .orderBy('assetCost.id')
    .execute()
  const bookings = await tx
    .selectFrom('assetBooking')
    .innerJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'assetBooking.institutionId')
        .onRef('achievement.id', '=', 'assetBooking.achievementId'),
    )
    .select(['assetBooking.id', 'achievementId', 'number', 'step', 'treatment'])
    .select(['amountFen', 'decidedOn', 'voucher'])
    .where('assetBooking.institutionId', '=', institution)
    .where('outcome', '=', 'accepted')
    .orderBy('assetBooking.id')
    .execute()
  return [
    ...costs.map((cost) => costPosting({ id: cost.achievementId, number: cost.number }, cost)),
    ...bookings.map((one) => bookingPosting({ id: one.achievementId, number: one.number }, one)),
  ]
}
