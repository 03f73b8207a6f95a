// Units are types: money × ratio is money, a day + days is a day, and money ≥ a day is a mistake. The
// same inference shows values in explanations and finds mistakes in packs.
import type { Words } from '@yizhuan/kit'
import type { Expression, Operator } from './expression.ts'
import type { FactDocument, TypeDocument } from './pack.ts'
import * as said from './type-notes.ts'
import { fieldsOf, kindOf, optionsOf } from './value.ts'

/** A type of a pack; a bare number, whose unit is that of its neighbour; or "none". */
export type Inferred = TypeDocument | 'numeral' | 'none'

/** What a name stands for. */
export interface Named {
  readonly type: TypeDocument
  readonly isNeverNone: boolean
}

/** What names stand for; undefined where a name stands for nothing. */
export interface TypeNames {
  readonly nameOf: (path: string) => Named | undefined
  readonly parameterOf: (id: string) => TypeDocument | undefined
}

/** A mistake that can be seen without any facts. */
export interface TypeMistake {
  readonly code: 'unknown-name' | 'unknown-field' | 'type' | 'option' | 'never-none' | 'shadow'
  readonly tree: Expression
  readonly note: Words
}

type Rows = ReadonlyMap<string, Readonly<Record<string, FactDocument>>>
type Operation = Extract<Expression, { t: 'op' }>
type Quantifier = Extract<Expression, { t: 'quantifier' }>

const NO_ROWS: Rows = new Map()

/** Infers types and tells of mistakes. What has no type is undefined, and was told of before. */
export class Typing {
  private readonly names: TypeNames
  private readonly tell: (mistake: TypeMistake) => void

  constructor(names: TypeNames, tell: (mistake: TypeMistake) => void = () => undefined) {
    this.names = names
    this.tell = tell
  }

  /** The type of a tree; `rows` are the variables of the quantifiers around it. */
  of(tree: Expression, rows: Rows = NO_ROWS): Inferred | undefined {
    switch (tree.t) {
      case 'literal':
        if (tree.value === null) return 'none'
        return tree.type === 'number' ? 'numeral' : tree.type
      case 'note':
        return this.of(tree.of, rows)
      case 'param':
        return this.names.parameterOf(tree.id) ?? this.no(tree, 'unknown-name', said.noParameter)
      case 'ref':
        return this.named(tree, rows)?.type
      case 'quantifier':
        return this.quantified(tree, rows)
      case 'op':
        return this.combined(tree, rows)
    }
  }

  /** Demands a type, as of a condition or of a last day. */
  wants(wanted: TypeDocument, tree: Expression, rows: Rows = NO_ROWS): void {
    const found = this.of(tree, rows)
    if (found === undefined || this.fits(wanted, found, tree)) return
    this.no(tree, 'type', said.isOther(plain(found), plain(wanted)))
  }

  private no(tree: Expression, code: TypeMistake['code'], note: Words): undefined {
    this.tell({ code, tree, note })
  }

  private named(tree: Extract<Expression, { t: 'ref' }>, rows: Rows): Named | undefined {
    const { path } = tree
    const [variable = ''] = path.split('.', 1)
    const row = rows.get(variable)
    if (!row) return this.names.nameOf(path) ?? this.no(tree, 'unknown-name', said.noName)
    const field = row[path.slice(variable.length + 1)]
    if (field) return namedFact(field)
    return this.no(tree, 'unknown-field', said.rowHas(Object.keys(row)))
  }

  /** Whether what was found may stand where a type is wanted. Codes must be options of an enum. */
  private fits(wanted: TypeDocument, found: Inferred, tree: Expression): boolean {
    const [want, have] = [kindOf(wanted), kindOfInferred(found)]
    if (have === 'none') return true
    if (have === 'numeral') return UNITLESS.has(want) || (want === 'money' && isZero(tree))
    if (want === 'enum' && have === 'text') return this.isOption(wanted, tree)
    if (want === 'enum' && have === 'enum') return sameOptions(wanted, found as TypeDocument)
    return want === have
  }

  private isOption(type: TypeDocument, tree: Expression): boolean {
    if (tree.t !== 'literal' || typeof tree.value !== 'string') return false
    const options = Object.keys(optionsOf(type))
    if (!options.includes(tree.value)) this.no(tree, 'option', said.notOneOf(options))
    return true
  }

  private quantified(tree: Quantifier, rows: Rows): Inferred | undefined {
    const list = this.of(tree.list, rows)
    if (list === undefined) return undefined
    if (kindOfInferred(list) !== 'list')
      return this.no(tree.list, 'type', said.isOther(plain(list), 'list'))
    if (rows.has(tree.as) || this.names.nameOf(tree.as))
      this.no(tree, 'shadow', said.meansOther(tree.as))
    const inside = new Map(rows).set(tree.as, fieldsOf(list as TypeDocument))
    if (tree.where) this.wants('bool', tree.where, inside)
    if (tree.name === 'some' || tree.name === 'every' || tree.name === 'count') {
      this.wants('bool', tree.body, inside)
      return tree.name === 'count' ? 'number' : 'bool'
    }
    const body = this.of(tree.body, inside)
    if (body === undefined) return undefined
    const kind = kindOfInferred(body)
    const isGood = tree.name === 'sum' ? AMOUNTS.has(kind) : ORDERED.has(kind)
    return isGood ? body : this.no(tree.body, 'type', said.cannotTake(tree.name, plain(body)))
  }

  private combined(tree: Operation, rows: Rows): Inferred | undefined {
    const { op, of } = tree
    if (op === 'and' || op === 'or' || op === 'not') {
      for (const part of of) this.wants('bool', part, rows)
      return 'bool'
    }
    const types = of.map((part) => this.of(part, rows))
    if (op === '==' || op === '!=' || op === 'in') {
      this.alike(tree, types, rows)
      return 'bool'
    }
    if (types.includes(undefined)) return resultOf(op)
    const [a = 'none', b = 'none'] = types
    const takes = TAKES[op]
    if (takes) {
      for (const [index, wanted] of takes.entries()) this.takes(tree, index, wanted, types[index])
      return resultOf(op)
    }
    const found = calculated(op, kindOfInferred(a), kindOfInferred(b), of)
    if (found) return found
    const cannot = COMPARISONS.has(op) ? said.cannotCompare : said.cannotCalculate
    return this.no(tree, 'type', cannot(plain(a), op, plain(b)))
  }

  private takes(
    { op, of }: Operation,
    index: number,
    wanted: TypeDocument,
    found: Inferred = 'none',
  ): void {
    const part = of[index]
    if (part && !this.fits(wanted, found, part))
      this.no(part, 'type', said.takesOther(op, plain(wanted), plain(found)))
  }

  /** Everything on the right of `==`, `!=` and `in` is of the kind on the left, or "none". */
  private alike(
    tree: Operation,
    [type, ...found]: readonly (Inferred | undefined)[],
    rows: Rows,
  ): void {
    const [head, ...others] = tree.of
    if (head === undefined || type === undefined) return
    for (const [index, other] of others.entries()) {
      const one = found[index]
      if (one === undefined) continue
      if (one === 'none') this.mayBeNone(head, tree, rows)
      else if (kindOfInferred(type) === 'list' || !this.isAlike(type, one, head, other))
        this.no(tree, 'type', said.cannotCompare(plain(type), tree.op, plain(one)))
    }
  }

  private isAlike(a: Inferred, b: Inferred, head: Expression, other: Expression): boolean {
    if (kindOfInferred(a) === 'enum') return this.fits(a as TypeDocument, b, other)
    return unitOf(kindOfInferred(a), kindOfInferred(b), [head, other]) !== undefined
  }

  private mayBeNone(head: Expression, tree: Operation, rows: Rows): void {
    if (head.t === 'ref' && this.named(head, rows)?.isNeverNone)
      this.no(tree, 'never-none', said.neverNone)
  }
}

/** A fact as a name: an event may lie ahead, and then it is none. */
export function namedFact({ type, nullable, event }: FactDocument): Named {
  return { type, isNeverNone: !nullable && !event }
}

type Kind = ReturnType<typeof kindOf> | 'numeral' | 'none'

/** The kind of what was inferred. */
export function kindOfInferred(type: Inferred): Kind {
  return type === 'numeral' || type === 'none' ? type : kindOf(type)
}

const UNITLESS: ReadonlySet<Kind> = new Set(['number', 'days', 'ratio', 'numeral'])
const AMOUNTS: ReadonlySet<Kind> = new Set([...UNITLESS, 'money'])
const ORDERED: ReadonlySet<Kind> = new Set([...AMOUNTS, 'date'])
const COMPARISONS: ReadonlySet<Operator> = new Set(['<', '<=', '>', '>='])

/** What functions take. A number of days may be counted or written. */
const TAKES: Readonly<Partial<Record<Operator, readonly TypeDocument[]>>> = {
  year: ['date'],
  days: ['date', 'date'],
  addYears: ['date', 'number'],
  addMonths: ['date', 'number'],
  periodEnd: ['date', 'days'],
  workdays: ['date', 'days'],
  workdaysBetween: ['date', 'date'],
}

/** What an operator gives, whatever it takes. */
function resultOf(op: Operator): TypeDocument | undefined {
  if (COMPARISONS.has(op)) return 'bool'
  if (op === 'year') return 'number'
  if (op === 'days' || op === 'workdaysBetween') return 'days'
  return TAKES[op] ? 'date' : undefined
}

/** The one unit of two values; a bare number takes that of the other, and nought is of every unit. */
function unitOf(a: Kind, b: Kind, of: readonly (Expression | undefined)[]): Kind | undefined {
  if (a === b) return a
  if (a === 'numeral') return UNITLESS.has(b) || (b === 'money' && isZero(of[0])) ? b : undefined
  if (b === 'numeral') return UNITLESS.has(a) || (a === 'money' && isZero(of[1])) ? a : undefined
  return undefined
}

function calculated(
  op: Operator,
  a: Kind,
  b: Kind,
  of: readonly Expression[],
): Inferred | undefined {
  const unit = unitOf(a, b, of)
  if (COMPARISONS.has(op)) return unit && ORDERED.has(unit) ? 'bool' : undefined
  if (op === 'min' || op === 'max')
    return unit && ORDERED.has(unit) ? (unit as Inferred) : undefined
  if (op === '+' || op === '-') {
    if (a === 'date') return b === 'days' || b === 'numeral' ? 'date' : undefined
    return unit && AMOUNTS.has(unit) ? (unit as Inferred) : undefined
  }
  if (op === '*') return product(a, b) ?? product(b, a)
  return quotient(a, b)
}

function product(a: Kind, b: Kind): Inferred | undefined {
  if (!UNITLESS.has(b) || b === 'days') return undefined
  if (a === 'money') return 'money'
  if (a === 'days') return b === 'ratio' ? undefined : 'days'
  if (a === 'ratio') return 'ratio'
  return a === 'number' || a === 'numeral' ? (b === 'ratio' ? 'ratio' : a) : undefined
}

function quotient(a: Kind, b: Kind): Inferred | undefined {
  if (a === b && AMOUNTS.has(a)) return 'ratio'
  if (!UNITLESS.has(b) || b === 'days') return undefined
  if (a === 'money') return 'money'
  return a === 'days' || !UNITLESS.has(a) ? undefined : 'ratio'
}

function isZero(tree: Expression | undefined): boolean {
  return tree?.t === 'literal' && typeof tree.value === 'object' && isNought(tree.value)
}

const isNought = (value: unknown): boolean => (value as { n?: bigint } | null)?.n === 0n

function sameOptions(a: TypeDocument, b: TypeDocument): boolean {
  return Object.keys(optionsOf(a)).join() === Object.keys(optionsOf(b)).join()
}

/** A type by the word that packs have for it. */
function plain(type: Inferred): string {
  const kind = kindOfInferred(type)
  return kind === 'numeral' ? 'a bare number' : kind
}
