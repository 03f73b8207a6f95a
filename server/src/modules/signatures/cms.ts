import {
  constants,
  createHash,
  createVerify,
  type KeyObject,
  timingSafeEqual,
  verify as verifyOnce,
} from 'node:crypto'
import * as asn1 from 'asn1js'
import {
  type AlgorithmIdentifier,
  type Attribute,
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  RSASSAPSSParams,
  SignedData,
  type SignerInfo,
} from 'pkijs'
import { type Cert, certOf } from './certificates.ts'

/** Why something could not be checked here. */
export type NotChecked = 'container' | 'signers' | 'certificate' | 'national' | 'weak' | 'algorithm'
/** What is wrong with a signature. */
export type Wrong = 'digest' | 'signature' | 'attributes'

/** What a container of a signature says, and whether it holds. */
export type Verified =
  | { readonly outcome: 'notChecked'; readonly why: NotChecked; readonly signer: Cert | undefined }
  | { readonly outcome: 'wrong'; readonly why: Wrong; readonly signer: Cert | undefined }
  | {
      readonly outcome: 'right'
      readonly signer: Cert
      readonly others: readonly Cert[]
      readonly algorithm: string
      /** The time the signer says; nobody else vouches for it. */
      readonly statedAt: Date | null
      readonly signature: Uint8Array
      /** A token of a time stamping service over the signature. */
      readonly token: asn1.AsnType | undefined
    }

/** A container, opened. */
export interface Container {
  readonly data: SignedData
  /** What it encloses; a signature of a PDF encloses nothing. */
  readonly content: Uint8Array | undefined
}

/** Opens a container, or says why not: it is of the national standard, or not of the form that signatures have. */
export function openContainer(from: Uint8Array | asn1.AsnType): Container | NotChecked {
  try {
    const schema = from instanceof Uint8Array ? parsed(from) : from
    if (!schema) return 'container'
    const info = new ContentInfo({ schema })
    if (isNational(info.contentType)) return 'national'
    if (info.contentType !== ContentInfo.SIGNED_DATA) return 'container'
    const data = new SignedData({ schema: info.content })
    const { eContent } = data.encapContentInfo
    return { data, content: eContent && new Uint8Array(eContent.getValue()) }
  } catch {
    return 'container'
  }
}

/** Our own bound, of no law: lists of revoked certificates that travel along are long. */
const mostParts = 200_000

function parsed(bytes: Uint8Array): asn1.AsnType | undefined {
  // A copy: the library reads whole buffers. What pads the container behind it is left alone.
  const { offset, result } = asn1.fromBER(Uint8Array.from(bytes), { maxNodes: mostParts })
  return offset === -1 ? undefined : result
}

/** Hashes by the names they have in containers. */
const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.4': 'sha224',
}

const weakHashes: ReadonlySet<string> = new Set(['1.3.14.3.2.26', '1.2.840.113549.2.5'])

/** Algorithms of the national standards (SM2, SM3, SM9) stand below one branch. */
const isNational = (id: string) => id.startsWith('1.2.156.10197.')

export function hashNamed(id: string): string | undefined {
  return hashes[id]
}

interface Scheme {
  readonly name: string
  readonly hash: string
  readonly holds: (key: KeyObject, parts: readonly Uint8Array[], signature: Uint8Array) => boolean
}

const rsaWith: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.113549.1.1.14': 'sha224',
}
const ecdsaWith: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.3.1': 'sha224',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}
const weakSchemes: ReadonlySet<string> = new Set([
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10045.4.1',
])

/** How a signature is verified, or why it cannot be. */
function schemeOf({ signatureAlgorithm, digestAlgorithm }: SignerInfo): Scheme | NotChecked {
  const id = signatureAlgorithm.algorithmId
  const digest = digestAlgorithm.algorithmId
  if (isNational(id) || isNational(digest)) return 'national'
  if (weakSchemes.has(id) || weakHashes.has(digest)) return 'weak'
  const own = hashes[digest]
  if (own === undefined) return 'algorithm'
  const rsa = rsaWith[id] ?? (id === '1.2.840.113549.1.1.1' ? own : undefined)
  if (rsa) return { name: `RSA ${rsa}`, hash: own, holds: streamed(rsa, 'rsa') }
  const ecdsa = ecdsaWith[id] ?? (id === '1.2.840.10045.2.1' ? own : undefined)
  if (ecdsa) return { name: `ECDSA ${ecdsa}`, hash: own, holds: streamed(ecdsa, 'ec') }
  if (id === '1.2.840.113549.1.1.10') return probabilistic(signatureAlgorithm, own)
  if (id === '1.3.101.112') {
    const holds: Scheme['holds'] = (key, parts, signature) =>
      key.asymmetricKeyType === 'ed25519' && verifyOnce(null, Buffer.concat(parts), key, signature)
    return { name: 'Ed25519', hash: own, holds }
  }
  return 'algorithm'
}

function streamed(hash: string, kind: 'rsa' | 'ec'): Scheme['holds'] {
  return (key, parts, signature) => {
    if (key.asymmetricKeyType !== kind) return false
    const verifier = createVerify(hash)
    for (const part of parts) verifier.update(part)
    return verifier.verify(key, signature)
  }
}

function probabilistic(algorithm: AlgorithmIdentifier, own: string): Scheme | NotChecked {
  const { hashAlgorithm, saltLength } = new RSASSAPSSParams({ schema: algorithm.algorithmParams })
  const id = hashAlgorithm.algorithmId
  const hash = hashes[id]
  if (hash === undefined) return weakHashes.has(id) ? 'weak' : 'algorithm'
  const holds: Scheme['holds'] = (key, parts, signature) => {
    if (!key.asymmetricKeyType?.startsWith('rsa')) return false
    const verifier = createVerify(hash)
    for (const part of parts) verifier.update(part)
    const padding = constants.RSA_PKCS1_PSS_PADDING
    return verifier.verify({ key, padding, saltLength }, signature)
  }
  return { name: `RSA-PSS ${hash}`, hash: own, holds }
}

/**
 * Verifies the one signature of a container over what was signed: its digest, its attributes, its signature.
 * Whether anybody should trust its certificate is another question.
 */
export function verifyContainer({ data }: Container, parts: readonly Uint8Array[]): Verified {
  const [info, second] = data.signerInfos
  const certs = certsOf(data)
  const signer = info && certs.find(({ parsed }) => isOf(info, parsed))
  if (!info || second) return { outcome: 'notChecked', why: 'signers', signer }
  try {
    return verifyInfo(info, data.encapContentInfo.eContentType, parts, certs, signer)
  } catch {
    return { outcome: 'notChecked', why: 'container', signer }
  }
}

function verifyInfo(
  info: SignerInfo,
  contentType: string,
  parts: readonly Uint8Array[],
  certs: readonly Cert[],
  signer: Cert | undefined,
): Verified {
  const scheme = schemeOf(info)
  if (typeof scheme === 'string') return { outcome: 'notChecked', why: scheme, signer }
  if (!signer) return { outcome: 'notChecked', why: 'certificate', signer }
  const wrong = (why: Wrong) => ({ outcome: 'wrong', why, signer }) as const
  const signature = new Uint8Array(info.signature.getValue())
  const { signedAttrs } = info
  let signed = parts
  if (signedAttrs) {
    const { attributes } = signedAttrs
    const [type, digest] = [only(attributes, ids.contentType), only(attributes, ids.messageDigest)]
    if (!(type instanceof asn1.ObjectIdentifier) || type.getValue() !== contentType)
      return wrong('attributes')
    if (!(digest instanceof asn1.OctetString)) return wrong('attributes')
    if (!isEqual(digestOf(scheme.hash, parts), new Uint8Array(digest.getValue())))
      return wrong('digest')
    if (!namesCertificate(attributes, signer)) return wrong('attributes')
    signed = [new Uint8Array(signedAttrs.encodedValue)]
  }
  if (!scheme.holds(signer.x509.publicKey, signed, signature)) return wrong('signature')
  return {
    outcome: 'right',
    signer,
    others: certs.filter((one) => one !== signer),
    algorithm: scheme.name,
    statedAt: statedIn(signedAttrs?.attributes ?? []),
    signature,
    token: only(info.unsignedAttrs?.attributes ?? [], ids.timestamp),
  }
}

const ids = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
} as const

/** The value of an attribute that stands once and has one value. */
function only(attributes: readonly Attribute[], id: string): asn1.AsnType | undefined {
  const [found, twice] = attributes.filter(({ type }) => type === id)
  if (!found || twice || found.values.length !== 1) return undefined
  return found.values[0] as asn1.AsnType
}

function statedIn(attributes: readonly Attribute[]): Date | null {
  const said = only(attributes, ids.signingTime)
  return said instanceof asn1.UTCTime || said instanceof asn1.GeneralizedTime ? said.toDate() : null
}

/** Where the signature names its certificate by its hash, that certificate must be the one found. */
function namesCertificate(attributes: readonly Attribute[], { x509 }: Cert): boolean {
  const said = only(attributes, ids.signingCertificate)
  if (said === undefined) return !attributes.some(({ type }) => type === ids.signingCertificate)
  const first = childrenOf(childrenOf(childrenOf(said)[0])[0])
  const algorithm = childrenOf(first.find((one) => one instanceof asn1.Sequence))[0]
  const hash = first.find((one) => one instanceof asn1.OctetString)
  const [head] = first
  const id =
    head instanceof asn1.Sequence && algorithm instanceof asn1.ObjectIdentifier
      ? algorithm.getValue()
      : '2.16.840.1.101.3.4.2.1'
  const name = hashes[id]
  if (!(hash instanceof asn1.OctetString) || name === undefined) return false
  return isEqual(digestOf(name, [x509.raw]), new Uint8Array(hash.getValue()))
}

function childrenOf(block: asn1.AsnType | undefined): readonly asn1.AsnType[] {
  return block instanceof asn1.Constructed ? (block.valueBlock.value as asn1.AsnType[]) : []
}

function certsOf({ certificates = [] }: SignedData): readonly Cert[] {
  return certificates.slice(0, 30).flatMap((one) => {
    if (!(one instanceof Certificate)) return []
    return certOf(new Uint8Array(one.toSchema().toBER())) ?? []
  })
}

function isOf({ sid }: SignerInfo, cert: Certificate): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    return cert.issuer.isEqual(sid.issuer) && cert.serialNumber.isEqual(sid.serialNumber)
  }
  const key = keyIdOf(sid)
  const own = cert.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  return key !== undefined && isEqual(createHash('sha1').update(own).digest(), key)
}

function keyIdOf(sid: asn1.AsnType): Uint8Array | undefined {
  const inner = childrenOf(sid)[0] ?? sid
  if (inner instanceof asn1.OctetString) return new Uint8Array(inner.getValue())
  return inner instanceof asn1.Primitive ? inner.valueBlock.valueHexView : undefined
}

export function digestOf(hash: string, parts: readonly Uint8Array[]): Buffer {
  const digest = createHash(hash)
  for (const part of parts) digest.update(part)
  return digest.digest()
}

export function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
