// An act as it is recorded, and the chain of hashes that seals a record.
import { canonicalJson, type Day, sha256Hex } from '@yizhuan/kit'
import type { Role } from './roles.ts'

/** A file behind an act, named by its content. */
export interface FileRef {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

/** Who recorded an act, and in which role. */
export interface Author {
  readonly person: string
  readonly name: string
  readonly role: Role
  /** Whose role it is, where somebody acted for a person who was away; the hash covers it. */
  readonly actingFor?: { readonly person: string; readonly name: string }
}

/** What the fold reads of an entry. */
export interface Act {
  readonly seq: number
  readonly type: string
  /** When it was recorded. */
  readonly at: string
  /** The day it happened, in China. */
  readonly on: Day
  readonly by: Author
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

/**
 * Seals an entry: its hash covers the one before, its content and the hashes of its files.
 *
 * @param sha256  a faster one, where the machine has it.
 */
export function link(
  prev: string,
  entry: Omit<Entry, 'prev' | 'hash'>,
  sha256: (text: string) => string = sha256Hex,
): Entry {
  return { ...entry, prev, hash: hashOf(prev, entry, sha256) }
}

function hashOf(
  prev: string,
  entry: Omit<Entry, 'prev' | 'hash'>,
  sha256: (text: string) => string,
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
