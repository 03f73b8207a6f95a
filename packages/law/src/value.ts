import { compare, type Ratio, type Words } from '@yizhuan/kit'
import type { FactDocument, TypeDocument } from './pack.ts'

/** A row of a list fact. */
export type Row = Readonly<Record<string, Value | undefined>>

/** A known value; `null` means "known: there is none". Money, numbers and days are exact rationals. */
export type Value = boolean | Ratio | string | null | readonly Row[]

/** Not a value: the facts that keep us from having one. */
export class Unknown {
  readonly missing: readonly string[]
  constructor(missing: readonly string[]) {
    this.missing = missing
  }
}

/** What an expression answers. */
export type Result = Value | Unknown

/** Facts as the kernel holds them; an absent fact is unknown. */
export type Facts = Readonly<Record<string, Value | undefined>>

/** What is missing in either; the facts of the first come first, each once. */
export function unknownOf(first: Unknown | undefined, second: Unknown): Unknown {
  if (first === undefined || first === second) return second
  const missing = joined(first.missing, second.missing)
  return missing === first.missing ? first : new Unknown(missing)
}

/** The one string of a code, as names of fields are one: equal codes are then seen at a glance. */
export function oneString(code: string): string {
  const [name = code] = Object.keys({ [code]: true })
  return name
}

/** Two lists of different entries as one, each entry once; a list itself where the other adds nothing. */
export function joined<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  if (first.length === 0) return second
  let both: T[] | undefined
  for (const each of second) {
    if (first.includes(each)) continue
    both ??= [...first]
    both.push(each)
  }
  return both ?? first
}

/** A number is told by its numerator: no row of a list holds a bare bigint. */
export function isRatio(value: unknown): value is Ratio {
  return typeof value === 'object' && value !== null && typeof (value as Ratio).n === 'bigint'
}

/** Whether two known values are the same. */
export function isSame(a: Value, b: Value): boolean {
  return a === b || (isRatio(a) && isRatio(b) && compare(a, b) === 0)
}

/** The order of two known values of one type. */
export function order(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : a < b ? -1 : 1
  return isRatio(a) && isRatio(b) ? compare(a, b) : 0
}

/** The kind of a type: `enum` and `list` without their content. */
export function kindOf(
  type: TypeDocument,
): 'bool' | 'money' | 'ratio' | 'number' | 'days' | 'date' | 'text' | 'enum' | 'list' {
  if (typeof type === 'string') return type
  return 'enum' in type ? 'enum' : 'list'
}

/** The codes of an enum with their labels; empty for other types. */
export function optionsOf(type: TypeDocument): Readonly<Record<string, Words>> {
  return typeof type === 'object' && 'enum' in type ? type.enum : {}
}

/** The fields of a list; empty for other types. */
export function fieldsOf(type: TypeDocument): Readonly<Record<string, FactDocument>> {
  return typeof type === 'object' && 'list' in type ? type.list : {}
}
