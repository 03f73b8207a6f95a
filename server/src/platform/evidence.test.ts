import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller, type Caller, type Tx } from './database.ts'
import {
  advanceChain,
  checkChain,
  checkRegister,
  emptyHead,
  expectSeq,
  headOf,
  linkEntry,
  lockChain,
  recordChange,
} from './evidence.ts'
import { openTestDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
const institution = randomUUID()
const caller: Caller = {
  institution,
  person: randomUUID(),
  name: '示例',
  account: randomUUID(),
  roles: ['admin'],
  lang: 'zh',
}
const at = new Date('2026-03-02T01:00:00Z')
const as = <Result>(work: (tx: Tx) => Promise<Result>) => asCaller(database.db, caller, work)
const change = (data: Record<string, unknown>) => ({
  action: 'thing.changed',
  data,
  at,
  by: caller,
})

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

test('entries are linked in order and the chain checks out', async () => {
  const chain = { institution, name: 'things' }
  const first = await as((tx) => recordChange(tx, 'things', change({ n: 1, 名: '甲' })))
  const second = await as((tx) => recordChange(tx, 'things', change({ n: 2 })))
  expect(first).toMatchObject({ seq: 1, prev: '0'.repeat(64) })
  expect(second).toMatchObject({ seq: 2, prev: first.hash })
  const check = await as((tx) => checkRegister(tx, chain))
  expect(check).toEqual({ ok: true, length: 2, head: second.hash })
})

test('a change behind the application is seen, and where', async () => {
  const chain = { institution, name: 'altered' }
  await as((tx) => recordChange(tx, 'altered', change({ amount: '100' })))
  await as((tx) => recordChange(tx, 'altered', change({ amount: '200' })))
  await database.asOwner('alter table audit_entry disable trigger append_only')
  await database.asOwner(
    `set app.institution = '${institution}';
     update audit_entry set entry = jsonb_set(entry, '{data,amount}', '"900"')
     where chain = 'altered' and seq = 1`,
  )
  await database.asOwner('alter table audit_entry enable trigger append_only')
  const check = await as((tx) => checkRegister(tx, chain))
  expect(check).toMatchObject({ ok: false, brokenAt: 1, why: 'content' })
})

test('a cut-off end does not pass, since the head remembers it', () => {
  const one = linkEntry(emptyHead, { data: 1 })
  const two = linkEntry(one, { data: 2 })
  expect(checkChain([one, two], two)).toMatchObject({ ok: true, length: 2 })
  expect(checkChain([one], two)).toMatchObject({ ok: false, why: 'head' })
  expect(checkChain([two], two)).toMatchObject({ ok: false, why: 'gap' })
})

test('many writers at once leave one unbroken chain', async () => {
  const writers = Array.from({ length: 20 }, (_, n) =>
    as((tx) => recordChange(tx, 'crowded', change({ n }))),
  )
  await Promise.all(writers)
  const check = await as((tx) => checkRegister(tx, { institution, name: 'crowded' }))
  expect(check).toMatchObject({ ok: true, length: 20 })
})

test('a writer who rolls back leaves nothing', async () => {
  const chain = { institution, name: 'rolled-back' }
  const failing = as(async (tx) => {
    await recordChange(tx, 'rolled-back', change({}))
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  expect(await as((tx) => headOf(tx, chain))).toEqual(emptyHead)
})

test('who decided on an older state is refused and told what changed', async () => {
  const chain = { institution, name: 'contended' }
  await as((tx) => recordChange(tx, 'contended', change({ by: 'other' })))
  const late = as(async (tx) => {
    const head = await lockChain(tx, chain)
    await expectSeq(head, 0, async (seq) => [{ after: seq }])
    await advanceChain(tx, chain, linkEntry(head, {}))
  })
  await expect(late).rejects.toMatchObject({
    status: 409,
    code: 'changed-meanwhile',
    parts: { facts: { expectedSeq: 0, seq: 1 }, changed: [{ after: 0 }] },
  })
  expect((await as((tx) => headOf(tx, chain))).seq).toBe(1)
})

test('neither the application nor the owner can change an entry', async () => {
  await as((tx) => recordChange(tx, 'kept', change({})))
  const tried = as((tx) => tx.deleteFrom('auditEntry').where('chain', '=', 'kept').execute())
  await expect(tried).rejects.toThrow(/permission denied/)
  for (const statement of [
    `update audit_entry set action = 'x' where chain = 'kept'`,
    `delete from audit_entry where chain = 'kept'`,
    'truncate audit_entry',
  ]) {
    await expect(database.asOwner(statement)).rejects.toThrow(/append-only/)
  }
})
