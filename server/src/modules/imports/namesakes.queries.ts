import type { Tx } from '../../platform/database.ts'
import { bearersOf } from '../people/index.ts'
import { withBearers } from './namesakes.ts'
import type { ReadLine } from './reading.ts'

/** Rows with the staff numbers of namesakes whom they tell apart by their departments; most rows have none. */
export async function withNamesakes(
  tx: Tx,
  institution: string,
  lines: readonly ReadLine[],
): Promise<readonly ReadLine[]> {
  const names = lines.flatMap(({ table, record }) => {
    if (table !== 'achievements' || !record.toldApart?.some(({ words }) => words !== null))
      return []
    return record.inventors
  })
  if (names.length === 0) return lines
  const bearers = await bearersOf(tx, institution, [...new Set(names)])
  return lines.map((line) =>
    line.table === 'achievements' && line.record.toldApart
      ? { ...line, record: withBearers(line.record, bearers) }
      : line,
  )
}
