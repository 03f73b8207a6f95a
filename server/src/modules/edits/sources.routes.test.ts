import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { lineOf, sampleDeal } from '../cases/testing/leading.ts'
import { blankContract, enterContracts, projectSigning } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { amendReceipt, blankReceipt, enterReceipts } from '../proceeds/index.ts'

let house: TestApp
let officer: Person
let admin: Person

beforeAll(async () => {
  house = await openTestApp(modules)
  officer = await house.person(['tto_negotiator', 'tto_reviewer'])
  admin = await house.person(['admin'])
})
afterAll(() => house.close())

const asHouse = <Value>(work: Parameters<typeof asSystem<Value>>[2]) =>
  asSystem(house.context.db, officer.caller.institution, work)

const contract = async (title: string) => {
  const fields = {
    ...blankContract,
    kind: 'transfer' as const,
    title,
    status: 'performing' as const,
  }
  const ledger = { fields, achievements: [], source: '台账' }
  const [id = ''] = await asHouse((tx) => enterContracts(tx, house.clock, officer.caller, [ledger]))
  return id
}

async function order(who: Person, kind: string, id: string, fields: object, expectedSeq = 1) {
  const run = newId()
  const body = { id: run, kind, fields, reason: '更正', records: [{ id, expectedSeq }] }
  expect((await who.send('POST', '/edits', body)).status).toBe(202)
  await house.workOff()
  return (await who.get(`/edits/${run}`)).body
}

/** Puts a record back to its first entry, and tells what that said beforehand. */
async function putBack(who: Person, kind: string, id: string) {
  const path = `/edits/${kind}/${id}/restoration`
  const foreseen = (await who.get(`${path}?to=1`)).body
  const answer = await who.send('POST', path, {
    to: 1,
    reason: '登记有误',
    expectedSeq: foreseen.seq,
  })
  expect(answer.body).toEqual({ seq: foreseen.seq + 1 })
  return foreseen
}

test('contracts of former years are edited together and put back; one of a case is not', async () => {
  const id = await contract('一种支架许可合同')
  const fields = { status: 'completed', departments: ['骨科'] }
  const run = await order(officer, 'contract', id, fields)
  expect(run.progress).toMatchObject({ recorded: 1 })
  expect((await officer.get(`/contracts/${id}`)).body).toMatchObject(fields)
  expect(await putBack(officer, 'contract', id)).toMatchObject({ kept: [] })
  const back = { status: 'performing', departments: [] }
  expect((await officer.get(`/contracts/${id}`)).body).toMatchObject(back)

  const [opening] = lineOf(sampleDeal)
  const opened = await officer.send('POST', '/cases', { data: opening?.data('', '') })
  expect(opened.status, opened.text).toBe(201)
  await asHouse((tx) =>
    projectSigning(tx, {
      ...{
        institution: officer.caller.institution,
        case: opened.body.id,
        seq: 1,
        signedOn: '2026-01-05',
      },
      ...{ title: '案内合同', counterparty: '示例企业', amountFen: '100', achievement: null },
      ...{ mode: 'license', pricing: 'agreement' },
    }),
  )
  const found = (await officer.get('/contracts?q=案内合同')).body.items
  const body = { kind: 'contract', ids: [found[0].id], fields: { remark: '手改' } }
  const { items } = (await officer.send('POST', '/edits/preview', body)).body
  expect(items[0].problem.code).toBe('contract-of-a-case')
})

test('persons move to another department together, which previews and restores call by name', async () => {
  const units: string[] = []
  for (const name of ['外科', '骨科']) {
    const made = await admin.send('POST', '/units', { name, kind: 'department' })
    units.push(made.body.id)
  }
  const made = await admin.send('POST', '/people', { name: '林安博', unitId: units[0] })
  const { id } = made.body
  const fields = { unitId: units[1] }
  const body = { kind: 'person', filter: { q: '林安博' }, fields }
  const { items } = (await admin.send('POST', '/edits/preview', body)).body
  expect(items[0].changes).toEqual([{ field: 'unitId', from: '外科', to: '骨科' }])
  expect((await order(admin, 'person', id, fields)).progress).toMatchObject({ recorded: 1 })
  const foreseen = await putBack(admin, 'person', id)
  expect(foreseen.changes).toEqual([{ field: 'unitId', from: '骨科', to: '外科' }])
  expect((await admin.get(`/people/${id}`)).body.unit.name).toBe('外科')
})

test('projects are edited together by their own rules', async () => {
  const given = { number: 'KY-1', title: '支架研究', leader: '林安博', fromDay: '2025-01-01' }
  const { id } = (await officer.send('POST', '/projects', given)).body
  const wrong = await order(officer, 'project', id, { toDay: '2024-01-01' })
  expect(wrong.items[0].problem.errors[0].rule).toBe('project-ends-before')
  const run = await order(officer, 'project', id, { toDay: '2027-01-01', remark: '延期' })
  expect(run.progress).toMatchObject({ recorded: 1 })
  await putBack(officer, 'project', id)
  expect((await officer.get(`/projects/${id}`)).body).toMatchObject({ toDay: null, remark: null })
})

test('carriers and internal rules are edited together, by what their lists are narrowed by', async () => {
  const carriers: string[] = []
  for (const name of ['示例孵化器', '示例中试基地']) {
    const carrier = { kind: 'incubator', name, fromDay: '2024-01-01' }
    const entered = await officer.send('POST', '/carriers', carrier)
    expect(entered.status, entered.text).toBe(201)
    carriers.push(entered.body.id)
  }
  const [id = '', other = ''] = carriers
  const preview = { kind: 'carrier', filter: { q: '中试' }, fields: { place: '示例园区' } }
  const { items } = (await officer.send('POST', '/edits/preview', preview)).body
  expect(items).toMatchObject([{ id: other, title: '示例中试基地' }])
  // By its own rules: it ends after it begins.
  const wrong = await order(officer, 'carrier', id, { toDay: '2023-01-01' })
  expect(wrong.items[0].problem.errors[0].rule).toBe('after-from')
  const run = await order(officer, 'carrier', id, { place: '示例园区', toDay: '2025-01-01' })
  expect(run.progress).toMatchObject({ recorded: 1 })
  const ids = async (filter: string) =>
    (await officer.get(`/carriers?${filter}`)).body.items.map((one: { id: string }) => one.id)
  expect([await ids('running=no'), await ids('running=yes')]).toEqual([[id], [other]])
  await putBack(officer, 'carrier', id)
  expect((await officer.get(`/carriers/${id}`)).body).toMatchObject({ place: null, toDay: null })
  // A name is one carrier's.
  const names = { kind: 'carrier', ids: [id], fields: { name: '同名' } }
  expect((await officer.send('POST', '/edits/preview', names)).status).toBe(400)

  const rule = { topic: 'disclosure', title: '披露办法', inForceOn: '2024-01-01' }
  const written = await officer.send('POST', '/internal-rules', rule)
  expect(written.status, written.text).toBe(201)
  const fields = { approvedBy: '院务会', endedOn: '2025-06-01' }
  const asked = { kind: 'internalRule', filter: { topic: 'disclosure' }, fields }
  const foreseen = (await officer.send('POST', '/edits/preview', asked)).body.items
  expect(foreseen).toMatchObject([{ id: written.body.id, title: '披露办法' }])
  expect((await order(officer, 'internalRule', written.body.id, fields)).progress).toMatchObject({
    recorded: 1,
  })
  const ended = (await officer.get('/internal-rules?state=ended')).body.items
  expect(ended).toMatchObject([{ id: written.body.id, ...fields }])
  expect((await officer.get('/internal-rules?q=无关')).body.items).toEqual([])
  await putBack(officer, 'internalRule', written.body.id)
  const { body } = await officer.get(`/internal-rules/${written.body.id}`)
  expect(body).toMatchObject({ approvedBy: null, endedOn: null })
})

test('of a receipt what stands beside its amounts goes back, and the amounts do not', async () => {
  const fields = { ...blankReceipt, payer: '示例企业', receivedOn: '2025-03-01', amountFen: '100' }
  const [id = ''] = await asHouse((tx) =>
    enterReceipts(tx, house.clock, officer.caller, [{ fields, source: '台账' }]),
  )
  const given = { fields: { payer: '别的企业', amountFen: '200' }, reason: '重新导入' }
  await asHouse((tx) => amendReceipt(tx, house.clock, officer.caller, id, given))
  const foreseen = await putBack(officer, 'receipt', id)
  expect(foreseen.kept).toEqual([{ field: 'amountFen', why: 'not-by-hand' }])
  const now = (await officer.get(`/receipts/${id}`)).body
  expect(now).toMatchObject({ payer: '示例企业', amountFen: '200' })

  const run = await order(officer, 'receipt', id, { payer: null, remark: '并入新公司' }, 3)
  expect(run.progress).toMatchObject({ recorded: 1 })
  expect((await officer.get(`/receipts/${id}`)).body).toMatchObject({ remark: '并入新公司' })
  const money = { kind: 'receipt', ids: [id], fields: { amountFen: '1' } }
  expect((await officer.send('POST', '/edits/preview', money)).status).toBe(400)
})

test('a company founded on achievements and a trusteeship that lasts are put back', async () => {
  const company = {
    name: '示例科技',
    ...{ state: 'active', stateSince: '2025-01-01', foundedOn: '2025-01-01' },
    business: '支架',
  }
  const founded = await officer.send('POST', '/spin-offs', company)
  expect(founded.status, founded.text).toBe(201)
  const spinOff = `/spin-offs/${founded.body.id}`
  const moved = { business: '导管', reason: '转产', expectedSeq: 1 }
  expect((await officer.send('PATCH', spinOff, moved)).status).toBe(200)
  await putBack(officer, 'spin-off', founded.body.id)
  expect((await officer.get(spinOff)).body.business).toBe('支架')

  const right = await officer.send('POST', '/rights', { kind: 'know_how', title: '甲装置' })
  const agreement = {
    ...{ number: 'TG-1', title: '托管甲', trustee: '示例平台', trusteeKind: 'platform_company' },
    subjects: [{ kind: 'right', id: right.body.id }],
    parties: [
      { power: 'ownership', name: '示例医院', share: null },
      { power: 'operation', name: '示例平台', share: null },
      { power: 'income', name: '示例医院', share: '1' },
    ],
    ...{ fromDay: '2026-01-01', duties: '运营' },
  }
  const entered = await officer.send('POST', '/trusteeships', agreement)
  expect(entered.status, entered.text).toBe(201)
  const trusteeship = `/trusteeships/${entered.body.id}`
  const amended = { duties: '运营和维权', reason: '补充', expectedSeq: 1 }
  expect((await officer.send('PATCH', trusteeship, amended)).status).toBe(200)
  await putBack(officer, 'trusteeship', entered.body.id)
  expect((await officer.get(trusteeship)).body.duties).toBe('运营')

  const { id } = entered.body
  const term = { payer: 'institution', toDay: '2028-12-31' }
  const asked = { kind: 'trusteeship', filter: { state: 'running' }, fields: term }
  const { items } = (await officer.send('POST', '/edits/preview', asked)).body
  expect(items).toMatchObject([{ id, label: 'TG-1', seq: 3 }])
  expect(items[0].problem).toBeUndefined()
  expect((await order(officer, 'trusteeship', id, term, 3)).progress).toMatchObject({ recorded: 1 })
  expect((await officer.get(trusteeship)).body).toMatchObject(term)
  const wrong = await order(officer, 'trusteeship', id, { toDay: '2025-12-31' }, 4)
  expect(wrong.progress).toMatchObject({ refused: 1 })
})

test('a department is put back to what it was, and its history calls what it belongs to by name', async () => {
  const made = async (name: string) =>
    (await admin.send('POST', '/units', { name, kind: 'department' })).body.id as string
  const [above, id] = [await made('示例医技部'), await made('示例检验科')]
  const moved = { name: '示例检验中心', parentId: above, reason: '合并设置' }
  expect((await admin.send('PATCH', `/units/${id}`, moved)).status).toBe(200)
  const { items, chain } = (await officer.get(`/units/${id}/history`)).body
  expect(chain.ok).toBe(true)
  expect(items[1]).toMatchObject({
    reason: '合并设置',
    changes: [
      { field: 'name', from: '示例检验科', to: '示例检验中心' },
      { field: 'parentId', from: null, to: '示例医技部' },
    ],
  })
  const foreseen = await putBack(admin, 'unit', id)
  expect(foreseen.changes[1]).toEqual({ field: 'parentId', from: '示例医技部', to: null })
  const now = (await officer.get('/units')).body.items.find((one: { id: string }) => one.id === id)
  expect(now).toMatchObject({ name: '示例检验科', parentId: null })
  expect((await officer.get(`/units/${newId()}/history`)).status).toBe(404)
})

test('nothing is put back to an entry of work, which is never changed', async () => {
  const given = { number: 'KY-9', title: '导管研究', leader: '林安博', fromDay: '2025-01-01' }
  const { id } = (await officer.send('POST', '/projects', given)).body
  const entry = {
    ...{ kind: 'progress', onDay: '2025-02-01', personName: '林安博', words: '完成样机' },
    ...{ personId: null, share: null, corrects: null, files: [] },
  }
  const noted = await officer.send('POST', `/projects/${id}/entries`, entry)
  expect(noted.status, noted.text).toBe(201)
  await officer.send('PATCH', `/projects/${id}`, { remark: '延期', reason: '更正', expectedSeq: 2 })
  const { items } = (await officer.get(`/projects/${id}/history`)).body
  expect(
    items.map(({ action, isAct }: { action: string; isAct?: true }) => [action, isAct]),
  ).toEqual([
    ['project.entered', undefined],
    ['project.noted', true],
    ['project.amended', undefined],
  ])
})
