import type { App } from '../../server/src/platform/module.ts'

/** A JSON schema as the description of the API holds it. */
export type JsonSchema = { readonly [key: string]: unknown }

/** One route of the API by its description. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** As in `/api/v1/cases/{id}`. */
  readonly path: string
  readonly params: readonly Parameter[]
  readonly body: JsonSchema | undefined
  /** Schemas of the answers by status (`200`, `4XX`) and media type. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>
}

/** A value in the path or the query. */
export interface Parameter {
  readonly in: 'path' | 'query'
  readonly name: string
  readonly required: boolean
  readonly schema: JsonSchema
}

interface Described {
  readonly parameters?: readonly (Parameter & { required?: boolean })[]
  readonly requestBody?: { content: Record<string, { schema: JsonSchema }> }
  readonly responses?: Record<string, { content?: Record<string, { schema: JsonSchema }> }>
}

/** The parts that schemas refer to, by `#/components/schemas/<name>`. */
export function componentsOf(app: App): Readonly<Record<string, JsonSchema>> {
  const document = app.swagger() as unknown as {
    components: { schemas: Record<string, JsonSchema> }
  }
  return document.components.schemas
}

/** Every operation that the API describes. */
export function operationsOf(app: App): Operation[] {
  const { paths } = app.swagger() as unknown as {
    paths: Record<string, Record<string, Described>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      params: (described.parameters ?? []).map((one) => ({
        ...one,
        required: one.required ?? false,
      })),
      body: described.requestBody?.content['application/json']?.schema,
      answers: Object.fromEntries(
        Object.entries(described.responses ?? {}).map(([status, { content = {} }]) => [
          status,
          Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, schema])),
        ]),
      ),
    })),
  )
}
