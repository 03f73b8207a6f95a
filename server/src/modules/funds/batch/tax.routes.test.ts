import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { type PayingHouse, today } from '../../payouts/testing/paying.ts'
import { AwardingHouse, reward } from '../testing/awarding.ts'

// What is withheld from a bonus or award that a batch pays is one figure, wherever it is said and read, and what the
// bank proved of it stays so.

let house: AwardingHouse
let paying: PayingHouse
let finance: Person

beforeAll(async () => {
  house = await AwardingHouse.open()
  ;({ paying } = house)
  ;({ finance } = paying)
  await house.filled()
})
afterAll(() => paying?.house.close())

const month = today.slice(0, 7)
const differences = async () => (await finance.get('/journal/differences')).body.items
const handPaymentOf = async (record: string) =>
  (await finance.get(`/hand-payments?month=${month}`)).body.items.find(
    (one: { recordId: string }) => one.recordId === record,
  )
const sayLate = async (record: string, withheldFen: string) => {
  const { id } = await handPaymentOf(record)
  return finance.send('POST', `/hand-payments/${id}/tax`, {
    withheldFen,
    document: '税-补（虚构）',
  })
}
const ruleOf = ({ body }: { body: { errors?: { rule: string }[]; code: string } }) =>
  body.errors?.[0]?.rule ?? body.code

/** An award whose batch was sent, and its payment. */
async function sent(fen: string, withheldFen?: string) {
  const award = await house.awarded([reward(house.helper, fen)])
  const { id } = (await house.order([award])).body
  const [{ reference }] = await paying.payments(id)
  if (withheldFen !== undefined) {
    const noted = { document: '税-1（虚构）', lines: [{ reference, withheldFen }] }
    expect((await finance.send('POST', `/payouts/${id}/withheld`, noted)).status).toBe(200)
  }
  expect((await house.decide(id)).status).toBe(200)
  expect((await house.file(id)).status).toBe(201)
  return { award, id, reference }
}

async function proved(id: string, lines: unknown, by = finance, document = '回单-1') {
  const body = { id: newId(), document, on: today, lines }
  const took = await by.send('POST', `/payouts/${id}/proofs`, body)
  await paying.house.workOff()
  return took
}

test('tax that is said once a bonus or award is through is told by its batch too, and comes back with it', async () => {
  const { award, id, reference } = await sent('600000')
  expect((await proved(id, 'all-paid')).status).toBe(202)
  expect(await paying.batch(id)).toMatchObject({ taxUnknown: 1, withheldFen: null })
  expect((await sayLate(award.id, '60000')).status).toBe(200)

  expect(await paying.batch(id)).toMatchObject({ taxUnknown: 0, withheldFen: '60000' })
  expect(await paying.payments(id)).toMatchObject([{ withheldFen: '60000', netFen: '540000' }])
  const { items } = (await finance.get('/payouts')).body
  expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({ taxUnknown: 0 })
  const sheet = (await finance.get(`/payouts/personnel.csv?batch=${id}&lang=zh`)).text
  expect(sheet).toContain('600.00')
  // The bank sends back what had gone out: what was left after tax.
  const line = { reference, outcome: 'returned', reason: '销户' }
  const gross = await proved(id, [{ ...line, amountFen: '600000' }])
  expect(ruleOf(gross)).toBe('proof-unfit')
  const back = await proved(id, [{ ...line, amountFen: '540000', withheldFen: '60000' }])
  expect(back.status, back.text).toBe(202)
  expect(await handPaymentOf(award.id)).toMatchObject({ backFen: '600000', withheldFen: '0' })
  expect(await differences()).toEqual([])
})

test('tax by which a bonus or award was paid is not said otherwise later, nor any of what arrived whole', async () => {
  const known = await sent('500000', '50000')
  expect((await proved(known.id, 'all-paid')).status).toBe(202)
  expect(ruleOf(await sayLate(known.award.id, '60000'))).toBe('tax-proved')
  expect(await handPaymentOf(known.award.id)).toMatchObject({ withheldFen: '50000' })

  const whole = await sent('700000')
  const { reference } = whole
  const arrived = [{ reference, amountFen: '700000', outcome: 'paid' }]
  expect((await proved(whole.id, arrived)).status).toBe(202)
  expect(ruleOf(await sayLate(whole.award.id, '70000'))).toBe('tax-proved')
  expect((await sayLate(whole.award.id, '0')).status).toBe(200)
  expect(await differences()).toEqual([])
})

test('who takes the proof of a batch has not said its tax late, and approves that it is paid over', async () => {
  const other = await paying.house.person(['finance'], paying.institution)
  const { id } = await sent('900000', '90000')
  expect((await proved(id, 'all-paid', other)).status).toBe(202)
  const order = { id: newId(), month, kind: 'paid_over', amountFen: '90000', remark: null }
  const made = await finance.send('POST', '/tax-remittances', order)
  expect(made.status, made.text).toBe(201)
  const path = `/tax-remittances/${order.id}/decision`
  const decided = await other.send('POST', path, { approve: true })
  expect(decided.status, decided.text).toBe(200)
})
