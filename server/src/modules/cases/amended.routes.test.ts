import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { actIn, lead, lineOf, type Standing, sampleDeal, upTo } from './testing/leading.ts'
import { store } from './testing/storing.ts'

// What a case amends of its contract the register of contracts says as well, and its registrar is told.

let house: TestApp
let officer: Person
let institution: string
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-11-24' })
  institution = await house.institution()
  officer = await house.person(['tto_negotiator', 'tto_reviewer', 'legal'], institution)
})
afterAll(() => house?.close())

const contractIn = async (standing: Standing) => {
  const { items } = (await officer.get('/contracts?limit=200')).body
  return items.find((one: { caseId: string }) => one.caseId === standing.id).id as string
}
const read = async (id: string) => (await officer.get(`/contracts/${id}`)).body
const versions = async (id: string) => (await officer.get(`/contracts/${id}/amendments`)).body.items

test('an amendment of a transfer reaches the register, with its paper and what it changed', async () => {
  const line = upTo('contractRegistered', lineOf(sampleDeal))
  const signed = await lead(house, institution, line, day('2026-03-02'))
  const id = await contractIn(signed)
  const terms = line.find(({ type }) => type === 'proposed')?.data(signed.on, signed.on)['terms']
  const act = async (
    days: number,
    by: 'officer' | 'legal',
    type: string,
    data: object,
    papers = {},
  ) => {
    const on = addDays(signed.on, days)
    const order = { type, data: data as Record<string, unknown>, ...papers }
    const outcome = await actIn(house, institution, by, { ...signed, on }, order)
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind: 'accepted' })
    return on
  }
  const before = await read(id)
  const changed = {
    ...{ ...(terms as object), price: '90000000', payment: '两期支付', licenceUntil: '2030-01-01' },
    counterparty: '新样例科技有限公司（虚构）',
  }
  await act(1, 'officer', 'termsChanged', { reason: '政策调整', terms: changed })
  // What was changed is no amendment before it is signed.
  expect(await read(id)).toMatchObject({ amountFen: before.amountFen, termTo: before.termTo })
  const amended = { number: '补-1', summary: '价款', counterpartyUscc: '91440101MA5EXAMP1K' }
  const on = await act(2, 'legal', 'contractAmended', amended, { papers: ['补充协议'] })
  expect(await read(id)).toMatchObject({
    ...{ amountFen: '90000000', termTo: '2030-01-01', counterpartyUscc: '91440101MA5EXAMP1K' },
    counterparty: '新样例科技有限公司（虚构）',
  })
  const [one, ...others] = await versions(id)
  expect(others).toEqual([])
  expect(one).toMatchObject({ on, number: '补-1', summary: '价款', isOfCase: true })
  expect(one.files).toHaveLength(1)
  expect(one.changes.map(({ field }: { field: string }) => field)).toEqual(
    expect.arrayContaining(['amountFen', 'termTo', 'counterparty', 'payment']),
  )
  const line2 = (await officer.get(`/cases/${signed.id}`)).body
  expect(JSON.stringify(line2)).toContain('90000000')
  // It is the act that says so: nobody says it beside the case.
  const file = await store(officer, '另一份')
  const beside = await officer.send('POST', `/contracts/${id}/amendments`, {
    ...{ on, summary: '另', amountFen: '1', files: [file] },
  })
  expect(beside.body.code).toBe('amended-in-case')
  const back = await officer.send('POST', `/contracts/${id}/amendments/take-back`, {
    ...{ version: 1, reason: '误' },
  })
  expect(back.body.code).toBe('amended-in-case')
  // The registrar hears of it by the act of the case.
  const [{ id: attempt }] = (await officer.get(`/registrations?contract=${id}`)).body.items
  const page = async () => (await officer.get(`/registrations/${attempt}`)).body
  expect((await page()).amended).toMatchObject({ number: '补-1' })
  await act(3, 'officer', 'registrationAmended', { remark: '变更登记' })
  expect(await page()).toMatchObject({ state: 'changed', amended: null })
  // Of a case that was closed to others, its amendments are closed to them as well.
  await house.database.asOwner(
    `insert into closed_case values ($1, $2, array['discipline'], '{}')`,
    [institution, signed.id],
  )
  expect((await officer.get(`/contracts/${id}/amendments`)).status).toBe(404)
})

test('an amendment of commissioned work reaches the register, and its registrar by an act of the case', async () => {
  const act = async (
    at: { readonly id: string; readonly on: ReturnType<typeof day> },
    by: 'officer' | 'leaders' | 'legal',
    type: string,
    data: Record<string, unknown>,
    more: object = {},
  ) => {
    const outcome = await actIn(house, institution, by, at, { type, data, ...more })
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind: 'accepted' })
    return outcome as { id: string }
  }
  const opened = await act(
    { id: '', on: day('2026-02-02') },
    'officer',
    'serviceOpened',
    {
      ...{ title: '样本检测（虚构）', kind: 'service', client: '示例药企（虚构）' },
      team: [{ name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false }],
      relatedPartiesDeclared: true,
    },
    { procedure: 'service_contract' },
  )
  const on = (date: string) => ({ id: opened.id, on: day(date) })
  const approval = { body: '办公会', document: '批-1' }
  await act(on('2026-02-10'), 'leaders', 'contractApproved', approval)
  const signing = { number: '服-变-1', price: '10000000', clientUscc: '91310000MA1EXAMP3A' }
  await act(on('2026-02-20'), 'officer', 'serviceSigned', signing)
  const id = await contractIn({ id: opened.id, seq: 3, on: day('2026-02-20') })
  expect(await read(id)).toMatchObject({ counterpartyUscc: '91310000MA1EXAMP3A' })
  const registered = { outcome: 'registered', number: '服登-变-1' }
  await act(on('2026-03-01'), 'officer', 'serviceRegistered', registered)
  const data = { number: '补-1', reason: '追加样本', price: '12000000', scope: '两批样本' }
  await act(on('2026-04-01'), 'legal', 'serviceAmended', data, { papers: ['补充协议'] })
  const later = { number: '补-2', reason: '延期', performUntil: '2027-01-01' }
  await act(on('2026-04-02'), 'legal', 'serviceAmended', later, { papers: ['补充协议'] })
  expect(await read(id)).toMatchObject({
    ...{ amountFen: '12000000', keyTerms: '两批样本', termTo: '2027-01-01' },
  })
  expect((await versions(id)).map((one: { number: string }) => one.number)).toEqual([
    '补-2',
    '补-1',
  ])
  const [{ id: attempt }] = (await officer.get(`/registrations?contract=${id}`)).body.items
  const page = async () => (await officer.get(`/registrations/${attempt}`)).body
  expect(await page()).toMatchObject({
    ...{ amended: { number: '补-2' }, inCase: { act: 'serviceRegistrationAmended' } },
    moved: [
      { field: 'amountFen', form: '10000000', contract: '12000000' },
      { field: 'termTo', form: null, contract: '2027-01-01' },
    ],
  })
  await act(on('2026-04-05'), 'officer', 'serviceRegistrationAmended', { remark: '变更登记' })
  expect(await page()).toMatchObject({ state: 'changed', amended: null })
  const wrong = { reason: '误记' }
  await act(on('2026-04-06'), 'leaders', 'serviceRegistrationTakenBack', wrong)
  expect(await page()).toMatchObject({ state: 'registered', amended: { number: '补-2' } })
  expect(await read(id)).toMatchObject({ registration: 'registered' })
})
