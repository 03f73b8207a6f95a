import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { type IndexQuery, indexQueryOf, ownersQueryOf, wordsOf } from './grams.ts'
import { prepared } from './prepared.ts'
import { onShelf, type Top, topsOf } from './shelves.ts'

/** How many are counted one by one; beyond that a reader is told "more than". */
const counted = 1000

/** How many records of a kind match; `more` where there are more than were counted. */
export interface KindCount {
  readonly kind: string
  readonly count: number
  readonly more: boolean
}

const counts = prepared(
  (_tx: Tx, asked: IndexQuery & { kinds: readonly string[]; most: number | null }) =>
    sql<{ kind: string; count: number }>`
      select kind, count(*)::int as count from search_matches(
        ${asked.query}::tsquery, ${asked.said}::text[], ${asked.kinds}::text[], ${asked.most})
      group by kind`,
)

/** How many of the caller's own records match, by kind; no more than `most` are counted in all. */
export function matchCounts(
  tx: Tx,
  query: IndexQuery,
  kinds: readonly string[],
  most: number | null,
) {
  return counts(tx, { ...query, kinds, most })
}

/** How many of the last shelves are counted, one after the other, before the whole. */
const mostShelves = 8

/**
 * Counts the records of each kind that contain every word, exactly up to a thousand.
 *
 * Nothing is guessed: where the last shelves hold more than a thousand there are more; what they hold
 * less of is counted in all.
 */
export async function searchCounts(
  tx: Tx,
  institution: string,
  kinds: readonly string[],
  sought: string,
): Promise<KindCount[]> {
  const words = wordsOf(sought)
  if (words.length === 0 || kinds.length === 0) return []
  const known = new Map<string, number>()
  const on = (kind: string) => known.get(kind) ?? 0
  /** Counts some kinds on top of what is known of them; how many in all. */
  const count = async (among: string | undefined, of: readonly string[], most?: number) => {
    if (among === undefined) return 0
    const rows = await matchCounts(tx, indexQueryOf(among, words), of, most ?? null)
    for (const row of rows) known.set(row.kind, on(row.kind) + row.count)
    return rows.reduce((sum, row) => sum + row.count, 0)
  }
  const whole = async (of: readonly string[]) => {
    if (of.length === 0) return
    for (const kind of of) known.delete(kind)
    const most = of.length * (counted + 1)
    const found = await count(ownersQueryOf(institution, of), of, most)
    // Cut short, nobody knows which of them have more.
    if (found >= most && of.length > 1) for (const kind of of) await whole([kind])
  }

  const tops = await topsOf(tx, { institution, kinds })
  const all = tops.map(({ kind }) => kind)
  await count(onShelf(institution, tops), all)
  for (const top of tops.filter(({ kind }) => on(kind) * mostShelves > counted)) {
    for (let back = 1; back < mostShelves && on(top.kind) <= counted; back += 1) {
      await count(onShelf(institution, [top], back), [top.kind])
    }
  }
  const isLikely = ({ kind, shelf }: Top) => on(kind) * (shelf + 1) > counted
  const open = tops.filter(({ kind }) => on(kind) <= counted)
  const [likely, few] = [open.filter(isLikely), open.filter((top) => !isLikely(top))]
  for (const { kind } of likely) await whole([kind])
  await whole(few.map(({ kind }) => kind))
  return kinds.flatMap((kind) => {
    const found = on(kind)
    return found === 0 ? [] : [{ kind, count: Math.min(found, counted), more: found > counted }]
  })
}
