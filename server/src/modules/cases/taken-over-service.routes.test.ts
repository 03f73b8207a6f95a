import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'
import { fillMoney } from './earlier.projections.ts'
import { store } from './testing/storing.ts'

// Commissioned work of former years comes from a ledger, with one receipt that was rewarded and one that was not.

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
  papers = [await store(officer, '合同'), await store(officer, '批准文件')]
  const day = { from: '2026-01-05', reason: '启用通知' }
  const { seq } = (await officer.send('POST', '/institution/platform-start', day)).body
  const set = await leader.send('POST', '/institution/platform-start/confirm', { seq })
  expect(set.status, set.text).toBe(200)
})
afterAll(() => house?.close())

const client = '样例检测有限公司（虚构）'
const opening = (contractId: string, more: object = {}) => ({
  procedure: 'service_contract',
  data: {
    ...{ title: '样本检测', kind: 'service', client, contractId, relatedPartiesDeclared: true },
    team: [{ name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false }],
    ...more,
  },
})
const told = {
  ...{ signedOn: '2024-05-06', documents: '合同原件', decisionPaper: 'attached' },
  ...{ acceptedOn: '2025-12-01', acceptedBy: client },
}

/** A contract of the ledger and its two receipts, of which the first was rewarded. */
async function fromLedger(number: string, kind: 'service' | 'service_unclear' | 'transfer') {
  const { db } = house.context
  return await asSystem(db, officer.caller.institution, async (tx) => {
    const fields = {
      ...{ ...blankContract, kind, title: '样本检测', number, counterparty: client },
      ...{ signedOn: '2024-05-06', amountFen: '300000000', registration: 'registered' as const },
      ...{ registrationNo: `登-${number}`, registeredOn: '2024-06-01', termTo: '2026-12-31' },
    }
    const [id = ''] = await enterContracts(tx, house.clock, officer.caller, [
      { fields, achievements: [], source: '' },
    ])
    const receipt = { ...blankReceipt, contractId: id, contractNumber: number }
    await enterReceipts(tx, house.clock, officer.caller, [
      {
        fields: {
          ...{ ...receipt, receivedOn: '2025-05-05', amountFen: '1100', costFen: '100' },
          ...{ netFen: '1000', rewardFen: '600', ttoFen: '0', institutionFen: '400' },
          ...{ paidOn: '2025-06-30', voucher: `旧-${number}` },
        },
        source: '',
      },
      {
        fields: {
          ...{ ...receipt, receivedOn: '2026-02-10', amountFen: '100000000' },
          voucher: `收-${number}`,
        },
        source: '',
      },
    ])
    return id
  })
}

const caseOf = async (id: string) => (await officer.get(`/cases/${id}`)).body
async function act(who: Person, id: string, type: string, data: object, on?: string) {
  const expectedSeq = (await caseOf(id)).chain.length
  const files = type === 'contractTakenOver' ? papers : []
  const sent = { type, data, files, expectedSeq, ...(on && { on }) }
  return who.send('POST', `/cases/${id}/acts`, sent)
}
async function done(...of: Parameters<typeof act>) {
  const answer = await act(...of)
  expect(answer.status, answer.text).toBe(201)
}
async function opened(contract: string, more: object = {}): Promise<string> {
  const answer = await officer.send('POST', '/cases', opening(contract, more))
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}
const contractOf = async (id: string) => (await officer.get(`/contracts/${id}`)).body
const inList = async (caseId: string) =>
  (await officer.get(`/service-contracts?caseId=${caseId}`)).body.items[0]

async function books(): Promise<unknown> {
  return await house.database.asOwner(
    `select line.account, sum(line.amount_fen * case line.side when 'debit' then 1 else -1 end)::text
       as fen
     from journal_line as line join journal_entry as entry
       on entry.institution_id = line.institution_id and entry.id = line.entry_id
     group by line.account having sum(line.amount_fen
       * case line.side when 'debit' then 1 else -1 end) <> 0 order by line.account`,
    [],
  )
}

test('commissioned work of the ledger gets a case that starts at its money, and its income is rewarded', async () => {
  const contract = await fromLedger('技旧-1', 'service')
  const before = await books()
  const id = await opened(contract)
  const { timeline, next } = await caseOf(id)
  const known = timeline[0].data.takesOver
  expect(known).toMatchObject({
    ...{ number: '技旧-1', signedOn: '2024-05-06', price: '300000000', performUntil: '2026-12-31' },
    ...{ registration: 'registered', registrationNumber: '登-技旧-1' },
  })
  expect(known.earlier).toEqual([
    {
      ...{ paidOn: '2025-06-30', income: '1100', net: '1000', toContributors: '600' },
      ...{ toTto: '0', toInstitution: '400', document: '旧-技旧-1' },
      ...{ receivedOn: '2025-05-05', voucher: '旧-技旧-1' },
    },
  ])
  const types = next.map(({ type }: { type: string }) => type)
  expect(types).toContain('contractTakenOver')
  expect(types).not.toContain('contractApproved')
  const { contract: _id, title: _title, ...suggested } = known
  await done(officer, id, 'contractTakenOver', { ...suggested, ...told })
  const early = { amount: '100000000', voucher: '收-技旧-1' }
  const unconfirmed = await act(finance, id, 'incomeReceived', early, '2026-02-10')
  expect(unconfirmed.text).toContain('takeover-unconfirmed')
  const own = await act(officer, id, 'takeoverConfirmed', { checked: '一致' })
  expect(own.text).toContain('own-takeover')
  await done(leader, id, 'takeoverConfirmed', { checked: '与原件一致' })
  expect(await contractOf(contract)).toMatchObject({
    ...{ caseId: id, status: 'performing', kind: 'service', amountFen: '300000000' },
  })

  // What the register has already is taken in, not counted twice.
  const wrong = await act(finance, id, 'incomeReceived', { ...early, amount: '1' }, '2026-02-10')
  expect(wrong.body.errors[0]).toMatchObject({ rule: 'as-in-register' })
  const again = { amount: '1100', voucher: '旧-技旧-1' }
  const shared = await act(finance, id, 'incomeReceived', again, '2025-05-05')
  expect(shared.body.errors[0]).toMatchObject({ rule: 'not-shared-out' })
  await done(finance, id, 'incomeReceived', early, '2026-02-10')
  expect(await books()).toEqual(before)
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
  const receipts = (await officer.get(`/receipts?contract=${contract}`)).body
  expect(receipts.items.map((one: { caseId: string }) => one.caseId)).toEqual([id, null])

  await done(finance, id, 'netSettled', {
    ...{ method: 'actual_cost', taxes: '6000000', performanceCosts: '34000000', statement: '结-1' },
  })
  await done(officer, id, 'rewardPlanned', {
    ...{ pool: '30000000', rule: '三技办法1号', ruleInForceOn: '2026-01-01', share: '60%' },
    lines: [{ ...opening('').data.team[0], share: '100%' }],
  })
  await done(officer, id, 'rewardAgreed', { member: '示例甲', paper: '签字件' })
  await done(finance, id, 'rewardPaid', {
    ...{ lines: [{ name: '示例甲', amount: '30000000' }], proof: '银-1' },
  })
  const line = (await caseOf(id)).case
  expect(line).toMatchObject({ receivedFen: '100001100', distributedFen: '30000600' })
  expect(await inList(id)).toMatchObject({ receivedFen: '100001100', rewardedFen: '30000600' })
  expect((await finance.get('/journal/differences')).body.items).toEqual([])

  const list = (await officer.get(`/cases/${id}/papers`)).body
  const shown = (await officer.get(`/cases/${id}/papers/${list.now[0].id}`)).body
  expect(JSON.stringify(shown.blocks[0])).toContain('洽谈和审批均未在本平台办理')
})

test('a case is opened for commissioned work as commissioned work, of the kind the register says', async () => {
  const contract = await fromLedger('技旧-2', 'service')
  const other = await officer.send('POST', '/cases', opening(contract, { kind: 'consulting' }))
  expect(other.body.errors[0]).toMatchObject({
    pointer: '#/data/kind',
    rule: 'kind-as-in-register',
  })
  const transfer = await officer.send(
    'POST',
    '/cases',
    opening(await fromLedger('转旧', 'transfer')),
  )
  expect(transfer.body.errors[0]).toMatchObject({ rule: 'service-contract' })
  // Where the register does not know the kind, the case says it.
  const unclear = await fromLedger('技旧-3', 'service_unclear')
  const id = await opened(unclear, { kind: 'consulting' })
  await done(officer, id, 'contractTakenOver', told)
  expect(await contractOf(unclear)).toMatchObject({ kind: 'consulting', caseId: id })
})

test('a contract has one case; given up, it stands in the register alone and can be taken again', async () => {
  const contract = await fromLedger('技旧-4', 'service')
  const [first, second] = [await opened(contract), await opened(contract)]
  await done(officer, first, 'contractTakenOver', told)
  const late = await act(officer, second, 'contractTakenOver', told)
  expect(late.body.errors[0]).toMatchObject({ rule: 'contract-without-case' })
  await done(officer, first, 'withdrawn', { reason: '团队选错' })
  expect(await contractOf(contract)).toMatchObject({ caseId: null })
  await done(officer, second, 'contractTakenOver', told)
  // What fills in what older acts said leaves it where it is.
  await asSystem(house.context.db, officer.caller.institution, (tx) =>
    fillMoney(tx, house.context.clock, officer.caller.institution),
  )
  expect(await contractOf(contract)).toMatchObject({ caseId: second })
})

test('what went back by the register is taken in before a reward is planned', async () => {
  const contract = await fromLedger('技旧-5', 'service')
  await asSystem(house.context.db, officer.caller.institution, (tx) =>
    enterReceipts(tx, house.clock, officer.caller, [
      {
        fields: {
          ...{ ...blankReceipt, contractId: contract, contractNumber: '技旧-5' },
          ...{ receivedOn: '2026-02-20', amountFen: '-10000000', voucher: '退-5' },
        },
        source: '',
      },
    ]),
  )
  const id = await opened(contract)
  await done(officer, id, 'contractTakenOver', told)
  await done(leader, id, 'takeoverConfirmed', { checked: '一致' })
  await done(
    finance,
    id,
    'incomeReceived',
    { amount: '100000000', voucher: '收-技旧-5' },
    '2026-02-10',
  )
  await done(finance, id, 'netSettled', {
    ...{ method: 'actual_cost', taxes: '0', performanceCosts: '40000000', statement: '结-5' },
  })
  const plan = {
    ...{ pool: '30000000', rule: '三技办法1号', ruleInForceOn: '2026-01-01', share: '60%' },
    lines: [{ ...opening('').data.team[0], share: '100%' }],
  }
  const early = await act(officer, id, 'rewardPlanned', plan)
  expect(early.body.errors[0]).toMatchObject({ rule: 'refunds-taken-in' })
  const refund = { receipt: '收-技旧-5', cause: 'refund', amount: '10000000', voucher: '退-5' }
  await done(finance, id, 'receiptRefunded', refund, '2026-02-20')
  const receipts = (await officer.get(`/receipts?contract=${contract}`)).body.items
  expect(receipts.filter((one: { caseId: string }) => one.caseId === id)).toHaveLength(2)
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
})

test('what will not be paid of it is written off on the page of the contract: its case has no act for it', async () => {
  const contract = await fromLedger('技旧-8', 'service')
  const id = await opened(contract)
  await done(officer, id, 'contractTakenOver', told)
  const terms = [{ key: 'a', kind: 'fixed', label: '尾款', minor: '900', dueOn: '2026-02-01' }]
  const agreed = { terms, effectiveOn: '2024-05-06' }
  expect((await officer.send('POST', `/contracts/${contract}/terms`, agreed)).status).toBe(201)
  const money = async () => (await finance.get(`/contracts/${contract}/money`)).body
  const before = await money()
  expect([before.isOfCase, before.isWrittenOffInCase]).toEqual([true, false])
  const off = { minor: '900', writtenOn: '2026-03-02', reason: '客户注销（虚构）', files: papers }
  const path = `/receivables/${before.receivables[0].id}/write-off`
  const proposed = await finance.send('POST', path, off)
  expect(proposed.status, proposed.text).toBe(201)
  const confirm = `/write-off-proposals/${proposed.body.id}/confirm`
  expect((await leader.send('POST', confirm, {})).status).toBe(201)
  expect((await money()).receivables[0]).toMatchObject({ writtenOffMinor: '900', openMinor: '0' })
})

test('commissioned work signed since the platform was used is none to take over', async () => {
  const contract = await fromLedger('技旧-6', 'service')
  const { seq } = (await officer.get(`/contracts/${contract}/history`)).body.items.at(-1)
  const moved = await officer.send('PATCH', `/contracts/${contract}`, {
    ...{ signedOn: '2026-01-05', reason: '更正', expectedSeq: seq },
  })
  expect(moved.status, moved.text).toBe(200)
  const late = await officer.send('POST', '/cases', opening(contract))
  expect(late.body.errors[0]).toMatchObject({ rule: 'signed-before-platform' })
})

test('what came in in a month that is closed is recorded, and stands in the first open one', async () => {
  const id = await opened(await fromLedger('技旧-7', 'service'))
  await done(officer, id, 'contractTakenOver', told)
  await done(leader, id, 'takeoverConfirmed', { checked: '一致' })
  await house.database.asOwner(
    `insert into journal_period (institution_id, closed_through) values ($1, '2026-02')`,
    [officer.caller.institution],
  )
  const late = { amount: '500', voucher: '收-补记' }
  await done(finance, id, 'incomeReceived', late, '2026-02-12')
  const { items } = (await finance.get('/journal?from=2026-03-01')).body
  const posted = { datedOn: '2026-03-01', actedOn: '2026-02-12' }
  expect(items).toContainEqual(expect.objectContaining(posted))
})
