import type { Day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { caseLine } from './case.queries.ts'
import { withGathered } from './gather.ts'
import { lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'

// An act that leans on a transfer names one of the house, about what the act is about.

let house: TestApp
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02T07:00:00+08:00' })
})
afterAll(() => house?.close())

const on = '2026-03-02' as Day
const other = '018f0000-0000-7000-8000-000000000002'

test('a number nobody has, of another house or another achievement is refused by its field', async () => {
  const institution = await house.institution(sampleDeal.hospital)
  const elsewhere = await house.institution('别院（虚构）')
  const officer = await house.person(['tto_negotiator'], institution)
  const { db } = house.database
  const told = ['type', 'maturity', 'stateOfTheArt', 'market', 'risks', 'benefit', 'need']
  const disclosed = await officer.send('POST', '/achievements', {
    title: sampleDeal.achievement,
    kind: 'device',
    disclosure: Object.fromEntries(told.map((group) => [group, '示例'])),
    inventors: [{ name: '甲示例', share: '100%' }],
  })
  const one = String(disclosed.body.id)
  const steps = upTo('caseOpened', lineOf({ ...sampleDeal, achievementId: one }))
  const { id } = await lead(house, institution, steps, on)
  const line = await asSystem(db, institution, (tx) => caseLine(tx, institution, id))
  const number = String(line?.number)
  const ask = (of: string, transferCase: string | undefined, about = one) =>
    asSystem(db, of, (tx) => {
      const past = [{ data: { achievementId: about } }] as never
      return withGathered(tx, 'namedTransfer', {
        ground: {} as never,
        institution: of,
        data: { transferCase },
        on,
        past,
      })
    })
  const rule = async (answer: ReturnType<typeof ask>) => {
    const found = await answer
    return 'errors' in found ? found.errors.map(({ pointer, rule }) => [pointer, rule]) : found.data
  }
  expect(await rule(ask(institution, ` ${number} `))).toEqual({ transferCase: number })
  expect(await rule(ask(institution, undefined))).toEqual({})
  const unknown = [['#/data/transferCase', 'known-transfer']]
  expect(await rule(ask(institution, '2026-9999'))).toEqual(unknown)
  expect(await rule(ask(elsewhere, number))).toEqual(unknown)
  expect(await rule(ask(institution, number, other))).toEqual([
    ['#/data/transferCase', 'transfer-of-this-achievement'],
  ])
})
