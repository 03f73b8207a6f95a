import type { Tx } from '../../platform/database.ts'
import './policy.table.ts'

/** The sources whose official text the institution has imported. */
export async function importedSources(tx: Tx, institution: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('policyText')
    .select('source')
    .distinct()
    .where('institutionId', '=', institution)
    .execute()
  return new Set(rows.map(({ source }) => source))
}

/** The newest imported text of a source. */
export async function textOf(
  tx: Tx,
  institution: string,
  source: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('policyText')
    .select('body')
    .where('institutionId', '=', institution)
    .where('source', '=', source)
    .orderBy('importedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.body
}

/** Keeps an imported text; older ones stay. */
export async function insertText(
  tx: Tx,
  row: { institutionId: string; source: string; importedBy: string; body: string },
): Promise<void> {
  await tx.insertInto('policyText').values(row).execute()
}

/** When the newest text of an institution was imported; empty when there is none. */
export async function newestTextAt(tx: Tx, institution: string): Promise<string> {
  const row = await tx
    .selectFrom('policyText')
    .select((select) => select.fn.max('importedAt').as('at'))
    .where('institutionId', '=', institution)
    .executeTakeFirst()
  return row?.at?.toISOString() ?? ''
}
