import { makeFindable } from '../../platform/findable.ts'
import type { FindAnew } from '../../platform/search.ts'
import { holdingFoundBy } from '../cases/index.ts'
import { storedHoldings } from './holding.queries.ts'

/** Makes holdings findable by what the list says of them. */
export const findHoldingsAnew: FindAnew = async (tx, _clock, institution, ids) => {
  const rows = await storedHoldings(tx, institution)
    .where('id', 'in', [...ids])
    .execute()
  await makeFindable(tx, institution, 'holding', rows.map(holdingFoundBy))
}
