import type { FastifyInstance } from 'fastify'
import { problemSchema } from './problem.ts'

/**
 * Makes every later route declare what it answers, so that nothing undeclared leaves by accident,
 * and adds that any of them may answer with a problem instead.
 *
 * @param open  prefixes of routes that libraries register.
 */
export function declareAnswers(app: FastifyInstance, open: readonly string[] = []): void {
  app.addHook('onRoute', (route) => {
    if (open.some((prefix) => route.url.startsWith(prefix))) return
    const declared = (route.schema?.response ?? {}) as Readonly<Record<string, unknown>>
    if (!Object.keys(declared).some((status) => status.startsWith('2'))) {
      throw new Error(
        `Route ${String(route.method)} ${route.url} does not declare what it answers (schema.response).`,
      )
    }
    const problems = { '4xx': problemSchema, '5xx': problemSchema }
    route.schema = { ...route.schema, response: { ...problems, ...declared } }
  })
}
