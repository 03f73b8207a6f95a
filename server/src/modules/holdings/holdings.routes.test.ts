import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { store } from '../cases/testing/storing.ts'
import { modules } from '../index.ts'
import { holders, house, houseIn as inProvince, opened } from './testing/house.ts'

// The single list grows out of the records of cases; companies founded on achievements stand beside it.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app?.close())
const houseIn = (province: string) => inProvince(app, province)

test('a holding stands on the list with what its record says, act after act', async () => {
  const { officer, finance, leaders } = await houseIn('CN-GD')
  const { id, record } = await opened(officer)
  await record(finance, 'listed', { entry: '单-1' })
  const round = [{ name: '样例基金（虚构）', kind: 'partner', amount: '500000000' }]
  await record(leaders, 'eventDecided', {
    ...{ matter: 'increase', terms: '按投资协议', handler: 'institution', minuted: true },
    ...{ round: 'A轮', preMoney: '1000000000', investors: round },
  })
  await record(officer, 'eventHandled', {
    onList: true,
    holders: [
      { ...holders[0], share: '6%' },
      { ...holders[1], share: '14%' },
      { ...holders[2], share: '7/15' },
      { name: '样例基金（虚构）', kind: 'partner', share: '1/3' },
    ],
  })
  await record(finance, 'dividendDeclared', {
    ...{ year: '2025', total: '1000000', resolution: '股东会-1', basis: 'by_share' },
  })
  await record(finance, 'dividendReceived', { amount: '60000', voucher: '收-1', year: '2025' })

  const one = (await officer.get(`/holdings/${id}`)).body
  expect(one).toMatchObject({
    ...{ stage: 'before_market', heldBy: 'institution', ownShare: '3/50', listEntry: '单-1' },
    ...{ ownCostFen: '90000000', dividendsFen: '60000', worthFen: null },
    payInLaw: { years: 5, article: { source: 'cn-company-law' }, verified: false },
    payIns: [{ holder: house, open: '90000000', lastDay: '2026-12-31', isLate: false }],
    // No law of this place says by when it is to be left.
    clocks: [{ kind: 'pay_in', day: '2026-12-31', advisory: false }],
  })
  expect(one.periods.map(({ since }: { since: string }) => since)).toEqual([
    '2026-02-01',
    '2026-06-20',
  ])
  expect(one.dividends[0].parts[0]).toEqual({ name: house, isOwn: true, fen: '60000' })
  const kinds = new Set(one.documents.map(({ matter }: { matter: string }) => matter))
  expect([...kinds]).toEqual(['formed', 'increase'])

  for (const about of ['', '?q=止血材料', '?stage=before_market'])
    expect((await officer.get(`/holdings${about}`)).body.items, about).toHaveLength(1)
  expect((await officer.get('/holdings?stage=left')).body.items).toEqual([])
  expect((await officer.get('/holdings.csv')).text).toContain('示例医械（虚构）')
  const table = (await officer.get(`/cap-tables.csv?holding=${id}`)).text
  expect(table).toContain('样例基金（虚构）,其他股东,33.3333%,1/3')
  const portfolio = await officer.get('/holding-portfolio?from=2026-01-01&to=2026-12-31')
  expect(portfolio.body).toMatchObject({
    groups: [{ heldBy: 'institution', stage: 'before_market', count: 1, dividends: '60000' }],
    articles: [{ source: 'gd-2025', at: 'a16.p2' }],
  })
  const turned = await officer.get('/holding-portfolio?from=2027-01-01&to=2026-12-31')
  expect(turned.status).toBe(400)
  const calendar = await officer.get(`/calendar?from=2026-12-01&to=2027-01-10&record=${id}`)
  expect(calendar.body.items).toMatchObject([{ day: '2026-12-31', record: { kind: 'holding' } }])

  // Another house finds nothing, and an inventor reads no holders.
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.get(`/holdings/${id}`)).status).toBe(404)
  expect((await stranger.get('/holdings')).body.items).toEqual([])
  const inventor = await app.person(['inventor'], officer.caller.institution)
  expect((await inventor.get('/holdings')).status).toBe(403)
})

test('a holding is found by its company, by those who read the list', async () => {
  const { institution, officer } = await houseIn('CN-GD')
  const { id } = await opened(officer)
  const inventor = await app.person(['inventor'], institution)
  const found = async (who: Person) =>
    (await who.get(`/search?q=${encodeURIComponent('示例医械')}`)).body.items
      .filter(({ kind }: { kind: string }) => kind === 'holding')
      .map((hit: { id: string }) => hit.id)
  expect(await found(officer)).toEqual([id])
  expect(await found(inventor)).toEqual([])
})

test('what the house pays in by several days is as many dues, and each payment meets the first', async () => {
  const { officer, finance } = await houseIn('CN-GD')
  const part = (amount: string, dueOn: string) => ({ name: house, amount, dueOn })
  const { id, record } = await opened(officer, '2026-02-01', [
    ...[part('50000000', '2027-03-31'), part('40000000', '2026-12-31')],
    part('1000000', '2027-03-31'),
  ])
  const asked = `/calendar?from=2026-12-01&to=2027-04-30&record=${id}`
  const dues = async (): Promise<{ day: string; key: string }[]> =>
    (await officer.get(asked)).body.items
  const before = await dues()
  expect(before.map(({ day }) => day)).toEqual(['2026-12-31', '2027-03-31'])
  // A calendar tells its events apart by their keys.
  expect(new Set(before.map(({ key }) => key)).size).toBe(2)
  await record(finance, 'capitalPaidIn', { name: house, amount: '40000000', voucher: '验-1' })
  expect((await dues()).map(({ day }) => day)).toEqual(['2027-03-31'])
})

test('a holder of a long name is a due like others: its reminder can be put off', async () => {
  const { officer, finance } = await houseIn('CN-GD')
  const name = '示例医院（虚构）'.repeat(40)
  const holder = { name, kind: 'institution', share: '100%' }
  const answer = await officer.send('POST', '/cases', {
    ...{ procedure: 'equity_holding', on: '2026-02-01', files: [] },
    data: {
      ...{ company: '示例医械（虚构）', achievement: '止血材料（虚构）', formedOn: '2026-02-01' },
      ...{ value: '300000000', holders: [holder] },
      subscriptions: [{ name, amount: '90000000', dueOn: '2026-12-31' }],
    },
  })
  expect(answer.status, answer.text).toBe(201)
  const asked = '/calendar?from=2026-12-01&to=2026-12-31'
  const all: { key: string; day: string }[] = (await finance.get(asked)).body.items
  const dues = all.filter(({ day }) => day >= '2026-12-01')
  // Those of the books stand beside it, and can be put off as well.
  expect(dues.map(({ key }) => key.split('/')[0]).sort()).toEqual(['closing', 'holding'])
  for (const { key } of dues) {
    expect(key.length).toBeLessThanOrEqual(200)
    const putOff = { key, until: '2026-06-24', reason: '等待出资安排（虚构）' }
    const reminded = key.startsWith('closing') ? finance : officer
    const said = await reminded.send('POST', '/calendar/snoozes', putOff)
    expect(said.status, said.text).toBe(201)
  }
})

test('where a draft says so the list shows by when to leave in principle, and only that', async () => {
  const { officer } = await houseIn('CN-SH')
  const { id, record } = await opened(officer)
  await record(officer, 'marketEntered', { basis: 'first_sale' }, '2026-03-10')
  const { stage, clocks } = (await officer.get(`/holdings/${id}`)).body
  expect(stage).toBe('on_market')
  expect(clocks.at(-1)).toMatchObject({
    ...{ kind: 'exit', day: '2031-03-10', advisory: true },
    article: { source: 'sh-draft-2024', at: 'a13.p1' },
  })
  const asked = '/calendar?from=2031-03-01&to=2031-03-31'
  expect((await officer.get(asked)).body.items).toMatchObject([
    { day: '2031-03-10', kind: 'term', record: { kind: 'holding', id } },
  ])
  const before = '/calendar?from=2029-03-01&to=2029-03-31'
  expect((await officer.get(before)).body.items).toMatchObject([
    { day: '2029-03-10', kind: 'term', title: { en: expect.stringMatching(/^In 24 months/) } },
  ])
  await record(officer, 'stayExplained', { reason: '产品仍在扩产' })
  expect((await officer.get(`/holdings/${id}`)).body.clocks).toHaveLength(1)
  expect((await officer.get(before)).body.items).toEqual([])
})

test('what was recorded before there was a list is put on it by the worker', async () => {
  const { institution, officer } = await houseIn('CN-GD')
  const { id } = await opened(officer, '2026-01-05')
  await app.database.asOwner('delete from holding where institution_id = $1', [institution])
  expect((await officer.get('/holdings')).body.items).toEqual([])
  await app.database.asOwner(
    `insert into job (institution_id, task, payload, run_at, key)
       values ($1, 'cases/fillHoldings', '{}'::jsonb, '2026-06-01', 'cases/fillHoldings')`,
    [institution],
  )
  await app.workOff()
  expect((await officer.get('/holdings')).body.items).toMatchObject([{ id, ownShare: '9/100' }])
})

test('a company is entered with its people, found, amended with a reason, and in the calendar', async () => {
  const { officer, finance } = await houseIn('CN-GD')
  const { id: holding } = await opened(officer)
  const person = {
    ...{ name: '示例甲', role: 'founder', way: 'leave', fromDay: '2026-01-01' },
    toDay: '2028-12-31',
  }
  const body = {
    ...{
      name: '示例医械（虚构）',
      state: 'active',
      stateSince: '2026-02-01',
      business: '止血材料',
    },
    ...{ foundedOn: '2026-02-01', holdingId: holding, people: [person] },
    links: [{ kind: 'case', id: holding }],
  }
  const made = await officer.send('POST', '/spin-offs', body)
  expect(made.status, made.text).toBe(201)
  const path = `/spin-offs/${made.body.id}`
  const one = (await officer.get(path)).body
  expect(one).toMatchObject({
    ...{ seq: 1, ownShare: '9/100', holding: { stage: 'before_market' } },
    links: [{ kind: 'case', title: '示例医械（虚构）' }],
    unapproved: ['示例甲'],
  })
  expect((await officer.get(`/holdings/${holding}`)).body.spinOff).toMatchObject({
    state: 'active',
  })
  expect((await officer.get('/spin-offs?q=示例甲')).body.items).toHaveLength(1)
  expect((await officer.get('/spin-offs.csv')).text).toContain(
    '示例甲 创办人 离岗创业 2026-01-01–2028-12-31',
  )
  const due = await officer.get('/calendar?from=2028-12-01&to=2029-01-10')
  expect(due.body.items).toMatchObject([{ day: '2028-12-31', record: { kind: 'spin-off' } }])

  const approved = { ...person, approvedBy: '党委会', approvedOn: '2025-12-20' }
  const amend = { people: [approved], reason: '补登批准', expectedSeq: 1 }
  expect((await officer.send('PATCH', path, amend)).body).toEqual({ seq: 2 })
  expect((await officer.get(path)).body.unapproved).toEqual([])
  expect((await officer.send('PATCH', path, amend)).status).toBe(409)
  const wrong = await officer.send('PATCH', path, {
    state: 'asleep',
    reason: '停业',
    expectedSeq: 2,
  })
  expect(wrong.body.errors).toMatchObject([{ pointer: '#/state', rule: 'unknown-company-state' }])
  expect((await officer.get(`${path}/history`)).body.items).toHaveLength(2)

  // A second company of the holding, one without a day, a file nobody stored: nothing is written.
  const other = { ...body, name: '另一家（虚构）' }
  expect((await officer.send('POST', '/spin-offs', other)).body.code).toBe('holding-has-spin-off')
  const undated = { ...other, holdingId: null, foundedOn: null }
  expect((await officer.send('POST', '/spin-offs', undated)).body.errors[0].rule).toBe(
    'founded-without-day',
  )
  const file = await store(officer, '章程')
  const lost = { ...other, holdingId: null, files: [{ ...file, sha256: 'a'.repeat(64) }] }
  expect((await officer.send('POST', '/spin-offs', lost)).body.errors[0].rule).toBe(
    'file-not-stored',
  )
  expect((await finance.send('POST', '/spin-offs', other)).status).toBe(403)
  expect((await officer.get('/spin-offs')).body.items).toHaveLength(1)
})

test('a company rests on a closed case: others read no name of it, and amend what they may', async () => {
  const { institution, officer, leaders } = await houseIn('CN-GD')
  const investigator = await app.person(['tto_reviewer'], institution)
  const { name, person } = investigator.caller
  await app.database.asOwner(
    `insert into person (institution_id, id, name) values ($1, $2, $3) on conflict do nothing`,
    [institution, person, name],
  )
  const discipline = await app.person(['discipline'], institution)
  const title = '封闭调查事项（虚构）'
  const inquiry = await discipline.send('POST', '/cases', {
    procedure: 'exemption',
    data: {
      ...{ title, trigger: 'audit', account: '审计发现', triggeredOn: '2026-06-01' },
      ...{ conduct: '协议定价未评估', conductOn: '2026-04-01', procedureMade: true },
      ...{
        subjects: [{ name: '示例乙', relief: 'person', role: 'manager' }],
      },
    },
    files: [],
  })
  expect(inquiry.status, inquiry.text).toBe(201)
  const named = await discipline.send('POST', `/cases/${inquiry.body.id}/acts`, {
    ...{ type: 'investigatorsNamed', data: { investigators: [{ name, person }] } },
    ...{ files: [], expectedSeq: 1 },
  })
  expect(named.status, named.text).toBe(201)
  const link = { kind: 'case', id: inquiry.body.id }
  const body = {
    ...{ name: '示例封存（虚构）', state: 'active', stateSince: '2026-02-01', business: '敷料' },
    ...{ foundedOn: '2026-02-01', links: [link] },
  }
  // Who cannot know of the case cannot name it.
  const unknown = await officer.send('POST', '/spin-offs', body)
  expect(unknown.body.errors).toMatchObject([{ pointer: '#/links', rule: 'unknown-link' }])
  const made = await investigator.send('POST', '/spin-offs', body)
  expect(made.status, made.text).toBe(201)
  const path = `/spin-offs/${made.body.id}`
  expect((await investigator.get(path)).body.links).toMatchObject([{ ...link, title }])
  const seen = await officer.get(path)
  expect(seen.body.links).toEqual([{ ...link, number: null, title: null }])
  for (const asked of [path, `${path}/history`, '/spin-offs.csv', '/spin-offs?limit=50']) {
    expect((await officer.get(asked)).text).not.toContain(title)
  }
  expect((await officer.get(`/spin-offs?q=${title}`)).body.items).toEqual([])
  const links = seen.body.links.map(({ kind, id }: typeof link) => ({ kind, id }))
  const amended = { business: '止血敷料', links, reason: '主营业务变更', expectedSeq: 1 }
  expect((await officer.send('PATCH', path, amended)).body).toEqual({ seq: 2 })
  expect((await leaders.get(path)).body.links).toMatchObject([{ ...link, title }])
})

test('what equity cost and what came of it is in the books of the same act, and made anew the same', async () => {
  const { officer, finance, leaders } = await houseIn('CN-GD')
  const { id, record } = await opened(officer)
  await record(finance, 'propertyRegistered', { certificate: '产-1' })
  await record(finance, 'listed', { entry: '单-1' })
  await record(finance, 'appraised', {
    ...{ agency: '示例评估（虚构）', value: '50000000', validUntil: '2027-06-01' },
  })
  const exit = { matter: 'exit', terms: '全部转让', handler: 'institution', minuted: true }
  await record(leaders, 'eventDecided', { ...exit, to: '示例创投（虚构）' })
  const after = [
    { name: '示例甲', kind: 'contributor', share: '21%', isChief: false },
    { name: '示例创投（虚构）', kind: 'partner', share: '79%' },
  ]
  const left = {
    ...{ holders: after, price: '120000000', costs: '2000000', onList: true, agreement: '转-1' },
    receipts: [{ voucher: '收-转-1', amount: '120000000' }],
  }
  await record(officer, 'eventHandled', left)
  const accounts = async () => {
    const { rows } = (await finance.get('/journal/trial-balance?month=2026-06')).body
    return Object.fromEntries(
      rows.map((row: { account: string; closingFen: string }) => [row.account, row.closingFen]),
    )
  }
  const differing = async () => (await finance.get('/journal/differences')).body.items
  expect(await accounts()).toMatchObject({ '1501': '0', '1002': '118000000', '4602': '28000000' })
  expect(await differing()).toEqual([])
  const { events } = (await finance.get(`/holdings/${id}`)).body
  expect(events.at(-1).result).toMatchObject({ basis: '90000000', result: '28000000' })
  // Entered by mistake: it is taken back in red, and the equity is there again.
  const { body } = await finance.get(`/cases/${id}`)
  await record(finance, 'entryStruck', {
    ...{ entry: body.timeline.at(-1).seq, reason: '尚未成交（虚构）' },
  })
  expect(await accounts()).toMatchObject({ '1501': '90000000', '1002': '0', '4602': '0' })
  expect(await differing()).toEqual([])
})
