import { afterAll, beforeEach, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Person } from '../../platform/testing/app.ts'
import { store } from '../cases/testing/storing.ts'
import { type OneCase, PayingHouse, proofOf, today } from '../payouts/testing/paying.ts'
import { differencesOf } from '../reconciliation/index.ts'

// Tax withheld on its way to the tax office: two persons, never more than stands, and what is reversed is set
// off or a claim. Months, books and records say the same.

let paying: PayingHouse
beforeEach(async () => {
  // A house of its own for each test: months are sums over the house.
  paying = await PayingHouse.open()
})
const houses: PayingHouse[] = []
beforeEach(() => void houses.push(paying))
afterAll(() => Promise.all(houses.map(({ house }) => house.close())))

const accounts = ['6222000000001234', '6222000000005678']

const taxes = async () => (await paying.finance.get('/withheld-taxes')).body
const month = async (which = '2026-11') =>
  (await taxes()).months.find((one: { month: string }) => one.month === which)
const differences = () =>
  asSystem(paying.house.context.db, paying.institution, async (tx) => {
    return (await differencesOf(tx, paying.institution)).items
  })

/** What the books owe the tax office. */
async function owed(): Promise<string> {
  const [row] = await paying.house.database.asOwner(
    `select coalesce(sum(amount_fen * case side when 'credit' then 1 else -1 end), 0)::text as fen
     from journal_line where institution_id = $1 and account = '2102.01'`,
    [paying.institution],
  )
  return String(row?.['fen'])
}

/** A plan that was paid, 42 million fen with four millions of tax to one and 28 without tax to another. */
async function paid(): Promise<{ one: OneCase & { people: readonly string[] }; id: string }> {
  const one = await paying.payable(accounts)
  const id = await paying.approved([one])
  const [a, b] = await paying.payments(id)
  const lines = [
    { reference: a.reference, withheldFen: '4000000' },
    { reference: b.reference, withheldFen: '0' },
  ]
  await paying.finance.send('POST', `/payouts/${id}/withheld`, { document: '工资表', lines })
  await paying.leader.send('POST', `/payouts/${id}/decision`, { approve: true })
  await paying.finance.send('POST', `/payouts/${id}/files`)
  const proof = await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  expect(proof.status, proof.text).toBe(202)
  await paying.house.workOff()
  return { one, id }
}

const make = (amountFen: string, more: object = {}, who: Person = paying.finance) =>
  who.send('POST', '/tax-remittances', { id: newId(), month: '2026-11', amountFen, ...more })
const act = (who: Person, id: string, what: string, body: object) =>
  who.send('POST', `/tax-remittances/${id}/${what}`, body)
const settling = { on: today, document: '完税证明（示例）1' }

/** Orders that tax of a payment is set off. */
const setOff = (id: string, amountFen: string, more: object = {}, who: Person = paying.finance) =>
  who.send('POST', '/tax-set-offs', {
    ...{ id: newId(), batch: id, number: 1, amountFen, document: '更正申报（示例）1', ...more },
  })
const onSetOff = (who: Person, id: string, what: string, body: object) =>
  who.send('POST', `/tax-set-offs/${id}/${what}`, body)

/** Sets it off by two. @returns the order as it stands. */
async function isSetOff(batch: string, amountFen: string) {
  const made = await setOff(batch, amountFen)
  expect(made.status, made.text).toBe(201)
  const done = await onSetOff(paying.leader, made.body.id, 'decision', { approve: true })
  expect(done.status, done.text).toBe(200)
  return (await paying.finance.get(`/tax-set-offs/${made.body.id}`)).body
}

async function paidOver(amountFen: string, more: object = {}): Promise<string> {
  const made = await make(amountFen, more)
  expect(made.status, made.text).toBe(201)
  const { id } = made.body
  const decided = await act(paying.leader, id, 'decision', { approve: true })
  expect(decided.status, decided.text).toBe(200)
  const settled = await act(paying.finance, id, 'settle', settling)
  expect(settled.status, settled.text).toBe(200)
  return id
}

test('tax of a month is made by one, approved by another and proved, and never more than stands', async () => {
  await paid()
  expect(await month()).toMatchObject({
    ...{ withheldFen: '4000000', standingFen: '4000000', mayPayFen: '4000000', unknown: 0 },
    ...{ dueOn: '2026-12-15', isLate: false },
  })
  const { rule, owedFen } = await taxes()
  expect(rule).toMatchObject({ day: 15, cite: { source: 'cn-income-tax-law', at: 'a14.p1' } })
  expect([owedFen, await owed()]).toEqual(['4000000', '4000000'])

  expect((await make('4000001')).body.errors).toMatchObject([{ rule: 'more-than-stands' }])
  expect((await make('1', { month: '2026-10' })).body.errors).toMatchObject([
    { rule: 'more-than-stands' },
  ])
  expect((await make('1', { month: '2026-12' })).body.errors).toMatchObject([
    { rule: 'month-ahead' },
  ])
  expect((await make('0')).status).toBe(400)
  expect((await make('1', { kind: 'given_back' })).status).toBe(400)
  expect((await make('1', {}, paying.leader)).status).toBe(403)
  const { body } = await make('3000000', { remark: '第一笔' })
  // What is under way is promised: together they do not exceed it.
  expect((await make('1000001')).status).toBe(400)
  expect(await month()).toMatchObject({ underWayFen: '3000000', mayPayFen: '1000000' })
  const decide = { approve: true }
  expect((await act(paying.finance, body.id, 'decision', decide)).status).toBe(403)
  expect((await act(paying.finance, body.id, 'settle', settling)).status).toBe(409)
  expect((await act(paying.leader, body.id, 'decision', decide)).status).toBe(200)
  expect((await act(paying.leader, body.id, 'decision', decide)).status).toBe(409)
  const before = { ...settling, on: '2026-11-23' }
  expect((await act(paying.finance, body.id, 'settle', before)).status).toBe(400)
  const lost = { ...settling, files: [{ name: '证明.pdf', sha256: 'a'.repeat(64), size: 9 }] }
  expect((await act(paying.finance, body.id, 'settle', lost)).status).toBe(400)
  expect(await owed()).toBe('4000000')
  const file = await store(paying.finance, '证明')
  const proved = { ...settling, files: [file] }
  const settled = await act(paying.finance, body.id, 'settle', proved)
  expect(settled.status, settled.text).toBe(200)
  expect(await owed()).toBe('1000000')
  expect(await month()).toMatchObject({ paidOverFen: '3000000', standingFen: '1000000' })
  expect(await differences()).toEqual([])

  const one = (await paying.finance.get(`/tax-remittances/${body.id}`)).body
  expect(one).toMatchObject({ state: 'settled', document: settling.document, files: [file] })
  const history = await paying.finance.get(`/tax-remittances/${body.id}/history`)
  expect(JSON.stringify(history.body)).toContain('settledOn')
  const csv = (await paying.finance.get('/tax-remittances.csv')).text
  expect(csv).toContain('30000.00')
  expect((await paying.finance.get('/withheld-taxes.csv')).text).toContain('2026-11,40000.00')
  const other = await paying.house.person(['tto_negotiator'], paying.institution)
  expect((await other.get('/withheld-taxes')).status).toBe(403)
})

test('what was recorded by mistake is reversed in red, by somebody else, and can be paid over again', async () => {
  await paid()
  const id = await paidOver('4000000')
  expect(await owed()).toBe('0')
  const reverse = { reason: '金额记错' }
  expect((await act(paying.finance, id, 'reverse', reverse)).status).toBe(403)
  expect((await act(paying.leader, id, 'reverse', reverse)).status).toBe(200)
  expect((await act(paying.leader, id, 'reverse', reverse)).status).toBe(409)
  expect(await owed()).toBe('4000000')
  expect(await differences()).toEqual([])
  await paidOver('4000000')
  expect(await month()).toMatchObject({ standingFen: '0', mayPayFen: '0' })
  const [cancelled] = [await make('1')]
  expect(cancelled.status).toBe(400)
})

test('what came back after it was paid over is a claim, asked for and given back', async () => {
  const { id } = await paid()
  await paidOver('4000000')
  const [a] = await paying.payments(id)
  const back = {
    reference: a.reference,
    amountFen: '38000000',
    outcome: 'returned',
    reason: '销户',
  }
  await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf([back]))
  await paying.house.workOff()
  expect(await month()).toMatchObject({
    ...{ cameBackFen: '4000000', standingFen: '-4000000', mayPayFen: '0', mayAskFen: '4000000' },
  })
  expect(await owed()).toBe('-4000000')
  expect((await make('4000001', { kind: 'given_back' })).body.errors).toMatchObject([
    { rule: 'more-than-claimed' },
  ])
  await paidOver('4000000', { kind: 'given_back' })
  expect(await month()).toMatchObject({ standingFen: '0', mayAskFen: '0' })
  expect(await owed()).toBe('0')
  expect(await differences()).toEqual([])
})

const reversal = { cause: 'share_wrong', account: '份额写反', resolution: '院发（示例）9号' }
async function record(who: Person, one: OneCase, type: string, data: object) {
  const order = { type, data, expectedSeq: await paying.seqOf(one) }
  return who.send('POST', `/cases/${one.id}/acts`, order)
}

test('a distribution that is reversed sets its tax off, and the person gives back what they got', async () => {
  const { one, id } = await paid()
  expect((await setOff(id, '1')).body.code).toBe('nothing-to-set-off')
  expect((await record(paying.leader, one, 'distributionReversed', reversal)).status).toBe(201)
  expect((await taxes()).toSetOff).toMatchObject([
    { number: 1, name: '甲示例', heldFen: '42000000', mostFen: '4000000' },
  ])
  // By hand nobody sets off what the record cannot know.
  const byHand = { name: '甲示例', way: 'tax_set_off', award: 'cash', amount: '1', proof: '表' }
  expect((await record(paying.finance, one, 'recoveryRecorded', byHand)).body.code).toBe(
    'tax-by-payment',
  )
  const tooMuch = await setOff(id, '4000001')
  expect(tooMuch.body.errors).toMatchObject([{ rule: 'more-than-to-set-off' }])
  expect((await setOff(id, '1', { number: 2 })).body.code).toBe('nothing-to-set-off')
  expect(await isSetOff(id, '4000000')).toMatchObject({ state: 'settled', isClaim: false })
  expect((await setOff(id, '1')).status).toBe(409)
  expect(await month()).toMatchObject({ setOffFen: '4000000', standingFen: '0' })
  expect(await owed()).toBe('0')
  const back = { name: '甲示例', way: 'repaid', award: 'cash', proof: '收据' }
  const whole = { ...back, amount: '42000000' }
  expect((await record(paying.finance, one, 'recoveryRecorded', whole)).status).toBe(409)
  const net = { ...back, amount: '38000000' }
  const given = await record(paying.finance, one, 'recoveryRecorded', net)
  expect(given.status, given.text).toBe(201)
  expect(await differences()).toEqual([])
  const { recoveries, years } = (await paying.finance.get(`/people/${one.people[0]}/rewards`)).body
  expect(recoveries.map(({ way }: { way: string }) => way).toSorted()).toEqual([
    'repaid',
    'tax_set_off',
  ])
  expect(years).toMatchObject([{ paidFen: '42000000', backFen: '38000000', restFen: '0' }])
})

test('what was set off does not come back once more with the payment', async () => {
  const { one, id } = await paid()
  await record(paying.leader, one, 'distributionReversed', reversal)
  const { id: order } = await isSetOff(id, '1500000')
  const [a] = await paying.payments(id)
  const back = {
    reference: a.reference,
    amountFen: '38000000',
    outcome: 'returned',
    reason: '销户',
  }
  await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf([back]))
  await paying.house.workOff()
  expect(await month()).toMatchObject({
    ...{ cameBackFen: '2500000', setOffFen: '1500000', standingFen: '0' },
  })
  expect(await owed()).toBe('0')
  const balances = await paying.house.database.asOwner(
    `select name, balance_fen::text as fen from payee_balance where case_id = $1`,
    [one.id],
  )
  expect(balances).toEqual([{ name: '乙示例', fen: '28000000' }])
  // Its tax came back with it, less what was set off: that is settled.
  const late = await onSetOff(paying.leader, order, 'reverse', { reason: '误抵' })
  expect(late.body.code, late.text).toBe('set-off-came-back')
  expect(await differences()).toEqual([])
})

test('what was paid over by then is a claim, and a late figure does not fall below what is set off', async () => {
  const one = await paying.payable(accounts)
  const id = await paying.sent([one])
  await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await paying.house.workOff()
  expect(await month()).toMatchObject({ withheldFen: '0', unknown: 2 })
  // What nobody said is not nought in the sheet either.
  expect((await paying.finance.get('/withheld-taxes.csv')).text).toContain(
    '2026-11,,0.00,0.00,0.00,,',
  )
  const dues = (await paying.finance.get('/calendar?from=2026-11-01&to=2026-12-31')).body.items
  expect(JSON.stringify(dues)).toContain('登记 2026-11 付款的代扣税额')
  const [a] = await paying.payments(id)
  const late = (withheldFen: string) =>
    paying.finance.send('POST', `/payouts/${id}/late-tax`, {
      ...{ document: '申报表', lines: [{ reference: a.reference, withheldFen }] },
    })
  expect((await late('5000000')).status).toBe(200)
  expect(await month()).toMatchObject({ standingFen: '5000000', unknown: 1 })
  await paidOver('5000000')
  await record(paying.leader, one, 'distributionReversed', reversal)
  expect(await isSetOff(id, '5000000')).toMatchObject({ isClaim: true })
  expect(await month()).toMatchObject({ standingFen: '-5000000', mayAskFen: '5000000' })
  expect((await late('4999999')).status).toBe(400)
  expect(await owed()).toBe('-5000000')
  expect(await differences()).toEqual([])
})

test('who says tax late does not approve that it is paid over', async () => {
  const id = await paying.sent([await paying.payable(accounts)])
  await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await paying.house.workOff()
  const [a] = await paying.payments(id)
  const other = await paying.house.person(['finance'], paying.institution)
  const late = { document: '表', lines: [{ reference: a.reference, withheldFen: '700' }] }
  expect((await other.send('POST', `/payouts/${id}/late-tax`, late)).status).toBe(200)
  const { body } = await make('700')
  const decide = (who: Person) => act(who, body.id, 'decision', { approve: true })
  expect((await decide(other)).status).toBe(403)
  expect((await decide(paying.leader)).status).toBe(200)
})

test('two who pay over at once do not pay twice', async () => {
  await paid()
  const answers = await Promise.all([make('4000000'), make('4000000')])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 400])
})

test('what is ordered twice under one id is ordered once', async () => {
  await paid()
  const id = newId()
  const [one, other] = await Promise.all([make('1000000', { id }), make('1000000', { id })])
  expect([one.status, other.status, one.body]).toEqual([201, 201, other.body])
  expect((await paying.finance.get('/tax-remittances')).body.items).toHaveLength(1)
  expect(await month()).toMatchObject({ underWayFen: '1000000' })
  // Another sum under the same id is another order, and so is one of somebody else.
  expect((await make('1000001', { id })).body.code).toBe('id-of-another')
  const other2 = await paying.house.person(['finance'], paying.institution)
  expect((await make('1000000', { id }, other2)).body.code).toBe('id-of-another')
  expect((await make('1000000', { id: undefined })).status).toBe(400)
})

test('tax is set off by two, and what was set off wrongly is taken back in red by somebody else', async () => {
  const { one, id } = await paid()
  await record(paying.leader, one, 'distributionReversed', reversal)
  const order = newId()
  const made = await setOff(id, '3000000', { id: order })
  expect([made.status, made.body]).toEqual([201, { id: order }])
  expect((await setOff(id, '3000000', { id: order })).status).toBe(201)
  // Ordered, it moves nothing; what is ordered is not ordered twice.
  expect(await owed()).toBe('4000000')
  expect((await taxes()).toSetOff).toMatchObject([{ underWayFen: '3000000', mostFen: '1000000' }])
  expect((await setOff(id, '1000001')).status).toBe(400)
  const agree = { approve: true }
  expect((await onSetOff(paying.finance, order, 'decision', agree)).status).toBe(403)
  expect((await onSetOff(paying.leader, order, 'reverse', { reason: '早' })).status).toBe(409)
  expect((await onSetOff(paying.leader, order, 'decision', agree)).status).toBe(200)
  expect((await onSetOff(paying.leader, order, 'decision', agree)).status).toBe(409)
  expect(await owed()).toBe('1000000')
  expect(await month()).toMatchObject({ setOffFen: '3000000', standingFen: '1000000' })
  expect(await differences()).toEqual([])

  const wrong = { reason: '抵错付款（示例）' }
  expect((await onSetOff(paying.finance, order, 'reverse', wrong)).status).toBe(403)
  const back = await onSetOff(paying.leader, order, 'reverse', wrong)
  expect(back.status, back.text).toBe(200)
  expect((await onSetOff(paying.leader, order, 'reverse', wrong)).status).toBe(409)
  expect(await owed()).toBe('4000000')
  const [line] = await paying.house.database.asOwner(
    'select made_by from tax_set_off where case_id = $1 and amount_fen < 0',
    [one.id],
  )
  expect(line).toEqual({ made_by: paying.leader.caller.person })
  expect(await month()).toMatchObject({ setOffFen: '0', standingFen: '4000000' })
  expect((await taxes()).toSetOff).toMatchObject([{ heldFen: '42000000', mostFen: '4000000' }])
  expect(await differences()).toEqual([])
  const { recoveries } = (await paying.finance.get(`/people/${one.people[0]}/rewards`)).body
  expect(recoveries.map(({ amountFen }: { amountFen: string }) => amountFen)).toEqual([
    '3000000',
    '-3000000',
  ])
  const acts = await paying.actsOf(one, 'taxSetOffTakenBack')
  expect(acts).toMatchObject([{ data: { amount: '3000000', reason: wrong.reason } }])
  const shown = (await paying.finance.get(`/tax-set-offs/${order}`)).body
  expect(shown).toMatchObject({ state: 'reversed', reversedFor: wrong.reason, name: '甲示例' })
  expect((await paying.finance.get('/tax-set-offs.csv')).text).toContain('30000.00')
  const history = (await paying.finance.get(`/tax-set-offs/${order}/history`)).body.items
  expect(history).toHaveLength(3)
  // By hand nobody takes it back; and it can be set off anew, rightly.
  const byHand = { name: '甲示例', amount: '1', reason: '手工' }
  expect((await record(paying.finance, one, 'taxSetOffTakenBack', byHand)).status).not.toBe(201)
  expect(await isSetOff(id, '4000000')).toMatchObject({ state: 'settled' })
  expect(await owed()).toBe('0')
})

test('an order is refused or cancelled without a trace in the books', async () => {
  const { one, id } = await paid()
  await record(paying.leader, one, 'distributionReversed', reversal)
  const [a, b] = [await setOff(id, '1000000'), await setOff(id, '2000000')]
  const refused = { approve: false, remark: '依据不符' }
  expect((await onSetOff(paying.leader, a.body.id, 'decision', refused)).status).toBe(200)
  expect((await onSetOff(paying.finance, b.body.id, 'cancel', { reason: '重填' })).status).toBe(200)
  const late = await onSetOff(paying.leader, b.body.id, 'decision', { approve: true })
  expect(late.body.code).toBe('set-off-not-open')
  expect(await owed()).toBe('4000000')
  expect((await taxes()).toSetOff).toMatchObject([{ underWayFen: '0', mostFen: '4000000' }])
  expect((await onSetOff(paying.leader, newId(), 'decision', refused)).status).toBe(404)
})
