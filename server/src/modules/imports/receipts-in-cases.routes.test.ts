import { day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { lead, lineOf, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { modules } from '../index.ts'
import { multipart } from './testing/upload.ts'

// A ledger that tells again what a case recorded brings no second income.

let house: TestApp
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2027-03-02T07:00:00+08:00' })
})
afterAll(() => house?.close())

test('a receipt of a case is known by its voucher however it is typed, and by its month', async () => {
  const finance = await house.person(['tto_negotiator', 'finance'])
  const steps = upTo('receiptRecorded', lineOf(sampleDeal))
  await lead(house, finance.caller.institution, steps, day('2026-03-02'))
  const [receipt] = (await finance.get('/receipts')).body.items
  const { voucher, receivedOn, amountFen } = receipt
  const yuan = `${BigInt(amountFen) / 100n}`
  const lines = [
    '合同编号,付款单位,到账日期,到账金额,凭证号',
    `HT-2026-1,样例科技有限公司（虚构）,${receivedOn.slice(0, 7)},${yuan},${voucher.replace('收-', '收－ ')}`,
    `HT-2026-1,样例科技有限公司（虚构）,${receivedOn},${yuan},${voucher}-9`,
  ]
  const draft = await house.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    ...multipart(finance.cookie, '到账.csv', Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)),
  })
  expect(draft.statusCode, draft.body).toBe(201)
  const { id, version, written } = draft.json()
  const { items: rows } = (await finance.get(`/imports/${id}/rows?limit=50`)).body
  expect(written, JSON.stringify(rows)).toBe(1)
  const done = await finance.send('POST', `/imports/${id}/confirm`, { version, rows: written })
  expect(done.status, done.text).toBe(200)
  const { items } = (await finance.get('/receipts')).body
  expect(items.map((one: { voucher: string }) => one.voucher).toSorted()).toEqual(
    [voucher, `${voucher}-9`].toSorted(),
  )
})
