import { expect } from 'vitest'
import type { Person, TestApp } from '../../../platform/testing/app.ts'

// A house that holds a part of a company founded on its achievement.

export const house = '示例医院（虚构）'
export const holders = [
  { name: house, kind: 'institution', share: '9%' },
  { name: '示例甲', kind: 'contributor', share: '21%', isChief: false },
  { name: '示例创投（虚构）', kind: 'partner', share: '70%' },
]

/** A house in a province, with somebody for each part. */
export async function houseIn(app: TestApp, province: string) {
  const institution = await app.institution(house)
  const admin = await app.person(['admin'], institution)
  const { body } = await admin.get('/institution')
  await admin.send('PATCH', '/institution', { expectedSeq: body.seq, province })
  const [officer, finance, leaders] = await Promise.all([
    app.person(['tto_negotiator'], institution),
    app.person(['finance'], institution),
    app.person(['leaders'], institution),
  ])
  return { institution, officer, finance, leaders }
}

/** Opens a holding that was formed on a day. @returns its id and a way to record further acts. */
export async function opened(
  officer: Person,
  formedOn = '2026-02-01',
  subscriptions: readonly object[] = [{ name: house, amount: '90000000', dueOn: '2026-12-31' }],
) {
  const answer = await officer.send('POST', '/cases', {
    procedure: 'equity_holding',
    on: formedOn,
    data: {
      ...{ company: '示例医械（虚构）', achievement: '可吸收止血材料（虚构）', formedOn, holders },
      ...{ value: '300000000', taxOption: 'at_once' },
      subscriptions,
    },
    files: [],
  })
  expect(answer.status, answer.text).toBe(201)
  const { id } = answer.body as { id: string }
  const record = async (who: Person, type: string, data: object, on = '2026-06-20') => {
    const { body } = await who.get(`/cases/${id}`)
    const act = { type, on, data, files: [], expectedSeq: body.timeline.at(-1).seq }
    const said = await who.send('POST', `/cases/${id}/acts`, act)
    expect(said.status, said.text).toBe(201)
  }
  return { id, record }
}
