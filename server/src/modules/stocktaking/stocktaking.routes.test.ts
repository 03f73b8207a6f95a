import { patentCheckCharacter } from '@yizhuan/kit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app.close())

let serial = 0

/** An office with a patent that sleeps, one that is licensed, and an inventor who made both. */
async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const inventor = await app.person(['inventor'], institution)
  const make = async (title: string, more: object = {}) => {
    serial += 1
    const digits = `20191${String(8_000_000 + serial)}`
    const number = `${digits}.${patentCheckCharacter(digits)}`
    const days = { filedOn: '2019-03-10', grantedOn: '2021-04-06', feePaidYear: 7 }
    const inventors = [inventor.caller.name, '周示例']
    const body = { kind: 'invention', title, number, status: 'granted', ...days, inventors }
    const departments = ['骨科']
    const { body: made } = await officer.send('POST', '/rights', { ...body, departments, ...more })
    return made.id as string
  }
  const [idle, used] = [await make('旧式挂架'), await make('引流管', { departments: ['外科'] })]
  const licensed = { kind: 'licenceAgreed', on: '2026-02-01', source: '合同', ref: 'XK-1' }
  await officer.send('POST', `/rights/${used}/events`, { ...licensed, exclusivity: 'sole' })
  return { institution, officer, inventor, idle, used, make }
}

const house = { level: 'city', ownership: 'publicly_owned', research: true, byChoice: false }
const plan = {
  name: '2026年盘点',
  scope: { register: 'all' as const },
  dueOn: '2026-06-08',
  ...house,
}

async function begun() {
  const all = await office()
  const started = await all.officer.send('POST', '/stocktakings', plan)
  expect(started.status, started.text).toBe(201)
  const path = `/stocktakings/${started.body.id}`
  const lines = async (who: Person = all.officer) => (await who.get(`${path}/lines`)).body.items
  const idOf = async (right: string) =>
    (await lines()).find((one: { rightId: string }) => one.rightId === right).id as string
  return { ...all, path, id: started.body.id as string, lines, idOf }
}

const keep = { outcome: 'keep', reason: '仍在研究', decidedBy: '分管院领导' }

test('a campaign freezes what is held, asks each inventor, and its case lists the same', async () => {
  const { officer, inventor, path, idle, used, lines } = await begun()
  const { body } = await officer.get(path)
  expect(body).toMatchObject({ state: 'open', lines: 2, answered: 0, disposed: 0 })
  expect(body.progress.map((one: { department: string }) => one.department).sort()).toEqual(
    ['外科', '骨科'].sort(),
  )
  const found = await lines()
  const frozen = (id: string) => found.find((one: { rightId: string }) => one.rightId === id).frozen
  expect(frozen(idle)).toMatchObject({ idleSince: '2021-04-06', everUsed: false, isUsed: false })
  expect(frozen(used)).toMatchObject({ idleSince: '2026-02-01', everUsed: true, isUsed: true })
  const { body: one } = await officer.get(`/cases/${body.caseId}`)
  expect(one.timeline.map(({ type }: { type: string }) => type)).toEqual([
    'inventoryRun',
    'itemsListed',
  ])
  expect(one.timeline[1].data.items).toHaveLength(2)
  expect(body.parts).toHaveLength(2)
  expect(body.parts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ reach: 'account', lines: 2, answered: 0 }),
      expect.objectContaining({ name: '周示例', reach: 'none' }),
    ]),
  )
  await app.workOff()
  const { items } = (await inventor.get('/notifications')).body
  expect(items.find(({ kind }: { kind: string }) => kind === 'stocktaking')?.text.zh).toContain(
    '2026年盘点',
  )
})

test('an inventor answers on their own page, and by a link where there is no account', async () => {
  const { officer, inventor, path, id, institution } = await begun()
  const [mine] = (await inventor.get('/stock-parts')).body.items
  expect(mine).toMatchObject({ campaign: id, lines: 2, answered: 0, isOpen: true })
  const part = `/stock-parts/${id}/${mine.part}`
  const { body: shown } = await inventor.get(part)
  const scores = Object.fromEntries(
    shown.criteria.map(({ code }: { code: string }) => [code, 1]),
  ) as Record<string, number>
  const said = { line: shown.lines[0].id, scores, wish: 'open_licence', words: '已有替代' }
  const [first] = Object.keys(scores)
  const { [first ?? '']: _left, ...few } = scores
  const incomplete = await inventor.send('POST', part, { ...said, scores: few })
  expect(incomplete.body.errors).toMatchObject([{ pointer: `#/scores/${first}` }])
  expect((await inventor.send('POST', part, said)).status).toBe(200)
  const newer = { ...said, wish: 'abandon' }
  const after = await inventor.send('POST', part, newer)
  expect(after.body.lines[0].answer).toMatchObject({ wish: 'abandon', words: '已有替代' })
  const { items } = (await officer.get(`${path}/lines`)).body
  const line = items.find((one: { id: string }) => one.id === said.line)
  expect(line.said).toMatchObject([{ wish: 'abandon', score: shown.criteria.length }])

  const { parts } = (await officer.get(path)).body
  const other = parts.find(({ reach }: { reach: string }) => reach === 'none')
  const linked = await officer.send('POST', `${path}/parts/${other.id}/link`, {})
  expect(linked.status, linked.text).toBe(200)
  const token = String(linked.body.url).split('/').at(-1)
  const open = `/public/stock-parts/${institution}/${token}`
  const visitor = app.nobody
  expect((await visitor.get(open)).body).toMatchObject({ name: '周示例' })
  expect((await visitor.send('POST', open, said)).status).toBe(200)
  const again = await officer.send('POST', `${path}/parts/${other.id}/link`, {})
  expect(again.status).toBe(200)
  expect((await visitor.get(open)).status).toBe(404)
  const history = (await officer.get(`${path}/history`)).body
  const made = history.items.filter(({ action }: { action: string }) => /linked$/.test(action))
  expect(made).toMatchObject([
    { by: officer.caller.name, changes: [{ field: 'link', to: { name: '周示例' } }] },
    {},
  ])
  // A part is its inventor's alone.
  expect((await officer.get(part)).status).toBe(404)
  const own = parts.find(({ reach }: { reach: string }) => reach === 'account')
  const needless = await officer.send('POST', `${path}/parts/${own.id}/link`, {})
  expect([needless.status, needless.body.code]).toEqual([409, 'part-has-account'])
})

test('who bears the name of an inventor of the register is not taken for them', async () => {
  const { officer, institution } = await office()
  const namesake = await app.person(['platform_company'], institution)
  const rename = 'update account set name = $2 where id = $1'
  await app.database.asOwner(rename, [namesake.caller.account, '周示例'])
  const enter = 'insert into person (institution_id, id, name) values ($1, $2, $3)'
  await app.database.asOwner(enter, [institution, newId(), '周示例'])
  const { body } = await officer.send('POST', '/stocktakings', plan)
  const { parts } = (await officer.get(`/stocktakings/${body.id}`)).body
  const part = parts.find(({ name }: { name: string }) => name === '周示例')
  expect(part.reach).toBe('none')
  expect((await namesake.get('/stock-parts')).body.items).toEqual([])
})

test('answers that come at once all count, one after the other', async () => {
  const { inventor, id } = await begun()
  const [mine] = (await inventor.get('/stock-parts')).body.items
  const part = `/stock-parts/${id}/${mine.part}`
  const { criteria, lines: shown } = (await inventor.get(part)).body
  const scores = Object.fromEntries(criteria.map(({ code }: { code: string }) => [code, 1]))
  const say = () => inventor.send('POST', part, { line: shown[0].id, scores, wish: 'keep' })
  const told = await Promise.all([say(), say(), say(), say()])
  expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const kept = 'select round from stocktaking_answer where stocktaking_id = $1 order by round'
  expect(await app.database.asOwner(kept, [id])).toEqual([1, 2, 3, 4].map((round) => ({ round })))
})

test('dispositions are acts of the case, previewed and taken together; the right stays as it is', async () => {
  const { officer, path, id, idle, used, idOf, lines } = await begun()
  const chosen = [await idOf(idle), await idOf(used)]
  const preview = await officer.send('POST', `${path}/preview`, {
    lines: chosen,
    outcome: 'abandon',
  })
  const warned = preview.body.items.map((one: { warnings: object[] }) => one.warnings.length)
  expect(warned.sort()).toEqual([0, 1])
  const early = await officer.send('POST', `${path}/close`, { summary: '完毕' })
  expect([early.status, early.body.code]).toEqual([409, 'lines-open'])
  const both = await officer.send('POST', `${path}/dispositions`, { ...keep, lines: chosen })
  expect(both.status, both.text).toBe(200)
  const again = await officer.send('POST', `${path}/dispositions`, { ...keep, lines: chosen })
  expect([again.status, again.body.code]).toEqual([409, 'disposed-alike'])
  const sold = { ...keep, outcome: 'abandon', evaluated: true, approved: true, lines: [chosen[0]] }
  expect((await officer.send('POST', `${path}/dispositions`, sold)).status).toBe(200)
  expect((await officer.get(`/rights/${idle}`)).body.status).toBe('granted')
  const { caseId } = (await officer.get(path)).body
  const { body: record } = await officer.get(`/cases/${caseId}`)
  expect(record.timeline.slice(2).map(({ type }: { type: string }) => type)).toEqual([
    'itemsDisposed',
    'dispositionRevised',
  ])
  const line = (await lines()).find((one: { id: string }) => one.id === chosen[0])
  expect(line).toMatchObject({ outcome: 'abandon', procedure: 'abandonment', followCase: null })
  const none = await officer.send('POST', `${path}/lines/${chosen[0]}/case`, { caseNumber: 'X-1' })
  expect(none.body.errors).toMatchObject([{ rule: 'no-such-case' }])
  // The case of the campaign itself gives nothing up.
  const own = { caseNumber: (await officer.get(path)).body.caseNumber }
  const other = await officer.send('POST', `${path}/lines/${chosen[0]}/case`, own)
  expect(other.body.errors).toMatchObject([{ pointer: '#/caseNumber', rule: 'case-of-another' }])
  const unasked = await officer.send('POST', `${path}/lines/${chosen[1]}/case`, own)
  expect(unasked.body.errors).toMatchObject([{ rule: 'case-of-another' }])

  const closed = await officer.send('POST', `${path}/close`, { summary: '全部有去向' })
  expect(closed.status, closed.text).toBe(200)
  expect((await officer.get(`/cases/${caseId}`)).body.case.status).toBe('closed')
  const late = await officer.send('POST', `${path}/dispositions`, { ...keep, lines: chosen })
  expect([late.status, late.body.code]).toEqual([409, 'campaign-closed'])
  expect((await officer.get(`${path}/history`)).body.chain).toMatchObject({ ok: true })
  expect((await officer.get(`/stocktaking-lines.csv?stocktaking=${id}`)).text).toContain('放弃')

  // The next one shows what the last one decided.
  const next = await officer.send('POST', '/stocktakings', { ...plan, name: '下一次' })
  const items = (await officer.get(`/stocktakings/${next.body.id}/lines`)).body.items
  expect(items.map((one: { outcomeBefore: string }) => one.outcomeBefore).sort()).toEqual([
    'abandon',
    'keep',
  ])
})

test('a disposition taken on the page of the case moves the line as well', async () => {
  const { officer, path, lines } = await begun()
  const { caseId } = (await officer.get(path)).body
  const { seq } = (await officer.get(`/cases/${caseId}`)).body.case
  const [line] = await lines()
  const data = { number: line.number, ...keep }
  const act = { type: 'itemDisposed', data, files: [], expectedSeq: seq }
  expect((await officer.send('POST', `/cases/${caseId}/acts`, act)).status).toBe(201)
  await app.workOff()
  const after = (await lines()).find((one: { id: string }) => one.id === line.id)
  expect(after).toMatchObject({ outcome: 'keep', decidedBy: '分管院领导' })
})

test('a patent under a contract does not sleep, however the contract writes its number', async () => {
  const { officer, idle } = await office()
  const { number } = (await officer.get(`/rights/${idle}`)).body
  const fields = {
    ...blankContract,
    ...{ number: 'XK-9', title: '许可（虚构）', kind: 'transfer', status: 'performing' },
    ...{ signedOn: '2026-01-05', patentNumbers: [`ZL ${number.replace('.', '')}`] },
  } as typeof blankContract
  await asCaller(app.context.db, officer.caller, (tx) =>
    enterContracts(tx, app.context.clock, officer.caller, [
      { fields, achievements: [], source: '台账' },
    ]),
  )
  expect((await officer.get('/sleeping-patents')).body.items).toEqual([])
})

test('patents sleep after the years of the pack, and not while they are licensed', async () => {
  const { officer, idle, used } = await office()
  const { body } = await officer.get('/sleeping-patents')
  expect(body).toMatchObject({ years: 3, usual: { provenance: 'system_default' } })
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([idle])
  expect(body.items[0]).toMatchObject({ idleSince: '2021-04-06', nextFeeYear: 8 })
  // What its ledger took as paid has no amounts: the sum is not nought but unknown.
  expect([body.paidFen, body.unknown.paidFen]).toEqual([null, 1])
  expect((await officer.get('/sleeping-patents?years=6')).body.items).toEqual([])
  expect((await officer.get('/sleeping-patents.csv')).text).toContain('旧式挂架')
  // Its licence ended: from that day on it lies idle.
  const ended = { kind: 'licenceEnded', on: '2026-05-01', source: '协议', ref: 'XK-1' }
  await officer.send('POST', `/rights/${used}/events`, ended)
  expect((await officer.get('/sleeping-patents?years=0')).body.items).toHaveLength(2)
  const scope = { register: 'rights', idleYears: 3 }
  expect((await officer.send('POST', '/stocktakings/count', scope)).body).toMatchObject({
    lines: 1,
  })
})

test('more sleeping patents than a page shows are all exported, and all in its sums', async () => {
  const { officer, institution, idle } = await office()
  await asCaller(app.context.db, officer.caller, (tx) =>
    sql`
      insert into ip_right (institution_id, id, kind, title, status, filed_on, granted_on)
      select one.institution_id, gen_random_uuid(), one.kind, one.title || nth, one.status,
        one.filed_on, one.granted_on
      from ip_right one, generate_series(1, 2000) nth
      where one.institution_id = ${institution} and one.id = ${idle}`.execute(tx),
  )
  const { body } = await officer.get('/sleeping-patents')
  expect([body.items.length, body.count, body.isCut]).toEqual([2000, 2001, true])
  expect(body.unknown).toMatchObject({ paidFen: 2001 })
  const { text } = await officer.get('/sleeping-patents.csv')
  expect(text.match(/旧式挂架/g)).toHaveLength(2001)
})

test('an achievement without a right that is under contract is in use, and giving it up warns', async () => {
  const { officer } = await office()
  await asCaller(app.context.db, officer.caller, async (tx) => {
    const entries = ['在用的诀窍', '闲置的诀窍'].map((title) => ({
      ...{ number: null, leadIdNumber: null, source: null },
      fields: { ...blankAchievement, title },
    }))
    const [used = ''] = await enterAchievements(tx, app.context, officer.caller, entries)
    const told = { kind: 'transfer' as const, title: '许可', status: 'performing' as const }
    const deal = { fields: { ...blankContract, ...told }, achievements: [used], source: null }
    await enterContracts(tx, app.context.clock, officer.caller, [deal])
  })
  const scope = { register: 'achievements' }
  const { body } = await officer.send('POST', '/stocktakings', { ...plan, scope })
  const path = `/stocktakings/${body.id}`
  const { items } = (await officer.get(`${path}/lines`)).body
  const seen = (title: string) => items.find((one: { title: string }) => one.title === title)
  expect(seen('在用的诀窍').frozen).toMatchObject({ isUsed: true, everUsed: true })
  expect(seen('闲置的诀窍').frozen).toMatchObject({ isUsed: false, everUsed: false })
  const order = { lines: [seen('在用的诀窍').id], outcome: 'abandon' }
  const preview = (await officer.send('POST', `${path}/preview`, order)).body
  expect(preview.items[0].warnings).toHaveLength(1)
})

test('what cannot be begun says why; the day for answers stands in the calendar', async () => {
  const { officer, id } = await begun()
  const post = (more: object) => officer.send('POST', '/stocktakings', { ...plan, ...more })
  expect((await post({ dueOn: '2026-05-07' })).body.errors).toMatchObject([{ pointer: '#/dueOn' }])
  const none = { scope: { register: 'rights', department: '没有的科室' } }
  expect((await post(none)).body.errors).toMatchObject([{ rule: 'nothing-in-scope' }])
  const { body } = await officer.get('/calendar?from=2026-05-01&to=2026-07-01')
  const due = body.items.find(({ key }: { key: string }) => key === `stocktaking/${id}/answers`)
  expect(due).toMatchObject({ day: '2026-06-08' })
  expect(due.title.zh).toContain('2 项')
})

test('another institution sees and changes nothing; an inventor reads no campaign', async () => {
  const { path, inventor, lines } = await begun()
  const [line] = await lines()
  const { officer: stranger } = await office()
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.get(`${path}/lines`)).status).toBe(404)
  const theirs = await stranger.send('POST', `${path}/dispositions`, { ...keep, lines: [line.id] })
  expect(theirs.status).toBe(404)
  expect((await stranger.send('POST', `${path}/close`, { summary: '他人' })).status).toBe(404)
  expect((await inventor.get(path)).status).toBe(403)
})
