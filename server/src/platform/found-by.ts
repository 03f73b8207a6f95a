import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from './database.ts'
import {
  type IndexQuery,
  indexQueryOf,
  likeQueryOf,
  numberOf,
  ownersQueryOf,
  wordsOf,
} from './grams.ts'

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
  return sql<SqlBool>`${sql.ref(idColumn)} = any (array(
    select match.id from ${matches(institution, kind, sought)} as match))`
}

/**
 * What the index finds of one kind, and what bears the number that is sought, where it can be one.
 *
 * @param asked  what the index is asked, where it is not simply the words in the whole.
 */
export function matches(institution: string, kind: string, sought: string, asked?: IndexQuery) {
  const words = wordsOf(sought)
  if (words.length === 0) return sql`(select null::uuid as id, null::text as label where false)`
  const { query, said, also } = asked ?? indexQueryOf(ownersQueryOf(institution, [kind]), words)
  const number = numberOf(sought)
  const bearing = /\d/.test(number)
    ? sql`union all select id, label from search_document
        where institution_id = ${institution} and number = ${number} and kind = ${kind}`
    : sql``
  return sql`(select id, label from search_matches(
      ${query}::tsquery, ${[...said]}::text[], ${[kind]}::text[], null,
      ${also ?? null}::tsquery) ${bearing})`
}

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
