import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { isFoundBy } from '../../platform/search.ts'
import { fieldColumns } from './achievement.table.ts'
import type {
  AchievementFilterWire,
  AchievementPageWire,
  AchievementQueryWire,
  AchievementWire,
} from './achievement.wire.ts'

const line = ['id', 'number', 'title', 'kind', 'department', 'disclosedOn', 'conversion'] as const

/** A page of the register in the order asked for; the cursor is where the page before ended. */
export async function listAchievements(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: AchievementQueryWire,
): Promise<AchievementPageWire> {
  let query = chosen(tx, institution, filter)
  const [, number, day = ''] = /^(.+?)(?:~(.*))?$/.exec(cursor ?? '') ?? []
  if (number !== undefined) {
    const isDown = filter.sort === 'newest' || filter.sort === 'disclosed'
    const isByDay = filter.sort === 'disclosed' || filter.sort === 'disclosedFirst'
    query = query.where((eb) =>
      isByDay
        ? eb(
            sql`(coalesce(disclosed_on, ''), number)`,
            isDown ? '<' : '>',
            sql`(${day}::text, ${number}::text)`,
          )
        : eb('number', isDown ? '<' : '>', number),
    )
  }
  const rows = await query.limit(limit + 1).execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  if (rows.length <= limit || !last) return { items }
  return { items, nextCursor: `${last.number}~${last.disclosedOn ?? ''}` }
}

/** Every achievement that fits, for a sheet. */
export function allAchievements(tx: Tx, institution: string, filter: AchievementFilterWire) {
  return chosen(tx, institution, filter)
    .select(['registeredOn', 'fundingSource', 'projectNo', 'maturityLevel', 'inventors'])
    .execute()
}

function chosen(
  tx: Tx,
  institution: string,
  { q, kind, department, conversion, sort }: AchievementFilterWire,
) {
  let query = tx
    .selectFrom('achievement')
    .select([...line])
    .where('institutionId', '=', institution)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (department !== undefined) query = query.where('department', '=', department)
  if (conversion !== undefined) query = query.where('conversion', '=', conversion)
  if (q !== undefined)
    query = query.where(isFoundBy('achievement.id', institution, 'achievement', q))
  const way = sort === 'newest' || sort === 'disclosed' ? ('desc' as const) : ('asc' as const)
  if (sort === 'disclosed' || sort === 'disclosedFirst') {
    query = query.orderBy(sql`coalesce(disclosed_on, '')`, way)
  }
  return query.orderBy('number', way)
}

/** One achievement, or undefined: for another institution's there is none. */
export async function achievementOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<AchievementWire | undefined> {
  const asked = tx
    .selectFrom('achievement')
    .select(['id', 'number', ...fieldColumns, 'leadIdMasked'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  const head = headOf(tx, { institution, name: `achievement/${id}` })
  const [row, { seq }] = await Promise.all([asked, head])
  if (!row) return undefined
  const { disclosure, inventors, files, ...rest } = row
  return {
    ...rest,
    seq,
    disclosure: { ...disclosure },
    inventors: inventors.map((inventor) => ({ ...inventor, staffNo: inventor.staffNo ?? null })),
    files: files.map((file) => ({ ...file })),
  }
}

/** What tells the identity number of an achievement's first inventor apart. */
export async function leadIdIndex(tx: Tx, institution: string, id: string) {
  const row = await tx
    .selectFrom('achievement')
    .select('leadIdIndex')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.leadIdIndex
}

/** The achievements with these numbers. */
export async function achievementsByNumber(
  tx: Tx,
  institution: string,
  numbers: readonly string[],
) {
  if (numbers.length === 0) return []
  return await tx
    .selectFrom('achievement')
    .select(['id', 'number', ...fieldColumns, 'leadIdIndex', 'leadIdMasked'])
    .where('institutionId', '=', institution)
    .where('number', '=', sql<string>`any(${[...numbers]}::text[])`)
    .execute()
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

/** Keeps numbers that a ledger brings in our own form from being given out again. */
export async function reserveNumbers(
  tx: Tx,
  institution: string,
  given: readonly { readonly number: string | null }[],
): Promise<void> {
  const highest = new Map<number, number>()
  for (const { number } of given) {
    const [, year, last] = /^CG-(\d{4})-(\d{4,9})$/.exec(number ?? '') ?? []
    if (year && last) {
      highest.set(Number(year), Math.max(highest.get(Number(year)) ?? 0, Number(last)))
    }
  }
  for (const [year, last] of highest) {
    await tx
      .insertInto('achievementNumber')
      .values({ institutionId: institution, year, last })
      .onConflict((on) =>
        on
          .columns(['institutionId', 'year'])
          .doUpdateSet({ last: sql`greatest(achievement_number.last, excluded.last)` }),
      )
      .execute()
  }
}
