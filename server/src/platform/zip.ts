import { buffer } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
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
  for (const [name, pieces] of await openZip(bytes, limit)) parts.set(name, await buffer(pieces()))
  return parts
}

/** The bytes of a part, unpacked piece by piece as they are asked for. */
export type Pieces = () => AsyncIterable<Uint8Array>

/** The same with nothing unpacked yet: a part of a large container is read piece by piece. */
export async function openZip(bytes: Buffer, limit: number): Promise<ReadonlyMap<string, Pieces>> {
  const parts = new Map<string, Pieces>()
  let left = limit
  try {
    const zip = await fromBufferPromise(bytes)
    for await (const entry of zip.eachEntry()) {
      if (!/\.(xml|rels)$/i.test(entry.fileName)) continue
      if (entry.isEncrypted()) throw new UnreadableFile('locked')
      left -= entry.uncompressedSize
      if (left < 0) throw new UnreadableFile('too-large')
      parts.set(entry.fileName, () => piecesOf(() => zip.openReadStreamPromise(entry)))
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged')
  }
  return parts
}

async function* piecesOf(open: () => Promise<AsyncIterable<Uint8Array>>) {
  const pieces = (await open().catch(damaged))[Symbol.asyncIterator]()
  for (;;) {
    const { done, value } = await pieces.next().catch(damaged)
    if (done) return
    yield value as Uint8Array
  }
}

function damaged(): never {
  throw new UnreadableFile('damaged')
}

const beginnings = ['504b0304', '504b0506']

/** Whether the bytes begin like a ZIP container, which may be an empty one. */
export function isZip(bytes: Buffer): boolean {
  return beginnings.includes(bytes.toString('hex', 0, 4))
}

/** Names are UTF-8. */
const UTF8 = 0x0800
const DEFLATED = 8
/** 1 January 1980, the first day a container knows: the same parts have the same bytes on any day. */
const NO_DAY = 0x0021

/** Packs parts into a ZIP container, in their order. */
export function zip(parts: ReadonlyMap<string, string | Uint8Array>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of parts) {
    const raw = Buffer.from(content)
    const name = Buffer.from(path)
    const data = deflateRawSync(raw)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(UTF8, 2)
    shared.writeUInt16LE(DEFLATED, 4)
    shared.writeUInt16LE(NO_DAY, 8)
    shared.writeUInt32LE(crc32(raw), 10)
    shared.writeUInt32LE(data.length, 14)
    shared.writeUInt32LE(raw.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const end = Buffer.alloc(14)
    end.writeUInt32LE(offset, 10)
    bodies.push(Buffer.from('PK\u0003\u0004'), shared, name, data)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, end, name)
    offset += 30 + name.length + data.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0)
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listed, end])
}
