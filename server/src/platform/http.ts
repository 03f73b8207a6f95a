import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyServerOptions, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccessList, guardRoutes } from './access.ts'
import { declareAnswers } from './answers.ts'
import { answerErrors, sendProblem } from './errors.ts'
import { fileRoutes } from './files.routes.ts'
import { fileLimitBytes } from './files.ts'
import { historyExportRoutes } from './history-export.routes.ts'
import type { App, Context, Module } from './module.ts'
import { describeApi } from './openapi.ts'
import { platformProblems } from './problem.refusals.ts'
import { joinPages, problemRoutes } from './problem.routes.ts'
import { Problem } from './problem.ts'
import type { Searchable } from './search.ts'
import { securityHeaders } from './security-headers.ts'
import { recogniseCallers, sessionRoutes } from './session.routes.ts'
import { isSecure } from './session.ts'
import type { Settling } from './settling.ts'
import { openSetup, type SetupToken } from './setup.ts'
import { serveWeb } from './web.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Who may use which route, one line each. */
    accessList: AccessList
    /** What can be looked for, and by whom. */
    searchable: readonly Searchable[]
    /** What registers show that is worked out when somebody asks, by the name of the register. */
    settling: ReadonlyMap<string, Settling>
    /** The one-time right to create the first administrator. */
    setupToken: SetupToken
  }
}

/** Where libraries register routes of their own. */
const libraries = ['/api/docs']

/** The prefix of every route of the API. */
export const apiPrefix = '/api/v1'

/** Builds the whole application, ready for `listen` or `inject`; nothing listens yet. */
export async function buildApp(
  context: Context,
  modules: readonly Module[],
  options: { logger?: FastifyServerOptions['logger'] } = {},
): Promise<App> {
  const { config, db } = context
  const app: App = fastify({
    logger: options.logger ?? false,
    // An address may be a secret (a calendar, an invitation): no log holds one.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    bodyLimit: 1024 * 1024,
    genReqId: () => randomUUID(),
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  app.decorate(
    'searchable',
    modules.flatMap((module) => module.searchable ?? []),
  )
  app.decorate(
    'settling',
    new Map(modules.flatMap(({ settles }) => Object.entries(settles?.(context) ?? {}))),
  )
  app.decorate('accessList', guardRoutes(app, libraries))
  declareAnswers(app, libraries)
  const setup = await openSetup(db)
  app.decorate('setupToken', setup)
  await protect(app, context)
  await describeApi(app)
  await app.register(
    async (api) => {
      healthRoute(api, context)
      sessionRoutes(api, context, modules, setup)
      fileRoutes(api, context)
      historyExportRoutes(api, context)
      for (const module of modules) await module.routes?.(api, context)
    },
    { prefix: apiPrefix },
  )
  problemRoutes(app, joinPages([platformProblems, ...modules.map(({ problems = {} }) => problems)]))
  await serveWeb(app, config.webFolder)
  return app
}

async function protect(app: App, context: Context): Promise<void> {
  const { config } = context
  const headersOf = securityHeaders(apiPrefix, isSecure(config))
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headersOf(request.url))
  })
  await app.register(compress, { threshold: 4096, encodings: ['gzip', 'identity'] })
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: fileLimitBytes, files: 1 } })
  await app.register(rateLimit, {
    global: false,
    ...(config.rateLimits ? {} : { allowList: () => true }),
    errorResponseBuilder: (_request, { ttl }) => tooMany(Math.ceil(ttl / 1000)),
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('request-id', request.id)
    const writes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
    // A form of another site cannot set a header of its own: that it is there is the proof.
    if (writes && request.headers['x-yizhuan-csrf'] !== '1') throw foreignRequest()
  })
  recogniseCallers(app, context)
}

function healthRoute(app: App, { db, clock }: Context): void {
  app.get(
    '/health',
    {
      config: { access: 'public' },
      schema: {
        tags: ['health'],
        response: { 200: z.object({ ok: z.boolean(), today: z.string() }) },
      },
    },
    async () => {
      await db.selectFrom('institution').select('id').limit(1).execute()
      return { ok: true, today: clock.today() }
    },
  )
}

function foreignRequest(): Problem {
  return new Problem(
    403,
    'csrf-header-missing',
    { zh: '请求来源无法确认', en: 'The origin of the request is not proven' },
    {
      zh: '写入请求须带请求头 x-yizhuan-csrf: 1。',
      en: 'Requests that write must carry the header x-yizhuan-csrf: 1.',
    },
  )
}

function tooMany(seconds: number): Problem {
  return new Problem(
    429,
    'too-many-requests',
    { zh: '请求过于频繁', en: 'Too many requests' },
    { zh: `请 ${seconds} 秒后再试。`, en: `Try again in ${seconds} seconds.` },
    { retryAfterSeconds: seconds },
  )
}
