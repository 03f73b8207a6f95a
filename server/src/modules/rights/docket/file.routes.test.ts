import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app?.close())

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const enter = async (body: object) =>
    `/rights/${(await officer.send('POST', '/rights', { title: '示例敷料', ...body })).body.id}`
  const stored = async (content: string, name: string) => {
    const form = new FormData()
    form.set('file', new File([content], name))
    const { body } = await officer.send('POST', '/files', form)
    return { name, sha256: body.sha256 as string, size: body.size as number }
  }
  return { institution, officer, enter, stored }
}

test('papers hang on a right and on its events, and are taken away with a reason', async () => {
  const { institution, officer, enter, stored } = await office()
  const path = await enter({ kind: 'invention', filedOn: '2025-03-31' })
  const reader = await app.person(['auditor'], institution)
  const paper = await stored('受理通知书', '受理通知书.txt')
  const lost = { ...paper, sha256: 'b'.repeat(64) }
  const refused = await officer.send('POST', `${path}/files`, { files: [lost] })
  expect(refused.body.errors).toMatchObject([{ pointer: '#/files', rule: 'file-not-stored' }])
  const event = { kind: 'accepted', on: '2025-04-10', source: '通知书' }
  const bare = await officer.send('POST', `${path}/events`, { ...event, files: [lost] })
  expect(bare.body.errors).toMatchObject([{ rule: 'file-not-stored' }])
  const told = await officer.send('POST', `${path}/events`, { ...event, files: [paper, paper] })
  expect(told.status, told.text).toBe(201)
  const other = await stored('请求书', '请求书.txt')
  expect((await reader.send('POST', `${path}/files`, { files: [other] })).status).toBe(403)
  const twice = [other, { ...other, name: '请求书（副本）.txt' }]
  const attached = await officer.send('POST', `${path}/files`, { files: twice })
  expect(attached.body).toEqual({ attached: 1 })
  expect((await officer.send('POST', `${path}/files`, { files: [other] })).body.attached).toBe(0)
  const nowhere = { event: '0196aaaa-0000-7000-8000-000000000001', files: [other] }
  expect((await officer.send('POST', `${path}/files`, nowhere)).status).toBe(404)
  const { files } = (await reader.get(`${path}/docket`)).body
  expect(files).toMatchObject([
    { name: '受理通知书.txt', eventId: told.body.id },
    { name: '请求书.txt', eventId: null },
  ])
  const one = `${path}/files/${files[1].id}/withdraw`
  expect((await officer.send('POST', one, { reason: '附错了' })).status).toBe(200)
  expect((await officer.send('POST', one, { reason: '附错了' })).status).toBe(404)
  expect((await officer.get(`${path}/docket`)).body.files).toHaveLength(1)
  expect((await officer.get(`${path}/history`)).text).toContain('附错了')
})

test('a priority of the family sets the priority day and its clocks, and goes with it', async () => {
  const { officer, enter } = await office()
  const earlier = await enter({ kind: 'invention', filedOn: '2024-08-31' })
  const path = await enter({ kind: 'invention', filedOn: '2025-06-20' })
  const docket = async () => (await officer.get(`${path}/docket`)).body
  const examination = async () =>
    (await docket()).clocks.find(({ key }: { key: string }) => key === 'examination-request')?.ends
  expect([(await docket()).priorityOn, await examination()]).toEqual([null, '2028-06-20'])
  const id = earlier.replace('/rights/', '')
  await officer.send('POST', `${path}/family`, { earlier: id, kind: 'priority' })
  expect([(await docket()).priorityOn, await examination()]).toEqual(['2024-08-31', '2027-08-31'])
  // What the earlier one is counts for those that claim it.
  const moved = { expectedSeq: 1, reason: '更正申请日', filedOn: '2024-09-10' }
  expect((await officer.send('PATCH', earlier, moved)).status).toBe(200)
  expect([(await docket()).priorityOn, await examination()]).toEqual(['2024-09-10', '2027-09-10'])
  const calendar = `/calendar?from=2027-01-01&to=2027-12-31&record=${path.replace('/rights/', '')}`
  const days = (await officer.get(calendar)).body.items.map(({ day }: { day: string }) => day)
  expect(days).toContain('2027-09-10')
  await officer.send('DELETE', `${path}/family/${id}`)
  expect([(await docket()).priorityOn, await examination()]).toEqual([null, '2028-06-20'])
})

test('a status that the timeline tells is not typed', async () => {
  const { officer, enter } = await office()
  const path = await enter({ kind: 'invention', filedOn: '2025-03-31', status: 'pending' })
  expect((await officer.get(path)).body.isStatusDerived).toBe(false)
  const event = { kind: 'accepted', on: '2025-04-10', source: '通知书' }
  expect((await officer.send('POST', `${path}/events`, event)).status).toBe(201)
  const { seq, status, isStatusDerived } = (await officer.get(path)).body
  expect([status, isStatusDerived]).toEqual(['pending_accepted', true])
  const typed = { expectedSeq: seq, reason: '台账', status: 'granted' }
  expect((await officer.send('PATCH', path, typed)).body.errors).toMatchObject([
    { pointer: '#/status', rule: 'status-by-timeline' },
  ])
  const same = { ...typed, status, remark: '核对无误' }
  expect((await officer.send('PATCH', path, same)).status).toBe(200)
})

test('a variety of trees lasts longer, and nothing else is asked for it', async () => {
  const { officer, enter } = await office()
  const variety = { kind: 'variety', grantedOn: '2020-06-01', filedOn: '2018-01-15' }
  const path = await enter({ ...variety, woody: true })
  expect((await officer.get(`${path}/docket`)).body.term.endsOn).toBe('2040-06-01')
  const plain = await enter(variety)
  expect((await officer.get(`${plain}/docket`)).body.term.endsOn).toBe('2035-06-01')
  const wrong = await officer.send('POST', '/rights', { title: '甲', kind: 'design', woody: true })
  expect(wrong.body.errors).toMatchObject([{ pointer: '#/woody', rule: 'woody-of-variety' }])
})
