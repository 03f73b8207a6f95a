import { X509Certificate } from 'node:crypto'
import { type AttributeTypeAndValue, BasicConstraints, Certificate } from 'pkijs'
import { masked } from '../../platform/crypto.ts'

/** A certificate: as its bytes are verified, and as its fields are read. */
export interface Cert {
  readonly x509: X509Certificate
  readonly parsed: Certificate
}

/** Who holds a certificate and who issued it, in words. */
export interface CertWords {
  readonly name: string | null
  readonly organisation: string | null
  readonly subject: string
  readonly issuer: string
  readonly serial: string
  readonly validFrom: string
  readonly validTo: string
}

/** A certificate from its bytes, or none. */
export function certOf(der: Uint8Array): Cert | undefined {
  try {
    return { x509: new X509Certificate(der), parsed: Certificate.fromBER(Uint8Array.from(der)) }
  } catch {
    return undefined
  }
}

/** Names of the kinds of parts that stand in names of certificates. */
const partNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
}

type Parts = readonly AttributeTypeAndValue[]

function partsOf(parts: Parts): (readonly [string, string])[] {
  return parts.flatMap(({ type, value }) => {
    const said: unknown = value.valueBlock.value
    const name = partNames[type]
    return name && typeof said === 'string' && said !== '' ? [[name, said] as const] : []
  })
}

/**
 * Certificates of persons often carry the number of an identity card in their name: it is shown in part only.
 * Eighteen digits with a date of birth among them; codes of organisations have none.
 */
const identityNumber = /[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]/g

const withoutNumbers = (said: string) => said.replace(identityNumber, (number) => masked(number))

/** What a certificate says of its holder and its issuer. */
export function wordsOf({ parsed, x509 }: Cert): CertWords {
  const subject = partsOf(parsed.subject.typesAndValues)
  const of = (key: string) => subject.find(([name]) => name === key)?.[1]
  const line = (parts: readonly (readonly [string, string])[]) =>
    withoutNumbers(parts.map(([name, said]) => `${name}=${said}`).join(', ')).slice(0, 1000)
  const name = of('CN')
  const organisation = of('O')
  return {
    name: name === undefined ? null : withoutNumbers(name).slice(0, 200),
    organisation: organisation === undefined ? null : withoutNumbers(organisation).slice(0, 200),
    subject: line(subject),
    issuer: line(partsOf(parsed.issuer.typesAndValues)),
    serial: x509.serialNumber,
    validFrom: parsed.notBefore.value.toISOString(),
    validTo: parsed.notAfter.value.toISOString(),
  }
}

/** Whether a certificate was in force at a moment. */
export function wasInForce({ parsed }: Cert, at: Date): boolean {
  return parsed.notBefore.value <= at && at <= parsed.notAfter.value
}

/** Signatures of certificates that are too weak to rest on: with MD5 and SHA-1. */
const weak: ReadonlySet<string> = new Set([
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10045.4.1',
])

/** Certificates between a signer and an authority, at most. */
const longestPath = 8

/**
 * The way from a certificate to an authority, both included; none where no way leads to one.
 * Each step is a signature that holds, by a certificate that may issue.
 */
export function pathTo(
  authorities: readonly Cert[],
  from: Cert,
  others: readonly Cert[],
): readonly Cert[] | undefined {
  // Each certificate is climbed from once: certificates that issue each other in rings lead nowhere twice.
  const tried = new Set<Cert>([from])
  const climb = (path: readonly Cert[]): readonly Cert[] | undefined => {
    const last = path.at(-1) ?? from
    const below = path.length - 1
    const authority = authorities.find((one) => isIssuedBy(last, one, below))
    if (authority) return [...path, authority]
    if (path.length >= longestPath) return undefined
    for (const next of others) {
      if (tried.has(next) || !isIssuedBy(last, next, below)) continue
      tried.add(next)
      const found = climb([...path, next])
      if (found) return found
    }
    return undefined
  }
  return climb([from])
}

/** @param below  how many certificates that issue stand between the issuer and the signer. */
function isIssuedBy(cert: Cert, issuer: Cert, below: number): boolean {
  if (!issuer.x509.ca || weak.has(cert.parsed.signatureAlgorithm.algorithmId)) return false
  const most = constraintOf(issuer)?.pathLenConstraint
  if (typeof most === 'number' && below > most) return false
  try {
    return cert.x509.checkIssued(issuer.x509) && cert.x509.verify(issuer.x509.publicKey)
  } catch {
    return false
  }
}

function constraintOf({ parsed }: Cert): BasicConstraints | undefined {
  const said = parsed.extensions?.find(({ extnID }) => extnID === '2.5.29.19')?.parsedValue
  return said instanceof BasicConstraints ? said : undefined
}
