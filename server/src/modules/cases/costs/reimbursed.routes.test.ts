import { day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { actIn, leadTwo, type Standing } from '../testing/leading.ts'

// What a co-owner or licensee gave back of a fee is no cost of the deal, and stands in the books.

let house: TestApp
let finance: Person
let officer: Person
let first: Standing
let second: Standing
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2027-03-02T07:00:00+08:00' })
  finance = await house.person(['finance'])
  const { institution } = finance.caller
  officer = await house.person(['tto_negotiator'], institution)
  ;[first, second] = await leadTwo(house, institution, 'receiptRecorded', day('2026-03-02'))
})
afterAll(() => house?.close())

const order = (type: string, data: object) => ({ type, data }) as never
const does = (at: Standing, type: string, data: object) =>
  actIn(house, finance.caller.institution, 'finance', at, order(type, data))
const ruleOf = (outcome: Awaited<ReturnType<typeof does>>) =>
  'errors' in outcome ? outcome.errors.map(({ rule }) => rule) : outcome.kind
const cost = (amount: string, voucher: string) => ({ kind: 'tax', amount, voucher })

/** A patent whose fee of a thousand yuan was paid under a receipt, of which a licensee bears two fifths. */
async function feePaid(ref: string): Promise<{ right: string; event: string }> {
  const made = await officer.send('POST', '/rights', {
    ...{ kind: 'invention', status: 'granted', title: '一种示例敷料', filedOn: '2022-03-10' },
    ...{ grantedOn: '2024-04-06', feePaidYear: 4 },
  })
  const right = made.body.id
  const parties = [
    { name: '示例医院', role: 'own', title: '100%', cost: '60%' },
    { name: '示例公司', role: 'licensee', cost: '40%' },
  ]
  const shared = { from: '2026-01-01', parties, basis: '许可合同第三条' }
  const said = await officer.send('POST', `/rights/${right}/parties`, shared)
  expect(said.status, said.text).toBe(201)
  const { seq } = (await officer.get(`/rights/${right}`)).body
  const paid = await officer.send('POST', `/rights/${right}/events`, {
    ...{ kind: 'annuityPaid', on: '2026-03-09', year: 5, fen: '100000', ref, source: '收据' },
    ...{ expectedSeq: seq, despite: '示例' },
  })
  expect(paid.status, paid.text).toBe(201)
  return { right, event: paid.body.id }
}
async function recorded(of: object, kind: string, document: string, fen = '40000') {
  const told = { ...of, party: '示例公司', kind, fen, on: '2026-04-01', document }
  const answer = await finance.send('POST', '/docket/cost-entries', told)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id as string
}
async function balance(account: string): Promise<string> {
  const [row] = await house.database.asOwner(
    `select coalesce(sum(amount_fen * case side when 'debit' then 1 else -1 end), 0)::text as fen
     from journal_line where institution_id = $1 and account = $2`,
    [finance.caller.institution, account],
  )
  return String(row?.['fen'])
}
const isWhole = async () =>
  expect((await finance.get('/journal/differences')).body.items).toEqual([])

test('what others bear of a fee is owed by them, then received, and taken back in red', async () => {
  const unpaid = await balance('1002')
  const of = await feePaid('据-1')
  expect(await balance('1002')).toBe(`${BigInt(unpaid) - 100_000n}`)
  const [bank, owed, spent] = await Promise.all(['1002', '1218', '5001'].map(balance))
  const claim = await recorded(of, 'claimed', '函-1')
  expect(await balance('1218')).toBe(`${BigInt(owed ?? 0) + 40_000n}`)
  expect(await balance('5001')).toBe(`${BigInt(spent ?? 0) - 40_000n}`)
  const received = await recorded(of, 'received', '收-费-1')
  expect(await balance('1218')).toBe(owed)
  expect(await balance('1002')).toBe(`${BigInt(bank ?? 0) + 40_000n}`)
  await isWhole()
  const { items } = (await finance.get('/journal?source=fee_share')).body
  expect(items).toMatchObject([{ subject: '示例公司' }, { subject: '示例公司' }])
  for (const entry of [received, claim]) {
    const back = await finance.send('POST', `/docket/cost-entries/${entry}/take-back`, {
      reason: '误记',
    })
    expect(back.status, back.text).toBe(201)
  }
  expect(await Promise.all(['1002', '1218', '5001'].map(balance))).toEqual([bank, owed, spent])
  await isWhole()
})

test('of a fee that others gave back no more is deducted than the house bore', async () => {
  const of = await feePaid('据-2')
  await recorded(of, 'claimed', '函-2')
  await recorded(of, 'received', '收-费-2')
  const whole = await does(first, 'costRecorded', cost('100000', ' 据－2'))
  expect(ruleOf(whole)).toEqual(['cost-reimbursed'])
  expect(JSON.stringify(whole)).toContain('600')
  expect(ruleOf(await does(first, 'costRecorded', cost('60000', '据-2')))).toBe('accepted')
  expect(
    ruleOf(await does(first, 'costRecorded', { ...cost('1', '据-2'), kind: 'appraisal' })),
  ).toEqual(['cost-reimbursed'])
})

test('what came back after a cost was recorded is put right before the next plan', async () => {
  const of = await feePaid('据-3')
  expect(ruleOf(await does(second, 'costRecorded', cost('100000', '据-3')))).toBe('accepted')
  await recorded(of, 'claimed', '函-3')
  await recorded(of, 'received', '收-费-3')
  const plan = { lines: [], toTto: '0', toTtoStaff: '0', toInstitution: '0' }
  const drafted = () =>
    actIn(house, finance.caller.institution, 'team_rep', second, order('planDrafted', plan))
  expect(ruleOf(await drafted())).toEqual(['costs-reimbursed'])
  const gone = { kind: 'tax', cost: '据-3', amount: '100000', reason: '他方已承担部分' }
  expect(ruleOf(await does(second, 'costWithdrawn', gone))).toBe('accepted')
  expect(ruleOf(await does(second, 'costRecorded', cost('60000', '据-3')))).toBe('accepted')
  expect(ruleOf(await drafted())).not.toEqual(['costs-reimbursed'])
})

test('of commissioned work the statement is made anew, since nothing is withdrawn there', async () => {
  let at = { id: '', on: day('2026-03-10') }
  const acts = async (by: 'officer' | 'leaders' | 'finance', type: string, data: object) => {
    const told = { type, data, procedure: 'service_contract' } as never
    const outcome = await actIn(house, finance.caller.institution, by, at, told)
    if (outcome.kind === 'accepted') at = { ...at, id: outcome.id }
    return outcome
  }
  const team = [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }]
  const opened = { title: '检测', kind: 'service', client: '样例企业（虚构）', team }
  const settled = (amount: string) => ({
    ...{ method: 'actual_cost', taxes: amount, performanceCosts: '0', statement: '结-1' },
    costVouchers: [{ voucher: '据-9', amount }],
  })
  for (const [by, type, data] of [
    ['officer', 'serviceOpened', { ...opened, relatedPartiesDeclared: true }],
    ['leaders', 'contractApproved', { body: '办公会', document: '批-1' }],
    ['officer', 'serviceSigned', { number: '合-三技-9', price: '10000000' }],
    ['officer', 'serviceRegistered', { outcome: 'registered', number: '登-三技-9' }],
    ['officer', 'serviceAccepted', { note: '合格', acceptedBy: '委托方' }],
    ['finance', 'incomeReceived', { amount: '10000000', voucher: '收-三技-9' }],
    ['finance', 'netSettled', settled('100000')],
  ] as const) {
    expect(ruleOf(await acts(by, type, data)), type).toBe('accepted')
  }
  const of = await feePaid('据-9')
  await recorded(of, 'claimed', '函-9')
  await recorded(of, 'received', '收-费-9')
  const rule = { rule: '三技办法（示例）', ruleInForceOn: '2026-01-01', share: '50%' }
  const plan = { lines: [{ ...team[0], share: '100%' }], pool: '100', ...rule }
  const refused = await acts('officer', 'rewardPlanned', plan)
  expect(ruleOf(refused)).toEqual(['costs-reimbursed'])
  expect(JSON.stringify(refused)).toContain('重新结算')
  expect(JSON.stringify(refused)).not.toContain('登记已扣费用收回')
  expect(ruleOf(await acts('finance', 'netSettled', settled('60000')))).toBe('accepted')
  expect(ruleOf(await acts('officer', 'rewardPlanned', plan))).not.toEqual(['costs-reimbursed'])
})
