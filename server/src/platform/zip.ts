import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** Why a file made of packed XML cannot be read; whoever asked says it in the words of their matter. */
export class UnreadableFile extends Error {
  readonly trouble: 'damaged' | 'locked' | 'too-large'

  constructor(trouble: UnreadableFile['trouble']) {
    super(trouble)
    this.trouble = trouble
  }
}

/**
 * The XML parts of a ZIP container, by name.
 *
 * @param limit  how many bytes they may have together. A part that unpacks to more than it claims is
 *   broken off there.
 * @throws {UnreadableFile}  when the container is damaged, locked or larger than the limit.
 */
export async function unzip(bytes: Buffer, limit: number): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  let left = limit
  try {
    const zip = await fromBufferPromise(bytes)
    for await (const entry of zip.eachEntry()) {
      if (!/\.(xml|rels)$/i.test(entry.fileName)) continue
      if (entry.isEncrypted()) throw new UnreadableFile('locked')
      left -= entry.uncompressedSize
      if (left < 0) throw new UnreadableFile('too-large')
      parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged')
  }
  return parts
}

const beginnings = ['504b0304', '504b0506']

/** Whether the bytes begin like a ZIP container, which may be an empty one. */
export function isZip(bytes: Buffer): boolean {
  return beginnings.includes(bytes.toString('hex', 0, 4))
}
