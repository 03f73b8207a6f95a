import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Caller, Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { type Paged, pageFoundBy } from '../../platform/page-found-by.ts'
import { prepared } from '../../platform/prepared.ts'
import { chainOf } from '../../platform/register.ts'
import { type Identity, identityOf } from '../people/index.ts'
import { achievementRegister, fieldColumns, intakeColumns } from './achievement.table.ts'
import type {
  AchievementFilterWire,
  AchievementPageWire,
  AchievementQueryWire,
  AchievementWire,
} from './achievement.wire.ts'
import { isAmongInventors, isReadWholeBy, saysInShort } from './reading.queries.ts'
import { readsAll } from './reading.ts'

const line = [
  'id',
  'number',
  'title',
  'kind',
  'department',
  'disclosedOn',
  'conversion',
  'statedConversion',
  'intake',
] as const

/** A page of the register in the order asked for; the cursor is where the page before ended. */
export async function listAchievements(
  tx: Tx,
  reader: Reader,
  { cursor, limit, sort, q, mine, differs, ...filter }: AchievementQueryWire,
): Promise<AchievementPageWire> {
  const [, number, day = ''] = /^(.+?)(?:~(.*))?$/.exec(cursor ?? '') ?? []
  const { institution } = reader
  const asked = {
    institution,
    ...filter,
    ...(differs === true && { differs }),
    ...(mine === true && (await mineOf(tx, reader))),
    ...(number !== undefined && { number, day }),
    most: limit + 1,
  }
  const rows =
    q === undefined
      ? await pageOfAchievements(tx, asked, { sort })
      : await pageFoundBy(
          tx,
          page(tx, asked, { sort }).where(await mayLearn(tx, reader, q)),
          foundIn(asked, { sort }, q),
        )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  if (rows.length <= limit || !last) return { items }
  return { items, nextCursor: `${last.number}~${last.disclosedOn ?? ''}` }
}

/** Every achievement that fits, for a sheet; of those not read whole their line. */
export async function allAchievements(
  tx: Tx,
  reader: Reader,
  { sort, mine, q, differs, ...filter }: AchievementFilterWire,
) {
  const { institution } = reader
  const asked = {
    ...{ institution, ...filter },
    ...(differs === true && { differs }),
    ...(mine === true && (await mineOf(tx, reader))),
  }
  const me = readsAll(reader) ? undefined : await identityOf(tx, institution, reader.person)
  const query = chosen(tx, asked, { sort })
  const found =
    q === undefined
      ? query
      : query
          .where(isFoundBy('achievement.id', institution, 'achievement', q))
          .where(await mayLearn(tx, reader, q))
  const lines = found
    .select(['registeredOn', 'fundingSource', 'projectNo', 'maturityLevel', 'inventors'])
    .select('transferFields')
    .select((me ? isReadWholeBy(me) : sql<SqlBool>`true`).as('isWhole'))
    .stream(500)
  return inShortWhereNotWhole(lines)
}

async function* inShortWhereNotWhole<Line extends { readonly isWhole: SqlBool }>(
  lines: AsyncIterable<Line>,
) {
  const nothing = { registeredOn: null, fundingSource: null, projectNo: null, maturityLevel: null }
  for await (const line of lines) {
    const none = { inventors: [] as const, transferFields: {} }
    yield line.isWhole ? line : { ...line, ...nothing, ...none }
  }
}

/** Of what a search finds, what somebody may learn that it says so. */
async function mayLearn(tx: Tx, reader: Reader, q: string): Promise<RawBuilder<SqlBool>> {
  if (readsAll(reader)) return sql<SqlBool>`true`
  const me = await identityOf(tx, reader.institution, reader.person)
  return sql<SqlBool>`(${isReadWholeBy(me)} or ${saysInShort(q)})`
}

/** How a page of the list is told to be filtered by words. */
function foundIn({ institution, number, most }: Page, order: Order, q: string): Paged {
  const way = isDown(order) ? 'desc' : 'asc'
  const byNumber = sql`number ${sql.raw(way)}`
  const found = { institution, kind: 'achievement', sought: q, most, id: 'achievement.id' }
  if (isByDay(order)) {
    return { ...found, order: sql`coalesce(disclosed_on, '') ${sql.raw(way)}, ${byNumber}` }
  }
  return {
    ...found,
    order: byNumber,
    labels: { way, ...(number !== undefined && { after: number }) },
  }
}

type Order = Pick<AchievementFilterWire, 'sort'>
type Reader = Pick<Caller, 'institution' | 'person' | 'roles'>
type Chosen = Omit<AchievementFilterWire, 'sort' | 'mine' | 'q'> & {
  readonly institution: string
  /** Who disclosed it or is among its inventors. */
  readonly author?: string
  readonly staffNumber?: string | null
  readonly soleName?: string | null
}

/** Whose achievements a reader asks for with “mine”. */
async function mineOf(tx: Tx, { institution, person }: Reader) {
  const { staffNumber, soleName }: Identity = await identityOf(tx, institution, person)
  return { author: person, staffNumber, soleName }
}

interface Page extends Chosen {
  /** Where the page before ended. */
  readonly number?: string
  readonly day?: string
  readonly most: number
}

const isDown = ({ sort }: Order) => sort === 'newest' || sort === 'disclosed'
const isByDay = ({ sort }: Order) => sort === 'disclosed' || sort === 'disclosedFirst'

const pageOfAchievements = prepared(page)

function page(tx: Tx, { number, day, most, ...asked }: Page, order: Order) {
  let query = chosen(tx, asked, order)
  if (number !== undefined) {
    query = query.where((eb) =>
      isByDay(order)
        ? eb(
            sql`(coalesce(disclosed_on, ''), number)`,
            isDown(order) ? '<' : '>',
            sql`(${day}::text, ${number}::text)`,
          )
        : eb('number', isDown(order) ? '<' : '>', number),
    )
  }
  return query.limit(most)
}

/** Of which an old ledger says otherwise: what `achievement_by_difference` holds. */
const saysOtherwise = sql<SqlBool>`stated_conversion <> conversion`

function chosen(tx: Tx, asked: Chosen, order: Order) {
  const { institution, kind, department, conversion, intake, author, differs } = asked
  let query = tx
    .selectFrom('achievement')
    .select([...line])
    .where('institutionId', '=', institution)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (department !== undefined) query = query.where('department', '=', department)
  if (conversion !== undefined) query = query.where('conversion', '=', conversion)
  if (differs !== undefined) query = query.where(saysOtherwise)
  query =
    intake === undefined
      ? query.where('mergedInto', 'is', null)
      : query.where('intake', '=', intake)
  if (author !== undefined) {
    const { staffNumber = null, soleName = null } = asked
    const isAmong = isAmongInventors({ person: author, staffNumber, soleName })
    query = query.where((where) => where.or([where('disclosedBy', '=', author), isAmong]))
  }
  const way = isDown(order) ? ('desc' as const) : ('asc' as const)
  if (isByDay(order)) query = query.orderBy(sql`coalesce(disclosed_on, '')`, way)
  return query.orderBy('number', way)
}

const recordById = prepared((tx: Tx, of: { institution: string; id: string; chain: string }) =>
  tx
    .selectFrom('achievement')
    .leftJoin('chainHead', (join) =>
      join.on('chainHead.institutionId', '=', of.institution).on('chain', '=', of.chain),
    )
    .select(['id', 'number', 'conversion', ...fieldColumns, 'leadIdMasked', ...intakeColumns])
    .select((select) => select.fn.coalesce('seq', sql<number>`0`).as('seq'))
    .where('achievement.institutionId', '=', of.institution)
    .where('id', '=', of.id),
)

/** One achievement, or undefined: for another institution's there is none. */
export async function achievementOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<AchievementWire | undefined> {
  const chain = chainOf(achievementRegister, id)
  const [row] = await recordById(tx, { institution, id, chain })
  if (!row) return undefined
  // What was written as these fields; the wire has its own words for the same.
  return row as unknown as AchievementWire
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

/** Whether an achievement was merged into another. */
export async function isMerged(tx: Tx, institution: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('achievement')
    .select('mergedInto')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && row.mergedInto !== null
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

const takeNumber = prepared(
  (tx: Tx, { institution, year }: { institution: string; year: number }) =>
    tx
      .insertInto('achievementNumber')
      .values({ institutionId: institution, year, last: 1 })
      .onConflict((on) =>
        on
          .columns(['institutionId', 'year'])
          .doUpdateSet({ last: sql`achievement_number.last + 1` }),
      )
      .returning('last'),
)

/** The next permanent number of a year, such as CG-2026-0001; numbers are never given out twice. */
export async function nextNumber(tx: Tx, institution: string, year: number): Promise<string> {
  const [row] = await takeNumber(tx, { institution, year })
  if (!row) throw new TypeError('A number is waited for.')
  return `CG-${year}-${String(row.last).padStart(4, '0')}`
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
