import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { actIn, lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'

// A university holds a quarter: what of the income is its is held for it, and no income in any book.

let house: TestApp
let institution: string
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02T07:00:00+08:00' })
  institution = await house.institution(sampleDeal.hospital)
})
afterAll(() => house?.close())

const university = '示例大学（虚构）'
const holders = [
  { name: sampleDeal.hospital, share: '75%' },
  { name: university, share: '25%' },
]
const titled = (data: object) =>
  upTo('registrationReported', lineOf(sampleDeal)).map((step) =>
    step.type === 'titleRegistered' ? { ...step, data: () => ({ holders, ...data }) } : step,
  )
const rows = (sql: string) => house.database.asOwner(sql)

test('whoever shares a title says who collects the income of the others', async () => {
  await expect(lead(house, institution, titled({}), day('2026-03-02'))).rejects.toThrow(
    /income-of-others-said/,
  )
})

test('what is theirs is held in the books, apart from income, until it is passed on', async () => {
  const steps = titled({ othersIncome: 'through_us' })
  const at = await lead(house, institution, steps, day('2026-03-02'))
  const on = addDays(at.on, 1)
  // What is owed by the contract is theirs in the same part.
  expect(await rows('select others, claim_of_company from contract')).toEqual([
    { others: [{ holder: university, share: '25%' }], claim_of_company: false },
  ])
  const take = (type: string, data: object) =>
    actIn(house, institution, 'finance', { ...at, on }, { type, data })
  const receipt = { amount: '120000000', voucher: '收-1', inBudget: true }
  expect(await take('receiptRecorded', receipt)).toMatchObject({ kind: 'refused' })
  // The own part is nobody else's, though it be by the shares of the title.
  const swapped = [{ holder: sampleDeal.hospital, amount: '90000000' }]
  expect(await take('receiptRecorded', { ...receipt, forOthers: swapped })).toMatchObject({
    errors: [{ pointer: '#/data/forOthers/0/holder', rule: 'other-than-own' }],
  })
  const forOthers = [{ holder: university, amount: '30000000' }]
  expect(await take('receiptRecorded', { ...receipt, forOthers })).toMatchObject({
    kind: 'accepted',
  })
  const settled = { holder: university, amount: '20000000', proof: '转-1' }
  expect(await take('othersSettled', settled)).toMatchObject({ kind: 'accepted' })
  const refund = { receipt: '收-1', cause: 'refund', amount: '12000000', voucher: '退-1' }
  const fromOthers = [{ holder: university, amount: '3000000' }]
  expect(await take('receiptRefunded', { ...refund, fromOthers })).toMatchObject({
    kind: 'accepted',
  })
  expect(await rows('select amount_fen, others_fen from receipt order by amount_fen desc')).toEqual(
    [
      { amount_fen: '120000000', others_fen: '30000000' },
      { amount_fen: '-12000000', others_fen: '-3000000' },
    ],
  )
  // The act says of which receipt it is; what may be verified is less by the own part, once.
  expect(await rows('select basis, fen from receipt_refund')).toEqual([
    { basis: 'act', fen: '12000000' },
  ])
  const finance = await house.person(['finance'], institution)
  const [{ id }] = (await finance.get('/registrations')).body.items
  const { unverified, mostFen } = (await finance.get(`/registrations/${id}`)).body
  expect([unverified[0].fen, mostFen]).toEqual(['81000000', '81000000'])
  const balances = await rows(
    `select account, person, sum(case side when 'debit' then amount_fen else -amount_fen end)::text as fen
     from journal_line where account in ('1002', '2307', '4609.01', '8001')
     group by account, person order by account`,
  )
  expect(balances).toEqual([
    { account: '1002', person: null, fen: '88000000' },
    { account: '2307', person: university, fen: '-7000000' },
    { account: '4609.01', person: null, fen: '-81000000' },
    { account: '8001', person: null, fen: '81000000' },
  ])
})
