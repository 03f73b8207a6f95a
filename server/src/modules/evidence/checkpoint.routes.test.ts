import { randomBytes } from 'node:crypto'
import { canonicalJson } from '@yizhuan/kit'
import { readRecord } from '@yizhuan/procedures'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isSigned, signerOf } from '../../platform/signing.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { checkAgainst, hashOfStatement, noCheckpoint } from './checkpoint.ts'

let house: TestApp
let institution: string
let officer: Person

beforeAll(async () => {
  house = await openTestApp(modules)
  institution = await house.institution('示例医院（虚构）')
  officer = await house.person(['tto_negotiator', 'tto_reviewer'])
})
afterAll(() => house?.close())

const member = { name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }
async function openCase(): Promise<string> {
  const data = { title: '示例许可', achievement: '可吸收止血材料', team: [member] }
  const opened = await (await house.signInAgain(officer)).send('POST', '/cases', { data })
  expect(opened.status).toBe(201)
  return opened.body.id
}
async function onDay(day: string): Promise<Person> {
  house.clock.set(new Date(`${day}T00:00:00+08:00`))
  await house.workOff()
  return house.signInAgain(officer)
}
const published = async () => (await house.nobody.get('/public/checkpoints')).body

describe('daily checkpoints', () => {
  let first: string
  let second: string

  beforeAll(async () => {
    house.clock.set('2026-03-02')
    await house.workOff()
    first = await openCase()
  })

  test('the founding alone stands in the first one', async () => {
    expect((await published()).items).toMatchObject([{ statement: { day: '2026-03-02', size: 1 } }])
    expect((await (await house.signInAgain(officer)).get(`/cases/${first}/proof`)).status).toBe(404)
  })

  test('one is made at the start of each day, signed, and names the one before', async () => {
    await onDay('2026-03-03')
    second = await openCase()
    await onDay('2026-03-04')
    await house.workOff()
    const { items, publicKey } = await published()
    // Each case brings two chains: its record, and who answers for it.
    expect(items.map(({ statement }: never) => statement)).toMatchObject([
      { institution, day: '2026-03-04', size: 5, previous: hashOfStatement(items[1].statement) },
      { institution, day: '2026-03-03', size: 3, previous: hashOfStatement(items[2].statement) },
      { institution, day: '2026-03-02', size: 1, previous: noCheckpoint },
    ])
    for (const { statement, signature, ...item } of items) {
      expect(item.publicKey).toBe(publicKey)
      expect(isSigned(canonicalJson(statement), signature, publicKey)).toBe(true)
      const other = { ...statement, size: 9 }
      expect(isSigned(canonicalJson(other), signature, publicKey)).toBe(false)
    }
    const key = (await house.nobody.get('/public/checkpoints/key')).body
    expect(key).toMatchObject({ algorithm: 'Ed25519', publicKey })
    expect(key.pem).toContain('BEGIN PUBLIC KEY')
  })

  test('the server need not have run every day', async () => {
    await onDay('2026-03-09')
    expect((await published()).items[0].statement).toMatchObject({ day: '2026-03-09', size: 5 })
  })

  test('pages lead to all of them', async () => {
    const { items, nextCursor } = (await house.nobody.get('/public/checkpoints?limit=2')).body
    const rest = (await house.nobody.get(`/public/checkpoints?limit=2&cursor=${nextCursor}`)).body
    const days = [...items, ...rest.items].map(({ statement }) => statement.day)
    expect(days).toEqual(['2026-03-09', '2026-03-04', '2026-03-03', '2026-03-02'])
    expect(rest.nextCursor).toBeUndefined()
  })

  test('a case is proved from the day after its first act, and on the days since', async () => {
    const reader = await house.signInAgain(officer)
    const proof = async (id: string, day: string) =>
      (await reader.get(`/cases/${id}/proof?upTo=${day}`)).body
    const record = readRecord((await reader.get(`/cases/${second}/acts.jsonl`)).text)
    const chain = {
      chain: `case/${second}`,
      hashes: record.entries.map(({ hash }) => hash),
    }
    expect((await proof(second, '2026-03-03')).code).toBe('not-found')
    const later = await proof(second, '2026-03-08')
    expect(checkAgainst(chain, later)).toMatchObject({ ok: true, day: '2026-03-04', covers: 1 })
    const replayed = await reader.send('POST', '/cases/replay', {
      record: (await reader.get(`/cases/${second}/acts.jsonl`)).text,
      asOf: '2026-03-09',
      checkpoint: later,
    })
    expect(replayed.body).toMatchObject({ chain: { ok: true }, checkpoint: { ok: true } })
    expect(checkAgainst(chain, await proof(first, '2026-03-08'))).toMatchObject({
      ok: false,
      why: 'other-record',
    })
  })

  test('what was changed behind the application is seen, whatever the chain says', async () => {
    const reader = await house.signInAgain(officer)
    const proof = (await reader.get(`/cases/${first}/proof`)).body
    const hashes = [randomBytes(32).toString('hex')]
    expect(checkAgainst({ chain: `case/${first}`, hashes }, proof)).toMatchObject({
      ok: false,
      why: 'content',
    })
    const bent = { ...proof, leaf: { ...proof.leaf, hash: hashes[0] } }
    expect(checkAgainst({ chain: `case/${first}`, hashes }, bent)).toMatchObject({ why: 'root' })
    // A tree made up afterwards needs a signature, and that needs another key.
    const statement = { ...proof.statement, root: hashes[0] }
    const forged = { ...bent, path: [], statement }
    expect(checkAgainst({ chain: `case/${first}`, hashes }, forged).why).toBe('signature')
    const forger = signerOf(randomBytes(32))
    const signature = forger.sign(canonicalJson(statement))
    const { publicKey } = checkAgainst(
      { chain: `case/${first}`, hashes },
      { ...forged, signature, publicKey: forger.publicKey },
    )
    expect(publicKey).not.toBe((await published()).publicKey)
  })

  test('another institution has no proof of it, and published roots cannot be changed', async () => {
    const elsewhere = await house.institution('另一示例医院（虚构）')
    const stranger = await house.person(['admin'], elsewhere)
    expect((await stranger.get(`/cases/${first}/proof`)).status).toBe(404)
    for (const table of ['checkpoint', 'checkpoint_leaf']) {
      await expect(house.database.asOwner(`delete from ${table}`)).rejects.toThrow('append-only')
    }
  })
})
