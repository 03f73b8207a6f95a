import { Readable } from 'node:stream'
import type { FileRef } from '../../modules/cases/index.ts'
import type { Tx } from '../../platform/database.ts'
import { keepFile } from '../../platform/files.queries.ts'
import type { FileStore } from '../../platform/files.ts'

/** Stores the papers of an act: texts that say what they stand for, and that they are invented. */
export async function storePapers(
  tx: Tx,
  files: FileStore,
  by: { readonly institution: string; readonly person: string },
  names: readonly string[],
): Promise<FileRef[]> {
  const refs: FileRef[] = []
  for (const name of names) {
    const stored = await files.put(Readable.from([`${name}\n演示材料，内容为虚构。\n`]))
    await keepFile(tx, by, { ...stored, name, type: 'text/plain' })
    refs.push({ name, ...stored })
  }
  return refs
}
