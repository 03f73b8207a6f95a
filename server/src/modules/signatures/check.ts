import type { AsnType } from 'asn1js'
import { TSTInfo } from 'pkijs'
import { type Cert, pathTo, wasInForce, wordsOf } from './certificates.ts'
import {
  type Container,
  digestOf,
  hashNamed,
  isEqual,
  openContainer,
  type Verified,
  verifyContainer,
} from './cms.ts'
import { type FoundSignature, isPdf, reachOf, signaturesIn, signedParts } from './pdf-signatures.ts'
import {
  type FileState,
  type SignatureState,
  type SignatureWire,
  signatureStates,
} from './signature.wire.ts'

/** An authority that the institution trusts. */
export interface Trusted {
  readonly name: string
  readonly cert: Cert
}

/** What was found of a file. */
export interface Found {
  readonly state: FileState
  readonly signatures: readonly SignatureWire[]
}

/** Kinds of containers that hold a signature over the digest of the ranges. */
const detached: ReadonlySet<string> = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached'])
const overFile = 'ETSI.RFC3161'

/**
 * Looks at the signatures of a file: whether each covers it, whether it holds, who signed, and whether the
 * certificate leads to an authority that is trusted. Nobody outside is asked, so whether a certificate was
 * revoked is not known here.
 *
 * @param now  the moment of the check, where nothing in the file says when it was signed.
 */
export function checkFile(bytes: Uint8Array, trusted: readonly Trusted[], now: Date): Found {
  if (!isPdf(bytes)) return { state: 'notPdf', signatures: [] }
  const found = signaturesIn(bytes)
  if (found.length === 0) return { state: 'none', signatures: [] }
  const checked = found.map((one, at): SignatureWire => {
    if ('fault' in one) {
      const state = one.fault === 'range' ? 'broken' : 'notChecked'
      return { ...blank, n: at + 1, state, why: one.fault, subFilter: one.subFilter }
    }
    return { ...signatureOf(bytes, one, trusted, now), n: at + 1, covers: reachOf(one) }
  })
  const signatures = checked.map((one) => wholeOr(one, checked, bytes.length))
  return { state: worst(signatures), signatures }
}

const blank: SignatureWire = {
  n: 0,
  kind: 'signature',
  state: 'notChecked',
  why: null,
  subFilter: null,
  algorithm: null,
  covers: null,
  signer: null,
  authority: null,
  statedAt: null,
  stamp: null,
  judgedAt: null,
  judgedBy: null,
}

const rank = (state: SignatureState) => signatureStates.indexOf(state)

/**
 * What was added behind a signature is not what was signed. It is whole all the same where a later signature
 * that stands as well covers the file to its end. A stamp of time does not help: it is put on whatever is sent.
 */
function wholeOr(one: SignatureWire, all: readonly SignatureWire[], size: number): SignatureWire {
  const isSound = rank(one.state) < rank('notWhole')
  if (!isSound || one.kind === 'stamp' || one.covers === size) return one
  const covering = all.filter(
    (other) => other.covers === size && other !== one && rank(other.state) <= rank(one.state),
  )
  if (covering.some(({ kind }) => kind === 'signature')) {
    return { ...one, why: one.why ?? 'earlier' }
  }
  return { ...one, state: 'notWhole', why: covering.length > 0 ? 'stampAfter' : one.why }
}

/** A file is as its worst signature; stamps of time beside signatures are no reason to doubt these. */
function worst(signatures: readonly SignatureWire[]): FileState {
  const signed = signatures.filter(({ kind }) => kind === 'signature')
  if (signed.length === 0) return 'none'
  return signed.reduce<SignatureState>(
    (state, one) => (rank(one.state) > rank(state) ? one.state : state),
    'trusted',
  )
}

function signatureOf(
  bytes: Uint8Array,
  one: FoundSignature,
  trusted: readonly Trusted[],
  now: Date,
): SignatureWire {
  const beside = one.statedAt?.toISOString() ?? null
  const as = { ...blank, subFilter: one.subFilter, statedAt: beside }
  const parts = signedParts(bytes, one)
  if (one.subFilter === overFile) return stampOver(as, one, parts, trusted)
  const container = openContainer(one.contents)
  if (container === 'national') return { ...as, why: container }
  if (one.subFilter === null || !detached.has(one.subFilter)) return { ...as, why: 'form' }
  if (typeof container === 'string') return { ...as, why: container }
  // What encloses a content of its own signs that content, whatever stands around it.
  if (container.content) return { ...as, why: 'enclosed' }
  const verified = verifyContainer(container, parts)
  const signer = verified.signer ? wordsOf(verified.signer) : null
  if (verified.outcome !== 'right') {
    const state = verified.outcome === 'wrong' ? 'broken' : 'notChecked'
    return { ...as, signer, state, why: verified.why }
  }
  return { ...as, signer, ...judged(verified, one.statedAt, trusted, now) }
}

type Right = Extract<Verified, { outcome: 'right' }>

/** A signature that holds: when it was made, and who vouches for its certificate. */
function judged(right: Right, beside: Date | null, trusted: readonly Trusted[], now: Date) {
  const { signer, others, algorithm, token, signature } = right
  const stated = right.statedAt ?? beside
  const stamp = token === undefined ? null : stampOf(token, [signature], trusted)
  const proven = stamp?.state === 'trusted' && stamp.at !== null ? new Date(stamp.at) : null
  const judgedAt = proven ?? stated ?? now
  const judgedBy = proven ? 'stamp' : stated ? 'signer' : 'check'
  const { state, why, authority } = standingOf(signer, others, trusted, judgedAt)
  return {
    ...{ algorithm, stamp, state, why, authority },
    statedAt: stated?.toISOString() ?? null,
    judgedAt: judgedAt.toISOString(),
    judgedBy,
  } satisfies Partial<SignatureWire>
}

function standingOf(
  signer: Cert,
  others: readonly Cert[],
  trusted: readonly Trusted[],
  at: Date,
): Pick<SignatureWire, 'state' | 'why' | 'authority'> {
  const path = pathTo(
    trusted.map(({ cert }) => cert),
    signer,
    others,
  )
  const top = path?.at(-1)
  const authority = trusted.find(({ cert }) => cert === top)?.name ?? null
  const late = (path ?? [signer]).find((cert) => !wasInForce(cert, at))
  if (late) return { state: 'outOfTerm', why: late === signer ? null : 'issuerTerm', authority }
  return { state: path ? 'trusted' : 'unknownIssuer', why: null, authority }
}

/** A stamp over the file itself: not that somebody agreed, but that it was so by then. */
function stampOver(
  as: SignatureWire,
  one: FoundSignature,
  parts: readonly Uint8Array[],
  trusted: readonly Trusted[],
): SignatureWire {
  const stamp = stampOf(one.contents, parts, trusted)
  const state = stamp.state
  return { ...as, kind: 'stamp', state, stamp, judgedAt: stamp.at, judgedBy: 'stamp' }
}

type Stamp = NonNullable<SignatureWire['stamp']>

const ofTokens = '1.2.840.113549.1.9.16.1.4'
const forStamps = '1.3.6.1.5.5.7.3.8'

/** A token of a time stamping service, over these bytes. */
function stampOf(
  from: Uint8Array | AsnType,
  over: readonly Uint8Array[],
  trusted: readonly Trusted[],
): Stamp {
  const none: Stamp = { at: null, state: 'notChecked', by: null }
  const container = openContainer(from)
  if (typeof container === 'string') return none
  const { content } = container
  if (!content || container.data.encapContentInfo.eContentType !== ofTokens) return none
  const said = toldBy(content)
  if (!said) return none
  const verified = verifyContainer(container, [content])
  const by = verified.signer ? nameOf(verified.signer) : null
  const told = { at: said.genTime.toISOString(), by }
  const { hashAlgorithm, hashedMessage } = said.messageImprint
  const hash = hashNamed(hashAlgorithm.algorithmId)
  if (hash === undefined || verified.outcome === 'notChecked')
    return { ...told, state: 'notChecked' }
  const isOver = isEqual(digestOf(hash, over), new Uint8Array(hashedMessage.getValue()))
  if (!isOver || verified.outcome === 'wrong') return { ...told, state: 'broken' }
  const isForStamps = verified.signer.x509.keyUsage?.includes(forStamps) ?? false
  if (!isForStamps) return { ...told, state: 'unknownIssuer' }
  const { state } = standingOf(verified.signer, verified.others, trusted, said.genTime)
  return { ...told, state: state === 'trusted' || state === 'outOfTerm' ? state : 'unknownIssuer' }
}

function toldBy(content: NonNullable<Container['content']>): TSTInfo | undefined {
  try {
    return TSTInfo.fromBER(Uint8Array.from(content))
  } catch {
    return undefined
  }
}

function nameOf(cert: Cert): string {
  const { name, organisation, subject } = wordsOf(cert)
  return name ?? organisation ?? subject
}
