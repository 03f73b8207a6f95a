// Entries as lines of JSON: what a record is exported as, and what may be written by hand.
import { type Day, day, InputError } from '@yizhuan/kit'
import { parseActData } from './procedure/act-data.ts'
import type { Entry, JudgedBy } from './procedure/entry.ts'
import { actOf, type Procedure } from './procedure/procedure.ts'
import { roles } from './procedure/roles.ts'
import { procedureOpenedBy } from './procedures.ts'

/**
 * Reads entries from lines of JSON. A line without a hash was written by hand: type, day and data are
 * enough, and the first role that may record the act is taken to have done so on that day.
 *
 * @throws {InputError} with the number of the line.
 */
export function parseEntries(jsonl: string): readonly Entry[] {
  const lines = jsonl
    .split('\n')
    .map((line, index) => ({ text: line.trim(), place: `line ${index + 1}` }))
    .filter(({ text }) => text !== '')
  let procedure: Procedure | undefined
  return lines.map(({ text, place }, index) => {
    const json = readJson(text, place)
    const type = String((json as Raw | null)?.type)
    // A record opens once, and says by that which procedure it follows.
    if ((procedureOpenedBy(type) !== undefined) !== (index === 0)) throw opensOnce(index + 1)
    procedure ??= procedureOpenedBy(type)
    if (!procedure) throw opensOnce(index + 1)
    return within(place, () => parseEntry(procedure as Procedure, json, index + 1))
  })
}

function readJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new InputError(place, 'json', { zh: '不是 JSON', en: 'is not JSON' })
  }
}

function within(place: string, read: () => Entry): Entry {
  try {
    return read()
  } catch (error) {
    throw error instanceof InputError ? error.within(place) : error
  }
}

function opensOnce(place: number): InputError {
  return new InputError(`entry ${place}`, 'opened-first-and-once', {
    zh: '记录须以立项开始，且只立项一次',
    en: 'a record begins with the opening of the case, and holds it once',
  })
}

type Raw = Partial<Record<keyof Entry, unknown>>

function parseEntry(procedure: Procedure, json: unknown, place: number): Entry {
  if (typeof json !== 'object' || json === null) throw wrong('', 'object')
  const entry: Raw = json
  const { type, lateReason } = entry
  if (typeof type !== 'string' || !actOf(procedure, type)) throw wrong('type', 'known-act')
  if (lateReason !== undefined && typeof lateReason !== 'string') throw wrong('lateReason', 'text')
  if (entry.law !== undefined && !isJudgedBy(entry.law)) throw wrong('law', 'revisions-and-hash')
  const on = day(entry.on, 'on')
  const data = parseActData(procedure, type, entry.data)
  const isSealed = entry.hash !== undefined
  const raw = isSealed ? entry : writtenByHand(procedure, entry, type, on, place)
  const { seq, at, by, files } = raw
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) throw wrong('seq', 'whole-number')
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) throw wrong('at', 'instant')
  const person = by as Entry['by'] | undefined
  if (typeof person?.person !== 'string' || !roles.includes(person.role))
    throw wrong('by', 'person-and-role')
  if (person.actingFor !== undefined && !isPerson(person.actingFor))
    throw wrong('by.actingFor', 'person-and-name')
  for (const field of ['case', 'prev', 'hash'] as const)
    if (typeof raw[field] !== 'string') throw wrong(field, 'text')
  // The hash covers the data as it stands in the line; what was written by hand has none.
  const kept = isSealed ? (entry.data as Entry['data']) : (data as Entry['data'])
  return { ...(raw as Entry), on, data: kept, files: Array.isArray(files) ? files : [] }
}

function isPerson(value: unknown): boolean {
  const { person, name } = (value ?? {}) as Partial<Record<'person' | 'name', unknown>>
  return typeof person === 'string' && typeof name === 'string'
}

function isJudgedBy(value: unknown): boolean {
  const { id, hash } = (value ?? {}) as Partial<Record<keyof JudgedBy, unknown>>
  return typeof id === 'string' && typeof hash === 'string'
}

/** What a line left out is filled in the plainest way. */
function writtenByHand(procedure: Procedure, entry: Raw, type: string, on: Day, seq: number): Raw {
  const role = actOf(procedure, type)?.who[0]
  const by = { person: `${role}`, name: `${role}`, role }
  return { case: 'by-hand', seq, at: `${on}T12:00:00+08:00`, by, ...entry, prev: '', hash: '' }
}

function wrong(field: string, rule: string): InputError {
  return new InputError(field, rule, { zh: `不符合 ${rule}`, en: `breaks the rule ${rule}` })
}
