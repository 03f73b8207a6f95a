import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '../access.ts'
import { createAccount } from '../account.ts'
import { clockAt, type SetClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { fieldKeys } from '../crypto.ts'
import { asSystem, type Caller } from '../database.ts'
import { openFileStore } from '../files.ts'
import { buildApp } from '../http.ts'
import { newId } from '../ids.ts'
import type { App, Context, Module } from '../module.ts'
import { openSession, sessionCookie } from '../session.ts'
import { signerOf } from '../signing.ts'
import { workOff } from '../worker.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

/** The answer to a request in a test. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** The parsed JSON, or undefined; tests look at what they expect. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the test is about.
  readonly body: any
  readonly text: string
}

/** Sends requests as one signed-in person. */
export interface Person {
  readonly caller: Caller
  /** For requests that a test puts together itself. */
  readonly cookie: string
  get(url: string, headers?: Record<string, string>): Promise<Answer>
  send(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', url: string, body?: object): Promise<Answer>
}

/** Sends requests as nobody in particular. */
export type Requester = Pick<Person, 'get' | 'send'>

/** The whole application on a database of its own, driven without a network. */
export interface TestApp {
  readonly app: App
  readonly context: Context
  readonly clock: SetClock
  readonly database: TestDatabase
  /** Somebody who is not signed in. */
  readonly nobody: Requester
  /** A new institution. @returns its id. */
  institution(name?: string): Promise<string>
  /** A new person with roles, signed in; in the first institution unless told otherwise. */
  person(roles: readonly Role[], institution?: string): Promise<Person>
  /** The same person with a new session, after the clock has moved on. */
  signInAgain(person: Person): Promise<Person>
  /** Does everything the worker would do by now: tells facts and fires timers. */
  workOff(): Promise<void>
  close(): Promise<void>
}

/** On what an application under test starts. */
export interface TestGround {
  /** The day or time at which the clock stands still. */
  readonly at?: string
  /** What the database holds before the application opens, as an earlier release left it. */
  readonly left?: (database: TestDatabase) => Promise<unknown>
  /** What the operator set. */
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the application with modules and a clock standing still. */
export async function openTestApp(
  modules: readonly Module[],
  options: TestGround = {},
): Promise<TestApp> {
  const database = await openTestDatabase()
  await options.left?.(database)
  const clock = clockAt(options.at ?? '2026-03-02')
  const folder = mkdtempSync(join(tmpdir(), 'yizhuan-test-'))
  const config = readConfig({ ...options.env, NODE_ENV: 'test', YIZHUAN_DATA: folder })
  const files = openFileStore(join(folder, 'files'))
  const keys = fieldKeys(randomBytes(32))
  const signer = signerOf(randomBytes(32))
  const context: Context = { config, db: database.db, clock, files, keys, signer }
  const app = await buildApp(context, modules)
  await app.ready()
  let first: string | undefined
  const institution = async (name = '示例医院') => {
    const id = newId()
    const founding = {
      institution: id,
      institutionName: name,
      person: newId(),
      personName: '示例',
      at: clock.now(),
    }
    await asSystem(database.db, id, async (tx) => {
      await tx.insertInto('institution').values({ id, name }).execute()
      for (const module of modules) await module.found?.(tx, founding)
    })
    first ??= id
    return id
  }
  return {
    app,
    context,
    clock,
    database,
    nobody: requester(app),
    institution,
    async person(roles, at) {
      const where = at ?? first ?? (await institution())
      return signedIn(app, context, roles, where)
    },
    async signInAgain({ caller }) {
      const token = await openSession(database.db, clock, config.signIn, caller.account)
      const cookie = `${sessionCookie}=${token}`
      return { caller, cookie, ...requester(app, { cookie }) }
    },
    workOff: async () => void (await workOff(context, modules)),
    async close() {
      await app.close()
      await expectBalance(database)
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Whatever a test did to money, the journal balances after it: every entry in each of its books. The
 * database holds every transaction to it; this finds out where it was told not to.
 */
async function expectBalance({ asOwner }: TestDatabase): Promise<void> {
  const wrong = await asOwner(`select entry_id, book from journal_line group by entry_id, book
    having sum(case side when 'debit' then amount_fen else -amount_fen end) <> 0`)
  if (wrong.length > 0) throw new Error(`The journal does not balance: ${JSON.stringify(wrong)}`)
}

let people = 0

async function signedIn(
  app: App,
  context: Context,
  roles: readonly Role[],
  institution: string,
): Promise<Person> {
  people += 1
  const login = `person-${people}`
  const name = `示例${people}`
  const person = newId()
  const account = { login, name, person, institution, roles, password: 'correct horse battery' }
  const { id } = await createAccount(context.db, context.clock, context.config.signIn, account)
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'x-yizhuan-csrf': '1' },
    payload: { login, password: account.password },
  })
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const caller = { institution, person, name, account: id, roles, lang: 'zh' as const }
  return { caller, cookie, ...requester(app, { cookie }) }
}

function requester(app: App, always: Record<string, string> = {}): Requester {
  const ask = async (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    headers: Record<string, string>,
    payload?: object,
  ): Promise<Answer> => {
    const answer = await app.inject({
      method,
      url: url.startsWith('/api/') ? url : `/api/v1${url}`,
      headers: { ...always, ...headers },
      ...(payload && { payload }),
    })
    const isJson = /json\b/.test(String(answer.headers['content-type'] ?? ''))
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: isJson && answer.body ? answer.json() : undefined,
      text: answer.body,
    }
  }
  return {
    get: (url, headers = {}) => ask('GET', url, headers),
    send: (method, url, body) => ask(method, url, { 'x-yizhuan-csrf': '1' }, body),
  }
}
