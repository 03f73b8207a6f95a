import { day, InputError, parseFen, parseRatio, type Ratio, ratio, type Words } from '@yizhuan/kit'
import type { FactDocument, TypeDocument } from './pack.ts'
import { type Facts, fieldsOf, kindOf, optionsOf, type Row, type Value } from './value.ts'

/** The vocabulary of a stack of packs. */
export type Vocabulary = Readonly<Record<string, FactDocument>>

/**
 * Reads facts from JSON: money as whole fen, shares as "70%", days as "2026-03-05", null for "none".
 *
 * @throws {InputError} naming the field and the rule, for an unknown fact, a wrong type, half a fen
 *   or a day that does not exist.
 */
export function parseFacts(law: { readonly vocabulary: Vocabulary }, json: unknown): Facts {
  return factsOf(law, json, false)
}

function factsOf(
  law: { readonly vocabulary: Vocabulary },
  json: unknown,
  leavesUnknown: boolean,
): Facts {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new InputError('', 'object', {
      zh: '事实应为一个 JSON 对象',
      en: 'facts must be one JSON object',
    })
  }
  // Frozen, so that what was looked up in them once may be kept.
  const fields = json as Readonly<Record<string, unknown>>
  return Object.freeze(parseFields(law.vocabulary, fields, '', leavesUnknown))
}

/**
 * Facts that a program tells, as far as a law knows them. A case is judged for good by the law it began
 * under, and later releases tell more of it: what that law has no word for it cannot ask.
 *
 * @throws {InputError} as `parseFacts` does of the facts it knows.
 */
export function knownFacts(
  law: { readonly vocabulary: Vocabulary },
  told: Readonly<Record<string, unknown>>,
): Facts {
  return factsOf(law, told, true)
}

function parseFields(
  vocabulary: Vocabulary,
  json: Readonly<Record<string, unknown>>,
  place: string,
  leavesUnknown = false,
): Row {
  // Facts are many: without a prototype they are found as fast as the few of a row.
  const facts: Record<string, Value> = place === '' ? Object.create(null) : {}
  for (const id of Object.keys(json)) {
    const value = json[id]
    const definition = Object.hasOwn(vocabulary, id) ? vocabulary[id] : undefined
    if (definition === undefined && leavesUnknown) continue
    const field = place === '' ? id : `${place}.${id}`
    if (definition === undefined) {
      throw new InputError(field, 'known-fact', {
        zh: '没有这个事实；可用的见词汇表（law facts）',
        en: 'there is no such fact; see the vocabulary (law facts)',
      })
    }
    if (value !== undefined) facts[id] = parseValue(definition, value, field)
  }
  return facts
}

function parseValue(definition: FactDocument, value: unknown, field: string): Value {
  if (value === null) {
    if (definition.nullable) return null
    throw new InputError(field, 'not-none', {
      zh: '不能为“无”；不知道时请省略',
      en: 'may not be none; leave it out when unknown',
    })
  }
  return parseTyped(definition.type, value, field)
}

function parseTyped(type: TypeDocument, value: unknown, field: string): Value {
  switch (kindOf(type)) {
    case 'bool':
      if (typeof value === 'boolean') return value
      throw mismatch(field, 'boolean', { zh: '应为 true 或 false', en: 'must be true or false' })
    case 'money':
      return parseMoney(value, field)
    case 'ratio':
      return parseShare(value, field)
    case 'number':
      return parseWhole(value, field, -MOST, MOST)
    case 'days':
      return parseWhole(value, field, 0, MOST_DAYS)
    case 'date':
      return day(value, field)
    case 'enum':
      return parseCode(type, value, field)
    case 'text':
      return parseText(value, field)
    case 'list':
      return parseList(type, value, field)
  }
}

function parseMoney(value: unknown, field: string): Ratio {
  const amount = parseFen(value, field)
  if (amount >= 0n) return ratio(amount)
  throw mismatch(field, 'not-negative', {
    zh: '金额不能为负',
    en: 'an amount of money must not be negative',
  })
}

/** A share from nothing to the whole. */
export function parseShare(value: unknown, field: string): Ratio {
  const share =
    typeof value === 'string' || typeof value === 'number' ? parseRatio(value, field) : undefined
  if (share && share.n >= 0n && share.n <= share.d) return share
  throw mismatch(field, 'share', {
    zh: '应为 0% 到 100% 之间的比例，如 "70%"',
    en: 'must be a share from 0% to 100%, such as "70%"',
  })
}

const MOST = 1_000_000_000_000
const MOST_DAYS = 36_525

/** A whole number within bounds. */
export function parseWhole(value: unknown, field: string, least: number, most = MOST_DAYS): Ratio {
  const isWhole = typeof value === 'number' || (typeof value === 'string' && WHOLE.test(value))
  const number = isWhole ? Number(value) : Number.NaN
  if (Number.isInteger(number) && number >= least && number <= most) return ratio(number)
  throw mismatch(field, 'whole-number', {
    zh: `应为 ${least} 到 ${most} 之间的整数`,
    en: `must be a whole number from ${least} to ${most}`,
  })
}

const WHOLE = /^-?\d{1,15}$/
const LONGEST = 10_000
// A new line or a tab may stand in a text; other control characters and half characters may not.
const UNREADABLE = /[^\P{Cc}\n\r\t]|\p{Cs}/u

function parseText(value: unknown, field: string): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw mismatch(field, 'text', { zh: '应为文字', en: 'must be a text' })
  if (value.length > LONGEST) {
    throw mismatch(field, 'too-long', {
      zh: `文字最长 ${LONGEST} 字`,
      en: `must be no longer than ${LONGEST} characters`,
    })
  }
  if (!UNREADABLE.test(value)) return value
  throw mismatch(field, 'readable', {
    zh: '含有不能显示的字符',
    en: 'holds characters that cannot be shown',
  })
}

function parseCode(type: TypeDocument, value: unknown, field: string): Value {
  const codes = Object.keys(optionsOf(type))
  const code = codes.find((each) => each === value)
  if (code !== undefined) return code
  const list = codes.join(', ')
  throw mismatch(field, 'one-of', { zh: `应为以下之一：${list}`, en: `must be one of ${list}` })
}

function parseList(type: TypeDocument, value: unknown, field: string): Value {
  if (!Array.isArray(value)) throw mismatch(field, 'list', { zh: '应为列表', en: 'must be a list' })
  if (value.length > LONGEST) {
    throw mismatch(field, 'too-many', {
      zh: `列表最多 ${LONGEST} 项`,
      en: `must hold no more than ${LONGEST} entries`,
    })
  }
  return value.map((row: unknown, index) => {
    const place = `${field}[${index}]`
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      throw mismatch(place, 'object', { zh: '应为对象', en: 'must be an object' })
    }
    return parseFields(fieldsOf(type), row as Readonly<Record<string, unknown>>, place)
  })
}

function mismatch(field: string, rule: string, text: Words): InputError {
  return new InputError(field, rule, text)
}

/** One entry of the vocabulary as scripts and forms read it. */
export interface VocabularyEntry {
  readonly id: string
  readonly type: string
  readonly label: Words
  readonly question?: Words
  readonly evidence: readonly string[]
  readonly nullable: boolean
  readonly event: boolean
  readonly options?: Readonly<Record<string, Words>>
  readonly fields?: readonly VocabularyEntry[]
}

/** The vocabulary as a list, in the order in which it was written. */
export function vocabularyOf(vocabulary: Vocabulary): readonly VocabularyEntry[] {
  return Object.entries(vocabulary).map(([id, fact]) => {
    const kind = kindOf(fact.type)
    return {
      id,
      type: kind,
      label: fact.label,
      ...(fact.ask ? { question: fact.ask } : {}),
      evidence: fact.evidence ?? [],
      nullable: fact.nullable ?? false,
      event: fact.event ?? false,
      ...(kind === 'enum' ? { options: optionsOf(fact.type) } : {}),
      ...(kind === 'list' ? { fields: vocabularyOf(fieldsOf(fact.type)) } : {}),
    }
  })
}
