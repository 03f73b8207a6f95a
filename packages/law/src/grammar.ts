// How a pack's expressions are said. What is said is decided once (say.ts); how, here, for each language.
import type { Operator, QuantifierName } from './expression.ts'

/** What is compared: it decides whether one says later, more or other. */
export type Compared = 'day' | 'amount' | 'name'
type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='

/** One language's ways of saying what an expression says. Texts come in as statements or as names. */
export interface Grammar {
  all(statements: readonly string[]): string
  any(statements: readonly string[]): string
  /** A statement within another. */
  apart(statement: string): string
  /** A yes-or-no name as a statement, and its opposite. */
  holds(name: string): string
  lacks(name: string): string
  not(statement: string): string
  /** Something is known to be there, or known not to be. */
  recorded(name: string, is: boolean): string
  /** A yes-or-no name has been answered, or not. */
  answered(name: string, is: boolean): string
  /** A name is one of some codes or values. */
  isOneOf(name: string, values: readonly string[], is: boolean): string
  /** Two days, two amounts, or two names. */
  compared(sign: Comparison, kind: Compared, a: string, b: string): string
  calculated(sign: string, a: string, b: string): string
  called(op: Operator, a: string, b: string): string
  /** The day some years or months before another. */
  earlier(op: Operator, a: string, b: string): string
  gathered(name: QuantifierName, list: string, body: string, where: string | undefined): string
  /** The least or greatest of amounts, the earliest or latest of days. */
  extreme(isMost: boolean, isDay: boolean, list: string, body: string, where?: string): string
  /** A name in the middle of a sentence, and the label of a code. */
  name(label: string): string
  code(label: string): string
  withValue(name: string, value: string): string
  asRead(statement: string, reading: string): string
  /** The readings that a sentence rests on: what each is about, and how it is read. */
  readings(list: readonly (readonly [about: string, reading: string])[]): string
  always(is: boolean): string
  row(number: number): string
  field(list: string, number: number, field: string): string
  restDays(year: string): string
}

const SIGNS: Readonly<Record<string, string>> = { '+': '＋', '-': '－', '*': '×', '/': '÷' }

/** How a question of the form 是否… is denied, and how a plain statement is. */
const DENIALS: readonly (readonly [asked: string, denied: string])[] = [
  ['是否有', '没有'],
  ['是否已', '尚未'],
  ['是否为', '不是'],
  ['是否由', '不由'],
  ['是否涉及', '不涉及'],
  ['是否一致', '不一致'],
  ['是否担任', '未担任'],
  ['是否做过', '未做过'],
  ['是否现场', '未现场'],
  ['是否', '并非'],
  ['已有', '尚无'],
  ['已', '尚未'],
  ['存在', '不存在'],
  ['约定了', '没有约定'],
  ['有约定', '没有约定'],
  ['有未', '没有未'],
  ['可由', '不可由'],
  ['奖励受', '奖励不受'],
  ['奖励计入', '奖励不计入'],
]

const zh: Grammar = {
  all: (statements) => statements.join('，且'),
  any: (statements) => statements.join('，或'),
  apart: (statement) => `（${statement}）`,
  holds: (name) => name.replace('是否', ''),
  lacks: (name) => {
    const denial = DENIALS.find(([asked]) => name.includes(asked))
    return denial ? name.replace(denial[0], denial[1]) : zh.not(name)
  },
  not: (statement) => `不存在“${inner(statement)}”的情形`,
  recorded: (name, is) => `${is ? '已有' : '尚无'}${name}`,
  answered: (name, is) => `“${inner(zh.holds(name))}”一项${is ? '已有' : '尚无'}记录`,
  isOneOf: (name, values, is) => `${name}${is ? '为' : '不是'}${listed(values, '、', '或')}`,
  compared: (sign, kind, a, b) => {
    const days = { '<': '早于', '<=': '不晚于', '>': '晚于', '>=': '不早于' }
    const amounts = { '<': '低于', '<=': '不超过', '>': '超过', '>=': '不低于' }
    const same = kind === 'amount' ? ['等于', '不等于'] : ['为', '不是']
    const [is = '', not = ''] = same
    const verbs = { '==': is, '!=': not, ...(kind === 'day' ? days : amounts) }
    return `${a}${verbs[sign]}${b}`
  },
  calculated: (sign, a, b) => `${a} ${SIGNS[sign] ?? sign} ${b}`,
  called: (op, a, b) => {
    switch (op) {
      case 'days':
        return `${a}至${b}的天数`
      case 'workdaysBetween':
        return `${a}至${b}的工作日数`
      case 'year':
        return `${a}所在年度`
      case 'addYears':
        return `${a}满${b}年之日`
      case 'addMonths':
        return `${a}满${b}个月之日`
      case 'periodEnd':
        return `${a}次日起算满${b}之日（末日遇休息日顺延）`
      case 'workdays':
        return `${a}次日起按工作日算满${b}之日`
      case 'min':
        return `${a}与${b}中较小者`
      case 'max':
        return `${a}与${b}中较大者`
      default:
        return `${op}（${a}，${b}）`
    }
  },
  earlier: (op, a, b) => `${a}前 ${b} ${op === 'addYears' ? '年' : '个月'}之日`,
  gathered: (name, list, body, where) => {
    const within = where === undefined ? `${list}中` : `${list}中符合“${inner(where)}”的`
    switch (name) {
      case 'some':
        return `${within}有“${inner(body)}”者`
      case 'every':
        return `${within}每一项均“${inner(body)}”`
      case 'count':
        return where === undefined ? `${list}中符合“${inner(body)}”的项数` : `${within}项数`
      case 'sum':
        return where === undefined ? `${list}的${body}合计` : `${within}${body}合计`
      default:
        return `${within}${body}`
    }
  },
  extreme: (isMost, isDay, list, body, where) => {
    const [least, most] = isDay ? ['最早', '最晚'] : ['最小', '最大']
    return `${zh.gathered('least', list, '', where)}${isMost ? most : least}的${body}`
  },
  name: (label) => label,
  code: (label) => `“${label}”`,
  withValue: (name, value) => `${name}（${value}）`,
  asRead: (statement, reading) => `${statement}（口径：${reading}）`,
  readings: (list) =>
    list.length === 0
      ? ''
      : `释义口径：${list.map(([about, reading]) => `${zh.holds(about)}——${reading}`).join('；')}。`,
  always: (is) => (is ? '不论何种情形' : '没有任何情形'),
  row: (number) => `第 ${number} 项`,
  field: (list, number, field) => `${list}第 ${number} 项的${zh.name(field)}`,
  restDays: (year) => `${year} 年节假日安排`,
}

/** The first verb of an English label, denied. */
const DENIALS_EN: readonly (readonly [verb: RegExp, denied: string])[] = [
  [/\b(has|have) been\b/, '$1 not been'],
  [/\b(is|are|was|were|may|must|can)\b/, '$1 not'],
  [/\bhas\b/, 'does not have'],
  [/\bhave\b/, 'do not have'],
]

const en: Grammar = {
  all: (statements) => listed(statements, '; ', statements.length > 2 ? '; and ' : ' and '),
  any: (statements) => listed(statements, '; ', statements.length > 2 ? '; or ' : ' or '),
  apart: (statement) => `(${statement})`,
  holds: (name) => lowered(name),
  lacks: (name) => {
    const text = lowered(name)
    const denied = DENIALS_EN.find(([verb]) => verb.test(text))
    return denied ? text.replace(denied[0], denied[1]) : `“${text}” does not hold`
  },
  not: (statement) => `it is not so that ${statement}`,
  recorded: (name, is) => `${name} ${is ? 'is' : 'is not'} on record`,
  answered: (name, is) => `“${lowered(name)}” ${is ? 'is' : 'is not'} answered`,
  isOneOf: (name, values, is) => `${name} ${is ? 'is' : 'is not'} ${listed(values, ', ', ' or ')}`,
  compared: (sign, kind, a, b) => {
    const days = { '<': 'is before', '<=': 'is not after', '>': 'is after', '>=': 'is not before' }
    const amounts = {
      '<': 'is less than',
      '<=': 'is at most',
      '>': 'is more than',
      '>=': 'is at least',
    }
    const same = kind === 'amount' ? ['equals', 'does not equal'] : ['is', 'is not']
    const [is = '', not = ''] = same
    const verbs = { '==': is, '!=': not, ...(kind === 'day' ? days : amounts) }
    return `${a} ${verbs[sign]} ${b}`
  },
  calculated: (sign, a, b) => `${a} ${SIGNS_EN[sign] ?? sign} ${b}`,
  called: (op, a, b) => {
    switch (op) {
      case 'days':
        return `the number of days from ${a} to ${b}`
      case 'workdaysBetween':
        return `the number of working days from ${a} to ${b}`
      case 'year':
        return `the year of ${a}`
      case 'addYears':
        return `the day ${b} ${b === '1' ? 'year' : 'years'} after ${a}`
      case 'addMonths':
        return `the day ${b} ${b === '1' ? 'month' : 'months'} after ${a}`
      case 'periodEnd':
        return `the last day of ${b}, counted from the day after ${a} and rolling over rest days`
      case 'workdays':
        return `the last day of ${b}, counted in working days from the day after ${a}`
      case 'min':
        return `the smaller of ${a} and ${b}`
      case 'max':
        return `the larger of ${a} and ${b}`
      default:
        return `${op}(${a}, ${b})`
    }
  },
  earlier: (op, a, b) => {
    const unit = op === 'addYears' ? 'year' : 'month'
    return `the day ${b} ${unit}${b === '1' ? '' : 's'} before ${a}`
  },
  gathered: (name, list, body, where) => {
    const only = where === undefined ? '' : ` where ${where}`
    switch (name) {
      case 'some':
        return `${list} include one${only} for which ${body}`
      case 'every':
        return `for every one of ${list}${only}, ${body}`
      case 'count':
        return `the number of ${list}${only === '' ? ` where ${body}` : only}`
      case 'sum':
        return `the sum of ${body} over ${list}${only}`
      default:
        return `${body} among ${list}${only}`
    }
  },
  extreme: (isMost, isDay, list, body, where) => {
    const [least, most] = isDay ? ['earliest', 'latest'] : ['least', 'greatest']
    return `the ${isMost ? most : least} of ${en.gathered('least', list, body, where)}`
  },
  name: (label) =>
    /^(?:To|Of|Who|Kept|Received|Written|The)\b/.test(label)
      ? `“${lowered(label)}”`
      : `the ${lowered(label)}`,
  code: (label) => `“${lowered(label)}”`,
  withValue: (name, value) => `${name} (${value})`,
  asRead: (statement, reading) => `${statement} (read as: ${lowered(reading)})`,
  readings: (list) =>
    list.length === 0
      ? ''
      : ` Read as follows: ${list.map(([about, reading]) => `${lowered(about)} – ${lowered(reading)}`).join('; ')}.`,
  always: (is) => (is ? 'in every case' : 'in no case'),
  row: (number) => `no. ${number}`,
  field: (list, number, field) => `“${lowered(field)}” of no. ${number} among ${en.name(list)}`,
  restDays: (year) => `the rest days of ${year}`,
}

const SIGNS_EN: Readonly<Record<string, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' }

/** A label in the middle of a sentence; an abbreviation or a name of places keeps its capitals. */
const lowered = (label: string): string =>
  /^[A-Z][a-z ’'-]/.test(label) && !/^[A-Z]\S+ [A-Z]/.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label

const TURNED: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' }

/** A quotation within a quotation: its marks take turns. An apostrophe in a word stays. */
const inner = (text: string): string =>
  text.replace(/[“”‘]|’(?!\p{Script=Latin})/gu, (mark) => TURNED[mark] ?? mark)

function listed(values: readonly string[], comma: string, last: string): string {
  if (values.length < 2) return values.join('')
  return `${values.slice(0, -1).join(comma)}${last}${values.at(-1)}`
}

/** The grammars of both languages. */
export const GRAMMARS = { zh, en } as const
