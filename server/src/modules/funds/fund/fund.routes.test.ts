import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

/** A fund with a million yuan and a project, and those who decide, pay and keep it. */
async function house() {
  const institution = await app.institution('示例医院（虚构）')
  const officer = await app.person(['tto_negotiator'], institution)
  const leader = await app.person(['leaders'], institution)
  const finance = await app.person(['finance'], institution)
  const founded = await leader.send('POST', '/funds', {
    ...{ number: 'YD-1', name: '引导资金（虚构）', kind: 'guidance', foundedOn: '2026-01-05' },
    approvedBy: '院长办公会（虚构）',
  })
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
