import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import './campaign.table.ts'

// What a ledger of answers on paper is held against: campaigns by name, their lines and parts, and what was said.

/** The campaigns of some names; several may bear one. */
export function campaignsNamed(tx: Tx, institution: string, names: readonly string[]) {
  return tx
    .selectFrom('stocktaking')
    .select(['id', 'name', 'state'])
    .where('institutionId', '=', institution)
    .where('name', '=', sql<string>`any(${[...names]}::text[])`)
    .orderBy('id')
    .execute()
}

/** The lines of some campaigns, with the number of the achievement of each. */
export function linesNamed(tx: Tx, institution: string, campaigns: readonly string[]) {
  return tx
    .selectFrom('stocktakingLine')
    .leftJoin('ipRight', (join) =>
      join
        .onRef('ipRight.institutionId', '=', 'stocktakingLine.institutionId')
        .onRef('ipRight.id', '=', 'stocktakingLine.rightId'),
    )
    .leftJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'stocktakingLine.institutionId')
        .on(
          'achievement.id',
          '=',
          sql<string>`coalesce(stocktaking_line.achievement_id, ip_right.achievement_id)`,
        ),
    )
    .select(['stocktakingLine.id', 'stocktakingId as campaign', 'stocktakingLine.number'])
    .select(sql<string[]>`stocktaking_line.inventors`.as('inventors'))
    .select('achievement.number as achievement')
    .where('stocktakingLine.institutionId', '=', institution)
    .where('stocktakingId', '=', sql<string>`any(${[...campaigns]}::uuid[])`)
    .orderBy('stocktakingLine.id')
    .execute()
}

/** The parts of some campaigns: whom each asks. */
export function partsNamed(tx: Tx, institution: string, campaigns: readonly string[]) {
  return tx
    .selectFrom('stocktakingPart')
    .select(['id', 'stocktakingId as campaign', 'name', 'personId'])
    .where('institutionId', '=', institution)
    .where('stocktakingId', '=', sql<string>`any(${[...campaigns]}::uuid[])`)
    .execute()
}

/** The newest answer of each part to each line of some campaigns. */
export function answersNamed(tx: Tx, institution: string, campaigns: readonly string[]) {
  return tx
    .selectFrom('stocktakingAnswer')
    .select(['id', 'lineId as line', 'partId as part', 'scores', 'wish', 'words'])
    .distinctOn(['lineId', 'partId'])
    .where('institutionId', '=', institution)
    .where('stocktakingId', '=', sql<string>`any(${[...campaigns]}::uuid[])`)
    .orderBy('lineId')
    .orderBy('partId')
    .orderBy('round', 'desc')
    .execute()
}
