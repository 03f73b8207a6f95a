import { day, InputError, parseFen, parseRatio, ratio, type Words } from '@yizhuan/kit'
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
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new InputError('', 'object', {
      zh: '事实应为一个 JSON 对象',
      en: 'facts must be one JSON object',
    })
  }
  return parseFields(law.vocabulary, json as Readonly<Record<string, unknown>>, '')
}

function parseFields(
  vocabulary: Vocabulary,
  json: Readonly<Record<string, unknown>>,
  place: string,
): Row {
  // Facts are many: without a prototype they are found as fast as the few of a row.
  const facts: Record<string, Value> = place === '' ? Object.create(null) : {}
  for (const id of Object.keys(json)) {
    const value = json[id]
    const field = place === '' ? id : `${place}.${id}`
    const definition = Object.hasOwn(vocabulary, id) ? vocabulary[id] : undefined
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
      return ratio(parseFen(value, field))
    case 'ratio':
      if (typeof value === 'string' || typeof value === 'number') return parseRatio(value, field)
      throw mismatch(field, 'ratio', {
        zh: '应为比例，如 "70%"',
        en: 'must be a share such as "70%"',
      })
    case 'number':
    case 'days':
      if (typeof value === 'number' ? Number.isSafeInteger(value) : /^-?\d+$/.test(String(value))) {
        return ratio(BigInt(String(value)))
      }
      throw mismatch(field, 'whole-number', { zh: '应为整数', en: 'must be a whole number' })
    case 'date':
      return day(value, field)
    case 'enum':
      return parseCode(type, value, field)
    case 'text':
      if (typeof value === 'string' && value.trim() !== '') return value
      throw mismatch(field, 'text', { zh: '应为文字', en: 'must be a text' })
    case 'list':
      return parseList(type, value, field)
  }
}

function parseCode(type: TypeDocument, value: unknown, field: string): Value {
  const options = optionsOf(type)
  if (typeof value === 'string' && Object.hasOwn(options, value)) return value
  const list = Object.keys(options).join(', ')
  throw mismatch(field, 'one-of', { zh: `应为以下之一：${list}`, en: `must be one of ${list}` })
}

function parseList(type: TypeDocument, value: unknown, field: string): Value {
  if (!Array.isArray(value)) throw mismatch(field, 'list', { zh: '应为列表', en: 'must be a list' })
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
