import { sql } from 'kysely'
import { insertMany } from './bulk.ts'
import type { Tx } from './database.ts'
import { edition, type Findable } from './findable.ts'
import { numberOf } from './grams.ts'
import { addJobs } from './jobs.ts'

// To make a record findable takes longer than to enter it. Many at once stand in the search by their
// number at first; the worker adds their words as soon as they are there for everybody.

export const findAnewTask = 'search.findAnew'

/** Of an edition before the first: nothing but the number finds it. */
const notYet = 0

/** Enters many new records in the search without their words; `findSoon` is to follow. */
export async function findLater(
  tx: Tx,
  institution: string,
  kind: string,
  records: readonly Pick<Findable, 'id' | 'label' | 'title'>[],
): Promise<void> {
  const rows = records.map(({ id, label, title }) => ({
    institutionId: institution,
    kind,
    id,
    label,
    number: label === null ? null : numberOf(label),
    title,
    body: '',
    edition: notYet,
    lexemes: '',
  }))
  await insertMany(tx, 'searchDocument', rows)
}

/** Has the worker make findable whatever is not yet so by the newest rules. */
export async function findSoon(tx: Tx, institution: string, at: Date): Promise<void> {
  await addJobs(tx, [{ institution, task: findAnewTask, key: findAnewTask, payload: {}, at }])
}

/** How many records of a kind the worker has still to make findable. */
export interface Waiting {
  readonly kind: string
  readonly count: number
}

/** The kinds of which some records are not found by their words yet; mostly none. */
export async function notYetFindable(
  tx: Tx,
  institution: string,
  kinds: readonly string[],
): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select kind, count(*)::int as count from search_document
    where institution_id = ${institution} and kind = any(${[...kinds]}::text[])
      and edition < ${sql.lit(edition)}
    group by kind order by kind
  `.execute(tx)
  return rows
}
