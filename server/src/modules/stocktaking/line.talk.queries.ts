import type { TalkedOf } from '../../platform/talked-of.ts'
import './campaign.table.ts'
import { readers } from './stocktaking.access.ts'

/** Lines of a stock-taking, as far as colleagues talk about them: what becomes of a right. */
export const stockLineTalk: TalkedOf = {
  kind: 'stocktaking-line',
  access: readers,
  async called(tx, institution, id) {
    const line = await tx
      .selectFrom('stocktakingLine')
      .select(['number', 'title', 'stocktakingId'])
      .where('institutionId', '=', institution)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!line) return undefined
    const path = `/stocktakings/${line.stocktakingId}?line=${id}`
    return { label: line.number, title: line.title, path }
  },
}
