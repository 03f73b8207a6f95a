import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { dunningPapers } from './dunning.printable.ts'

let house: TestApp
let officer: Person
let contract: string
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-11-24' })
  officer = await house.person(['tto_negotiator', 'tto_reviewer'], await house.institution())
  const entered = await officer.send('POST', '/contracts', {
    ...{ kind: 'transfer', title: '止血材料许可（虚构）', number: '催-1', mode: 'license' },
    ...{ counterparty: '样例科技有限公司（虚构）', signedOn: '2025-01-01' },
  })
  contract = entered.body.id
  const fixed = (key: string, minor: string, dueOn: string) => ({
    ...{ key, kind: 'fixed', label: `${key} 期款`, minor, dueOn },
  })
  const terms = [fixed('first', '50000', '2026-09-01'), fixed('last', '30000', '2027-09-01')]
  const agreed = { terms, effectiveOn: '2025-01-01' }
  const answer = await officer.send('POST', `/contracts/${contract}/terms`, agreed)
  expect(answer.status, answer.text).toBe(201)
})
afterAll(() => house?.close())

const letter = { stage: '1', writtenOn: '2026-11-24', payBy: '2026-12-10', way: 'post' }
const write = (more: object = {}) =>
  officer.send('POST', `/contracts/${contract}/dunning`, { ...letter, ...more })
const letters = async () => (await officer.get(`/contracts/${contract}/dunning`)).body.items

test('a letter asks once for what is overdue, keeps it, is printed and struck with its reason', async () => {
  const id = newId()
  const [first, again] = [await write({ id }), await write({ id })]
  expect(first.status, first.text).toBe(201)
  expect(again.body).toEqual(first.body)
  expect(await letters()).toMatchObject([
    {
      stage: 1,
      lines: [{ label: 'first 期款', dueOn: '2026-09-01', minor: '50000' }],
      struckOn: null,
    },
  ])
  const paper = await officer.get(`/contracts/${contract}/dunning/${first.body.id}/docx`)
  expect(paper.status).toBe(200)
  const strike = `/contracts/${contract}/dunning/${first.body.id}/strike`
  expect((await officer.send('POST', strike, { reason: '对方已付' })).status).toBe(200)
  expect((await officer.send('POST', strike, { reason: '又一次' })).body.code).toBe('letter-struck')
  expect(await letters()).toMatchObject([{ struckOn: '2026-11-24', struckReason: '对方已付' }])
  const { items } = (await officer.get(`/contracts/${contract}/history`)).body
  expect(JSON.stringify(items)).toContain('dunningWritten')
  const sheet = (await officer.get('/dunning-letters.csv?lang=zh')).text
  expect(sheet).toContain('对方已付')
  expect(sheet).toContain('first 期款 2026-09-01 CNY 500.00')
})

test('nothing is asked for before it is overdue, and days that cannot be are refused', async () => {
  const before = await letters()
  const refused = [
    [{ writtenOn: '2026-08-31' }, 'nothing-overdue'],
    [{ writtenOn: '2026-11-25', payBy: '2026-12-10' }, 'written-in-future'],
    [{ payBy: '2026-11-23' }, 'pay-by-before'],
  ] as const
  for (const [more, rule] of refused) {
    expect((await write(more)).body.errors[0].rule).toBe(rule)
  }
  expect(await letters()).toEqual(before)
})

test('a letter names those before it by the record, and none that was not sent', async () => {
  const none = await write({ stage: '2' })
  expect(none.body.errors?.[0]?.rule, none.text).toBe('no-earlier-letter')
  const first = await write({ writtenOn: '2026-09-20', payBy: '2026-10-08' })
  expect(first.status, first.text).toBe(201)
  expect((await write({ stage: '3' })).body.errors[0].rule).toBe('no-earlier-letter')
  const second = await write({ stage: '2', writtenOn: '2026-10-20', payBy: '2026-11-08' })
  expect(second.status, second.text).toBe(201)
  const third = await write({ stage: '3' })
  expect(third.status, third.text).toBe(201)
  const paper = await asSystem(house.context.db, officer.caller.institution, async (tx) => {
    const [letters] = dunningPapers
    const of = { id: contract, part: third.body.id, clock: house.clock }
    return JSON.stringify(await letters?.composed(tx, officer.caller, of))
  })
  expect(paper).toContain('2026年9月20日以邮寄方式发出《催款函》')
  expect(paper).toContain('2026年10月20日以邮寄方式发出《再次催款函》')
  expect(paper).not.toContain('首次催收')
  const strike = (id: string) =>
    officer.send('POST', `/contracts/${contract}/dunning/${id}/strike`, { reason: '误登' })
  expect((await strike(first.body.id)).body.code).toBe('letter-named')
  for (const id of [third.body.id, second.body.id, first.body.id]) {
    expect((await strike(id)).status).toBe(200)
  }
  expect((await write({ stage: '2' })).body.errors[0].rule).toBe('no-earlier-letter')
})

test('another house neither reads nor writes letters of this one', async () => {
  const stranger = await house.person(['tto_negotiator'], await house.institution())
  const path = `/contracts/${contract}/dunning`
  expect((await stranger.get(path)).body.items).toEqual([])
  expect((await stranger.send('POST', path, letter)).status).toBe(404)
})
