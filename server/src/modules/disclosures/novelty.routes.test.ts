import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let house: TestApp
let inventor: Person
let officer: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  const institution = await house.institution('示例医院（虚构）')
  inventor = await house.person(['inventor'], institution)
  officer = await house.person(['tto_negotiator'], institution)
})
afterAll(() => house?.close())

test('one filing abroad stops the clock there alone; its priority and an entry from it count, too', async () => {
  const entered = await inventor.send('POST', '/achievements', {
    ...{ title: '止血夹（虚构）', kind: 'device', disclosure: { type: '材料' } },
    inventors: [{ name: inventor.caller.name, share: '100%' }],
    publicity: 'yes',
    publications: [{ kind: 'leaked', on: '2025-07-10', where: '展会传单' }],
  })
  expect(entered.status, entered.text).toBe(201)
  const { id } = entered.body
  const enter = async (kind: string, filedOn: string, country: string | null) => {
    const right = { kind, title: '止血夹（虚构）', filedOn, country, achievementId: id }
    const { body } = await officer.send('POST', '/rights', right)
    return body.id as string
  }
  const states = async () =>
    (await officer.get(`/achievements/${id}/progress`)).body.novelty.map(
      ({ state, lastDay, priorityOf }: Record<string, string | null>) =>
        [state, state === 'open' && lastDay, priorityOf].filter(Boolean).join(' '),
    )
  const dues = async () => {
    const { body } = await officer.get(`/calendar?from=2026-03-02&to=2026-12-31&record=${id}`)
    return body.items.flatMap(({ key, kind, day }: Record<string, string>) =>
      key?.includes('/novelty/') ? `${key.slice(57)} ${day} ${kind}` : [],
    )
  }
  const abroad = await enter('invention', '2025-08-20', 'US')
  expect(await states()).toEqual([
    'open 2026-08-20 2025-08-20',
    'filed',
    'open 2026-07-10',
    'open 2026-07-10',
    'lost',
  ])
  expect((await dues()).toSorted()).toEqual([
    'cn 2026-08-20 deadline',
    'jp 2026-07-10 deadline',
    'kr 2026-07-10 deadline',
  ])
  // Too late by its own day, in time by the priority it claims.
  const home = await enter('invention', '2026-02-01', null)
  expect((await states())[0]).toBe('open 2026-08-20 2025-08-20')
  await officer.send('POST', `/rights/${home}/family`, { earlier: abroad, kind: 'priority' })
  expect((await states())[0]).toBe('filed')
  expect((await dues()).toSorted()).toEqual(['jp 2026-07-10 term', 'kr 2026-07-10 term'])
  // An application of another achievement; what entered from it has its day.
  const { body } = await officer.send('POST', '/rights', {
    ...{ kind: 'pct', title: '止血夹（虚构）', filedOn: '2026-01-05' },
  })
  const national = await enter('patent', '2026-02-25', 'EP')
  expect((await states())[4]).toBe('lost')
  await officer.send('POST', `/rights/${national}/family`, { earlier: body.id, kind: 'national' })
  expect((await states())[4]).toBe('filed')
})
