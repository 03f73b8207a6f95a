import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Caller } from './database.ts'
import { forbidden, type Problem, unknownCaller } from './problem.ts'
import { namesOf } from './role-words.ts'

/** The roles a person may hold in an institution; `system` is the service itself. */
export const roles = [
  'inventor',
  'team_rep',
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'admin',
  'policy_officer',
  'health_prov',
  'platform_company',
] as const

/** One of the roles. */
export type Role = (typeof roles)[number]

/** Who may use a route: everybody, everybody signed in, or holders of one of some roles. */
export type Access = 'public' | 'signedIn' | readonly Role[]

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Declared by every route; without it the application refuses to start. */
    access?: Access
    /** What a page asks by itself: it does not count as somebody using the session. */
    isByItself?: boolean
  }
  interface FastifyRequest {
    /** Who is asking; undefined when nobody is signed in. */
    caller: Caller | undefined
  }
}

/** The caller of a route that is not public. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw unknownCaller()
  return request.caller
}

/** Whether a caller may use a route with this access. */
export function mayUse(caller: Caller | undefined, access: Access): boolean {
  if (access === 'public') return true
  if (!caller) return false
  return access === 'signedIn' || access.some((role) => caller.roles.includes(role))
}

/** One line per route, for the golden list of who may do what. */
export type AccessList = string[]

/**
 * Makes every later route declare its access and keeps it at every request.
 *
 * Must be registered before the first route.
 *
 * @param open  prefixes of routes that libraries register and that are public.
 * @returns the list, filled as routes are registered.
 */
export function guardRoutes(app: FastifyInstance, open: readonly string[] = []): AccessList {
  const list: AccessList = []
  app.addHook('onRoute', (route) => {
    // Routes of libraries that know nothing of access, named here one by one.
    if (open.some((prefix) => route.url.startsWith(prefix))) {
      route.config = { ...route.config, access: 'public' }
    }
    const access = route.config?.access
    if (access === undefined) {
      throw new Error(`Route ${String(route.method)} ${route.url} does not declare config.access.`)
    }
    const who = typeof access === 'string' ? access : access.join(' ')
    for (const method of [route.method].flat()) {
      if (method !== 'HEAD') list.push(`${method} ${route.url} ${who}`)
    }
  })
  app.addHook('preValidation', async (request) => {
    // A path without a route has no access of its own; its answer is 404 for everybody.
    const access = request.routeOptions.config.access ?? 'public'
    if (mayUse(request.caller, access)) return
    throw request.caller ? refused(access) : unknownCaller()
  })
  return list
}

/** Says who may, so that one knows whom to ask. */
function refused(access: Access): Problem {
  if (typeof access === 'string') return forbidden()
  const { zh, en } = namesOf(access)
  return forbidden({
    zh: `您的角色不能进行此操作。可以办理的角色：${zh}。`,
    en: `Your roles do not allow this. These roles may: ${en}.`,
  })
}
