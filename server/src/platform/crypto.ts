import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { OperatorError } from './operator-error.ts'

/** Encrypts single fields, so that the database alone does not show them. */
export interface FieldKeys {
  /**
   * Seals a text for one place, such as `person:idNumber:<id>`; moved elsewhere it cannot be opened.
   */
  seal(plain: string, place: string): string
  /** Opens a sealed text. @throws when it was changed, moved, or sealed with a key not held. */
  open(sealed: string, place: string): string
  /** A keyed fingerprint to find equal values without opening them; `field` keeps fields apart. */
  blindIndex(plain: string, field: string): string
}

/** The form of a sealed text: version, key, nonce, tag, content. */
const form = /^v1\.([0-9a-f]{8})\.([\w-]+)\.([\w-]+)\.([\w-]*)$/

/** Keys derived from one secret of at least 32 bytes. AES-256-GCM, HMAC-SHA-256. */
export function fieldKeys(secret: Uint8Array): FieldKeys {
  if (secret.length < 32) throw new TypeError('The secret of the field keys is too short.')
  const sealing = derive(secret, 'yizhuan field sealing 1')
  const indexing = derive(secret, 'yizhuan blind index 1')
  const keyId = createHash('sha256').update(sealing).digest('hex').slice(0, 8)
  return {
    seal(plain, place) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(bound(keyId, place))
      const content = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      const parts = [nonce, cipher.getAuthTag(), content].map((part) => part.toString('base64url'))
      return ['v1', keyId, ...parts].join('.')
    },
    open(sealed, place) {
      const [, key, nonce = '', tag = '', content = ''] = form.exec(sealed) ?? []
      if (key !== keyId) throw new Error('The field was sealed with another key.')
      const bytes = (part: string) => Buffer.from(part, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes(nonce), { authTagLength: 16 })
      decipher.setAAD(bound(keyId, place)).setAuthTag(bytes(tag))
      return decipher.update(bytes(content), undefined, 'utf8') + decipher.final('utf8')
    },
    blindIndex(plain, field) {
      return createHmac('sha256', indexing).update(`${field}\n${plain}`).digest('hex')
    },
  }
}

/** Shows enough of an ID number to recognise it: the first three and the last two characters. */
export function masked(idNumber: string): string {
  return `${idNumber.slice(0, 3)}${'*'.repeat(13)}${idNumber.slice(-2)}`
}

function derive(secret: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
}

function bound(keyId: string, place: string): Buffer {
  return Buffer.from(`${keyId}\n${place}`)
}

/** Reads a secret of 32 bytes from a file only its owner can read; makes it at the first start. */
export function secretFile(path: string): Buffer {
  mkdirSync(dirname(path), { recursive: true })
  if (!existsSync(path)) {
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
    try {
      // A link appears whole or not at all, and never replaces a key that is in use.
      linkSync(draft, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      unlinkSync(draft)
    }
  }
  const hex = readFileSync(path, 'utf8').trim()
  if (/^[0-9a-f]{64}$/.test(hex)) return Buffer.from(hex, 'hex')
  throw new OperatorError(`${path} is damaged: restore it from a backup of the data folder.`)
}
