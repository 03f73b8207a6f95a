import { sql } from 'kysely'
import type { Caller, Tx } from './database.ts'

/** A file that only records name which are not for the caller is to them as none; each kind of record has its rule. */
export const isOpenFile = sql<boolean>`not file_closed(file.sha256)
  and not file_of_others(file.sha256)`

/** Which of these hashes are files this institution has stored, and the caller may know of. */
export async function storedFiles(tx: Tx, institution: string, hashes: readonly string[]) {
  if (hashes.length === 0) return []
  return await tx
    .selectFrom('file')
    .select(['sha256', 'size'])
    .where('institutionId', '=', institution)
    .where('sha256', 'in', [...hashes])
    .where(isOpenFile)
    .execute()
}

/** The first of some files that this institution has not stored, or that is not for the caller. */
export async function fileNotStored<Named extends { readonly sha256: string }>(
  tx: Tx,
  institution: string,
  files: readonly Named[],
): Promise<Named | undefined> {
  const hashes = files.map(({ sha256 }) => sha256)
  const stored = new Set((await storedFiles(tx, institution, hashes)).map(({ sha256 }) => sha256))
  return files.find(({ sha256 }) => !stored.has(sha256))
}

/** A file as it is kept. */
interface KeptFile {
  readonly sha256: string
  readonly size: number
  readonly name: string
  readonly type: string
}

/** Writes that the institution has a file, unless it has it already, and that this person has it. */
export async function keepFile(
  tx: Tx,
  { institution, person }: Pick<Caller, 'institution' | 'person'>,
  file: KeptFile,
): Promise<void> {
  await tx
    .insertInto('file')
    .values({ ...file, institutionId: institution, addedBy: person })
    .onConflict((on) => on.columns(['institutionId', 'sha256']).doNothing())
    .execute()
  await tx
    .insertInto('fileUpload')
    .values({ institutionId: institution, sha256: file.sha256, personId: person })
    .onConflict((on) => on.columns(['institutionId', 'sha256', 'personId']).doNothing())
    .execute()
}
