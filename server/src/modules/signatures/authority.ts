/** The bytes of the one certificate in a text in PEM; none where there is none, or more. */
export function derOf(pem: string): Uint8Array | undefined {
  const found = [...pem.matchAll(certificates)]
  const body = found.length === 1 ? found[0]?.[1] : undefined
  if (body === undefined) return undefined
  const bytes = Buffer.from(body.replace(/\s/g, ''), 'base64')
  return bytes.length > 0 ? bytes : undefined
}

const certificates = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g

/** Whether a text carries a secret key, which nobody should have pasted here. */
export const holdsKey = (pem: string): boolean => /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)
