import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  asCaller,
  asPublic,
  asReader,
  asSystem,
  databaseTrouble,
  openDatabase,
  unanswered,
} from './database.ts'
import { openTestDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
const [mine, theirs, person] = [randomUUID(), randomUUID(), randomUUID()]
const me = { institution: mine, person, roles: ['admin'] }
const head = (institutionId: string, chain: string) => ({
  institutionId,
  chain,
  seq: 0,
  hash: '0'.repeat(64),
})

beforeAll(async () => {
  database = await openTestDatabase()
  for (const institution of [mine, theirs]) {
    await asSystem(database.db, institution, (tx) =>
      tx.insertInto('chainHead').values(head(institution, 'a')).execute(),
    )
  }
})
afterAll(() => database.close())

describe('row security', () => {
  test('shows a caller the rows of the own institution only', async () => {
    const rows = await asCaller(database.db, me, (tx) =>
      tx.selectFrom('chainHead').select('institutionId').execute(),
    )
    expect(rows).toEqual([{ institutionId: mine }])
  })

  test('shows nothing to a forgotten setting, on a fresh and on a used connection', async () => {
    const fresh = openDatabase(database.appUrl, { connections: 1 })
    const all = () => fresh.selectFrom('chainHead').selectAll().execute()
    expect(await all()).toEqual([])
    await asCaller(fresh, me, (tx) => tx.selectFrom('chainHead').selectAll().execute())
    expect(await all()).toEqual([])
    expect(await asPublic(fresh, (tx) => tx.selectFrom('chainHead').selectAll().execute())).toEqual(
      [],
    )
    await fresh.destroy()
  })

  test('refuses to write or to move a row into another institution', async () => {
    const forged = asCaller(database.db, me, (tx) =>
      tx.insertInto('chainHead').values(head(theirs, 'forged')).execute(),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
    const changed = await asCaller(database.db, me, (tx) =>
      tx.updateTable('chainHead').set({ seq: 9 }).where('institutionId', '=', theirs).execute(),
    )
    expect(changed[0]?.numUpdatedRows).toBe(0n)
  })

  test('takes ids and roles only as settings', async () => {
    const attack = { ...me, institution: `${mine}'; reset role; --` }
    await expect(async () => asCaller(database.db, attack, async () => 1)).rejects.toThrow(/an id/)
    const roles = { ...me, roles: [`admin'; --`] }
    await expect(async () => asCaller(database.db, roles, async () => 1)).rejects.toThrow()
  })

  test('uses the index that begins with the institution', async () => {
    const plan = await asCaller(database.db, me, async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      return sql<
        Record<string, string>
      >`explain select * from chain_head where chain = 'a'`.execute(tx)
    })
    expect(JSON.stringify(plan.rows)).toMatch(/Index Cond.*institution_id = /)
  })
})

/** Row security binds everybody but the owner, whose function alone reads them by their index. */
const searchedByItsOwner = ['search_document']

test('every table says what it is, and tenant tables have the tenant in every key', async () => {
  const tables = await database.asOwner(`
    select c.relname as name, obj_description(c.oid) as comment, c.relrowsecurity as secured,
      c.relforcerowsecurity as forced,
      array(select a.attname::text from pg_index i join pg_attribute a
        on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisunique) as leading
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`)
  expect(tables.length).toBeGreaterThan(8)
  for (const { name, comment, secured, forced, leading } of tables) {
    expect(comment, String(name)).toMatch(/^(tenant|reference|central): /)
    if (!String(comment).startsWith('tenant')) continue
    const isForced = !searchedByItsOwner.includes(String(name))
    expect({ name, secured, forced }).toEqual({ name, secured: true, forced: isForced })
    expect(new Set(leading as string[]), String(name)).toEqual(new Set(['institution_id']))
  }
})

test('the application owns nothing and is no superuser', async () => {
  const owned = await database.asOwner(
    `select relname from pg_class where relowner = 'yizhuan_app'::regrole`,
  )
  expect(owned).toEqual([])
  const { rows } = await sql<{ super: string; user: string }>`
    select current_setting('is_superuser') as super, current_user as user`.execute(database.db)
  expect(rows[0]?.user).toBe('yizhuan_app')
})

test('days and 64-bit integers stay texts', async () => {
  const { rows } =
    await sql`select date '2026-02-28' as day, 9007199254740993::bigint as fen`.execute(database.db)
  expect(rows).toEqual([{ day: '2026-02-28', fen: '9007199254740993' }])
})

test('a failed transaction leaves its connection clean', async () => {
  const single = openDatabase(database.appUrl, { connections: 1 })
  const broken = asCaller(single, me, (tx) => sql`select 1 / 0`.execute(tx))
  await expect(broken).rejects.toThrow(/division by zero/)
  const { rows } =
    await sql`select nullif(current_setting('app.institution', true), '') as id`.execute(single)
  expect(rows).toEqual([{ id: null }])
  await single.destroy()
})

test('a transaction that only reads sees the caller’s rows and refuses to write', async () => {
  const rows = await asReader(database.db, me, (tx) =>
    tx.selectFrom('chainHead').select('institutionId').execute(),
  )
  expect(rows).toEqual([{ institutionId: mine }])
  const written = asReader(database.db, me, (tx) =>
    tx.insertInto('chainHead').values(head(mine, 'by a reader')).execute(),
  )
  await expect(written).rejects.toThrow(/read-only transaction/)
})

test('a transaction in which a failure was passed over does not count as committed', async () => {
  const passedOver = asCaller(database.db, me, async (tx) => {
    await tx.insertInto('chainHead').values(head(mine, 'lost')).execute()
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
  })
  await expect(passedOver).rejects.toThrow(/failed statement was committed/)
})

test('several queries at once share the one connection of their transaction', async () => {
  const answers = await asReader(database.db, me, (tx) =>
    Promise.all(
      [1, 2, 3].map((one) =>
        sql<{ pid: number }>`select pg_backend_pid() as pid, ${one}::int`.execute(tx),
      ),
    ),
  )
  expect(new Set(answers.map(({ rows }) => rows[0]?.pid)).size).toBe(1)
})

test('a statement that comes after the end of its transaction does not go into the next one', async () => {
  const single = openDatabase(database.appUrl, { connections: 1 })
  let late: Promise<unknown> | undefined
  const failed = asCaller(single, me, async (tx) => {
    late = new Promise((resolve) => setTimeout(resolve, 20)).then(() =>
      tx.insertInto('chainHead').values(head(mine, 'astray')).execute(),
    )
    late.catch(() => undefined)
    await sql`select 1 / 0`.execute(tx)
  })
  await expect(failed).rejects.toThrow(/division by zero/)
  await asCaller(single, me, () => expect(late).rejects.toThrow(/after the end/))
  await single.destroy()
})

test('what was asked and not sent is taken back when its transaction fails', async () => {
  const single = openDatabase(database.appUrl, { connections: 1 })
  for (const run of [asCaller, asReader]) {
    let stray: Promise<unknown> | undefined
    const failed = run(single, me, async (tx) => {
      stray = sql`select 1 / 0`.execute(tx)
      stray.catch(() => undefined)
      // The statement has reached its connection, and waits there for the end of the turn.
      for (let step = 0; step < 20; step += 1) await Promise.resolve()
      throw new Error('No.')
    })
    await expect(failed).rejects.toThrow('No.')
    await expect(stray).rejects.toThrow(/after the end/)
  }
  const { rows } = await sql`select 1 as one`.execute(single)
  expect(rows).toEqual([{ one: 1 }])
  await single.destroy()
})

test('statements asked at once fail as one, and each can be asked again', async () => {
  const single = openDatabase(database.appUrl, { connections: 1 })
  const ask = (divisor: number) =>
    asReader(single, me, (tx) =>
      Promise.allSettled([
        sql`select ${1}::int as one`.execute(tx),
        sql`select 1 / ${divisor}::int as quotient`.execute(tx),
        sql`select ${3}::int as three`.execute(tx),
      ]),
    )
  expect((await ask(0)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect((await ask(1)).map((each) => 'value' in each && each.value.rows)).toEqual([
    [{ one: 1 }],
    [{ quotient: 1 }],
    [{ three: 3 }],
  ])
  await single.destroy()
})

test('a statement with more values than the driver can count fails, and not the process', async () => {
  const many = Array.from({ length: 32_768 }, (_, at) => `${at}`)
  const asked = asSystem(database.db, mine, (tx) =>
    tx.selectFrom('chainHead').select('chain').where('chain', 'in', many).execute(),
  )
  await expect(asked).rejects.toThrow('32768 values')
})

test('a reader’s later queries still see the own institution only, and still write nothing', async () => {
  const single = openDatabase(database.appUrl, { connections: 1 })
  await asReader(single, me, async (tx) => {
    for (const _ of [1, 2]) {
      const rows = await tx.selectFrom('chainHead').select('institutionId').execute()
      expect(rows).toEqual([{ institutionId: mine }])
    }
    const written = tx.insertInto('chainHead').values(head(mine, 'by a reader')).execute()
    await expect(written).rejects.toThrow(/read-only transaction/)
  })
  expect(await single.selectFrom('chainHead').selectAll().execute()).toEqual([])
  await single.destroy()
})

test('a statement about many rows is planned anew each time, one about a value only once', async () => {
  const single = openDatabase(database.appUrl, { connections: 1 })
  const kept = await asReader(single, me, async (tx) => {
    await sql`select ${'one'}::text as value`.execute(tx)
    await sql`select few.* from unnest(${['a', 'b']}::text[]) as few`.execute(tx)
    await sql`select any_of.* from unnest(${new Array(100).fill('a')}::text[]) as any_of`.execute(
      tx,
    )
    await sql`select length(${'行'.repeat(5000)}::text) as rows`.execute(tx)
    return sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(tx)
  })
  const texts = kept.rows.map(({ statement }) => statement)
  expect(texts).toContain('select $1::text as value')
  expect(texts).toContain('select few.* from unnest($1::text[]) as few')
  expect(texts.filter((text) => /any_of|length/.test(text))).toEqual([])
  await single.destroy()
})

test('a write without an answer is kept with the commit, and its failure is the commit’s', async () => {
  const single = openDatabase(database.appUrl, { connections: 1 })
  const chains = () =>
    asReader(single, me, (tx) =>
      tx.selectFrom('chainHead').select('chain').where('chain', 'like', 'said%').execute(),
    )
  await asCaller(single, me, async (tx) => {
    await unanswered(tx).insertInto('chainHead').values(head(mine, 'said')).execute()
    // What is asked afterwards sees it: it went with the question.
    const seen = await tx
      .selectFrom('chainHead')
      .select('seq')
      .where('chain', '=', 'said')
      .execute()
    expect(seen).toEqual([{ seq: 0 }])
    await unanswered(tx).insertInto('chainHead').values(head(mine, 'said last')).execute()
  })
  expect((await chains()).map(({ chain }) => chain).sort()).toEqual(['said', 'said last'])
  const twice = asCaller(single, me, async (tx) => {
    await unanswered(tx).insertInto('chainHead').values(head(mine, 'said again')).execute()
    await unanswered(tx).insertInto('chainHead').values(head(mine, 'said')).execute()
  })
  await expect(twice).rejects.toThrow(/chain_head_pkey/)
  expect(await chains()).toHaveLength(2)
  const asked = asCaller(single, me, (tx) => unanswered(tx).selectFrom('chainHead').execute())
  await expect(asked).rejects.toThrow(/wants an answer/)
  await single.destroy()
})

test('errors are sorted by what a caller can do', () => {
  expect(databaseTrouble({ code: '23505' })).toBe('taken')
  const broken = new Error('Client has encountered a connection error and is not queryable')
  expect(databaseTrouble(broken)).toBe('unreachable')
  expect(databaseTrouble({ code: '40001' })).toBe('contended')
  expect(databaseTrouble({ code: '57P01' })).toBe('unreachable')
  expect(databaseTrouble({ code: 'ECONNREFUSED' })).toBe('unreachable')
  expect(databaseTrouble({ code: '53100' })).toBe('disk-full')
  expect(databaseTrouble({ code: '42P01' })).toBeUndefined()
})
