import { afterAll, beforeEach, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
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
  who.send('POST', '/tax-remittances', { month: '2026-11', amountFen, ...more })
const act = (who: Person, id: string, what: string, body: object) =>
  who.send('POST', `/tax-remittances/${id}/${what}`, body)
const settling = { on: today, document: '完税证明（示例）1' }

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
  const setOff = (amountFen: string, number = 1) =>
    paying.finance.send('POST', '/withheld-taxes/set-off', {
      ...{ batch: id, number, amountFen, document: '更正申报（示例）1' },
    })
  expect((await setOff('1')).body.code).toBe('nothing-to-set-off')
  expect((await record(paying.leader, one, 'distributionReversed', reversal)).status).toBe(201)
  expect((await taxes()).toSetOff).toMatchObject([
    { number: 1, name: '甲示例', heldFen: '42000000', mostFen: '4000000' },
  ])
  // By hand nobody sets off what the record cannot know.
  const byHand = { name: '甲示例', way: 'tax_set_off', award: 'cash', amount: '1', proof: '表' }
  expect((await record(paying.finance, one, 'recoveryRecorded', byHand)).body.code).toBe(
    'tax-by-payment',
  )
  expect((await setOff('4000001')).body.errors).toMatchObject([{ rule: 'more-than-to-set-off' }])
  expect((await setOff('1', 2)).body.code).toBe('nothing-to-set-off')
  const done = await setOff('4000000')
  expect(done.body, done.text).toMatchObject({ isClaim: false })
  expect((await setOff('1')).status).toBe(409)
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
  const order = { batch: id, number: 1, amountFen: '1500000', document: '更正申报（示例）2' }
  const done = await paying.finance.send('POST', '/withheld-taxes/set-off', order)
  expect(done.status, done.text).toBe(200)
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
  const order = { batch: id, number: 1, amountFen: '5000000', document: '退税申请（示例）1' }
  const done = await paying.finance.send('POST', '/withheld-taxes/set-off', order)
  expect(done.body, done.text).toMatchObject({ isClaim: true })
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
