import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Clock, clockFrom, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { fieldKeys, secretFile } from './crypto.ts'
import { openDatabase } from './database.ts'
import { openFileStore } from './files.ts'
import { takeLock } from './lock.ts'
import { migrate } from './migrate.ts'
import type { Context } from './module.ts'
import { OperatorError } from './operator-error.ts'
import { type PostgresServer, reachPostgres } from './postgres-server.ts'
import { signerOf } from './signing.ts'

/** Everything below HTTP, running: what a server, a worker or an import needs. */
export interface Ground {
  readonly context: Context
  readonly postgres: PostgresServer
  /** Closes the pool, stops the embedded PostgreSQL and lets the data folder go. */
  close(): Promise<void>
}

/**
 * Starts PostgreSQL, brings its schema up to date and opens files and keys.
 *
 * With the embedded PostgreSQL the data folder is held alone: it has one server.
 *
 * @param checkFirst  asked once the folder is ours and before anything is made in it.
 * @throws {OperatorError}  in one sentence, when only the operator can go on.
 */
export async function openGround(
  config: Config,
  checkFirst: () => Promise<void> = async () => undefined,
): Promise<Ground> {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o711 })
  const release = config.databaseUrl
    ? () => undefined
    : takeLock(join(config.dataFolder, 'yizhuan.lock'), addressOf(config))
  const tell = (sentence: string) => console.error(sentence)
  let postgres: PostgresServer | undefined
  try {
    await checkFirst()
    postgres = await reachPostgres(config, tell)
    const { ownerUrl, appUrl, appPassword, stop } = postgres
    await migrate(ownerUrl, appPassword === undefined ? {} : { appPassword })
    const context = contextOn(config, appUrl, config.today ? clockFrom(config.today) : systemClock)
    return {
      context,
      postgres,
      async close() {
        await context.db.destroy()
        await stop()
        release()
      },
    }
  } catch (error) {
    await postgres?.stop()
    release()
    throw error
  }
}

/** What the platform lends to modules, over a database that runs. */
export function contextOn(config: Config, appUrl: string, clock: Clock): Context {
  const secret = (name: string) => secretFile(join(config.dataFolder, 'secrets', name))
  return {
    config,
    clock,
    db: openDatabase(appUrl, { connections: config.connections }),
    files: openFileStore(join(config.dataFolder, 'files')),
    keys: fieldKeys(secret('field.key')),
    signer: signerOf(secret('checkpoint.key')),
  }
}

/** The address to open in a browser. */
export function addressOf({ publicUrl, host, port }: Config): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return publicUrl ?? `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** Finds out early, before anything is created, whether the port can be had. */
export async function checkPort({ host, port }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(portTrouble(error, host, port)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** One sentence about a port that cannot be had. */
export function portTrouble(error: Error, host: string, port: number): Error {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    return new OperatorError(
      `Port ${port} is taken by another program: stop it, or choose another port, as in PORT=${port + 1} npm start.`,
    )
  }
  if (code === 'EACCES') {
    return new OperatorError(`Port ${port} may not be used by this user: choose one above 1023.`)
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new OperatorError(`HOST=${host} is not an address of this machine.`)
  }
  return error
}
