// The exported record of a case: one act a line. Where an institution has rules or readings of its
// own, a first line carries them, so that others come to the same answer without asking anybody.
import { InputError } from '@yizhuan/kit'
import type { InstitutionReading, InstitutionRule } from '@yizhuan/law'
import { parseEntries } from './parse-entries.ts'
import type { Entry } from './procedure/entry.ts'

const FORM = 'yizhuan/case/1'

/** The packs a record was judged by, and what the institution added to them. */
export interface RecordGround {
  readonly packs: readonly string[]
  /** The hash of the packs. */
  readonly hash: string
  readonly rules: readonly InstitutionRule[]
  readonly readings: readonly InstitutionReading[]
}

/** A record as read. The ground is only known to be JSON: who uses it checks it against a law. */
export interface CaseRecord {
  readonly entries: readonly Entry[]
  readonly ground?: Readonly<Record<string, unknown>>
}

/** Writes a record; the law alone needs no first line. */
export function writeRecord(entries: readonly Entry[], ground?: RecordGround): string {
  const isOwn = ground !== undefined && ground.rules.length + ground.readings.length > 0
  const lines = isOwn ? [{ record: FORM, ...ground }, ...entries] : entries
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Reads a record. @throws {InputError} with the number of the line. */
export function readRecord(jsonl: string): CaseRecord {
  const end = jsonl.indexOf('\n')
  const first = end < 0 ? jsonl : jsonl.slice(0, end)
  const ground = groundOf(first)
  if (!ground) return { entries: parseEntries(jsonl) }
  // The line stays as a blank one, so that a mistake is named by the line where it stands.
  return { entries: parseEntries(jsonl.slice(first.length)), ground }
}

function groundOf(line: string): Readonly<Record<string, unknown>> | undefined {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return undefined
  }
  if (typeof json !== 'object' || json === null || !('record' in json)) return undefined
  if (json.record === FORM) return { ...json }
  throw new InputError('line 1.record', 'known-form', {
    zh: `不认识的记录格式“${String(json.record)}”；应为 ${FORM}`,
    en: `the form «${String(json.record)}» is not known; it should be ${FORM}`,
  })
}
