import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '../../platform/testing/app.ts'
import { orderFor, PayingHouse, proofOf } from './testing/paying.ts'

// Two persons stand behind every sum that leaves: whoever said what is withheld from a payment approves no batch
// that pays it by that figure, also not one that pays again what came back.

let paying: PayingHouse
beforeAll(async () => {
  paying = await PayingHouse.open()
})
afterAll(() => paying?.house.close())

const accounts = ['6222000000001234', '6222000000005678']

const another = () => paying.house.person(['finance', 'leaders'], paying.institution)
const decide = (who: Person, id: string) =>
  who.send('POST', `/payouts/${id}/decision`, { approve: true })
const note = (who: Person, id: string, lines: unknown) =>
  who.send('POST', `/payouts/${id}/withheld`, { document: '工资表 11 月', lines })

async function told(id: string, lines: unknown, who = paying.finance) {
  const took = await who.send('POST', `/payouts/${id}/proofs`, proofOf(lines))
  expect(took.status, took.text).toBe(202)
  await paying.house.workOff()
}

const back = (reference: string, amountFen: string) => ({
  ...{ reference, amountFen, outcome: 'returned', reason: '账户已销户' },
})

async function gathered(by: Person, one: { readonly id: string }): Promise<string> {
  const given = orderFor([one])
  expect((await by.send('POST', '/payouts', given)).status).toBe(202)
  await paying.house.workOff()
  return given.id
}

test('whoever entered the tax of a payment does not approve that it is made again with it', async () => {
  const one = await paying.payable(accounts)
  const payroll = await another()
  const first = await gathered(paying.finance, one)
  const [a, b] = await paying.payments(first)
  await note(payroll, first, [
    { reference: a.reference, withheldFen: '2000000' },
    { reference: b.reference, withheldFen: '0' },
  ])
  expect((await decide(payroll, first)).status).toBe(403)
  expect((await decide(paying.leader, first)).status).toBe(200)
  await paying.finance.send('POST', `/payouts/${first}/files`)
  await told(first, [back(a.reference, '40000000')])
  const again = await gathered(paying.finance, one)
  expect(await paying.payments(again)).toMatchObject([{ attempt: 2, withheldFen: '2000000' }])
  // The figure is theirs, whichever batch it stands in.
  expect((await decide(payroll, again)).status).toBe(403)
  expect((await decide(paying.finance, again)).status).toBe(403)
  expect((await decide(paying.leader, again)).status).toBe(200)
})

test('so does not whoever said the tax with the proof, or late', async () => {
  for (const isLate of [false, true]) {
    const one = await paying.payable(accounts)
    const payroll = await another()
    const first = await paying.sent([one])
    const [a] = await paying.payments(first)
    if (isLate) {
      await told(first, 'all-paid')
      const lines = [{ reference: a.reference, withheldFen: '1000000' }]
      const late = { document: '申报表', lines }
      const said = await payroll.send('POST', `/payouts/${first}/late-tax`, late)
      expect(said.status, said.text).toBe(200)
    } else {
      const line = { reference: a.reference, amountFen: '41000000', withheldFen: '1000000' }
      await told(first, [{ ...line, outcome: 'paid' }], payroll)
    }
    await told(first, [back(a.reference, '41000000')])
    const again = await gathered(paying.finance, one)
    expect(await paying.payments(again)).toMatchObject([{ withheldFen: '1000000' }])
    expect((await decide(payroll, again)).status).toBe(403)
    expect((await decide(paying.leader, again)).status).toBe(200)
  }
})

test('a figure that another person says anew is no longer of the first', async () => {
  const one = await paying.payable(accounts)
  const payroll = await another()
  const first = await gathered(paying.finance, one)
  const [a] = await paying.payments(first)
  const line = (withheldFen: string) => [{ reference: a.reference, withheldFen }]
  await note(payroll, first, line('2000000'))
  await decide(paying.leader, first)
  await paying.finance.send('POST', `/payouts/${first}/files`)
  await told(first, [back(a.reference, '40000000')])
  const again = await gathered(paying.finance, one)
  const [anew] = await paying.payments(again)
  const other = [{ reference: anew.reference, withheldFen: '1500000' }]
  expect((await note(paying.finance, again, other)).status).toBe(200)
  expect((await decide(payroll, again)).status).toBe(200)
})

test('the same tax said once more changes nothing: what was approved stays so', async () => {
  const id = await paying.approved([await paying.payable(accounts)])
  const [a, b] = await paying.payments(id)
  const lines = [
    { reference: a.reference, withheldFen: '4200000' },
    { reference: b.reference, withheldFen: '0' },
  ]
  await note(paying.finance, id, lines)
  await decide(paying.leader, id)
  const before = await paying.batch(id)
  expect(before.state).toBe('approved')
  const payroll = await another()
  const same = await note(payroll, id, lines)
  expect([same.status, same.body]).toEqual([200, { lines: 0 }])
  expect(await paying.batch(id)).toEqual(before)
  // One that differs is all that is noted.
  const one = await note(payroll, id, [lines[0], { ...lines[1], withheldFen: '1' }])
  expect(one.body).toEqual({ lines: 1 })
  expect(await paying.batch(id)).toMatchObject({ state: 'made', withheldFen: '4200001' })
  expect((await decide(payroll, id)).status).toBe(403)
})

test('nor does whoever said by which way a payment goes, be it said otherwise since', async () => {
  const one = await paying.payable(accounts)
  const [first, second] = [await another(), await another()]
  const id = await gathered(paying.finance, one)
  const [{ reference }] = await paying.payments(id)
  const say = async (who: Person, way: string) => {
    const body = { lines: [{ reference, way }], reason: '本人申请' }
    const said = await who.send('PUT', `/payouts/${id}/ways`, body)
    expect(said.status, said.text).toBe(200)
  }
  await say(first, 'payroll')
  await say(second, 'bank')
  expect((await decide(second, id)).status).toBe(403)
  expect((await decide(first, id)).status).toBe(403)
  expect((await decide(paying.leader, id)).status).toBe(200)
})
