import { type Day, dayInChina } from '@yizhuan/kit'
import type { AskedWire, SignatureWire } from './signature.wire.ts'

/** What the register knows of a contract that its signatures are held against. */
export interface AgreedOn {
  /** Those who must have signed, as the contract names them. */
  readonly parties: readonly { readonly name: string; readonly uscc: string | null }[]
  readonly signedOn: string | null
  readonly noticeTo: string | null
  readonly decidedOn: string | null
}

/** A check as it is held against the contract now. */
interface Held {
  readonly at: Date
  readonly signatures: readonly SignatureWire[]
}

/** States of signatures that hold, whoever vouches for them. */
const holding: ReadonlySet<string> = new Set(['trusted', 'unknownIssuer', 'outOfTerm', 'notWhole'])

/**
 * What somebody should look at: nothing is refused for it. A contract without an electronic signature asks
 * nothing: it was signed on paper.
 *
 * @param listChangedAt  when the list of trusted authorities was changed last.
 */
export function asksOf(
  contract: AgreedOn,
  { at, signatures }: Held,
  now: Date,
  listChangedAt: Date | null,
): AskedWire[] {
  const signed = signatures.filter(({ kind, state }) => kind === 'signature' && holding.has(state))
  const older =
    signatures.length > 0 && listChangedAt !== null && listChangedAt > at
      ? [asked('olderList', { day: dayInChina(listChangedAt) })]
      : []
  if (signed.length === 0) return older
  return [
    ...contract.parties
      .filter((party) => !signed.some((one) => names(one, party)))
      .map(({ name }) => asked('partyUnsigned', { about: name })),
    ...askedOfDays(contract, signed),
    ...signed.flatMap((one) => askedOfTerm(one, now)),
    ...older,
  ]
}

const asked = (
  code: AskedWire['code'],
  { about = null, day = null, other = null }: Partial<Omit<AskedWire, 'code'>> = {},
): AskedWire => ({ code, about, day, other })

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s/g, '')

function names({ signer }: SignatureWire, party: AgreedOn['parties'][number]): boolean {
  const said = plain(signer?.subject ?? '')
  return [party.name, party.uscc].some((one) => one !== null && said.includes(plain(one)))
}

/** The day a signature says or its stamp proves; none where nothing in the file says it. */
function dayOf({ judgedAt, judgedBy }: SignatureWire): Day | undefined {
  return judgedAt === null || judgedBy === 'check' ? undefined : dayInChina(new Date(judgedAt))
}

function askedOfDays(
  { signedOn, noticeTo, decidedOn }: AgreedOn,
  signed: readonly SignatureWire[],
): AskedWire[] {
  const dated = signed.flatMap((one) => {
    const day = dayOf(one)
    return day === undefined ? [] : [{ day, about: one.signer?.name ?? null }]
  })
  const last = dated
    .map(({ day }) => day)
    .sort()
    .at(-1)
  return [
    ...dated
      .filter(({ day }) => noticeTo !== null && day <= noticeTo)
      .map((one) => asked('signedBeforeNoticeEnded', { ...one, other: noticeTo })),
    ...dated
      .filter(({ day }) => decidedOn !== null && day < decidedOn)
      .map((one) => asked('signedBeforeDecision', { ...one, other: decidedOn })),
    ...(last !== undefined && signedOn !== null && last !== signedOn
      ? [asked('dayDiffers', { day: last, other: signedOn })]
      : []),
  ]
}

/** A certificate that ended since is no fault of the signature; when it was made must then be known. */
function askedOfTerm(one: SignatureWire, now: Date): AskedWire[] {
  const { signer, judgedBy, state } = one
  if (signer === null || state === 'outOfTerm' || new Date(signer.validTo) > now) return []
  const about = signer.name
  const day = dayInChina(new Date(signer.validTo))
  const expired = asked('expiredSince', { about, day, other: dayOf(one) ?? null })
  return judgedBy === 'stamp' ? [expired] : [expired, asked('timeUnproven', { about })]
}
