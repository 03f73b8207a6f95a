import { connect } from 'node:net'
import { nothingMapped } from '@yizhuan/ledger'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { readingOf } from './reading.ts'
import { multipart } from './testing/upload.ts'
import { workbookLimitBytes } from './workbook.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const head = '成果编号,成果名称,成果类型,第一完成人,披露日期'

function ledger(rows: number): Buffer {
  const lines = Array.from(
    { length: rows },
    (_, at) => `CG2024-${at},示例装置${at},实用新型,示例甲,2024-03-05`,
  )
  return Buffer.from([head, ...lines].join('\n'))
}

/** A ledger of few rows and many bytes, in a column that nobody reads. */
function heavy(megabytes: number): Buffer {
  const words = 'x'.repeat(1024 * 1024)
  const lines = Array.from(
    { length: megabytes },
    (_, at) => `CG2024-${at},示例装置${at},实用新型,示例甲,2024-03-05,${words}`,
  )
  return Buffer.from([`${head},附记文字`, ...lines].join('\n'))
}

async function upload(by: Person, bytes: Buffer) {
  const { headers, payload } = multipart(by.cookie, '成果台账.csv', bytes)
  const answer = await app.app.inject({ method: 'POST', url: '/api/v1/imports', headers, payload })
  return { status: answer.statusCode, body: answer.json() }
}

const confirm = (by: Person, draft: { id: string; version: number; written: number }) =>
  by.send('POST', `/imports/${draft.id}/confirm`, { version: draft.version, rows: draft.written })

async function rowsOf(table: string, institution: string): Promise<number> {
  const [row] = await app.database.asOwner(
    `select count(*)::int as n from ${table} where institution_id = $1`,
    [institution],
  )
  return Number(row?.['n'])
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('It never came so far.')
}

test('rows of many pages are numbered in their order and know their records', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const unnumbered = (rows: number) =>
    Buffer.from(
      ledger(rows)
        .toString()
        .replace(/^[^,]*,/gm, ''),
    )
  const { body: draft } = await upload(officer, unnumbered(700))
  expect(draft.written).toBe(700)
  const [shown] = (await officer.get(`/imports/${draft.id}/rows?limit=1`)).body.items
  expect(shown).toMatchObject({ state: 'new', recordId: null })
  expect((await confirm(officer, draft)).body).toMatchObject({ entered: { achievement: 700 } })
  const given = await app.database.asOwner(
    `select number from achievement where institution_id = $1
     order by substring(title from '[0-9]+$')::int`,
    [institution],
  )
  const numbers = given.map(({ number }) => String(number))
  expect(numbers).toEqual([...numbers].sort())
  // Each row knows its record, and each record its row and its place in the search.
  const [whole] = await app.database.asOwner(
    `select count(*)::int as n from import_row as row
       join achievement as record on record.id = row.record_id and record.title = row.title
       join import_origin as origin on origin.record_id = record.id and origin.row = row.row
       join search_document as document on document.id = record.id
     where row.institution_id = $1`,
    [institution],
  )
  expect(whole?.['n']).toBe(700)
  const again = await upload(officer, unnumbered(701))
  expect(again.body.counts[0].states).toEqual({ present: 700, new: 1 })
})

test('the records of a large import are listed at once, and found by their words a little later', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const { body: draft } = await upload(officer, ledger(600))
  expect((await confirm(officer, draft)).status).toBe(200)
  const waiting = async () => (await officer.get('/search/waiting')).body.items
  const found = async (path: string, q: string) =>
    (await officer.get(`${path}?q=${encodeURIComponent(q)}`)).body.items.length
  const one = '示例装置599'
  expect((await officer.get('/achievements?limit=50')).body.items).toHaveLength(50)
  expect(await waiting()).toEqual([{ kind: 'achievement', count: 600 }])
  expect((await officer.get(`/imports/${draft.id}`)).body.notYetFound).toBe(600)
  for (const path of ['/search', '/achievements']) {
    expect([path, await found(path, one)]).toEqual([path, 0])
    expect([path, await found(path, 'CG2024-599')]).toEqual([path, 1])
  }
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.get('/search/waiting')).body.items).toEqual([])

  // The worker is stopped half way; what it has done stays done, and it goes on from there.
  await app.database.asOwner(
    `create function fail_half_way() returns trigger language plpgsql as $$
     begin raise exception 'planted'; end $$;
     create trigger fail_half_way before update on search_document for each row
       when (new.title = '示例装置300') execute function fail_half_way()`,
  )
  await app.workOff()
  await app.database.asOwner('drop function fail_half_way cascade')
  const [{ count }] = await waiting()
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThan(600)
  expect((await officer.get(`/imports/${draft.id}`)).body.notYetFound).toBe(count)
  await app.database.asOwner(`update job set run_at = '2000-01-01' where institution_id = $1`, [
    institution,
  ])
  await app.workOff()
  expect(await waiting()).toEqual([])
  expect((await officer.get(`/imports/${draft.id}`)).body.notYetFound).toBe(0)
  for (const path of ['/search', '/achievements']) {
    expect([path, await found(path, one)]).toEqual([path, 1])
  }
})

test('an import taken back before its records are findable leaves nothing to find', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const { body: draft } = await upload(officer, ledger(600))
  expect((await confirm(officer, draft)).status).toBe(200)
  const undone = { records: 600, reason: '选错了文件' }
  expect((await officer.send('POST', `/imports/${draft.id}/undo`, undone)).status).toBe(200)
  await app.workOff()
  expect((await officer.get('/search/waiting')).body.items).toEqual([])
  expect(await rowsOf('achievement', institution)).toBe(0)
  const left = await app.database.asOwner(
    `select from search_document where institution_id = $1 and kind = 'achievement'`,
    [institution],
  )
  expect(left).toEqual([])
})

test('a page that cannot be written takes those in flight beside it along', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const { body: draft } = await upload(officer, ledger(900))
  await app.database.asOwner(
    `create function fail_late() returns trigger language plpgsql as $$
     begin raise exception 'planted'; end $$;
     create trigger fail_late before insert on achievement for each row
       when (new.title = '示例装置500') execute function fail_late()`,
  )
  try {
    expect((await confirm(officer, draft)).status).toBe(500)
  } finally {
    await app.database.asOwner('drop function fail_late cascade')
  }
  for (const table of ['achievement', 'import_origin', 'import_progress']) {
    expect([table, await rowsOf(table, institution)]).toEqual([table, 0])
  }
  expect((await confirm(officer, draft)).status).toBe(200)
  expect(await rowsOf('achievement', institution)).toBe(900)
  expect((await confirm(officer, draft)).body.type).toMatch(/import-confirmed$/)
  expect(await rowsOf('achievement', institution)).toBe(900)
})

test('who looks sees what is being written and how far it is; afterwards nothing', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  const { body: draft } = await upload(officer, ledger(500))
  const holder = new pg.Client({ connectionString: app.database.ownerUrl })
  await holder.connect()
  await holder.query('begin; lock table import_origin in exclusive mode')
  const asked = confirm(officer, draft)
  const underWay = async () => (await officer.get('/imports/under-way')).body.items
  await until(async () => (await underWay()).length > 0)
  expect(await underWay()).toMatchObject([{ id: draft.id, fileName: '成果台账.csv', total: 500 }])
  expect((await stranger.get('/imports/under-way')).body.items).toEqual([])
  await holder.end()
  expect((await asked).status).toBe(200)
  expect(await underWay()).toEqual([])
})

test('a file of 25 MB is read; one over the limit is refused with the limit, and nothing is kept', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const answer = await upload(officer, heavy(25))
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({ written: 25 })
  const refused = await upload(officer, heavy(workbookLimitBytes / 1024 / 1024 + 1))
  expect(refused.status).toBe(413)
  expect(refused.body.facts).toEqual({ limitBytes: workbookLimitBytes })
  expect(await rowsOf('ledger_import', institution)).toBe(1)
})

test('an upload that is broken off leaves nothing', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const address = new URL(await app.app.listen({ host: '127.0.0.1', port: 0 }))
  const { headers, payload } = multipart(officer.cookie, '成果台账.csv', ledger(2000))
  const lines = Object.entries({ ...headers, host: address.host, 'content-length': payload.length })
  const socket = connect(Number(address.port), address.hostname)
  socket.write(
    `POST /api/v1/imports HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  )
  socket.write(payload.subarray(0, payload.length / 2))
  await new Promise((resolve) => setTimeout(resolve, 200))
  socket.destroy()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await rowsOf('ledger_import', institution)).toBe(0)
  expect(await rowsOf('import_progress', institution)).toBe(0)
  // The same file, whole this time, is taken.
  expect((await upload(officer, ledger(2000))).status).toBe(201)
})

test('one row more than may be imported is refused', async () => {
  const bytes = ledger(100_001)
  const request = {
    name: '大.csv',
    bytes,
    asOf: '2025-06-30',
    corrections: [],
    mapped: nothingMapped,
  }
  expect((await readingOf(request)).answer).toMatchObject({
    kind: 'refused',
    rule: 'workbook-rows-limit',
  })
})
