import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { FieldKeys } from './crypto.ts'
import type { Db, Tx } from './database.ts'
import type { FileStore } from './files.ts'
import type { Tasks } from './jobs.ts'
import type { Subscriptions } from './outbox.ts'
import type { ProblemPages } from './problem.refusals.ts'
import type { Searchable } from './search.ts'
import type { Settling } from './settling.ts'
import type { Signer } from './signing.ts'

/** The application as routes see it: schemas are zod. Paths are registered below `/api/v1`. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What the platform lends to every module. */
export interface Context {
  readonly config: Config
  readonly db: Db
  readonly clock: Clock
  readonly files: FileStore
  readonly keys: FieldKeys
  readonly signer: Signer
}

/** The founding of an institution by its first administrator. */
export interface Founding {
  readonly institution: string
  readonly institutionName: string
  readonly person: string
  readonly personName: string
  readonly at: Date
}

/**
 * One vertical slice of the server.
 *
 * The platform itself serves `/session`, `/setup`, `/invitation`, `/files` and `/health`.
 */
export interface Module {
  readonly name: string
  /** Registers routes, relative to `/api/v1`. Each declares `config: { access }` and its schemas. */
  readonly routes?: (app: App, context: Context) => void | Promise<void>
  /** What the worker does for this module, by the name of the task. */
  readonly jobs?: (context: Context) => Tasks
  /** What it is told after others wrote, once for each fact and in order. */
  readonly subscribe?: (context: Context) => Subscriptions
  /** The kinds of its records that people look for, by the access of their list. */
  readonly searchable?: readonly Searchable[]
  /** What registers to its left show that it works out, by the name of the register. */
  readonly settles?: (context: Context) => Readonly<Record<string, Settling>>
  /** The public pages of its own problem codes. */
  readonly problems?: ProblemPages
  /** Called inside the transaction that founds an institution: adds the module's own first rows. */
  readonly found?: (tx: Tx, founding: Founding) => Promise<void>
}
