import type { Words } from '@yizhuan/kit'
import { masked } from '../../platform/crypto.ts'
import { differences, type FieldChange, type Fields } from '../../platform/register.ts'
import type { Entry } from './entry.ts'
import type { RegisterName } from './table-row.ts'
import { unfitFor } from './unfit.ts'

/** A row of a workbook with everything a decision about it rests on. */
export interface Candidate {
  readonly place: Place
  readonly entry: Entry
  /** By what its record is found again. */
  readonly key: string
  /** Of the row as the file had it. */
  readonly fingerprint: string
  /** The earlier row that says the same. */
  readonly duplicateOf?: number
  /** Errors nobody has answered yet. */
  readonly openErrors: number
  readonly choice?: 'accept' | 'exclude'
}

/** Where a row stands. */
export interface Place {
  readonly sheet: string
  readonly table: string
  readonly row: number
}

/** What a register holds already, as far as a workbook's rows concern it. */
export interface Known {
  /** The record under a key, with its fields. */
  byKey(register: RegisterName, key: string): KnownRecord | undefined
  /** The record that a row with this fingerprint became. */
  byFingerprint(register: RegisterName, fingerprint: string): string | undefined
  /** The record of the same contract or receipt that a case has put there. */
  inCase(entry: Entry): string | undefined
  /** Whether a record's identity number is this one. */
  sameLead(record: KnownRecord, idNumber: string): boolean
}

export interface KnownRecord {
  readonly id: string
  readonly fields: Fields
}

/**
 * What confirming does with a row: `new` enters it, `changed` amends a record once a person accepted
 * that, `present` finds everything there already; the others stay out.
 */
export type RowState = 'new' | 'changed' | 'present' | 'refused' | 'excluded' | 'duplicate'

export interface Verdict {
  readonly state: RowState
  readonly accepted: boolean
  /** Why it does not go in, where its problems do not say so. */
  readonly reason?: Words
  /** The record it is, where there is one. */
  readonly recordId?: string
  readonly changes: readonly FieldChange[]
}

/** A row and what is done with it. */
export type Planned = Candidate & Verdict

/** The first place of each record among the rows that were decided so far. */
export type Taken = Map<string, Place>

/**
 * Decides rows of a workbook against what is there already, and against the rows before them.
 *
 * @param taken  what the rows before these have taken; these are added.
 */
export function planRows<Row extends Candidate>(
  candidates: readonly Row[],
  known: Known,
  taken: Taken = new Map(),
): readonly (Row & Verdict)[] {
  return candidates.map((candidate) => {
    const planned = verdictOn(candidate, known, taken)
    const isIn = ['new', 'changed', 'present'].includes(planned.state)
    const name = `${candidate.entry.to}/${candidate.key}`
    if (isIn && !taken.has(name)) taken.set(name, candidate.place)
    return { ...candidate, ...planned }
  })
}

/** Whether confirming writes this row. */
export function isWritten({ state, accepted }: Pick<Verdict, 'state' | 'accepted'>): boolean {
  return state === 'new' || (state === 'changed' && accepted)
}

function verdictOn(
  { entry, key, fingerprint, duplicateOf, openErrors, choice }: Candidate,
  known: Known,
  taken: ReadonlyMap<string, Place>,
): Verdict {
  const accepted = choice === 'accept'
  const plain = { accepted, changes: [] }
  const became = known.byFingerprint(entry.to, fingerprint)
  if (became !== undefined) return { ...plain, state: 'present', recordId: became }
  if (duplicateOf !== undefined) return { ...plain, state: 'duplicate' }
  if (choice === 'exclude') return { ...plain, state: 'excluded' }
  const unfit = unfitFor(entry)
  if (unfit) return { ...plain, state: 'refused', reason: unfit }
  if (openErrors > 0 && !accepted) return { ...plain, state: 'refused' }
  const twin = taken.get(`${entry.to}/${key}`)
  if (twin) return { ...plain, state: 'duplicate', reason: sameNumber(twin) }
  const inCase = known.inCase(entry)
  if (inCase !== undefined) return { ...plain, state: 'present', recordId: inCase }
  const record = known.byKey(entry.to, key)
  if (!record) return { ...plain, state: 'new' }
  const other = ofOtherKind(entry, record)
  if (other) return { ...plain, state: 'refused', reason: other, recordId: record.id }
  const changes = changesOf(entry, record, known)
  const state = changes.length === 0 ? 'present' : 'changed'
  return { ...plain, state, recordId: record.id, changes }
}

/** One number of a right may be read as that of a right of another kind: a row never turns one into the other. */
function ofOtherKind(entry: Entry, record: KnownRecord): Words | undefined {
  if (entry.to !== 'right') return undefined
  const { kind } = record.fields
  if (kind === entry.fields.kind || (isPatent(kind) && isPatent(entry.fields.kind))) {
    return undefined
  }
  return {
    zh: '这个编号已登记在另一类知识产权上；请核对编号，或先更正已有的一条',
    en: 'this number is registered for a right of another kind; check it, or amend that right first',
  }
}

const isPatent = (kind: unknown) =>
  ['invention', 'utility_model', 'design', 'patent', 'pct'].includes(String(kind))

/** What a row says otherwise than its record. A blank cell says nothing, so it never empties a field. */
function changesOf(entry: Entry, record: KnownRecord, known: Known): readonly FieldChange[] {
  const said = Object.fromEntries(
    Object.entries(entry.fields).filter(([, value]) => !isBlank(value)),
  )
  // Of the inventors of a right the names alone are kept, and a ledger says all of them.
  const isTeam = entry.to === 'achievement'
  const changes = differences(record.fields, isTeam ? withKept(record.fields, said) : said)
  if (!isTeam || entry.leadIdNumber === null) return changes
  if (known.sameLead(record, entry.leadIdNumber)) return changes
  const from = record.fields['leadIdMasked'] ?? null
  return [...changes, { field: 'leadIdNumber', from, to: masked(entry.leadIdNumber) }]
}

/** Of inventors a ledger knows less than the register: what it does not say of them stays. */
function withKept(stored: Fields, said: Fields): Fields {
  if (!Array.isArray(said['inventors']) || !Array.isArray(stored['inventors'])) return said
  // Each of the register is taken up once: two of one name in a ledger are not one person twice. Of namesakes the
  // staff number says which one is meant; where it is another's, it is somebody new.
  const [stands, spokenOf] = [stored['inventors'] as Inventor[], said['inventors'] as Inventor[]]
  const left = [...stands]
  const isSole = ({ name }: Inventor) =>
    [stands, spokenOf].every((team) => team.filter((one) => one.name === name).length < 2)
  const isMeant = (one: Inventor, other: Inventor) =>
    one.name === other.name &&
    (isSole(one) || one.staffNo === null || other.staffNo === null || one.staffNo === other.staffNo)
  const isSure = (one: Inventor, other: Inventor) =>
    one.name === other.name && one.staffNo !== null && one.staffNo === other.staffNo
  const sure = spokenOf.map((one) => {
    const at = left.findIndex((other) => isSure(one, other))
    return at < 0 ? undefined : left.splice(at, 1)[0]
  })
  const taken = (one: Inventor, place: number) => {
    if (sure[place]) return sure[place]
    const at = left.findIndex((other) => isMeant(one, other))
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const inventors = spokenOf.map((one, place) => {
    const spoken = Object.entries(one).filter(([, value]) => value !== null && value !== false)
    return { ...(taken(one, place) ?? one), ...Object.fromEntries(spoken) }
  })
  return { ...said, inventors }
}

type Inventor = { readonly name: string; readonly staffNo: string | null } & Fields

function isBlank(value: unknown): boolean {
  if (value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.keys(value as object).length === 0
}

function sameNumber({ sheet, row }: Place): Words {
  return {
    zh: `与“${sheet}”第 ${row} 行编号相同，只录入那一行`,
    en: `bears the same number as row ${row} of "${sheet}"; only that row is entered`,
  }
}
