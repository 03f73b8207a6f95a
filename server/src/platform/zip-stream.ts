import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

/** What one part of a container came to, unpacked. */
export interface Packed {
  readonly size: number
  readonly sha256: string
}

/** The content of a part, piece by piece. */
export type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

interface Listed extends Packed {
  readonly name: Buffer
  readonly crc: number
  readonly packedSize: number
  readonly offset: number
}

/** The sums stand after the bytes, and names are UTF-8. */
const FLAGS = 0x0808
const DEFLATED = 8
/** 1 January 1980, the first day a container knows: the same parts have the same bytes on any day. */
const NO_DAY = 0x0021
const IN_EXTRA = 0xffffffff

/**
 * Writes a ZIP container part by part, holding no part in memory.
 *
 * Only an archive is made for parts beyond 4 GB (`large`): the programs that open workbooks refuse the
 * headers which that takes.
 */
export class ZipWriter {
  readonly #out: Writable
  readonly #isLarge: boolean
  readonly #listed: Listed[] = []
  #offset = 0

  constructor(out: Writable, options: { large?: boolean } = {}) {
    this.#out = out
    this.#isLarge = options.large === true
  }

  /** Adds a part. @returns its length and hash before it was packed. */
  async add(path: string, content: Pieces): Promise<Packed> {
    const name = Buffer.from(path)
    const offset = this.#offset
    await this.#write(this.#localHeader(name))
    const begun = this.#offset
    const hash = createHash('sha256')
    let [crc, size] = [0, 0]
    const deflate = createDeflateRaw()
    const feeding = pipeline(async function* () {
      for await (const piece of content) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
        hash.update(bytes)
        crc = crc32(bytes, crc)
        size += bytes.length
        yield bytes
      }
    }, deflate)
    // Told below: what stops the feeding ends the reading with the same error.
    feeding.catch(() => undefined)
    for await (const piece of deflate) await this.#write(piece as Buffer)
    await feeding
    const part = { name, offset, crc, size, packedSize: this.#offset - begun }
    await this.#write(this.#sumsAfter(part))
    const sha256 = hash.digest('hex')
    this.#listed.push({ ...part, sha256 })
    return { size, sha256 }
  }

  /** Writes the directory. Whoever opened the stream ends it. */
  async end(): Promise<void> {
    const start = this.#offset
    for (const part of this.#listed) await this.#write(directoryLine(part, this.#isLarge))
    await this.#write(directoryEnd(this.#listed.length, start, this.#offset - start))
  }

  #localHeader(name: Buffer): Buffer {
    const extra = this.#isLarge ? bigNumbers([0, 0]) : Buffer.alloc(0)
    const head = Buffer.alloc(30)
    head.write('PK\u0003\u0004', 0, 'latin1')
    head.writeUInt16LE(this.#isLarge ? 45 : 20, 4)
    head.writeUInt16LE(FLAGS, 6)
    head.writeUInt16LE(DEFLATED, 8)
    head.writeUInt16LE(NO_DAY, 12)
    if (this.#isLarge) head.writeUInt32LE(IN_EXTRA, 18)
    if (this.#isLarge) head.writeUInt32LE(IN_EXTRA, 22)
    head.writeUInt16LE(name.length, 26)
    head.writeUInt16LE(extra.length, 28)
    return Buffer.concat([head, name, extra])
  }

  #sumsAfter({ crc, size, packedSize }: Omit<Listed, 'sha256'>): Buffer {
    const sums = Buffer.alloc(this.#isLarge ? 24 : 16)
    sums.write('PK\u0007\u0008', 0, 'latin1')
    sums.writeUInt32LE(crc, 4)
    if (this.#isLarge) {
      sums.writeBigUInt64LE(BigInt(packedSize), 8)
      sums.writeBigUInt64LE(BigInt(size), 16)
    } else {
      sums.writeUInt32LE(packedSize, 8)
      sums.writeUInt32LE(size, 12)
    }
    return sums
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#offset += bytes.length
    if (!this.#out.write(bytes)) await once(this.#out, 'drain')
  }
}

function directoryLine({ name, offset, crc, size, packedSize }: Listed, isLarge: boolean): Buffer {
  const beyond = [size, packedSize, offset].filter((one) => one >= IN_EXTRA)
  const extra = beyond.length > 0 ? bigNumbers(beyond) : Buffer.alloc(0)
  const line = Buffer.alloc(46)
  line.write('PK\u0001\u0002', 0, 'latin1')
  line.writeUInt16LE(isLarge ? 45 : 20, 4)
  line.writeUInt16LE(isLarge ? 45 : 20, 6)
  line.writeUInt16LE(FLAGS, 8)
  line.writeUInt16LE(DEFLATED, 10)
  line.writeUInt16LE(NO_DAY, 14)
  line.writeUInt32LE(crc, 16)
  line.writeUInt32LE(Math.min(packedSize, IN_EXTRA), 20)
  line.writeUInt32LE(Math.min(size, IN_EXTRA), 24)
  line.writeUInt16LE(name.length, 28)
  line.writeUInt16LE(extra.length, 30)
  line.writeUInt32LE(Math.min(offset, IN_EXTRA), 42)
  return Buffer.concat([line, name, extra])
}

function directoryEnd(parts: number, start: number, length: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(Math.min(parts, 0xffff), 8)
  end.writeUInt16LE(Math.min(parts, 0xffff), 10)
  end.writeUInt32LE(Math.min(length, IN_EXTRA), 12)
  end.writeUInt32LE(Math.min(start, IN_EXTRA), 16)
  if (parts < 0xffff && start < IN_EXTRA && length < IN_EXTRA) return end
  const big = Buffer.alloc(56)
  big.write('PK\u0006\u0006', 0, 'latin1')
  big.writeBigUInt64LE(44n, 4)
  big.writeUInt16LE(45, 12)
  big.writeUInt16LE(45, 14)
  big.writeBigUInt64LE(BigInt(parts), 24)
  big.writeBigUInt64LE(BigInt(parts), 32)
  big.writeBigUInt64LE(BigInt(length), 40)
  big.writeBigUInt64LE(BigInt(start), 48)
  const where = Buffer.alloc(20)
  where.write('PK\u0006\u0007', 0, 'latin1')
  where.writeBigUInt64LE(BigInt(start + length), 8)
  where.writeUInt32LE(1, 16)
  return Buffer.concat([big, where, end])
}

/** Numbers beyond 32 bits, beside the header that has no room for them. */
function bigNumbers(numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * numbers.length)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8 * numbers.length, 2)
  numbers.forEach((one, at) => {
    extra.writeBigUInt64LE(BigInt(one), 4 + 8 * at)
  })
  return extra
}
