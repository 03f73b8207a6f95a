import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { linesOfEntries } from './journal.queries.ts'
import type { JournalSource } from './journal.table.ts'

/** Entries of a record that were taken back on another day than their own, each with what took it back. */
export async function strayEntries(
  tx: Tx,
  institution: string,
  { source, id }: { readonly source: JournalSource; readonly id: string },
  kinds: readonly string[],
) {
  const entries = await tx
    .selectFrom('journalEntry as entry')
    .innerJoin('journalEntry as by', (join) =>
      join
        .onRef('by.institutionId', '=', 'entry.institutionId')
        .onRef('by.reverses', '=', 'entry.id'),
    )
    .select(['entry.id', 'entry.sourceId', 'entry.sourceSeq as seq', 'entry.kind', 'entry.chart'])
    .select(['entry.subject', 'by.id as byId', 'by.kind as byKind', 'by.sourceSeq as bySeq'])
    .select(sql<string>`coalesce(entry.acted_on, entry.dated_on)`.as('on'))
    .select(sql<string>`coalesce(by.acted_on, by.dated_on)`.as('byOn'))
    .where('entry.institutionId', '=', institution)
    .where('entry.source', '=', source)
    .where('entry.sourceId', '=', id)
    .where('entry.reverses', 'is', null)
    .where('entry.kind', 'in', [...kinds])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('journalEntry as later')
            .select('later.id')
            .whereRef('later.institutionId', '=', 'by.institutionId')
            .whereRef('later.reverses', '=', 'by.id'),
        ),
      ),
    )
    .orderBy('entry.id')
    .execute()
  const stray = entries.filter(({ on, byOn }) => on !== byOn)
  const lines = await linesOfEntries(
    tx,
    institution,
    stray.map((one) => one.id),
  )
  return stray.map(({ byId, byKind, bySeq, byOn, ...entry }) => ({
    entry: { ...entry, lines: lines.get(entry.id) ?? [] },
    by: { id: byId, kind: byKind, seq: bySeq, on: byOn },
  }))
}
