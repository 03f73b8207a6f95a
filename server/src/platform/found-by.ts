import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from './database.ts'
import {
  askedOf,
  indexQueryOf,
  likeQueryOf,
  numberOf,
  ownersQueryOf,
  wordsOf,
  wordsQueryOf,
} from './grams.ts'
import type { Tables } from './tables.ts'

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

/** What the index finds of one kind, and what bears the number that is sought, where it can be one. */
function matches(institution: string, kind: string, sought: string) {
  const words = wordsOf(sought)
  if (words.length === 0) return sql`(select null::uuid as id, null::text as label where false)`
  const { query, said } = indexQueryOf(ownersQueryOf(institution, [kind]), words)
  const number = numberOf(sought)
  const bearing = /\d/.test(number)
    ? sql`union all select id, label from search_document
        where institution_id = ${institution} and number = ${number} and kind = ${kind}`
    : sql``
  return sql`(select id, label from search_matches(
      ${query}::tsquery, ${[...said]}::text[], ${[kind]}::text[], null) ${bearing})`
}

/** How many lines of a list are walked in any case, and how many at most. */
const [walkedFirst, walkedMost] = [400, 4500]

/** How many of what the index finds are looked up in the list before the others. */
const taken = 500

/** A page of a list, whose lines are of one kind of records. */
export interface Paged {
  readonly institution: string
  readonly kind: string
  readonly sought: string
  readonly most: number
  /** How its lines are ordered, by what they show. */
  readonly order: RawBuilder<unknown>
  /** The record of a line. */
  readonly id: string
  /** Where the list is in the order of the labels its records are found by: the first of a page. */
  readonly labels?: { readonly way: 'asc' | 'desc'; readonly after?: string }
}

/** Any list of lines, in its order. */
type List<From extends keyof Tables, Line> = SelectQueryBuilder<Tables, From, Line>

/**
 * One page of a list that is filtered by words. Of what many say a page is full after some hundred lines of
 * the list, walked in its own order; how many the first of them are tells which way is the shorter. For what few
 * say the index is asked, and of those by the list.
 */
export async function pageFoundBy<From extends keyof Tables, Line>(
  tx: Tx,
  list: List<From, Line>,
  paged: Paged,
): Promise<readonly Line[]> {
  const { most } = paged
  const first = await walked(tx, list, paged, walkedFirst)
  if (first.length >= most) return first
  const needed = (most / first.length) * walkedFirst
  if (needed * 2 < walkedMost) {
    const more = await walked(tx, list, paged, Math.ceil(needed * 2))
    if (more.length >= most) return more
  }
  return (await firstLabels(tx, list, paged)) ?? (await ofAll(list, paged))
}

async function walked<From extends keyof Tables, Line>(
  tx: Tx,
  list: List<From, Line>,
  paged: Paged,
  lines: number,
) {
  const { institution, kind, sought, most, order } = paged
  const { rows } = await sql<Line>`
    select line.* from ${list.limit(lines)} as line
    where (select ${says(sought)} from search_document as document
      where document.institution_id = ${institution} and document.kind = ${kind}
        and document.id = line.id)
    order by ${order} limit ${most}`.execute(tx)
  return rows
}

/** The page of the records with the first labels, unless the list has too few of them. */
async function firstLabels<From extends keyof Tables, Line>(
  tx: Tx,
  list: List<From, Line>,
  paged: Paged,
) {
  const { institution, kind, sought, labels, id, most } = paged
  if (labels === undefined) return undefined
  const isDown = labels.way === 'desc'
  const { rows } = await sql<{ id: string }>`
    select match.id from ${matches(institution, kind, sought)} as match
    where ${labels.after === undefined ? sql`true` : sql`label ${sql.raw(isDown ? '<' : '>')} ${labels.after}`}
    order by label ${sql.raw(labels.way)} nulls ${sql.raw(isDown ? 'first' : 'last')}
    limit ${taken}`.execute(tx)
  const found = await list
    .where(sql<SqlBool>`${sql.ref(id)} = any(${rows.map((row) => row.id)}::uuid[])`)
    .limit(most)
    .execute()
  return found.length >= most || rows.length < taken ? found : undefined
}

function ofAll<From extends keyof Tables, Line>(
  list: List<From, Line>,
  { institution, kind, sought, id, most }: Paged,
) {
  return list
    .where(isFoundBy(id, institution, kind, sought))
    .limit(most)
    .execute()
}

/**
 * Whether a record says every word or bears the number: its text is read before its pieces, which are kept
 * far from it.
 */
function says(sought: string): RawBuilder<SqlBool> {
  const words = wordsOf(sought)
  if (words.length === 0) return sql<SqlBool>`false`
  const { said, others } = askedOf(words)
  const text = sql`document.edition > 0 and ${textOf} like all (${said}::text[])`
  const also = sql`${wordsQueryOf(others)}::tsquery`
  const all =
    others.length === 0
      ? text
      : sql`${text} and (document.heading @@ ${also} or document.lexemes @@ ${also})`
  const number = numberOf(sought)
  return /\d/.test(number)
    ? sql<SqlBool>`(document.number = ${number} or ${all})`
    : sql<SqlBool>`(${all})`
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
