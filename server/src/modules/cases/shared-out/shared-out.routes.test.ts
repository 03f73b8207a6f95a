import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../../contracts/index.ts'
import { modules } from '../../index.ts'
import { blankReceipt, enterReceipts, type ReceiptFields } from '../../proceeds/index.ts'
import { store } from '../testing/storing.ts'
import { fillSharedOut } from './shared-out.projections.ts'

// What a takeover tells as shared out before it is income once: it stands in the register of receipts, and nobody
// records it again.

let house: TestApp
let officer: Person
let finance: Person
let leader: Person
let papers: readonly object[]
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  const institution = await house.institution()
  officer = await house.person(['tto_negotiator', 'tto_reviewer', 'team_rep'], institution)
  finance = await house.person(['finance'], institution)
  leader = await house.person(['leaders'], institution)
  papers = [await store(officer, '合同'), await store(officer, '会议纪要')]
  const day = { from: '2026-01-05', reason: '启用通知' }
  const { seq } = (await officer.send('POST', '/institution/platform-start', day)).body
  const set = await leader.send('POST', '/institution/platform-start/confirm', { seq })
  expect(set.status, set.text).toBe(200)
})
afterAll(() => house?.close())

const counterparty = '样例科技有限公司（虚构）'
const takeover = {
  ...{ mode: 'license', counterparty, signedOn: '2024-05-06', licenceKind: 'plain' },
  ...{ documents: '合同原件', decisionPaper: 'attached' },
}
const shared = (document: string, more: object = {}) => ({
  ...{ paidOn: '2025-06-30', income: '1100', net: '1000', toContributors: '600' },
  ...{ toTto: '100', toInstitution: '300', document, ...more },
})

async function contractOf(number: string, receipts: readonly Partial<ReceiptFields>[] = []) {
  const { db } = house.context
  return await asSystem(db, officer.caller.institution, async (tx) => {
    const fields = {
      ...{ ...blankContract, kind: 'transfer' as const, title: '止血材料许可', number },
      ...{ counterparty, mode: 'license' as const, signedOn: '2024-05-06' },
    }
    const [id = ''] = await enterContracts(tx, house.clock, officer.caller, [
      { fields, achievements: [], source: '' },
    ])
    const told = receipts.map((one) => ({
      fields: { ...blankReceipt, contractId: id, ...one },
      source: '',
    }))
    await enterReceipts(tx, house.clock, officer.caller, told)
    return id
  })
}

async function opened(contractId: string): Promise<string> {
  const member = { name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false }
  const answer = await officer.send('POST', '/cases', {
    procedure: 'transfer',
    data: {
      ...{ title: '止血材料许可', achievement: '可吸收止血材料（虚构）', contractId },
      ...{ team: [member], workloadLedgerKept: true },
    },
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}
async function act(who: Person, id: string, type: string, data: object, on?: string) {
  const expectedSeq = (await officer.get(`/cases/${id}`)).body.chain.length
  const files = type === 'contractTakenOver' ? papers : []
  const sent = { type, data, files, expectedSeq, ...(on && { on }) }
  return who.send('POST', `/cases/${id}/acts`, sent)
}
async function done(...of: Parameters<typeof act>) {
  const answer = await act(...of)
  expect(answer.status, answer.text).toBe(201)
}
const tell = (id: string, earlier: readonly object[]) =>
  act(officer, id, 'contractTakenOver', { ...takeover, earlier })
async function takenOver(contract: string, earlier: readonly object[]): Promise<string> {
  const id = await opened(contract)
  await done(officer, id, 'contractTakenOver', { ...takeover, earlier })
  await done(leader, id, 'takeoverConfirmed', { checked: '与原件一致' })
  return id
}
const receiptsOf = async (contract: string) =>
  (await finance.get(`/receipts?contract=${contract}`)).body.items
const ruleOf = (answer: { body: { errors: { rule: string; pointer: string }[] } }) =>
  answer.body.errors?.[0]?.rule
const royalty = (voucher: string, amount = '1100') => ({ amount, voucher, inBudget: true })

test('what was shared out before stands in the register of receipts and is not recorded again', async () => {
  const contract = await contractOf('前-1')
  const id = await takenOver(contract, [shared('收-前-1', { receivedOn: '2025-05-05' })])
  const [receipt, ...more] = await receiptsOf(contract)
  expect(more).toEqual([])
  expect(receipt).toMatchObject({
    ...{ voucher: '收-前-1', amountFen: '1100', netFen: '1000', rewardFen: '600' },
    ...{ receivedOn: '2025-05-05', paidOn: '2025-06-30', caseId: null },
  })
  const again = await act(finance, id, 'receiptRecorded', royalty('收-前-1'), '2026-02-10')
  expect(ruleOf(again)).toBe('not-shared-out')

  const other = await takenOver(await contractOf('前-2'), [])
  const elsewhere = await act(finance, other, 'receiptRecorded', royalty(' 收－前-1'), '2026-02-10')
  expect(ruleOf(elsewhere)).toBe('receipt-in-another')
  const { number } = (await officer.get(`/cases/${id}`)).body.case
  expect(elsewhere.text).toContain(number)
  // It is corrected where it was told.
  const detail = (await finance.get(`/receipts/${receipt.id}`)).body
  expect(detail.sameVoucher).toEqual([])
  const corrected = await finance.send('PATCH', `/receipts/${receipt.id}`, {
    ...{ payer: '另一家（虚构）', reason: '更正' },
  })
  expect([404, 405, 409]).toContain(corrected.status)
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
})

test('what stands in another case is not told as shared out before', async () => {
  const first = await takenOver(await contractOf('前-3'), [])
  await done(finance, first, 'receiptRecorded', royalty('收-前-3'), '2026-02-10')
  const second = await opened(await contractOf('前-4'))
  const told = await tell(second, [shared('分配表', { voucher: '收-前-3' })])
  expect(ruleOf(told)).toBe('receipt-in-another')
  expect(told.body.errors[0].pointer).toBe('#/data/earlier/0/voucher')
  // Nor what another takeover told.
  await takenOver(await contractOf('前-5'), [shared('收-前-5')])
  const twice = await tell(second, [shared('收-前-5', { income: '1200' })])
  expect(ruleOf(twice)).toBe('receipt-in-another')
  expect(twice.body.errors[0].pointer).toBe('#/data/earlier/0/document')
})

test('what the register shows is known again, and what it shows otherwise is not told beside it', async () => {
  const ledger = { receivedOn: '2025-05-05', amountFen: '1100' }
  const contract = await contractOf('前-6', [
    { ...ledger, voucher: '旧-前-6', paidOn: '2025-06-30', netFen: '1000' },
    { ...ledger, voucher: '收-前-6' },
  ])
  const id = await opened(contract)
  const open = await tell(id, [shared('旧-前-6'), shared('收-前-6')])
  expect(ruleOf(open)).toBe('as-in-register')
  expect(open.body.errors[0].pointer).toBe('#/data/earlier/1/income')
  const other = await tell(id, [shared('旧-前-6', { income: '1200' })])
  expect(ruleOf(other)).toBe('as-in-register')
  const asOne = await tell(id, [shared('分配表', { income: '2200' })])
  expect(ruleOf(asOne)).toBe('told-with-register')
  await done(officer, id, 'contractTakenOver', { ...takeover, earlier: [shared('旧-前-6')] })
  expect(await receiptsOf(contract)).toHaveLength(2)
})

test('told anew, what is not told any more leaves the register; given up, all of it does', async () => {
  const contract = await contractOf('前-7')
  const books = () =>
    house.database.asOwner(
      `select line.account, sum(line.amount_fen * case line.side when 'debit' then 1 else -1 end)::text
       from journal_line as line group by line.account
       having sum(line.amount_fen * case line.side when 'debit' then 1 else -1 end) <> 0
       order by line.account`,
      [],
    )
  const before = await books()
  const id = await opened(contract)
  const one = shared('收-前-7', { receivedOn: '2025-05-05' })
  await done(officer, id, 'contractTakenOver', { ...takeover, earlier: [one, shared('收-前-8')] })
  const [kept] = (await receiptsOf(contract)).filter(
    ({ voucher }: { voucher: string }) => voucher === '收-前-7',
  )
  await done(officer, id, 'contractTakenOver', { ...takeover, earlier: [one] })
  expect((await receiptsOf(contract)).map((it: { id: string }) => it.id)).toEqual([kept.id])
  expect(await books()).not.toEqual(before)
  await done(officer, id, 'withdrawn', { reason: '团队选错' })
  expect(await receiptsOf(contract)).toEqual([])
  expect(await books()).toEqual(before)
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
  // Its voucher is free again.
  const other = await takenOver(await contractOf('前-8'), [])
  await done(finance, other, 'receiptRecorded', royalty('收-前-7'), '2026-02-10')
})

test('of two takeovers that tell one receipt at once the second is refused, and the database holds it', async () => {
  const ids = [await opened(await contractOf('前-9')), await opened(await contractOf('前-10'))]
  const answers = await Promise.all(ids.map((id) => tell(id, [shared('收-前-9')])))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 400])
  const { institution } = officer.caller
  const [other] = await Promise.all([opened(await contractOf('前-11'))])
  const beside = asSystem(house.context.db, institution, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      insert into receipt (institution_id, id, amount_fen, voucher, paid_on)
      values (${institution}, gen_random_uuid(), 1, '收-前-9', '2025-06-30') returning id`.execute(
      tx,
    )
    await sql`update receipt set told_by = ${other} where id = ${rows[0]?.id}`.execute(tx)
  })
  await expect(beside).rejects.toThrow(/more is recorded of receipt/)
})

test('what was told before the register had a place for it is entered by the worker, once', async () => {
  const contract = await contractOf('前-12')
  await takenOver(contract, [shared('收-前-12')])
  const { institution } = officer.caller
  await asSystem(house.context.db, institution, async (tx) => {
    await sql`update receipt set told_by = null where contract_id = ${contract}`.execute(tx)
  })
  await house.database.asOwner(`alter table receipt disable trigger user`)
  await house.database.asOwner(`delete from receipt where contract_id = '${contract}'`)
  await house.database.asOwner(`alter table receipt enable trigger user`)
  for (const _twice of [1, 2]) {
    await asSystem(house.context.db, institution, (tx) =>
      fillSharedOut(tx, house.clock, institution),
    )
  }
  expect(await receiptsOf(contract)).toMatchObject([{ voucher: '收-前-12' }])
})
