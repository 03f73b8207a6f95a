import { inflateRawSync } from 'node:zlib'
import { damaged, passwordProtected, tooMuch } from './workbook.refusals.ts'

/** The files inside a ZIP container, by name. Nothing is unpacked until it is asked for. */
export interface Zip {
  has(name: string): boolean
  /** @throws {InputError}  when the content is damaged or larger than the limit. */
  read(name: string): Buffer
}

interface Entry {
  readonly method: number
  readonly isEncrypted: boolean
  readonly size: number
  readonly packed: number
  readonly offset: number
}

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50

/** Opens a container; `limit` is how many bytes all its files together may have once unpacked. */
export function openZip(bytes: Buffer, limit: number): Zip {
  const entries = entriesOf(bytes)
  let left = limit
  return {
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (!entry) throw damaged()
      if (entry.isEncrypted) throw passwordProtected()
      if (entry.size > left) throw tooMuch()
      const content = unpack(bytes, entry, left)
      left -= content.length
      return content
    },
  }
}

function entriesOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length) throw damaged()
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) throw damaged()
    const [name, extra, note] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))
    const from = at + 46
    // Some programs write the separators of Windows.
    const path = bytes.toString('utf8', from, from + (name ?? 0)).replaceAll('\\', '/')
    entries.set(path, {
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      size: bytes.readUInt32LE(at + 24),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    })
    at = from + (name ?? 0) + (extra ?? 0) + (note ?? 0)
  }
  return entries
}

/** A bomb declares a small size and unpacks to a large one: the limit is held while unpacking. */
function unpack(bytes: Buffer, { method, packed, offset }: Entry, limit: number): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localHeader) throw damaged()
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const content = bytes.subarray(start, start + packed)
  if (method === 0) return content
  if (method !== 8) throw damaged()
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    if (error instanceof RangeError) throw tooMuch()
    throw damaged()
  }
}

/** Whether the bytes begin like a ZIP container. */
export function isZip(bytes: Buffer): boolean {
  return bytes.length > 3 && [localHeader, directoryEnd].includes(bytes.readUInt32LE(0))
}
