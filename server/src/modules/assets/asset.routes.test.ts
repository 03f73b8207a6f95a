import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import type { Person } from '../../platform/testing/app.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { modules } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

/** An achievement as a ledger brings it: nobody had to hand it in. */
async function entered({ caller }: Person, number: string | null = null): Promise<string> {
  const { db } = app.context
  const fields = { ...blankAchievement, title: '可吸收止血材料（虚构）', disclosedOn: '2026-01-20' }
  const [id = ''] = await asCaller(db, caller, (tx) =>
    enterAchievements(tx, app.context, caller, [
      { number, leadIdNumber: null, fields, source: '试验台账' },
    ]),
  )
  return id
}

/** A hospital with one achievement and its case of the ledger. */
async function hospital() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator', 'tto_reviewer'], institution)
  const finance = await app.person(['finance'], institution)
  const achievement = await entered(officer)
  const opened = await officer.send('POST', '/cases', {
    procedure: 'asset_ledger',
    files: [],
    on: '2026-02-02',
    data: {
      achievementId: achievement,
      title: '可吸收止血材料（虚构）',
      fundSource: 'public',
      disclosedOn: '2026-01-20',
      disclosesBasics: true,
      disclosesResearchState: true,
      disclosesMarket: true,
      projectContractAttached: true,
      taskBookAttached: true,
      startedOn: '2024-02-01',
      ownedByUnit: true,
      stateAsset: true,
      reviewed: true,
    },
  })
  expect(opened.status, opened.text).toBe(201)
  const readCase = async () => (await officer.get(`/cases/${opened.body.id}`)).body
  const act = async (who: Person, type: string, on: string, data: object) => {
    const { seq: expectedSeq } = (await readCase()).case
    const body = { type, on, data, files: [], expectedSeq }
    const answer = await who.send('POST', `/cases/${opened.body.id}/acts`, body)
    expect(answer.status, answer.text).toBe(201)
  }
  return {
    institution,
    officer,
    finance,
    achievement,
    act,
    readCase,
    path: `/assets/${achievement}`,
  }
}

const cost = (spentOn: string, amountFen: string, more: object = {}) => ({
  ...{ spentOn, amountFen, kind: 'testing', funding: 'public', voucher: `记-${amountFen}` },
  ...more,
})
const decision = {
  feasible: true,
  intended: true,
  useful: true,
  resourced: true,
  measurable: true,
  standard: '会计规定（演示）',
  evidence: [{ kind: 'appraisal', document: '评估报告（演示）' }],
  reasons: '条件齐备',
}

test('costs follow the stage of their day, are booked by finance, capitalised and reported', async () => {
  const { officer, finance, achievement, act, readCase, path } = await hospital()
  expect((await officer.send('POST', `${path}/costs`, cost('2026-02-10', '100001'))).status).toBe(
    201,
  )
  await act(officer, 'intentionRecorded', '2026-03-02', { document: '意向书（演示）' })
  await act(finance, 'stageDecided', '2026-03-10', decision)
  await officer.send('POST', `${path}/costs`, cost('2026-03-11', '250050'))
  await finance.send('POST', `${path}/costs`, cost('2026-04-02', '49949'))

  const { body } = await officer.get(path)
  expect(body).toMatchObject({
    ...{ attribute: 'unauthorised', stage: 'development', conversion: 'intended', count: 0 },
    ...{ spentFen: '400000', bookFen: '0' },
  })
  expect(body.starts).toMatchObject([{ funding: 'public', on: '2024-02-01' }])
  expect(body.tags.stage.signs.map(({ what }: { what: string }) => what)).toEqual([
    'intended',
    'stage_decided',
  ])

  // The month of the decision: what came before it is expensed, what came in it collected.
  const march = (await finance.get('/asset-proposals?period=2026-03')).body
  const items = march.items.map((one: object) => one)
  expect(items).toMatchObject([
    { step: 'first', treatment: 'expense', amountFen: '100001' },
    { step: 'first', treatment: 'collect', amountFen: '250050' },
  ])
  const named = (list: { title: string; step: string; treatment: string; amountFen: string }[]) =>
    list.map(({ title, step, treatment, amountFen }) => ({
      ...{ achievement, title, step, treatment, amountFen },
    }))
  const decide = (body: object) => finance.send('POST', '/asset-proposals/decisions', body)
  const accept = { period: '2026-03', accept: true, voucher: '转-03' }
  const stale = await decide({ ...accept, items: [{ ...named(items)[0], amountFen: '1' }] })
  expect([stale.status, stale.body.code]).toEqual([409, 'proposal-changed'])
  const bare = await decide({ ...accept, voucher: null, items: named(items) })
  expect(bare.body.errors).toMatchObject([{ pointer: '#/voucher', rule: 'voucher-missing' }])
  const mine = await officer.send('POST', '/asset-proposals/decisions', {
    ...accept,
    items: named(items),
  })
  expect(mine.status).toBe(403)
  expect((await finance.get('/asset-proposals?period=2026-03')).body.decided).toEqual([])

  const back = { period: '2026-03', accept: false, reason: '缺发票', items: named(items).slice(1) }
  expect((await decide(back)).body).toEqual({ booked: 1 })
  const returned = (await officer.get('/asset-proposals?period=2026-03')).body.items
  expect(returned[1].returned).toMatchObject({ reason: '缺发票' })
  expect((await decide({ ...accept, items: named(items) })).body).toEqual({ booked: 2 })
  expect((await finance.get('/asset-proposals?period=2026-03')).body.items).toEqual([])

  const june = { period: '2026-06', accept: true, voucher: '转-06' }
  const open = (await finance.get('/asset-proposals?period=2026-06')).body.items
  expect(open).toMatchObject([{ treatment: 'collect', amountFen: '49949' }])
  await decide({ ...june, items: named(open) })
  await act(finance, 'developmentEnded', '2026-06-15', { assetFormed: true })
  const formed = (await finance.get('/asset-proposals?period=2026-06')).body.items
  expect(formed).toMatchObject([{ step: 'release', treatment: 'capitalise', amountFen: '299999' }])
  // What a request names twice is booked once.
  const twice = [...named(formed), ...named(formed)]
  expect((await decide({ ...june, items: twice })).body).toEqual({ booked: 1 })

  const done = (await officer.get(path)).body
  expect(done).toMatchObject({ expensedFen: '100001', collectedFen: '0', bookFen: '299999' })
  expect(BigInt(done.expensedFen) + BigInt(done.bookFen)).toBe(BigInt(done.spentFen))
  const report = (await officer.get('/asset-report?from=2026-01-01&to=2026-06-20')).body
  expect(report).toMatchObject({ opening: 0, entered: 1, closing: 1 })
  // A report ends today at the latest.
  const ahead = (await officer.get('/asset-report?to=2026-12-31')).body
  expect([ahead.from, ahead.to]).toEqual(['2026-01-01', '2026-06-20'])
  expect(report.money).toMatchObject({
    ...{ openingFen: '0', addedFen: '299999', derecognisedFen: '0', closingFen: '299999' },
    ...{ spentFen: '400000', expensedFen: '100001', collectedFen: '0' },
  })
  // March is March, though finance decided on it in June.
  const ofMarch = (await officer.get('/asset-report?from=2026-03-01&to=2026-03-31')).body
  expect(ofMarch.money).toMatchObject({ expensedFen: '100001', collectedFen: '250050' })
  // The case says what was booked, by whom and on which voucher.
  const { timeline } = await readCase()
  type Told = { type: string; data: object; by: { person: string } }
  const booked = timeline.filter(({ type }: Told) => type === 'booked')
  expect(booked.map(({ data }: Told) => data)).toEqual([
    { treatment: 'expense', voucher: '转-03' },
    { treatment: 'collect', voucher: '转-03' },
    { treatment: 'collect', voucher: '转-06' },
    { treatment: 'capitalise', voucher: '转-06' },
  ])
  expect(booked[0].by.person).toBe(finance.caller.person)
  expect((await officer.get(`${path}/history`)).body.chain).toMatchObject({ ok: true, length: 8 })

  const list = (await officer.get('/assets?stage=development')).body
  expect(list.totals).toMatchObject({ count: 1, bookFen: '299999' })
  expect((await officer.get('/assets?stage=research')).body.items).toEqual([])
  // As it stood before the decision.
  const before = (await officer.get('/assets?on=2026-03-09')).body
  expect(before.items).toMatchObject([{ stage: 'research', bookFen: '0', spentFen: '100001' }])
  const csv = await officer.get('/assets.csv', { 'accept-language': 'zh' })
  expect(csv.text).toContain('2999.99')
  for (const sheet of ['/assets.xlsx', '/asset-proposals.xlsx', '/asset-report.xlsx']) {
    const book = await officer.get(sheet)
    expect([book.status, book.text.startsWith('PK')]).toEqual([200, true])
  }
})

test('the same cost sent twice at once is one cost', async () => {
  const { officer, path } = await hospital()
  const send = () => officer.send('POST', `${path}/costs`, cost('2026-05-02', '7000'))
  const sent = await Promise.all([send(), send(), send(), send()])
  expect(sent.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400])
  expect((await officer.get(path)).body.costs).toHaveLength(1)
})

test('a cost is taken back by a line of its own, once; nothing is edited', async () => {
  const { officer, path } = await hospital()
  const { body } = await officer.send('POST', `${path}/costs`, cost('2026-05-02', '7000'))
  const twice = await officer.send('POST', `${path}/costs`, cost('2026-05-02', '7000'))
  expect(twice.body.errors).toMatchObject([{ pointer: '#/voucher', rule: 'voucher-used' }])
  const reversal = `${path}/costs/${body.id}/reversal`
  const back = await officer.send('POST', reversal, { reason: '记错成果' })
  expect(back.status).toBe(201)
  const again = await officer.send('POST', reversal, { reason: '再冲' })
  expect([again.status, again.body.code]).toEqual([409, 'cost-reversed-already'])
  const other = `${path}/costs/${back.body.id}/reversal`
  expect((await officer.send('POST', other, { reason: '冲回冲回' })).body.code).toBe(
    'cost-is-reversal',
  )
  const { costs, spentFen } = (await officer.get(path)).body
  expect([costs.length, spentFen]).toEqual([2, '0'])
  expect((await officer.get('/asset-proposals')).body.items).toEqual([])
})

test('what cannot be is refused by its field, and writes nothing', async () => {
  const { officer, path } = await hospital()
  const wrong = async (body: object) => {
    const { errors } = (await officer.send('POST', `${path}/costs`, body)).body
    return [errors[0].pointer, errors[0].rule]
  }
  expect(await wrong(cost('2026-06-21', '1'))).toEqual(['#/spentOn', 'not-in-future'])
  expect(await wrong(cost('1901-06-21', '1'))).toEqual(['#/spentOn', 'day-too-early'])
  expect(await wrong(cost('2026-06-01', '1', { kind: 'bribe' }))).toEqual([
    '#/kind',
    'unknown-cost-kind',
  ])
  expect(await wrong(cost('2026-06-01', '-5'))).toEqual(['#/amountFen', 'amount-above-nought'])
  const file = { sha256: 'a'.repeat(64), name: 'x.pdf', size: 1 }
  expect(await wrong(cost('2026-06-01', '5', { files: [file] }))).toEqual([
    '#/files',
    'file-not-stored',
  ])
  expect((await officer.get(path)).body.costs).toEqual([])
})

test('another hospital sees nothing of it, and inventors no amounts', async () => {
  const { institution, path } = await hospital()
  const stranger = await app.person(['finance'])
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.send('POST', `${path}/costs`, cost('2026-05-02', '1'))).status).toBe(404)
  const inventor = await app.person(['inventor'], institution)
  expect((await inventor.get('/assets')).status).toBe(403)
})

test('a page begins where the one before ended, in the order of the database', async () => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  // By code points the second comes first; by the units of a text in memory it is the other way round.
  for (const number of ['A-1', 'Ａ-1', '𠮷-1']) await entered(officer, number)
  const pages: string[] = []
  for (let cursor = ''; ; ) {
    const { body } = await officer.get(`/assets?limit=1${cursor}`)
    pages.push(...body.items.map(({ number }: { number: string }) => number))
    if (body.nextCursor === undefined) break
    cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`
  }
  expect(pages).toEqual(['𠮷-1', 'Ａ-1', 'A-1'])
})

test('what was collected for development that is given up is proposed to be expensed, and the page says why', async () => {
  const { officer, finance, achievement, act, path } = await hospital()
  await act(officer, 'intentionRecorded', '2026-03-02', { document: '意向书（演示）' })
  await act(finance, 'stageDecided', '2026-03-10', decision)
  await officer.send('POST', `${path}/costs`, cost('2026-03-11', '250050'))
  const decide = async (period: string) => {
    const { items } = (await finance.get(`/asset-proposals?period=${period}`)).body
    const named = items.map(({ title, step, treatment, amountFen }: Record<string, string>) => ({
      ...{ achievement, title, step, treatment, amountFen },
    }))
    const order = { period, accept: true, voucher: `转-${period}`, items: named }
    expect((await finance.send('POST', '/asset-proposals/decisions', order)).status).toBe(200)
    return items
  }
  expect(await decide('2026-03')).toMatchObject([{ treatment: 'collect', amountFen: '250050' }])
  const why = {
    reason: '经评价无转化价值（演示）',
    evaluation: '市场化评价报告（演示）',
    approval: '院长办公会决议（演示）',
  }
  await act(finance, 'developmentEnded', '2026-05-15', { assetFormed: false, ...why })
  expect(await decide('2026-05')).toMatchObject([
    { step: 'release', treatment: 'expense', amountFen: '250050' },
  ])
  const { body } = await officer.get(path)
  expect(body).toMatchObject({ collectedFen: '0', expensedFen: '250050', bookFen: '0' })
  expect(body.tags.stage.signs.at(-1)).toMatchObject({ assetFormed: false, ...why })
})

test('that an asset resulted is taken by nobody without development that was shown', async () => {
  const { officer, finance, achievement, act, readCase, path } = await hospital()
  await act(officer, 'intentionRecorded', '2026-03-02', { document: '意向书（演示）' })
  await act(finance, 'stageDecided', '2026-03-10', { ...decision, evidence: [] })
  const { id, seq } = (await readCase()).case
  const tell = (data: object) =>
    finance.send('POST', `/cases/${id}/acts`, {
      ...{ type: 'developmentEnded', on: '2026-03-20', expectedSeq: seq, files: [] },
      data,
    })
  const told = await tell({ assetFormed: true })
  expect([told.status, JSON.stringify(told.body)]).toEqual([
    409,
    expect.stringContaining('not-in-development'),
  ])
  const both = await tell({ assetFormed: true, reason: '经评价无转化价值（演示）' })
  expect([both.status, JSON.stringify(both.body)]).toEqual([
    409,
    expect.stringContaining('given-up-beside-asset'),
  ])
  expect((await officer.get(path)).body.tags.stage.signs.at(-1)).toMatchObject({
    ...{ what: 'stage_decided', conditionsMet: true, evidence: [] },
  })
  expect((await officer.get(`/assets?stage=development`)).body.items).not.toContainEqual(
    expect.objectContaining({ id: achievement }),
  )
})
