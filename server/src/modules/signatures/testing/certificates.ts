import { webcrypto } from 'node:crypto'
import * as asn1 from 'asn1js'
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, ExtKeyUsage } from 'pkijs'

/** Somebody with a certificate and its key, made for a test. */
export interface Holder {
  readonly certificate: Certificate
  readonly key: webcrypto.CryptoKey
  readonly der: Uint8Array
  readonly pem: string
}

interface Made {
  readonly name: string
  readonly organisation?: string
  /** Who issued it; itself where nobody did. */
  readonly by?: Holder
  readonly isAuthority?: boolean
  readonly isForStamps?: boolean
  readonly from?: string
  readonly to?: string
  readonly kind?: 'rsa' | 'ec'
}

let serial = 1000

/** Makes a certificate and its key. */
export async function holderOf(made: Made): Promise<Holder> {
  const { name, organisation, by, isAuthority = false, isForStamps = false, kind = 'ec' } = made
  const keys = await keysOf(kind)
  const certificate = new Certificate()
  certificate.version = 2
  serial += 1
  certificate.serialNumber = new asn1.Integer({ value: serial })
  const parts = [part('2.5.4.3', name), ...(organisation ? [part('2.5.4.10', organisation)] : [])]
  certificate.subject.typesAndValues.push(...parts)
  certificate.issuer.typesAndValues.push(...(by?.certificate.subject.typesAndValues ?? parts))
  certificate.notBefore.value = new Date(made.from ?? '2025-01-01T00:00:00Z')
  certificate.notAfter.value = new Date(made.to ?? '2029-12-31T00:00:00Z')
  certificate.extensions = [
    extension('2.5.29.19', new BasicConstraints({ cA: isAuthority }).toSchema(), true),
  ]
  if (isForStamps) {
    const usage = new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] })
    certificate.extensions.push(extension('2.5.29.37', usage.toSchema(), true))
  }
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(by?.key ?? keys.privateKey, 'SHA-256')
  const der = new Uint8Array(certificate.toSchema(true).toBER())
  return { certificate, key: keys.privateKey, der, pem: pemOf(der) }
}

function keysOf(kind: 'rsa' | 'ec'): Promise<webcrypto.CryptoKeyPair> {
  const usages = ['sign', 'verify'] as const
  if (kind === 'ec') {
    return webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, usages)
  }
  const rsa = {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  }
  return webcrypto.subtle.generateKey(rsa, true, usages)
}

const part = (type: string, value: string) =>
  new AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) })

const extension = (extnID: string, schema: asn1.AsnType, critical: boolean) =>
  new Extension({ extnID, critical, extnValue: schema.toBER() })

function pemOf(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
