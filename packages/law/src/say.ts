// The tree in words, with or without facts: what a policy officer checks against the article.
import { type Lang, percent, type Words, yuan } from '@yizhuan/kit'
import type { Expression, Operator } from './expression.ts'
import { GRAMMARS, type Grammar } from './grammar.ts'
import type { Interpretation, Law } from './law.ts'
import type { FactDocument, TypeDocument } from './pack.ts'
import { type Inferred, kindOfInferred, namedFact, type TypeNames, Typing } from './types.ts'
import { fieldsOf, isRatio, kindOf, optionsOf, type Result, type Row, Unknown } from './value.ts'

/** Words that stand alone. */
export const WORDS = {
  unknown: { zh: '未知', en: 'unknown' },
  lacking: { zh: '缺', en: 'missing' },
  none: { zh: '无', en: 'none' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  applies: { zh: '是否适用', en: 'Does it apply?' },
  due: { zh: '截止日', en: 'Last day' },
  met: { zh: '是否满足', en: 'Is it met?' },
  kept: { zh: '是否未违反', en: 'Is it observed?' },
  open: { zh: '是否仍可履行', en: 'Is it still open?' },
  opens: { zh: '最早可办日', en: 'First possible day' },
  all: { zh: '同时满足', en: 'All of' },
  any: { zh: '满足其一', en: 'One of' },
  special: { zh: '由特别规定代替', en: 'Replaced by the special rule' },
  calendar: {
    zh: '该年节假日安排尚未公布，暂按周末和已知的法定节日计，公布后日期可能变动',
    en: 'The rest days of the year are not announced; weekends and known holidays are counted, and the day may move',
  },
  left: { zh: '不计入', en: 'not counted' },
  asOf: { zh: '评估日', en: 'Day of the assessment' },
} as const satisfies Record<string, Words>

type Rows = ReadonlyMap<string, Readonly<Record<string, FactDocument>>>
type Node<T extends Expression['t']> = Extract<Expression, { t: T }>

/** Says expressions and values in one language. */
export class Speaker {
  readonly law: Law
  readonly lang: Lang
  readonly grammar: Grammar
  private readonly readingOf: (id: string, interpretation: Interpretation) => string
  private readonly showsValues: boolean
  private readonly typing: Typing
  private readonly followed = new Set<string>()
  private rows: Rows = new Map()

  /** @param readingOf  which reading of a clause is followed; without facts the documented one. */
  constructor(law: Law, lang: Lang, readingOf?: Speaker['readingOf']) {
    this.law = law
    this.lang = lang
    this.grammar = GRAMMARS[lang]
    this.showsValues = readingOf === undefined
    this.readingOf = readingOf ?? ((_, interpretation) => interpretation.default)
    this.typing = new Typing(typeNamesOf(law))
  }

  /** A statement that stands by itself. */
  sentence(tree: Expression): string {
    const text = this.statement(tree)
    return text.charAt(0).toUpperCase() + text.slice(1)
  }

  /** The readings that what was said so far rests on, each once; none when values are shown instead. */
  readings(): string {
    return this.grammar.readings(
      [...this.followed].map((id) => {
        const { text } = this.followedReading(id) ?? {}
        return [this.nameOf(id), text?.[this.lang] ?? ''] as const
      }),
    )
  }

  /** Whether a condition always holds, or never does, by itself or as a clause is read. */
  constantOf(tree: Expression | undefined): boolean | undefined {
    const said = tree?.t === 'ref' ? this.followedReading(tree.path)?.tree : tree
    return said?.t === 'literal' && said.type === 'bool' ? said.value === true : undefined
  }

  private followedReading(id: string) {
    const interpretation = this.law.interpretations.get(id)
    return interpretation?.readings.get(this.readingOf(id, interpretation))
  }

  /** An act by its label, within a sentence. */
  actOf(id: string): string {
    return this.grammar.holds(this.law.actions[id]?.[this.lang] ?? id)
  }

  /** A row by whom or what it is about. */
  rowName(variable: string, row: Row, index: number): string {
    const { who, label, kind } = row
    if (typeof who === 'string') return who
    if (typeof label === 'string') return label
    if (typeof kind !== 'string') return this.grammar.row(index + 1)
    return this.show(kind, this.rows.get(variable)?.['kind']?.type)
  }

  /** A condition as a statement. */
  statement(tree: Expression): string {
    switch (tree.t) {
      case 'literal':
        return tree.type === 'bool' ? this.grammar.always(tree.value === true) : this.term(tree)
      case 'note':
        return tree.label ? this.grammar.holds(tree.label[this.lang]) : this.statement(tree.of)
      case 'ref':
        return this.stated(tree, false)
      case 'op':
        return this.operation(tree)
      default:
        return this.term(tree)
    }
  }

  /** A value by its name. */
  term(tree: Expression): string {
    switch (tree.t) {
      case 'literal':
        return this.show(tree.value, this.typeOf(tree))
      case 'param':
        return this.parameter(tree.id)
      case 'note':
        return tree.label?.[this.lang] ?? this.term(tree.of)
      case 'ref':
        if (this.showsValues && this.law.interpretations.has(tree.path))
          this.followed.add(tree.path)
        return this.grammar.name(this.nameOf(tree.path))
      case 'quantifier':
        return this.gathered(tree)
      case 'op':
        return this.operation(tree)
    }
  }

  private stated(tree: Node<'ref'>, isPart: boolean): string {
    const reading = this.showsValues ? this.followedReading(tree.path) : undefined
    if (!reading) return this.grammar.holds(this.nameOf(tree.path))
    this.followed.add(tree.path)
    const { tree: said } = reading
    return isPart ? this.part(said) : this.statement(said)
  }

  private parameter(id: string): string {
    const layers = this.law.layers.get(id) ?? []
    const label = this.grammar.name(layers[0]?.label[this.lang] ?? id)
    if (!this.showsValues) return label
    const values = layers.map(({ value, kind }) => this.show(value, kind as TypeDocument))
    return this.grammar.withValue(label, [...new Set(values)].join(' / '))
  }

  private operation({ op, of }: Node<'op'>): string {
    const { grammar } = this
    const [a, b] = of
    if (op === 'and' || op === 'or') {
      return this.joined(op, of)
    }
    if (!a) return op
    if (op === 'not') return this.denied(a)
    if (op === '==' || op === '!=' || op === 'in') return this.likened(op, a, of.slice(1))
    if (isComparison(op)) return b ? this.compared(op, a, b) : op
    if (['+', '-', '*', '/'].includes(op))
      return grammar.calculated(op, this.factor(a, op, false), b ? this.added(a, b, op) : '')
    const less = b && (op === 'addYears' || op === 'addMonths') ? lessThanNought(b) : undefined
    if (less) return grammar.earlier(op, this.term(a), this.term(less))
    return grammar.called(op, this.term(a), b ? this.counted(b, op) : '')
  }

  /** Conditions side by side. What a reading makes certain need not be said. */
  private joined(op: 'and' | 'or', of: readonly Expression[]): string {
    const told = of.filter((part) => {
      const isCertain = this.showsValues && this.constantOf(part) === (op === 'and')
      if (isCertain && part.t === 'ref') this.followed.add(part.path)
      return !isCertain
    })
    if (told.length === 0) return this.grammar.always(op === 'and')
    const [only] = told
    if (only && told.length === 1) return this.statement(only)
    const parts = told.map((part) =>
      part.t === 'op' && part.op === op ? this.statement(part) : this.part(part),
    )
    return op === 'and' ? this.grammar.all(parts) : this.grammar.any(parts)
  }

  /** A part of a statement; one that has parts of its own stands apart. */
  private part(tree: Expression): string {
    if (tree.t === 'ref') return this.stated(tree, true)
    const text = this.statement(tree)
    const isJunction = tree.t === 'op' && (tree.op === 'and' || tree.op === 'or')
    return isJunction ? this.grammar.apart(text) : text
  }

  /** A part of a calculation; what binds less stands apart. */
  private factor(tree: Expression, around: Operator, isRight: boolean): string {
    const text = this.term(tree)
    if (tree.t !== 'op' || !['+', '-'].includes(tree.op)) return text
    const isSum = around === '+' || (around === '-' && !isRight)
    return isSum ? text : this.grammar.apart(text)
  }

  /** What is added to a day is days, also where it is a bare number. */
  private added(to: Expression, tree: Expression, op: Operator): string {
    const isDays = tree.t === 'literal' && this.typeOf(to) === 'date'
    return isDays ? this.show(tree.value, 'days') : this.factor(tree, op, true)
  }

  /** The length of a period. */
  private counted(tree: Expression, op: Operator): string {
    const isDays = tree.t === 'literal' && (op === 'periodEnd' || op === 'workdays')
    return isDays ? this.show(tree.value, 'days') : this.term(tree)
  }

  private denied(tree: Expression): string {
    if (tree.t === 'op' && tree.op === 'in') {
      const [head, ...options] = tree.of
      if (head) return this.likened('!=', head, options)
    }
    if (tree.t === 'op' && isComparison(tree.op)) {
      const [left, right] = tree.of
      if (left && right) return this.compared(OPPOSITE[tree.op], left, right)
    }
    const isName = tree.t === 'ref' && !this.law.interpretations.has(tree.path)
    return isName
      ? this.grammar.lacks(this.nameOf(tree.path))
      : this.grammar.not(this.statement(tree))
  }

  private likened(op: '==' | '!=' | 'in', head: Expression, others: readonly Expression[]): string {
    const [other] = others
    const name = this.term(head)
    if (other?.t === 'literal' && other.value === null) {
      return head.t === 'ref' && this.typeOf(head) === 'bool'
        ? this.grammar.answered(this.nameOf(head.path), op === '!=')
        : this.grammar.recorded(name, op === '!=')
    }
    if (op === 'in' || isCode(other)) {
      const type = this.typeOf(head)
      return this.grammar.isOneOf(
        name,
        others.map((one) => this.code(one, type)),
        op !== '!=',
      )
    }
    return other ? this.compared(op, head, other) : name
  }

  /** Two values beside each other; a bare number is said in the unit of the other. */
  private compared(
    op: '==' | '!=' | '<' | '<=' | '>' | '>=',
    a: Expression,
    b: Expression,
  ): string {
    const [left, right] = [this.typeOf(a), this.typeOf(b)]
    const side = (tree: Expression, type: TypeDocument | undefined): string => {
      if (isNought(tree) && type === 'money') return this.lang === 'zh' ? ' 0 元' : 'zero'
      if (tree.t === 'literal' && tree.type === 'number') return this.show(tree.value, type)
      const text = this.term(tree)
      return tree.t === 'op' && '+-'.includes(tree.op) ? this.grammar.apart(text) : text
    }
    const kind = left === 'date' ? 'day' : AMOUNTS.has(left) ? 'amount' : 'name'
    return this.grammar.compared(op, kind, side(a, right), side(b, left))
  }

  private code(tree: Expression, type: TypeDocument | undefined): string {
    if (tree.t !== 'literal') return this.term(tree)
    if (typeof tree.value !== 'string') return this.show(tree.value, type)
    return this.grammar.code(this.show(tree.value, type))
  }

  private gathered(tree: Node<'quantifier'>): string {
    const { name } = tree
    return this.inside(tree, () => {
      const isCondition = name === 'some' || name === 'every' || name === 'count'
      const body = isCondition ? this.statement(tree.body) : this.term(tree.body)
      const where = tree.where && this.statement(tree.where)
      const list = this.term(tree.list)
      if (name !== 'least' && name !== 'greatest')
        return this.grammar.gathered(name, list, body, where)
      const isDay = this.typeOf(tree.body) === 'date'
      return this.grammar.extreme(name === 'greatest', isDay, list, body, where)
    })
  }

  /** Speaks of the rows of a list. */
  inside<T>(tree: Node<'quantifier'>, speak: () => T): T {
    const before = this.rows
    const fields = fieldsOf(this.typeOf(tree.list) ?? 'text')
    this.rows = new Map(before).set(tree.as, fields)
    const said = speak()
    this.rows = before
    return said
  }

  /** The type of an expression, for showing its value. */
  typeOf(tree: Expression): TypeDocument | undefined {
    const found: Inferred | undefined = this.typing.of(tree, this.rows)
    if (found === undefined || kindOfInferred(found) === 'none') return undefined
    return found === 'numeral' ? 'number' : (found as TypeDocument)
  }

  /** The label of a fact, a term or the field of a row. */
  nameOf(path: string): string {
    if (path === 'asOf') return WORDS.asOf[this.lang]
    if (path === 'due') return WORDS.due[this.lang]
    const { definitions, interpretations, vocabulary } = this.law
    const named = interpretations.get(path) ?? definitions.get(path) ?? vocabulary[path]
    if (named) return named.label[this.lang]
    const [head = '', field = ''] = path.split('.', 2)
    return this.rows.get(head)?.[field]?.label[this.lang] ?? path
  }

  /** The name of what is missing: a fact, a field of a row, or the calendar of a year. */
  missing(path: string): string {
    if (path.startsWith('calendar:')) return this.grammar.restDays(path.slice(9))
    const place = /^(.+)\[(\d+)\]\.(.+)$/.exec(path)
    if (!place) return this.nameOf(path)
    const [, list = '', number = '0', field = ''] = place
    const label = fieldsOf(this.law.vocabulary[list]?.type ?? 'text')[field]?.label[this.lang]
    return this.grammar.field(this.nameOf(list), Number(number) + 1, label ?? field)
  }

  /** A value in words, by its type. */
  show(result: Result, type: TypeDocument | undefined): string {
    const { lang } = this
    if (result instanceof Unknown) {
      const names = result.missing.map((path) => this.missing(path))
      const [lacking, unknown] = [WORDS.lacking[lang], WORDS.unknown[lang]]
      return lang === 'zh'
        ? `${unknown}（${lacking}：${names.join('、')}）`
        : `${unknown} (${lacking}: ${names.join(', ')})`
    }
    if (result === null) return WORDS.none[lang]
    if (typeof result === 'boolean') return result ? WORDS.yes[lang] : WORDS.no[lang]
    if (typeof result === 'string') return optionsOf(type ?? 'text')[result]?.[lang] ?? result
    if (!isRatio(result)) return lang === 'zh' ? `${result.length} 项` : `${result.length} entries`
    return this.number(result, kindOf(type ?? 'number'))
  }

  private number({ n, d }: { n: bigint; d: bigint }, kind: ReturnType<typeof kindOf>): string {
    const { lang } = this
    const about = d === 1n ? '' : lang === 'zh' ? '约 ' : 'about '
    if (kind === 'money') return about + yuan(n / d, lang)
    if (kind === 'ratio') return percent({ n, d })
    if (kind === 'days') return lang === 'zh' ? `${n} 日` : n === 1n ? '1 day' : `${n} days`
    return d === 1n ? String(n) : `${n}/${d}`
  }
}

const OPPOSITE = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const

const isComparison = (op: Operator): op is keyof typeof OPPOSITE => op in OPPOSITE

const AMOUNTS: ReadonlySet<TypeDocument | undefined> = new Set(['money', 'ratio', 'number', 'days'])

const isNought = (tree: Expression): boolean =>
  tree.t === 'literal' && isRatio(tree.value) && tree.value.n === 0n

/** What is taken from nought: `-3` is written as `0 - 3`. */
function lessThanNought(tree: Expression): Expression | undefined {
  const [nought, less] = tree.t === 'op' && tree.op === '-' ? tree.of : []
  return nought && isNought(nought) ? less : undefined
}

const isCode = (tree: Expression | undefined): boolean =>
  tree?.t === 'literal' && tree.type === 'text' && typeof tree.value === 'string'

/** What the names of a law stand for. */
function typeNamesOf({ interpretations, definitions, vocabulary, layers }: Law): TypeNames {
  return {
    nameOf: (path) => {
      if (path === 'asOf' || path === 'due') return { type: 'date', isNeverNone: false }
      const fact = Object.hasOwn(vocabulary, path) ? vocabulary[path] : undefined
      if (fact) return namedFact(fact)
      const type = (interpretations.get(path) ?? definitions.get(path))?.type
      return type && { type, isNeverNone: false }
    },
    parameterOf: (id) => layers.get(id)?.[0]?.kind as TypeDocument | undefined,
  }
}
