import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asReader, asSystem, type Tx } from './database.ts'
import { prepared } from './prepared.ts'
import { openTestDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
const institution = randomUUID()
const me = { institution, person: randomUUID(), roles: ['admin'] }

beforeAll(async () => {
  database = await openTestDatabase()
  await asSystem(database.db, institution, (tx) =>
    tx
      .insertInto('chainHead')
      .values(
        [1, 2, 3].map((seq) => ({
          institutionId: institution,
          chain: `chain ${seq}`,
          seq,
          hash: '0'.repeat(64),
        })),
      )
      .execute(),
  )
})
afterAll(() => database.close())

let built = 0
const heads = prepared(
  (
    tx: Tx,
    { above, chain, most }: { above?: number; chain?: string; most: number },
    { way }: { way: 'asc' | 'desc' },
  ) => {
    built += 1
    let query = tx.selectFrom('chainHead').select(['institutionId', 'seq'])
    if (above !== undefined) query = query.where('seq', '>', above)
    if (chain !== undefined) query = query.where('chain', '=', chain)
    return query.orderBy('seq', way).limit(most)
  },
)
const seqs = async (...[values, shape]: [Parameters<typeof heads>[1], { way: 'asc' | 'desc' }]) =>
  (await asReader(database.db, me, (tx) => heads(tx, values, shape))).map(({ seq }) => seq)

test('is put together once for each form, and answers by the values of each call', async () => {
  expect(await seqs({ most: 9 }, { way: 'asc' })).toEqual([1, 2, 3])
  expect(await seqs({ most: 2 }, { way: 'asc' })).toEqual([1, 2])
  expect(built).toBe(1)
  expect(await seqs({ most: 2 }, { way: 'desc' })).toEqual([3, 2])
  expect(await seqs({ above: 1, most: 9 }, { way: 'asc' })).toEqual([2, 3])
  expect(await seqs({ above: 2, most: 9 }, { way: 'asc' })).toEqual([3])
  expect(built).toBe(3)
  // The same values in another order of writing; a value that is not there makes another form.
  expect(await seqs({ above: undefined, most: 9, chain: 'chain 2' }, { way: 'asc' })).toEqual([2])
  expect(built).toBe(4)
})

test('sees the caller’s institution only, whoever called first', async () => {
  const stranger = { ...me, institution: randomUUID() }
  const rows = await asReader(database.db, stranger, (tx) => heads(tx, { most: 9 }, { way: 'asc' }))
  expect(rows).toEqual([])
})

test('values inside a raw piece are filled in as well', async () => {
  const sum = prepared(
    (_tx: Tx, { one, two }: { one: number; two: number }) =>
      sql<{ sum: number }>`select ${one}::int + ${two}::int as sum`,
  )
  const rows = await asReader(database.db, me, async (tx) => [
    ...(await sum(tx, { one: 1, two: 2 })),
    ...(await sum(tx, { two: 5, one: 3 })),
  ])
  expect(rows).toEqual([{ sum: 3 }, { sum: 8 }])
})
