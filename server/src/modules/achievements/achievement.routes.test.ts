import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { achievements } from './index.ts'

const disclosure = {
  type: '材料',
  maturity: '样机',
  stateOfTheArt: '有',
  market: '有',
  risks: '有',
  benefit: '有',
  need: '许可',
}
const body = {
  title: '可吸收止血材料（示例）',
  kind: 'device',
  disclosure,
  inventors: [
    { name: '示例甲', share: '1/3' },
    { name: '示例乙', share: '2/3' },
  ],
}

let app: TestApp
beforeAll(async () => {
  app = await openTestApp([achievements])
})
afterAll(() => app.close())

test('an achievement gets a permanent number and is found by two characters of its title', async () => {
  const officer = await app.person(['tto_negotiator'])
  const created = await officer.send('POST', '/achievements', body)
  expect(created.status).toBe(201)
  expect(created.body.number).toMatch(/^CG-\d{4}-0001$/)
  const found = await officer.get(`/achievements?q=${encodeURIComponent('止血')}`)
  expect(found.body.items).toHaveLength(1)
  const read = await officer.get(`/achievements/${created.body.id}`)
  expect(read.body.inventors[0]).toMatchObject({ name: '示例甲', share: '1/3' })
})

test.each([
  [
    'shares that do not make one',
    { inventors: [{ name: '示例甲', share: '99%' }] },
    '#/inventors',
    'shares-must-total-one',
  ],
  ['a day of the future', { disclosedOn: '2999-01-01' }, '#/disclosedOn', 'not-in-future'],
  ['an unknown field', { colour: 'red' }, '#/colour', 'unknown'],
])('%s names the field and writes nothing', async (_name, change, pointer) => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const answer = await officer.send('POST', '/achievements', { ...body, ...change })
  expect(answer.status).toBe(400)
  expect(JSON.stringify(answer.body.errors)).toContain(pointer.replace('#/colour', 'colour'))
  expect((await officer.get('/achievements')).body.items).toHaveLength(0)
})

test('another institution’s achievement is not there', async () => {
  const officer = await app.person(['tto_negotiator'])
  const { body: created } = await officer.send('POST', '/achievements', body)
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.get(`/achievements/${created.id}`)).status).toBe(404)
})

test('an auditor reads but does not write', async () => {
  const auditor = await app.person(['auditor'])
  expect((await auditor.send('POST', '/achievements', body)).status).toBe(403)
  expect((await auditor.get('/achievements')).status).toBe(200)
})
