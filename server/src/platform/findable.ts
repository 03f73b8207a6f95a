import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { folded, kept, lexemesOf, numberOf } from './grams.ts'
import { prepared } from './prepared.ts'

/** A shelf holds 2^13 records. */
export const shelfBits = 13

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

/** The edition of the rules in `grams.ts`: with a new one all that is older is made findable anew. */
export const edition = 2

const writeDocuments = prepared(
  (_tx: Tx, { rows }: { rows: string }) => sql`
    insert into search_document
      (institution_id, kind, id, label, number, title, body, edition, place, lexemes)
    select one.institution_id, one.kind, one.id, one.label, one.number, one.title, one.body,
      one.edition, placed.place, one.lexemes || array_to_tsvector(array[
        format(' %s %s %s', one.institution_id, one.kind, placed.place >> ${sql.lit(shelfBits)})])
    from jsonb_populate_recordset(null::search_document, ${rows}::jsonb) as one
    left join search_document as known using (institution_id, kind, id),
    lateral (select coalesce(known.place, nextval('search_document_place_seq')) as place) as placed
    on conflict (institution_id, kind, id) do update
      set label = excluded.label, number = excluded.number, title = excluded.title,
        body = excluded.body, lexemes = excluded.lexemes, edition = excluded.edition
      where (search_document.label, search_document.title, search_document.body,
          search_document.edition)
        is distinct from (excluded.label, excluded.title, excluded.body, excluded.edition)
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
function documentOf(institution: string, kind: string, record: Findable) {
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
    title: kept(title),
    body: kept(body.join('\n')),
    edition,
    lexemes: lexemesOf(owner, heading, body.map(folded), names),
  }
}
