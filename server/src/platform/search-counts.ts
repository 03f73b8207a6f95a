import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { type IndexQuery, indexQueryOf, ownersQueryOf, wordsOf } from './grams.ts'
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
  (_tx: Tx, asked: IndexQuery & { kinds: readonly string[]; most: number }) =>
    sql<{ kind: string; count: number }>`
      select kind, count(*)::int as count from search_matches(
        ${asked.query}::tsquery, ${asked.said}::text[], ${asked.kinds}::text[], ${asked.most})
      group by kind`,
)

/** How many of the caller's own records match, by kind; no more than `most` are counted in all. */
export function matchCounts(tx: Tx, query: IndexQuery, kinds: readonly string[], most: number) {
  return counts(tx, { ...query, kinds, most })
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
  /** Counts some kinds; whether none of them was cut short. */
  const count = async (among: string, of: readonly string[]) => {
    const most = of.length * (counted + 1)
    const rows = await matchCounts(tx, indexQueryOf(among, words), of, most)
    for (const kind of of) known.set(kind, 0)
    for (const row of rows) known.set(row.kind, row.count)
    return rows.reduce((sum, row) => sum + row.count, 0) < most
  }
  const isOpen = ({ kind }: { kind: string }) => (known.get(kind) ?? 0) <= counted

  const tops = await topsOf(tx, { institution, kinds })
  if (tops.length === 0) return []
  await count(
    onShelves(institution, tops, 1),
    tops.map(({ kind }) => kind),
  )
  for (const top of tops.filter(isOpen)) {
    const shelves = Math.ceil((1.5 * counted) / (known.get(top.kind) || 1))
    const isWorthIt = shelves > 1 && shelves <= Math.min(mostShelves, top.shelf)
    if (isWorthIt) await count(onShelves(institution, [top], shelves), [top.kind])
  }
  const open = tops.filter(isOpen).map(({ kind }) => kind)
  const isWhole = open.length === 0 || (await count(ownersQueryOf(institution, open), open))
  if (!isWhole) {
    for (const kind of open) await count(ownersQueryOf(institution, [kind]), [kind])
  }
  return kinds.flatMap((kind) => {
    const found = known.get(kind) ?? 0
    return found === 0 ? [] : [{ kind, count: Math.min(found, counted), more: found > counted }]
  })
}
