import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let house: TestApp
let officer: Person
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  officer = await house.person(['tto_negotiator', 'tto_reviewer'], await house.institution())
})
afterAll(() => house?.close())

const told = ['type', 'maturity', 'stateOfTheArt', 'market', 'risks', 'benefit', 'need']
const typed = { kind: 'transfer', title: '止血材料许可（虚构）', mode: 'license' }
const enter = (more: object = {}) => officer.send('POST', '/contracts', { ...typed, ...more })
const read = async (id: string) => (await officer.get(`/contracts/${id}`)).body

test('a contract is entered by hand once, with several parties, and corrected with a reason', async () => {
  const parties = [
    { role: 'partner', name: '示例大学（虚构）', uscc: null, share: '40%' },
    { role: 'payer', name: '样例控股有限公司（虚构）', uscc: '91440101MA5EXAMP1K', share: null },
  ]
  const order = { id: newId(), number: '手-1', signedOn: '2024-05-06', amountFen: '100', parties }
  const [first, second] = [await enter(order), await enter(order)]
  expect(first.status, first.text).toBe(201)
  expect(second.body).toEqual(first.body)
  const { id } = first.body
  expect(await read(id)).toMatchObject({ number: '手-1', parties, caseId: null, amountFen: '100' })
  const change = { amountFen: '200', reason: '按原件更正' }
  const changed = await officer.send('PATCH', `/contracts/${id}`, change)
  expect(changed.status, changed.text).toBe(200)
  expect(await read(id)).toMatchObject({ amountFen: '200', parties, signedOn: '2024-05-06' })
  const { items } = (await officer.get(`/contracts/${id}/history`)).body
  expect(items).toHaveLength(2)
  const sheet = (await officer.get('/contracts.csv?lang=zh')).text
  expect(sheet).toContain('合作方 示例大学（虚构） 40%')
})

test('another’s number, a term that ends before it begins and a share of nothing are refused', async () => {
  expect((await enter({ number: '手-2' })).status).toBe(201)
  const refused = [
    [{ number: '手-2' }, '#/number'],
    [{ termFrom: '2025-01-02', termTo: '2025-01-01' }, '#/termTo'],
    [{ parties: [{ role: 'other', name: '甲', share: '101%' }] }, '#/parties/0/share'],
    [{ achievements: [newId()] }, '#/achievements'],
  ] as const
  const before = (await officer.get('/contracts')).body.totals.count
  for (const [more, pointer] of refused) {
    const answer = await enter(more)
    expect(answer.status, answer.text).toBe(400)
    expect(answer.body.errors[0].pointer).toBe(pointer)
  }
  expect((await officer.get('/contracts')).body.totals.count).toBe(before)
})

test('what a contract is about is linked by hand, and the link is undone', async () => {
  const made = await officer.send('POST', '/achievements', {
    ...{ title: '可吸收止血材料（虚构）', kind: 'device' },
    inventors: [{ name: '甲示例', share: '100%' }],
    disclosure: Object.fromEntries(told.map((group) => [group, '示例'])),
  })
  expect(made.status, made.text).toBe(201)
  const { id } = (await enter({})).body
  const relate = (achievements: string[], patentNumbers: string[]) =>
    officer.send('PUT', `/contracts/${id}/relations`, {
      ...{ achievements, patentNumbers, reason: '核对原件' },
    })
  expect((await relate([made.body.id], ['ZL2020'])).status).toBe(200)
  expect(await read(id)).toMatchObject({
    achievements: [{ id: made.body.id }],
    patentNumbers: ['ZL2020'],
  })
  expect((await relate([], [])).status).toBe(200)
  expect(await read(id)).toMatchObject({ achievements: [], patentNumbers: [] })
  const { items } = (await officer.get(`/contracts/${id}/history`)).body
  expect(items).toHaveLength(3)
})

test('only the office enters contracts, and nobody touches those of another house', async () => {
  const inventor = await house.person(['inventor'], officer.caller.institution)
  expect((await inventor.send('POST', '/contracts', typed)).status).toBe(403)
  const { id } = (await enter({})).body
  const stranger = await house.person(['tto_negotiator'], await house.institution())
  const change = { title: '别的', reason: '试' }
  expect((await stranger.send('PATCH', `/contracts/${id}`, change)).status).toBe(404)
  const relations = { parties: [], reason: '试' }
  expect((await stranger.send('PUT', `/contracts/${id}/relations`, relations)).status).toBe(404)
})

test('what several of one role hold together is no more than the whole', async () => {
  const grantor = (name: string, share: string) => ({ role: 'partner', name, share })
  const parties = [grantor('甲医院（虚构）', '70%'), grantor('乙医院（虚构）', '70%')]
  const above = await enter({ parties })
  expect(above.status).toBe(400)
  expect(above.body.errors[0]).toMatchObject({ pointer: '#/parties', rule: 'shares-within-whole' })
  parties[1] = grantor('乙医院（虚构）', '30%')
  expect((await enter({ parties })).status).toBe(201)
})

test('what a contract grants is not written over what others said meanwhile', async () => {
  const { id } = (await enter()).body
  const scope = {
    ...{ rightsGranted: null, field: '骨科', territory: null, keyTerms: null, exclusivity: null },
    ...{ termFrom: null, termTo: null, reason: '按原件' },
  }
  const put = (more: object) => officer.send('PUT', `/contracts/${id}/scope`, { ...scope, ...more })
  expect((await put({ expectedSeq: 1 })).status).toBe(204)
  const late = await put({ field: '外科', expectedSeq: 1 })
  expect(late.body.code).toBe('changed-meanwhile')
  expect((await read(id)).field).toBe('骨科')
})
