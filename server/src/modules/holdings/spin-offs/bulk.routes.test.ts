import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { institutionLists } from '../../../platform/institution-lists.ts'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { companyStates } from './spin-off.ts'

// Companies that stand otherwise are said to do so together, each by the rules of a single one.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app?.close())

test('the states to choose from are those that packs know', () => {
  expect(companyStates).toEqual(Object.keys(institutionLists().equity.companyStates))
})

test('several companies are edited at once; what a single edit refuses is refused', async () => {
  const officer = await app.person(['tto_negotiator'])
  const enter = async (name: string, of: object) => {
    const body = { name, stateSince: '2026-02-01', business: '止血材料', ...of }
    const made = await officer.send('POST', '/spin-offs', body)
    expect(made.status, made.text).toBe(201)
    return String(made.body.id)
  }
  const active = { state: 'active', foundedOn: '2026-02-01' }
  const first = await enter('示例医械甲（虚构）', active)
  const second = await enter('示例医械乙（虚构）', { state: 'in_preparation' })
  const fields = { state: 'dormant', stateSince: '2026-06-01' }
  const ids = [first, second]
  const preview = await officer.send('POST', '/edits/preview', { kind: 'spin-off', ids, fields })
  expect(preview.status, preview.text).toBe(200)
  expect(preview.body.items).toHaveLength(2)
  const run = newId()
  const records = ids.map((id) => ({ id, expectedSeq: 1 }))
  const order = { id: run, kind: 'spin-off', fields, reason: '停业（示例）', records }
  expect((await officer.send('POST', '/edits', order)).status).toBe(202)
  await app.workOff()
  expect((await officer.get(`/edits/${run}`)).body.progress).toMatchObject({
    ...{ recorded: 1, refused: 1 },
  })
  expect((await officer.get(`/spin-offs/${first}`)).body).toMatchObject(fields)
  expect((await officer.get(`/spin-offs/${second}`)).body.state).toBe('in_preparation')
})
