import type { LawText } from '@yizhuan/law-authoring'
import type { Tx } from '../../../platform/database.ts'
import '../library/policy.table.ts'
import { settledText, type TextAnswer, type TextFormat } from './text-import.ts'

/** An official text as kept: its words as received, and the file they came from. */
export interface KeptText {
  readonly id: string
  readonly body: string
  readonly format: TextFormat | null
  readonly fileName: string | null
  readonly fileSha256: string | null
  readonly importedAt: Date
  readonly importedName: string | null
}

/** The newest text of a source, or undefined. */
export async function keptText(
  tx: Tx,
  institution: string,
  source: string,
): Promise<KeptText | undefined> {
  return tx
    .selectFrom('policyText')
    .select(['id', 'body', 'format', 'fileName', 'fileSha256', 'importedAt', 'importedName'])
    .where('institutionId', '=', institution)
    .where('source', '=', source)
    .orderBy('importedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What was answered to the doubts of a text, oldest first. */
export async function answersTo(
  tx: Tx,
  institution: string,
  text: string,
): Promise<readonly TextAnswer[]> {
  const rows = await tx
    .selectFrom('textAnswer')
    .select(['line', 'kind', 'answer', 'correction', 'byName', 'at'])
    .where('institutionId', '=', institution)
    .where('textId', '=', text)
    .orderBy('seq')
    .execute()
  return rows.map(({ byName, ...row }) => ({ ...row, name: byName }))
}

/** The newest text of a source as people settled it, or undefined. */
export async function lawTextOf(
  tx: Tx,
  institution: string,
  source: string,
): Promise<LawText | undefined> {
  const kept = await keptText(tx, institution, source)
  return kept && settledText(kept.body, await answersTo(tx, institution, kept.id))
}

/** Keeps a text; older ones stay. */
export async function insertKeptText(
  tx: Tx,
  row: Omit<KeptText, 'importedAt'> & {
    readonly institutionId: string
    readonly source: string
    readonly importedBy: string
  },
): Promise<void> {
  await tx.insertInto('policyText').values(row).execute()
}

/** Keeps an answer to a doubt. */
export async function insertAnswer(
  tx: Tx,
  institution: string,
  text: string,
  given: Omit<TextAnswer, 'name'> & {
    readonly seq: number
    readonly by: { readonly person: string; readonly name: string }
  },
): Promise<void> {
  const { by, ...row } = given
  await tx
    .insertInto('textAnswer')
    .values({
      ...row,
      institutionId: institution,
      textId: text,
      byPerson: by.person,
      byName: by.name,
    })
    .execute()
}
