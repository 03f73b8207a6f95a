import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { App } from './module.ts'

/** Describes all routes as OpenAPI 3.1 at `/api/v1/openapi.json`, to read at `/api/docs`. */
export async function describeApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Yizhuan',
        version: '1',
        description:
          'Technology transfer by public medical institutions. Money is whole fen as decimal ' +
          'texts, days are ISO dates in Asia/Shanghai, refusals are problem details (RFC 9457): ' +
          'their type leads to a page that says what to do. Requests that write carry the header ' +
          'x-yizhuan-csrf: 1.',
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'yz_session' } },
      },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route)
      const access = route.route.config?.access ?? 'public'
      const who = typeof access === 'string' ? access : access.join(', ')
      const security = access === 'public' ? [] : [{ session: [] }]
      return { url, schema: { ...schema, security, description: `For: ${who}.` } }
    },
    transformObject: (document) => tidied(jsonSchemaTransformObject(document)),
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: false })
  app.get(
    '/api/v1/openapi.json',
    { config: { access: 'public' }, schema: { hide: true, response: { 200: z.unknown() } } },
    async () => app.swagger(),
  )
}

type Document = ReturnType<typeof jsonSchemaTransformObject>

const meanings: Readonly<Record<string, string>> = {
  '200': 'What was asked for',
  '201': 'It was recorded',
  '204': 'It was done',
}

interface Operation {
  readonly responses?: Readonly<
    Record<string, { description: string; content?: Record<string, unknown> }>
  >
}

/** Says of every answer what it is, and sends problems under their own media type. */
function tidied(document: Document): Document {
  const paths = Object.values(('paths' in document && document.paths) || {})
  const operations = paths.flatMap((path) => Object.values(path ?? {})) as Operation[] // By the standard.
  for (const { responses = {} } of operations) {
    for (const [status, answer] of Object.entries(responses)) {
      const isProblem = /^[45]/.test(status)
      answer.description = isProblem ? 'A problem' : (meanings[status] ?? answer.description)
      const [schema] = Object.values(answer.content ?? {})
      if (isProblem && schema) answer.content = { 'application/problem+json': schema }
    }
  }
  return document
}
