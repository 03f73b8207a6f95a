import { upload } from './client.ts'

/** A file kept by its content. */
export interface StoredFile {
  readonly name: string
  readonly sha256: string
  readonly size: number
  /** What it is, where a form asks for that. */
  readonly as?: string | undefined
}

/** Stores a file before anything names it. @throws {ApiProblem} */
export async function storeFile(file: File): Promise<StoredFile> {
  const { name, sha256, size } = await upload<StoredFile>('/files', file)
  return { name, sha256, size }
}
