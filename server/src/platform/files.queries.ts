import type { Tx } from './database.ts'

/** Which of these hashes are files this institution has stored. */
export async function storedFiles(tx: Tx, institution: string, hashes: readonly string[]) {
  if (hashes.length === 0) return []
  return await tx
    .selectFrom('file')
    .select(['sha256', 'size'])
    .where('institutionId', '=', institution)
    .where('sha256', 'in', [...hashes])
    .execute()
}
