import type { Fen } from '@yizhuan/kit'
import { parseAmount } from './amount.ts'
import type { Cell } from './cell.ts'
import { compareDays, parseDay } from './ledger-day.ts'
import { parseName, parseNames } from './names.ts'
import { type Parsed, parsed } from './parsed.ts'
import type { ProblemCode } from './problem-codes.ts'
import { plainText, saysNothing } from './text.ts'
import { parseWord, type Vocabulary } from './vocabulary.ts'

/** The values of a record by name, before anybody calls them a record of a kind. */
export type Values = Readonly<Record<string, unknown>>

/** The hospital's own names among the owners of rights. */
export interface OwnNames {
  readonly names: ReadonlySet<string>
  /** A right without any of them among its owners is told: somebody says what the hospital is called. */
  readonly sure?: ReadonlySet<string>
}

/** What a field may know when it is read, and where it tells what it found. */
export interface Place {
  readonly asOf: string
  /** The unit the header or the title gives for money. */
  readonly unit: string
  readonly departments: Departments
  /** The hospital's own names, as they stand among the owners. */
  readonly hospital: OwnNames
  /** What people have said that a word means in this field. */
  codeOf(word: string): string | undefined
  report(code: ProblemCode, computed?: Fen): void
  /** What a formula without a stored result would give, in the cell's own figures. */
  compute(cell: Cell): string | undefined
}

/** The standard names of departments; undefined for one that is not known. */
export type Departments = (name: string) => string | undefined

export interface Field {
  readonly name: string
  /** The words under which a ledger may name this column, parted by blanks. */
  readonly headers: string
  /** The group in which those words mean this field, where alone they could mean another. */
  readonly under?: RegExp
  readonly isMoney?: true
  /** Keeps its text as it is, of any length. */
  readonly isText?: true
  /** The codes it holds, where a word means one of a list. */
  readonly codes?: readonly string[]
  /** Read only where the ledger has the column: another field fills the value otherwise. */
  readonly isExtra?: true
  /** An extra column that templates offer all the same. */
  readonly isOffered?: true
  /** Absent for columns that are known but not kept, such as the serial number. */
  readonly read?: (cell: Cell | undefined, place: Place) => Values
}

/** A column that is known and not kept. */
export function unkept(name: string, headers: string): Field {
  return { name, headers }
}

/** A field whose reader finds one value. */
export function field<Value>(
  name: string,
  headers: string,
  parse: (cell: Cell | undefined, place: Place) => Parsed<Value>,
): Field {
  return {
    name,
    headers,
    read: (cell, place) => ({ [name]: told(parse(cell, place), place) }),
  }
}

/** Reports what was found about a value and gives the value. */
export function told<Value>({ value, problems }: Parsed<Value>, place: Place): Value {
  for (const code of problems) place.report(code)
  return value
}

export function textField(name: string, headers: string): Field {
  return { name, headers, isText: true, read: (cell, place) => ({ [name]: textOf(cell, place) }) }
}

function textOf(cell: Cell | undefined, place: Place): string | null {
  if (cell?.kind === 'error') place.report('formula_error')
  const raw = rawText(cell)
  return saysNothing(raw) ? null : plainText(raw)
}

/** The text a person reads in a cell. */
export function rawText(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === 'none' || cell.kind === 'error') return ''
  return cell.text
}

/** A day that has passed when the ledger is read. */
export function pastDayField(name: string, headers: string): Field {
  return field(name, headers, (cell, { asOf }) => {
    const found = parseDay(cell)
    const isFuture = found.value !== null && compareDays(found.value, asOf) > 0
    return isFuture ? { ...found, problems: [...found.problems, 'date_in_future'] } : found
  })
}

/** A day that may lie ahead: when a fee falls due, when an approval ends. */
export function dayField(name: string, headers: string): Field {
  return field(name, headers, parseDay)
}

/** Below this, in fen, a sign of yuan under a header of ten thousands was most likely meant in the header's unit: a reminder of our own. */
const leastBySign = 1_000_000n

/** More than this under a unit of the header was most likely typed in a smaller unit. */
const tooMuch = 100_000_000_000n

/**
 * An amount.
 *
 * @param least  less than this, in fen, was most likely typed in a larger unit than the header's.
 */
export function moneyField(name: string, headers: string, least = 0n): Field {
  return {
    name,
    headers,
    isMoney: true,
    read(cell, place) {
      if (cell?.kind === 'none') return { [name]: computed(cell, place) }
      const { fen, problems, byHeader, bySign } = parseAmount(cell, place.unit)
      for (const code of problems) place.report(code)
      if (fen !== null && byHeader && (fen > tooMuch || (fen > 0n && fen < least)))
        place.report('amount_unit_suspicious')
      const isSmall = fen !== null && fen > 0n && fen < leastBySign
      if (bySign && isSmall && /[万亿]/.test(place.unit)) place.report('amount_unit_suspicious')
      return { [name]: fen }
    },
  }
}

function computed(cell: Cell, place: Place): null {
  const text = place.compute(cell)
  const value = text === undefined ? null : parseAmount({ kind: 'number', text }, place.unit).fen
  place.report('formula_without_value', value ?? undefined)
  return null
}

export function namesField(name: string, headers: string): Field {
  return field(name, headers, (cell) => parseNames(rawText(cell)))
}

export function nameField(name: string, headers: string): Field {
  return field(name, headers, (cell) => ({ value: parseName(rawText(cell)), problems: [] }))
}

export function wordField<Value extends string>(
  name: string,
  headers: string,
  vocabulary: Vocabulary<Value>,
): Field {
  const codes = [...new Set(vocabulary.rules.map(([, value]) => value))]
  const isCode = (code: string | undefined): code is Value => codes.some((one) => one === code)
  const word = field(name, headers, (cell, { codeOf }) => {
    const said = codeOf(rawText(cell))
    return isCode(said) ? parsed<Value | null>(said) : parseWord(cell, vocabulary)
  })
  return { ...word, codes }
}

/** Departments by their standard names; those the hospital does not know are told and left out. */
export function departmentsField(headers: string): Field {
  return field('departments', headers, (cell, { departments }) => {
    const raw = rawText(cell)
    if (saysNothing(raw)) return { value: [], problems: [] }
    const names = raw.split(/[、，,;；/／\n\r]+/).filter((name) => name.trim() !== '')
    const known = names.map(departments)
    const value = [...new Set(known.filter((name) => name !== undefined))]
    return { value, problems: known.includes(undefined) ? ['department_unknown'] : [] }
  })
}
