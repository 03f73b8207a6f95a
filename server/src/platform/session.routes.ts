import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { callerOf } from './access.ts'
import { acceptInvitation, invitedBy } from './account.ts'
import type { App, Context, Module } from './module.ts'
import { Problem, problemSchema } from './problem.ts'
import {
  cookieName,
  endOtherSessions,
  endSession,
  isSecure,
  openSession,
  openSessions,
  type Session,
  sessionFinder,
} from './session.ts'
import { foundInstitution, type SetupToken } from './setup.ts'
import { changePassword, recordAttempt, signIn } from './sign-in.ts'
import { text } from './text.ts'

/** A password as it may be chosen: long rather than intricate. */
export const newPassword = z.string().min(10).max(200)

const personName = text(100)

/** Who is signed in, as the client shows it. */
export const sessionView = z
  .object({
    person: z.object({ id: z.string(), name: z.string() }),
    institution: z.object({ id: z.string(), name: z.string() }),
    roles: z.array(z.string()),
    lang: z.enum(['zh', 'en']),
  })
  .meta({ id: 'Session' })

type SessionView = z.output<typeof sessionView>

/** Whom an invitation is for: what the holder of the link sees before choosing a password. */
export const invitationView = z
  .object({ name: z.string(), login: z.string(), institution: z.string(), until: z.string() })
  .meta({ id: 'Invitation' })

const openSessionsView = z.object({
  items: z.array(
    z.object({
      since: z.string(),
      seenAt: z.string(),
      address: z.string().nullable(),
      agent: z.string().nullable(),
      isThis: z.boolean(),
    }),
  ),
})

const refusals = { 400: problemSchema, 401: problemSchema, 403: problemSchema }

declare module 'fastify' {
  interface FastifyRequest {
    session: Session | undefined
  }
}

/** Recognises the caller of every request by the session cookie. */
export function recogniseCallers(app: App, context: Context): void {
  app.decorateRequest('caller', undefined)
  app.decorateRequest('session', undefined)
  const { db, clock, config } = context
  const name = cookieName(config)
  const findSession = sessionFinder(db, clock, config.signIn)
  const glanceAt = sessionFinder(db, clock, config.signIn, 'glance')
  app.addHook('onRequest', async (request) => {
    // The client's own files are for everybody, and must come also while the database does not answer.
    const token = request.is404 ? undefined : request.cookies[name]
    if (!token) return
    const find = request.routeOptions.config.isByItself ? glanceAt : findSession
    request.session = await find(token)
    request.caller = request.session?.caller
  })
}

/** Sign-in, sign-out, passwords, invitations and the founding of the first institution. */
export function sessionRoutes(
  app: App,
  context: Context,
  modules: readonly Module[],
  setup: SetupToken,
): void {
  signInRoutes(app, context)
  passwordRoutes(app, context)
  ownSessionRoutes(app, context)
  setupRoutes(app, context, modules, setup)
}

function signInRoutes(app: App, context: Context): void {
  const { db, clock, config } = context
  app.get(
    '/session',
    // Public, because to ask who is signed in is no fault: nobody is told null, and nothing else.
    {
      config: { access: 'public' },
      schema: { tags: ['session'], response: { 200: sessionView.nullable() } },
    },
    async ({ session }) => (session ? viewOf(session) : null),
  )
  app.post(
    '/session',
    {
      config: { access: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        tags: ['session'],
        body: z.strictObject({ login: text(100), password: z.string().min(1).max(200) }),
        response: { 200: sessionView, ...refusals },
      },
    },
    async (request, reply) => {
      const { login, password } = request.body
      const account = await signIn(context, login.toLowerCase(), password, request.ip)
      return begin(context, request, reply, account)
    },
  )
  app.delete(
    '/session',
    {
      config: { access: 'signedIn' },
      schema: { tags: ['session'], response: { 204: z.null(), ...refusals } },
    },
    async (request, reply) => {
      const { account } = callerOf(request)
      if (request.session) {
        const { login, tokenHash } = request.session
        await endSession(db, clock, tokenHash)
        await recordAttempt(context, { login, account }, 'signed-out', request.ip)
      }
      reply.clearCookie(cookieName(config), { path: '/', secure: isSecure(config) })
      return reply.code(204).send(null)
    },
  )
}

function passwordRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.post(
    '/session/password',
    {
      config: { access: 'signedIn', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        tags: ['session'],
        body: z.strictObject({ current: z.string().min(1).max(200), next: newPassword }),
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { account } = callerOf(request)
      await changePassword(context, account, request.body, request.ip)
      await endOtherSessions(db, clock, account, request.session?.tokenHash)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/invitation/look',
    {
      config: { access: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        tags: ['session'],
        body: z.strictObject({ token: text(100) }),
        response: { 200: invitationView, ...refusals },
      },
    },
    async (request) => {
      const invited = await invitedBy(db, clock, request.body.token)
      if (!invited) throw tokenRefused()
      return { ...invited, until: invited.until?.toISOString() ?? '' }
    },
  )
  app.post(
    '/invitation',
    {
      config: { access: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        tags: ['session'],
        body: z.strictObject({ token: text(100), password: newPassword }),
        response: { 200: sessionView, ...refusals },
      },
    },
    async (request, reply) => {
      const { token, password } = request.body
      const account = await acceptInvitation(db, clock, token, password)
      if (!account) throw tokenRefused()
      // The link may have been given because somebody else was signed in with the old password.
      await endOtherSessions(db, clock, account.id)
      await recordAttempt(
        context,
        { login: account.login, account: account.id },
        'password-changed',
        request.ip,
      )
      return begin(context, request, reply, account.id)
    },
  )
}

/** What somebody may do about their own sessions. */
function ownSessionRoutes(app: App, { db, clock, config }: Context): void {
  app.get(
    '/session/open',
    {
      config: { access: 'signedIn' },
      schema: { tags: ['session'], response: { 200: openSessionsView, ...refusals } },
    },
    async (request) => {
      const { account } = callerOf(request)
      const own = request.session?.tokenHash
      const items = await openSessions(db, clock, config.signIn, account, own)
      return {
        items: items.map(({ since, seenAt, ...one }) => ({
          ...one,
          since: since.toISOString(),
          seenAt: seenAt.toISOString(),
        })),
      }
    },
  )
  app.delete(
    '/session/others',
    {
      config: { access: 'signedIn' },
      schema: { tags: ['session'], response: { 204: z.null(), ...refusals } },
    },
    async (request, reply) => {
      const { account } = callerOf(request)
      await endOtherSessions(db, clock, account, request.session?.tokenHash)
      return reply.code(204).send(null)
    },
  )
}

function setupRoutes(
  app: App,
  context: Context,
  modules: readonly Module[],
  setup: SetupToken,
): void {
  app.get(
    '/setup',
    {
      config: { access: 'public' },
      schema: { tags: ['session'], response: { 200: z.object({ open: z.boolean() }) } },
    },
    async () => ({ open: setup.isOpen() }),
  )
  app.post(
    '/setup',
    {
      config: { access: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        tags: ['session'],
        body: z.strictObject({
          token: text(100),
          login: text(100),
          password: newPassword,
          name: personName,
          institutionName: text(200),
        }),
        response: { 200: sessionView, ...refusals, 409: problemSchema },
      },
    },
    async (request, reply) => {
      if (!setup.fits(request.body.token)) throw tokenRefused()
      const account = await foundInstitution(context, modules, request.body)
      setup.close()
      const { login } = request.body
      await recordAttempt(context, { login, account }, 'set-up', request.ip)
      return begin(context, request, reply, account)
    },
  )
}

async function begin(
  { db, clock, config }: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  account: string,
): Promise<z.output<typeof sessionView>> {
  // A session from before this sign-in must not live on beside the new one.
  if (request.session) await endSession(db, clock, request.session.tokenHash)
  const token = await openSession(db, clock, config.signIn, account, {
    address: request.ip,
    agent: request.headers['user-agent'],
  })
  request.session = await sessionFinder(db, clock, config.signIn)(token)
  reply.setCookie(cookieName(config), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(config),
  })
  return entered(request)
}

function entered({ session }: FastifyRequest): SessionView {
  if (!session) throw tokenRefused()
  return viewOf(session)
}

function viewOf({ caller, institutionName }: Session): SessionView {
  return {
    person: { id: caller.person, name: caller.name },
    institution: { id: caller.institution, name: institutionName },
    roles: [...caller.roles],
    lang: caller.lang,
  }
}

function tokenRefused(): Problem {
  return new Problem(
    403,
    'token-refused',
    { zh: '链接无效', en: 'The link is not valid' },
    {
      zh: '链接已使用、已过期或不正确，请索取新的链接。',
      en: 'The link was used, has expired or is wrong; ask for a new one.',
    },
  )
}
