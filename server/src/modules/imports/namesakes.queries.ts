import type { Tx } from '../../platform/database.ts'
import { bearersOf, unitsOf } from '../people/index.ts'
import { askedOf, type Bearer, type Brought, withBearers } from './namesakes.ts'
import type { ReadLine } from './reading.ts'

/**
 * Rows with the staff numbers of those whom they tell by their departments; most rows have none. They are looked for
 * in the register and among the people of the same file.
 */
export async function withNamesakes(
  tx: Tx,
  institution: string,
  lines: readonly ReadLine[],
  brought: readonly Bearer[],
): Promise<readonly ReadLine[]> {
  const names = new Set(
    lines.flatMap(({ table, record }) => (table === 'achievements' ? askedOf(record) : [])),
  )
  if (names.size === 0) return lines
  const registered = await bearersOf(tx, institution, [...names])
  const bearers = [...registered, ...brought.filter(({ name }) => names.has(name))]
  return lines.map((line) =>
    line.table === 'achievements' ? { ...line, record: withBearers(line.record, bearers) } : line,
  )
}

/** The people of a file with the names of their units, where the file has a code of the register for one. */
export async function withUnits(
  tx: Tx,
  institution: string,
  brought: readonly Brought[],
): Promise<readonly Bearer[]> {
  if (brought.length === 0) return []
  const named = new Map<string, string>()
  for (const { code, name } of await unitsOf(tx, institution)) {
    if (code !== null) named.set(code, name)
  }
  return brought.map(({ unit, ...one }) => ({ ...one, unitName: named.get(unit) ?? unit }))
}
