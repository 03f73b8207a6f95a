import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { modules } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

/** A project with a leader and a clinician who may sign in. */
async function project() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const leader = await app.person(['inventor'], institution)
  const clinician = await app.person(['inventor'], institution)
  const stranger = await app.person(['inventor'], institution)
  const body = {
    number: 'KY-2024-07',
    title: '可吸收止血材料研究（虚构）',
    leader: leader.caller.name,
    leaderPerson: leader.caller.person,
    fromDay: '2024-02-01',
    funding: [
      { kind: 'public', name: '省级课题（演示）', amountFen: '50000000', startedOn: '2024-02-01' },
      { kind: 'own', name: '院内配套（演示）', amountFen: '10000001', startedOn: null },
    ],
  }
  const made = await officer.send('POST', '/projects', body)
  expect(made.status, made.text).toBe(201)
  const path = `/projects/${made.body.id}`
  const about = ({ caller }: { caller: { person: string; name: string } }, more: object = {}) => ({
    kind: 'division',
    onDay: '2026-05-01',
    personId: caller.person,
    personName: caller.name,
    words: '负责动物实验（演示）',
    ...more,
  })
  return { institution, officer, leader, clinician, stranger, path, body, about }
}

/** An achievement as a ledger brings it. */
async function achievementOf({ caller }: Person): Promise<string> {
  const fields = { ...blankAchievement, title: '止血材料（虚构）' }
  const entry = { number: null, leadIdNumber: null, fields, source: '台账' }
  const [id = ''] = await asCaller(app.context.db, caller, (tx) =>
    enterAchievements(tx, app.context, caller, [entry]),
  )
  return id
}

test('an entry about somebody bears their name', async () => {
  const { leader, clinician, path, about } = await project()
  const entry = about(clinician, { kind: 'joined', personName: '示例别人' })
  const answer = await leader.send('POST', `${path}/entries`, entry)
  expect([answer.status, answer.body.errors?.[0]?.rule]).toEqual([400, 'unknown-person'])
})

test('a leader says who did what, the clinician confirms on their own page, others see nothing', async () => {
  const { leader, clinician, stranger, officer, path, about } = await project()
  expect((await clinician.get(path)).status).toBe(404)
  expect((await clinician.send('POST', `${path}/entries`, about(clinician))).status).toBe(404)
  const joined = await leader.send('POST', `${path}/entries`, about(clinician, { kind: 'joined' }))
  expect(joined.status, joined.text).toBe(201)
  const share = about(clinician, { kind: 'share', share: '30%', words: '按分工' })
  const proposed = await leader.send('POST', `${path}/entries`, share)

  const mine = (await clinician.get('/projects')).body.items
  expect(mine).toMatchObject([{ waiting: 2, entries: 2, people: 1, amountFen: '60000001' }])
  expect((await stranger.get('/projects')).body.items).toEqual([])
  expect((await stranger.get(path)).status).toBe(404)
  const sheet = `/project-entries.csv?project=${path.split('/').at(-1)}`
  expect((await stranger.get(sheet)).status).toBe(404)

  const answer = (entry: string, who: typeof leader, told: object) =>
    who.send('POST', `${path}/entries/${entry}/answer`, told)
  expect((await answer(joined.body.id, clinician, { answer: 'confirmed' })).status).toBe(204)
  const again = await answer(joined.body.id, clinician, { answer: 'confirmed' })
  expect([again.status, again.body.code]).toEqual([409, 'answered-already'])
  expect((await answer(proposed.body.id, stranger, { answer: 'confirmed' })).status).toBe(403)
  const bare = await answer(proposed.body.id, clinician, { answer: 'disputed' })
  expect(bare.body.errors).toMatchObject([{ pointer: '#/words', rule: 'dispute-without-words' }])
  const against = { answer: 'disputed', words: '实际承担三分之一以上' }
  expect((await answer(proposed.body.id, clinician, against)).status).toBe(204)

  const correction = { ...share, share: '35%', corrects: proposed.body.id }
  expect((await leader.send('POST', `${path}/entries`, correction)).status).toBe(201)
  const twice = await leader.send('POST', `${path}/entries`, correction)
  expect([twice.status, twice.body.code]).toEqual([409, 'entry-corrected'])
  // Who takes part speaks of themselves only.
  const own = about(clinician, { kind: 'result', words: '完成十二例（演示）' })
  expect((await clinician.send('POST', `${path}/entries`, own)).status).toBe(201)
  expect((await clinician.send('POST', `${path}/entries`, about(leader))).status).toBe(403)

  const { body } = await officer.get(path)
  expect(body.entries).toHaveLength(4)
  const kinds = body.entries.map((one: { kind: string; answer: string | null }) => [
    one.kind,
    one.answer,
  ])
  expect(kinds).toEqual(
    expect.arrayContaining([
      ['joined', 'confirmed'],
      ['share', 'disputed'],
      ['share', null],
      ['result', null],
    ]),
  )
  expect((await officer.get(`${path}/history`)).body.chain).toMatchObject({ ok: true, length: 7 })
  const { text } = await officer.get(sheet)
  expect(text).toContain('35%')
  expect(text).toContain('实际承担三分之一以上')
})

test('who drafts plans cites from the projects they take part in, and reads no others', async () => {
  const { institution, officer, leader, path, about } = await project()
  const rep = await app.person(['team_rep'], institution)
  const achievement = await achievementOf(officer)
  const amend = { reason: '补登', expectedSeq: 1, achievements: [achievement] }
  expect((await officer.send('PATCH', path, amend)).status).toBe(200)
  await leader.send('POST', `${path}/entries`, about(leader))
  const citable = async (who: typeof rep) =>
    (await who.get(`/project-entries/citable?achievement=${achievement}`)).body.items
  expect(await citable(officer)).toHaveLength(1)
  expect((await rep.get(path)).status).toBe(404)
  expect(await citable(rep)).toEqual([])
  await leader.send('POST', `${path}/entries`, about(rep, { kind: 'joined' }))
  expect(await citable(rep)).toHaveLength(2)
})

test('the money of a project is at least what is known of it', async () => {
  const { officer, body } = await project()
  const listed = async (number: string, funding: readonly object[]) => {
    const made = await officer.send('POST', '/projects', { ...body, number, funding })
    expect(made.status, made.text).toBe(201)
    const { items } = (await officer.get(`/projects?q=${number}`)).body
    return [items[0].amountFen, items[0].amountUnknown]
  }
  const [known] = body.funding
  const unknown = { ...known, name: '横向经费（演示）', amountFen: null }
  expect(await listed('KY-2024-81', [known ?? {}, unknown])).toEqual(['50000000', 1])
  expect(await listed('KY-2024-82', [unknown])).toEqual([null, 1])
  expect(await listed('KY-2024-83', [])).toEqual(['0', 0])
})

test('a project is registered by its number once, amended with its history, and kept by the office', async () => {
  const { officer, leader, path, body } = await project()
  const twice = await officer.send('POST', '/projects', body)
  expect(twice.body.errors).toMatchObject([{ pointer: '#/number', rule: 'project-number-used' }])
  expect((await leader.send('POST', '/projects', { ...body, number: 'X' })).status).toBe(403)
  const [grant] = body.funding
  const owed = { ...body, number: 'Y', funding: [{ ...grant, amountFen: '-5' }] }
  expect((await officer.send('POST', '/projects', owed)).body.errors).toMatchObject([
    { pointer: '#/funding/0/amountFen', rule: 'amount-negative' },
  ])
  const back = { reason: '核对', expectedSeq: 1, toDay: '2023-01-01' }
  expect((await officer.send('PATCH', path, back)).body.errors).toMatchObject([
    { pointer: '#/toDay', rule: 'project-ends-before' },
  ])
  const amend = {
    reason: '项目结题',
    expectedSeq: 1,
    toDay: '2026-06-01',
    funding: body.funding.slice(0, 1),
  }
  const amended = await officer.send('PATCH', path, amend)
  expect(amended.body, amended.text).toEqual({ seq: 2 })
  expect((await officer.get(path)).body).toMatchObject({ toDay: '2026-06-01', seq: 2 })
  const list = await officer.get('/projects?q=KY-2024-07')
  expect(list.body.items).toMatchObject([{ amountFen: '50000000' }])
  expect((await officer.send('PATCH', path, amend)).status).toBe(409)
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.get('/projects')).body.items).toEqual([])
})

test('shares of more than the whole are asked about, and shown day by day; nobody leaves who never joined', async () => {
  const { leader, clinician, path, about } = await project()
  const said = (more: object) => leader.send('POST', `${path}/entries`, about(clinician, more))
  const left = await said({ kind: 'left' })
  expect(left.body.errors, left.text).toMatchObject([{ pointer: '#/kind', rule: 'never-joined' }])
  const own = about(leader, { kind: 'share', share: '100%' })
  expect((await leader.send('POST', `${path}/entries`, own)).status).toBe(201)
  const more = { kind: 'share', share: '90%' }
  const above = await said(more)
  expect(above.body.errors, above.text).toMatchObject([
    { pointer: '#/share', rule: 'shares-above-whole', detail: expect.stringContaining('190%') },
  ])
  expect((await leader.get(path)).body.entries).toHaveLength(1)
  expect((await said({ ...more, isMeant: true })).status).toBe(201)
  expect((await leader.get(path)).body.shares).toEqual([
    { onDay: '2026-05-01', sum: '190%', isAboveWhole: true },
  ])
  expect((await said({ kind: 'joined', onDay: '2026-04-01' })).status).toBe(201)
  const again = await said({ kind: 'joined', onDay: '2026-04-20' })
  expect(again.body.errors, again.text).toMatchObject([
    { pointer: '#/kind', rule: 'joined-already', detail: expect.stringContaining('2026-04-01') },
  ])
  expect((await said({ kind: 'joined', onDay: '2026-04-20', isMeant: true })).status).toBe(201)
  expect((await said({ kind: 'left' })).status).toBe(201)
})
