import { buffer } from 'node:stream/consumers'
import { InputError } from '@yizhuan/kit'
import { fromBufferPromise } from 'yauzl'
import { damaged, passwordProtected, tooMuch } from './workbook.refusals.ts'

/**
 * The XML parts of a ZIP container, by name.
 *
 * @param limit  how many bytes they may have together. A part that unpacks to more than it claims is
 *   broken off there.
 * @throws {InputError}  when the container is damaged, encrypted or larger than the limit.
 */
export async function unzip(bytes: Buffer, limit: number): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  let left = limit
  try {
    const zip = await fromBufferPromise(bytes)
    for await (const entry of zip.eachEntry()) {
      if (!/\.(xml|rels)$/i.test(entry.fileName)) continue
      if (entry.isEncrypted()) throw passwordProtected()
      left -= entry.uncompressedSize
      if (left < 0) throw tooMuch()
      parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
    }
  } catch (error) {
    throw error instanceof InputError ? error : damaged()
  }
  return parts
}

const beginnings = ['504b0304', '504b0506']

/** Whether the bytes begin like a ZIP container, which may be an empty one. */
export function isZip(bytes: Buffer): boolean {
  return beginnings.includes(bytes.toString('hex', 0, 4))
}
