import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { queryOf, wordsOf } from './grams.ts'
import { prepared } from './prepared.ts'
import { onShelves, topsOf } from './shelves.ts'

/** How many are counted one by one; beyond that a reader is told "more than". */
const counted = 1000

/** How many records of a kind match; `more` where there are more than were counted. */
export interface KindCount {
  readonly kind: string
  readonly count: number
  readonly more: boolean
}

const counts = prepared(
  (_tx: Tx, asked: { queries: readonly string[]; kinds: readonly string[]; most: number }) =>
    sql<{ kind: string; count: number }>`
      select kind, count(*)::int as count
      from search_matches(${asked.queries}::tsquery[], ${asked.kinds}::text[], ${asked.most})
      group by kind`,
)

/** How many of the caller's own records match, each kind by its own query; no more than `most` are counted. */
export function matchCounts(
  tx: Tx,
  queries: readonly string[],
  kinds: readonly string[],
  most: number,
) {
  return counts(tx, { queries, kinds, most })
}

/** At most this many shelves are asked at once; for more the whole is as quick. */
const mostShelves = 64

/**
 * Counts the records of each kind that contain every word, exactly up to a thousand.
 *
 * Nothing is guessed: where the newest shelves hold more than a thousand there are more, and how many
 * shelves that takes is told by the newest one. What is rare is counted in all.
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
  const count = async (asked: readonly { kind: string; query: string }[]) => {
    if (asked.length === 0) return
    const [queries, of] = [asked.map(({ query }) => query), asked.map(({ kind }) => kind)]
    const rows = await matchCounts(tx, queries, of, counted + 1)
    for (const kind of of) known.set(kind, 0)
    for (const row of rows) known.set(row.kind, row.count)
  }
  const isMore = ({ kind }: { kind: string }) => (known.get(kind) ?? 0) > counted

  const tops = await topsOf(tx, { institution, kinds })
  const onTop = tops.map(({ kind, shelf }) => ({
    kind,
    query: onShelves({ institution, kind }, words, shelf, 1),
  }))
  await count(onTop)
  const common = tops.flatMap(({ kind, shelf }) => {
    const shelves = Math.ceil((1.5 * counted) / (known.get(kind) || 1))
    const isWorthIt = shelves > 1 && shelves <= Math.min(mostShelves, shelf)
    return isWorthIt && !isMore({ kind })
      ? [{ kind, query: onShelves({ institution, kind }, words, shelf, shelves) }]
      : []
  })
  await count(common)
  const open = tops.filter((top) => !isMore(top))
  await count(open.map(({ kind }) => ({ kind, query: queryOf({ institution, kind }, words) })))
  return kinds.flatMap((kind) => {
    const found = known.get(kind) ?? 0
    return found === 0 ? [] : [{ kind, count: Math.min(found, counted), more: found > counted }]
  })
}
