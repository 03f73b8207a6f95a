import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Access } from './access.ts'
import type { Clock } from './clock.ts'
import type { Caller, Tx } from './database.ts'
import {
  folded,
  headingQueryOf,
  type IndexQuery,
  numberOf,
  saysWord,
  shelfIndexQueryOf,
  wordsOf,
  wordsQueryOf,
} from './grams.ts'
import { highlighted, type Part, snippet } from './highlight.ts'
import { isTyped, mayBeTyped, namesIn } from './pinyin.ts'
import { prepared } from './prepared.ts'
import { onShelves, type Top, telling, topsOf } from './shelves.ts'
import { wholeQueryOf } from './whole-query.ts'

/** A kind of records that can be looked for, and who may. */
export interface Searchable {
  readonly kind: string
  readonly access: Access
  /** Makes some of them findable by what they say now, after the rules of searching became others. */
  readonly findAnew: FindAnew
  /** Who reads some records whole, where not everybody does who sees their line. */
  readonly readersOf?: (
    tx: Tx,
    institution: string,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, Readers>>
  /** Of some records those that somebody does not read whole, with the line of each that everybody sees. */
  readonly linesFor?: (
    tx: Tx,
    caller: Caller,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>
  /** How many of what is found somebody may learn of, up to a number; undefined for all there are. */
  readonly countFound?: (
    tx: Tx,
    caller: Caller,
    sought: string,
    most: number,
  ) => Promise<number | undefined>
}

/** Those who read a record whole. */
export interface Readers {
  readonly roles: readonly string[]
  readonly people: readonly string[]
}

/** Makes records findable that are there already. */
export type FindAnew = (
  tx: Tx,
  clock: Clock,
  institution: string,
  ids: readonly string[],
) => Promise<void>

/** Among how many of the newest matches the best are chosen. */
const ranked = 500

/** How many matches are read at most before the newest are chosen; they are in no order. */
const mostMatches = 2000

/**
 * How many of the newest records of a kind are looked through one by one before the index is asked: by
 * what they are known by, and by all they say, which takes longer.
 */
const [lookedThrough, readThrough] = [1000, 150]

/** How many of the last shelves are asked, one after the other, before the whole. */
const mostShelves = 8

/** A record that was found. */
export interface Hit {
  readonly kind: string
  readonly id: string
  readonly label: string | null
  readonly title: Part[]
  /** Where else it says so, unless the title does. */
  readonly snippet: Part[] | null
}

interface Sought {
  readonly institution: string
  readonly kinds: readonly string[]
  readonly words: string
  readonly heading: string
  readonly most: number
}

interface Found extends Omit<Hit, 'title' | 'snippet'> {
  readonly title: string
  readonly body: string
  /** It is known by the words; it does not only mention them. */
  readonly known?: boolean
}

const shown = sql`document.kind, document.id, document.label, document.title, document.body`

/** The records with this very number, in whatever notation it was typed. */
const numbered = prepared(
  (_tx: Tx, asked: Pick<Sought, 'institution' | 'kinds' | 'most'> & { number: string }) =>
    sql<Found>`
      select ${shown} from search_document as document
      where institution_id = ${asked.institution} and number = ${asked.number}
        and kind = any(${asked.kinds}::text[])
      order by id desc limit ${asked.most}`,
)

/**
 * The newest records of each kind that match, of the newest there are: for a word that many have, this
 * ends as soon as there are enough. To sort all that match takes a hundred times as long.
 */
const newest = prepared((_tx: Tx, asked: Sought, { by }: { by: 'heading' | 'elsewhere' }) => {
  const [matches, most] = {
    heading: [sql`heading @@ ${asked.heading}::tsquery`, lookedThrough],
    elsewhere: [
      sql`not heading @@ ${asked.heading}::tsquery and lexemes @@ ${asked.words}::tsquery`,
      readThrough,
    ],
  }[by] as [RawBuilder<SqlBool>, number]
  return sql<Found>`
      select ${shown} from unnest(${asked.kinds}::text[]) as wanted, lateral (
        select * from (
          select * from search_document
          where institution_id = ${asked.institution} and kind = wanted
          order by id desc limit ${sql.lit(most)}) as newest
        where ${matches} order by id desc limit ${asked.most}) as document
      order by document.id desc limit ${asked.most}`
})

/** Of what the index finds: those known by the words before those that mention them, the newest of each. */
const best = prepared(
  (_tx: Tx, asked: Sought & IndexQuery) => sql<Found>`
    with match as materialized (
      select kind, id from search_matches(
        ${asked.query}::tsquery, ${asked.said}::text[], ${asked.kinds}::text[],
        ${sql.lit(mostMatches)}, ${asked.also ?? null}::tsquery)),
    newest as (select kind, id from match order by id desc limit ${sql.lit(ranked)})
    select ${shown}, document.heading @@ ${asked.heading}::tsquery as known
    from newest join search_document as document
      on document.institution_id = ${asked.institution}
      and document.kind = newest.kind and document.id = newest.id
    order by known desc, newest.id desc
    limit ${asked.most}`,
)

/**
 * Looks for records that contain every word, in the kinds given: first the one with this very number,
 * then those known by the words, then those that mention them; newest first.
 */
export async function search(
  tx: Tx,
  institution: string,
  kinds: readonly string[],
  sought: string,
  limit: number,
): Promise<{ items: Hit[]; more: boolean }> {
  const words = wordsOf(sought)
  if (words.length === 0 || kinds.length === 0) return { items: [], more: false }
  const most = limit + 1
  const asked: Sought = {
    institution,
    kinds,
    words: wordsQueryOf(words),
    heading: headingQueryOf(words),
    most,
  }
  const number = numberOf(sought)
  const [exact, others] = await Promise.all([
    /\d/.test(number) ? numbered(tx, { institution, kinds, most, number }) : [],
    matchesOf(tx, institution, words, asked),
  ])
  const isExact = ({ id }: Found) => exact.some((one) => one.id === id)
  const rows = [...exact, ...others.filter((one) => !isExact(one))]
  return { items: rows.slice(0, limit).map((row) => toHit(row, words)), more: rows.length > limit }
}

async function matchesOf(
  tx: Tx,
  institution: string,
  words: readonly string[],
  asked: Sought,
): Promise<readonly Found[]> {
  const [known, tops] = await Promise.all([newest(tx, asked, { by: 'heading' }), topsOf(tx, asked)])
  if (known.length >= asked.most) return known
  const latest = [...known, ...(await newest(tx, asked, { by: 'elsewhere' }))]
  if (latest.length >= asked.most) return latest
  return (
    (await ofLastShelves(tx, institution, words, asked, tops)) ??
    ofAll(tx, institution, words, asked, tops)
  )
}

/**
 * Those of the last shelves, where they are enough. A shelf answers in a millisecond, the whole takes
 * the longer the more match; what is rare on the last two is so in the whole.
 */
async function ofLastShelves(
  tx: Tx,
  institution: string,
  words: readonly string[],
  asked: Sought,
  tops: readonly Top[],
): Promise<readonly Found[] | undefined> {
  if (tops.every(({ shelf }) => shelf === 0)) return undefined
  const kinds = tops.map(({ kind }) => kind)
  const found: Found[] = []
  for (let looked = 0; looked < mostShelves; ) {
    const many = looked === 0 ? telling : 1
    const shelf = onShelves(institution, tops, looked, many)
    if (shelf === undefined) return undefined
    looked += many
    found.push(...(await best(tx, { ...asked, kinds, ...shelfIndexQueryOf(shelf, words) })))
    if (found.length >= asked.most) {
      return [...found.filter(({ known }) => known), ...found.filter(({ known }) => !known)]
    }
    if (found.length * mostShelves < asked.most * looked) return undefined
  }
  return undefined
}

async function ofAll(
  tx: Tx,
  institution: string,
  words: readonly string[],
  asked: Sought,
  tops: readonly Top[],
): Promise<readonly Found[]> {
  if (tops.length === 0) return []
  const kinds = tops.map(({ kind }) => kind)
  return await best(tx, { ...asked, kinds, ...(await wholeQueryOf(tx, institution, tops, words)) })
}

function toHit({ title, body, ...row }: Found, words: readonly string[]): Hit {
  const seen = words.flatMap((word) => [word, ...namesTyped(`${title}\n${body}`, word)])
  const isShown = words.every((word) => folded(title).includes(word))
  return {
    ...row,
    title: highlighted(title, seen),
    snippet: (!isShown && snippet(body, seen)) || null,
  }
}

/** The names in a text that a word in Latin letters stands for. */
function namesTyped(text: string, word: string): readonly string[] {
  if (!mayBeTyped(word)) return []
  return [...new Set(namesIn(text))].filter((name) => isTyped(name, word))
}

/**
 * What a caller may learn of what a search finds, the same way as `search`. Those that they may not learn of
 * neither take the place of others, nor are they the reason why there is said to be more: that would tell
 * that something of the rest says the words.
 */
export async function searchFor(
  tx: Tx,
  caller: Caller,
  searchables: readonly Searchable[],
  { kinds, sought, limit }: { kinds: readonly string[]; sought: string; limit: number },
): Promise<{ items: Hit[]; more: boolean }> {
  for (let most = limit + 1; ; most *= 4) {
    const { items, more } = await search(tx, caller.institution, kinds, sought, most)
    const shown = await siftedFor(tx, caller, searchables, sought, items)
    if (shown.length > limit || !more || most > ranked) {
      return { items: shown.slice(0, limit), more: shown.length > limit }
    }
  }
}

/**
 * What was found as a caller may learn it: of a record that they do not read whole only that its line
 * says the words. That something of the rest does would tell what is in it.
 */
async function siftedFor(
  tx: Tx,
  caller: Caller,
  searchables: readonly Searchable[],
  sought: string,
  hits: readonly Hit[],
): Promise<readonly Hit[]> {
  const lines = new Map<string, string>()
  for (const { kind, linesFor } of searchables) {
    const ids = hits.filter((hit) => hit.kind === kind).map(({ id }) => id)
    if (linesFor === undefined || ids.length === 0) continue
    for (const [id, line] of await linesFor(tx, caller, ids)) lines.set(id, folded(line))
  }
  if (lines.size === 0) return hits
  const words = wordsOf(sought)
  return hits.flatMap((hit) => {
    const line = lines.get(hit.id)
    if (line === undefined) return [hit]
    return words.every((word) => saysWord(line, word)) ? [{ ...hit, snippet: null }] : []
  })
}
