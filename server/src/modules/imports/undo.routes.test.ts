import { patentCheckCharacter } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { checkRegister } from '../../platform/evidence.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { multipart } from './testing/upload.ts'
import { idColumns } from './undo.queries.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const achievements = {
  name: '成果台账.csv',
  lines: [
    '成果编号,成果名称,成果类型,第一完成人,工号,全部完成人,所属科室,披露日期,预估价值（元）,备注',
    'CG2024-0001,示例引流装置,实用新型,示例甲,000123,示例甲、示例乙,示例外科,2024-03-05,120000,',
    'CG2024-0002,示例评估软件,软件著作权,示例丙,000124,示例丙,示例内科,2024-04-01,,',
  ],
}

const patents = {
  name: '专利台账.csv',
  lines: [
    '专利名称,专利类型,申请号,申请日,发明人,法律状态,对应成果编号',
    `一种示例引流装置,实用新型,202120000001.${patentCheckCharacter('202120000001')},2021-01-04,示例甲,授权,CG2024-0001`,
  ],
}

async function office() {
  const institution = await app.institution()
  return { institution, officer: await app.person(['tto_negotiator'], institution) }
}

async function upload(by: Person, { name, lines }: { name: string; lines: readonly string[] }) {
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    ...multipart(by.cookie, name, Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)),
  })
  return answer.json()
}

/** Uploads a ledger and writes everything in it. */
async function enter(by: Person, ledger: { name: string; lines: readonly string[] }) {
  const draft = await upload(by, ledger)
  const rows = { version: draft.version, rows: draft.written }
  const answer = await by.send('POST', `/imports/${draft.id}/confirm`, rows)
  expect(answer.status).toBe(200)
  return draft.id as string
}

const undo = (by: Person, id: string, records: number) =>
  by.send('POST', `/imports/${id}/undo`, { records, reason: '上传了旧的台账' })

async function count(institution: string, table: string): Promise<number> {
  const [row] = await app.database.asOwner(
    `select count(*)::int as n from ${table} where institution_id = $1`,
    [institution],
  )
  return Number(row?.['n'])
}

test('taken back, the records leave the register and their chains say so; the file can come again', async () => {
  const { officer, institution } = await office()
  const id = await enter(officer, achievements)
  const [first] = (await officer.get('/achievements')).body.items
  const plan = await officer.get(`/imports/${id}/undo`)
  expect(plan.body).toMatchObject({
    withdrawn: { achievement: 2, right: 0, contract: 0, receipt: 0 },
    putBack: { achievement: 0 },
    hindered: 0,
  })
  expect((await undo(officer, id, 2)).status).toBe(200)
  expect((await officer.get('/achievements')).body.items).toEqual([])
  expect((await officer.get(`/achievements/${first.id}`)).status).toBe(404)
  expect((await officer.get('/search?q=示例引流装置')).body.items ?? []).toEqual([])
  expect(await count(institution, 'import_origin')).toBe(0)

  const chain = `achievement/${first.id}`
  const entries = await app.database.asOwner(
    'select action, entry from audit_entry where institution_id = $1 and chain = $2 order by seq',
    [institution, chain],
  )
  expect(entries.map(({ action }) => action)).toEqual([
    'achievement.entered',
    'achievement.withdrawn',
  ])
  expect(JSON.stringify(entries[1])).toContain('上传了旧的台账')
  const sight = { institution, person: officer.caller.person, roles: ['tto_negotiator'] }
  const check = await asCaller(app.context.db, sight, (tx) =>
    checkRegister(tx, { institution, name: chain }),
  )
  expect(check).toMatchObject({ ok: true, length: 2 })

  const shown = (await officer.get(`/imports/${id}`)).body
  expect(shown).toMatchObject({ state: 'undone', undoneReason: '上传了旧的台账' })
  const again = await undo(officer, id, 2)
  expect(again).toMatchObject({ status: 409, body: { code: 'import-undone' } })
  const draft = await upload(officer, achievements)
  expect(draft.counts).toEqual([{ table: 'achievements', states: { new: 2 }, written: 2 }])
})

test('a record that was changed or is referred to is named, and nothing is taken back', async () => {
  const { officer, institution } = await office()
  const id = await enter(officer, achievements)
  await enter(officer, patents)
  const items = (await officer.get('/achievements')).body.items
  const linked = items.find(({ number }: { number: string }) => number === 'CG2024-0001')
  const other = items.find(({ number }: { number: string }) => number === 'CG2024-0002')
  const edited = await officer.send('PATCH', `/achievements/${other.id}`, {
    remark: '补充说明',
    reason: '补充',
    expectedSeq: 1,
  })
  expect(edited.status).toBe(200)
  await officer.send('POST', `/comments/achievement/${linked.id}`, { body: '请核对' })
  const opened = await officer.send('POST', '/cases', {
    procedure: 'abandonment',
    data: {
      title: '放弃示例专利（虚构）',
      right: linked.id,
      kind: 'granted',
      cause: 'low_value',
      reason: '维持成本高于收益',
      feeDueOn: '2025-09-01',
      completers: ['示例甲'],
      assetConfirmed: false,
    },
    files: [],
  })
  expect(opened.status).toBe(201)

  const plan = (await officer.get(`/imports/${id}/undo`)).body
  expect(plan.hindered).toBe(2)
  const why = plan.hindrances.map((one: { recordId: string; why: string; number: string }) =>
    [one.number, one.why].join(' '),
  )
  expect(why).toContain('CG2024-0002 changed')
  for (const table of ['ip_right', 'comment', 'act']) {
    expect(why).toContain(`CG2024-0001 ${table}`)
  }
  const answer = await undo(officer, id, 2)
  expect(answer).toMatchObject({ status: 409, body: { code: 'import-in-use' } })
  expect(answer.body.changed).toHaveLength(plan.hindrances.length)
  expect(await count(institution, 'achievement')).toBe(2)
  expect((await officer.get(`/imports/${id}`)).body.state).toBe('confirmed')
})

test('an agreement of trust holds the records it names', async () => {
  const { officer } = await office()
  const id = await enter(officer, achievements)
  const [one] = (await officer.get('/achievements')).body.items
  const [own, trustee] = ['示例医院（虚构）', '示例转化公司（虚构）']
  const party = (power: string, name: string, share: string | null) => ({ power, name, share })
  const made = await officer.send('POST', '/trusteeships', {
    ...{
      number: 'TG-2025-01',
      title: '集中托管（虚构）',
      trustee,
      trusteeKind: 'platform_company',
    },
    subjects: [{ kind: 'achievement', id: one.id }],
    parties: [
      party('ownership', own, null),
      party('operation', trustee, null),
      party('income', own, '1'),
    ],
    ...{ fromDay: '2025-01-01', toDay: '2028-12-31', duties: '运营（虚构）' },
  })
  expect(made.status, made.text).toBe(201)
  const plan = (await officer.get(`/imports/${id}/undo`)).body
  expect(plan.hindrances).toMatchObject([{ recordId: one.id, why: 'trusteeship' }])
  expect((await undo(officer, id, 2)).body.code).toBe('import-in-use')
})

test('the import that refers is taken back first, then the one it refers to', async () => {
  const { officer, institution } = await office()
  const first = await enter(officer, achievements)
  const second = await enter(officer, patents)
  expect((await undo(officer, first, 2)).status).toBe(409)
  expect((await undo(officer, second, 1)).status).toBe(200)
  expect(await count(institution, 'right_docket')).toBe(0)
  expect((await undo(officer, first, 2)).status).toBe(200)
  expect(await count(institution, 'achievement')).toBe(0)
})

test('what an import changed or linked is put back, and its earlier row is known again', async () => {
  const { officer, institution } = await office()
  await enter(officer, patents)
  const right = (await officer.get('/rights')).body.items[0]
  expect(right.achievementId ?? null).toBeNull()
  const [head, one = '', two = ''] = achievements.lines
  const first = await enter(officer, { ...achievements, lines: [head ?? '', two] })
  const changed = two.replace('示例评估软件', '示例评估软件二版')
  const draft = await upload(officer, { name: '新台账.csv', lines: [head ?? '', one, changed] })
  const accepted = (
    await officer.send('POST', `/imports/${draft.id}/decisions`, {
      version: draft.version,
      decisions: [{ kind: 'row', sheet: draft.tables[0].sheet, row: 3, choice: 'accept' }],
    })
  ).body
  await officer.send('POST', `/imports/${draft.id}/confirm`, {
    version: accepted.version,
    rows: accepted.written,
  })
  expect((await officer.get(`/rights/${right.id}`)).body.achievementId).toBeTruthy()

  const plan = (await officer.get(`/imports/${draft.id}/undo`)).body
  expect(plan).toMatchObject({
    withdrawn: { achievement: 1 },
    putBack: { achievement: 1, right: 1 },
    hindered: 0,
  })
  expect((await undo(officer, draft.id, 2)).body.code).toBe('undo-changed')
  expect((await undo(officer, draft.id, 3)).status).toBe(200)
  const items = (await officer.get('/achievements')).body.items
  expect(items.map(({ title }: { title: string }) => title)).toEqual(['示例评估软件'])
  expect((await officer.get(`/rights/${right.id}`)).body.achievementId).toBeNull()
  const history = (await officer.get(`/achievements/${items[0].id}/history`)).body
  expect(history.items.map(({ action }: { action: string }) => action)).toEqual([
    'achievement.entered',
    'achievement.amended',
    'achievement.amended',
  ])
  const again = await upload(officer, { ...achievements, lines: [head ?? '', two] })
  expect(again.counts[0].states).toEqual({ present: 1 })
  const origins = await app.database.asOwner(
    'select key, import_id from import_origin where institution_id = $1 order by key',
    [institution],
  )
  expect(origins).toContainEqual({ key: 'CG2024-0002', import_id: first })
})

test('a draft has nothing to take back, and only who confirms may', async () => {
  const { officer, institution } = await office()
  const draft = await upload(officer, achievements)
  const refused = await undo(officer, draft.id, 0)
  expect(refused).toMatchObject({ status: 409, body: { code: 'import-not-written' } })
  const auditor = await app.person(['auditor'], institution)
  expect((await undo(auditor, draft.id, 0)).status).toBe(403)
  const { officer: stranger } = await office()
  expect((await undo(stranger, draft.id, 0)).status).toBe(404)
})

test('no row leaves a register whose chain has not said so', async () => {
  const { officer, institution } = await office()
  await enter(officer, achievements)
  const gone = app.database.asOwner('delete from achievement where institution_id = $1', [
    institution,
  ])
  await expect(gone).rejects.toThrow('has not been withdrawn')
})

test('every column that can hold the id of a record is looked at, and may be read', async () => {
  const { officer, institution } = await office()
  const sight = { institution, person: officer.caller.person, roles: ['tto_negotiator'] }
  const columns = await asCaller(app.context.db, sight, idColumns)
  const names = columns.map(({ table, column }) => `${table}.${column}`)
  for (const known of [
    'transfer_case.achievement_id',
    'comment.record_id',
    'right_event.right_id',
  ]) {
    expect(names).toContain(known)
  }
  const unread = await app.database.asOwner(
    `select name from unnest($1::text[], $2::text[]) as one (name, field)
      where not has_column_privilege('yizhuan_app', name, field, 'select')`,
    [columns.map(({ table }) => table), columns.map(({ column }) => column)],
  )
  expect(unread).toEqual([])
})
