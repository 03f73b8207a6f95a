import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

// What a contract obliges to is written down once, falls due, may be put off, and comes out; each step stays readable.

let house: TestApp
let officer: Person
let contract: string
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-07-02T09:00:00+08:00' })
  officer = await house.person(['tto_negotiator'])
  contract = await enter('示例许可合同')
})
afterAll(() => house?.close())

async function enter(title: string, who = officer) {
  const body = { kind: 'transfer', title, counterparty: '示例企业（虚构）', signedOn: '2026-06-01' }
  const entered = await who.send('POST', '/contracts', { ...body, mode: 'license' })
  expect(entered.status, entered.text).toBe(201)
  return entered.body.id as string
}

const blank = { kind: 'trial', obligor: 'counterparty', consequence: 'exclusivityEnds' }
const agree = (body: object, of = contract, who = officer) =>
  who.send('POST', `/contracts/${of}/obligations`, { ...blank, ...body })
const agreed = async (body: object, of = contract) => {
  const answer = await agree(body, of)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.ids as readonly string[]
}
const one = async (id: string, who = officer) => (await who.get(`/obligations/${id}`)).body
const tell = (id: string, path: string, body: object, who = officer) =>
  who.send('POST', `/obligations/${id}/${path}`, body)
const due = async () => {
  const { items } = (await officer.get('/calendar?from=2026-01-01&to=2026-12-31')).body
  return items
    .filter(({ title }: { title: { zh: string } }) => title.zh.startsWith('履约：'))
    .map(({ day, title }: { day: string; title: { zh: string } }) => `${day} ${title.zh}`)
}

test('a step falls due, is put off with its paper, and is met; an outcome said by mistake is taken back', async () => {
  const [id = ''] = await agreed({ title: '入组首例', dueOn: '2026-08-31', clause: '第五条' })
  expect(await due()).toEqual(['2026-08-31 履约：入组首例（合同相对方）'])
  const earlier = await tell(id, 'extension', { dueOn: '2026-08-01', reason: '早了' })
  expect(earlier).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/dueOn' }] } })
  const later = await tell(id, 'extension', { dueOn: '2026-12-31', reason: '补充协议（示例）' })
  expect(later.status, later.text).toBe(200)
  expect(await one(id)).toMatchObject({
    dueOn: '2026-12-31',
    firstDueOn: '2026-08-31',
    state: 'open',
  })
  expect(await due()).toEqual(['2026-12-31 履约：入组首例（合同相对方）'])

  const missed = { outcome: 'missed', on: '2026-07-01', words: '没有入组' }
  expect(await tell(id, 'outcome', missed)).toMatchObject({
    ...{ status: 400, body: { errors: [{ pointer: '#/on', rule: 'missed-before-due' }] } },
  })
  const ahead = await tell(id, 'outcome', { outcome: 'met', on: '2026-07-03', words: '明天' })
  expect(ahead).toMatchObject({ status: 400, body: { errors: [{ rule: 'outcome-in-future' }] } })
  expect((await one(id)).outcome).toBeNull()
  const met = { outcome: 'met', on: '2026-07-01', words: '首例已入组（示例）' }
  expect((await tell(id, 'outcome', met)).status).toBe(200)
  expect((await tell(id, 'outcome', met)).body.code).toBe('outcome-said')
  expect(await one(id)).toMatchObject({ state: 'met', outcomeOn: '2026-07-01' })
  expect(await due()).toEqual([])

  expect((await tell(id, 'outcome/take-back', { reason: '录错合同' })).status).toBe(200)
  expect((await tell(id, 'outcome/take-back', { reason: '再撤' })).body.code).toBe('outcome-unsaid')
  expect((await one(id)).state).toBe('open')
  const { items } = (await officer.get(`/obligations/${id}/history`)).body
  expect(items.map(({ action }: { action: string }) => action)).toEqual([
    ...['obligation.entered', 'obligation.extended', 'obligation.met'],
    'obligation.outcomeTakenBack',
  ])
})

test('what comes again every year stands on each of its days, month ends kept', async () => {
  const other = await enter('年报合同（示例）')
  const yearly = { title: '年度报告', kind: 'report', everyMonths: 6, times: 3 }
  await agreed({ ...yearly, dueOn: '2026-08-31' }, other)
  const { items } = (await officer.get(`/obligations?contract=${other}`)).body
  expect(items.map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual([
    ...['2026-08-31', '2027-02-28', '2027-08-31'],
  ])
  const again = await agree({ ...yearly, dueOn: '2027-02-28' }, other)
  expect(again).toMatchObject({ status: 400, body: { errors: [{ rule: 'obligation-known' }] } })
  const unclear = await agree({ title: '几次？', dueOn: '2026-09-01', times: 4 }, other)
  expect(unclear.body.errors).toMatchObject([{ pointer: '#/times' }])
  expect((await officer.get(`/obligations?contract=${other}`)).body.items).toHaveLength(3)
})

test('nothing is due before the contract was signed, and nothing of one that is over', async () => {
  const early = await agree({ title: '早于签订', dueOn: '2026-05-31' })
  expect(early).toMatchObject({ status: 400, body: { errors: [{ rule: 'due-before-signing' }] } })
  const unsaid = await agree({ title: '后果不明', dueOn: '2026-09-30', consequence: 'other' })
  expect(unsaid.body.errors).toMatchObject([{ pointer: '#/consequenceText' }])

  const over = await enter('将终止（示例）')
  const [id = ''] = await agreed({ title: '交付资料', dueOn: '2026-09-30' }, over)
  const [late = ''] = await agreed({ title: '入组', dueOn: '2026-06-20' }, over)
  const terms = [{ key: 'a', kind: 'fixed', label: '首付', minor: '900', dueOn: '2026-12-01' }]
  const agreedTerms = { terms, effectiveOn: '2026-06-01' }
  expect((await officer.send('POST', `/contracts/${over}/terms`, agreedTerms)).status).toBe(201)
  const end = { on: '2026-07-01', reason: '协商解除（示例）' }
  const ended = await officer.send('POST', `/contracts/${over}/end`, end)
  expect(ended.status, ended.text).toBe(201)
  expect((await one(id)).state).toBe('ended')
  // What was due before the contract broke off is owed still.
  expect((await one(late)).state).toBe('overdue')
  expect((await due()).filter((line: string) => line.includes('入组（'))).toHaveLength(1)
  expect((await due()).filter((line: string) => line.includes('交付资料'))).toEqual([])
  const more = await agree({ title: '再加', dueOn: '2026-10-30' }, over)
  expect(more.body.code).toBe('contract-not-performed')
})

test('what nobody did is found by its state, and a mistyped one is mended or annulled', async () => {
  const [id = '', next = ''] = await agreed({
    ...{ title: '投入资金', kind: 'investment', dueOn: '2026-06-30', everyMonths: 1, times: 2 },
  })
  const overdue = (await officer.get(`/obligations?state=overdue&contract=${contract}`)).body.items
  expect(overdue.map((line: { id: string }) => line.id)).toEqual([id])
  const mended = await officer.send('PATCH', `/obligations/${next}`, {
    ...{ title: '投入资金（第二笔）', dueOn: '2026-07-15', reason: '录错' },
  })
  expect(mended.status, mended.text).toBe(200)
  expect(await one(next)).toMatchObject({ dueOn: '2026-07-15', firstDueOn: '2026-07-15' })
  const gone = { outcome: 'annulled', on: '2026-07-02', words: '合同没有这一条' }
  expect((await tell(next, 'outcome', gone)).status).toBe(200)
  expect((await one(next)).state).toBe('annulled')
  const missed = { outcome: 'missed', on: '2026-07-01', words: '未到资' }
  expect((await tell(id, 'outcome', missed)).status).toBe(200)
  const found = (await officer.get('/obligations?q=示例许可&state=missed')).body.items
  expect(found.map((line: { id: string }) => line.id)).toEqual([id])
  const sheet = await officer.get('/obligations.csv?state=missed')
  expect(sheet.text).toContain('投入资金')
  expect(sheet.text).toContain('独占或排他转为普通')
})

test('who only reads writes nothing, and another house sees nothing', async () => {
  const [id = ''] = await agreed({ title: '只读', dueOn: '2026-10-31' })
  const finance = await house.person(['finance'], officer.caller.institution)
  expect((await one(id, finance)).title).toBe('只读')
  expect((await agree({ title: '财务', dueOn: '2026-10-31' }, contract, finance)).status).toBe(403)
  const stranger = await house.person(['tto_negotiator'], await house.institution())
  expect((await stranger.get(`/obligations/${id}`)).status).toBe(404)
  expect((await agree({ title: '他院', dueOn: '2026-10-31' }, contract, stranger)).status).toBe(404)
  const met = { outcome: 'met', on: '2026-07-01', words: '他院' }
  expect((await tell(id, 'outcome', met, stranger)).status).toBe(404)
  expect((await one(id)).outcome).toBeNull()
})

test('an extended one is not mended to before its first day, and what is annulled may be entered anew', async () => {
  const told = { title: '提交报告', dueOn: '2026-08-31', consequence: 'other' }
  const [id = ''] = await agreed({ ...told, consequenceText: '按日计罚' })
  expect((await tell(id, 'extension', { dueOn: '2026-09-30', reason: '补充' })).status).toBe(200)
  const mend = (body: object) =>
    officer.send('PATCH', `/obligations/${id}`, { ...body, reason: '录错' })
  expect(await mend({ dueOn: '2026-08-30' })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '#/dueOn', rule: 'due-before-first' }] },
  })
  expect((await mend({ dueOn: '2026-09-15' })).status).toBe(200)
  await agreed({ title: '另一报告', dueOn: '2026-10-31' })
  expect(await mend({ title: '另一报告', dueOn: '2026-10-31' })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '#/title', rule: 'obligation-known' }] },
  })
  // Where nothing follows, no words of what follows stay behind.
  expect((await mend({ consequence: 'none' })).status).toBe(200)
  expect(await one(id)).toMatchObject({ consequence: 'none', consequenceText: null })

  const gone = { outcome: 'annulled', on: '2026-07-02', words: '录在了别的合同' }
  expect((await tell(id, 'outcome', gone)).status).toBe(200)
  await agreed({ ...told, dueOn: '2026-09-15', consequence: 'damages' })
})

test('two who say an outcome at once do not both', async () => {
  const [id = ''] = await agreed({ title: '同时', dueOn: '2026-11-30' })
  const both = await Promise.all(
    ['met', 'waived'].map((outcome) =>
      tell(id, 'outcome', { outcome, on: '2026-07-01', words: outcome }),
    ),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('the list comes in pages, the earliest due first, and each state finds what is in it', async () => {
  type Line = { id: string; state: string; dueOn: string }
  const other = await enter('分页合同（示例）')
  const monthly = { title: '月报', kind: 'report', dueOn: '2026-07-31', everyMonths: 1, times: 5 }
  const ids = await agreed(monthly, other)
  const gathered: Line[] = []
  let cursor: string | undefined
  const sizes: number[] = []
  do {
    const next = cursor === undefined ? '' : `&cursor=${cursor}`
    const page = await officer.get(`/obligations?contract=${other}&limit=2${next}`)
    expect(page.status, page.text).toBe(200)
    sizes.push(page.body.items.length)
    gathered.push(...page.body.items)
    cursor = page.body.nextCursor
  } while (cursor !== undefined)
  expect(sizes).toEqual([2, 2, 1])
  expect(gathered.map(({ id }) => id)).toEqual(ids)
  const sheet = await officer.get(`/obligations.csv?contract=${other}`)
  expect(sheet.text.match(/月报/g)).toHaveLength(5)

  const all: Line[] = (await officer.get('/obligations?limit=200')).body.items
  const states = ['open', 'overdue', 'met', 'missed', 'waived', 'annulled', 'ended']
  expect(new Set(all.map(({ state }) => state)).size).toBeGreaterThan(4)
  for (const state of states) {
    const found: Line[] = (await officer.get(`/obligations?limit=200&state=${state}`)).body.items
    expect(found.map(({ id }) => id)).toEqual(
      all.filter((line) => line.state === state).map(({ id }) => id),
    )
  }
  for (const wrong of ['x', `2026-02-30~${ids[0]}`, `~${ids[0]}`, '2026-07-31~1']) {
    const refused = await officer.get(`/obligations?cursor=${wrong}`)
    expect(refused.status, wrong).toBe(400)
  }
})
