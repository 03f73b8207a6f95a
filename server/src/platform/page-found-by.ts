import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from './database.ts'
import { isFoundBy, matches } from './found-by.ts'
import {
  askedOf,
  type IndexQuery,
  numberOf,
  shelfIndexQueryOf,
  shelfQueryOf,
  wordsOf,
  wordsQueryOf,
} from './grams.ts'
import { topsOf } from './shelves.ts'
import type { Tables } from './tables.ts'
import { wholeQueryOf } from './whole-query.ts'

/** How many lines of a list are walked in any case, and how many at most. */
const [walkedFirst, walkedMost] = [400, 4500]

/** On how many shelves at most the first of a page are looked for before the whole, and on how many at first. */
const mostShelves = 8
const reaches = [3, 5, mostShelves]

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
  readonly labels?: Labels
}

/** The order of the labels, and the one that ended the page before. */
interface Labels {
  readonly way: 'asc' | 'desc'
  readonly after?: string
}

/** Any list of lines, in its order. */
type List<From extends keyof Tables, Line> = SelectQueryBuilder<Tables, From, Line>

/**
 * One page of a list that is filtered by words. Of what many say a page is full after some hundred lines of
 * the list, walked in its own order. A list in the order of its labels is read from the shelves that hold the
 * first; of another, how many the first lines tell says whether to walk on. For what few say the index is
 * asked, and of those by the list.
 */
export async function pageFoundBy<From extends keyof Tables, Line>(
  tx: Tx,
  list: List<From, Line>,
  paged: Paged,
): Promise<readonly Line[]> {
  const { most, labels } = paged
  const first = await walked(tx, list, paged, walkedFirst)
  if (first.length >= most) return first
  const onShelves = labels && (await ofShelves(tx, list, paged, labels))
  if (onShelves) return onShelves
  const needed = (most / first.length) * walkedFirst
  if (needed * 2 < walkedMost) {
    const more = await walked(tx, list, paged, Math.ceil(needed * 2))
    if (more.length >= most) return more
  }
  const ofLabels = labels && (await firstOfAll(tx, list, paged, labels))
  return ofLabels ?? (await ofAll(list, paged))
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

/** A shelf, and the first label on it that a page may begin with. */
interface Shelf {
  readonly shelf: number
  readonly label: string | null
}

/**
 * The page, read from the shelves that hold the first labels; undefined where so few of them say the words
 * that the whole is asked sooner.
 */
async function ofShelves<From extends keyof Tables, Line>(
  tx: Tx,
  list: List<From, Line>,
  paged: Paged,
  labels: Labels,
) {
  const { institution, kind, sought, most } = paged
  const { rows: shelves } = await sql<Shelf>`
    select shelf::int, label from search_shelves(
      ${kind}, ${labels.way === 'desc'}, ${labels.after ?? null})`.execute(tx)
  if (shelves.length === 0) return []
  // What bears no label stands nowhere in their order.
  if (shelves.some(({ label }) => label === null)) return undefined
  let least = 0
  for (const reach of reaches) {
    if (reach < least) continue
    const next = shelves[reach]?.label ?? undefined
    const owners = shelves
      .slice(0, reach)
      .map(({ shelf }) => shelfQueryOf({ institution, kind }, shelf))
    const query = shelfIndexQueryOf(`(${owners.join(' | ')})`, wordsOf(sought))
    const found = await firstLabels(tx, list, paged, labels, { query, next })
    const lines = found?.lines ?? []
    if (lines.length >= most || (found && next === undefined)) return lines
    if (lines.length === 0) return undefined
    // As many more as the page is longer than what these tell, but the most of them in any case.
    least = Math.min(mostShelves, (reach * most) / lines.length)
  }
  return undefined
}

/** The page of the first labels of all that is found. */
async function firstOfAll<From extends keyof Tables, Line>(
  tx: Tx,
  list: List<From, Line>,
  paged: Paged,
  labels: Labels,
) {
  const { institution, kind, sought } = paged
  const tops = await topsOf(tx, { institution, kinds: [kind] })
  if (tops.length === 0) return []
  const query = await wholeQueryOf(tx, institution, tops, wordsOf(sought))
  return (await firstLabels(tx, list, paged, labels, { query }))?.lines
}

/**
 * The page of the records with the first labels, unless the list has too few of them.
 *
 * @param on  what finds those of some shelves, and the first label on any other: before it stands nothing but
 * what is on these.
 */
async function firstLabels<From extends keyof Tables, Line>(
  tx: Tx,
  list: List<From, Line>,
  { institution, kind, sought, id, most }: Paged,
  { way, after }: Labels,
  on: { readonly query: IndexQuery; readonly next?: string | undefined },
) {
  const [beyond, before, nulls] = { desc: ['<', '>', 'first'], asc: ['>', '<', 'last'] }[way]
  const than = (sign: string | undefined, label: string | undefined) =>
    label === undefined ? sql`true` : sql`label ${sql.raw(sign ?? '')} ${label}`
  const { rows } = await sql<{ id: string }>`
    select match.id from ${matches(institution, kind, sought, on.query)} as match
    where ${than(beyond, after)} and ${than(before, on.next)}
    order by label ${sql.raw(way)} nulls ${sql.raw(nulls ?? '')}
    limit ${taken}`.execute(tx)
  const lines = await list
    .where(sql<SqlBool>`${sql.ref(id)} = any(${rows.map((row) => row.id)}::uuid[])`)
    .limit(most)
    .execute()
  return lines.length >= most || rows.length < taken ? { lines } : undefined
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
