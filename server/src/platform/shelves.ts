import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { shelfBits } from './findable.ts'
import { shelfQueryOf } from './grams.ts'
import { prepared } from './prepared.ts'

// Records stand on shelves in the order they came; the newest that match are read from the last ones.

/** Where the newest record of a kind stands. */
export interface Top {
  readonly kind: string
  readonly shelf: number
  /** There are more of the kind than were asked for. */
  readonly isMany: boolean
}

interface AskedTops {
  readonly institution: string
  readonly kinds: readonly string[]
  /** How many records of a kind are not many. */
  readonly many?: number
}

/** The shelf of the newest record of each kind; a kind without records has none. */
export const topsOf = prepared((_tx: Tx, { institution, kinds, many }: AskedTops) => {
  const isMany =
    many === undefined
      ? sql`false`
      : sql`exists (select from search_document
          where institution_id = ${institution} and kind = wanted
          order by id desc offset ${many} limit 1)`
  return sql<Top>`
    select wanted as kind, newest.shelf, ${isMany} as is_many
    from unnest(${kinds}::text[]) as wanted, lateral (
      select (place >> ${sql.lit(shelfBits)})::int as shelf from search_document
      where institution_id = ${institution} and kind = wanted
      order by id desc limit 1) as newest`
})

/** How many of the last shelves tell how common a word is: on the very last there may be but one record. */
export const telling = 2

/**
 * What finds the records of each kind on some shelves, from the one so many before its last; undefined
 * where none has so many.
 */
export function onShelves(
  institution: string,
  tops: readonly Top[],
  back: number,
  many = 1,
): string | undefined {
  const backs = Array.from({ length: many }, (_, at) => back + at)
  const found = tops.flatMap(({ kind, shelf }) =>
    backs.flatMap((each) =>
      shelf < each ? [] : [shelfQueryOf({ institution, kind }, shelf - each)],
    ),
  )
  return found.length === 0 ? undefined : `(${found.join(' | ')})`
}
