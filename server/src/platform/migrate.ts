import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { rootFolder } from './config.ts'
import { OperatorError } from './operator-error.ts'

/** One numbered SQL file. */
export interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
  /** Checksums of former wordings that came to the same: a database that ran one is as it should be. */
  readonly formerly?: readonly string[]
}

/** Where the migrations of the platform and all modules lie, beside sources and build alike. */
export const migrationsFolder = join(rootFolder, 'server/migrations')

/** The role of the application: owns nothing and is under row security. */
export const appRole = 'yizhuan_app'

/** Reads the migrations in order. @throws when a name or number is not as it should be. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const numbers = names.map((name) => /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1])
  names.forEach((name, index) => {
    if (!numbers[index]) throw new Error(`Migration ${name} is not named NNNN-name.sql.`)
    if (numbers.indexOf(numbers[index]) !== index) {
      throw new Error(`Two migrations have the number ${numbers[index]}.`)
    }
  })
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    const formerly = [...sql.matchAll(/^-- formerly ([0-9a-f]{64})$/gm)].map(([, sum = '']) => sum)
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex'), formerly }
  })
}

/**
 * Brings a database to the newest schema as its owner; forward only, each file in a transaction.
 *
 * Several processes may call it at once: one works, the others wait for its lock.
 *
 * @param appPassword  lets the application's role sign in by itself; without it only `SET ROLE` works.
 * @returns names of the migrations that ran now.
 * @throws when a file that already ran was edited or removed.
 */
export async function migrate(
  ownerUrl: string,
  options: { migrations?: Migration[]; appPassword?: string } = {},
): Promise<string[]> {
  const migrations = options.migrations ?? readMigrations()
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('yizhuan migrations'))`)
    await prepare(client, options.appPassword)
    const waiting = await waitingOf(client, migrations)
    for (const migration of waiting) await run(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function prepare(client: pg.Client, appPassword: string | undefined): Promise<void> {
  await prepareRole(client)
  if (appPassword !== undefined) {
    const quoted = client.escapeLiteral(appPassword)
    await client.query(`alter role ${appRole} login password ${quoted}`)
  }
  await client.query(`grant usage on schema public to ${appRole}`)
  await client.query(
    `create table if not exists migration (
       name text primary key, checksum text not null, ran_at timestamptz not null default now())`,
  )
  await client.query(`comment on table migration is 'central: which migrations ran'`)
}

/** Sees to it that the application's role exists and that the owner may take it. */
async function prepareRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
  try {
    if (rows.length === 0) {
      // Databases on one server share roles, so another start may create it at the same moment.
      await client.query(`create role ${appRole} nologin`).catch(ignoreExisting)
    }
    const member = await client.query(
      `select pg_has_role(current_user, '${appRole}', 'member') as is`,
    )
    if (!member.rows[0]?.is) {
      await client.query(`grant ${appRole} to current_user`).catch(ignoreExisting)
    }
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    const user = client.user ?? 'its user'
    throw new OperatorError(
      `The user of DATABASE_URL may not create or take the role ${appRole}: as its administrator run “CREATE ROLE ${appRole}” (unless there is one) and “GRANT ${appRole} TO "${user}"”.`,
      { cause: error },
    )
  }
}

function ignoreExisting(error: { code?: string }): void {
  if (error.code !== '42710' && error.code !== '23505') throw error
}

async function waitingOf(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration order by name',
  )
  const ran = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  for (const [name, checksum] of ran) {
    const here = migrations.find((migration) => migration.name === name)
    if (here && isSame(here, checksum)) continue
    const what = here ? 'was edited after it ran' : 'ran on this database but is not known here'
    throw new Error(
      `Migration ${name} ${what}; use the release that made this database, or a newer one.`,
    )
  }
  return migrations.filter(({ name }) => !ran.has(name))
}

/** Whether what ran under a checksum is this file, as it reads now or as it read before. */
export function isSame({ checksum, formerly = [] }: Migration, ran: string): boolean {
  return checksum === ran || formerly.includes(ran)
}

async function run(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
