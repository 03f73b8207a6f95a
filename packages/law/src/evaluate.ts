// Trees become closures once, when a pack is compiled; Kleene logic over exact numbers.
import {
  add,
  addDays,
  addMonths,
  addWorkdays,
  addYears,
  type Calendar,
  type Day,
  daysBetween,
  div,
  mul,
  type Ratio,
  ratio,
  rollForward,
  sub,
  workdaysBetween,
  yearOf,
} from '@yizhuan/kit'
import type { Expression, Operator, QuantifierName } from './expression.ts'
import { isSame, order, type Result, type Row, Unknown, unknownOf, type Value } from './value.ts'

/** What an expression may look at. */
export interface Env {
  readonly ref: (path: string) => Result
  readonly param: (id: string) => Result
  readonly calendar: Calendar
  /** Told of every year whose rest days are not published but would matter. */
  readonly calendarMissing: (year: number) => void
}

/** A compiled expression. */
export type Evaluate = (env: Env) => Result

/** Kleene's "and": one false decides, else one unknown. */
export function both(results: readonly Result[]): Result {
  if (results.includes(false)) return false
  return results.some((result) => result instanceof Unknown) ? unknownOf(results) : true
}

/** Kleene's "or": one true decides, else one unknown. */
export function either(results: readonly Result[]): Result {
  if (results.includes(true)) return true
  return results.some((result) => result instanceof Unknown) ? unknownOf(results) : false
}

/** Compiles a tree. */
export function compileExpression(tree: Expression): Evaluate {
  switch (tree.t) {
    case 'literal': {
      const { value } = tree
      return () => value
    }
    case 'ref': {
      const { path } = tree
      return (env) => env.ref(path)
    }
    case 'param': {
      const { id } = tree
      return (env) => env.param(id)
    }
    case 'note':
      return compileExpression(tree.of)
    case 'quantifier':
      return compileQuantifier(tree)
    case 'op':
      return compileOperator(tree.op, tree.of.map(compileExpression))
  }
}

function compileOperator(op: Operator, parts: readonly Evaluate[]): Evaluate {
  if (op === 'and' || op === 'or') {
    const deciding = op === 'or'
    return (env) => {
      const results: Result[] = []
      for (const part of parts) {
        const result = part(env)
        if (result === deciding) return deciding
        results.push(result)
      }
      return deciding ? either(results) : both(results)
    }
  }
  return (env) => {
    const values: Value[] = []
    let unknown: Result[] | undefined
    for (const part of parts) {
      const result = part(env)
      if (result instanceof Unknown) {
        unknown ??= []
        unknown.push(result)
      } else values.push(result)
    }
    return unknown ? unknownOf(unknown) : apply(op, values, env)
  }
}

function apply(op: Operator, values: readonly Value[], env: Env): Value {
  const [a = null, b = null] = values
  switch (op) {
    case 'not':
      return a !== true
    case '==':
      return isSame(a, b)
    case '!=':
      return !isSame(a, b)
    case 'in':
      return values.slice(1).some((value) => isSame(a, value))
    case '<':
    case '<=':
    case '>':
    case '>=':
      // "None" is neither before nor after anything.
      return a !== null && b !== null && isOrdered(op, order(a, b))
    default:
      // "None" in, "none" out.
      return values.includes(null) ? null : calculate(op, a, b, env)
  }
}

function isOrdered(op: '<' | '<=' | '>' | '>=', sign: number): boolean {
  if (op === '<') return sign < 0
  if (op === '<=') return sign <= 0
  return op === '>' ? sign > 0 : sign >= 0
}

function calculate(op: Operator, a: Value, b: Value, env: Env): Value {
  const [x, y] = [a as Ratio, b as Ratio]
  switch (op) {
    case '+':
      return typeof a === 'string' ? addDays(a as Day, Number(y.n)) : add(x, y)
    case '-':
      return typeof a === 'string' ? addDays(a as Day, -Number(y.n)) : sub(x, y)
    case '*':
      return mul(x, y)
    case '/':
      return y.n === 0n ? null : div(x, y)
    case 'min':
      return order(a, b) <= 0 ? a : b
    case 'max':
      return order(a, b) >= 0 ? a : b
    default:
      return onDays(op, a as Day, b, env)
  }
}

function onDays(op: Operator, from: Day, by: Value, env: Env): Value {
  const count = Number((by as Ratio | null)?.n ?? 0n)
  switch (op) {
    case 'days':
      return ratio(daysBetween(from, by as Day))
    case 'year':
      return ratio(yearOf(from))
    case 'addYears':
      return addYears(from, count)
    case 'addMonths':
      return addMonths(from, count)
    case 'periodEnd':
      // Civil Code art. 201 and 203: the first day does not count; a last rest day rolls on.
      return checked(env, rollForward(addDays(from, count), env.calendar), addDays(from, count))
    case 'workdays':
      return checked(env, addWorkdays(from, count, env.calendar), from)
    case 'workdaysBetween':
      checked(env, by as Day, from)
      return ratio(workdaysBetween(from, by as Day, env.calendar))
    default:
      throw new SyntaxError(`not a calculation: ${op}`)
  }
}

function checked(env: Env, last: Day, first: Day): Day {
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    if (!env.calendar.covers(year)) env.calendarMissing(year)
  }
  return last
}

type Quantifier = Extract<Expression, { t: 'quantifier' }>

function compileQuantifier(tree: Quantifier): Evaluate {
  const list = compileExpression(tree.list)
  const body = compileExpression(tree.body)
  const where = tree.where ? compileExpression(tree.where) : undefined
  const name = tree.list.t === 'ref' ? tree.list.path : ''
  return (env) => {
    const rows = list(env)
    if (rows instanceof Unknown || !Array.isArray(rows))
      return rows instanceof Unknown ? rows : null
    const results: Result[] = []
    for (const [index, row] of (rows as readonly Row[]).entries()) {
      const inside = bindRow(env, tree.as, row, `${name}[${index}]`)
      const counts = where ? where(inside) : true
      if (counts === false) continue
      results.push(counts instanceof Unknown ? counts : body(inside))
    }
    return gather(tree.name, results)
  }
}

/** The environment in which `as.field` reads a row. */
export function bindRow(env: Env, as: string, row: Row, place: string): Env {
  const prefix = `${as}.`
  return {
    ...env,
    ref: (path) => {
      if (!path.startsWith(prefix)) return env.ref(path)
      const field = path.slice(prefix.length)
      const value = row[field]
      return value === undefined ? new Unknown([`${place}.${field}`]) : value
    },
  }
}

function gather(name: QuantifierName, results: readonly Result[]): Result {
  if (name === 'some') return either(results)
  if (name === 'every') return both(results)
  if (results.some((result) => result instanceof Unknown)) return unknownOf(results)
  const values = results as readonly Value[]
  if (name === 'count') return ratio(values.filter((value) => value === true).length)
  if (name === 'sum') {
    return values.includes(null) ? null : (values as readonly Ratio[]).reduce(add, ratio(0))
  }
  const sign = name === 'least' ? -1 : 1
  return values.reduce(
    (best, value) => (order(value, best) * sign > 0 ? value : best),
    values[0] ?? null,
  )
}
