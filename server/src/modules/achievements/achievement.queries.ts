import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import './achievement.table.ts'
import type {
  AchievementPageWire,
  AchievementQueryWire,
  AchievementWire,
} from './achievement.wire.ts'

const line = ['id', 'number', 'title', 'kind', 'department', 'disclosedOn'] as const

/** A page of the register, newest number first. */
export async function listAchievements(
  tx: Tx,
  institution: string,
  { q, kind, cursor, limit }: AchievementQueryWire,
): Promise<AchievementPageWire> {
  let query = tx
    .selectFrom('achievement')
    .select([...line])
    .where('institutionId', '=', institution)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (cursor !== undefined) query = query.where('number', '<', cursor)
  if (q !== undefined) {
    query = query.where((eb) =>
      eb.or([eb(sql`position(${q} in title)`, '>', 0), eb('number', '=', q.toUpperCase())]),
    )
  }
  const rows = await query
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, nextCursor: last.number } : { items }
}

/** One achievement, or undefined: for another institution's there is none. */
export function achievementOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<AchievementWire | undefined> {
  return tx
    .selectFrom('achievement')
    .select([...line, 'disclosure', 'inventors'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst() as Promise<AchievementWire | undefined>
}

/** The next permanent number of a year, such as CG-2026-0001; numbers are never given out twice. */
export async function nextNumber(tx: Tx, institution: string, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('achievementNumber')
    .values({ institutionId: institution, year, last: 1 })
    .onConflict((on) =>
      on.columns(['institutionId', 'year']).doUpdateSet({ last: sql`achievement_number.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `CG-${year}-${String(last).padStart(4, '0')}`
}
