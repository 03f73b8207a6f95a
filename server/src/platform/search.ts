import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Access } from './access.ts'
import type { Tx } from './database.ts'
import {
  folded,
  headingQueryOf,
  lexemesOf,
  likeQueryOf,
  numberOf,
  ownerQueryOf,
  queryOf,
  wordsOf,
  wordsQueryOf,
} from './grams.ts'
import { highlighted, type Part, snippet } from './highlight.ts'
import { isTyped, mayBeTyped, namesIn } from './pinyin.ts'
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
  /** Names of people in it: also found by their first letters and sounds (pinyin). */
  readonly names?: readonly string[]
}

/** Among how many of the newest matches the best are chosen. */
const ranked = 500

/** How many matches of a kind are read at most before the newest are chosen; they are in no order. */
const mostMatches = 2000

/**
 * How many of the newest records of a kind are looked through one by one before the index is asked: by
 * what they are known by, and by all they say, which takes longer.
 */
const [lookedThrough, readThrough] = [3000, 300]

const writeDocuments = prepared(
  (_tx: Tx, { rows }: { rows: string }) => sql`
    insert into search_document (institution_id, kind, id, label, number, title, body, lexemes)
    select institution_id, kind, id, label, number, title, body, lexemes
    from jsonb_populate_recordset(null::search_document, ${rows}::jsonb)
    on conflict (institution_id, kind, id) do update
      set label = excluded.label, number = excluded.number, title = excluded.title,
        body = excluded.body, lexemes = excluded.lexemes
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
  const rows = records.map((record) => documentOf(institution, kind, record))
  await writeDocuments(tx, { rows: JSON.stringify(rows) })
}

/** Records of one kind are found no more: they are gone. */
export async function makeUnfindable(
  tx: Tx,
  institution: string,
  kind: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    delete from search_document
    where institution_id = ${institution} and kind = ${kind} and id = any(${[...ids]}::uuid[])
  `.execute(tx)
}

/** The row by which a record is found. */
export function documentOf(institution: string, kind: string, record: Findable) {
  const { id, label, title, texts, names } = record
  const body = texts.flatMap((text) => (text ? [text] : []))
  const heading = [title, ...(label === null ? [] : [label])].map(folded)
  const owner = { institution, kind }
  return {
    institution_id: institution,
    kind,
    id,
    label,
    number: label === null ? null : numberOf(label),
    title,
    body: body.join('\n'),
    lexemes: lexemesOf(owner, heading, body.map(folded), names),
  }
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
    select match.id from search_matches(
      array[${queryOf({ institution, kind }, words)}::tsquery], ${[kind]}::text[], null) as match))`
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
  const query = likeQueryOf({ institution, kind }, title)
  if (query === undefined) return []
  const { rows } = await sql<Like>`
    with match as materialized (
      select id from search_matches(array[${query}::tsquery], ${[kind]}::text[], null)
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
  /** For each kind, what finds its records. */
  readonly anywhere: readonly string[]
  readonly words: string
  readonly heading: string
  readonly most: number
}

interface Found extends Omit<Hit, 'title' | 'snippet'> {
  readonly title: string
  readonly body: string
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
const newest = prepared((_tx: Tx, asked: Sought, { place }: { place: 'heading' | 'elsewhere' }) => {
  const [matches, most] = {
    heading: [sql`heading @@ ${asked.heading}::tsquery`, lookedThrough],
    elsewhere: [
      sql`not heading @@ ${asked.heading}::tsquery and lexemes @@ ${asked.words}::tsquery`,
      readThrough,
    ],
  }[place] as [RawBuilder<SqlBool>, number]
  return sql<Found>`
      select ${shown} from unnest(${asked.kinds}::text[]) as wanted, lateral (
        select * from (
          select * from search_document
          where institution_id = ${asked.institution} and kind = wanted
          order by id desc limit ${sql.lit(most)}) as newest
        where ${matches} order by id desc limit ${asked.most}) as document
      order by document.id desc limit ${asked.most}`
})

/** Of all that match: those known by the words before those that mention them, the newest of each. */
const ofAll = prepared(
  (_tx: Tx, asked: Sought) => sql<Found>`
    with match as materialized (
      select kind, id from search_matches(
        ${asked.anywhere}::tsquery[], ${asked.kinds}::text[], ${sql.lit(mostMatches)})),
    newest as (select kind, id from match order by id desc limit ${sql.lit(ranked)})
    select ${shown} from newest join search_document as document
      on document.institution_id = ${asked.institution}
      and document.kind = newest.kind and document.id = newest.id
    order by document.heading @@ ${asked.heading}::tsquery desc, newest.id desc
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
    anywhere: kinds.map((kind) => queryOf({ institution, kind }, words)),
    words: wordsQueryOf(words),
    heading: headingQueryOf(words),
    most,
  }
  const number = numberOf(sought)
  const [exact, others] = await Promise.all([
    /\d/.test(number) ? numbered(tx, { institution, kinds, most, number }) : [],
    matchesOf(tx, asked),
  ])
  const isExact = ({ id }: Found) => exact.some((one) => one.id === id)
  const rows = [...exact, ...others.filter((one) => !isExact(one))]
  return { items: rows.slice(0, limit).map((row) => toHit(row, words)), more: rows.length > limit }
}

async function matchesOf(tx: Tx, asked: Sought): Promise<readonly Found[]> {
  const known = await newest(tx, asked, { place: 'heading' })
  if (known.length >= asked.most) return known
  const best = [...known, ...(await newest(tx, asked, { place: 'elsewhere' }))]
  // The rarer a word, the sooner the index answers; what is common among all may be rare of late.
  return best.length >= asked.most ? best : ofAll(tx, asked)
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

/** How many are counted one by one; beyond that a reader is told "more than". */
const counted = 1000

/** How many records of a kind match; `more` where there are more than were counted. */
export interface KindCount {
  readonly kind: string
  readonly count: number
  readonly more: boolean
}

const countOf = prepared(
  (_tx: Tx, asked: { institution: string; kind: string; anywhere: readonly string[] }) =>
    sql<{ count: number }>`
      select count(*)::int as count from search_matches(
        ${asked.anywhere}::tsquery[], array[${asked.kind}], ${sql.lit(counted + 1)}) as match
      join search_document as document on document.institution_id = ${asked.institution}
        and document.kind = match.kind and document.id = match.id`,
)

/** How many of the newest records of a kind say it; and about how many records the kind has. */
const sampled = prepared(
  (_tx: Tx, asked: { institution: string; kind: string; words: string; owner: string }) =>
    sql<{ hits: number; looked: number; about: number }>`
      select count(*) filter (where lexemes @@ ${asked.words}::tsquery)::int as hits,
        count(*)::int as looked, search_estimate(${asked.owner}::tsquery)::int as about
      from (select lexemes from search_document
        where institution_id = ${asked.institution} and kind = ${asked.kind}
        order by id desc limit ${sql.lit(readThrough)}) as newest`,
)

/** Counts the records of each kind that contain every word, exactly up to a thousand. */
export async function searchCounts(
  tx: Tx,
  institution: string,
  kinds: readonly string[],
  sought: string,
): Promise<KindCount[]> {
  const words = wordsOf(sought)
  if (words.length === 0) return []
  const counts = kinds.map(async (kind) => {
    const asked = { institution, kind, words: wordsQueryOf(words) }
    const [some] = await sampled(tx, { ...asked, owner: ownerQueryOf({ institution, kind }) })
    // So many that no sample can be wrong by enough to matter.
    const isBeyond = some !== undefined && (some.hits / some.looked) * some.about > 8 * counted
    const anywhere = [queryOf({ institution, kind }, words)]
    const [row] = isBeyond ? [] : await countOf(tx, { institution, kind, anywhere })
    const count = row?.count ?? counted + 1
    return { kind, count: Math.min(count, counted), more: count > counted }
  })
  return (await Promise.all(counts)).filter(({ count }) => count > 0)
}
