import type { Field } from './field.ts'
import type { EntityName, TableName } from './reading.ts'
import type { Row } from './table-data.ts'

/** What a table of a ledger looks like and what holds for its rows. */
export interface Table {
  readonly name: TableName
  readonly entity: EntityName
  readonly fields: readonly Field[]
  /** Columns without which it is another table: at least one of each group must be there. */
  readonly core: readonly (readonly string[])[]
  /** Fields that must be filled in every row. */
  readonly required: readonly string[]
  /** Where a row is named: a row that is struck through is told here. */
  readonly names: string
  /** The number by which a row is known. */
  readonly number: string
  /** Rows of one person (or party) with the same title are near duplicates. */
  readonly lead?: string
  /** Where a near duplicate is told; absent where rows of one number are no duplicates. */
  readonly tellNearAt?: string
  /** About people: nothing of a column is kept or shown that is not read. */
  readonly isPersonal?: true
  /** Subtotals follow the rows that share this field; otherwise all rows since the last one. */
  readonly blockBy?: string
  /** Settles values of a row that depend on each other, once all are read. */
  readonly complete?: (row: Row) => void
}
