import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller, asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'

// Kinds of records that are found beside achievements and cases, each by whoever may open its page.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

const looked = (q: string, more = '') => `/search?q=${encodeURIComponent(q)}${more}`
const found = async (who: Person, q: string, more = '') =>
  (await who.get(looked(q, more))).body.items.map(
    ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`,
  )
const counted = async (who: Person, q: string) =>
  (await who.get(`/search/counts?q=${encodeURIComponent(q)}`)).body.items.map(
    ({ kind, count }: { kind: string; count: number }) => `${kind} ${count}`,
  )

async function made(who: Person, path: string, body: object): Promise<string> {
  const answer = await who.send('POST', path, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}

test('departments, carriers, internal rules and companies are found by their words', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_reviewer'], institution)
  const admin = await app.person(['admin'], institution)
  const nurse = await app.person(['inventor'], institution)
  const unit = await made(admin, '/units', { name: '神经外科', code: 'SJ-07', kind: 'department' })
  const base = { kind: 'pilot_base', name: '神经器械中试基地', fromDay: '2024-01-01' }
  const carrier = await made(officer, '/carriers', { ...base, partner: '示例园区（虚构）' })
  const rule = await made(officer, '/internal-rules', {
    ...{ topic: 'disclosure', title: '神经科成果披露办法', inForceOn: '2024-01-01' },
    number: '院发〔2024〕7号',
  })
  const company = await made(officer, '/spin-offs', {
    ...{ name: '示例神经科技（虚构）', state: 'active', stateSince: '2025-01-01' },
    ...{ foundedOn: '2025-01-01', business: '导管' },
    people: [{ name: '单小明', role: 'adviser', way: 'part_time', fromDay: '2025-01-01' }],
  })
  const open = [`unit ${unit}`, `carrier ${carrier}`, `internalRule ${rule}`]
  expect((await found(officer, '神经')).sort()).toEqual([...open, `spin-off ${company}`].sort())
  expect((await counted(officer, '神经')).sort()).toEqual([
    ...['carrier 1', 'internalRule 1', 'spin-off 1', 'unit 1'],
  ])
  // Companies are for those who read equity.
  expect((await found(nurse, '神经')).sort()).toEqual(open.toSorted())
  expect(await found(officer, '神经', '&kind=carrier')).toEqual([`carrier ${carrier}`])
  expect(await found(officer, 'sjwk')).toEqual([`unit ${unit}`])
  expect(await found(officer, 'sj07')).toEqual([`unit ${unit}`])
  expect(await found(officer, '园区')).toEqual([`carrier ${carrier}`])
  expect(await found(officer, '院发〔2024〕7号')).toEqual([`internalRule ${rule}`])
  expect(await found(officer, 'sxm')).toEqual([`spin-off ${company}`])
  const renamed = { name: '脊柱外科', reason: '更名' }
  expect((await admin.send('PATCH', `/units/${unit}`, renamed)).status).toBe(200)
  expect(await found(officer, '脊柱')).toEqual([`unit ${unit}`])
  expect(await found(officer, '神经外科')).toEqual([])
})

test('the registration of a contract is found by who reads contracts', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const nurse = await app.person(['inventor'], institution)
  const fields = { ...blankContract, kind: 'transfer' as const, title: '缝合器许可（虚构）' }
  const given = { ...fields, counterparty: '示例医械（虚构）', mode: 'license' as const }
  const [contract = ''] = await asSystem(app.context.db, institution, (tx) =>
    enterContracts(tx, app.context.clock, officer.caller, [
      { fields: given, achievements: [], source: '台账' },
    ]),
  )
  const id = await made(officer, `/contracts/${contract}/registrations`, {})
  expect((await found(officer, '缝合器')).sort()).toEqual([
    ...[`contract ${contract}`, `registration ${id}`],
  ])
  expect(await counted(officer, '示例医械')).toEqual(['contract 1', 'registration 1'])
  expect([await found(nurse, '缝合器'), await counted(nurse, '缝合器')]).toEqual([[], []])
})

test('a patent of others is found by officers, and by whoever it may name', async () => {
  const institution = await app.institution('示例医院（虚构）')
  const officer = await app.person(['tto_reviewer'], institution)
  const named = await app.person(['inventor'], institution)
  const other = await app.person(['inventor'], institution)
  for (const [{ caller }, name] of [
    [named, '赵示例'],
    [other, '钱示例'],
  ] as const) {
    await asCaller(app.context.db, caller, (tx) =>
      tx
        .insertInto('person')
        .values({ institutionId: institution, id: caller.person, name })
        .onConflict((on) => on.columns(['institutionId', 'id']).doUpdateSet({ name }))
        .execute(),
    )
  }
  const lines = [
    '专利名称,专利类型,申请号,申请日,申请人,发明人',
    '可降解骨钉（虚构）,发明专利,CN202410000001.4,2024-03-01,示例公司（虚构）,赵示例、外人甲',
  ]
  const form = new FormData()
  form.set('file', new File([lines.join('\n')], '检索导出.csv', { type: 'text/csv' }))
  expect((await officer.send('POST', '/outside-patents', form)).status).toBe(200)
  const [{ id }] = (await officer.get('/outside-patents')).body.items
  for (const q of ['骨钉', '202410000001.4', '示例公司', 'zsl', '检索导出']) {
    const seen = q === '检索导出' ? [] : [`outside-patent ${id}`]
    expect(await found(officer, q), q).toEqual(seen)
    expect(await found(named, q), q).toEqual(seen)
    expect(await found(other, q), q).toEqual([])
  }
  expect(await counted(named, '骨钉')).toEqual(['outside-patent 1'])
  expect(await counted(other, '骨钉')).toEqual([])
  // What officers say of it to each other stays theirs.
  expect((await named.get(`/comments/outside-patent/${id}`)).status).toBe(404)
  expect((await officer.get(`/comments/outside-patent/${id}`)).status).toBe(200)
})
