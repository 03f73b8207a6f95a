import type { Tx } from '../../../platform/database.ts'
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

/** When a text of an institution was last imported or settled; empty when there is none. */
export async function newestTextAt(tx: Tx, institution: string): Promise<string> {
  const row = await tx
    .selectFrom('policyText')
    .select((select) => select.fn.max('importedAt').as('at'))
    .where('institutionId', '=', institution)
    .executeTakeFirst()
  const answered = await tx
    .selectFrom('textAnswer')
    .select((select) => select.fn.max('at').as('at'))
    .where('institutionId', '=', institution)
    .executeTakeFirst()
  return [row?.at, answered?.at].map((at) => at?.toISOString() ?? '').join(' ')
}
