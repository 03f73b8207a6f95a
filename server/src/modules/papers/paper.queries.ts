import type { Selectable } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import type { Tables } from '../../platform/tables.ts'
import './paper.table.ts'

export type TemplateRow = Selectable<Tables['paperTemplate']>
export type MadeRow = Selectable<Tables['paperMade']>

/** Every version of the templates of an institution, the newest first; of one paper if it is named. */
export async function templatesOf(
  tx: Tx,
  institution: string,
  paper?: string,
): Promise<readonly TemplateRow[]> {
  let query = tx.selectFrom('paperTemplate').selectAll().where('institutionId', '=', institution)
  if (paper !== undefined) query = query.where('paper', '=', paper)
  return await query.orderBy('version', 'desc').execute()
}

/** The templates at work, by their paper; none for a paper that has the standard. */
export function ownTemplates(rows: readonly TemplateRow[]): ReadonlyMap<string, OwnTemplate> {
  const newest = new Map<string, TemplateRow>()
  for (const row of rows) {
    if ((newest.get(row.paper)?.version ?? 0) < row.version) newest.set(row.paper, row)
  }
  return new Map(
    [...newest].flatMap(([paper, { version, sha256 }]) =>
      sha256 === null ? [] : [[paper, { version, sha256 }] as const],
    ),
  )
}

export interface OwnTemplate {
  readonly version: number
  readonly sha256: string
}

/** Writes the next version of a template. */
export async function insertTemplate(tx: Tx, row: TemplateRow): Promise<void> {
  await tx.insertInto('paperTemplate').values(row).execute()
}

/** The papers made of a case, the newest first. */
export async function madeOf(tx: Tx, institution: string, id: string): Promise<readonly MadeRow[]> {
  return await tx
    .selectFrom('paperMade')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Writes that a paper was made. The same paper made again is one with the first. */
export async function insertMade(tx: Tx, row: MadeRow): Promise<MadeRow> {
  await tx
    .insertInto('paperMade')
    .values(row)
    .onConflict((on) => on.columns(['institutionId', 'caseId', 'paper', 'sha256']).doNothing())
    .execute()
  return await tx
    .selectFrom('paperMade')
    .selectAll()
    .where('institutionId', '=', row.institutionId)
    .where('caseId', '=', row.caseId)
    .where('paper', '=', row.paper)
    .where('sha256', '=', row.sha256)
    .executeTakeFirstOrThrow()
}

/** Whether the institution stored a file under this hash, of this size. */
export async function isStored(
  tx: Tx,
  institution: string,
  { sha256, size }: { readonly sha256: string; readonly size: number },
): Promise<boolean> {
  const [found] = await storedFiles(tx, institution, [sha256])
  return found?.size === size
}
