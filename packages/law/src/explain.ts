// The same tree that was evaluated, told in words: the explanation cannot disagree with the result.
import { type Lang, percent, type Words, yuan } from '@yizhuan/kit'
import type { Env } from './evaluate.ts'
import type { Expression, Operator } from './expression.ts'
import { judge, type Status } from './judge.ts'
import type { Interpretation, Law, Norm } from './law.ts'
import type { Look } from './look.ts'
import type { Cite, TypeDocument } from './pack.ts'
import type { Sight } from './sight.ts'
import { fieldsOf, isRatio, kindOf, optionsOf, type Result, type Row, Unknown } from './value.ts'

/** One line of an explanation; `decisive` lines alone explain the value. */
export interface Why {
  readonly text: string
  readonly value: string
  readonly cite?: Cite
  readonly decisive: boolean
  readonly children: readonly Why[]
}

const WORDS = {
  unknown: { zh: '未知', en: 'unknown' },
  lacking: { zh: '缺', en: 'missing' },
  none: { zh: '无', en: 'none' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  applies: { zh: '是否适用', en: 'Does it apply?' },
  due: { zh: '截止日', en: 'Due' },
  met: { zh: '是否满足', en: 'Is it met?' },
  kept: { zh: '是否未违反', en: 'Is it observed?' },
  open: { zh: '是否仍可补救', en: 'Is it still open?' },
  opens: { zh: '最早可办日', en: 'Opens on' },
  all: { zh: '同时满足', en: 'All of' },
  any: { zh: '满足其一', en: 'One of' },
  asOf: { zh: '评估日', en: 'Day of the assessment' },
} as const satisfies Record<string, Words>

/** The names of the statuses. */
export const STATUS_WORDS: Readonly<Record<Status, Words>> = {
  met: { zh: '已满足', en: 'met' },
  breached: { zh: '已违反', en: 'breached' },
  pending: { zh: '待履行', en: 'pending' },
  na: { zh: '不适用', en: 'not applicable' },
  unknown: { zh: '尚不能判断', en: 'not known yet' },
}

const SIGNS: Partial<Record<Operator, string>> = {
  '==': '＝',
  '!=': '≠',
  '<': '＜',
  '<=': '≤',
  '>': '＞',
  '>=': '≥',
  '+': '＋',
  '-': '－',
  '*': '×',
  '/': '÷',
}

/** Explains one norm on the facts. */
export function explainNorm(look: Look, norm: Norm, lang: Lang): Why {
  const sight = look.sightOf(norm)
  const judgement = judge(norm, sight)
  const teller = new Teller(look.law, lang, sight)
  const part = (title: Words, tree: Expression | undefined): readonly Why[] => {
    if (!tree) return []
    const child = teller.explain(tree, sight)
    return [
      {
        text: title[lang],
        value: child.value,
        decisive: true,
        children: [child],
        ...(child.cite ? { cite: child.cite } : {}),
      },
    ]
  }
  const { applies, satisfied, open, due, opens } = norm.trees
  const isOpen = judgement.status === 'pending' || judgement.status === 'breached'
  const rest =
    judgement.status === 'na'
      ? []
      : [
          ...part(WORDS.due, due),
          ...part(norm.isProhibition ? WORDS.kept : WORDS.met, satisfied),
          ...part(WORDS.open, isOpen ? open : undefined),
          ...part(WORDS.opens, judgement.opens ? opens : undefined),
        ]
  const [cite] = norm.cites
  return {
    text: norm.title[lang],
    value: STATUS_WORDS[judgement.status][lang],
    decisive: true,
    children: [...part(WORDS.applies, applies), ...rest],
    ...(cite ? { cite } : {}),
  }
}

/** A norm as a sentence, without any facts: what a policy officer checks against the article. */
export function sentenceOf(law: Law, norm: Norm, lang: Lang): string {
  const teller = new Teller(law, lang)
  const { applies, satisfied, due } = norm.trees
  const parts = [
    ...(applies
      ? [lang === 'zh' ? `凡${teller.say(applies)}的` : `Where ${teller.say(applies)}`]
      : []),
    lang === 'zh' ? `应当：${teller.say(satisfied)}` : `must hold: ${teller.say(satisfied)}`,
    ...(due
      ? [lang === 'zh' ? `不晚于${teller.say(due)}` : `not later than ${teller.say(due)}`]
      : []),
  ]
  return parts.join(lang === 'zh' ? '，' : ', ')
}

class Teller {
  private readonly law: Law
  private readonly lang: Lang
  private readonly sight: Sight | undefined
  private readonly rows = new Map<string, TypeDocument>()

  constructor(law: Law, lang: Lang, sight?: Sight) {
    this.law = law
    this.lang = lang
    this.sight = sight
  }

  /** The tree in words. */
  say(tree: Expression): string {
    switch (tree.t) {
      case 'literal':
        return this.show(tree.value, tree.type)
      case 'param':
        return this.law.layers.get(tree.id)?.[0]?.label[this.lang] ?? tree.id
      case 'note':
        return tree.label?.[this.lang] ?? this.say(tree.of)
      case 'ref':
        return this.nameOf(tree.path)
      case 'quantifier':
        return this.sayQuantifier(tree)
      case 'op':
        return this.sayOperator(tree.op, tree.of)
    }
  }

  private sayQuantifier(tree: Extract<Expression, { t: 'quantifier' }>): string {
    this.enter(tree)
    const zh = {
      some: '有',
      every: '每项',
      sum: '合计',
      count: '项数',
      least: '最小',
      greatest: '最大',
    }
    const word = this.lang === 'zh' ? zh[tree.name] : tree.name
    const where = tree.where
      ? this.lang === 'zh'
        ? `，限于${this.say(tree.where)}`
        : ` where ${this.say(tree.where)}`
      : ''
    const middle = this.lang === 'zh' ? '中' : ': '
    return `${this.say(tree.list)}${middle}${word}（${this.say(tree.body)}${where}）`
  }

  private enter(tree: Extract<Expression, { t: 'quantifier' }>): void {
    if (tree.list.t === 'ref') this.rows.set(tree.as, this.typeOf(tree.list) ?? 'text')
  }

  private sayOperator(op: Operator, of: readonly Expression[]): string {
    const zh = this.lang === 'zh'
    const [a, b] = of
    const inner = (tree: Expression | undefined): string => {
      if (!tree) return ''
      const text = this.say(tree)
      return tree.t === 'op' && ['and', 'or', '+', '-'].includes(tree.op) ? `（${text}）` : text
    }
    if (op === 'and') return of.map(inner).join(zh ? '，且' : ' and ')
    if (op === 'or') return of.map(inner).join(zh ? '，或' : ' or ')
    if (op === 'not') return zh ? `并非“${inner(a)}”` : `not: ${inner(a)}`
    if ((op === '==' || op === '!=') && b?.t === 'literal' && b.value === null) {
      const has = op === '!='
      return zh
        ? `${has ? '已有' : '尚无'}${inner(a)}`
        : `${inner(a)} ${has ? 'is known' : 'is none'}`
    }
    if (op === '==' || op === '!=' || op === 'in') {
      const options = optionsOf((a && this.typeOf(a)) ?? 'text')
      const names = of
        .slice(1)
        .map((tree) =>
          tree.t === 'literal' && typeof tree.value === 'string'
            ? (options[tree.value]?.[this.lang] ?? tree.value)
            : inner(tree),
        )
      const verb = zh ? (op === '!=' ? '不是' : '是') : op === '!=' ? ' is not ' : ' is '
      return `${inner(a)}${verb}${names.join(zh ? '、' : ' or ')}`
    }
    const sign = SIGNS[op]
    if (sign) return `${inner(a)} ${sign} ${inner(b)}`
    return this.sayFunction(op, inner(a), inner(b))
  }

  private sayFunction(op: Operator, a: string, b: string): string {
    const zh: Partial<Record<Operator, string>> = {
      days: `${a}至${b}的天数`,
      year: `${a}所在年度`,
      addYears: `${a}后${b}年`,
      addMonths: `${a}后${b}个月`,
      periodEnd: `${a}次日起算满${b}之日（末日遇休息日顺延）`,
      workdays: `${a}次日起算满${b}个工作日之日`,
      workdaysBetween: `${a}至${b}的工作日数`,
      min: `${a}与${b}之小者`,
      max: `${a}与${b}之大者`,
    }
    const en: Partial<Record<Operator, string>> = {
      periodEnd: `last day of ${b} after ${a}, rest days rolled on`,
      workdays: `last of ${b} working days after ${a}`,
      days: `days from ${a} to ${b}`,
      year: `year of ${a}`,
    }
    return this.lang === 'zh' ? (zh[op] ?? op) : (en[op] ?? `${op}(${a}${b ? `, ${b}` : ''})`)
  }

  private nameOf(path: string): string {
    if (path === 'asOf') return WORDS.asOf[this.lang]
    if (path === 'due') return WORDS.due[this.lang]
    const { definitions, interpretations, vocabulary } = this.law
    const named = interpretations.get(path) ?? definitions.get(path) ?? vocabulary[path]
    if (named) return named.label[this.lang]
    const [head = '', field = ''] = path.split('.', 2)
    return fieldsOf(this.rows.get(head) ?? 'text')[field]?.label[this.lang] ?? path
  }

  private typeOf(tree: Expression): TypeDocument | undefined {
    if (tree.t === 'note') return this.typeOf(tree.of)
    if (tree.t === 'param')
      return this.law.layers.get(tree.id)?.[0]?.kind as TypeDocument | undefined
    if (tree.t === 'literal') return tree.type
    if (tree.t === 'op' && ['+', '-', '*', 'min', 'max'].includes(tree.op)) {
      const types = tree.of.map((part) => this.typeOf(part))
      return types.find((type) => type === 'money' || type === 'date') ?? types[0]
    }
    if (tree.t === 'op' && ['periodEnd', 'workdays', 'addYears', 'addMonths'].includes(tree.op))
      return 'date'
    if (tree.t === 'quantifier') return tree.name === 'sum' ? this.typeOf(tree.body) : 'bool'
    if (tree.t !== 'ref') return 'bool'
    const { definitions, interpretations, vocabulary } = this.law
    const named =
      interpretations.get(tree.path) ?? definitions.get(tree.path) ?? vocabulary[tree.path]
    if (named) return named.type
    const [head = '', field = ''] = tree.path.split('.', 2)
    return fieldsOf(this.rows.get(head) ?? 'text')[field]?.type ?? 'date'
  }

  /** A value in words, by its type. */
  show(result: Result, type: TypeDocument | undefined): string {
    const { lang } = this
    if (result instanceof Unknown) {
      const names = result.missing.map((path) => this.nameOf(path))
      return `${WORDS.unknown[lang]}（${WORDS.lacking[lang]}: ${names.join('、')}）`
    }
    if (result === null) return WORDS.none[lang]
    if (typeof result === 'boolean') return result ? WORDS.yes[lang] : WORDS.no[lang]
    if (typeof result === 'string') return optionsOf(type ?? 'text')[result]?.[lang] ?? result
    if (!isRatio(result)) return lang === 'zh' ? `${result.length} 项` : `${result.length}`
    const kind = kindOf(type ?? 'number')
    if (kind === 'money') return yuan(result.n / result.d, lang)
    if (kind === 'ratio') return percent(result)
    if (kind === 'days') return lang === 'zh' ? `${result.n} 日` : `${result.n} days`
    return result.d === 1n ? String(result.n) : `${result.n}/${result.d}`
  }

  /** The tree with its values. */
  explain(tree: Expression, env: Env): Why {
    const result = this.law.code.compiler.runOf(tree)(env)
    if (tree.t === 'note') {
      const child = this.explain(tree.of, env)
      const cite = tree.cite ?? child.cite
      return {
        text: tree.label?.[this.lang] ?? child.text,
        value: child.value,
        decisive: false,
        children: tree.label ? [child] : child.children,
        ...(cite ? { cite } : {}),
      }
    }
    const cite = this.citeOf(tree)
    const children = this.childrenOf(tree, env, result)
    return {
      text: this.textOf(tree),
      value: this.show(result, this.typeOf(tree)),
      decisive: false,
      children,
      ...(cite ? { cite } : {}),
    }
  }

  private textOf(tree: Expression): string {
    if (tree.t === 'op' && tree.op === 'and') return WORDS.all[this.lang]
    if (tree.t === 'op' && tree.op === 'or') return WORDS.any[this.lang]
    if (tree.t !== 'ref') return this.say(tree)
    const interpretation = this.law.interpretations.get(tree.path)
    const chosen = interpretation && this.chosenOf(tree.path, interpretation)
    if (chosen) return `${this.say(tree)}（${chosen.text[this.lang]}）`
    return this.say(tree)
  }

  private chosenOf(id: string, interpretation: Interpretation) {
    const reading = this.sight?.readingOf(id, interpretation) ?? interpretation.default
    return interpretation.readings.get(reading)
  }

  private citeOf(tree: Expression): Cite | undefined {
    if (tree.t === 'param') return this.law.layers.get(tree.id)?.at(-1)?.cite
    if (tree.t !== 'ref') return undefined
    return (
      this.law.interpretations.get(tree.path)?.cite ?? this.law.definitions.get(tree.path)?.cite
    )
  }

  private childrenOf(tree: Expression, env: Env, result: Result): readonly Why[] {
    if (tree.t === 'quantifier') return this.rowsOf(tree, env)
    if (tree.t === 'ref') {
      const { definitions, interpretations } = this.law
      const interpretation = interpretations.get(tree.path)
      const chosen = interpretation && this.chosenOf(tree.path, interpretation)
      const inner = chosen?.tree ?? definitions.get(tree.path)?.tree
      return inner ? [this.explain(inner, env)] : []
    }
    if (tree.t !== 'op') return []
    const parts = tree.of
      .filter((part) => part.t !== 'literal')
      .map((part) => this.explain(part, env))
    if (tree.op !== 'and' && tree.op !== 'or') return parts
    const deciding = tree.op === 'or'
    const hit =
      result === deciding
        ? tree.of
            .filter((part) => part.t !== 'literal')
            .findIndex((part) => this.law.code.compiler.runOf(part)(env) === deciding)
        : -1
    return parts.map((part, index) => ({ ...part, decisive: hit < 0 || index === hit }))
  }

  private rowsOf(tree: Extract<Expression, { t: 'quantifier' }>, env: Env): readonly Why[] {
    this.enter(tree)
    const { compiler } = this.law.code
    const register = compiler.registerOf(tree)
    const rows = compiler.runOf(tree.list)(env)
    if (!Array.isArray(rows)) return []
    return (rows as readonly Row[]).map((row, index) => {
      env.rows[register] = row
      env.rowNumbers[register] = index
      const child = this.explain(tree.body, env)
      const name = row['who'] ?? row['label'] ?? row['kind'] ?? index + 1
      return { ...child, text: `${String(name)}: ${child.text}` }
    })
  }
}
