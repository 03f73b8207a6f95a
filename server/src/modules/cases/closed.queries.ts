import { procedureOf, type Readers } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import { entriesOf } from './case.queries.ts'
import './case.table.ts'
import { type After, type Entry, toEntries } from './procedure.ts'

// Row security hides a closed case from everybody but its readers; here is only written who they are.

/** Writes who alone may read a case, as its record has it now; nothing for a case open to all. */
export async function projectReaders(
  tx: Tx,
  institution: string,
  id: string,
  { procedure, state }: After,
  entries: readonly Entry[],
): Promise<void> {
  const readers = procedure.readers?.(state)
  if (!readers) return
  const people = [...new Set(readers.people)]
  const kept = people.flatMap((person) => {
    const places = [...(procedure.withholds?.(entries, person) ?? [])]
    return places.length > 0 ? [[person, places]] : []
  })
  const who = {
    readerRoles: [...readers.roles],
    readerPeople: people,
    withheld: JSON.stringify(Object.fromEntries(kept)),
  }
  await tx
    .insertInto('closedCase')
    .values({ institutionId: institution, caseId: id, ...who })
    .onConflict((on) => on.columns(['institutionId', 'caseId']).doUpdateSet(who))
    .execute()
}

/** Who alone may read a case; undefined where it is open to the whole institution. */
export async function readersOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<Readers | undefined> {
  const row = await tx
    .selectFrom('closedCase')
    .select(['readerRoles', 'readerPeople'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .executeTakeFirst()
  return row && { roles: row.readerRoles as Readers['roles'], people: row.readerPeople }
}

/** Who handles a closed case: by which roles, and whom it concerns, who do not; undefined where it is open. */
export async function handlersOf(tx: Tx, institution: string, id: string) {
  const readers = await readersOf(tx, institution, id)
  if (!readers) return undefined
  const entries = toEntries(await entriesOf(tx, institution, id))
  const concerned = entries.length > 0 ? procedureOf(entries).concerns?.(entries) : undefined
  return { roles: readers.roles, concerned: concerned ?? [] }
}
