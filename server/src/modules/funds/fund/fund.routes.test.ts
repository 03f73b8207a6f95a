import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

const founding = {
  ...{ number: 'YD-1', name: '引导资金（虚构）', kind: 'guidance', foundedOn: '2026-01-05' },
  approvedBy: '院长办公会（虚构）',
}

/** A fund with a million yuan and a project, and those who decide, pay and keep it. */
async function house(given: object = {}) {
  const institution = await app.institution('示例医院（虚构）')
  const officer = await app.person(['tto_negotiator'], institution)
  const leader = await app.person(['leaders'], institution)
  const finance = await app.person(['finance'], institution)
  const founded = await leader.send('POST', '/funds', { ...founding, ...given })
  expect(founded.status, founded.text).toBe(201)
  const path = `/funds/${founded.body.id}`
  const project = await officer.send('POST', `${path}/projects`, {
    ...{ title: '敷料验证（虚构）', lead: '孟一（虚构）', stage: 'concept' },
    startedOn: '2026-02-01',
    milestones: [{ title: '样品（虚构）', dueOn: '2026-05-31' }],
  })
  expect(project.status, project.text).toBe(201)
  const pays = (more: object) =>
    finance.send('POST', `${path}/payments`, {
      ...{ through: 'bank', on: '2026-03-01', reference: '凭证（虚构）', ...more },
    })
  const promises = (kind: string, fen: string) =>
    leader.send('POST', `${path}/commitments`, {
      ...{ kind, fen, project: project.body.id, on: '2026-03-02', reference: '纪要（虚构）' },
    })
  const paidIn = await pays({ kind: 'contributed', fen: '100000000', party: '示例基金会（虚构）' })
  expect(paidIn.status, paidIn.text).toBe(200)
  return { officer, leader, finance, path, project: project.body.id, pays, promises }
}

const rule = ({ body }: { body: { errors?: { rule: string }[] } }) => body.errors?.[0]?.rule

test('money comes in, is promised, drawn on a milestone with proof, and comes back; all books agree', async () => {
  const { officer, finance, path, project, pays, promises } = await house()
  expect((await promises('committed', '60000000')).status).toBe(200)
  const draw = { kind: 'drawn', project, fen: '20000000', milestone: 1, on: '2026-05-20' }
  expect(rule(await pays(draw))).toBe('milestone-not-met')
  const met = `${path}/projects/${project}/milestones/1/met`
  const proof = { metOn: '2026-05-18', evidence: '检测报告（虚构）' }
  const calendar = async () =>
    (await officer.get(`/calendar?from=2026-05-01&to=2026-06-30`)).body.items.filter(
      ({ record }: { record: { kind: string } }) => record.kind === 'fund',
    )
  expect(await calendar()).toHaveLength(1)
  expect((await officer.send('POST', met, proof)).status).toBe(200)
  expect(rule(await officer.send('POST', met, proof))).toBe('milestone-met-already')
  expect(await calendar()).toEqual([])
  expect((await pays(draw)).status).toBe(200)
  const back = { kind: 'returned', project, fen: '5000000', on: '2026-06-01' }
  expect((await pays(back)).status).toBe(200)
  // A quota in the house crosses no account.
  const within = { ...draw, through: 'house', fen: '10000000', milestone: null }
  expect((await pays(within)).status).toBe(200)

  const one = (await officer.get(path)).body
  expect(one).toMatchObject({
    ...{ cashFen: '75000000', reservedFen: '30000000', freeFen: '45000000' },
    supported: [{ committedFen: '60000000', reservedFen: '30000000', outlayFen: '25000000' }],
    portfolio: [{ stage: 'concept', projects: 1, outlayFen: '25000000' }],
  })
  expect(one.entries.map(({ cashFen }: { cashFen: string }) => cashFen)).toEqual([
    ...['100000000', '100000000', '80000000', '85000000', '75000000'],
  ])
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
  const posted = (await finance.get('/journal?source=fund')).body.items
  expect(posted.map(({ event }: { event: string }) => event).toSorted()).toEqual([
    ...['fundDrawn', 'fundReceived', 'fundReturned'],
  ])
  const sheet = (await officer.get(`/fund-ledger.csv?fund=${one.id}&lang=zh`)).text
  expect(sheet).toContain('750000.00')
  expect((await officer.get(`${path}/history`)).body.chain.ok).toBe(true)
})

test('nothing falls below nought, however it is asked, and two at once do not share one yuan', async () => {
  const { officer, path, project, pays, promises } = await house()
  expect(rule(await promises('committed', '100000001'))).toBe('fund-too-small')
  const both = await Promise.all([
    promises('committed', '60000000'),
    promises('committed', '60000000'),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400])
  expect(rule(await promises('released', '60000001'))).toBe('commitment-too-small')
  expect(rule(await pays({ kind: 'givenBack', fen: '40000001' }))).toBe('fund-too-small')
  expect(rule(await pays({ kind: 'drawn', project, fen: '60000001' }))).toBe('commitment-too-small')
  expect(rule(await pays({ kind: 'returned', project, fen: '1' }))).toBe('returned-beyond-drawn')
  expect(rule(await pays({ kind: 'drawn', fen: '1' }))).toBe('fund-project-missing')
  expect(rule(await pays({ kind: 'contributed', fen: '1', on: '2026-06-21' }))).toBe(
    'fund-day-in-future',
  )
  expect((await officer.get(path)).body.entries).toHaveLength(2)
  // The database holds it too.
  const forged = `insert into fund_entry select institution_id, fund_id, seq + 1, gen_random_uuid(), 'drawn',
    project_id, 70000000, on_day, party, through, milestone, reference, files, cash_fen - 70000000,
    reserved_fen, made_at, made_by, made_name from fund_entry where kind = 'committed'`
  await expect(app.database.asOwner(forged)).rejects.toThrow('does not follow')
  await expect(app.database.asOwner('delete from fund_entry')).rejects.toThrow('append-only')
})

test('a line that is sent again stands in the ledger and in the journal once', async () => {
  const { officer, finance, path, project, pays, promises } = await house()
  const given = { kind: 'contributed', fen: '5000', party: '示例基金会（虚构）', on: '2026-04-01' }
  const both = await Promise.all([pays(given), pays(given)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400])
  expect(both.map(rule)).toContain('fund-line-entered')
  expect((await promises('committed', '70000')).status).toBe(200)
  expect(rule(await promises('committed', '70000'))).toBe('fund-line-entered')
  const drawn = { kind: 'drawn', project, fen: '30000' }
  expect((await pays(drawn)).status).toBe(200)
  expect(rule(await pays(drawn))).toBe('fund-line-entered')
  expect((await pays({ ...drawn, reference: '凭证二（虚构）' })).status).toBe(200)
  const one = (await officer.get(path)).body
  expect([one.cashFen, one.reservedFen]).toEqual(['99945000', '10000'])
  expect((await finance.get('/journal?source=fund')).body.totals.count).toBe(4)
})

test('how a fund is assessed is held against the law of the place; other houses see nothing', async () => {
  const { officer, leader, finance, path } = await house()
  const statuses = async () =>
    (await officer.get(path)).body.findings.map(({ status }: { status: string }) => status)
  expect(await statuses()).toEqual(['unknown', 'unknown', 'unknown'])
  const told = { periodsAssessedApart: true, fundAssessedAsWhole: true }
  const weights = { preservationWeight: '30%', largestOtherWeight: '30%' }
  const send = (body: object) => leader.send('POST', `${path}/assessment`, body)
  expect((await send({ ...told, ...weights })).status).toBe(200)
  expect(await statuses()).toEqual(['met', 'met', 'breached'])
  expect((await send({ ...told, ...weights, preservationWeight: '20%' })).status).toBe(200)
  expect(await statuses()).toEqual(['met', 'met', 'met'])
  const own = { number: 'YD-1', name: '又一项', kind: 'guidance', foundedOn: '2026-01-05' }
  const again = await leader.send('POST', '/funds', { ...own, approvedBy: '院办（虚构）' })
  expect(rule(again)).toBe('fund-number-used')
  const paid = {
    kind: 'contributed',
    through: 'bank',
    fen: '1',
    on: '2026-03-01',
    reference: '凭证',
  }
  expect((await officer.send('POST', `${path}/payments`, paid)).status).toBe(403)
  expect((await finance.send('POST', '/funds', own)).status).toBe(403)
  const stranger = await app.person(['finance'], await app.institution())
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.send('POST', `${path}/payments`, paid)).status).toBe(404)
})

test('a mistaken line is corrected with its reason: both stay, nothing of it counts, the books agree', async () => {
  const { officer, leader, finance, path, project, pays, promises } = await house()
  expect((await promises('committed', '60000000')).status).toBe(200)
  const wrong = { kind: 'drawn', project, fen: '20000000', on: '2026-05-20' }
  expect((await pays(wrong)).status).toBe(200)
  const corrects = (who: typeof finance, line: number, more: object = {}) =>
    who.send('POST', `${path}/corrections`, { line, reason: '金额录错（虚构）', ...more })
  // Finance said it, finance takes it back; what was decided, those who decide.
  expect((await corrects(officer, 3)).status).toBe(403)
  expect((await corrects(leader, 3)).status).toBe(403)
  expect(rule(await corrects(finance, 9))).toBe('no-such-fund-line')
  expect((await corrects(finance, 3)).status).toBe(200)
  expect(rule(await corrects(finance, 3))).toBe('fund-line-corrected')
  expect(rule(await corrects(finance, 4))).toBe('no-such-fund-line')
  // The same can be entered again, and what it was promised from is promised once more.
  expect((await pays({ ...wrong, fen: '2000000' })).status).toBe(200)
  expect((await pays(wrong)).status).toBe(200)
  const one = (await officer.get(path)).body
  expect(one).toMatchObject({ cashFen: '78000000', reservedFen: '38000000' })
  expect(one.supported).toMatchObject([{ outlayFen: '22000000', reservedFen: '38000000' }])
  expect(one.entries).toMatchObject([
    {},
    {},
    { seq: 3, correctedBy: 4 },
    { seq: 4, kind: 'corrected', corrects: 3, reference: '金额录错（虚构）' },
    {},
    {},
  ])
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
  // Money that is promised does not vanish from under the promise.
  const used = await corrects(finance, 1)
  expect(used.body.errors[0]).toMatchObject({ pointer: '#/line', rule: 'fund-line-used' })
  expect(rule(await corrects(leader, 2))).toBe('fund-line-used')
  const forged = `insert into fund_entry select institution_id, fund_id, 7, gen_random_uuid(), 'corrected',
    project_id, amount_fen, on_day, party, through, null, 'x', files, cash_fen + amount_fen, reserved_fen,
    made_at, made_by, made_name, 5 from fund_entry where seq = 6`
  await expect(app.database.asOwner(forged)).rejects.toThrow('corrects no line like it')
})

test('where the rule of a fund asks for it, nothing is drawn without a milestone that was reached', async () => {
  const { officer, leader, path, project, pays, promises } = await house({ byMilestone: true })
  expect((await promises('committed', '60000000')).status).toBe(200)
  const draw = { kind: 'drawn', project, fen: '100' }
  expect(rule(await pays(draw))).toBe('milestone-unnamed')
  const proof = { metOn: '2026-02-18', evidence: '检测报告（虚构）' }
  await officer.send('POST', `${path}/projects/${project}/milestones/1/met`, proof)
  expect((await pays({ ...draw, milestone: 1 })).status).toBe(200)
  const bare = { title: '又一项（虚构）', lead: '孟一（虚构）', stage: 'concept' }
  const started = await officer.send('POST', `${path}/projects`, {
    ...{ ...bare, startedOn: '2026-02-01', milestones: [] },
  })
  expect(rule(started)).toBe('milestones-missing')
  // The rule may change, by those who decide and with a reason.
  const ruled = { byMilestone: false, rule: '办法第五条（虚构）', reason: '办法修订（虚构）' }
  expect((await officer.send('POST', `${path}/rule`, ruled)).status).toBe(403)
  expect((await leader.send('POST', `${path}/rule`, ruled)).status).toBe(200)
  expect((await officer.get(path)).body).toMatchObject({ byMilestone: false, rule: ruled.rule })
  expect((await pays(draw)).status).toBe(200)
})

test('a project that was stopped is promised nothing and draws nothing; what it has can come back', async () => {
  const { officer, path, project, pays, promises } = await house()
  expect((await promises('committed', '6000')).status).toBe(200)
  expect((await pays({ kind: 'drawn', project, fen: '1000' })).status).toBe(200)
  const stage = (to: string) =>
    officer.send('POST', `${path}/projects/${project}/stage`, { stage: to, reason: '终止（虚构）' })
  expect((await stage('stopped')).status).toBe(200)
  expect(rule(await promises('committed', '1'))).toBe('project-stopped')
  expect(rule(await pays({ kind: 'drawn', project, fen: '2' }))).toBe('project-stopped')
  expect((await promises('released', '5000')).status).toBe(200)
  expect((await pays({ kind: 'returned', project, fen: '1000' })).status).toBe(200)
  expect((await stage('handed_over')).status).toBe(200)
  expect(rule(await promises('committed', '1'))).toBe('project-stopped')
})

test('a fund is found by its number and its words; who reads no funds finds none', async () => {
  const { officer, path } = await house({ rule: '管理办法第九条（虚构）' })
  const inventor = await app.person(['inventor'], officer.caller.institution)
  const hits = async (who: typeof officer, q: string) =>
    (await who.get(`/search?q=${q}`)).body.items.map(
      ({ kind, id }: { kind: string; id: string }) => `/${kind}s/${id}`,
    )
  for (const q of ['YD-1', '引导资金', '管理办法第九条']) {
    expect(await hits(officer, encodeURIComponent(q)), q).toContain(path)
  }
  expect(await hits(inventor, encodeURIComponent('引导资金'))).toEqual([])
})

test('a project that ran before its fund paid by milestones gets one, and a mistaken one is taken back', async () => {
  const at = await house({ byMilestone: false })
  const { officer, leader, path, pays } = at
  const bare = { title: '示例项目二（虚构）', lead: '示例乙', stage: 'concept' }
  const made = await officer.send('POST', `${path}/projects`, {
    ...{ ...bare, achievement: null, startedOn: '2026-02-01', milestones: [] },
  })
  const project = made.body.id
  const promised = { kind: 'committed', project, fen: '30000000', on: '2026-03-02' }
  await leader.send('POST', `${path}/commitments`, { ...promised, reference: '纪要（虚构）' })
  const ruled = { byMilestone: true, rule: '办法第六条（虚构）', reason: '办法修订（虚构）' }
  expect((await leader.send('POST', `${path}/rule`, ruled)).status).toBe(200)
  const draw = { kind: 'drawn', project, fen: '10000000', on: '2026-05-20' }
  expect(rule(await pays(draw))).toBe('milestone-unnamed')

  const milestones = `${path}/projects/${project}/milestones`
  const more = { title: '样机（虚构）', dueOn: '2026-05-01', reason: '办法修订后补加（虚构）' }
  expect((await officer.send('POST', milestones, more)).status).toBe(403)
  expect((await leader.send('POST', milestones, more)).status).toBe(200)
  const back = (place: number) =>
    leader.send('POST', `${milestones}/${place}/take-back`, { reason: '误登（虚构）' })
  const met = { metOn: '2026-05-10', evidence: '验收单（虚构）' }
  const meet = () => officer.send('POST', `${milestones}/1/met`, met)
  const shown = async () =>
    (await officer.get(path)).body.supported.find(({ id }: { id: string }) => id === project)
      .milestones
  expect((await meet()).status).toBe(200)
  expect((await back(1)).status).toBe(200)
  expect(await shown()).toMatchObject([{ place: 1, metOn: null, evidence: null }])
  expect(rule(await pays({ ...draw, milestone: 1 }))).toBe('milestone-not-met')
  await meet()
  expect((await pays({ ...draw, milestone: 1 })).status).toBe(200)
  expect(rule(await back(1))).toBe('milestone-drawn')
  // One that was planned by mistake goes; its history and the others stay.
  await leader.send('POST', milestones, { ...more, title: '误加（虚构）' })
  expect((await back(2)).status).toBe(200)
  expect(await shown()).toMatchObject([{ place: 1, metOn: '2026-05-10' }])
})
