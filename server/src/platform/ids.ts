import { randomFillSync } from 'node:crypto'

/** Chance for 256 ids: asked of the system one by one it would take as long as the rest of a row. */
const pool = Buffer.alloc(256 * 16)
let taken = pool.length

function chance(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool)
    taken = 0
  }
  taken += 16
  return pool.subarray(taken - 16, taken)
}

/** A new UUIDv7: ordered by time, made by the application so that no sequence is shared. */
export function newId(): string {
  const bytes = chance()
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is a UUID in lower case, the only form ids take here. */
export function isId(text: string): boolean {
  return uuid.test(text)
}
