import { fieldsOf, type TableName } from '@yizhuan/ledger'

/** The letters of the columns of a table that are read into a field. */
export function columnsRead(table: {
  readonly table: string
  readonly columns: readonly { readonly column: string; readonly field: string | null }[]
}): readonly string[] {
  const read = new Set(fieldsOf(table.table as TableName).map(({ name }) => name))
  return table.columns.flatMap(({ column, field }) => (field && read.has(field) ? [column] : []))
}
