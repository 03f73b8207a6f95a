/** A signature as it lies in a PDF: which bytes it is about, and the container that carries it. */
export interface FoundSignature {
  /** What kind of container it is said to be, such as `ETSI.CAdES.detached`. */
  readonly subFilter: string | null
  /** The time that stands beside it, as whoever signed typed or their program wrote it. */
  readonly statedAt: Date | null
  /** The bytes that were signed end here: offsets of what stands before and behind the container. */
  readonly before: readonly [number, number]
  readonly behind: readonly [number, number]
  /** The container itself, padded with zeros. */
  readonly contents: Uint8Array
}

/** A place that looks like a signature and is not one, or one that does not cover what it should. */
export interface MisplacedSignature {
  readonly fault: 'unfinished' | 'range'
  readonly subFilter: string | null
}

/** Our own bound, of no law: a contract is not signed more often, and each costs work. */
export const mostSignatures = 50

/** Ours too: a container with all its lists of revoked certificates is smaller. */
const mostContainerBytes = 1024 * 1024

/** How far around a container its object is looked for. */
const objectReach = 8 * 1024

const mark = Buffer.from('/ByteRange')
const rangeForm = /^\/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/

export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')

/**
 * The signatures of a PDF in the order in which they were made: each covers more than the one before.
 *
 * Only the bytes are looked at, never what the document says of itself elsewhere: the container is what stands
 * in the gap between the two ranges, and the range stands in the dictionary of that container. So a signature
 * that was moved, wrapped or doubled covers other bytes than it says, and is none.
 */
export function signaturesIn(bytes: Uint8Array): (FoundSignature | MisplacedSignature)[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const found: (FoundSignature | MisplacedSignature)[] = []
  let at = file.indexOf(mark)
  while (at >= 0 && found.length < mostSignatures) {
    found.push(signatureAt(file, at))
    at = file.indexOf(mark, at + mark.length)
  }
  return found.sort((one, other) => reachOf(one) - reachOf(other))
}

/** How many bytes from the beginning of the file a signature is about. */
export function reachOf(one: FoundSignature | MisplacedSignature): number {
  return 'fault' in one ? Number.POSITIVE_INFINITY : one.behind[0] + one.behind[1]
}

function signatureAt(file: Buffer, at: number): FoundSignature | MisplacedSignature {
  const said = rangeForm.exec(file.toString('latin1', at, at + 120))
  const subFilter = nameIn(objectAround(file, at, at).text, 'SubFilter')
  if (!said) return { fault: 'unfinished', subFilter }
  const [from = 0, length = 0, again = 0, rest = 0] = said.slice(1).map(Number)
  const wrong = { fault: 'range', subFilter } as const
  const isInOrder = from === 0 && length > 0 && again > length + 2 && rest > 0
  if (!isInOrder || again + rest > file.length) return wrong
  if (again - length > 2 * mostContainerBytes) return { fault: 'unfinished', subFilter }
  // What stands in the gap is the container in hexadecimal and nothing else.
  if (file[length] !== 0x3c || file[again - 1] !== 0x3e) return wrong
  const hex = file.toString('latin1', length + 1, again - 1)
  if (hex.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(hex)) return wrong
  // The range stands beside its container, in one object.
  const { text, begins, ends } = objectAround(file, length, again)
  if (at < begins || at >= ends || (at >= length && at < again)) return wrong
  return {
    subFilter: nameIn(text, 'SubFilter'),
    statedAt: timeIn(text),
    before: [from, length],
    behind: [again, rest],
    contents: Buffer.from(hex, 'hex'),
  }
}

/** The object that a gap stands in, as far as it is near: its text without the gap, and its bounds. */
function objectAround(file: Buffer, gapFrom: number, gapTo: number) {
  const ahead = file.toString('latin1', Math.max(0, gapFrom - objectReach), gapFrom)
  const behind = file.toString('latin1', gapTo, gapTo + objectReach)
  const opened = ahead.slice(Math.max(0, ahead.lastIndexOf(' obj')))
  const end = behind.indexOf('endobj')
  const closed = end < 0 ? behind : behind.slice(0, end)
  return {
    text: `${opened}\n${closed}`,
    begins: gapFrom - opened.length,
    ends: gapTo + closed.length,
  }
}

function nameIn(dictionary: string, key: string): string | null {
  return new RegExp(`/${key}\\s*/([A-Za-z0-9._-]{1,60})`).exec(dictionary)?.[1] ?? null
}

const timeForm =
  /\/M\s*\(D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?/

function timeIn(dictionary: string): Date | null {
  const said = timeForm.exec(dictionary)
  if (!said) return null
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = said
  const [sign, hours = '00', minutes = '00'] = said.slice(8)
  const zone = sign ? `${sign}${hours}:${minutes}` : 'Z'
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(time.getTime()) ? null : time
}

/** The pieces that a signature is about. */
export function signedParts(bytes: Uint8Array, one: FoundSignature): Uint8Array[] {
  const [from, length] = one.before
  const [again, rest] = one.behind
  return [bytes.subarray(from, from + length), bytes.subarray(again, again + rest)]
}
