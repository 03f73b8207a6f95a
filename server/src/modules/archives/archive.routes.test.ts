import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { keepFile } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { achievements } from '../achievements/index.ts'
import { drafts } from '../drafts/index.ts'
import { evidence } from '../evidence/index.ts'
import { notifications } from '../notifications/index.ts'
import { people } from '../people/index.ts'
import { archivedTables } from './catalog.queries.ts'
import { leftOut, sealedColumns, sharedTables } from './contents.ts'
import { archives } from './index.ts'
import { type Manifest, places } from './manifest.ts'
import { type Moving, moving, passphrase } from './testing/moving.ts'
import { leftBefore, type Parts, signedAnew } from './testing/older.ts'

const modules = [evidence, people, drafts, achievements, notifications, archives]
const idCard = '110101199003077475'
const draft = { form: 'right/new', device: newId(), value: { title: '草稿里的题目' } }

let house: TestApp
let institution: string
let admin: Person
let files: Moving
let manifest: Manifest

beforeAll(async () => {
  files = moving()
  house = await openTestApp(modules, { at: '2026-11-24', env: { WEBHOOKS_MAY_REACH_PRIVATE: '1' } })
  institution = await house.institution()
  admin = await house.person(['admin'], institution)
  const entered = await admin.send('POST', '/people', { name: '示例甲', idCard })
  expect(entered.status).toBe(201)
  expect((await admin.send('POST', '/drafts', draft)).status).toBeLessThan(300)
  const webhook = {
    name: '群',
    kind: 'signed',
    url: 'https://example.org/hook',
    events: ['digest'],
  }
  await admin.send('POST', '/webhooks', webhook)
  const bytes = Buffer.from('the bytes of a file')
  const stored = await house.context.files.put(Readable.from([bytes]))
  await asCaller(house.context.db, admin.caller, (tx) =>
    keepFile(tx, admin.caller, { ...stored, name: '附件.txt', type: 'text/plain' }),
  )
  manifest = await files.leave(house, institution, 'whole')
})
afterAll(async () => {
  files.end()
  await house.close()
})

const digests = ({ tables }: Manifest) =>
  tables.map(({ name, rows, sha256 }) => [name, rows, sha256])

test('what is sealed arrives under the keys of the new place, and leaves again as it came', async () => {
  const there = await openTestApp(modules, { at: '2026-11-24' })
  try {
    const restored = await files.arrive(there, 'whole')
    expect(restored).toMatchObject({ institution, files: 1, isWithoutSealed: false })
    expect(digests(await files.leave(there, institution, 'again'))).toEqual(digests(manifest))
    const again = await there.signInAgain(admin)
    const kept = await again.get('/drafts?form=right/new')
    expect(JSON.stringify(kept.body)).toContain('草稿里的题目')
    const [row] = await there.database.asOwner(
      'select * from person where id_card_sealed is not null',
    )
    const place = `person:idCard:${row?.['id']}`
    expect(there.context.keys.open(String(row?.['id_card_sealed']), place)).toBe(idCard)
    expect(() => house.context.keys.open(String(row?.['id_card_sealed']), place)).toThrow()
    // Entered once more, the same number is known: its fingerprint was made anew.
    const twice = await again.send('POST', '/people', { name: '示例乙', idCard })
    expect(twice.status).toBe(409)
    // The password still fits.
    const session = {
      login: String(await loginOf(there, admin)),
      password: 'correct horse battery',
    }
    expect((await there.nobody.send('POST', '/session', session)).status).toBe(200)
    await expect(files.arrive(there, 'whole')).rejects.toThrow(/is here already/)
  } finally {
    await there.close()
  }
})

async function loginOf(app: TestApp, { caller }: Person) {
  const [row] = await app.database.asOwner('select login from account where id = $1', [
    caller.account,
  ])
  return row?.['login']
}

test('without a passphrase nothing sealed leaves, and everything else does', async () => {
  const bare = await files.leave(house, institution, 'bare', null)
  expect(bare.sealed).toBeNull()
  expect(bare.tables).toEqual(manifest.tables)
  expect(
    [...(await files.partsOf('bare')).keys()].filter((part) => part.startsWith('sealed/')),
  ).toEqual([])
  const there = await openTestApp(modules, { at: '2026-11-24' })
  try {
    expect(await files.arrive(there, 'bare', null)).toMatchObject({ isWithoutSealed: true })
    const [found] = await there.database.asOwner(
      `select (select count(id_card_sealed) from person)::int as cards,
        (select count(id_card_masked) from person)::int as masks,
        (select count(password_hash) from account)::int as passwords,
        (select count(*) from draft)::int as drafts`,
    )
    expect(found).toEqual({ cards: 0, masks: 1, passwords: 0, drafts: 0 })
  } finally {
    await there.close()
  }
})

const changed = (parts: Parts, part: string, from: RegExp, to: string): Buffer => {
  const before = String(parts.get(part))
  const after = Buffer.from(before.replace(from, to))
  expect(String(after)).not.toBe(before)
  parts.set(part, after)
  return after
}

/** Changes a table, and has the manifest say so. */
const rewritten = (parts: Parts, said: Manifest, name: string, from: RegExp, to: string) => {
  const bytes = changed(parts, places.table(name), from, to)
  const sum = said.tables.find((table) => table.name === name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  Object.assign(sum ?? {}, { sha256, bytes: bytes.length })
}

const aFile = (parts: Parts) => [...parts.keys()].find((part) => part.startsWith('files/')) ?? ''

type Change = (parts: Parts, said: Manifest) => unknown
const wrongs: readonly [string, RegExp, Change, { isSigned?: true; secret?: string | null }?][] = [
  [
    'a changed row',
    /tables\/person\.jsonl was changed/,
    (parts) => changed(parts, places.table('person'), /"name":"/, '"name":"X'),
  ],
  [
    'a changed manifest',
    /not what was signed/,
    (parts) => changed(parts, places.manifest, /"rows": (\d+)/, '"rows": 7$1'),
  ],
  ['a missing file', /speaks of 1 files, and there are 0/, (parts) => parts.delete(aFile(parts))],
  [
    'a changed file',
    /The file [0-9a-f]{64} was changed/,
    (parts) => parts.set(aFile(parts), Buffer.from('other bytes')),
  ],
  ['a missing table', /lacks tables\/act\.jsonl/, (parts) => parts.delete(places.table('act'))],
  ['a stray part', /Nobody speaks of run\.sh/, (parts) => parts.set('run.sh', Buffer.from('x'))],
  [
    'an entry rewritten by somebody who signs anew',
    /The chain \S+ is broken at its entry/,
    (parts, said) => rewritten(parts, said, 'audit_entry', /示例甲/, '示例乙'),
    { isSigned: true },
  ],
  [
    'a chain cut short by somebody who signs anew',
    /does not end where its head says/,
    (parts, said) => rewritten(parts, said, 'chain_head', /"seq":\d+/, '"seq":99'),
    { isSigned: true },
  ],
  [
    'a newer schema',
    /newer or another release \(its schema has 9999-later\.sql; the archive stands at 9999-later\.sql, this release at \d{4}-[\w-]+\.sql\)/,
    (_parts, said) => said.migrations.push({ name: '9999-later.sql', checksum: 'x' }),
    { isSigned: true },
  ],
  [
    'an older schema whose rows a migration works something out of',
    /older release \(its schema lacks 0353-[\w-]+\.sql; the archive stands at \S+, this release at \S+\), and 0353-[\w-]+\.sql works rows of job out/,
    (_parts, said) => leftBefore(said, '0353'),
    { isSigned: true },
  ],
  [
    'a newer format',
    /use a newer release/,
    (_parts, said) => Object.assign(said, { version: 2 }),
    { isSigned: true },
  ],
  ['a wrong passphrase', /The passphrase is wrong/, () => 0, { secret: 'not that passphrase' }],
  ['no passphrase', /asks for its passphrase/, () => 0, { secret: null }],
]

test('a broken archive is refused in one sentence and changes nothing', async () => {
  const there = await openTestApp(modules, { at: '2026-11-24' })
  try {
    for (const [what, sentence, change, { isSigned, secret = passphrase } = {}] of wrongs) {
      const parts = await files.partsOf('whole')
      const said = JSON.parse(String(parts.get(places.manifest))) as Manifest
      change(parts, said)
      if (isSigned) signedAnew(parts, said)
      await files.pack('broken', parts)
      await expect(files.arrive(there, 'broken', secret), what).rejects.toThrow(sentence)
      const counts = await there.database.asOwner(
        `select (select count(*) from institution) + (select count(*) from audit_entry)
          + (select count(*) from person) + (select count(*) from account) as n`,
      )
      expect(counts, what).toEqual([{ n: '0' }])
    }
  } finally {
    await there.close()
  }
})

/** Adds a row to a table, made from its first, and has the manifest say so. */
const added = (parts: Parts, said: Manifest, name: string, change: object): void => {
  const before = String(parts.get(places.table(name)))
  const first = before === '' ? {} : (JSON.parse(before.split('\n')[0] ?? '') as object)
  const bytes = Buffer.from(`${before}${JSON.stringify({ ...first, ...change })}\n`)
  parts.set(places.table(name), bytes)
  const sum = said.tables.find((table) => table.name === name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  Object.assign(sum ?? {}, { sha256, bytes: bytes.length, rows: (sum?.rows ?? 0) + 1 })
}

test('a forged archive is no way into another institution', async () => {
  const there = await openTestApp(modules, { at: '2026-11-24' })
  try {
    const neighbour = await there.institution('邻家示例医院（虚构）')
    const someone = await there.person(['inventor'], neighbour)
    const spy = newId()
    const account = { id: spy, login: 'forged', institution_id: neighbour, person_id: newId() }
    const forgeries: readonly [string, Change][] = [
      ['account', (parts, said) => added(parts, said, 'account', account)],
      [
        'role_grant',
        (parts, said) =>
          added(parts, said, 'role_grant', { id: newId(), account_id: someone.caller.account }),
      ],
      [
        'person',
        (parts, said) => added(parts, said, 'person', { id: newId(), institution_id: neighbour }),
      ],
      [
        'institution',
        (parts, said) => added(parts, said, 'institution', { id: newId(), name: '第三家' }),
      ],
    ]
    for (const [table, forge] of forgeries) {
      const parts = await files.partsOf('whole')
      const said = JSON.parse(String(parts.get(places.manifest))) as Manifest
      forge(parts, said)
      signedAnew(parts, said)
      await files.pack('forged', parts)
      const arrives = files.arrive(there, 'forged')
      await expect(arrives, table).rejects.toThrow(`A row of ${table} belongs to another`)
      await expect(files.verify('forged'), table).rejects.toThrow('belongs to another institution')
    }
    const parts = await files.partsOf('whole')
    const said = JSON.parse(String(parts.get(places.manifest))) as Manifest
    added(parts, said, 'pack_revision', {
      ...{ pack: 'national', revision: 99, hash: 'a'.repeat(64), origin: 'shipped', content: {} },
      ...{ recorded_on: '2026-11-24', recorded_at: '2026-11-24T00:00:00Z' },
    })
    signedAnew(parts, said)
    await files.pack('forged', parts)
    const arrives = files.arrive(there, 'forged')
    await expect(arrives).rejects.toThrow('would become the law of the others here')

    const [found] = await there.database.asOwner(
      `select (select count(*) from institution)::int as institutions,
        (select count(*) from pack_revision)::int as laws`,
    )
    expect(found).toEqual({ institutions: 1, laws: 0 })
  } finally {
    await there.close()
  }
})

test('one orders, another approves, the worker makes, and each download is on record until it expires', async () => {
  const leader = await house.person(['leaders'], institution)
  const order = await admin.send('POST', '/archives', { reason: '更换系统', passphrase })
  expect(order.status).toBe(201)
  await house.workOff()
  const news = async (who: Person) =>
    (await who.get('/notifications')).body.items.filter(
      ({ kind }: { kind: string }) => kind === 'archive',
    )
  expect(await news(leader)).toMatchObject([{ path: '/archives' }])
  expect(await news(admin)).toEqual([])
  const { id } = order.body
  const second = await admin.send('POST', '/archives', { reason: '再来一份' })
  expect(second).toMatchObject({ status: 409, body: { code: 'archive-under-way' } })
  const own = await admin.send('POST', `/archives/${id}/decision`, { approve: true })
  expect(own).toMatchObject({ status: 403, body: { code: 'archive-own-order' } })
  expect((await admin.get(`/archives/${id}/file`)).body).toMatchObject({
    code: 'archive-not-ready',
  })

  expect((await leader.send('POST', `/archives/${id}/decision`, { approve: true })).status).toBe(
    200,
  )
  const late = await leader.send('POST', `/archives/${id}/decision`, { approve: false })
  expect(late).toMatchObject({ status: 409, body: { code: 'archive-decided' } })
  await house.workOff()
  const [made] = (await leader.get('/archives')).body.items
  expect(made).toMatchObject({ id, state: 'ready', isSealed: true, files: 1, isOwn: false })
  const [kept] = await house.database.asOwner('select passphrase_sealed from archive_order')
  expect(kept).toEqual({ passphrase_sealed: null })

  const taken = await house.app.inject({
    url: `/api/v1/archives/${id}/file`,
    headers: { cookie: leader.cookie },
  })
  expect(createHash('sha256').update(taken.rawPayload).digest('hex')).toBe(made.sha256)
  expect(Number(taken.headers['content-length'])).toBe(taken.rawPayload.length)
  const entries = await house.database.asOwner(
    `select action from audit_entry where chain = 'archive' order by seq`,
  )
  expect(entries.map(({ action }) => action)).toEqual([
    'archive.ordered',
    'archive.approved',
    'archive.downloaded',
  ])

  house.clock.set('2026-12-02')
  const later = await house.signInAgain(admin)
  expect((await later.get(`/archives/${id}/file`)).status).toBe(409)
  await house.workOff()
  expect((await later.get('/archives')).body.items[0]).toMatchObject({ id, state: 'expired' })
  expect((await house.nobody.get('/archives')).status).toBe(401)
  const inventor = await house.person(['inventor'], institution)
  expect((await inventor.send('POST', '/archives', { reason: 'x' })).status).toBe(403)
})

test('a file that is gone from the store makes no archive: the order failed, and says so', async () => {
  const stranger = await house.institution('另一家示例医院')
  const [one, other] = [
    await house.person(['admin'], stranger),
    await house.person(['discipline'], stranger),
  ]
  await asCaller(house.context.db, one.caller, (tx) =>
    keepFile(tx, one.caller, { sha256: 'a'.repeat(64), size: 1, name: '无', type: 'text/plain' }),
  )
  const { id } = (await one.send('POST', '/archives', { reason: '更换系统' })).body
  await other.send('POST', `/archives/${id}/decision`, { approve: true })
  await house.workOff()
  expect((await one.get('/archives')).body.items).toMatchObject([
    { id, state: 'failed', trouble: `The file ${'a'.repeat(64)} is not in the file store.` },
  ])
})

test('every table is archived or stays behind with a reason, and every sealed column has its place', async () => {
  const tables = await archivedTables(house.context.db as never)
  const columns = await house.database.asOwner(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and column_name ~ '(^|_)sealed$' and data_type = 'text'`,
  )
  const known = new Set(sealedColumns.map(({ table, column }) => `${table}.${column}`))
  const loose = columns
    .filter(({ table }) => leftOut[String(table)] === undefined)
    .map(({ table, column }) => `${table}.${column}`)
    .filter((one) => !known.has(one))
  expect(loose, 'sealed columns that archives/contents.ts lacks').toEqual([])
  expect(columns.length).toBeGreaterThan(8)
  const names = new Set(tables.map(({ name }) => name))
  expect(Object.keys(sharedTables).filter((name) => !names.has(name))).toEqual([])

  // A table that nobody spoke for is a mistake, not an omission.
  await house.database.asOwner('create table stray (id int primary key)')
  await expect(archivedTables(house.context.db as never)).rejects.toThrow(/Nobody said.*stray/)
  await house.database.asOwner('drop table stray')
})
