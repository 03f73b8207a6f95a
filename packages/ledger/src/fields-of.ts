import type { TableName } from './reading.ts'
import { tables } from './tables/index.ts'

/** A field that a column of a table can fill. */
export interface TableField {
  readonly name: string
  readonly isRequired: boolean
  /** The codes it holds, where it holds one of a list. */
  readonly codes: readonly string[]
}

/** The fields that columns of a table can fill, in the order of its usual columns. */
export function fieldsOf(name: TableName): readonly TableField[] {
  const table = tables.find((one) => one.name === name)
  if (!table) return []
  return table.fields
    .filter(({ read }) => read)
    .map(({ name, codes = [] }) => ({ name, codes, isRequired: table.required.includes(name) }))
}

/** Whether a table is about people: of its columns only what is read may be kept or shown. */
export function isPersonal(name: TableName): boolean {
  return tables.some((one) => one.name === name && one.isPersonal === true)
}
