import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { actIn, lead, lineOf, type Standing, sampleDeal, upTo } from '../testing/leading.ts'

// What came back of a cost after a payout deducted it: in the register of costs, in the books, and taken back.

let house: TestApp
let finance: Person
let officer: Person
let plain: Standing
let ofFee: Standing

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2027-03-02T07:00:00+08:00' })
  finance = await house.person(['finance'])
  const { institution } = finance.caller
  officer = await house.person(['tto_negotiator'], institution)
  const line = (number: string, voucher: string) =>
    upTo('paid', lineOf(sampleDeal)).map((step) => ({
      ...step,
      data: (...days: Parameters<typeof step.data>) => {
        const data = step.data(...days)
        if (step.type === 'costRecorded') return { ...data, voucher }
        return 'number' in data ? { ...data, number: `${data['number']}-${number}` } : data
      },
    }))
  plain = await lead(house, institution, line('1', '费-1'), day('2026-03-02'))
  ofFee = await lead(house, institution, line('2', '据-1'), day('2026-03-02'))
})
afterAll(() => house?.close())

const does = (at: Standing, type: string, data: object, on = addDays(at.on, 1)) =>
  actIn(house, finance.caller.institution, 'finance', { ...at, on }, { type, data } as never)
const ruleOf = (outcome: Awaited<ReturnType<typeof does>>) =>
  'errors' in outcome ? outcome.errors.map(({ rule }) => rule) : outcome.kind
const back = (more: object) => ({
  ...{ kind: 'tax', cost: '费-1', amount: '300000', voucher: '收-1', reason: '退税' },
  ...more,
})
async function balance(account: string): Promise<bigint> {
  const [row] = await house.database.asOwner(
    `select coalesce(sum(amount_fen * case side when 'debit' then 1 else -1 end), 0)::text as fen
     from journal_line where institution_id = $1 and account = $2`,
    [finance.caller.institution, account],
  )
  return BigInt(`${row?.['fen']}`)
}
const balances = () => Promise.all(['1002', '4609.01', '8001', '6609.01'].map(balance))
const isWhole = async () =>
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
const line = async (at: Standing) => (await finance.get(`/costs?case=${at.id}`)).body.items[0]

test('it stands in the register and in the books, and is taken back in red', async () => {
  const [bank = 0n, income = 0n, cash = 0n, budget = 0n] = await balances()
  expect(ruleOf(await does(plain, 'costReimbursed', back({})))).toBe('accepted')
  expect(await line(plain)).toMatchObject({ reimbursedFen: '300000', leftFen: '0' })
  expect(await balances()).toEqual([
    ...[bank + 300_000n, income - 300_000n, cash + 300_000n, budget - 300_000n],
  ])
  await isWhole()
  const gone = { reimbursement: '收-1', reason: '误记' }
  expect(ruleOf(await does(plain, 'reimbursementTakenBack', gone))).toBe('accepted')
  expect(await line(plain)).toMatchObject({ reimbursedFen: '0' })
  expect(await balances()).toEqual([bank, income, cash, budget])
  await isWhole()
})

test('its voucher is no receipt of the register, and the cost is no more free than before', async () => {
  const receipt = (await finance.get('/receipts')).body.items.find(
    (one: { caseId: string }) => one.caseId === ofFee.id,
  )
  const { voucher } = receipt ?? {}
  expect(voucher).toMatch(/./)
  expect(ruleOf(await does(plain, 'costReimbursed', back({ voucher })))).toEqual([
    'receipt-of-the-register',
  ])
  expect(ruleOf(await does(plain, 'costReimbursed', back({ voucher: '收-2' })))).toBe('accepted')
  const again = { kind: 'tax', amount: '300000', voucher: '费-1' }
  expect(ruleOf(await does(ofFee, 'costRecorded', again))).toEqual(['voucher-in-another'])
})

test('what the ledger of fees booked is shared out and not booked again', async () => {
  const made = await officer.send('POST', '/rights', {
    ...{ kind: 'invention', status: 'granted', title: '一种示例敷料', filedOn: '2022-03-10' },
    ...{ grantedOn: '2024-04-06', feePaidYear: 4 },
  })
  const right = made.body.id
  const parties = [
    { name: '示例医院', role: 'own', title: '100%', cost: '60%' },
    { name: '示例公司', role: 'licensee', cost: '40%' },
  ]
  await officer.send('POST', `/rights/${right}/parties`, {
    ...{ from: '2026-01-01', parties, basis: '许可合同第三条' },
  })
  const { seq } = (await officer.get(`/rights/${right}`)).body
  const paid = await officer.send('POST', `/rights/${right}/events`, {
    ...{ kind: 'annuityPaid', on: '2026-03-09', year: 5, fen: '20000000', ref: '据-1' },
    ...{ source: '收据', expectedSeq: seq, despite: '示例' },
  })
  expect(paid.status, paid.text).toBe(201)
  const told = { right, event: paid.body.id, party: '示例公司', fen: '8000000', on: '2026-04-01' }
  for (const [kind, document] of [
    ['claimed', '函-1'],
    ['received', '收-费-1'],
  ]) {
    const entry = await finance.send('POST', '/docket/cost-entries', { ...told, kind, document })
    expect(entry.status, entry.text).toBe(201)
  }
  const plan = { lines: [], toTto: '0', toTtoStaff: '0', toInstitution: '0' }
  const drafted = () =>
    actIn(house, finance.caller.institution, 'team_rep', ofFee, {
      type: 'planDrafted',
      data: plan,
    } as never)
  expect(ruleOf(await drafted())).toEqual(['costs-reimbursed'])
  const of = { cost: '据-1', voucher: '收-费-1', reason: '他方承担' }
  expect(ruleOf(await does(ofFee, 'costReimbursed', back({ ...of, amount: '8000001' })))).toEqual([
    'more-than-fees-came-back',
  ])
  const before = await balances()
  const all = back({ ...of, amount: '8000000', inFees: false })
  expect(ruleOf(await does(ofFee, 'costReimbursed', all))).toBe('accepted')
  expect(await balances()).toEqual(before)
  expect(await line(ofFee)).toMatchObject({ reimbursedFen: '8000000' })
  expect(ruleOf(await drafted())).not.toEqual(['costs-reimbursed'])
  await isWhole()
})

test('money under one voucher came back once in the house, and is no receipt besides', async () => {
  const slip = {
    ...{ payer: '示例中介（虚构）', receivedOn: '2026-06-10', amountFen: '100000' },
    ...{ account: '基本户 0001', voucher: '收-7' },
  }
  expect(ruleOf(await does(plain, 'costReimbursed', back({ voucher: '收-7' })))).toBe('accepted')
  const other = { cost: '据-1', voucher: ' 收－７', amount: '100000' }
  expect(ruleOf(await does(ofFee, 'costReimbursed', back(other)))).toEqual([
    'receipt-of-the-register',
  ])
  const entered = await finance.send('POST', '/receipts', slip)
  expect(entered.status, entered.text).toBe(400)
  expect(entered.body.errors[0]).toMatchObject({ pointer: '#/voucher', rule: 'receipt-recorded' })
  const gone = { reimbursement: '收-7', reason: '误记' }
  expect(ruleOf(await does(plain, 'reimbursementTakenBack', gone))).toBe('accepted')
  expect(ruleOf(await does(ofFee, 'costReimbursed', back(other)))).toBe('accepted')
  await isWhole()
})

test('what was entered as a receipt by mistake and taken back is recorded as come back', async () => {
  const entered = await finance.send('POST', '/receipts', {
    ...{ payer: '示例中介（虚构）', receivedOn: '2026-06-11', amountFen: '100000' },
    ...{ account: '基本户 0001', voucher: '收-8' },
  })
  expect(entered.status, entered.text).toBe(201)
  const told = back({ voucher: '收-8', amount: '100000' })
  expect(ruleOf(await does(plain, 'costReimbursed', told))).toEqual(['receipt-of-the-register'])
  const path = `/receipts/${entered.body.id}/take-back`
  expect((await finance.send('POST', path, { reason: '是费用退回' })).status).toBe(201)
  expect(ruleOf(await does(plain, 'costReimbursed', told))).toBe('accepted')
  await isWhole()
})

test('the register is of its house, and nobody rewrites it', async () => {
  const other = await house.person(['finance'], await house.institution('另一医院'))
  expect((await other.get('/costs')).body.items).toEqual([])
  const rows = await house.database.asOwner(
    'select count(*)::int as n from cost_reimbursement where institution_id = $1',
    [finance.caller.institution],
  )
  expect(rows[0]?.['n']).toBeGreaterThan(2)
  await expect(
    house.database.asOwner('update cost_reimbursement set amount_fen = 1'),
  ).rejects.toThrow()
})
