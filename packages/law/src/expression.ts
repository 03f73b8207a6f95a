// The language of packs: total, deterministic, without loops or user functions. Text to tree.
import { parseRatio, ratio, type Words } from '@yizhuan/kit'
import type { Address, Cite, ConditionDocument } from './pack.ts'
import { oneString, type Value } from './value.ts'

const FUNCTIONS = {
  days: 2,
  year: 1,
  addYears: 2,
  addMonths: 2,
  periodEnd: 2,
  workdays: 2,
  workdaysBetween: 2,
  min: 2,
  max: 2,
} as const

const QUANTIFIERS = ['some', 'every', 'sum', 'count', 'least', 'greatest'] as const

/** A function of known values. `periodEnd` and `workdays` answer the last day of a period. */
export type FunctionName = keyof typeof FUNCTIONS
export type QuantifierName = (typeof QUANTIFIERS)[number]
export type Operator =
  | 'and'
  | 'or'
  | 'not'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | '+'
  | '-'
  | '*'
  | '/'
  | FunctionName

/** The tree that status, explanation, missing facts, citations, lint and tests all walk. */
export type Expression =
  | { readonly t: 'literal'; readonly value: Value; readonly type: LiteralType }
  | { readonly t: 'ref'; readonly path: string }
  | { readonly t: 'param'; readonly id: string }
  | { readonly t: 'op'; readonly op: Operator; readonly of: readonly Expression[] }
  | {
      readonly t: 'quantifier'
      readonly name: QuantifierName
      readonly list: Expression
      readonly as: string
      readonly body: Expression
      readonly where?: Expression
    }
  | { readonly t: 'note'; readonly of: Expression; readonly label?: Words; readonly cite?: Cite }

export type LiteralType = 'bool' | 'number' | 'ratio' | 'date' | 'text'

const TOKEN =
  /\s*(?:(\d{4}-\d{2}-\d{2})|(\d+(?:\.\d+)?%?)|'([^']*)'|(\$?[a-zA-Z_](?:[\w.-]*\w)?)|(==|!=|<=|>=|[<>+\-*/(),]))/y
const BINDING: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  in: 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
}

interface Token {
  readonly text: string
  readonly kind: 'date' | 'number' | 'text' | 'name' | 'sign'
}

const KINDS = ['date', 'number', 'text', 'name', 'sign'] as const

function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = []
  const end = source.trimEnd().length
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(source)
    if (!match) throw new SyntaxError(`unreadable at ${at}: «${source.slice(at, at + 20)}»`)
    const found = KINDS.findIndex((_, i) => match[i + 1] !== undefined)
    tokens.push({ text: match[found + 1] ?? '', kind: KINDS[found] ?? 'sign' })
  }
  return tokens
}

const literal = (value: Value, type: LiteralType): Expression => ({ t: 'literal', value, type })
const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name)
const isQuantifier = (name: string): name is QuantifierName =>
  (QUANTIFIERS as readonly string[]).includes(name)

/** Reads an expression; throws a SyntaxError that quotes what could not be read. */
export function parseExpression(source: string): Expression {
  return new Parser(source).whole()
}

class Parser {
  private readonly tokens: readonly Token[]
  private readonly source: string
  private at = 0

  constructor(source: string) {
    this.source = source
    this.tokens = tokensOf(source)
  }

  whole(): Expression {
    const tree = this.expression(0)
    const left = this.peek()
    if (left !== undefined) throw new SyntaxError(`left over «${left.text}» in «${this.source}»`)
    return tree
  }

  private peek(): Token | undefined {
    return this.tokens[this.at]
  }

  private isAt(sign: string): boolean {
    const token = this.peek()
    return token?.kind === 'sign' && token.text === sign
  }

  private eat(sign: string): void {
    if (!this.isAt(sign)) {
      throw new SyntaxError(
        `expected «${sign}», found «${this.peek()?.text ?? 'end'}» in «${this.source}»`,
      )
    }
    this.at += 1
  }

  private expression(binding: number): Expression {
    let left = this.atom()
    for (let next = this.peek(); next && next.kind !== 'text'; next = this.peek()) {
      const strength = Object.hasOwn(BINDING, next.text) ? (BINDING[next.text] ?? 0) : 0
      if (strength <= binding) break
      this.at += 1
      if (next.text === 'in') {
        left = { t: 'op', op: 'in', of: [left, ...this.tuple()] }
      } else {
        left = { t: 'op', op: next.text as Operator, of: [left, this.expression(strength)] }
      }
    }
    return left
  }

  private tuple(): readonly Expression[] {
    this.eat('(')
    return this.list()
  }

  private list(): readonly Expression[] {
    const items = [this.expression(0)]
    while (this.isAt(',')) {
      this.at += 1
      items.push(this.expression(0))
    }
    this.eat(')')
    return items
  }

  private atom(): Expression {
    const token = this.peek()
    if (!token) throw new SyntaxError(`unfinished expression «${this.source}»`)
    this.at += 1
    if (token.kind === 'date') return literal(token.text, 'date')
    if (token.kind === 'number') {
      return literal(parseRatio(token.text), token.text.endsWith('%') ? 'ratio' : 'number')
    }
    if (token.kind === 'text') return literal(oneString(token.text), 'text')
    if (token.kind === 'sign') return this.sign(token)
    return this.name(token.text)
  }

  private sign(token: Token): Expression {
    if (token.text === '(') {
      const inner = this.expression(0)
      this.eat(')')
      return inner
    }
    if (token.text === '-') {
      return { t: 'op', op: '-', of: [literal(ratio(0), 'number'), this.expression(6)] }
    }
    throw new SyntaxError(`unexpected «${token.text}» in «${this.source}»`)
  }

  private name(name: string): Expression {
    if (name === 'true' || name === 'false') return literal(name === 'true', 'bool')
    if (name === 'none') return literal(null, 'text')
    if (name === 'not') return { t: 'op', op: 'not', of: [this.expression(3)] }
    if (name.startsWith('$')) return { t: 'param', id: name.slice(1) }
    if (!this.isAt('(')) return { t: 'ref', path: name }
    this.at += 1
    if (isQuantifier(name)) return this.quantifier(name)
    if (!isFunction(name)) throw new SyntaxError(`unknown function «${name}» in «${this.source}»`)
    const of = this.list()
    if (of.length !== FUNCTIONS[name]) {
      throw new SyntaxError(`«${name}» takes ${FUNCTIONS[name]} arguments in «${this.source}»`)
    }
    return { t: 'op', op: name, of }
  }

  /** `some(list, x, condition)`, `sum(list, x, amount[, condition])`, `count(list, x, condition)`. */
  private quantifier(name: QuantifierName): Expression {
    const [list, variable, body, where, ...rest] = this.list()
    if (list === undefined || variable?.t !== 'ref' || body === undefined || rest.length > 0) {
      throw new SyntaxError(
        `«${name}» reads (list, name, expression[, condition]) in «${this.source}»`,
      )
    }
    const tree = { t: 'quantifier', name, list, as: variable.path, body } as const
    return where === undefined ? tree : { ...tree, where }
  }
}

/** Reads a condition of a pack; `cite` resolves the addresses in it. */
export function parseCondition(
  condition: ConditionDocument,
  cite: (address: Address) => Cite,
): Expression {
  if (typeof condition === 'string') return parseExpression(condition)
  if (typeof condition === 'boolean') return literal(condition, 'bool')
  if ('all' in condition) {
    return { t: 'op', op: 'and', of: condition.all.map((part) => parseCondition(part, cite)) }
  }
  if ('any' in condition) {
    return { t: 'op', op: 'or', of: condition.any.map((part) => parseCondition(part, cite)) }
  }
  if ('not' in condition) return { t: 'op', op: 'not', of: [parseCondition(condition.not, cite)] }
  return {
    t: 'note',
    of: parseCondition(condition.when, cite),
    ...(condition.label ? { label: condition.label } : {}),
    ...(condition.cite ? { cite: cite(condition.cite) } : {}),
  }
}

/** Every node of a tree, the root first. */
export function* walk(tree: Expression): Generator<Expression> {
  yield tree
  if (tree.t === 'op') for (const part of tree.of) yield* walk(part)
  if (tree.t === 'note') yield* walk(tree.of)
  if (tree.t === 'quantifier') {
    yield* walk(tree.list)
    yield* walk(tree.body)
    if (tree.where) yield* walk(tree.where)
  }
}
