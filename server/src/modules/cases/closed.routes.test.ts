import { roles } from '@yizhuan/procedures'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../platform/access.ts'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'
import { store } from './testing/storing.ts'

// An inquiry into relief is closed: whoever is none of its readers is told that there is no such case,
// by every route, and finds it in no list.

const title = '示例定价免责调查（虚构）'
const line = lineOf(sampleDeal)

let house: TestApp
let institution: string
let number: string
let concerned: string
let id: string
let discipline: Person
let subject: Person
let investigator: Person

const post = async (who: Person, path: string, body: object) => {
  const answer = await who.send('POST', path, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-06-02T08:00:00+08:00' })
  institution = await house.institution(sampleDeal.hospital)
  concerned = (await lead(house, institution, upTo('decided', line), '2026-03-02' as never)).id
  house.clock.set('2026-06-02T09:00:00+08:00')
  discipline = await house.person(['discipline'], institution)
  subject = await house.person(['tto_reviewer'], institution)
  investigator = await house.person(['legal'], institution)
  number = (await discipline.get(`/cases/${concerned}`)).body.case.number
  const { name, person } = subject.caller
  await house.database.asOwner(
    `insert into person (institution_id, id, name) values ($1, $2, $3), ($1, $4, $5)
     on conflict do nothing`,
    [institution, person, name, investigator.caller.person, investigator.caller.name],
  )
  const opened = await post(discipline, '/cases', {
    procedure: 'exemption',
    data: {
      title,
      trigger: 'audit',
      account: '审计发现',
      triggeredOn: '2026-06-01',
      conduct: '协议定价未评估',
      conductOn: '2026-04-01',
      caseNumber: number,
      procedureMade: true,
      subjects: [{ name, person, relief: 'person', role: 'manager' }],
    },
    files: [],
  })
  id = opened.id
  await post(discipline, `/cases/${id}/acts`, {
    type: 'investigatorsNamed',
    data: {
      investigators: [{ name: investigator.caller.name, person: investigator.caller.person }],
    },
    files: [],
    expectedSeq: 1,
  })
})
afterAll(() => house?.close())

const outsiders = roles.filter(
  (role): role is Role & typeof role =>
    !['discipline', 'leaders', 'public', 'system'].includes(role),
)
const ofCase = [
  '',
  '/acts.jsonl',
  '/proof',
  '/compare',
  '/explain/gd.exemption.day',
  '/law',
  '/officers',
  '/officers/history',
  '/papers',
]

/** Everything somebody may ask for without naming a case. */
const lists = [
  '/cases',
  '/cases?procedure=exemption',
  `/cases?q=${encodeURIComponent('免责调查')}`,
  '/workbench',
  '/calendar',
  '/notifications',
  '/cases/compare',
  `/search?q=${encodeURIComponent('示例定价免责调查')}`,
]

describe.each(outsiders)('%s, who is no reader,', (role) => {
  let outsider: Person
  beforeAll(async () => {
    outsider = await house.person([role], institution)
  })

  test('is told by every route that there is no such case', async () => {
    for (const path of ofCase) {
      const { status, text } = await outsider.get(`/cases/${id}${path}`)
      expect([path, status]).toEqual([path, 404])
      expect(text).not.toContain(title)
    }
    const act = {
      type: 'interviewed',
      data: { name: '甲', notes: '乙' },
      files: [],
      expectedSeq: 2,
    }
    const answer = await outsider.send('POST', `/cases/${id}/acts`, act)
    expect([403, 404]).toContain(answer.status)
  })

  test('finds it in no list', async () => {
    for (const path of lists) {
      const { text } = await outsider.get(path)
      expect([path, text.includes(id), text.includes('免责调查（虚构）')]).toEqual([
        path,
        false,
        false,
      ])
    }
  })
})

test('those who decide, who look into it and whom it concerns find it', async () => {
  const leader = await house.person(['leaders'], institution)
  for (const reader of [discipline, leader, subject, investigator]) {
    const { status, body } = await reader.get(`/cases/${id}`)
    expect(status).toBe(200)
    expect(body.case.title).toBe(title)
    expect((await reader.get('/cases?procedure=exemption')).body.items).toHaveLength(1)
    expect((await reader.get(`/search?q=${encodeURIComponent('免责调查')}`)).text).toContain(id)
  }
})

test('what hangs on it is found and counted for its readers alone', async () => {
  const outsider = await house.person(['auditor'], institution)
  const looked = `q=${encodeURIComponent('免责调查')}`
  expect((await outsider.get(`/search/counts?${looked}`)).body).toEqual({ items: [] })
  expect((await discipline.get(`/search/counts?${looked}`)).body.items).toHaveLength(1)
  const contract = '01900000-0000-7000-8000-0000000000c1'
  await house.database.asOwner(
    `insert into contract (institution_id, id, kind, title, case_id)
     values ($1, $2, 'transfer', '免责调查委托（虚构）', $3)`,
    [institution, contract, id],
  )
  await house.database.asOwner(
    `insert into search_document (institution_id, kind, id, title, body, lexemes)
     select $1, 'contract', $2, '免责调查委托（虚构）', '', lexemes || $3::tsvector
     from search_document where institution_id = $1 and id = $4`,
    [institution, contract, `' ${institution} contract'`, id],
  )
  expect((await outsider.get(`/search?${looked}`)).body.items).toEqual([])
  expect((await outsider.get(`/search/counts?${looked}`)).body).toEqual({ items: [] })
  // So is what was registered of the contract.
  const registration = '01900000-0000-7000-8000-0000000000c2'
  await house.database.asOwner(
    `insert into registration (institution_id, id, contract_id, attempt, state, title, seller_name)
     values ($1, $2, $3, 1, 'draft', '免责调查登记（虚构）', '示例医院（虚构）')`,
    [institution, registration, contract],
  )
  await house.database.asOwner(
    `insert into search_document (institution_id, kind, id, title, body, lexemes)
     select $1, 'registration', $2, '免责调查登记（虚构）', '', lexemes || $3::tsvector
     from search_document where institution_id = $1 and id = $4`,
    [institution, registration, `' ${institution} registration'`, id],
  )
  expect((await outsider.get(`/search?${looked}`)).body.items).toEqual([])
  expect((await outsider.get(`/search/counts?${looked}`)).body).toEqual({ items: [] })
  const both = (await discipline.get(`/search?${looked}`)).body.items
  expect(both.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    ...['case', 'contract', 'registration'],
  ])
  expect((await discipline.get(`/search/counts?${looked}`)).body.items).toHaveLength(3)
})

test('another institution sees nothing, and the database shows no row of it', async () => {
  const elsewhere = await house.institution('示例他院（虚构）')
  const stranger = await house.person(['discipline', 'leaders'], elsewhere)
  expect((await stranger.get(`/cases/${id}`)).status).toBe(404)
})

test('the service knows who worked on the case, and gathers what its record proves', async () => {
  const { timeline } = (await discipline.get(`/cases/${id}`)).body
  expect(timeline[0].data.caseId).toBe(concerned)
  expect(timeline[0].data.involved.length).toBeGreaterThan(2)
  const involved = timeline[0].data.involved[0]
  const naming = (investigators: object[]) =>
    discipline.send('POST', `/cases/${id}/acts`, {
      type: 'investigatorsNamed',
      data: { investigators },
      files: [],
      expectedSeq: 2,
    })
  const refused = await naming([{ name: involved.name }])
  expect([refused.status, refused.body.code]).toEqual([409, 'investigator-involved'])

  const forged = { items: [], gaps: [], chainHead: '0'.repeat(64), note: '调取' }
  await post(investigator, `/cases/${id}/acts`, {
    type: 'evidenceGathered',
    data: forged,
    files: [],
    expectedSeq: 2,
  })
  const after = (await discipline.get(`/cases/${id}`)).body
  const { items, gaps, chainHead, chainWhole, note } = after.timeline.at(-1).data
  const record = (await discipline.get(`/cases/${concerned}`)).body
  expect([chainWhole, chainHead, note]).toEqual([true, record.chain.head, '调取'])
  const decided = record.timeline.find(({ type }: { type: string }) => type === 'decided')
  expect(items).toContainEqual({
    duty: 'decision',
    what: '集体决策',
    on: decided.on,
    by: decided.by.name,
    seq: decided.seq,
    hash: decided.hash,
    files: decided.files.map(({ sha256 }: { sha256: string }) => sha256),
  })
  expect(gaps).toContain('own_rules')
})

test('its files are for its readers, for who has them anyway, and for all once something open names them', async () => {
  const file = await store(investigator, '谈话记录（虚构）')
  const { timeline } = (await discipline.get(`/cases/${id}`)).body
  await post(investigator, `/cases/${id}/acts`, {
    type: 'interviewed',
    data: { name: '甲', notes: '乙' },
    files: [file],
    expectedSeq: timeline.length,
  })
  const path = `/files/${file.sha256}`
  for (const [reader, status] of [
    [discipline, 200],
    [investigator, 200],
    // What a witness said is kept from whom it concerns until it is found of them.
    [subject, 404],
  ] as const) {
    expect((await reader.get(path)).status).toBe(status)
  }
  const outsider = await house.person(['tto_negotiator'], institution)
  const other = await house.person(['finance'], institution)
  expect((await outsider.get(path)).status).toBe(404)
  const said = { type: '材料', maturity: '样机', stateOfTheArt: '有', market: '有', risks: '有' }
  const achievement = {
    title: '材料（虚构）',
    kind: 'device',
    disclosure: { ...said, benefit: '有', need: '许可' },
    inventors: [{ name: '示例甲', share: '1/1' }],
    files: [file],
  }
  const naming = () => outsider.send('POST', '/achievements', achievement)
  const refused = await naming()
  expect([refused.status, refused.body.errors?.[0]?.rule], refused.text).toEqual([
    400,
    'file-not-stored',
  ])
  // Who brings the same bytes has them; what they put them to is open to its own readers.
  expect((await store(outsider, '谈话记录（虚构）')).sha256).toBe(file.sha256)
  expect((await outsider.get(path)).status).toBe(200)
  expect((await other.get(path)).status).toBe(404)
  await post(outsider, '/achievements', achievement)
  expect((await other.get(path)).status).toBe(200)
})

test('evidence of its contract, and what is said of that, is closed with it', async () => {
  const fields = { ...blankContract, kind: 'transfer' as const, title: '另一合同（虚构）' }
  const [open = ''] = await asSystem(house.context.db, institution, (tx) =>
    enterContracts(tx, house.clock, investigator.caller, [
      { fields, achievements: [], source: '台账' },
    ]),
  )
  // The one that hangs on it since its test above.
  const [{ id: closed } = { id: '' }] = (await house.database.asOwner(
    'select id from contract where case_id = $1',
    [id],
  )) as { id: string }[]
  const evidence = await store(investigator, '涉案合同签字本（虚构）')
  const said = await store(investigator, '涉案合同批注（虚构）')
  await post(investigator, `/contracts/${closed}/files`, { files: [evidence], note: null })
  await post(investigator, `/comments/contract/${closed}`, { body: '见附件', files: [said] })
  const outsider = await house.person(['tto_negotiator'], institution)
  const other = await house.person(['finance'], institution)
  for (const { sha256 } of [evidence, said]) {
    expect((await discipline.get(`/files/${sha256}`)).status).toBe(200)
    expect((await other.get(`/files/${sha256}`)).status).toBe(404)
  }
  // What stands as evidence with an open contract is open as that is.
  await store(outsider, '涉案合同签字本（虚构）')
  await post(outsider, `/contracts/${open}/files`, { files: [evidence], note: null })
  expect((await other.get(`/files/${evidence.sha256}`)).status).toBe(200)
  expect((await other.get(`/files/${said.sha256}`)).status).toBe(404)
})

test('it is told to its readers only', async () => {
  await house.workOff()
  const told = await house.database.asOwner(
    'select distinct person_id from notification where case_id = $1',
    [id],
  )
  const readers = await house.database.asOwner(
    `select person_id from account where institution_id = $1 and
      (roles && array['discipline', 'leaders'] or person_id = any($2))`,
    [institution, [subject.caller.person, investigator.caller.person]],
  )
  const may = new Set(readers.map(({ person_id }) => person_id))
  expect(told.length).toBeGreaterThan(0)
  expect(told.filter(({ person_id }) => !may.has(person_id))).toEqual([])
})

test('an unknown number of a case is told at its field', async () => {
  const data = {
    ...(await discipline.get(`/cases/${id}`)).body.timeline[0].data,
    caseNumber: 'XM-1',
  }
  const answer = await discipline.send('POST', '/cases', {
    procedure: 'exemption',
    data,
    files: [],
  })
  expect(answer.status).toBe(400)
  expect(answer.body.errors).toMatchObject([{ pointer: '#/data/caseNumber', rule: 'known-case' }])
})
