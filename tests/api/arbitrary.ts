import fc from 'fast-check'
import type { JsonSchema } from './operations.ts'

// Values for a JSON schema: most of them valid, some of them what nobody should send.

/** What breaks careless programs. */
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    '\u0000',
    'a\u0000b',
    '\ud800',
    '甲\udfff乙',
    '\u202e',
    '',
    '   ',
    'x'.repeat(70_000),
    '示'.repeat(30_000),
    '1e309',
    '-1',
    '10.5',
    '99999999999999999999',
    '9223372036854775808',
    '2026-02-30',
    '0000-01-01',
    '9999-12-31',
    "'; drop table act; --",
    '%00',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    -1,
    0,
    1.5,
    2 ** 53,
    1e308,
    null,
    true,
    [],
    {},
    { constructor: { prototype: 1 } },
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer({ min: 50, max: 3000 }).map(nested),
)

/** Lists in lists. */
function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}

/** How to make values: the parts that schemas refer to, and values known to lead somewhere. */
export interface Making {
  readonly components: Readonly<Record<string, JsonSchema>>
  readonly ids: readonly string[]
}

/** Mostly valid values of a schema; one in seven is nasty, at any level. */
export function valuesOf(schema: JsonSchema, making: Making): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: validOf(schema, making) },
    { weight: 1, arbitrary: nasty },
  )
}

function validOf(schema: JsonSchema, making: Making): fc.Arbitrary<unknown> {
  const { $ref, anyOf, oneOf, allOf, type, const: only, enum: some } = schema
  if (typeof $ref === 'string') {
    return valuesOf(making.components[$ref.split('/').at(-1) ?? ''] ?? {}, making)
  }
  if (only !== undefined) return fc.constant(only)
  if (Array.isArray(some)) return fc.constantFrom(...some)
  const choices = anyOf ?? oneOf
  if (Array.isArray(choices)) {
    return fc.oneof(...choices.map((one: JsonSchema) => valuesOf(one, making)))
  }
  if (Array.isArray(type)) {
    return fc.oneof(...type.map((one: string) => valuesOf({ ...schema, type: one }, making)))
  }
  if (Array.isArray(allOf) && type === undefined)
    return validOf(Object.assign({}, ...allOf), making)
  switch (type) {
    case 'object':
      return objects(schema, making)
    case 'array':
      return lists(schema, making)
    case 'string':
      return texts(schema, making)
    case 'integer':
      return fc.integer({
        min: numberAt(schema, 'minimum', -5),
        max: numberAt(schema, 'maximum', 300),
      })
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function objects(schema: JsonSchema, making: Making): fc.Arbitrary<unknown> {
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)
  const required = (schema['required'] ?? []) as string[]
  const known = fc.record(
    Object.fromEntries(fields.map(([name, field]) => [name, valuesOf(field, making)])),
    { requiredKeys: required.filter((name) => fields.some(([field]) => field === name)) },
  )
  const more = schema['additionalProperties']
  if (typeof more !== 'object' || more === null) return withStranger(known)
  const others = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 12 }),
    valuesOf(more as JsonSchema, making),
    {
      maxKeys: 4,
    },
  )
  return fc.tuple(others, known).map(([some, rest]) => ({ ...some, ...rest }))
}

/** Now and then a field that nobody asked for. */
function withStranger(known: fc.Arbitrary<object>): fc.Arbitrary<unknown> {
  const strange = known.map((value) => ({ ...value, unasked: 1 }))
  return fc.oneof({ weight: 20, arbitrary: known }, { weight: 1, arbitrary: strange })
}

function lists(schema: JsonSchema, making: Making): fc.Arbitrary<unknown> {
  const minLength = numberAt(schema, 'minItems', 0)
  const items = valuesOf((schema['items'] ?? {}) as JsonSchema, making)
  return fc.array(items, {
    minLength,
    maxLength: Math.max(minLength, Math.min(4, numberAt(schema, 'maxItems', 4))),
  })
}

function texts(schema: JsonSchema, { ids }: Making): fc.Arbitrary<unknown> {
  const { format, pattern, allOf } = schema as {
    format?: string
    pattern?: string
    allOf?: unknown
  }
  const isId = format === 'uuid' || JSON.stringify(allOf ?? '').includes('[0-9a-fA-F]{8}-')
  if (isId) return fc.oneof(fc.constantFrom(...ids), fc.uuid({ version: 7 }))
  if (format === 'date') return days
  if (typeof pattern === 'string' && format === undefined) return matching(pattern)
  const minLength = numberAt(schema, 'minLength', 0)
  const maxLength = Math.max(minLength, Math.min(30, numberAt(schema, 'maxLength', 30)))
  return fc.oneof(
    fc.string({ unit: 'grapheme', minLength, maxLength }),
    fc.constantFrom(
      '示例',
      'admin',
      'cn-gd-2025',
      'gd-2025',
      '0',
      '100',
      '50%',
      '2026-03-05',
      ...ids.slice(0, 3),
    ),
  )
}

const days = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

function matching(pattern: string): fc.Arbitrary<unknown> {
  try {
    return fc.stringMatching(new RegExp(pattern))
  } catch {
    // The generator knows fewer constructs than the language.
    return fc.string()
  }
}

function numberAt(schema: JsonSchema, key: string, otherwise: number): number {
  const value = schema[key]
  // The widest bounds say nothing: they are what every whole number has.
  return typeof value === 'number' && Math.abs(value) < 2 ** 31 ? value : otherwise
}
