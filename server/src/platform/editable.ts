import type { z } from 'zod'
import type { Role } from './access.ts'
import type { Caller, Tx } from './database.ts'
import type { HistoryEntryWire, HistoryWire } from './history.schema.ts'
import type { Context } from './module.ts'
import type { Problem } from './problem.ts'
import type { FieldChange, Fields, Register } from './register.ts'

/** How a field is filled in for many records at once. */
export interface AlikeField {
  readonly field: string
  readonly input: 'text' | 'choice' | 'names' | 'day' | 'unit' | 'achievement'
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
  /** How many are edited at once; absent where no field makes sense alike in many. */
  readonly many?: EditedInMany
  /** The fields that a single edit may change, and so put back. */
  readonly restorable: ReadonlySet<string>
  /** Whether an entry of the history was made by a legal act: what it says, no edit takes back. */
  isAct?(entry: HistoryEntryWire): boolean
  /** What ids among the values of changes are called, for those who look at them. */
  namesIn?(
    tx: Tx,
    institution: string,
    changes: readonly FieldChange[],
  ): Promise<ReadonlyMap<string, string>>
  edit(tx: Tx, desk: EditDesk, by: Editor, id: string, edit: Edit): Promise<Edited>
}

/** What an edit needs beside the database. */
export type EditDesk = Pick<Context, 'clock' | 'keys'>

/** The number of the entry that it became, or why it was not made. */
export type Edited = { readonly seq: number } | Problem

/** The fields to set alike in many records, and how its list finds these. */
export interface EditedInMany {
  readonly alike: readonly AlikeField[]
  readonly schema: z.ZodObject
  /** What the list of the register filters by. */
  readonly filter: z.ZodType
  /** The first records of the list with such a filter, as parsed. */
  matching(
    tx: Tx,
    desk: EditDesk,
    by: Editor,
    filter: unknown,
    most: number,
  ): Promise<readonly string[]>
}

/**
 * A history that says of which entries its record is put back to nothing: those of a legal act, and those of what is
 * no field of it, as an entry beside it that is never changed.
 */
export function withActs(
  { items, ...history }: HistoryWire,
  { restorable, isAct }: Pick<Editable, 'restorable' | 'isAct'>,
): HistoryWire {
  const isEdit = (entry: HistoryEntryWire) =>
    !isAct?.(entry) && entry.changes.some(({ field }) => restorable.has(field))
  return { ...history, items: items.map((one) => (isEdit(one) ? one : { ...one, isAct: true })) }
}
