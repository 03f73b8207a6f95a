import { addDays, type Day, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { fillMoney } from './earlier.projections.ts'
import { actIn, type Standing } from './testing/leading.ts'

// Commissioned work stands in the registers as its case says: the contract, its registration, its income.

let house: TestApp
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-11-24' })
})
afterAll(() => house?.close())

test('the acts of commissioned work become contract, registration and receipts', async () => {
  const institution = await house.institution()
  const finance = await house.person(['finance'], institution)
  let at: Standing = { id: '', seq: 0, on: day('2026-03-02') }
  const act = async (by: 'officer' | 'reviewer' | 'finance', type: string, data: object) => {
    const on: Day = addDays(at.on, 1)
    const order = { type, data, procedure: 'service_contract' }
    const outcome = await actIn(house, institution, by, { ...at, on }, order)
    if (outcome.kind === 'refused') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
    at = { id: outcome.id, seq: at.seq + 1, on }
  }
  const member = { isInventor: true, isChief: false, holdsLeadingPost: false }
  await act('officer', 'serviceOpened', {
    ...{ title: '样本检测方法开发', kind: 'development', client: '样例检测有限公司（虚构）' },
    ...{ team: [{ name: '甲示例', ...member }], relatedPartiesDeclared: true },
  })
  await act('reviewer', 'contractApproved', { body: '转化办', document: '批 1' })
  await act('officer', 'serviceSigned', { number: 'FW-1', price: '5000000' })
  await act('officer', 'serviceRegistered', { outcome: 'registered', number: 'GD-K-1' })
  await act('finance', 'incomeReceived', { amount: '3000000', voucher: 'V-1' })

  const { items } = (await finance.get('/contracts')).body
  const one = items.find((each: { caseId: string }) => each.caseId === at.id)
  expect(one).toMatchObject({
    ...{ kind: 'development', number: 'FW-1', amountFen: '5000000', receivedFen: '3000000' },
    ...{ counterparty: '样例检测有限公司（虚构）', registration: 'registered' },
  })
  const [attempt] = (await finance.get(`/registrations?contract=${one.id}`)).body.items
  expect([attempt.state, attempt.number, attempt.kind]).toEqual([
    ...['registered', 'GD-K-1', 'development'],
  ])
  const whole = (await finance.get(`/registrations/${attempt.id}`)).body
  // What may follow are acts of the procedure, and are recorded in the case.
  expect([whole.inCase.steps, whole.unverified[0].fen]).toEqual([
    ...[['changed', 'terminated', 'corrected'], '3000000'],
  ])
  const tax = (await finance.get(`/contracts/${one.id}/tax`)).body
  const names = tax.positions.map(({ regime }: { regime: string }) => regime)
  expect([names, tax.windows.length]).toEqual([['vat_exemption'], 1])
  expect((await finance.get('/tax-windows')).body.items).toEqual([])

  // Nothing is booked twice: the act posts, the receipt beside it does not.
  const journal = (await finance.get('/journal?limit=50')).body.items
  const kinds = journal.map(({ kind }: { kind: string }) => kind)
  expect(kinds.filter((kind: string) => kind === 'serviceReceived')).toHaveLength(1)

  const work = (await finance.get('/service-contracts')).body
  expect(work.totals).toEqual({
    ...{ count: 1, amountFen: '5000000', receivedFen: '3000000', rewardedFen: '0' },
    unknown: { amountFen: 0, receivedFen: 0, rewardedFen: 0 },
  })
  // Whether work counts tells of ties, so finance, who reads no declarations, is not told.
  expect(work.items[0]).toMatchObject({ team: ['甲示例'], recognition: null })
  const officer = await house.person(['tto_negotiator'], institution)
  const [told] = (await officer.get('/service-contracts')).body.items
  // The form of its reward asks for the contract of one case, and is told the same.
  const asked = (await officer.get(`/service-contracts?caseId=${at.id}`)).body
  expect(asked.items).toEqual([told])
  const none = await officer.get(`/service-contracts?caseId=${institution}`)
  expect(none.body.items).toEqual([])
  // Nobody of the team is on file with a declaration: that is not known, and never taken for nothing.
  expect(told.recognition).toMatchObject({ state: 'unknown', undeclared: ['甲示例'] })
  // The list names people and their ties: who took it is told apart.
  expect((await finance.get('/service-contracts.csv')).status).toBe(200)
  const auditor = await house.person(['auditor'], institution)
  expect((await auditor.get('/exports?personal=true')).body.items).toHaveLength(1)

  // What was recorded before the registers had a place for it is put there by the worker, once.
  const gone = [
    'income_verification_line',
    'registration_event',
    'registration',
    'receipt',
    'contract',
  ]
  const rows = async () =>
    (await finance.get('/service-contracts')).body.items.map(
      ({ id: _id, ...line }: { id: string }) => line,
    )
  const before = await rows()
  for (const table of gone) {
    await house.database.asOwner(`alter table ${table} disable trigger user`)
    await house.database.asOwner(`delete from ${table}`)
    await house.database.asOwner(`alter table ${table} enable trigger user`)
  }
  expect(await rows()).toEqual([])
  for (const _twice of [1, 2]) {
    await asSystem(house.context.db, institution, (tx) =>
      fillMoney(tx, house.context.clock, institution),
    )
  }
  expect(await rows()).toEqual(before)
})

test('what is told of the ties of a team is read by those who weigh them, and by nobody else', async () => {
  const institution = await house.institution()
  const told = '项目组成员的近亲属持有委托方股份（虚构）'
  const member = { isInventor: true, isChief: false, holdsLeadingPost: false }
  const opened = await actIn(
    house,
    institution,
    'officer',
    { id: '', seq: 0, on: day('2026-03-02') },
    {
      type: 'serviceOpened',
      procedure: 'service_contract',
      data: {
        ...{
          title: '样本检测',
          kind: 'service',
          client: '样例检测有限公司（虚构）',
          related: told,
        },
        ...{ team: [{ name: '甲示例', ...member }], relatedPartiesDeclared: true },
      },
    },
  )
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened))
  for (const role of ['tto_reviewer', 'discipline', 'auditor', 'leaders'] as const) {
    const reader = await house.person([role], institution)
    expect(JSON.stringify((await reader.get(`/cases/${opened.id}`)).body)).toContain(told)
    expect((await reader.get(`/cases/${opened.id}/acts.jsonl`)).status).toBe(200)
  }
  for (const role of ['finance', 'legal', 'inventor', 'platform_company', 'admin'] as const) {
    const reader = await house.person([role], institution)
    const { status, body } = await reader.get(`/cases/${opened.id}`)
    expect(status).toBe(200)
    expect(body.timeline[0].data.title).toBe('样本检测')
    expect(JSON.stringify(body)).not.toContain(told)
    const whole = await reader.get(`/cases/${opened.id}/acts.jsonl`)
    expect([whole.status, whole.body.code]).toEqual([409, 'record-has-ties'])
  }
})

test('a contract is signed under a number of its own, and of a length the register has room for', async () => {
  const institution = await house.institution()
  const officer = await house.person(['tto_negotiator', 'tto_reviewer'], institution)
  const member = { name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }
  const opened = async () => {
    const data = {
      ...{ title: '示例', kind: 'service', client: '样例（虚构）', team: [member] },
      relatedPartiesDeclared: true,
    }
    const made = await officer.send('POST', '/cases', { procedure: 'service_contract', data })
    expect(made.status, made.text).toBe(201)
    const type = 'contractApproved'
    const approval = { type, data: { body: '转化办', document: '批 1' }, expectedSeq: 1 }
    await officer.send('POST', `/cases/${made.body.id}/acts`, approval)
    return made.body.id as string
  }
  const sign = (id: string, number: string) =>
    officer.send('POST', `/cases/${id}/acts`, {
      ...{ type: 'serviceSigned', data: { number, price: '5000000' }, expectedSeq: 2 },
    })
  const [first, second] = [await opened(), await opened()]
  const long = await sign(first, '长'.repeat(61))
  expect([long.status, long.body.errors]).toMatchObject([400, [{ pointer: '#/data/number' }]])
  // Two who sign at once do not both get it.
  const both = await Promise.all([sign(first, 'FW-9'), sign(second, ' FW-9 ')])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400])
  const refused = both.find(({ status }) => status === 400)
  expect(refused?.body.errors).toMatchObject([{ pointer: '#/data/number', rule: 'number-taken' }])
  const signed = (await officer.get('/contracts?q=FW-9')).body.items
  expect(signed).toHaveLength(1)
  const rest = both[0]?.status === 201 ? second : first
  expect((await sign(rest, 'FW-10')).status).toBe(201)
})
