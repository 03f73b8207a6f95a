import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from './database.ts'
import {
  indexQueryOf,
  likeQueryOf,
  numberOf,
  ownersQueryOf,
  saidOf,
  wordsOf,
  wordsQueryOf,
} from './grams.ts'
import { matchCounts } from './search-counts.ts'
import { onShelf, shelfSize, topsOf } from './shelves.ts'

/**
 * For the filter of all lines of a list: whether the record with this id contains every word of what is
 * sought, or bears it as its number: that finds also what the worker has not made findable yet.
 *
 * The matches are made an array first: joined, a list in its own order would be walked to the end
 * for a rare word, in the hope of filling a page sooner.
 */
export function isFoundBy(
  idColumn: string,
  institution: string,
  kind: string,
  sought: string,
): RawBuilder<SqlBool> {
  const words = wordsOf(sought)
  if (words.length === 0) return sql<SqlBool>`false`
  const { query, said } = indexQueryOf(ownersQueryOf(institution, [kind]), words)
  return sql<SqlBool>`${sql.ref(idColumn)} = any (array(
    select match.id from search_matches(
      ${query}::tsquery, ${[...said]}::text[], ${[kind]}::text[], null) as match
    ${bearing(institution, kind, sought)}))`
}

/** Also the records with this very number, where it can be one. */
function bearing(institution: string, kind: string, sought: string) {
  const number = numberOf(sought)
  return /\d/.test(number)
    ? sql`union all select id from search_document
        where institution_id = ${institution} and number = ${number} and kind = ${kind}`
    : sql``
}

/** Where one record in so many says it, a page is full after a few hundred. */
const oneIn = 128

/**
 * The same for one page of a list: what few say is looked for first; for what many say the list is
 * walked in its own order, for as long as it takes to fill the page.
 */
export async function pageIsFoundBy(
  tx: Tx,
  idColumn: string,
  institution: string,
  kind: string,
  sought: string,
): Promise<RawBuilder<SqlBool>> {
  const words = wordsOf(sought)
  const tops = words.length === 0 ? [] : await topsOf(tx, { institution, kinds: [kind] })
  const many = shelfSize / oneIn
  const shelf = onShelf(institution, tops)
  const [some] = shelf ? await matchCounts(tx, indexQueryOf(shelf, words), [kind], many) : []
  if (some === undefined || some.count < many) return isFoundBy(idColumn, institution, kind, sought)
  // A value, not "exists": that would be made a join, which reads all before it sorts.
  return sql<SqlBool>`(select ${says(words)}
    from search_document as document where document.institution_id = ${institution}
      and document.kind = ${kind} and document.id = ${sql.ref(idColumn)})`
}

/** Whether a record says every word: the text is read before the places of its pieces. */
function says(words: readonly string[]): RawBuilder<SqlBool> {
  const said = saidOf(words)
  const others = words.filter((word) => !said.includes(`%${word}%`))
  const text = sql<SqlBool>`${textOf} like all (${[...said]}::text[])`
  if (others.length === 0) return text
  return sql<SqlBool>`${text} and document.lexemes @@ ${wordsQueryOf(others)}::tsquery`
}

const textOf = sql`concat_ws(E'\n', document.label, document.title, document.body)`

/** How many of the newest that share a piece are told. */
const compared = 500

/** A record whose heading is a little like a title. */
export interface Like {
  readonly id: string
  readonly title: string
}

/** The newest records of a kind whose heading shares a piece with a title; how alike they are, others say. */
export async function likeTitles(
  tx: Tx,
  institution: string,
  kind: string,
  title: string,
): Promise<readonly Like[]> {
  const query = likeQueryOf({ institution, kind }, title)
  if (query === undefined) return []
  const { rows } = await sql<Like>`
    with match as materialized (
      select id from search_matches(${query}::tsquery, '{}', ${[kind]}::text[], null)
      order by id desc limit ${sql.lit(compared)})
    select document.id, document.title from match join search_document as document
      on document.institution_id = ${institution} and document.kind = ${kind}
      and document.id = match.id
  `.execute(tx)
  return rows
}
