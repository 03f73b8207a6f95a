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
    const { rows } = await client.query<{ version: string; encoding: string }>(
      `select current_setting('server_version_num') as version,
         current_setting('server_encoding') as encoding`,
    )
    const [server] = rows
    if (Number(server?.version) < 150_000) {
      throw new OperatorError(
        'DATABASE_URL leads to a PostgreSQL older than 15; Yizhuan needs 15 or newer.',
      )
    }
    if (server?.encoding !== 'UTF8') {
      throw new OperatorError(
        `The database of DATABASE_URL has the encoding ${server?.encoding}: make one with UTF8 (createdb --encoding UTF8 --template template0 NAME).`,
      )
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error
    // Neither the address nor the library's message may show the password.
    const where = `${hostname}:${port || 5432}${pathname}`
    throw new OperatorError(
      `The PostgreSQL server of DATABASE_URL (${where}) ${refusalOf(error as Error)}`,
      { cause: error },
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** What the server said to the connection, and what to do. */
function refusalOf({ code, message }: Error & { code?: string }): string {
  switch (code) {
    case '3D000':
      return 'has no such database: create it (createdb NAME), or correct DATABASE_URL.'
    case '28000':
    case '28P01':
      return 'refuses the user or its password: correct DATABASE_URL.'
    case '53300':
      return 'has no connection left: raise its max_connections, or lower DATABASE_CONNECTIONS.'
    default:
      return `cannot be reached (${code ?? message}): start it, or correct DATABASE_URL.`
  }
}

function parsed(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (address && /^postgres(ql)?:$/.test(address.protocol)) return address
  throw new OperatorError(
    'DATABASE_URL is not an address like postgres://user:password@host:5432/database.',
  )
}

/** The same address with another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
