import { addDays, type Day, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { post } from '../journal/index.ts'
import { differencesOf } from '../reconciliation/index.ts'
import { actIn, lead, lineOf, type Standing, sampleDeal, upTo } from './testing/leading.ts'

// What was recorded before the registers and the books had a place for it is put there by the worker, once: run
// again it finds nothing to do.

let house: TestApp
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-11-24' })
})
afterAll(() => house?.close())

const rows = (sql: string, values: unknown[] = []) => house.database.asOwner(sql, values)
const differences = (institution: string) =>
  asSystem(house.context.db, institution, async (tx) => {
    return (await differencesOf(tx, institution)).items
  })

/** Has the worker do a task of a house. */
async function work(institution: string, task: string) {
  await rows(
    `insert into job (institution_id, task, payload, run_at) values ($1, $2, '{}', '2026-01-01')`,
    [institution, task],
  )
  await house.workOff()
}

const entries = async (institution: string) => {
  const [row] = await rows(
    `select count(*)::int as count from journal_entry where institution_id = $1`,
    [institution],
  )
  return row?.['count']
}
const standing = async (institution: string, account: string) => {
  const [row] = await rows(
    `select coalesce(sum(case side when 'credit' then amount_fen else -amount_fen end), 0)::text as fen
     from journal_line where institution_id = $1 and account = $2`,
    [institution, account],
  )
  return row?.['fen']
}

test('a contract that was signed before anybody asked whose claims they are is told so', async () => {
  const institution = await house.institution(sampleDeal.hospital)
  const finance = await house.person(['finance', 'tto_negotiator'], institution)
  const university = '示例大学（虚构）'
  const holders = [
    { name: sampleDeal.hospital, share: '2/3' },
    { name: university, share: '1/3' },
  ]
  const titled = upTo('registrationReported', lineOf(sampleDeal)).map((step) =>
    step.type === 'titleRegistered'
      ? { ...step, data: () => ({ holders, othersIncome: 'through_us' }) }
      : step,
  )
  await lead(house, institution, titled, day('2026-03-02'))
  await rows(`update contract set others = '[]' where institution_id = $1`, [institution])
  const [contract] = await rows(`select id from contract where institution_id = $1`, [institution])
  const term = { key: 'a', kind: 'fixed', label: '首期', minor: '10000', dueOn: '2026-10-01' }
  const terms = { terms: [term], effectiveOn: '2026-01-01', reason: '约定溯及年初（示例）' }
  const agreed = await finance.send('POST', `/contracts/${contract?.['id']}/terms`, terms)
  expect(agreed.status, agreed.text).toBe(201)
  const own = async () => BigInt(String(await standing(institution, '4609.01')))
  expect(await own()).toBe(10000n)

  await work(institution, 'cases/fillClaims')
  expect(
    await rows(`select others from contract where institution_id = $1`, [institution]),
  ).toEqual([{ others: [{ holder: university, share: '1/3' }] }])
  expect(await own()).toBe(6667n)
  expect(await differences(institution)).toEqual([])
  const before = await entries(institution)
  await work(institution, 'cases/fillClaims')
  expect(await entries(institution)).toBe(before)
})

test('dividends that were income only when they came are booked as owed from the day they were declared', async () => {
  const institution = await house.institution('示例医院（虚构）')
  const officer = await house.person(['tto_negotiator', 'finance'], institution)
  const admin = await house.person(['admin'], institution)
  const { body } = await admin.get('/institution')
  await admin.send('PATCH', '/institution', { expectedSeq: body.seq, province: 'CN-GD' })
  const holders = [
    { name: '示例医院（虚构）', kind: 'institution', share: '9%' },
    { name: '示例甲', kind: 'contributor', share: '21%', isChief: false },
    { name: '示例创投（虚构）', kind: 'partner', share: '70%' },
  ]
  const opened = await officer.send('POST', '/cases', {
    procedure: 'equity_holding',
    on: '2026-02-01',
    data: {
      ...{ company: '示例医械（虚构）', achievement: '可吸收止血材料（虚构）' },
      ...{ formedOn: '2026-02-01', holders, value: '300000000', taxOption: 'tax_deferred' },
      subscriptions: [{ name: '示例医院（虚构）', amount: '90000000', dueOn: '2026-12-31' }],
    },
    files: [],
  })
  expect(opened.status, opened.text).toBe(201)
  const { id } = opened.body
  const record = async (type: string, data: object, on: string) => {
    const { timeline } = (await officer.get(`/cases/${id}`)).body
    const act = { type, on, data, files: [], expectedSeq: timeline.at(-1).seq }
    const said = await officer.send('POST', `/cases/${id}/acts`, act)
    expect(said.status, said.text).toBe(201)
  }
  await record('listed', { entry: '单-1' }, '2026-03-01')
  await record('dividendDeclared', declared, '2026-06-18')
  // Part of it came; the rest is owed still.
  await record('dividendReceived', { amount: '20000', voucher: '收-1', year: '2025' }, '2026-06-20')
  expect(await differences(institution)).toEqual([])
  const asItIs = await rows(
    `select account, sum(case side when 'debit' then amount_fen else -amount_fen end)::text as fen
     from journal_line where institution_id = $1 group by account order by account`,
    [institution],
  )

  // As it was before: no dividend was owed, and what came was income.
  for (const table of ['journal_line', 'journal_entry'])
    await rows(`alter table ${table} disable trigger append_only`)
  await rows(
    `delete from journal_line where institution_id = $1 and entry_id in
       (select id from journal_entry where institution_id = $1 and kind like 'dividend%')`,
    [institution],
  )
  await rows(`delete from journal_entry where institution_id = $1 and kind like 'dividend%'`, [
    institution,
  ])
  for (const table of ['journal_line', 'journal_entry'])
    await rows(`alter table ${table} enable trigger append_only`)
  const { timeline } = (await officer.get(`/cases/${id}`)).body
  const { seq } = timeline.find(({ type }: { type: string }) => type === 'dividendReceived')
  const parts = { received: [{ fen: 20000n }] }
  await asSystem(house.context.db, institution, (tx) =>
    post(tx, house.clock, institution, [
      {
        event: { kind: 'dividendReceived', on: '2026-06-20', parts },
        of: { source: 'case', id, seq, record: id, caseId: id, subject: '示例' },
      },
    ]),
  )
  expect(await differences(institution)).not.toEqual([])

  await work(institution, 'cases/fillDividends')
  expect(await differences(institution)).toEqual([])
  const filled = await rows(
    `select account, sum(case side when 'debit' then amount_fen else -amount_fen end)::text as fen
     from journal_line where institution_id = $1 group by account order by account`,
    [institution],
  )
  const nonZero = (lines: typeof filled) => lines.filter(({ fen }) => fen !== '0')
  expect(nonZero(filled)).toEqual(nonZero(asItIs))
  const before = await entries(institution)
  await work(institution, 'cases/fillDividends')
  expect(await entries(institution)).toBe(before)
})

const declared = {
  ...{ year: '2025', total: '1000000', resolution: '股东会决议（示例）1号', basis: 'by_share' },
}

test('the registration of commissioned work is taken back by an act, and can be registered anew', async () => {
  const institution = await house.institution()
  const officer = await house.person(['tto_negotiator', 'finance'], institution)
  let at: Standing = { id: '', seq: 0, on: day('2026-03-02') }
  const tried = async (by: 'officer' | 'reviewer' | 'finance', type: string, data: object) => {
    const on: Day = addDays(at.on, 1)
    const order = { type, data, procedure: 'service_contract' }
    const outcome = await actIn(house, institution, by, { ...at, on }, order)
    if (outcome.kind === 'accepted') at = { id: outcome.id, seq: at.seq + 1, on }
    return outcome
  }
  const act = async (...of: Parameters<typeof tried>) =>
    expect(await tried(...of)).toMatchObject({ kind: 'accepted' })
  const member = { isInventor: true, isChief: false, holdsLeadingPost: false }
  await act('officer', 'serviceOpened', {
    ...{ title: '样本检测方法开发', kind: 'development', client: '样例检测有限公司（虚构）' },
    ...{ team: [{ name: '甲示例', ...member }], relatedPartiesDeclared: true },
  })
  await act('reviewer', 'contractApproved', { body: '转化办', document: '批 1' })
  await act('officer', 'serviceSigned', { number: 'FW-1', price: '5000000' })
  const reason = { reason: '误记（演示）' }
  expect(await tried('reviewer', 'serviceRegistrationTakenBack', reason)).toMatchObject({
    kind: 'refused',
  })
  await act('officer', 'serviceRegistered', { outcome: 'registered', number: 'GD-K-1' })
  const said = async () => {
    const { items } = (await officer.get('/contracts')).body
    const one = items.find((each: { caseId: string }) => each.caseId === at.id)
    const whole = (await officer.get(`/contracts/${one.id}`)).body
    const attempts = (await officer.get(`/registrations?contract=${one.id}`)).body.items
    return [
      [whole.registration, whole.registrationNo],
      attempts.map(({ state, number }: Record<string, unknown>) => [state, number]),
    ]
  }
  expect(await said()).toEqual([['registered', 'GD-K-1'], [['registered', 'GD-K-1']]])
  await act('reviewer', 'serviceRegistrationTakenBack', reason)
  expect(await said()).toEqual([['unregistered', null], [['in_review', null]]])
  expect(await tried('reviewer', 'serviceRegistrationTakenBack', reason)).toMatchObject({
    kind: 'refused',
  })
  await act('officer', 'serviceRegistered', { outcome: 'registered', number: 'GD-K-2' })
  expect(await said()).toEqual([['registered', 'GD-K-2'], [['registered', 'GD-K-2']]])
  await act('finance', 'incomeReceived', { amount: '3000000', voucher: 'V-1' })
  expect(await differences(institution)).toEqual([])
})
