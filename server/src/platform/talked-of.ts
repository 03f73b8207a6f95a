import type { Access } from './access.ts'
import type { Tx } from './database.ts'
import type { Readers } from './search.ts'

/** What a record that is talked about is called, and the page that shows what is said of it. */
export interface Called {
  readonly label: string | null
  readonly title: string
  readonly path: string
}

/** A kind of records that nobody looks for by words and colleagues talk about all the same. */
export interface TalkedOf {
  readonly kind: string
  /** Who reads such a record, and so what is said of it. */
  readonly access: Access
  called(tx: Tx, institution: string, id: string): Promise<Called | undefined>
  /** Who reads some records whole, where not everybody does who sees their line. */
  readonly readersOf?: (
    tx: Tx,
    institution: string,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, Readers>>
}
