import { patentCheckCharacter } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { multipart } from './testing/upload.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const numbered = (digits: string) => `${digits}.${patentCheckCharacter(digits)}`
const [first, second] = [numbered('202110000001'), numbered('202210000002')]

/** Two patents as an office hands them out in ST.36; the later one claims the priority of the other. */
const patent = (no: string, title: string, claims = '') => `<bibliographic-data>
  <application-reference><document-id><country>CN</country><doc-number>${no}</doc-number>
    <date>${no.slice(0, 4)}0302</date></document-id></application-reference>${claims}
  <invention-title lang="zh">${title}</invention-title>
  <parties><inventors><inventor><addressbook><name>林甲木</name></addressbook></inventor></inventors>
  </parties></bibliographic-data>`
const claim = `<priority-claims><priority-claim sequence="1"><country>CN</country>
  <doc-number>${first}</doc-number><date>20210302</date></priority-claim></priority-claims>`
const earlier = patent(first, '示例支架')
const later = patent(second, '可折叠的示例支架', claim)

async function bring(by: Person, name: string, ...patents: readonly string[]) {
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    ...multipart(
      by.cookie,
      name,
      Buffer.from(`<?xml version="1.0"?><list>${patents.join('')}</list>`),
    ),
  })
  const { id, version, written } = answer.json()
  const done = await by.send('POST', `/imports/${id}/confirm`, { version, rows: written })
  return { id, ...done.body }
}

async function relations(institution: string) {
  const rows = await app.database.asOwner(
    `select later.number as later, earlier.number as earlier, relation.kind
     from right_relation as relation
       join ip_right as later on later.id = right_id
       join ip_right as earlier on earlier.id = earlier_id
     where relation.institution_id = $1`,
    [institution],
  )
  return rows.map((row) => ({ ...row }))
}

test('patents of one export are related by the priority they claim, and no longer once taken back', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const import1 = await bring(officer, '检索.xml', later, earlier)
  expect(import1).toMatchObject({ entered: { right: 2 }, linked: 1 })
  const related = [{ later: second, earlier: first, kind: 'priority' }]
  expect(await relations(institution)).toEqual(related)
  const undone = await officer.send('POST', `/imports/${import1.id}/undo`, {
    records: 2,
    reason: '演示',
  })
  expect(undone.status).toBe(200)
  expect(await relations(institution)).toEqual([])
})

test('a patent that was there is related to one that came later, and put back with it', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  expect(await bring(officer, '一.xml', later)).toMatchObject({ linked: 0 })
  const import2 = await bring(officer, '二.xml', earlier, later)
  expect(import2).toMatchObject({ entered: { right: 1 }, linked: 1 })
  expect(await relations(institution)).toHaveLength(1)
  const undone = await officer.send('POST', `/imports/${import2.id}/undo`, {
    records: 2,
    reason: '演示',
  })
  expect(undone.body).toMatchObject({ withdrawn: { right: 1 }, putBack: { right: 1 } })
  expect(await relations(institution)).toEqual([])
  const { items } = (await officer.get('/rights')).body
  expect(items.map(({ number }: { number: string }) => number)).toEqual([second])
  const history = (await officer.get(`/rights/${items[0].id}/history`)).body
  expect(history.chain).toEqual({ ok: true, length: 3 })
})
