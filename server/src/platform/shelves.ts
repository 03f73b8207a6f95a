import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { shelfBits } from './findable.ts'
import { type Owner, shelvesQueryOf, wordsQueryOf } from './grams.ts'
import { prepared } from './prepared.ts'

// Records stand on shelves in the order they came; the newest that match are read from the last ones.

/** How many records of all institutions stand on one shelf. */
export const shelfSize = 2 ** shelfBits

/** Where the newest record of a kind stands. */
export interface Top {
  readonly kind: string
  readonly shelf: number
}

/** The shelf of the newest record of each kind; a kind without records has none. */
export const topsOf = prepared(
  (_tx: Tx, { institution, kinds }: { institution: string; kinds: readonly string[] }) =>
    sql<Top>`
      select wanted as kind, newest.shelf from unnest(${kinds}::text[]) as wanted, lateral (
        select (place >> ${sql.lit(shelfBits)})::int as shelf from search_document
        where institution_id = ${institution} and kind = wanted
        order by id desc limit 1) as newest`,
)

/** What finds the records that contain every word on some shelves, the given one and those before it. */
export function onShelves(
  owner: Owner,
  words: readonly string[],
  top: number,
  shelves: number,
): string {
  const first = Math.max(0, top - shelves + 1)
  const numbers = Array.from({ length: top - first + 1 }, (_, at) => first + at)
  return `${shelvesQueryOf(owner, numbers)} & ${wordsQueryOf(words)}`
}
