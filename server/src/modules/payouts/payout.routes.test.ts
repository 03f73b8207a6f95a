import { addDays, day } from '@yizhuan/kit'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { lead, lineOf, type Standing, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { store } from '../cases/testing/storing.ts'
import { modules } from '../index.ts'
import { differencesOf } from '../reconciliation/index.ts'
import { gatherCases } from './gather.commands.ts'
import { settleCases } from './settle.commands.ts'

// Plans are paid in batches: approved by two, sent once, proved line by line, and recorded in their cases
// when everybody has their money. Nobody is paid twice, whoever clicks, and whatever breaks.

let house: TestApp
let institution: string
let finance: Person
let leader: Person
const today = '2026-11-24'
beforeAll(async () => {
  house = await openTestApp(modules, { at: today })
  institution = await house.institution()
  finance = await house.person(['finance'], institution)
  leader = await house.person(['leaders'], institution)
})
afterAll(() => house?.close())

const ready = upTo('planNoticeCertified', lineOf(sampleDeal))
const paidLine = [
  { name: '甲示例', amount: '42000000' },
  { name: '乙示例', amount: '28000000' },
]

/** A case whose plan waits to be paid, to people of the register with or without an account. */
async function payable(accounts: readonly (string | null)[] = ['6222000000001234', null]) {
  const people = await Promise.all(accounts.map(entered))
  const steps = ready.map((step) => {
    if (step.type !== 'planDrafted') return step
    const data: typeof step.data = (on, before) => {
      const drafted = step.data(on, before)
      const lines = drafted['lines'] as readonly object[]
      const whose = lines.map((line, at) => ({
        ...line,
        ...(people[at] && { person: people[at] }),
      }))
      return { ...drafted, lines: whose }
    }
    return { ...step, data }
  })
  const standing = await lead(house, institution, steps, day('2026-03-02'))
  return { ...standing, people }
}

async function entered(bankAccount: string | null, at: number): Promise<string> {
  const admin = await house.person(['admin'], institution)
  const name = at === 0 ? '甲示例' : '乙示例'
  const given = { name, ...(bankAccount && { bankName: '示例银行', bankAccount }) }
  const { status, body, text } = await admin.send('POST', '/people', given)
  expect(status, text).toBe(201)
  return body.id
}

const order = (cases: readonly Pick<Standing, 'id'>[], id = newId()) => ({
  ...{ id, title: '十一月发放（演示）', payOn: today },
  cases: cases.map((one) => one.id),
  treatment: { countedInWages: true, taxWithheld: true },
})

async function approved(cases: readonly Pick<Standing, 'id'>[]): Promise<string> {
  const given = order(cases)
  const made = await finance.send('POST', '/payouts', given)
  expect(made.status, made.text).toBe(202)
  await house.workOff()
  const decided = await leader.send('POST', `/payouts/${given.id}/decision`, { approve: true })
  expect(decided.status, decided.text).toBe(200)
  return given.id
}

async function sent(cases: readonly Pick<Standing, 'id'>[]): Promise<string> {
  const id = await approved(cases)
  const file = await finance.send('POST', `/payouts/${id}/files`)
  expect(file.status, file.text).toBe(201)
  return id
}

const batch = async (id: string) => (await finance.get(`/payouts/${id}`)).body
const payments = async (id: string) => (await finance.get(`/payouts/${id}/payments`)).body.items
const actsOf = async ({ id }: Pick<Standing, 'id'>, type = 'paid') => {
  const { timeline } = (await finance.get(`/cases/${id}`)).body
  return timeline.filter((one: { type: string }) => one.type === type)
}
const seqOf = async ({ id }: Pick<Standing, 'id'>) =>
  (await finance.get(`/cases/${id}`)).body.chain.length
const proof = (lines: unknown, more: object = {}) => ({
  ...{ id: newId(), document: '回单-1', on: today, lines },
  ...more,
})
const cash = async (caseId: string) => {
  const [row] = await house.database.asOwner(
    `select coalesce(sum(line.amount_fen * case line.side when 'debit' then -1 else 1 end), 0)::text as fen
     from journal_line as line join journal_entry as entry on entry.id = line.entry_id
     where entry.case_id = $1 and line.account = '1002' and entry.kind like 'reward%'`,
    [caseId],
  )
  return row?.['fen']
}

test('a batch goes from plan to proof, and the case is recorded as paid with its last payment', async () => {
  const one = await payable(['6222000000001234', '6222000000005678'])
  const given = order([one])
  expect((await finance.get('/payouts/payable')).body.items[0]).toMatchObject({
    ...{ caseId: one.id, amountFen: '70000000', isAgain: false },
  })
  await finance.send('POST', '/payouts', given)
  await house.workOff()
  expect(await batch(given.id)).toMatchObject({ state: 'made', orders: 2, totalFen: '70000000' })
  // Not by whoever made it, and no file before.
  const own = await finance.send('POST', `/payouts/${given.id}/decision`, { approve: true })
  expect(own.status).toBe(403)
  const early = await finance.send('POST', `/payouts/${given.id}/files`)
  expect(early.body.code).toBe('payout-not-approved')
  await leader.send('POST', `/payouts/${given.id}/decision`, { approve: true })
  expect((await finance.send('POST', `/payouts/${given.id}/files`)).body).toEqual({
    ...{ number: 1, orders: 2 },
  })
  // The account is in the file and nowhere else; taking the file is told, and it is always the same.
  const files = [1, 2].map(() => finance.get(`/payouts/${given.id}/files/1.csv`))
  const [first, second] = (await Promise.all(files)).map(({ text }) => text)
  expect(first).toBe(second)
  expect(first).toContain('6222000000001234')
  expect((await leader.get(`/payouts/${given.id}/files/1.csv`)).status).toBe(403)
  const shown = await payments(given.id)
  expect(JSON.stringify(shown)).not.toContain('6222000000001234')
  expect(shown[0]).toMatchObject({ accountMasked: '************1234', state: 'sent' })
  const history = (await finance.get(`/payouts/${given.id}/history`)).text
  expect(history.match(/fileTaken/g)).toHaveLength(2)
  expect(history).not.toContain('6222000000001234')
  // Meanwhile nobody pays it by hand or drafts the plan anew.
  const seq = await seqOf(one)
  const byHand = { type: 'paid', data: { lines: paidLine, proof: '手工' }, expectedSeq: seq }
  expect((await finance.send('POST', `/cases/${one.id}/acts`, byHand)).body.code).toBe('case-held')

  const took = await finance.send('POST', `/payouts/${given.id}/proofs`, proof('all-paid'))
  expect(took.status, took.text).toBe(202)
  await house.workOff()
  expect(await batch(given.id)).toMatchObject({ state: 'settled', paid: 2, plansSettled: 1 })
  const [paid] = await actsOf(one)
  expect(paid).toMatchObject({
    by: { person: finance.caller.person, role: 'finance' },
    data: { lines: paidLine, proof: '十一月发放（演示） 回单-1', countedInWages: true },
  })
  expect((await finance.get(`/cases/${one.id}`)).body.chain.ok).toBe(true)
  expect(await cash(one.id)).toBe('70000000')
})

test('a payment that comes back stays open, is paid again, and only then the case says paid', async () => {
  const one = await payable(['6222000000001111', '6222000000002222'])
  const id = await sent([one])
  const [a, b] = await payments(id)
  const told = [
    { reference: a.reference, amountFen: a.amountFen, outcome: 'paid' },
    { reference: b.reference, amountFen: b.amountFen, outcome: 'returned', reason: '户名不符' },
  ]
  await finance.send('POST', `/payouts/${id}/proofs`, proof(told))
  await house.workOff()
  expect(await actsOf(one)).toEqual([])
  // The one that arrived stands in the books on its day; what never arrived moved nothing.
  expect(await cash(one.id)).toBe('42000000')
  expect((await payments(id))[1]).toMatchObject({ state: 'returned', returnedReason: '户名不符' })
  expect((await finance.get('/payouts/payable')).body.items[0]).toMatchObject({
    ...{ caseId: one.id, amountFen: '28000000', isAgain: true },
  })
  const again = await sent([one])
  const [second] = await payments(again)
  expect(second).toMatchObject({ attempt: 2, line: 2, amountFen: '28000000' })
  await finance.send('POST', `/payouts/${again}/proofs`, proof('all-paid'))
  await house.workOff()
  expect((await actsOf(one)).map(({ data }: { data: object }) => data)).toMatchObject([
    { lines: paidLine },
  ])
  expect(await cash(one.id)).toBe('70000000')

  // What comes back after that changes nothing of what was distributed; the books say it is owed.
  const late = [{ reference: second.reference, amountFen: second.amountFen, outcome: 'returned' }]
  await finance.send('POST', `/payouts/${again}/proofs`, proof(late))
  await house.workOff()
  expect(await actsOf(one)).toHaveLength(1)
  expect(await cash(one.id)).toBe('42000000')
  const seq = await seqOf(one)
  const data = { cause: 'share_wrong', account: '份额写反', resolution: '院发（示例）9号' }
  const reversal = { type: 'distributionReversed', data, expectedSeq: seq }
  expect((await leader.send('POST', `/cases/${one.id}/acts`, reversal)).body.code).toBe('case-held')
  const third = await sent([one])
  await finance.send('POST', `/payouts/${third}/proofs`, proof('all-paid'))
  await house.workOff()
  expect(await actsOf(one)).toHaveLength(1)
  expect(await cash(one.id)).toBe('70000000')
})

test('two who click at once, and one who clicks twice, order every payment once', async () => {
  const [one, other] = [await payable(), await payable()]
  const [mine, yours] = [order([one, other]), order([other, one])]
  const orders = [mine, mine, yours, mine]
  const made = await Promise.all(orders.map((each) => finance.send('POST', '/payouts', each)))
  expect(made.map(({ status }) => status)).toEqual([202, 202, 202, 202])
  // Both batches are gathered in two transactions side by side.
  const cases = [one.id, other.id].toSorted()
  const gather = gatherCases(house.context)
  const job = (id: string) => ({ institution, payload: { batch: id, cases } })
  const { db } = house.context
  await Promise.all(
    [mine, yours].map(({ id }) => asSystem(db, institution, (tx) => gather(tx, job(id)))),
  )
  const rows = await house.database.asOwner(
    'select case_id, line, count(*)::int as times from payment_order where case_id = any($1) group by 1, 2',
    [cases],
  )
  expect(rows.map(({ times }) => times)).toEqual([1, 1, 1, 1])
  const states = (await Promise.all([mine, yours].map(({ id }) => batch(id)))).map((each) => {
    return [
      each.state,
      each.orders,
      each.leftOut.map((out: { problem: { code: string } }) => out.problem.code),
    ]
  })
  expect(states.toSorted()).toEqual([
    ['cancelled', 0, ['ordered-before', 'ordered-before']],
    ['made', 4, []],
  ])
  // The database itself lets no second attempt in beside one that is under way.
  const twice = house.database.asOwner(
    `insert into payment_order (institution_id, case_id, plan_seq, line, attempt, plan_id, batch_id,
       number, name, way, amount_fen, state)
     select institution_id, case_id, plan_seq, line, 2, plan_id, batch_id, 99, name, way, amount_fen,
       'ordered' from payment_order where case_id = $1 limit 1`,
    [one.id],
  )
  await expect(twice).rejects.toThrow('payment_order_once')
})

test('a crash between payout and proof pays nobody twice, and writes all of a proof or nothing', async () => {
  const one = await payable(['6222000000003333', '6222000000004444'])
  const id = await sent([one])
  // The server is gone after the file was made: what was sent is sent, and in no other file or batch.
  const fresh = order([one])
  await finance.send('POST', '/payouts', fresh)
  await house.workOff()
  expect((await finance.send('POST', `/payouts/${id}/files`)).body.code).toBe('no-payment-to-send')
  expect((await finance.get(`/payouts/${fresh.id}`)).status).toBe(404)
  const taken = proof('all-paid')
  const sentTwice = [1, 2].map(() => finance.send('POST', `/payouts/${id}/proofs`, taken))
  expect((await Promise.all(sentTwice)).map(({ status }) => status)).toEqual([202, 202])
  // The worker is killed while it writes: its connection ends in the middle of the transaction.
  const settle = settleCases(house.context)
  const job = { institution, payload: { proof: taken.id, cases: [one.id] } }
  const { db } = house.context
  const killed = asSystem(db, institution, async (tx) => {
    await settle(tx, job)
    await killConnections()
    await settle(tx, job)
  })
  await expect(killed).rejects.toThrow()
  expect(await actsOf(one)).toEqual([])
  expect(await cash(one.id)).toBe('0')
  expect((await payments(id)).map(({ state }: { state: string }) => state)).toEqual([
    'sent',
    'sent',
  ])
  // Two workers take it up again at once.
  await Promise.all([1, 2].map(() => asSystem(db, institution, (tx) => settle(tx, job))))
  await house.workOff()
  expect(await actsOf(one)).toHaveLength(1)
  expect(await cash(one.id)).toBe('70000000')
  expect((await batch(id)).proofs).toMatchObject([{ cases: 1, done: 1, lines: 2 }])
})

/** Ends every connection of the application to the database, as when its process dies. */
async function killConnections(): Promise<void> {
  const client = new pg.Client({ connectionString: house.database.ownerUrl })
  await client.connect()
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`)
  await client.end()
}

test('who has no account is not sent, is shown, and is sent once the account is there', async () => {
  const one = await payable(['6222000000007777', null])
  const id = await approved([one])
  expect(await batch(id)).toMatchObject({ lacking: 1, ordered: 2 })
  expect((await finance.send('POST', `/payouts/${id}/files`)).body.orders).toBe(1)
  const [lacking] = (await finance.get(`/payouts/${id}/payments?lacking=true`)).body.items
  expect(lacking).toMatchObject({ person: one.people[1], state: 'ordered', lacksAccount: true })
  const given = { bankName: '示例银行', bankAccount: '6222000000008888' }
  expect((await finance.send('PATCH', `/people/${one.people[1]}`, given)).status).toBe(200)
  expect((await finance.send('POST', `/payouts/${id}/files`)).body).toEqual({
    number: 2,
    orders: 1,
  })
  // An account that is changed later changes nothing of what was sent.
  await finance.send('PATCH', `/people/${one.people[1]}`, { bankAccount: '6222000000009999' })
  expect((await finance.get(`/payouts/${id}/files/2.csv`)).text).toContain('6222000000008888')
})

test('a receipt that comes after the order waits for another plan', async () => {
  const one = await payable(['6222000000001212', '6222000000003434'])
  const id = await sent([one])
  const seq = await seqOf(one)
  const data = { amount: '5000000', voucher: '收-另', inBudget: true }
  const receipt = { type: 'receiptRecorded', data, expectedSeq: seq }
  expect((await finance.send('POST', `/cases/${one.id}/acts`, receipt)).status).toBe(201)
  await finance.send('POST', `/payouts/${id}/proofs`, proof('all-paid'))
  await house.workOff()
  expect(await actsOf(one)).toHaveLength(1)
  const [row] = await house.database.asOwner(
    `select paid_on is null as waits from receipt where case_id = $1 and voucher = '收-另'`,
    [one.id],
  )
  expect(row).toEqual({ waits: true })
})

test('an objection stops what was not sent; what was paid waits until it is answered', async () => {
  const one = await payable(['6222000000001313', '6222000000001414'])
  const officer = await house.person(['tto_negotiator'], institution)
  const record = async (type: string, data: object) => {
    const act = { type, data, expectedSeq: await seqOf(one) }
    const answer = await officer.send('POST', `/cases/${one.id}/acts`, act)
    expect(answer.status, answer.text).toBe(201)
  }
  const object = () => record('planObjected', { name: '丁示例', text: '份额不符' })
  const unsent = await approved([one])
  await object()
  const file = await finance.send('POST', `/payouts/${unsent}/files`)
  expect(file.body.code).toBe('plan-changed')
  expect((await payments(unsent))[0].state).toBe('ordered')
  await finance.send('POST', `/payouts/${unsent}/cancel`, { reason: '有异议' })

  const other = await payable(['6222000000001717', '6222000000001818'])
  const id = await sent([other])
  const act = { type: 'planObjected', data: { name: '丁示例', text: '份额不符' } }
  const expectedSeq = await seqOf(other)
  await officer.send('POST', `/cases/${other.id}/acts`, { ...act, expectedSeq })
  await finance.send('POST', `/payouts/${id}/proofs`, proof('all-paid'))
  await house.workOff()
  // The money went and stands in the books; the case takes the act once the law allows it.
  expect(await cash(other.id)).toBe('70000000')
  const { waiting, plansSettled } = await batch(id)
  expect(plansSettled).toBe(0)
  expect(waiting).toMatchObject([{ caseId: other.id, problem: { code: 'law-forbids' } }])
  const again = await finance.send('POST', `/payouts/plans/${waiting[0].plan}/record`)
  expect(again.body).toEqual({ isRecorded: false })
  expect(await actsOf(other)).toEqual([])
})

test('a proof that does not fit is refused whole, and names its line', async () => {
  const one = await payable(['6222000000001515', '6222000000001616'])
  const id = await sent([one])
  const [a, b] = await payments(id)
  const line = ({ reference, amountFen }: { reference: string; amountFen: string }) => ({
    ...{ reference, amountFen, outcome: 'paid' },
  })
  const wrong: readonly (readonly [string, unknown[], object?])[] = [
    ['proof-unfit', [line(a), { ...line(b), amountFen: '1' }]],
    ['proof-unfit', [line(a), line(a)]],
    ['proof-unfit', [line(a), { ...line(b), reference: 'ABCDEF01-00001' }]],
    ['proof-without-paper', [line(a)], { on: addDays(day(today), -1) }],
    ['proved-in-future', [line(a)], { on: addDays(day(today), 1) }],
  ]
  for (const [rule, lines, more] of wrong) {
    const answer = await finance.send('POST', `/payouts/${id}/proofs`, proof(lines, more))
    expect(answer.status, answer.text).toBe(400)
    expect(answer.body.errors[0].rule).toBe(rule)
  }
  expect((await payments(id)).map(({ state }: { state: string }) => state)).toEqual([
    'sent',
    'sent',
  ])
  // A day that lies back, with its paper: the act says when the money went and why it came late.
  const file = await store(finance, '银行回单（虚构）')
  const on = addDays(day(today), -3)
  const took = await finance.send('POST', `/payouts/${id}/proofs`, proof('all-paid', { on, file }))
  expect(took.status, took.text).toBe(202)
  await house.workOff()
  const [paid] = await actsOf(one)
  expect(paid).toMatchObject({ on, files: [{ sha256: file.sha256 }] })
})

test('a batch that is refused or cancelled frees its plans; other houses see nothing', async () => {
  const one = await payable()
  const given = order([one])
  await finance.send('POST', '/payouts', given)
  await house.workOff()
  const no = { approve: false, remark: '金额待核' }
  expect((await leader.send('POST', `/payouts/${given.id}/decision`, no)).status).toBe(200)
  const again = await approved([one])
  expect(await batch(again)).toMatchObject({ orders: 2 })
  const cancelled = await finance.send('POST', `/payouts/${again}/cancel`, { reason: '重复制单' })
  expect(cancelled.status).toBe(200)
  expect(await batch(again)).toMatchObject({ state: 'cancelled' })
  const elsewhere = await house.person(['finance'], await house.institution('另一示例医院（虚构）'))
  expect((await elsewhere.get(`/payouts/${again}`)).status).toBe(404)
  expect((await elsewhere.send('POST', '/payouts', order([one]))).body.code).toBe('nothing-to-pay')
  // Afterwards it is paid by hand as ever: the cases that had no batch stay as they are.
  const seq = await seqOf(one)
  const byHand = { type: 'paid', data: { lines: paidLine, proof: '手工' }, expectedSeq: seq }
  expect((await finance.send('POST', `/cases/${one.id}/acts`, byHand)).status).toBe(201)
  expect(await cash(one.id)).toBe('70000000')
})

test('the journal is what the records say', async () => {
  const { compared, items } = await asSystem(house.context.db, institution, (tx) =>
    differencesOf(tx, institution),
  )
  expect(compared).toBeGreaterThan(10)
  expect(items).toEqual([])
})
