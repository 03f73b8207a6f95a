// Trees become closures once, when a pack is compiled; Kleene logic over exact numbers. Names become
// places: a closure finds its fact, parameter or term by a number and never looks a name up.
import { add, type Day, type Ratio, ratio, yearOf } from '@yizhuan/kit'
import { ask, type Condition, conditionOf, type FactTest } from './condition.ts'
import type { Expression, QuantifierName } from './expression.ts'
import type { FactsAt } from './facts-at.ts'
import { type BinaryOperator, type Days, OPERATIONS } from './operators.ts'
import type { UsedParameter } from './parameters.ts'
import {
  isRatio,
  isSame,
  order,
  type Result,
  type Row,
  Unknown,
  unknownOf,
  type Value,
} from './value.ts'

/** What a compiled expression looks at: everything by its place. */
export interface Env extends Days {
  readonly asOf: Day
  readonly due: Result
  readonly facts: FactsAt
  readonly parameters: readonly (UsedParameter | undefined)[]
  /** What a definition or an interpretation means here. */
  term(place: number): Result
  /** The rows that quantifiers are at, and their numbers in their lists. */
  readonly rows: Row[]
  readonly rowNumbers: number[]
}

/** A compiled expression. */
export type Evaluate = (env: Env) => Result

/** A tree that ranges over a list, and one that combines values. */
export type Quantifier = Extract<Expression, { t: 'quantifier' }>
type Operation = Extract<Expression, { t: 'op' }>

/** Names in the order in which they were met. */
export class Places {
  readonly names: string[] = []
  private readonly places = new Map<string, number>()

  of(name: string): number {
    const known = this.places.get(name)
    if (known !== undefined) return known
    this.places.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}

/** A variable of a quantifier, and those around it. */
interface Scope {
  readonly as: string
  readonly register: number
  readonly list: string
  readonly outer: Scope | undefined
}

/** Compiles trees that share their facts, parameters and terms. */
export class Compiler {
  readonly facts = new Places()
  readonly parameters = new Places()
  private readonly terms: ReadonlyMap<string, number>
  private readonly vocabulary: Readonly<Record<string, unknown>>
  private readonly runs = new Map<Expression, Evaluate>()
  private readonly registers = new Map<Quantifier, number>()

  /** @param terms  definitions and interpretations by name. */
  constructor(terms: ReadonlyMap<string, number>, vocabulary: Readonly<Record<string, unknown>>) {
    this.terms = terms
    this.vocabulary = vocabulary
  }

  /** The closure of a tree; every part of the tree gets its own, for {@link runOf}. */
  compile(tree: Expression, scope?: Scope): Evaluate {
    const run = this.closureOf(tree, scope)
    this.runs.set(tree, run)
    return run
  }

  /** A tree that is only asked whether it holds. */
  conditionOf(tree: Expression, scope?: Scope): Condition {
    const run = this.compile(tree, scope)
    return conditionOf(run, this.factTestOf(tree))
  }

  /** The closure of a tree, or of a part of one, that has been compiled. */
  runOf(tree: Expression): Evaluate {
    return this.runs.get(tree) ?? this.compile(tree)
  }

  /** The place of a term. */
  termAt(id: string): number | undefined {
    return this.terms.get(id)
  }

  /** How many rows quantifiers keep. */
  get rows(): number {
    return this.registers.size
  }

  /** Where a quantifier keeps the row it is at. */
  registerOf(tree: Quantifier): number {
    const known = this.registers.get(tree)
    if (known !== undefined) return known
    this.registers.set(tree, this.registers.size)
    return this.registers.size - 1
  }

  private closureOf(tree: Expression, scope: Scope | undefined): Evaluate {
    switch (tree.t) {
      case 'literal': {
        const { value } = tree
        return () => value
      }
      case 'ref':
        return this.nameOf(tree.path, scope)
      case 'param': {
        const place = this.parameters.of(tree.id)
        return (env) => env.parameters[place]?.value ?? null
      }
      case 'note':
        return this.compile(tree.of, scope)
      case 'quantifier':
        return this.quantifierOf(tree, scope)
      case 'op':
        return this.operatorOf(tree, scope)
    }
  }

  private nameOf(path: string, scope: Scope | undefined): Evaluate {
    for (let each = scope; each; each = each.outer) {
      if (path.startsWith(`${each.as}.`)) return fieldOf(each, path.slice(each.as.length + 1))
    }
    if (path === 'asOf') return (env) => env.asOf
    if (path === 'due') return (env) => env.due
    const term = this.terms.get(path)
    if (term === undefined) return factOf(this.facts.of(path))
    if (!Object.hasOwn(this.vocabulary, path)) return (env) => env.term(term)
    const place = this.facts.of(path)
    return (env) => {
      const value = env.facts.at(place)
      return value instanceof Unknown ? env.term(term) : value
    }
  }

  private operatorOf({ op, of }: Operation, scope: Scope | undefined): Evaluate {
    if (op === 'and') return allOf(of.map((part) => this.conditionOf(part, scope)))
    if (op === 'or') return anyOf(of.map((part) => this.conditionOf(part, scope)))
    const parts = of.map((part) => this.compile(part, scope))
    const [first = NONE, second = NONE] = parts
    switch (op) {
      case 'in':
        return membershipOf(first, of.slice(1), parts.slice(1))
      case 'not':
        return unaryOf(first, (value) => value !== true)
      case 'year':
        return unaryOf(first, (value) => (value === null ? null : ratio(yearOf(value as Day))))
      default:
        return of[1]?.t === 'literal'
          ? heldAgainst(op, first, of[1].value)
          : binaryOf(op, first, second)
    }
  }

  /** What a condition asks of one fact, where that is all it asks. */
  private factTestOf(tree: Expression): FactTest | undefined {
    if (tree.t === 'note') return this.factTestOf(tree.of)
    const [head, other] = tree.t === 'op' ? tree.of : [tree]
    const place = this.factIn(head)
    if (place === undefined) return undefined
    if (tree.t !== 'op') return { place, code: true, isWanted: true }
    if (tree.op === 'not') return { place, code: true, isWanted: false }
    if ((tree.op !== '==' && tree.op !== '!=') || other?.t !== 'literal') return undefined
    return isRatio(other.value)
      ? undefined
      : { place, code: other.value, isWanted: tree.op === '==' }
  }

  /** The place of what can be nothing but a fact. */
  private factIn(tree: Expression | undefined): number | undefined {
    if (tree?.t !== 'ref' || tree.path === 'asOf' || tree.path === 'due') return undefined
    if (this.terms.has(tree.path) || tree.path.includes('.')) return undefined
    return this.facts.of(tree.path)
  }

  private quantifierOf(tree: Quantifier, outer: Scope | undefined): Evaluate {
    const register = this.registerOf(tree)
    const name = tree.list.t === 'ref' ? tree.list.path : ''
    const scope: Scope = { as: tree.as, register, list: name, outer }
    const list = this.compile(tree.list, outer)
    const body = this.compile(tree.body, scope)
    const where = tree.where ? this.compile(tree.where, scope) : undefined
    const { start, step, stop } = FOLDS[tree.name]
    return (env) => {
      const rows = list(env)
      if (rows instanceof Unknown) return rows
      if (!Array.isArray(rows)) return null
      let value = start
      let unknown: Unknown | undefined
      for (let number = 0; number < rows.length; number += 1) {
        env.rows[register] = rows[number] as Row
        env.rowNumbers[register] = number
        const counts = where ? where(env) : true
        const isOut = counts !== true && !(counts instanceof Unknown)
        if (isOut) continue
        const result = counts === true ? body(env) : counts
        if (result instanceof Unknown) unknown = unknownOf(unknown, result)
        else value = step(value, result)
        if (value === stop) return value
      }
      return unknown ?? value
    }
  }
}

function factOf(place: number): Evaluate {
  return (env) => env.facts.at(place)
}

function fieldOf({ register, list }: Scope, field: string): Evaluate {
  return (env) => {
    const value = env.rows[register]?.[field]
    if (value !== undefined) return value
    return new Unknown([`${list}[${env.rowNumbers[register]}].${field}`])
  }
}

const NONE: Evaluate = () => null

/** Kleene's "and": what does not hold decides, else what is unknown. What is none does not hold. */
function allOf(parts: readonly Condition[]): Evaluate {
  return (env) => {
    let unknown: Unknown | undefined
    for (const part of parts) {
      const result = ask(part, env)
      if (result === true) continue
      if (!(result instanceof Unknown)) return false
      unknown = unknownOf(unknown, result)
    }
    return unknown ?? true
  }
}

/** Kleene's "or": what holds decides, else what is unknown. */
function anyOf(parts: readonly Condition[]): Evaluate {
  return (env) => {
    let unknown: Unknown | undefined
    for (const part of parts) {
      const result = ask(part, env)
      if (result === true) return true
      if (result instanceof Unknown) unknown = unknownOf(unknown, result)
    }
    return unknown ?? false
  }
}

function membershipOf(
  head: Evaluate,
  trees: readonly Expression[],
  options: readonly Evaluate[],
): Evaluate {
  const codes = trees.map((tree) => (tree.t === 'literal' ? tree.value : undefined))
  if (codes.every((code) => typeof code === 'string')) {
    return (env) => {
      const value = head(env)
      return value instanceof Unknown ? value : codes.includes(value as string)
    }
  }
  return (env) => {
    const value = head(env)
    let unknown = value instanceof Unknown ? value : undefined
    let isFound = false
    for (const option of options) {
      const result = option(env)
      if (result instanceof Unknown) unknown = unknownOf(unknown, result)
      else if (!unknown) isFound ||= isSame(value as Value, result)
    }
    return unknown ?? isFound
  }
}

function unaryOf(part: Evaluate, act: (value: Value) => Value): Evaluate {
  return (env) => {
    const result = part(env)
    return result instanceof Unknown ? result : act(result)
  }
}

function binaryOf(op: BinaryOperator, left: Evaluate, right: Evaluate): Evaluate {
  const act = OPERATIONS[op]
  return (env) => {
    const a = left(env)
    const b = right(env)
    if (a instanceof Unknown) return b instanceof Unknown ? unknownOf(a, b) : a
    return b instanceof Unknown ? b : act(a, b, env)
  }
}

/** An operator whose second value stands in the pack. */
function heldAgainst(op: BinaryOperator, first: Evaluate, b: Value): Evaluate {
  const isOfCodes = (op === '==' || op === '!=') && !isRatio(b)
  return isOfCodes ? isCode(first, b, op === '==') : binaryWith(op, first, b)
}

/** Whether something is a certain code, yes, no or none. */
function isCode(head: Evaluate, code: Value, wanted: boolean): Evaluate {
  return (env) => {
    const value = head(env)
    return value instanceof Unknown ? value : (value === code) === wanted
  }
}

/** The same where the second value stands in the pack. */
function binaryWith(op: BinaryOperator, left: Evaluate, b: Value): Evaluate {
  const act = OPERATIONS[op]
  return (env) => {
    const a = left(env)
    return a instanceof Unknown ? a : act(a, b, env)
  }
}

/** How the values of the rows become one. */
interface Fold {
  readonly start: Value
  readonly step: (so: Value, value: Value) => Value
  /** What no further row can change, known or unknown. */
  readonly stop?: Value
}

const ZERO = ratio(0)
const ONE = ratio(1)

const FOLDS: Readonly<Record<QuantifierName, Fold>> = {
  some: { start: false, step: (so, value) => so || value === true, stop: true },
  every: { start: true, step: (so, value) => so && value === true, stop: false },
  count: { start: ZERO, step: (so, value) => (value === true ? plus(so, ONE) : so) },
  sum: { start: ZERO, step: plus },
  least: { start: null, step: (so, value) => (so === null || order(value, so) < 0 ? value : so) },
  greatest: {
    start: null,
    step: (so, value) => (so === null || order(value, so) > 0 ? value : so),
  },
}

function plus(a: Value, b: Value): Value {
  if (a === null || b === null) return null
  return a === ZERO ? b : add(a as Ratio, b as Ratio)
}
