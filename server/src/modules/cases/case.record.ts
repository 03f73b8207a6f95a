import type { Caller, Tx } from '../../platform/database.ts'
import { caseLine, entriesOf } from './case.queries.ts'
import type { CaseLineWire } from './case.wire.ts'
import { shownTo } from './closed.reading.ts'
import { type Entry, toEntries } from './procedure.ts'

/** The line of a case and its record as a person reads it, for modules that say what is in it; undefined for none. */
export async function recordOf(
  tx: Tx,
  { institution, person }: Pick<Caller, 'institution' | 'person'>,
  id: string,
): Promise<{ readonly line: CaseLineWire; readonly entries: readonly Entry[] } | undefined> {
  const [line, rows] = await Promise.all([
    caseLine(tx, institution, id),
    entriesOf(tx, institution, id),
  ])
  return line && { line, entries: shownTo(toEntries(rows), person) }
}
