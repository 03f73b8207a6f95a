import { canonicalJson, type Day, day, InputError, sha256Hex } from '@yizhuan/kit'
import { type Role, roles, whoMay } from './act-rules.ts'
import { type ActType, isActType, parseActData } from './acts.ts'

/** A file behind an act, named by its content. */
export interface FileRef {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

/** What the fold reads of an entry. */
export interface Act {
  readonly seq: number
  readonly type: ActType
  /** When it was recorded. */
  readonly at: string
  /** The day it happened, in China. */
  readonly on: Day
  readonly by: { readonly person: string; readonly name: string; readonly role: Role }
  readonly data: Readonly<Record<string, unknown>>
  readonly files: readonly FileRef[]
  /** Why it was recorded later than it happened, where a deadline hangs on it. */
  readonly lateReason?: string
  /** The revisions of the packs that it was judged by; a record written by hand names none. */
  readonly law?: JudgedBy
}

/** A law by the revisions of its packs, as in `cn@r1+cn-gd-2025@r2`, and the hash of their content. */
export interface JudgedBy {
  readonly id: string
  readonly hash: string
}

/** One act as recorded: a row of the record and a line of its export. */
export interface Entry extends Act {
  readonly case: string
  readonly prev: string
  readonly hash: string
}

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64)

/** Seals an entry: its hash covers the one before, its content and the hashes of its files. */
export function link(prev: string, entry: Omit<Entry, 'prev' | 'hash'>): Entry {
  return { ...entry, prev, hash: hashOf(prev, entry) }
}

function hashOf(
  prev: string,
  entry: Omit<Entry, 'prev' | 'hash'>,
  sha256: (text: string) => string = sha256Hex,
): string {
  const { case: id, seq, type, at, on, by, data, files, lateReason, law } = entry
  const late = lateReason === undefined ? {} : { lateReason }
  const judged = law === undefined ? {} : { law }
  const sealed = { case: id, seq, type, at, on, by, data, files, ...late, ...judged }
  return sha256(prev + canonicalJson(sealed))
}

/** What a check of a chain says: whole, or where it first breaks. */
export interface ChainCheck {
  readonly ok: boolean
  readonly length: number
  readonly head: string
  readonly firstBad?: number
  /** Set where no line carries a hash: a record written by hand, which proves nothing of itself. */
  readonly unsealed?: true
}

/**
 * Recomputes every hash; runs in a browser as well.
 *
 * @param sha256  a faster one, where the machine has it.
 */
export function verifyChain(
  entries: readonly Entry[],
  sha256: (text: string) => string = sha256Hex,
): ChainCheck {
  const length = entries.length
  const isUnsealed = length > 0 && entries.every(({ hash }) => hash === '')
  let head = GENESIS
  for (const [index, entry] of entries.entries()) {
    const holds =
      entry.seq === index + 1 && entry.prev === head && entry.hash === hashOf(head, entry, sha256)
    const broken = { ok: false, length, head, firstBad: index + 1 }
    if (!holds) return isUnsealed ? { ...broken, unsealed: true } : broken
    head = entry.hash
  }
  return { ok: true, length, head }
}

/**
 * Reads entries from lines of JSON. A line without a hash was written by hand: type, day and data are
 * enough, and the first role that may record the act is taken to have done so on that day.
 *
 * @throws {InputError} with the number of the line.
 */
export function parseEntries(jsonl: string): readonly Entry[] {
  const lines = jsonl.split('\n').map((line) => line.trim())
  let seq = 0
  const entries = lines.flatMap((line, index) => {
    if (line === '') return []
    seq += 1
    try {
      return [parseEntry(JSON.parse(line), seq)]
    } catch (error) {
      const place = `line ${index + 1}`
      if (error instanceof InputError) throw error.within(place)
      throw new InputError(place, 'json', { zh: '不是 JSON', en: 'is not JSON' })
    }
  })
  return checkOpening(entries)
}

function checkOpening(entries: readonly Entry[]): readonly Entry[] {
  const at = entries.findIndex(({ type }, index) => (type === 'caseOpened') !== (index === 0))
  if (at < 0) return entries
  throw new InputError(`entry ${at + 1}`, 'opened-first-and-once', {
    zh: '记录须以立项开始，且只立项一次',
    en: 'a record begins with the opening of the case, and holds it once',
  })
}

type Raw = Partial<Record<keyof Entry, unknown>>

function parseEntry(json: unknown, place: number): Entry {
  if (typeof json !== 'object' || json === null) throw wrong('', 'object')
  const entry: Raw = json
  const { type, lateReason } = entry
  if (typeof type !== 'string' || !isActType(type)) throw wrong('type', 'known-act')
  if (lateReason !== undefined && typeof lateReason !== 'string') throw wrong('lateReason', 'text')
  if (entry.law !== undefined && !isJudgedBy(entry.law)) throw wrong('law', 'revisions-and-hash')
  const on = day(entry.on, 'on')
  const data = parseActData(type, entry.data)
  const isSealed = entry.hash !== undefined
  const raw = isSealed ? entry : writtenByHand(entry, type, on, place)
  const { seq, at, by, files } = raw
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) throw wrong('seq', 'whole-number')
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) throw wrong('at', 'instant')
  const person = by as Entry['by'] | undefined
  if (typeof person?.person !== 'string' || !roles.includes(person.role))
    throw wrong('by', 'person-and-role')
  for (const field of ['case', 'prev', 'hash'] as const)
    if (typeof raw[field] !== 'string') throw wrong(field, 'text')
  // The hash covers the data as it stands in the line; what was written by hand has none.
  const kept = isSealed ? (entry.data as Entry['data']) : (data as Entry['data'])
  return { ...(raw as Entry), on, data: kept, files: Array.isArray(files) ? files : [] }
}

function isJudgedBy(value: unknown): boolean {
  const { id, hash } = (value ?? {}) as Partial<Record<keyof JudgedBy, unknown>>
  return typeof id === 'string' && typeof hash === 'string'
}

/** What a line left out is filled in the plainest way. */
function writtenByHand(entry: Raw, type: ActType, on: Day, seq: number): Raw {
  const [role] = whoMay[type]
  const by = { person: `${role}`, name: `${role}`, role }
  return { case: 'by-hand', seq, at: `${on}T12:00:00+08:00`, by, ...entry, prev: '', hash: '' }
}

function wrong(field: string, rule: string): InputError {
  return new InputError(field, rule, { zh: `不符合 ${rule}`, en: `breaks the rule ${rule}` })
}
