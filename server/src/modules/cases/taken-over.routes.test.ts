import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'
import { store } from './testing/storing.ts'

// A licence of former years comes from a ledger, with one royalty that was shared out and one that was not.

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
  const unset = await officer.send('POST', '/cases', opening(await fromLedger('旧合-0')))
  expect(unset.body.errors[0]).toMatchObject({ rule: 'platform-start-set' })
  const day = { from: '2026-01-05', reason: '启用通知' }
  const proposed = await officer.send('POST', '/institution/platform-start', day)
  expect(proposed.status, proposed.text).toBe(201)
  const { seq } = proposed.body
  const set = await leader.send('POST', '/institution/platform-start/confirm', { seq })
  expect(set.status, set.text).toBe(200)
})
afterAll(() => house?.close())

const team = ['示例甲', '示例乙'].map((name) => ({
  ...{ name, isInventor: true, isChief: false, holdsLeadingPost: false },
}))
const opening = (contractId: string) => ({
  procedure: 'transfer',
  data: {
    ...{ title: '止血材料许可', achievement: '可吸收止血材料（虚构）', team, contractId },
    workloadLedgerKept: true,
  },
})
const told = {
  ...{ mode: 'license', counterparty: '样例科技有限公司（虚构）', signedOn: '2024-05-06' },
  ...{ licenceKind: 'plain', documents: '合同原件', decisionPaper: 'attached' },
}

/** A contract of the ledger and its two royalties, of the first of which the ledger may not say the TTO's part. */
async function fromLedger(number: string, ttoFen: string | null = '100') {
  const { db } = house.context
  return await asSystem(db, officer.caller.institution, async (tx) => {
    const fields = {
      ...{ ...blankContract, kind: 'transfer' as const, title: '止血材料许可', number },
      ...{ counterparty: '样例科技有限公司（虚构）', mode: 'license' as const },
      ...{ signedOn: '2024-05-06', registration: 'registered' as const },
      registrationNo: `登-${number}`,
      ...{ registeredOn: '2024-06-01', exclusivity: 'plain' as const },
    }
    const [id = ''] = await enterContracts(tx, house.clock, officer.caller, [
      { fields, achievements: [], source: '' },
    ])
    const receipt = { ...blankReceipt, contractId: id, contractNumber: number }
    await enterReceipts(tx, house.clock, officer.caller, [
      {
        fields: {
          ...{ ...receipt, receivedOn: '2025-05-05', amountFen: '1100', costFen: '100' },
          ...{ netFen: '1000', rewardFen: '600', ttoFen, institutionFen: ttoFen && '300' },
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

async function seqOf(id: string): Promise<number> {
  return (await officer.get(`/cases/${id}`)).body.chain.length
}
async function act(who: Person, id: string, type: string, data: object, on?: string) {
  const expectedSeq = await seqOf(id)
  const files = type === 'contractTakenOver' ? papers : []
  const sent = { type, data, files, expectedSeq, ...(on && { on }) }
  return who.send('POST', `/cases/${id}/acts`, sent)
}
/** Takes a contract over, and has somebody else confirm it. */
async function takeOver(id: string, data: object) {
  await done(officer, id, 'contractTakenOver', data)
  await done(leader, id, 'takeoverConfirmed', { checked: '与原件一致' })
}
async function done(...of: Parameters<typeof act>) {
  const answer = await act(...of)
  expect(answer.status, answer.text).toBe(201)
}
async function opened(contract: string): Promise<string> {
  const answer = await officer.send('POST', '/cases', opening(contract))
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}
const contractOf = async (id: string) => (await officer.get(`/contracts/${id}`)).body

/** What the books have of receipts and deal costs, account by account. */
async function books(): Promise<unknown> {
  const rows = await house.database.asOwner(
    `select line.account, sum(line.amount_fen * case line.side when 'debit' then 1 else -1 end)::text
       as fen
     from journal_line as line join journal_entry as entry
       on entry.institution_id = line.institution_id and entry.id = line.entry_id
     group by line.account having sum(line.amount_fen
       * case line.side when 'debit' then 1 else -1 end) <> 0 order by line.account`,
    [],
  )
  return rows
}

test('a contract of the ledger gets a case that starts at its money, and its royalty is shared out', async () => {
  const contract = await fromLedger('旧合-1')
  await fromLedger('旧合-1b')
  const before = await books()
  const id = await opened(contract)
  const { timeline, next } = (await officer.get(`/cases/${id}`)).body
  const known = timeline[0].data.takesOver
  expect(known).toMatchObject({
    number: '旧合-1',
    signedOn: '2024-05-06',
    registeredOn: '2024-06-01',
  })
  expect(known.earlier).toEqual([
    {
      ...{ paidOn: '2025-06-30', income: '1100', net: '1000', toContributors: '600' },
      ...{ toTto: '100', toInstitution: '300', document: '旧-旧合-1' },
      ...{ receivedOn: '2025-05-05', voucher: '旧-旧合-1' },
    },
  ])
  expect(next.map(({ type }: { type: string }) => type)).toContain('contractTakenOver')
  const { contract: _id, title: _title, ...suggested } = known
  const certificate = { ...suggested, ...told, registrationNumber: ' 登-旧合-1B' }
  const alike = await act(officer, id, 'contractTakenOver', certificate)
  expect(alike.body.errors).toMatchObject([
    { pointer: '#/data/registrationNumber', rule: 'certificate-of-another' },
  ])
  await takeOver(id, { ...suggested, documents: '合同原件', decisionPaper: 'attached' })
  expect(await contractOf(contract)).toMatchObject({
    caseId: id,
    status: 'performing',
    mode: 'license',
  })
  const { items } = (await officer.get(`/contracts/${contract}/history`)).body
  expect(JSON.stringify(items)).toContain('合同原件')

  // What the register has already is taken in, not counted twice.
  const royalty = { amount: '100000000', voucher: '收-旧合-1', inBudget: true }
  const wrong = await act(finance, id, 'receiptRecorded', { ...royalty, amount: '1' }, '2026-02-10')
  expect(wrong.body.errors[0]).toMatchObject({ rule: 'as-in-register' })
  const again = { ...royalty, amount: '1100', voucher: '旧-旧合-1' }
  const shared = await act(finance, id, 'receiptRecorded', again, '2025-05-05')
  expect(shared.body.errors[0]).toMatchObject({ rule: 'not-shared-out' })
  await done(finance, id, 'receiptRecorded', royalty, '2026-02-10')
  expect(await books()).toEqual(before)
  // The books made anew from the records are the same.
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
  const receipts = (await officer.get(`/receipts?contract=${contract}`)).body
  expect(receipts.items).toHaveLength(2)
  expect(receipts.items.map((one: { caseId: string }) => one.caseId)).toEqual([id, null])

  await done(officer, id, 'planDrafted', {
    lines: team.map((one) => ({ ...one, award: 'cash', amount: '35000000' })),
    ...{ toTto: '10000000', toTtoStaff: '1000000', toInstitution: '20000000' },
  })
  const { total } = (await officer.get(`/cases/${id}/cumulative`)).body
  expect(total).toMatchObject({ income: '100001100', net: '100001000' })
  const line = (await officer.get(`/cases/${id}`)).body.case
  expect(line).toMatchObject({ receivedFen: '100001100', distributedFen: '600', priceFen: null })
})

test('a contract has one case; given up, it stands in the register alone and can be taken again', async () => {
  const contract = await fromLedger('旧合-2')
  const [first, second] = [await opened(contract), await opened(contract)]
  await done(officer, first, 'contractTakenOver', told)
  const late = await act(officer, second, 'contractTakenOver', told)
  expect(late.body.errors[0]).toMatchObject({ rule: 'contract-without-case' })
  const third = await officer.send('POST', '/cases', opening(contract))
  expect(third.body.errors[0]).toMatchObject({ rule: 'contract-without-case' })
  await done(officer, first, 'withdrawn', { reason: '团队选错' })
  expect(await contractOf(contract)).toMatchObject({ caseId: null })
  await done(officer, second, 'contractTakenOver', told)
  expect(await contractOf(contract)).toMatchObject({ caseId: second })
})

test('what the register knows is not recorded beside it under another voucher, nor whole once part went back', async () => {
  const contract = await fromLedger('旧合-5')
  const id = await opened(contract)
  await takeOver(id, told)
  const royalty = { amount: '100000000', voucher: '收-另', inBudget: true }
  const beside = await act(finance, id, 'receiptRecorded', royalty, '2026-02-10')
  expect(beside.body.errors[0]).toMatchObject({ rule: 'as-in-register' })
  const { items } = (await officer.get(`/receipts?contract=${contract}&paid=no`)).body
  await house.database.asOwner(
    `insert into receipt_money (institution_id, receipt_id, currency, minor, fen, refunded_minor, refunded_fen)
     select institution_id, id, 'CNY', amount_fen, amount_fen, 300, 300 from receipt where id = $1`,
    [items[0].id],
  )
  const known = { ...royalty, voucher: '收-旧合-5' }
  const whole = await act(finance, id, 'receiptRecorded', known, '2026-02-10')
  expect(whole.body.errors[0]).toMatchObject({ rule: 'refunded-in-register' })
})

test('of two who take it over at once the second is refused', async () => {
  const contract = await fromLedger('旧合-3')
  const ids = [await opened(contract), await opened(contract)]
  const answers = await Promise.all(ids.map((id) => act(officer, id, 'contractTakenOver', told)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 400])
})

test('no case is opened for what is no transfer of this house', async () => {
  const unknown = await officer.send(
    'POST',
    '/cases',
    opening('00000000-0000-7000-8000-00000000ffff'),
  )
  expect(unknown.body.errors[0]).toMatchObject({ rule: 'known-contract' })
  const contract = await fromLedger('旧合-4')
  const stranger = await house.person(['tto_negotiator'], await house.institution())
  const foreign = await stranger.send('POST', '/cases', opening(contract))
  expect(foreign.body.errors[0]).toMatchObject({ rule: 'known-contract' })
})

test('a contract is taken over with its papers and by two, and its case and papers say what was not done here', async () => {
  const contract = await fromLedger('旧合-6')
  const id = await opened(contract)
  const bare = { type: 'contractTakenOver', data: told, expectedSeq: await seqOf(id) }
  const without = await officer.send('POST', `/cases/${id}/acts`, bare)
  expect(without.status).toBe(409)
  expect(without.text).toContain('takeover-without-papers')
  // What a client says of the day and of who entered it is not taken.
  await done(officer, id, 'contractTakenOver', {
    ...told,
    platformSince: '2027-01-01',
    typedBy: [],
  })
  const { timeline } = (await officer.get(`/cases/${id}`)).body
  const { data } = timeline.at(-1)
  expect(data.platformSince).toBe('2026-01-05')
  expect(data.typedBy).toEqual([{ person: officer.caller.person, name: officer.caller.name }])
  const early = await act(
    finance,
    id,
    'receiptRecorded',
    {
      ...{ amount: '100000000', voucher: '收-旧合-6', inBudget: true },
    },
    '2026-02-10',
  )
  expect(early.text).toContain('takeover-unconfirmed')
  const own = await act(officer, id, 'takeoverConfirmed', { checked: '一致' })
  expect(own.text).toContain('own-takeover')
  await done(leader, id, 'takeoverConfirmed', { checked: '一致' })
  const list = (await officer.get(`/cases/${id}/papers`)).body
  const [paper] = list.now
  const shown = (await officer.get(`/cases/${id}/papers/${paper.id}`)).body
  expect(JSON.stringify(shown.blocks[0])).toContain('均未在本平台办理')
  expect(shown.proof).toContain('签约及此前步骤未在平台办理')
})

test('a contract signed since the platform was used is none to take over', async () => {
  const contract = await fromLedger('旧合-7')
  const { seq } = (await officer.get(`/contracts/${contract}/history`)).body.items.at(-1)
  const moved = await officer.send('PATCH', `/contracts/${contract}`, {
    ...{ signedOn: '2026-01-05', reason: '更正', expectedSeq: seq },
  })
  expect(moved.status, moved.text).toBe(200)
  const late = await officer.send('POST', '/cases', opening(contract))
  expect(late.body.errors[0]).toMatchObject({ rule: 'signed-before-platform' })
})

test('a contract that has ended is taken over as such, and its last receipts are shared out', async () => {
  const contract = await fromLedger('旧合-8')
  await house.database.asOwner(
    `update contract set status = 'terminated', terminated_on = '2025-12-31' where id = $1`,
    [contract],
  )
  const id = await opened(contract)
  const { timeline } = (await officer.get(`/cases/${id}`)).body
  expect(timeline[0].data.takesOver.endedOn).toBe('2025-12-31')
  const unsaid = await act(officer, id, 'contractTakenOver', told)
  expect(unsaid.body.errors[0]).toMatchObject({ pointer: '#/data/endedOn' })
  const ended = { ...told, endedOn: '2025-12-31', stillToCome: '第四季度提成' }
  await takeOver(id, ended)
  expect((await officer.get(`/cases/${id}`)).body.state.status).toBe('terminated')
  expect(await contractOf(contract)).toMatchObject({ caseId: id, status: 'terminated' })
  const royalty = { amount: '100000000', voucher: '收-旧合-8', inBudget: true }
  await done(finance, id, 'receiptRecorded', royalty, '2026-02-10')
  // One that goes on is not told to have ended: its end is recorded in the register, with its claims.
  const going = await opened(await fromLedger('旧合-9'))
  const other = await act(officer, going, 'contractTakenOver', ended)
  expect(other.body.errors[0]).toMatchObject({ rule: 'ended-in-register' })
})

test('a part that the register does not say is asked for, not nought', async () => {
  const contract = await fromLedger('旧合-10', null)
  const id = await opened(contract)
  const { timeline } = (await officer.get(`/cases/${id}`)).body
  const [earlier] = timeline[0].data.takesOver.earlier
  expect(earlier).toMatchObject({ income: '1100', net: '1000', toContributors: '600' })
  expect(earlier).not.toHaveProperty('toTto')
  expect(earlier).not.toHaveProperty('toInstitution')
  const unsaid = await act(officer, id, 'contractTakenOver', { ...told, earlier: [earlier] })
  expect(unsaid.body.errors[0].pointer).toBe('#/data/earlier/0/toTto')
})

test('what the register says went back lowers the case: it is taken in once, before anything is planned', async () => {
  const contract = await fromLedger('旧合-11')
  const [refund = ''] = await asSystem(house.context.db, officer.caller.institution, (tx) =>
    enterReceipts(tx, house.clock, officer.caller, [
      {
        fields: {
          ...{ ...blankReceipt, contractId: contract, contractNumber: '旧合-11' },
          ...{ receivedOn: '2026-02-20', amountFen: '-40000000', voucher: '退-旧合-11' },
        },
        source: '',
      },
    ]),
  )
  const before = await books()
  const id = await opened(contract)
  await takeOver(id, told)
  const royalty = { amount: '100000000', voucher: '收-旧合-11', inBudget: true }
  await done(finance, id, 'receiptRecorded', royalty, '2026-02-10')
  const plan = {
    lines: team.map((one) => ({ ...one, award: 'cash', amount: '21000000' })),
    ...{ toTto: '6000000', toTtoStaff: '1000000', toInstitution: '12000000' },
  }
  const early = await act(officer, id, 'planDrafted', plan)
  expect(early.body.errors[0]).toMatchObject({ rule: 'refunds-taken-in' })
  // Linked beside the case it would lower nothing there.
  const { items } = (await officer.get(`/receipts?contract=${contract}&paid=no`)).body
  const taken = items.find((one: { caseId: string }) => one.caseId === id)
  const link = { refund, reason: null }
  const beside = await finance.send('POST', `/receipts/${taken.id}/refunds`, link)
  expect(beside.body.code).toBe('income-in-case')
  const back = { receipt: '收-旧合-11', cause: 'refund', amount: '40000000' }
  const other = await act(
    finance,
    id,
    'receiptRefunded',
    { ...back, voucher: '退-另' },
    '2026-02-20',
  )
  expect(other.body.errors[0]).toMatchObject({ rule: 'as-in-register' })
  await done(finance, id, 'receiptRefunded', { ...back, voucher: '退-旧合-11' }, '2026-02-20')
  const all = (await officer.get(`/receipts?contract=${contract}`)).body.items
  expect(all).toHaveLength(3)
  expect(all.find((one: { id: string }) => one.id === refund).caseId).toBe(id)
  expect(await books()).toEqual(before)
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
  await done(officer, id, 'planDrafted', plan)
})

test('of two who relate a contract the second is told what the first said', async () => {
  const contract = await fromLedger('旧合-12')
  const { seq } = (await officer.get(`/contracts/${contract}/history`)).body.items.at(-1)
  const relate = (patent: string) =>
    officer.send('PUT', `/contracts/${contract}/relations`, {
      ...{ patentNumbers: [patent], reason: '关联', expectedSeq: seq },
    })
  expect((await relate('ZL202010000001.X')).status).toBe(200)
  const late = await relate('ZL202010000002.8')
  expect(late.status).toBe(409)
  expect(late.body.code).toBe('changed-meanwhile')
  expect((await contractOf(contract)).patentNumbers).toEqual(['ZL202010000001.X'])
})
