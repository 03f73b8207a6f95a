import { type ActRule, procedures } from '@yizhuan/procedures'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { z } from 'zod'
import type { App } from '../../server/src/platform/module.ts'
import { type Making, valuesOf } from './arbitrary.ts'
import { componentsOf, type JsonSchema, type Operation, type Parameter } from './operations.ts'

/** A request put together from the description, more or less. */
interface Request {
  readonly url: string
  readonly payload: unknown
}

/** Sends many requests to one operation and says what is wrong with any answer. */
export interface Fuzzer {
  /** @throws with the smallest request that was answered wrongly. */
  run(operation: Operation, cookie: string, runs: number, seed: number): Promise<void>
  /** How many answers of each class of status were seen. */
  readonly seen: Map<string, number>
}

/** A fuzzer for an application. */
export function fuzzer(app: App, ids: readonly string[], codes: ReadonlySet<string>): Fuzzer {
  const components = componentsOf(app)
  const making: Making = { components, ids }
  const check = checker(components)
  const seen = new Map<string, number>()
  return {
    seen,
    run: (operation, cookie, runs, seed) =>
      fc.assert(
        fc.asyncProperty(requestsTo(operation, making), async ({ url, payload }) => {
          const { method } = operation
          const answer = await app.inject({
            method,
            url,
            headers: { cookie, 'x-yizhuan-csrf': '1', 'content-type': 'application/json' },
            ...(payload !== undefined && { payload: JSON.stringify(payload) }),
          })
          const kind = `${Math.floor(answer.statusCode / 100)}xx`
          seen.set(kind, (seen.get(kind) ?? 0) + 1)
          const wrong = wrongAnswer(operation, answer, check, codes)
          if (wrong) throw new Error(`${method} ${url.slice(0, 200)}: ${wrong}`)
        }),
        { numRuns: runs, seed, endOnFailure: true },
      ),
  }
}

interface Answer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

function wrongAnswer(
  { answers }: Operation,
  { statusCode: status, headers, body }: Answer,
  check: (schema: JsonSchema, value: unknown) => string | undefined,
  codes: ReadonlySet<string>,
): string | undefined {
  if (status >= 500) return `answered ${status}: ${body.slice(0, 300)}`
  const declared = answers[status] ?? answers[`${Math.floor(status / 100)}XX`]
  if (!declared) return `answered ${status}, which is not declared`
  if (status === 204) return body === '' ? undefined : 'answered 204 with a body'
  const type = String(headers['content-type'] ?? '').split(';')[0] ?? ''
  const schema = declared[type]
  if (!schema) return `answered ${status} as ${type}, which is not declared`
  if (!type.endsWith('json')) return undefined
  const value = JSON.parse(body)
  if (status >= 400 && !codes.has(value.code)) return `answered with the unknown code ${value.code}`
  return check(schema, value)
}

/** Holds values against schemas of the description with a validator that is not our own. */
function checker(components: Readonly<Record<string, JsonSchema>>) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'api', components: { schemas: components } })
  const compiled = new Map<JsonSchema, ValidateFunction>()
  return (schema: JsonSchema, value: unknown): string | undefined => {
    const known = compiled.get(schema) ?? ajv.compile(absolute(schema))
    compiled.set(schema, known)
    return known(value) ? undefined : `the body is not as declared: ${ajv.errorsText(known.errors)}`
  }
}

function absolute(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'))
}

function requestsTo(operation: Operation, making: Making): fc.Arbitrary<Request> {
  const { path, params, body } = operation
  const values = fc.record(
    Object.fromEntries(params.map((one) => [nameOf(one), valuesOf(one.schema, making)])),
    { requiredKeys: params.filter((one) => one.in === 'path' || one.required).map(nameOf) },
  )
  const payloads = path.endsWith('/acts') ? acts(making) : body && valuesOf(body, making)
  return fc.record({ values, payload: payloads ?? fc.constant(undefined) }).map((made) => ({
    url: urlOf(path, params, made.values),
    payload: made.payload,
  }))
}

/** Acts by their names, with data more or less as the procedure wants it. */
function acts(making: Making): fc.Arbitrary<unknown> {
  const one = ([type, { data }]: [string, ActRule]) => {
    const schema = z.toJSONSchema(data, { unrepresentable: 'any', io: 'input' })
    return fc.record({
      type: fc.constant(type),
      data: valuesOf(schema as JsonSchema, making),
      expectedSeq: fc.integer({ min: 1, max: 30 }),
    })
  }
  return fc.oneof(...procedures.flatMap((each) => Object.entries(each.acts)).map(one))
}

const nameOf = (one: Parameter) => `${one.in} ${one.name}`

function urlOf(path: string, params: readonly Parameter[], values: object): string {
  const given = new Map(Object.entries(values))
  let url = path
  const query: string[] = []
  for (const one of params) {
    const value = given.get(nameOf(one))
    if (one.in === 'path')
      url = url.replace(`{${one.name}}`, written(value).slice(0, 3000) || '%20')
    else if (value !== undefined) query.push(`${one.name}=${written(value)}`)
  }
  return query.length > 0 ? `${url}?${query.join('&')}`.slice(0, 12_000) : url
}

/** As it stands in an address; what has no form there is left as a broken escape. */
function written(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  try {
    return encodeURIComponent(text).slice(0, 8000).replace(/%.?$/, '')
  } catch {
    return '%ED%A0%80'
  }
}
