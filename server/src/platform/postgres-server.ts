import pg from 'pg'
import type { Config } from './config.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { appRole } from './migrate.ts'
import { OperatorError } from './operator-error.ts'

/** The PostgreSQL in use, embedded or the operator's own. */
export interface PostgresServer {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly appPassword?: string
  readonly embedded?: EmbeddedPostgres
  stop(): Promise<void>
}

/** The owner's address, entered under the application's role from the first statement on. */
export function appUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.searchParams.delete('options')
  const separator = url.search ? '&' : '?'
  // Written by hand: URLSearchParams would write the blank as a plus, which the driver keeps.
  return `${url.href}${separator}options=${encodeURIComponent(`-c role=${appRole}`)}`
}

/** Starts the embedded PostgreSQL, or reaches the one of DATABASE_URL. @throws {OperatorError} */
export async function reachPostgres(
  config: Config,
  onTrouble: (sentence: string) => void,
): Promise<PostgresServer> {
  const { databaseUrl: ownerUrl, databaseAppUrl } = config
  if (ownerUrl === undefined) {
    const embedded = await startEmbeddedPostgres(config.dataFolder, { onTrouble })
    const { appUrl, appPassword } = embedded
    return { ownerUrl: embedded.ownerUrl, appUrl, appPassword, embedded, stop: embedded.stop }
  }
  await tryConnection(ownerUrl)
  return { ownerUrl, appUrl: databaseAppUrl ?? appUrlOf(ownerUrl), stop: async () => undefined }
}

async function tryConnection(url: string): Promise<void> {
  const { hostname, port, pathname } = parsed(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    )
    if (Number(rows[0]?.version) < 150_000) {
      throw new OperatorError(
        'DATABASE_URL leads to a PostgreSQL older than 15; Yizhuan needs 15 or newer.',
      )
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error
    // Neither the address nor the library's message may show the password.
    const { code, message } = error as { code?: string; message: string }
    const where = `${hostname}:${port || 5432}${pathname}`
    throw new OperatorError(
      `The PostgreSQL server of DATABASE_URL (${where}) cannot be reached (${code ?? message}): start it, or correct DATABASE_URL.`,
      { cause: error },
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

function parsed(url: string): URL {
  try {
    return new URL(url)
  } catch (cause) {
    throw new OperatorError(
      'DATABASE_URL is not an address like postgres://user:password@host:5432/database.',
      { cause },
    )
  }
}

/** The same address with another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
