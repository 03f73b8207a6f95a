import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { operatorSentence } from './operator-error.ts'
import { openTestDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
const known = readMigrations()
const more = (name: string, sql: string): Migration => ({ name, sql, checksum: sql })
const run = (...extra: Migration[]) =>
  migrate(database.ownerUrl, { migrations: [...known, ...extra] })

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

test('what ran does not run again, also not from several starts at once', async () => {
  expect(known[0]?.name).toBe('0001-platform.sql')
  expect(await run()).toEqual([])
  const trial = more('9001-trial.sql', 'create table trial (id int)')
  const ran = await Promise.all([run(trial), run(trial), run(trial)])
  expect(ran.flat()).toEqual(['9001-trial.sql'])
})

test('a file that fails leaves nothing behind and is named', async () => {
  const trial = more('9001-trial.sql', 'create table trial (id int)')
  const broken = more('9002-broken.sql', 'create table half (id int); select 1 / 0;')
  await expect(run(trial, broken)).rejects.toThrow(
    'Migration 9002-broken.sql failed: division by zero',
  )
  expect(await database.asOwner(`select to_regclass('half') as half`)).toEqual([{ half: null }])
})

test('an edited or unknown file is refused', async () => {
  const edited = more('9001-trial.sql', 'create table other (id int)')
  await expect(run(edited)).rejects.toThrow('9001-trial.sql was edited after it ran')
  await expect(run()).rejects.toThrow('9001-trial.sql ran on this database but is not known here')
})

test('a user that may not take the application’s role is told what to ask for', async () => {
  await database.asOwner(`create role plain_${process.pid} login password 'x'`)
  const url = new URL(database.ownerUrl)
  url.username = `plain_${process.pid}`
  url.password = 'x'
  const refused = await migrate(url.href).catch((error: unknown) => error)
  expect(operatorSentence(refused)).toContain(`GRANT yizhuan_app TO "plain_${process.pid}"`)
  await database.asOwner(`drop role plain_${process.pid}`)
})

test('an owner that is no superuser makes the schema, and reads files by it', async () => {
  const name = `owner_${process.pid}`
  await database.asOwner(`create role ${name} login password 'x' in role yizhuan_app`)
  await database.asOwner(`create database ${name} owner ${name}`)
  const url = new URL(database.ownerUrl)
  Object.assign(url, { username: name, password: 'x', pathname: `/${name}` })
  const client = new pg.Client({ connectionString: url.href })
  try {
    expect(await migrate(url.href)).toHaveLength(known.length)
    await client.connect()
    const { rows } = await client
      .query(`
      begin;
      set local app.roles = 'inventor';
      select file_named_in('x', '{}') as named, current_setting('app.roles') as roles;
    `)
      .then((all) => (all as unknown as pg.QueryResult[]).at(-1) ?? { rows: [] })
    expect(rows).toEqual([{ named: false, roles: 'inventor' }])
  } finally {
    await client.end()
    await database.asOwner(`drop database if exists ${name} with (force)`)
    await database.asOwner(`drop role ${name}`)
  }
})

test('a former wording that came to the same is taken for the file, no other is', async () => {
  const [first] = known
  if (!first) throw new Error('There are migrations.')
  const reworded = { ...first, checksum: 'reworded' }
  const among = (one: Migration) => [one, ...known.slice(1), ...trials]
  const again = (one: Migration) => migrate(database.ownerUrl, { migrations: among(one) })
  const trials = [more('9001-trial.sql', 'create table trial (id int)')]
  await expect(again(reworded)).rejects.toThrow('was edited after it ran')
  expect(await again({ ...reworded, formerly: [first.checksum] })).toEqual([])
})
