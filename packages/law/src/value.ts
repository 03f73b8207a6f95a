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

/** Everything that is missing in the results, each fact once. */
export function unknownOf(results: readonly Result[]): Unknown {
  const missing = new Set<string>()
  for (const result of results) {
    if (result instanceof Unknown) for (const fact of result.missing) missing.add(fact)
  }
  return new Unknown([...missing])
}

export function isRatio(value: unknown): value is Ratio {
  return typeof value === 'object' && value !== null && 'n' in value && 'd' in value
}

/** Whether two known values are the same. */
export function isSame(a: Value, b: Value): boolean {
  return isRatio(a) && isRatio(b) ? compare(a, b) === 0 : a === b
}

/** The order of two known values of one type. */
export function order(a: Value, b: Value): number {
  if (isRatio(a) && isRatio(b)) return compare(a, b)
  if (typeof a !== 'string' || typeof b !== 'string') return 0
  if (a < b) return -1
  return a > b ? 1 : 0
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
