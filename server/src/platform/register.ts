import { canonicalJson } from '@yizhuan/kit'

/** The fields of a register's record, as JSON values. */
export type Fields = Readonly<Record<string, unknown>>

/** Some fields of a record; one that is undefined is not given. */
export type Given<Record> = { readonly [Field in keyof Record]?: Record[Field] | undefined }

/** One field that became another: what a history shows. */
export interface FieldChange {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
}

/** Which of the given fields differ from what is stored. A field that is not given stays as it is. */
export function differences(stored: Fields, given: Fields): readonly FieldChange[] {
  return Object.entries(given)
    .filter(([field, to]) => to !== undefined && !isSame(stored[field], to))
    .map(([field, to]) => ({ field, from: stored[field] ?? null, to }))
}

/** The changes as the fields to write. */
export function toFields(changes: readonly FieldChange[]): Fields {
  return Object.fromEntries(changes.map(({ field, to }) => [field, to]))
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null)
}
