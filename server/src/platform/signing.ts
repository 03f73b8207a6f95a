import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** Signs in the name of this installation (Ed25519). */
export interface Signer {
  /** The public key: 32 bytes as base64url, the `x` of a JSON web key. */
  readonly publicKey: string
  /** The signature of a text, as base64url. */
  sign(text: string): string
}

/** What stands before the 32 bytes of a private key in the form that libraries read (RFC 8410). */
const prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The signer of a secret of 32 bytes. */
export function signerOf(secret: Uint8Array): Signer {
  const der = Buffer.concat([prefix, secret])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return {
    publicKey: createPublicKey(key).export({ format: 'jwk' }).x ?? '',
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  }
}

/** Whether a text was signed with the key that belongs to a public key. */
export function isSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey }
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
  } catch {
    // What is no key at all has signed nothing.
    return false
  }
}
