import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { store } from '../cases/testing/storing.ts'
import { modules } from '../index.ts'

// A contract of the register is amended: what holds now, each version, what is paid, what the registrar hears.

let house: TestApp
let officer: Person
let finance: Person
let file: object
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  const institution = await house.institution()
  officer = await house.person(['tto_negotiator', 'tto_reviewer'], institution)
  finance = await house.person(['finance'], institution)
  file = await store(officer, '补充协议')
})
afterAll(() => house?.close())

const enter = async (more: object = {}) => {
  const signed = { signedOn: '2025-05-06', amountFen: '80000000', counterparty: '甲药企（虚构）' }
  const typed = { kind: 'service', title: '样本检测（虚构）', status: 'performing' }
  const made = await officer.send('POST', '/contracts', { ...typed, ...signed, ...more })
  expect(made.status, made.text).toBe(201)
  return made.body.id as string
}
const amend = (id: string, more: object = {}) =>
  officer.send('POST', `/contracts/${id}/amendments`, {
    ...{ id: newId(), on: '2026-02-10', number: '补-1', summary: '追加样本', files: [file] },
    ...{ amountFen: '90000000', ...more },
  })
const read = async (id: string) => (await officer.get(`/contracts/${id}`)).body
const versions = async (id: string) => (await officer.get(`/contracts/${id}/amendments`)).body.items
const fixed = (key: string, minor: string, dueOn: string) => ({
  ...{ key, kind: 'fixed', label: `${key} 期款`, minor, dueOn },
})

test('an amendment is recorded once, the register says what holds, and each version what it changed', async () => {
  const id = await enter({ counterpartyUscc: '91440101MA5EXAMP1K' })
  const order = { id: newId(), keyTerms: '两批', counterparty: '乙药企（虚构）' }
  const [first, again] = [await amend(id, order), await amend(id, order)]
  expect([first.status, again.body], first.text).toEqual([201, first.body])
  const one = await read(id)
  expect(one).toMatchObject({ amountFen: '90000000', keyTerms: '两批' })
  // Of another party the code is not that of the former one.
  expect([one.counterparty, one.counterpartyUscc]).toEqual(['乙药企（虚构）', null])
  const second = { on: '2026-02-20', number: '补-2', termTo: '2027-01-01', amountFen: '95000000' }
  expect((await amend(id, second)).status).toBe(201)
  const [last, before] = await versions(id)
  expect(last).toMatchObject({ version: 2, on: '2026-02-20', isOfCase: false, mayTakeBack: true })
  expect(last.changes).toEqual([
    { field: 'amountFen', from: '90000000', to: '95000000' },
    { field: 'termTo', from: null, to: '2027-01-01' },
  ])
  expect(before).toMatchObject({ number: '补-1', files: [file], mayTakeBack: false })
  const { items } = (await officer.get(`/contracts/${id}/history`)).body
  expect(items.map((entry: { action: string }) => entry.action)).toContain(
    'contract.amendmentSigned',
  )
  expect((await officer.get('/contracts.csv?lang=zh')).text).toContain('2026-02-20')
  expect((await finance.get(`/contracts/${id}/amendments`)).body.items).toHaveLength(2)
  expect((await finance.send('POST', `/contracts/${id}/amendments`, {})).status).toBe(403)
  const inventor = await house.person(['inventor'], officer.caller.institution)
  expect((await inventor.get(`/contracts/${id}/amendments`)).status).toBe(403)
  const stranger = await house.person(['tto_negotiator'], await house.institution())
  expect((await stranger.get(`/contracts/${id}/amendments`)).status).toBe(404)
})

test('what is no amendment is refused at its field, and writes nothing', async () => {
  const id = await enter({ termFrom: '2025-05-06' })
  expect((await amend(id)).status).toBe(201)
  const lost = { name: '无.txt', sha256: 'b'.repeat(64), size: 1 }
  for (const [more, pointer] of [
    [{ on: '2026-03-03' }, '#/on'],
    [{ on: '2026-02-09' }, '#/on'],
    [{ amountFen: '90000000' }, '#/summary'],
    [{ amountFen: '-1' }, '#/amountFen'],
    [{ firstPaymentFen: '-1' }, '#/firstPaymentFen'],
    [{ amountFen: '1', termTo: '2025-01-01' }, '#/termTo'],
    [{ amountFen: '1', files: [] }, '#/files'],
    [{ amountFen: '1', files: [lost] }, '#/files'],
    [{ counterpartyUscc: '91440101MA5EXAMP10' }, '#/counterpartyUscc'],
  ] as const) {
    const answer = await amend(id, more)
    expect([answer.status, answer.body.errors?.[0]?.pointer], answer.text).toEqual([400, pointer])
  }
  expect(await versions(id)).toHaveLength(1)
  const ended = await enter({ status: 'terminated' })
  expect((await amend(ended, { on: '2025-05-05' })).body.errors[0].pointer).toBe('#/on')
})

test('of two who amend at once both are written, one after the other', async () => {
  const id = await enter()
  const answers = await Promise.all([
    amend(id, { amountFen: '91000000' }),
    amend(id, { amountFen: '92000000' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  const [last, first] = await versions(id)
  expect(last.changes[0].from).toBe(first.changes[0].to)
  expect((await read(id)).amountFen).toBe(last.changes[0].to)
})

test('the last amendment is taken back for a reason, and what was agreed before holds again', async () => {
  const id = await enter()
  await amend(id)
  await amend(id, { on: '2026-02-12', amountFen: '95000000' })
  const back = (version: number) =>
    officer.send('POST', `/contracts/${id}/amendments/take-back`, { version, reason: '误记' })
  expect((await back(1)).body.code).toBe('amendment-not-last')
  expect((await back(2)).status).toBe(201)
  expect((await read(id)).amountFen).toBe('90000000')
  expect((await back(2)).body.code).toBe('amendment-not-last')
  const [line, gone] = await versions(id)
  expect([line.takesBack, line.summary, gone.isTakenBack]).toEqual([2, '误记', true])
  // What was corrected since is not written over.
  await officer.send('PATCH', `/contracts/${id}`, { amountFen: '1', reason: '更正' })
  expect((await back(1)).body.code).toBe('amended-since')
})

test('the payment terms are asked to follow, and what is due later does; what is paid stays', async () => {
  const id = await enter()
  const first = {
    effectiveOn: '2025-05-06',
    terms: [fixed('a', '30000000', '2025-06-01'), fixed('b', '50000000', '2026-09-01')],
  }
  expect((await officer.send('POST', `/contracts/${id}/terms`, first)).status).toBe(201)
  const money = async () => (await officer.get(`/contracts/${id}/money`)).body
  expect((await money()).amended).toBeNull()
  await amend(id, { amountFen: '80000000', keyTerms: '只改范围' })
  expect((await money()).amended).toBeNull()
  // The same sum, paid otherwise: nothing else tells that the terms are behind.
  await amend(id, { on: '2026-02-20', amountFen: undefined, payment: '尾款分两次' })
  expect((await money()).amended).toMatchObject({ on: '2026-02-20', summary: '追加样本' })
  const dues = async () => {
    const { items } = (await officer.get('/calendar?to=2026-04-01')).body
    return items.filter((one: { record: { id: string } }) => one.record?.id === id)
  }
  expect(JSON.stringify(await dues())).toContain('按补充协议更新付款条款')
  const next = {
    ...{ effectiveOn: '2026-02-20', reason: '补充协议', files: [file] },
    terms: [
      fixed('a', '30000000', '2025-06-01'),
      fixed('b', '20000000', '2026-09-01'),
      fixed('c', '30000000', '2026-12-01'),
    ],
  }
  expect((await officer.send('POST', `/contracts/${id}/terms`, next)).status).toBe(201)
  const after = await money()
  expect(after.amended).toBeNull()
  expect(after.receivables.map((one: { key: string; minor: string }) => one.minor)).toEqual([
    ...['30000000', '20000000', '30000000'],
  ])
  expect(JSON.stringify(await dues())).not.toContain('按补充协议更新付款条款')
})

test('a registered contract that was amended is to be changed at its registrar', async () => {
  const id = await enter()
  const start = await officer.send('POST', `/contracts/${id}/registrations`)
  const registration = start.body.id as string
  const page = async () => (await officer.get(`/registrations/${registration}`)).body
  const { seq: _seq, ...blank } = await page()
  const names = [
    ...['title', 'kind', 'signedOn', 'termFrom', 'termTo', 'sellerName', 'sellerNature'],
    ...['sellerCountry', 'sellerRegion', 'buyerName', 'buyerUscc', 'buyerNature', 'buyerCountry'],
    ...['buyerRegion', 'amountFen', 'technologyFen', 'investmentFen', 'outputFen', 'ip', 'field'],
    ...['plan', 'purpose', 'payment', 'registrar', 'remark'],
  ]
  const lists = (await officer.get('/registrations/lists')).body.lists
  const anyOf = (name: string) => lists[name].codes[0].code
  const form = {
    ...Object.fromEntries(names.map((name) => [name, blank[name]])),
    ...{ kind: 'service', sellerNature: anyOf('nature'), sellerRegion: '440100' },
    ...{ buyerNature: anyOf('nature'), buyerCountry: 'CHN', buyerRegion: '440100' },
    ...{ technologyFen: '80000000', ip: anyOf('ip'), field: anyOf('field'), plan: anyOf('plan') },
    ...{ purpose: anyOf('purpose'), payment: anyOf('payment'), registrar: '登记点（虚构）' },
  }
  const { seq } = await page()
  const filled = await officer.send('PUT', `/registrations/${registration}/form`, {
    ...{ form, expectedSeq: seq },
  })
  expect(filled.status, filled.text).toBe(200)
  const step = async (more: object) => {
    const answer = await officer.send('POST', `/registrations/${registration}/steps`, {
      ...{ on: '2025-06-01', words: null, expectedSeq: (await page()).seq, ...more },
    })
    expect(answer.status, answer.text).toBe(201)
  }
  await step({ step: 'submitted' })
  await step({ step: 'registered', number: 'GD-77' })
  expect((await page()).amended).toBeNull()
  await amend(id)
  expect(await page()).toMatchObject({
    amended: { on: '2026-02-10', number: '补-1' },
    moved: [{ field: 'amountFen', form: '80000000', contract: '90000000' }],
  })
  const due = async () =>
    JSON.stringify((await officer.get('/calendar?to=2026-04-01')).body).includes(
      '办理合同登记的变更',
    )
  expect(await due()).toBe(true)
  await step({ step: 'changed', on: '2026-02-15', words: '金额变更' })
  expect((await page()).amended).toBeNull()
  expect(await due()).toBe(false)
  // Said by mistake, it is asked for again.
  await step({ step: 'corrected', on: '2026-02-16', words: '误记' })
  expect((await page()).amended).toMatchObject({ number: '补-1' })
})
