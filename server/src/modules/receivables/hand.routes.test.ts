import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'

// Money that neither a case nor a ledger announced: finance enters it once, matches it later, and takes it back
// while nothing rests on it.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-30' })
})
afterAll(() => app?.close())

const payer = '示例医械有限公司（虚构）'

const slip = {
  ...{ payer, receivedOn: '2026-06-10', amountFen: '500000' },
  ...{ account: '基本户 0001', voucher: '回单-77' },
}

async function house() {
  const institution = await app.institution()
  const finance = await app.person(['finance'], institution)
  const officer = await app.person(['tto_negotiator'], institution)
  const enter = (more: object = {}, by: Person = finance) =>
    by.send('POST', '/receipts', { ...slip, ...more })
  const contract = async (fixed: string, currency = 'CNY') => {
    const fields = {
      ...blankContract,
      kind: 'transfer' as const,
      title: '许可',
      counterparty: payer,
    }
    const id = await asSystem(app.context.db, institution, async (tx) => {
      const ledger = [{ fields, achievements: [], source: '台账' }]
      const [one = ''] = await enterContracts(tx, app.context.clock, officer.caller, ledger)
      return one
    })
    const term = { key: 'a', kind: 'fixed', label: '许可费', minor: fixed, dueOn: '2026-06-01' }
    const planRate = currency === 'CNY' ? null : '7.1'
    const body = { effectiveOn: '2026-01-01', currency, planRate, terms: [term] }
    const agreed = await finance.send('POST', `/contracts/${id}/terms`, body)
    expect(agreed.status, agreed.text).toBe(201)
    return id
  }
  return { institution, finance, officer, enter, contract }
}

const kindsBooked = async (by: Person) => {
  const { items } = (await by.get('/journal')).body
  return items
    .map(({ kind }: { kind: string }) => kind)
    .filter((kind: string) => kind.startsWith('transfer'))
}

test('a receipt is entered once, waits until it is matched, and stands in the journal', async () => {
  const { finance, officer, enter, contract } = await house()
  const of = await contract('600000')
  const id = newId()
  expect((await enter({}, officer)).status).toBe(403)
  const made = await enter({ id })
  expect(made.status, made.text).toBe(201)
  expect((await enter({ id })).body).toEqual(made.body)
  const receipt = made.body.id
  expect((await finance.get(`/receipts/${receipt}`)).body).toMatchObject({
    ...{ payer, amountFen: '500000', account: '基本户 0001', voucher: '回单-77' },
    ...{ byHand: true, takenBack: null, caseId: null, contractId: null },
  })
  const waiting = async () => (await finance.get('/waiting-receipts')).body.items
  expect(await waiting()).toMatchObject([
    { id: receipt, kind: 'receipt', suggestions: [{ id: of, bases: ['payer'] }] },
  ])
  const told = await finance.send('POST', `/receipts/${receipt}/contract`, { contract: of })
  expect(told.status).toBe(201)
  // Of its contract, and nothing of it paid anything yet.
  expect(await waiting()).toMatchObject([{ id: receipt, kind: 'open', contractId: of }])
  const { open } = (await finance.get(`/receipts/${receipt}/matching`)).body
  const lines = [{ receivable: open[0].id, minor: '500000' }]
  const matched = await finance.send('POST', `/receipts/${receipt}/matches`, { lines })
  expect(matched.status, matched.text).toBe(201)
  expect(await waiting()).toEqual([])
  // The rest comes with more than is owed: what is over stays, and waits for nothing.
  const over = await enter({ voucher: '回单-78', amountFen: '150000', contract: of })
  const rest = [{ receivable: open[0].id, minor: '100000' }]
  const path = `/receipts/${over.body.id}/matches`
  const much = await finance.send('POST', path, { lines: [{ ...rest[0], minor: '150001' }] })
  // In one language, that of whoever reads it.
  expect(much.body.errors[0].detail).toBe('不能核对：超过应收款未收金额。')
  expect((await finance.send('POST', path, { lines: rest })).body.left).toBe('50000')
  expect(await waiting()).toEqual([])
})

test('one voucher of one account is entered once, and the refusal leads to the first', async () => {
  const { finance, enter } = await house()
  const first = (await enter()).body.id
  const again = await enter({ voucher: ' 回单-７７', amountFen: '1', receivedOn: '2026-05-02' })
  expect(again.status).toBe(400)
  expect(again.body.errors[0]).toMatchObject({ pointer: '#/voucher', rule: 'receipt-recorded' })
  expect(again.body.errors[0].detail).toContain('2026-06-10')
  expect(again.body.facts).toEqual({ see: `/receipts/${first}` })
  // The same number of another account, of another day, is another receipt.
  const other = { account: '零余额户 0002', receivedOn: '2026-05-02', amountFen: '7' }
  expect((await enter(other)).status).toBe(201)
  // Parts of one receipt are entered with what came in as a whole.
  const part = { voucher: '回单-80', amountFen: '300', wholeFen: '500' }
  expect((await enter(part)).status).toBe(201)
  const beyond = await enter({ ...part, amountFen: '201' })
  expect(beyond.body.errors[0].pointer).toBe('#/amountFen')
  expect((await enter({ ...part, amountFen: '200' })).status).toBe(201)
  const less = await enter({ voucher: '回单-81', amountFen: '300', wholeFen: '200' })
  expect(less.body.errors[0].pointer).toBe('#/wholeFen')
  expect((await finance.get('/receipts')).body.totals.count).toBe(4)
})

test('of two who enter one voucher at once, one is refused', async () => {
  const { institution, finance, enter } = await house()
  const second = await app.person(['finance'], institution)
  const answers = await Promise.all([enter(), enter({}, second), enter(), enter({}, second)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 400, 400, 400])
  expect((await finance.get('/receipts')).body.totals.amountFen).toBe('500000')
  // Whatever the service says, the database holds it.
  const { clock, db } = app.context
  const beside = asSystem(db, institution, async (tx) => {
    const { id: _id, ...said } = { ...slip, id: '' }
    const fields = { ...blankReceipt, ...said }
    const [id = ''] = await enterReceipts(tx, clock, finance.caller, [{ fields }])
    await tx.updateTable('receipt').set({ byHand: true }).where('id', '=', id).execute()
  })
  await expect(beside).rejects.toThrow(/recorded already/)
})

test('what a ledger told already is not entered again', async () => {
  const { institution, finance, enter } = await house()
  const { clock, db } = app.context
  await asSystem(db, institution, (tx) =>
    enterReceipts(tx, clock, finance.caller, [
      {
        fields: { ...blankReceipt, voucher: '回单-77', amountFen: '500000', receivedOn: '2026-06' },
        source: '台账',
      },
    ]),
  )
  const again = await enter()
  expect(again.body.errors[0].pointer).toBe('#/voucher')
  expect(again.body.facts.see).toMatch(/^\/receipts\//)
})

test('a receipt in another currency keeps the rate of its day', async () => {
  const { finance, enter, contract } = await house()
  const of = await contract('100000', 'USD')
  const dollars = { currency: 'USD', minor: '100000', amountFen: null, contract: of }
  const rated = { ...dollars, rate: '7.1043', rateSource: '人民银行中间价' }
  const refused = [
    [dollars, '#/rateSource'],
    [{ ...dollars, minor: null, rateSource: '银行' }, '#/minor'],
    [{ ...dollars, rateSource: '银行' }, '#/amountFen'],
    [{ ...rated, amountFen: '710431' }, '#/rate'],
    [{ ...rated, rate: '0' }, '#/rate'],
    [{ ...rated, currency: 'CNY' }, '#/currency'],
  ] as const
  for (const [more, pointer] of refused) {
    const answer = await enter(more)
    expect(answer.body.errors?.[0]?.pointer, answer.text).toBe(pointer)
  }
  const made = await enter(rated)
  expect(made.status, made.text).toBe(201)
  const matching = (await finance.get(`/receipts/${made.body.id}/matching`)).body
  expect(matching).toMatchObject({ currency: 'USD', leftMinor: '100000', leftFen: '710430' })
  expect(matching).toMatchObject({ rate: '7.1043', rateSource: '人民银行中间价' })
  const { items } = (await finance.get(`/receipts/${made.body.id}/history`)).body
  expect(items.map(({ action }: { action: string }) => action)).toEqual([
    'receipt.entered',
    'receipt.currencyNoted',
  ])
  // Taken back, nothing is left of it, in either currency.
  const path = `/receipts/${made.body.id}/take-back`
  expect((await finance.send('POST', path, { reason: '重复' })).status).toBe(201)
  const after = (await finance.get(`/receipts/${made.body.id}/matching`)).body
  expect(after).toMatchObject({ currency: 'CNY', leftMinor: '0', rate: null })
})

test('a receipt in dollars pays what is owed in yuan by the yuan of its day, and is free again', async () => {
  const { finance, enter, contract } = await house()
  const of = await contract('500000')
  const dollars = { currency: 'USD', minor: '100000', rate: '7.1043', rateSource: '人民银行中间价' }
  const made = await enter({ ...dollars, amountFen: null, contract: of })
  const at = `/receipts/${made.body.id}`
  const { open } = (await finance.get(`${at}/matching`)).body
  expect(open).toMatchObject([{ currency: 'CNY', openMinor: '500000', proposed: '500000' }])
  const pay = (minor: string) =>
    finance.send('POST', `${at}/matches`, { lines: [{ receivable: open[0].id, minor }] })
  const much = await pay('710431')
  expect(much.body.errors[0].detail).toBe('不能核对：超过应收款未收金额。')
  const paid = await pay('500000')
  expect([paid.status, paid.body.left]).toEqual([201, '210430'])
  const left = async () => {
    const { leftMinor, leftFen, matches } = (await finance.get(`${at}/matching`)).body
    return { leftMinor, leftFen, match: matches[0] }
  }
  // 500,000 of 710,430 fen are 70,379 and a part of 100,000 cents; the part stays.
  expect(await left()).toMatchObject({ leftMinor: '29621', leftFen: '210430' })
  expect((await left()).match).toMatchObject({ currency: 'CNY', minor: '500000', fen: '500000' })
  const view = (await finance.get(`/contracts/${of}/money`)).body
  expect(view.receivables).toMatchObject([{ state: 'settled', openFen: '0' }])
  // No rate has changed since the receipt: nothing is gained or lost by it.
  const { items } = (await finance.get('/journal')).body
  expect(JSON.stringify(items)).not.toContain('汇兑')
  // Its currency stays while it is used, also where what was used of it is less than a cent.
  const noted = await finance.send('PUT', `${at}/currency`, { ...dollars, rate: null })
  expect(noted.body.code).toBe('receipt-used')
  const { match } = await left()
  const back = await finance.send('POST', `${at}/matches/${match.id}/take-back`, { reason: '错' })
  expect(back.status, back.text).toBe(201)
  expect(await left()).toMatchObject({ leftMinor: '100000', leftFen: '710430' })
})

test('a receipt that is wrong in itself is not entered', async () => {
  const { enter } = await house()
  const refused = [
    [{ receivedOn: '2026-07-01' }, '#/receivedOn'],
    [{ amountFen: '0' }, '#/amountFen'],
    [{ amountFen: '-5' }, '#/amountFen'],
    [{ amountFen: null }, '#/amountFen'],
    [{ contract: newId() }, '#/contract'],
    [{ voucher: ' ' }, '#/voucher'],
    [{ account: '' }, '#/account'],
    [{ payer: '' }, '#/payer'],
  ] as const
  for (const [more, pointer] of refused) {
    const answer = await enter(more)
    expect(answer.status, answer.text).toBe(400)
    expect(answer.body.errors[0].pointer).toBe(pointer)
  }
})

test('it is taken back while nothing rests on it, and may be entered anew', async () => {
  const { institution, finance, officer, enter, contract } = await house()
  const of = await contract('600000')
  const { id } = (await enter({ contract: of })).body
  const back = (by: Person = finance, receipt = id) =>
    by.send('POST', `/receipts/${receipt}/take-back`, { reason: '金额录错' })
  expect((await back(officer)).status).toBe(403)
  const stranger = await app.person(['finance'], await app.institution())
  expect((await back(stranger)).status).toBe(404)
  const { open } = (await finance.get(`/receipts/${id}/matching`)).body
  const lines = [{ receivable: open[0].id, minor: '500000' }]
  await finance.send('POST', `/receipts/${id}/matches`, { lines })
  expect((await back()).body.code).toBe('receipt-rested-on')
  const [match] = (await finance.get(`/receipts/${id}/matching`)).body.matches
  const unmatch = `/receipts/${id}/matches/${match.id}/take-back`
  expect((await finance.send('POST', unmatch, { reason: '录错' })).status).toBe(201)
  expect((await back()).status).toBe(201)
  expect((await back()).body.code).toBe('receipt-taken-back')
  expect((await finance.get(`/receipts/${id}`)).body).toMatchObject({
    ...{ amountFen: '0', takenBack: '金额录错', voucher: '回单-77' },
  })
  expect((await finance.get('/waiting-receipts')).body.items).toEqual([])
  const { items, chain } = (await finance.get(`/receipts/${id}/history`)).body
  expect([items.at(-1).action, chain.ok]).toEqual(['receipt.takenBack', true])
  const kinds = await kindsBooked(finance)
  expect(kinds.toSorted()).toEqual(['transferReceived', 'transferReceived.reversed'])
  const anew = await enter({ contract: of, amountFen: '50000' })
  expect(anew.status, anew.text).toBe(201)
  // What a ledger brought is not taken back here.
  const { clock, db } = app.context
  const [ledger = ''] = await asSystem(db, institution, (tx) =>
    enterReceipts(tx, clock, finance.caller, [
      { fields: { ...blankReceipt, amountFen: '1', receivedOn: '2026-01-01' }, source: '台账' },
    ]),
  )
  expect((await back(finance, ledger)).body.code).toBe('not-entered-by-hand')
})
