// Forms filled in by chance from what their schemas say: mostly as lawful people would, sometimes not.
import { addDays, type Day } from '@yizhuan/kit'
import { z } from 'zod'
import type { ActRule } from '../procedure/procedure.ts'
import type { CommonState } from '../procedure/state.ts'
import type { Luck } from './luck.ts'

type Data = Readonly<Record<string, unknown>>

/** What a JSON schema says of a field, as far as the forms of acts use it. */
interface Field {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly format?: string
  readonly unit?: string
  readonly by?: string
  readonly ahead?: boolean
  readonly pattern?: string
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly items?: Field
  readonly properties?: Readonly<Record<string, Field>>
  readonly required?: readonly string[]
}

/** Who fills in, when, and what is likelier in some fields than elsewhere. */
export interface Filling {
  readonly luck: Luck
  readonly today: Day
  /** Answers by the name of a field, wherever it stands; one of them is taken. */
  readonly mostly: Readonly<Record<string, readonly unknown[]>>
  /** How often an answer is any that the schema allows. */
  readonly wild: number
}

/** Few people and companies, so that they meet again. */
export const people = ['示例甲', '示例乙', '示例丙'] as const
export const companies = ['示例生物（虚构）', '示例器械（虚构）'] as const

const amounts = ['100000000', '60000000', '8000007', '100', '0']
const shares = ['70%', '50%', '100%', '30%', '1/3', '0%']
const daysBack = [0, 0, 0, 1, 20, 300]
const daysAhead = [30, 400, 900, 2000, 4000]
const isPerson =
  /^(name|completers|recused|toRecuse|waived|member|person|representative|researcher|receivedBy|acceptedBy)$/
const isCompany = /^(counterparty|bidder|company|enterprise|client|licensee|to)$/

const schemas = new WeakMap<z.ZodObject, Field>()

function schemaOf(data: z.ZodObject): Field {
  const known = schemas.get(data)
  if (known) return known
  const schema = z.toJSONSchema(data, { io: 'input' }) as Field
  schemas.set(data, schema)
  return schema
}

/** One filling of the form of an act, begun with what the record suggests. */
export function filledForm<State extends CommonState>(
  rule: ActRule<State>,
  state: State | undefined,
  missing: readonly string[],
  filling: Filling,
): Data {
  const { luck, today } = filling
  const schema = schemaOf(rule.data)
  const whole = groupOf(schema, filling, 1)
  const suggested = state ? given(rule.suggests?.(state, today) ?? {}) : {}
  const kept = Object.entries(suggested)
    .filter(() => !luck.happens(filling.wild))
    .map(([key, value]) => [key, completed(value, schema.properties?.[key], filling)] as const)
  const asked = within(whole, schema, luck)
  const known = { ...asked, ...Object.fromEntries(kept) }
  return fitted(rule, state, known, { ...whole, ...suggested }, missing)
}

/** What the record suggests, with what is still wanted of each line of it. */
function completed(value: unknown, field: Field | undefined, filling: Filling): unknown {
  if (Array.isArray(value)) return value.map((one) => completed(one, field?.items, filling))
  if (typeof value !== 'object' || value === null || !field?.properties) return value
  const wanted = { ...field, properties: onlyWanted(field) }
  return { ...groupOf(wanted, filling, 1), ...given(value as Data) }
}

function onlyWanted({ properties = {}, required = [] }: Field) {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => required.includes(key)))
}

/** Some of what need not be said is left unsaid. */
function within(whole: Data, { required = [] }: Field, luck: Luck): Data {
  return Object.fromEntries(
    Object.entries(whole).filter(([key]) => required.includes(key) || luck.happens(0.7)),
  )
}

/** Fields that do not apply are left out, and those that are wanted are filled in. */
function fitted<State extends CommonState>(
  rule: ActRule<State>,
  state: State | undefined,
  data: Data,
  whole: Data,
  missing: readonly string[],
): Data {
  const fit = rule.fits?.(state, data, missing)
  if (!fit) return data
  const wanted = fit.wants.reduce<Data>((sum, at) => withAt(sum, at, valueAt(whole, at)), data)
  const { hides } = rule.fits?.(state, wanted, missing) ?? fit
  return hides.reduce<Data>((sum, at) => withAt(sum, at, undefined), wanted)
}

function valueAt(data: Data, at: string): unknown {
  return at.split('.').reduce<unknown>((sum, key) => (sum as Data | undefined)?.[key], data)
}

function withAt(data: Data, at: string, value: unknown): Data {
  const [key = '', ...rest] = at.split('.')
  if (rest.length === 0) return given({ ...data, [key]: value })
  const inner = (data[key] ?? {}) as Data
  return { ...data, [key]: withAt(inner, rest.join('.'), value) }
}

/** What is said; a field set to undefined says nothing. */
function given(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
}

function groupOf({ properties = {}, required = [] }: Field, filling: Filling, often: number): Data {
  const { luck } = filling
  const answers = Object.entries(properties)
    .filter(([key, { by }]) => required.includes(key) || by !== 'register' || key in filling.mostly)
    .filter(([key]) => required.includes(key) || often === 1 || luck.happens(often))
    .map(([key, field]) => [key, answerOf(key, field, filling)] as const)
  return given(Object.fromEntries(answers))
}

function answerOf(key: string, field: Field, filling: Filling): unknown {
  const { luck, mostly, wild } = filling
  const likely = Object.hasOwn(mostly, key) ? mostly[key] : undefined
  if (likely !== undefined && !luck.happens(wild)) return luck.oneOf(likely)
  if (field.default !== undefined && field.type !== 'array' && !luck.happens(0.15))
    return field.default
  if (field.enum) return luck.happens(0.55) ? field.enum[0] : luck.oneOf(field.enum)
  switch (field.type) {
    case 'boolean':
      return luck.happens(0.85)
    case 'integer':
      return (field.minimum ?? 0) + luck.below(6)
    case 'array':
      return listOf(key, field, filling)
    case 'object':
      return groupOf(field, filling, 0.8)
    default:
      return wordsOf(key, field, filling)
  }
}

function wordsOf(key: string, { format, unit, ahead }: Field, { luck, today }: Filling): unknown {
  if (format === 'uuid') return undefined
  if (format === 'date')
    return addDays(today, ahead ? luck.oneOf(daysAhead) : -luck.oneOf(daysBack))
  if (unit === 'fen') return luck.oneOf(amounts)
  if (unit === 'share') return luck.oneOf(shares)
  if (isPerson.test(key)) return luck.oneOf(people)
  if (isCompany.test(key)) return luck.oneOf(companies)
  return `示例${1 + luck.below(90)}`
}

/** A list of what is wanted at least, or some more; nobody and nothing stands in it twice. */
function listOf(key: string, { items = {}, minItems = 0 }: Field, filling: Filling): unknown {
  const length = minItems + (filling.luck.happens(0.3) ? 1 + filling.luck.below(2) : 0)
  const asText = (one: unknown) => String((one as Data)['name'] ?? JSON.stringify(one))
  // A likely answer is one for the whole list.
  const { [key]: _whole, ...mostly } = filling.mostly
  const all = Array.from({ length }, () => answerOf(key, items, { ...filling, mostly }))
  return [...new Map(all.map((one) => [asText(one), one])).values()]
}
