import { canonicalJson, type Day, day, InputError, sha256Hex } from '@yizhuan/kit'
import { type Role, roles } from './act-rules.ts'
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

function hashOf(prev: string, entry: Omit<Entry, 'prev' | 'hash'>): string {
  const { case: id, seq, type, at, on, by, data, files, lateReason } = entry
  const late = lateReason === undefined ? {} : { lateReason }
  return sha256Hex(prev + canonicalJson({ case: id, seq, type, at, on, by, data, files, ...late }))
}

/** What a check of a chain says: whole, or where it first breaks. */
export interface ChainCheck {
  readonly ok: boolean
  readonly length: number
  readonly head: string
  readonly firstBad?: number
}

/** Recomputes every hash; runs in a browser as well. */
export function verifyChain(entries: readonly Entry[]): ChainCheck {
  let head = GENESIS
  for (const [index, entry] of entries.entries()) {
    const holds =
      entry.seq === index + 1 && entry.prev === head && entry.hash === hashOf(head, entry)
    if (!holds) return { ok: false, length: entries.length, head, firstBad: index + 1 }
    head = entry.hash
  }
  return { ok: true, length: entries.length, head }
}

/** Reads entries from lines of JSON. @throws {InputError} with the number of the line. */
export function parseEntries(jsonl: string): readonly Entry[] {
  const lines = jsonl.split('\n').map((line) => line.trim())
  const entries = lines.flatMap((line, index) => {
    if (line === '') return []
    try {
      return [parseEntry(JSON.parse(line))]
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

function parseEntry(json: unknown): Entry {
  const entry = json as Partial<Record<keyof Entry, unknown>> | null
  if (typeof entry !== 'object' || entry === null) throw wrong('', 'object')
  const { type, seq, at, by, data, files } = entry
  if (typeof type !== 'string' || !isActType(type)) throw wrong('type', 'known-act')
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) throw wrong('seq', 'whole-number')
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) throw wrong('at', 'instant')
  const person = by as Entry['by'] | undefined
  if (typeof person?.person !== 'string' || !roles.includes(person.role))
    throw wrong('by', 'person-and-role')
  for (const field of ['case', 'prev', 'hash'] as const)
    if (typeof entry[field] !== 'string') throw wrong(field, 'text')
  parseActData(type, data)
  return { ...(entry as Entry), on: day(entry.on, 'on'), files: Array.isArray(files) ? files : [] }
}

function wrong(field: string, rule: string): InputError {
  return new InputError(field, rule, { zh: `不符合 ${rule}`, en: `breaks the rule ${rule}` })
}
