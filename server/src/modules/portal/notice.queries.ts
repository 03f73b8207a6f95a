import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'
import '../cases/index.ts'

const columns = [
  'publicNotice.id',
  'publicNotice.institutionId',
  'publicNotice.caseId',
  'publicNotice.seq',
  'publicNotice.kind',
  'publicNotice.title',
  'publicNotice.publishedOn',
  'publicNotice.endsOn',
  'publicNotice.state',
  'publicNotice.content',
  'publicNotice.contentHash',
  'publicNotice.entryHash',
  'institution.name as institution',
] as const

/** A notice taken out of public view is not there for the public. */
type ShownState = Exclude<Tables['publicNotice']['state'], 'withdrawn'>

/** A published notice and the name of its institution. */
export type NoticeRow = NonNullable<Awaited<ReturnType<typeof noticeById>>>

/** One notice, or undefined. */
export function noticeById(tx: Tx, id: string) {
  return tx
    .selectFrom('publicNotice')
    .innerJoin('institution', 'institution.id', 'publicNotice.institutionId')
    .select([...columns])
    .where('publicNotice.id', '=', id)
    .where('state', '!=', 'withdrawn')
    .$narrowType<{ state: ShownState }>()
    .executeTakeFirst()
}

/** A page of notices, newest first. */
export async function listNotices(
  tx: Tx,
  filter: {
    state?: NoticeRow['state'] | undefined
    kind?: NoticeRow['kind'] | undefined
    q?: string | undefined
    cursor?: string | undefined
    limit: number
  },
  today: Day,
): Promise<{ items: NoticeRow[]; nextCursor?: string }> {
  let query = tx
    .selectFrom('publicNotice')
    .innerJoin('institution', 'institution.id', 'publicNotice.institutionId')
    .select([...columns])
    .where('state', '!=', 'withdrawn')
    .$narrowType<{ state: ShownState }>()
  const { state, kind, q } = filter
  if (state !== undefined) query = query.where(stateOnDay(today), '=', state)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (q !== undefined) {
    query = query.where((where) =>
      where.or(
        (['publicNotice.title', 'institution.name'] as const).map((column) =>
          where(sql`strpos(lower(${sql.ref(column)}), lower(${q}))`, '>', 0),
        ),
      ),
    )
  }
  const [day, id] = filter.cursor?.split('_') ?? []
  if (day !== undefined && id !== undefined) {
    query = query.where((where) =>
      where(where.refTuple('publishedOn', 'publicNotice.id'), '<', where.tuple(day, id)),
    )
  }
  const items = await query
    .orderBy('publishedOn', 'desc')
    .orderBy('publicNotice.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  if (items.length <= filter.limit) return { items }
  const page = items.slice(0, filter.limit)
  const last = page.at(-1)
  return { items: page, ...(last && { nextCursor: `${last.publishedOn}_${last.id}` }) }
}

/** The same as `stateOn`, for a filter. */
function stateOnDay(today: Day) {
  return sql<NoticeRow['state']>`
    case when state = 'running' and ends_on < ${today}::date then 'ended' else state end`
}
