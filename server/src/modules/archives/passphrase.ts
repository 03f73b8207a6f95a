import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { type FieldKeys, fieldKeys } from '../../platform/crypto.ts'
import type { Manifest } from './manifest.ts'

type Sealed = NonNullable<Manifest['sealed']>

/** The fewest characters of a passphrase. */
export const shortestPassphrase = 12

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)
const known = 'yizhuan archive'
const place = 'archive:check'

/** How hard guessing a passphrase is made: about half a second and 128 MB for each guess. */
const effort = { n: 131_072, r: 8, p: 1 }

/** The keys of a new archive, and what its manifest says of them. */
export async function newArchiveKeys(
  passphrase: string,
): Promise<{ keys: FieldKeys; kdf: Sealed['kdf']; check: string }> {
  const kdf = { name: 'scrypt' as const, ...effort, salt: randomBytes(16).toString('base64url') }
  const keys = await keysOf(passphrase, kdf)
  return { keys, kdf, check: keys.seal(known, place) }
}

/** The keys of an archive; undefined for a wrong passphrase. */
export async function archiveKeys(
  passphrase: string,
  { kdf, check }: Sealed,
): Promise<FieldKeys | undefined> {
  const keys = await keysOf(passphrase, kdf)
  try {
    return keys.open(check, place) === known ? keys : undefined
  } catch {
    return undefined
  }
}

async function keysOf(passphrase: string, { n, r, p, salt }: Sealed['kdf']): Promise<FieldKeys> {
  const cost = { N: n, r, p, maxmem: 256 * n * r }
  return fieldKeys(
    await derive(passphrase.normalize('NFC'), Buffer.from(salt, 'base64url'), 32, cost),
  )
}
