import type { Tx } from '../../platform/database.ts'
import type { DealRef } from './deal.queries.ts'
import './text.table.ts'

/** One contract text; of a closed case, and of another house, there is none. */
export function storedText(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('contractText')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

export type StoredText = NonNullable<Awaited<ReturnType<typeof storedText>>>

/** The texts of a deal, the newest first: those of its case, and those of its contract. */
export async function textsOf(tx: Tx, institution: string, { caseId, contractId }: DealRef) {
  return await tx
    .selectFrom('contractText')
    .selectAll()
    .where('institutionId', '=', institution)
    .where((where) =>
      where.or([
        ...(caseId === null ? [] : [where('caseId', '=', caseId)]),
        ...(contractId === null ? [] : [where('contractId', '=', contractId)]),
      ]),
    )
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Every version of a text, the newest first. */
export function textVersions(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('contractTextVersion')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('textId', '=', id)
    .orderBy('version', 'desc')
    .execute()
}

/** One version of a text. */
export function textVersion(tx: Tx, institution: string, id: string, version: number) {
  return tx
    .selectFrom('contractTextVersion')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('textId', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
}

export type TextVersion = NonNullable<Awaited<ReturnType<typeof textVersion>>>

/** What was said of which version is to be signed, the newest first. */
export function namingsOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('contractTextNaming')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('textId', '=', id)
    .orderBy('seq', 'desc')
    .execute()
}

/** The file that a version was printed to, where it is named. */
export async function fileNamed(
  tx: Tx,
  institution: string,
  {
    paperId,
    recordFileId,
  }: { readonly paperId: string | null; readonly recordFileId: string | null },
) {
  const table = paperId === null ? 'recordFile' : 'paperMade'
  return await tx
    .selectFrom(table)
    .select(['name', 'sha256', 'size'])
    .where('institutionId', '=', institution)
    .where('id', '=', paperId ?? recordFileId ?? '')
    .executeTakeFirst()
}
