import type { Day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { blankRight, enterRights, type RightFields, recordEvent } from '../../rights/index.ts'
import { myBonuses } from './my-bonus.view.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

const [one, other] = ['孟一（虚构）', '孟二（虚构）']

/** A house with a patent granted on a day, and those who propose, approve, pay and check. */
async function house(given: Partial<RightFields> = {}) {
  const institution = await app.institution('示例医院（虚构）')
  const officer = await app.person(['tto_negotiator'], institution)
  const reviewer = await app.person(['tto_reviewer'], institution)
  const finance = await app.person(['finance'], institution)
  const right = await rightOf(officer, given)
  const body = {
    ...{ right, basis: 'least' },
    shares: [
      { name: one, fen: '300000' },
      { name: other, fen: '100000' },
    ],
  }
  const propose = async () => {
    const made = await officer.send('POST', '/grant-bonuses', body)
    expect(made.status, made.text).toBe(201)
    return `/grant-bonuses/${made.body.id}`
  }
  const approved = async () => {
    const path = await propose()
    const answer = await reviewer.send('POST', `${path}/approve`, { expectedSeq: 1 })
    expect(answer.status, answer.text).toBe(200)
    return path
  }
  return { institution, officer, reviewer, finance, right, body, propose, approved }
}

async function rightOf({ caller }: Person, given: Partial<RightFields>): Promise<string> {
  const fields = {
    ...{ ...blankRight, kind: 'invention' as const, title: '护理夹具（虚构）' },
    ...{ status: 'granted' as const, filedOn: '2024-03-01', grantedOn: '2026-04-10' },
    ...{ inventors: [one, other], ...given },
  }
  const [id = ''] = await asCaller(app.context.db, caller, (tx) =>
    enterRights(tx, app.context.clock, caller, [{ fields }]),
  )
  return id
}

const dues = async (person: Person, right: string) =>
  (await person.get(`/calendar?from=2026-01-01&to=2026-12-31&record=${right}`)).body.items
    .map(({ key }: { key: string }) => key)
    .filter((key: string) => key.endsWith('inventor-bonus'))

const differences = async (finance: Person) =>
  (await finance.get('/journal/differences')).body.items

const pay = (more: object = {}) => ({
  ...{ places: [1, 2], paidOn: '2026-06-18', reference: '工资批次 06（虚构）', ...more },
})

test('a grant is owed its bonus, which is proposed, approved by another, paid, and cleared', async () => {
  const { officer, reviewer, finance, right, propose } = await house()
  const owed = (await officer.get('/owed-grant-bonuses')).body
  expect(owed).toMatchObject({
    items: [{ rightId: right, grantedOn: '2026-04-10', dueOn: '2026-07-10', leastFen: '400000' }],
    ...{ late: 0, leastFen: '400000', isVerified: false },
  })
  expect(await dues(officer, right)).toHaveLength(1)

  const path = await propose()
  expect((await officer.get('/owed-grant-bonuses')).body.items).toEqual([])
  const sought = (await officer.get(`/search?q=${encodeURIComponent('护理夹具')}`)).body.items
  expect(sought.map(({ kind }: { kind: string }) => kind)).toContain('grant-bonus')
  const early = await finance.send('POST', `${path}/payments`, pay())
  expect([early.status, early.body.code]).toEqual([409, 'bonus-not-approved'])
  const stale = await reviewer.send('POST', `${path}/approve`, { expectedSeq: 9 })
  expect(stale.status).toBe(409)
  expect((await reviewer.send('POST', `${path}/approve`, { expectedSeq: 1 })).status).toBe(200)

  expect((await finance.send('POST', `${path}/payments`, pay({ places: [2] }))).status).toBe(200)
  expect((await officer.get(path)).body).toMatchObject({ state: 'approved', paidFen: '100000' })
  expect(await dues(officer, right)).toHaveLength(1)
  expect((await finance.send('POST', `${path}/payments`, pay({ places: [1] }))).status).toBe(200)
  const paid = (await officer.get(path)).body
  expect(paid).toMatchObject({ state: 'paid', paidOn: '2026-06-18', isLate: false, seq: 4 })
  expect(paid.findings.map(({ status }: { status: string }) => status)).toEqual(['met', 'met'])
  expect(await dues(officer, right)).toEqual([])
  expect(await differences(finance)).toEqual([])
  const entries = (await finance.get('/journal?source=grant_bonus')).body.items
  expect(entries.map(({ event }: { event: string }) => event)).toEqual([
    'grantBonusPaid',
    'grantBonusPaid',
  ])
  const history = (await officer.get(`${path}/history`)).body
  expect(history.chain.ok).toBe(true)
  expect(history.items).toHaveLength(4)
  expect((await officer.get('/grant-bonuses.csv?lang=zh')).text).toContain('4000.00')
})

test('what came back is open again in the books and in the docket, and can be paid once more', async () => {
  const { officer, finance, right, approved } = await house()
  const path = await approved()
  await finance.send('POST', `${path}/payments`, pay())
  const [{ payments }] = (await officer.get(path)).body.shares
  const back = `${path}/payments/${payments[0].id}/return`
  const order = { returnedOn: '2026-06-19', reason: '账号有误，退回（虚构）' }
  const before = await finance.send('POST', back, { ...order, returnedOn: '2026-06-17' })
  expect(before.body.errors).toMatchObject([{ rule: 'returned-before-paid' }])
  const ahead = await finance.send('POST', back, { ...order, returnedOn: '2026-06-21' })
  expect(ahead.body.errors).toMatchObject([{ pointer: '#/returnedOn' }])
  expect((await finance.send('POST', back, order)).status).toBe(200)
  expect((await finance.send('POST', back, order)).status).toBe(404)
  expect((await officer.get(path)).body).toMatchObject({ state: 'approved', paidFen: '100000' })
  expect(await dues(officer, right)).toHaveLength(1)
  expect(await differences(finance)).toEqual([])
  const withdrawn = { reason: '撤回（虚构）', expectedSeq: 4 }
  const refused = await officer.send('POST', `${path}/withdraw`, withdrawn)
  expect([refused.status, refused.body.code]).toEqual([409, 'bonus-partly-paid'])

  const again = pay({ places: [1], paidOn: '2026-06-20' })
  expect((await finance.send('POST', `${path}/payments`, again)).status).toBe(200)
  expect((await officer.get(path)).body).toMatchObject({ state: 'paid', paidOn: '2026-06-20' })
  expect(await differences(finance)).toEqual([])
})

test('a payment that was never made is corrected: both entries stay, the share is open again', async () => {
  const { officer, finance, right, approved } = await house()
  const path = await approved()
  await finance.send('POST', `${path}/payments`, pay())
  const [{ payments }] = (await officer.get(path)).body.shares
  const back = `${path}/payments/${payments[0].id}/return`
  const order = { kind: 'corrected', returnedOn: '2026-06-19', reason: '误登，未实际发放（虚构）' }
  expect((await finance.send('POST', back, order)).status).toBe(200)
  expect((await finance.send('POST', back, { ...order, kind: 'returned' })).status).toBe(404)
  const one = (await officer.get(path)).body
  expect(one).toMatchObject({ state: 'approved', paidFen: '100000' })
  const kinds = one.shares[0].payments.map(({ kind }: { kind: string }) => kind)
  expect(kinds).toEqual(['paid', 'corrected'])
  expect(await dues(officer, right)).toHaveLength(1)
  expect(await differences(finance)).toEqual([])
  expect((await finance.send('POST', `${path}/payments`, pay({ places: [1] }))).status).toBe(200)
  expect((await officer.get(path)).body.state).toBe('paid')
  expect(await differences(finance)).toEqual([])
})

test('what came back strikes the event also where somebody had told the docket by hand', async () => {
  const { officer, finance, right, approved } = await house()
  const path = await approved()
  const { caller } = officer
  const told = await asCaller(app.context.db, caller, (tx) =>
    recordEvent(tx, app.context.clock, caller, right, {
      event: { kind: 'inventorBonusPaid', on: '2026-06-18' as Day, source: '手工（虚构）' },
    }),
  )
  expect(told.kind).toBe('accepted')
  expect(await dues(officer, right)).toEqual([])
  await finance.send('POST', `${path}/payments`, pay())
  const [{ payments }] = (await officer.get(path)).body.shares
  const order = { returnedOn: '2026-06-19', reason: '退回（虚构）' }
  const back = await finance.send('POST', `${path}/payments/${payments[0].id}/return`, order)
  expect(back.status, back.text).toBe(200)
  expect(await dues(officer, right)).toHaveLength(1)
})

test('two who pay at once pay once; two who propose at once propose one', async () => {
  const { officer, finance, body, approved } = await house()
  const path = await approved()
  const both = await Promise.all([
    finance.send('POST', `${path}/payments`, pay()),
    finance.send('POST', `${path}/payments`, pay()),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect((await officer.get(path)).body).toMatchObject({ paidFen: '400000' })
  const right = await rightOf(officer, { title: '另一件（虚构）' })
  const twice = await Promise.all([
    officer.send('POST', '/grant-bonuses', { ...body, right }),
    officer.send('POST', '/grant-bonuses', { ...body, right }),
  ])
  expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 409])
})

test('less than the least is refused with its article, unless a rule or a reason is given', async () => {
  const { officer, reviewer, finance, body } = await house()
  const send = (more: object) => officer.send('POST', '/grant-bonuses', { ...body, ...more })
  const less = [{ name: one, fen: '399999' }]
  const refused = await send({ shares: less })
  expect(refused.body.errors).toMatchObject([{ pointer: '#/despite', rule: 'bonus-needs-reason' }])
  expect(refused.body.errors[0].detail).toContain('cn-patent-rules')
  const rules = async (more: object) => (await send(more)).body.errors?.[0]?.rule
  expect(await rules({ shares: less, basis: 'agreed' })).toBe('rule-unnamed')
  expect(await rules({ shares: [...body.shares, ...less] })).toBe('inventor-twice')
  expect(await rules({ shares: [{ name: one, fen: '0' }] })).toBe('fen-positive')
  const file = { sha256: 'a'.repeat(64), name: '通知.pdf', size: 3 }
  expect(await rules({ files: [file] })).toBe('bonus-file-not-stored')
  expect((await officer.get('/grant-bonuses')).body.items).toEqual([])

  const agreed = { shares: less, basis: 'agreed', rule: '奖酬办法第八条（虚构）' }
  const made = await send(agreed)
  expect(made.status, made.text).toBe(201)
  const path = `/grant-bonuses/${made.body.id}`
  // Who proposed does not approve, and who does not pay cannot.
  expect((await officer.send('POST', `${path}/approve`, { expectedSeq: 1 })).status).toBe(403)
  expect((await reviewer.send('POST', `${path}/payments`, pay())).status).toBe(403)
  await reviewer.send('POST', `${path}/approve`, { expectedSeq: 1 })
  const payments = async (more: object) =>
    (await finance.send('POST', `${path}/payments`, pay({ places: [1], ...more }))).body.errors?.[0]
      ?.rule
  expect(await payments({ paidOn: '2026-06-21' })).toBe('bonus-paid-in-future')
  expect(await payments({ paidOn: '2026-04-09' })).toBe('bonus-paid-before-grant')
  expect(await payments({ places: [2] })).toBe('share-not-open')
  expect(await payments({ places: [1, 1] })).toBe('share-named-twice')
  expect((await officer.get(path)).body).toMatchObject({ paidFen: '0', seq: 2 })
})

test('what is late is seen; a reviewer does not approve their own; other houses see nothing', async () => {
  const before = await house({ kind: 'design', grantedOn: '2026-03-24', inventors: [one] })
  const { body } = before
  app.clock.set('2026-06-25')
  const officer = await app.signInAgain(before.officer)
  const reviewer = await app.signInAgain(before.reviewer)
  expect((await officer.get('/owed-grant-bonuses')).body).toMatchObject({
    items: [{ dueOn: '2026-06-24', isLate: true, leastFen: '150000' }],
    late: 1,
  })
  const made = await reviewer.send('POST', '/grant-bonuses', body)
  const path = `/grant-bonuses/${made.body.id}`
  expect((await reviewer.get(path)).body).toMatchObject({ isLate: true })
  const own = await reviewer.send('POST', `${path}/approve`, { expectedSeq: 1 })
  expect(own.status).toBe(403)
  const gone = { reason: '金额录错（虚构）', expectedSeq: 1 }
  expect((await officer.send('POST', `${path}/withdraw`, gone)).status).toBe(200)
  expect((await officer.get(path)).body).toMatchObject({ state: 'withdrawn', isLate: false })
  expect((await officer.get('/owed-grant-bonuses')).body.late).toBe(1)
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.send('POST', '/grant-bonuses', body)).body.errors).toMatchObject([
    { rule: 'bonus-not-owed' },
  ])
})

test('who receives of a bonus does not approve it, whatever the register or their account calls them', async () => {
  const { institution, officer, reviewer, body } = await house()
  const leader = await app.person(['leaders'], institution)
  const again = await app.person(['leaders'], institution)
  const stranger = await app.person(['leaders'], institution)
  const own = leader.caller.person
  await app.database.asOwner('insert into person (institution_id, id, name) values ($1, $2, $3)', [
    institution,
    own,
    one,
  ])
  // The second account of one person; it bears another name.
  await app.database.asOwner('update account set person_id = $1 where id = $2', [
    ...[own, again.caller.account],
  ])
  const proposed = async (shares: readonly object[], title: string) => {
    const right = await rightOf(officer, { title })
    const made = await officer.send('POST', '/grant-bonuses', { ...body, right, shares })
    expect(made.status, made.text).toBe(201)
    return `/grant-bonuses/${made.body.id}/approve`
  }
  const first = await proposed([{ name: one, person: own, fen: '400000' }], '甲（虚构）')
  const byName = await proposed([{ name: one, fen: '400000' }], '乙（虚构）')
  const byAccount = await proposed([{ name: leader.caller.name, fen: '400000' }], '丙（虚构）')
  const refused = async (who: Person, path: string) => {
    const answer = await who.send('POST', path, { expectedSeq: 1 })
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('领取')])
  }
  for (const who of [leader, again]) {
    await refused(who, first)
    await refused(who, byName)
  }
  await refused(leader, byAccount)
  expect((await stranger.send('POST', first, { expectedSeq: 1 })).status).toBe(200)
  expect((await reviewer.send('POST', byName, { expectedSeq: 1 })).status).toBe(200)
})

test('somebody reads their own share and nothing of others; of a name that two bear, nothing', async () => {
  const { institution, finance, approved } = await house()
  const own = await app.person(['inventor'], institution)
  const asNamed = { ...own.caller, name: one }
  const mine = () =>
    asCaller(app.context.db, asNamed, (tx) => myBonuses(tx, asNamed, '2026-06-20' as Day))
  expect(await mine()).toMatchObject({ items: [], owed: [{ rightTitle: '护理夹具（虚构）' }] })
  const path = await approved()
  await finance.send('POST', `${path}/payments`, pay({ places: [1] }))
  const seen = await mine()
  expect(seen).toMatchObject({
    ...{ isNameShared: false, paidFen: '300000', openFen: '0', owed: [] },
    items: [{ fen: '300000', isPaid: true, payments: [{ kind: 'paid' }] }],
  })
  expect(seen.items[0]?.findings.flatMap(({ articles }) => articles).length).toBeGreaterThan(0)
  expect(JSON.stringify(seen)).not.toContain(other)
  expect(JSON.stringify(seen)).not.toContain('100000"')
  expect((await own.get('/my-grant-bonuses')).body).toMatchObject({ items: [], owed: [] })
  await app.database.asOwner(
    'insert into person (institution_id, id, name) values ($1, gen_random_uuid(), $2)',
    [institution, one],
  )
  expect(await mine()).toMatchObject({ isNameShared: true, items: [], owed: [] })
})
