import type { z } from 'zod'
import type { Role } from './access.ts'
import type { Caller, Tx } from './database.ts'
import type { HistoryEntryWire } from './history.schema.ts'
import type { Context } from './module.ts'
import type { Problem } from './problem.ts'
import type { Fields, Register } from './register.ts'

/** How a field is filled in for many records at once. */
export interface AlikeField {
  readonly field: string
  readonly input: 'text' | 'choice' | 'names' | 'day'
  readonly choices?: readonly string[]
  /** Whether it may be emptied. */
  readonly mayBeEmpty?: boolean
}

/** Who edits, as far as an edit asks. */
export type Editor = Pick<Caller, 'institution' | 'person' | 'name' | 'roles'>

/** What its author wants of one record, as a single edit says it. */
export interface Edit {
  readonly fields: Fields
  readonly reason: string
  readonly expectedSeq?: number | undefined
}

/**
 * A register whose records people edit: then also many at once, and back to what they were. Both go
 * through the register's own command, under the rights of a single edit.
 */
export interface Editable {
  readonly register: Register
  /** Those who may edit a single record. */
  readonly access: readonly Role[]
  /** The fields that make sense alike in many records, and their schemas. */
  readonly alike: readonly AlikeField[]
  readonly schema: z.ZodObject
  /** The fields that a single edit may change, and so put back. */
  readonly restorable: ReadonlySet<string>
  /** Whether an entry of the history was made by a legal act: what it says, no edit takes back. */
  isAct(entry: HistoryEntryWire): boolean
  /** What the list of the register filters by. */
  readonly filter: z.ZodType
  /** The first records of the list with such a filter, as parsed. */
  matching(tx: Tx, by: Editor, filter: unknown, most: number): Promise<readonly string[]>
  edit(
    tx: Tx,
    context: Pick<Context, 'clock' | 'keys'>,
    by: Editor,
    id: string,
    edit: Edit,
  ): Promise<{ readonly seq: number } | Problem>
}
