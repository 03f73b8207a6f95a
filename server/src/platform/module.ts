import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { TaskList } from 'graphile-worker'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { FieldKeys } from './crypto.ts'
import type { Db, Tx } from './database.ts'
import type { FileStore } from './files.ts'

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
}

/** The founding of an institution by its first administrator. */
export interface Founding {
  readonly institution: string
  readonly institutionName: string
  readonly person: string
  readonly personName: string
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
  /** Tasks of the worker by name; the payload is what `addJob` was given. */
  readonly jobs?: (context: Context) => TaskList
  /** Called inside the transaction that founds an institution: adds the module's own first rows. */
  readonly found?: (tx: Tx, founding: Founding) => Promise<void>
}
