import { sql } from 'kysely'
import type { Tx } from './database.ts'
import {
  closedOf,
  type IndexQuery,
  indexQueryOf,
  ownersQueryOf,
  shelfIndexQueryOf,
} from './grams.ts'
import { prepared } from './prepared.ts'
import { onShelves, type Top, telling } from './shelves.ts'

/** How many records the closed words may find on the last shelves, and in all, to be asked one by one. */
const [fewOnShelves, few] = [16, 2000]

const countOf = prepared(
  (_tx: Tx, asked: IndexQuery & { kinds: readonly string[]; most: number }) => sql<{
    count: number
  }>`
    select count(*)::int as count from search_matches(
      ${asked.query}::tsquery, ${asked.said}::text[], ${asked.kinds}::text[], ${asked.most})`,
)

/**
 * What finds in all that an institution has of some kinds what contains every word. For a word with an open
 * end the index reads everything that begins so; where the other words find few, these few are asked for it.
 */
export async function wholeQueryOf(
  tx: Tx,
  institution: string,
  tops: readonly Top[],
  words: readonly string[],
): Promise<IndexQuery> {
  const kinds = tops.map(({ kind }) => kind)
  const all = ownersQueryOf(institution, kinds)
  const closed = closedOf(words)
  if (closed.length === 0 || closed.length === words.length) return indexQueryOf(all, words)
  const isFew = async (owners: string, most: number) => {
    const asked = { ...indexQueryOf(owners, closed), kinds, most: most + 1 }
    return ((await countOf(tx, asked))[0]?.count ?? 0) <= most
  }
  const last = onShelves(institution, tops, 0, telling)
  const isRare = last !== undefined && (await isFew(last, fewOnShelves)) && (await isFew(all, few))
  return isRare ? shelfIndexQueryOf(all, words) : indexQueryOf(all, words)
}
