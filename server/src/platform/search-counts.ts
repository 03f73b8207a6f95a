import { sql } from 'kysely'
import type { Caller, Tx } from './database.ts'
import { type IndexQuery, ownersQueryOf, shelfIndexQueryOf, wordsOf } from './grams.ts'
import { prepared } from './prepared.ts'
import type { Searchable } from './search.ts'
import { onShelves, type Top, telling, topsOf } from './shelves.ts'
import { wholeQueryOf } from './whole-query.ts'

/** How many are counted one by one; beyond that a reader is told "more than". */
const counted = 1000

/** The same of several words, where the last shelves hold more. */
const countedOfSeveral = 100

/** How many records of a kind match; `more` where there are more than were counted. */
export interface KindCount {
  readonly kind: string
  readonly count: number
  readonly more: boolean
}

const counts = prepared(
  (_tx: Tx, asked: IndexQuery & { kinds: readonly string[]; most?: number }) =>
    sql<{ kind: string; count: number }>`
      select kind, count(*)::int as count from search_matches(
        ${asked.query}::tsquery, ${asked.said}::text[], ${asked.kinds}::text[],
        ${asked.most ?? null}, ${asked.also ?? null}::tsquery)
      group by kind`,
)

interface AskedShelves extends Omit<IndexQuery, 'query'> {
  /** What finds the matches of each shelf. */
  readonly queries: readonly string[]
  readonly kinds: readonly string[]
  readonly most: number
}

/** The matches of some shelves, one after the other, of which no more are asked than it takes to reach a number. */
const countsOfShelves = prepared(
  (_tx: Tx, asked: AskedShelves) => sql<{ count: number }>`
    select count(*)::int as count from (
      select from unnest(${asked.queries}::text[]) as shelf (query), lateral search_matches(
        query::tsquery, ${asked.said}::text[], ${asked.kinds}::text[], ${asked.most},
        ${asked.also ?? null}::tsquery)
      limit ${asked.most}) as found`,
)

/** How many of the last shelves are counted before the whole. */
const mostShelves = 8

/**
 * Counts the records of each kind that contain every word, exactly up to a thousand.
 *
 * Nothing is guessed: where the last shelves hold more than a thousand there are more; what they hold
 * less of is counted in all. Kinds that have no thousand records are counted at once. The meetings of
 * several words are compared one by one, which takes the longer in the whole the more there are: where the
 * last shelves hold more than a hundred, so much is told.
 */
export async function searchCounts(
  tx: Tx,
  institution: string,
  kinds: readonly string[],
  sought: string,
): Promise<KindCount[]> {
  const words = wordsOf(sought)
  if (words.length === 0 || kinds.length === 0) return []
  const tops = await topsOf(tx, { institution, kinds, many: counted })
  const few = tops.flatMap(({ kind, isMany }) => (isMany ? [] : [kind]))
  const found = await Promise.all([
    few.length === 0
      ? []
      : counts(tx, { ...shelfIndexQueryOf(ownersQueryOf(institution, few), words), kinds: few }),
    ...tops.filter(({ isMany }) => isMany).map((top) => countOfMany(tx, institution, top, words)),
  ])
  const told = new Map(found.flat().map((one) => [one.kind, { more: false, ...one }]))
  return kinds.flatMap((kind) => told.get(kind) ?? [])
}

/** Counts one kind of many records, no further than it is told. */
async function countOfMany(
  tx: Tx,
  institution: string,
  top: Top,
  words: readonly string[],
): Promise<readonly KindCount[]> {
  const { kind } = top
  const kinds = [kind]
  const count = async (query: IndexQuery, most: number) =>
    (await counts(tx, { ...query, kinds, most: most + 1 }))[0]?.count ?? 0
  const upTo = (most: number) => [{ kind, count: most, more: true }]
  const on = (back: number, many?: number) => {
    const query = onShelves(institution, [top], back, many)
    return query === undefined ? [] : [shelfIndexQueryOf(query, words)]
  }
  const most = words.length > 1 ? countedOfSeveral : counted
  const [newest] = on(0, telling)
  const last = newest ? await count(newest, most) : 0
  if (last > most) return upTo(most)
  const older = Array.from({ length: mostShelves - telling }, (_, at) => on(at + telling)).flat()
  if (newest && older.length > 0 && last * mostShelves > most * telling) {
    const queries = older.map(({ query }) => query)
    const asked = { ...newest, queries, kinds, most: most + 1 - last }
    const others = (await countsOfShelves(tx, asked))[0]?.count ?? 0
    if (last + others > most) return upTo(most)
  }
  const whole = await count(await wholeQueryOf(tx, institution, [top], words), counted)
  if (whole > counted) return upTo(counted)
  return whole === 0 ? [] : [{ kind, count: whole, more: false }]
}

/** The counts as a caller may learn them: what only the rest of a record says is not counted. */
export async function countsFor(
  tx: Tx,
  caller: Caller,
  searchables: readonly Searchable[],
  sought: string,
  found: readonly KindCount[],
): Promise<KindCount[]> {
  const shown = found.map(async (one): Promise<KindCount[]> => {
    const { countFound } = searchables.find(({ kind }) => kind === one.kind) ?? {}
    const count = await countFound?.(tx, caller, sought, counted + 1)
    if (count === undefined) return [one]
    return count === 0 ? [] : [{ ...one, count: Math.min(count, counted), more: count > counted }]
  })
  return (await Promise.all(shown)).flat()
}
