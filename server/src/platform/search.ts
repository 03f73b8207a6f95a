import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Access } from './access.ts'
import type { Tx } from './database.ts'
import { folded, lexemesOf, likeQueryOf, queryOf, wordsOf } from './grams.ts'
import { highlighted, type Part, snippet } from './highlight.ts'
import { prepared } from './prepared.ts'

/** A kind of records that can be looked for, and who may. */
export interface Searchable {
  readonly kind: string
  readonly access: Access
}

/** What a record is found by. */
export interface Findable {
  readonly id: string
  /** Its number, as people call it. */
  readonly label: string | null
  readonly title: string
  /** Whatever else finds it: names, other numbers, what is written about it. */
  readonly texts: readonly (string | null | undefined)[]
}

/** Among how many of the newest matches the best are chosen. */
const ranked = 500

const writeDocuments = prepared(
  (_tx: Tx, { rows }: { rows: string }) => sql`
    insert into search_document
    select * from jsonb_populate_recordset(null::search_document, ${rows}::jsonb)
    on conflict (institution_id, kind, id) do update
      set label = excluded.label, title = excluded.title, body = excluded.body,
        lexemes = excluded.lexemes
      where (search_document.label, search_document.title, search_document.body)
        is distinct from (excluded.label, excluded.title, excluded.body)
  `,
)

/** Makes records of one kind findable by what they say now, in the transaction that writes them. */
export async function makeFindable(
  tx: Tx,
  institution: string,
  kind: string,
  records: readonly Findable[],
): Promise<void> {
  if (records.length === 0) return
  const rows = records.map(({ id, label, title, texts }) => {
    const body = texts.flatMap((text) => (text ? [text] : []))
    const heading = [title, ...(label === null ? [] : [label])].map(folded)
    const lexemes = lexemesOf(institution, heading, body.map(folded))
    return { institution_id: institution, kind, id, label, title, body: body.join('\n'), lexemes }
  })
  await writeDocuments(tx, { rows: JSON.stringify(rows) })
}

/**
 * For the filter of a list: whether the record with this id contains every word of what is sought.
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
  return sql<SqlBool>`${sql.ref(idColumn)} = any (array(
    select match.id from search_matches(${queryOf(institution, words)}::tsquery,
      ${[kind]}::text[]) as match))`
}

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
  const query = likeQueryOf(institution, title)
  if (query === undefined) return []
  const { rows } = await sql<Like>`
    with match as materialized (
      select id from search_matches(${query}::tsquery, ${[kind]}::text[])
      order by id desc limit ${sql.lit(ranked)})
    select document.id, document.title from match join search_document as document
      on document.institution_id = ${institution} and document.kind = ${kind}
      and document.id = match.id
  `.execute(tx)
  return rows
}

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
  readonly anywhere: string
  readonly heading: string
  readonly number: string
  readonly most: number
}

interface Found extends Omit<Hit, 'title' | 'snippet'> {
  readonly title: string
  readonly body: string
}

/**
 * The newest matches in one place. A place is a query of its own, so that reading stops when there are
 * enough: to sort them all by how well they fit takes ten times as long as to find them.
 */
const foundIn = prepared(
  (_tx: Tx, asked: Sought, { place }: { place: 'number' | 'heading' | 'elsewhere' }) => {
    const known = sql`document.lexemes @@ ${asked.heading}::tsquery`
    const isThere = {
      number: sql`lower(document.label) = ${asked.number}`,
      heading: known,
      elsewhere: sql`not ${known}`,
    }[place]
    return sql<Found>`
      with match as materialized (
        select kind, id from search_matches(${asked.anywhere}::tsquery, ${asked.kinds}::text[])),
      newest as (select kind, id from match order by id desc limit ${sql.lit(ranked)})
      select document.kind, document.id, document.label, document.title, document.body
      from newest join search_document as document
        on document.institution_id = ${asked.institution}
        and document.kind = newest.kind and document.id = newest.id
      where ${isThere} order by newest.id desc limit ${asked.most}`
  },
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
  const asked: Sought = {
    institution,
    kinds,
    anywhere: queryOf(institution, words),
    heading: queryOf(institution, words, 'heading'),
    number: folded(sought),
    most: limit + 1,
  }
  const [numbered, known] = await Promise.all([
    /\d/.test(asked.number) ? foundIn(tx, asked, { place: 'number' }) : [],
    foundIn(tx, asked, { place: 'heading' }),
  ])
  const isNumbered = ({ id }: Found) => numbered.some((one) => one.id === id)
  const best = [...numbered, ...known.filter((one) => !isNumbered(one))]
  const rows =
    best.length > limit ? best : [...best, ...(await foundIn(tx, asked, { place: 'elsewhere' }))]
  const items = rows.slice(0, limit).map(({ title, body, ...row }) => {
    const parts = highlighted(title, words)
    const isShown = words.every((word) => folded(title).includes(word))
    return { ...row, title: parts, snippet: (!isShown && snippet(body, words)) || null }
  })
  return { items, more: rows.length > limit }
}
