import type { Tx } from '../../platform/database.ts'
import { caseLine, entriesOf } from './case.queries.ts'
import type { CaseLineWire } from './case.wire.ts'
import { type Entry, toEntries } from './procedure.ts'

/** The line of a case and its whole record, for modules that say what is in it; undefined for none. */
export async function recordOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<{ readonly line: CaseLineWire; readonly entries: readonly Entry[] } | undefined> {
  const [line, rows] = await Promise.all([
    caseLine(tx, institution, id),
    entriesOf(tx, institution, id),
  ])
  return line && { line, entries: toEntries(rows) }
}
