import type { AnyTableReading, LedgerReading } from './reading.ts'

/**
 * The rows of a table that may go in without anybody deciding: no exact duplicates, and nothing
 * wrong that a person must settle first. Warnings do not keep a row out.
 */
export function acceptedRows(
  { problems }: Pick<LedgerReading, 'problems'>,
  table: AnyTableReading,
): readonly number[] {
  const wrong = new Set(
    problems
      .filter((each) => each.severity === 'error' && each.sheet === table.sheet)
      .map(({ row }) => row),
  )
  return table.records
    .filter(({ row, duplicateOf }) => duplicateOf === undefined && !wrong.has(row))
    .map(({ row }) => row)
}
