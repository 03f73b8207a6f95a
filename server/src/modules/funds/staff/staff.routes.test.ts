import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '../../../platform/testing/app.ts'
import { store } from '../../cases/testing/storing.ts'
import { PayingHouse, paidLine, today } from '../../payouts/testing/paying.ts'

// The staff part of the office: it comes in as distributions are paid, and goes out to persons and for training.

let paying: PayingHouse
let officer: Person
let reviewer: Person
let finance: Person
let helper: string
let other: string

beforeAll(async () => {
  paying = await PayingHouse.open()
  const { house, institution } = paying
  finance = paying.finance
  officer = await house.person(['tto_negotiator'], institution)
  reviewer = await house.person(['tto_reviewer'], institution)
  const admin = await house.person(['admin'], institution)
  const enter = async (name: string) => (await admin.send('POST', '/people', { name })).body.id
  helper = await enter('季帮（虚构）')
  other = await enter('施助（虚构）')
})
afterAll(() => paying?.house.close())

const purse = async () => (await officer.get('/staff-purse')).body
const reward = (person: string, fen: string) => ({ purpose: 'reward', person, fen })
const training = (fen: string) => ({ purpose: 'training', name: '示例培训中心（虚构）', fen })
const propose = (lines: readonly object[], by = officer) =>
  by.send('POST', '/staff-awards', {
    ...{ title: '上半年转化奖励（虚构）', basis: '院办会议纪要（虚构）', lines },
  })
const approved = async (lines: readonly object[]) => {
  const made = await propose(lines)
  expect(made.status, made.text).toBe(201)
  const path = `/staff-awards/${made.body.id}`
  const answer = await reviewer.send('POST', `${path}/approve`, { expectedSeq: 1 })
  expect(answer.status, answer.text).toBe(200)
  return path
}
const pay = (path: string, places: readonly number[], more: object = {}) =>
  finance.send('POST', `${path}/payments`, {
    ...{ places, paidOn: today, reference: '工资批次 11（虚构）', ...more },
  })
const differences = async () => (await finance.get('/journal/differences')).body.items
const ruleOf = ({ body }: { body: { errors?: { rule: string }[]; code: string } }) =>
  body.errors?.[0]?.rule ?? body.code

/** A case whose distribution is paid; its plan sets aside 50,000 yuan for the staff. */
async function paidCase() {
  const one = await paying.payable()
  const act = {
    ...{ type: 'paid', data: { lines: paidLine, proof: '手工-1' } },
    expectedSeq: await paying.seqOf(one),
  }
  const answer = await finance.send('POST', `/cases/${one.id}/acts`, act)
  expect(answer.status, answer.text).toBe(201)
  return one
}

test('nothing is given out of a purse that nothing came into', async () => {
  expect(await purse()).toMatchObject({ cameInFen: '0', freeFen: '0', parts: [] })
  const answer = await propose([reward(helper, '1')])
  expect([answer.status, ruleOf(answer)]).toEqual([400, 'staff-purse-short'])
})

test('a paid distribution fills the purse, and of it persons and training are paid to the fen', async () => {
  const one = await paidCase()
  expect(await purse()).toMatchObject({
    ...{ cameInFen: '5000000', paidFen: '0', promisedFen: '0', freeFen: '5000000' },
    parts: [{ caseId: one.id, on: today, fen: '5000000' }],
  })
  const tooMuch = await propose([reward(helper, '600000'), training('4400001')])
  expect([tooMuch.status, ruleOf(tooMuch)]).toEqual([400, 'staff-purse-short'])
  const path = await approved([reward(helper, '600000'), reward(other, '1'), training('4399998')])
  expect(await purse()).toMatchObject({ promisedFen: '4999999', freeFen: '1' })

  expect((await pay(path, [1, 3])).status).toBe(200)
  expect(await purse()).toMatchObject({ paidFen: '4999998', promisedFen: '1', freeFen: '1' })
  expect((await officer.get(path)).body).toMatchObject({ state: 'approved', paidFen: '4999998' })
  expect(ruleOf(await pay(path, [1]))).toBe('award-line-not-open')
  expect((await pay(path, [2])).status).toBe(200)
  expect((await officer.get(path)).body).toMatchObject({ state: 'paid', paidOn: today })
  const entries = (await finance.get('/journal?source=staff_award')).body.items
  expect(entries.map(({ event }: { event: string }) => event).toSorted()).toEqual([
    ...['staffRewardPaid', 'staffRewardPaid', 'staffTrainingPaid'],
  ])
  expect(await differences()).toEqual([])
  const { chain, items } = (await officer.get(`${path}/history`)).body
  expect([chain.ok, items.length]).toEqual([true, 4])
  expect((await officer.get('/staff-awards.csv?lang=zh')).text).toContain('49999.99')

  // Rewards of persons stand where their tax is said; training is nobody's income.
  const month = today.slice(0, 7)
  const { items: byHand } = (await finance.get(`/hand-payments?month=${month}`)).body
  const ours = byHand.filter(({ source }: { source: string }) => source === 'staff_award')
  expect(ours.map(({ amountFen }: { amountFen: string }) => amountFen).toSorted()).toEqual([
    ...['1', '600000'],
  ])
})

test('what came back is open again and can be paid once more', async () => {
  await paidCase()
  const path = await approved([reward(helper, '250000')])
  await pay(path, [1])
  const before = await purse()
  const [{ payments }] = (await officer.get(path)).body.lines
  const back = `${path}/payments/${payments[0].id}/return`
  const order = { returnedOn: today, reason: '账号有误，退回（虚构）' }
  const early = await finance.send('POST', back, { ...order, returnedOn: '2026-11-23' })
  expect(ruleOf(early)).toBe('award-returned-before-paid')
  expect((await finance.send('POST', back, order)).status).toBe(200)
  expect((await finance.send('POST', back, order)).status).toBe(404)
  const after = await purse()
  expect(BigInt(before.paidFen) - BigInt(after.paidFen)).toBe(250000n)
  expect(after.freeFen).toBe(before.freeFen)
  expect(await differences()).toEqual([])
  expect((await pay(path, [1])).status).toBe(200)
  expect((await officer.get(path)).body.lines[0].payments).toHaveLength(3)
  expect(await differences()).toEqual([])
})

test('a reversed distribution takes its part back; what was promised beyond it is not paid', async () => {
  const one = await paidCase()
  const { freeFen } = await purse()
  const path = await approved([reward(helper, freeFen)])
  const wrong = { cause: 'share_wrong', account: '份额写反', resolution: '院发（示例）9号' }
  const reversal = {
    ...{ type: 'distributionReversed', data: wrong },
    expectedSeq: await paying.seqOf(one),
  }
  const reversed = await paying.leader.send('POST', `/cases/${one.id}/acts`, reversal)
  expect(reversed.status, reversed.text).toBe(201)
  expect((await purse()).freeFen).toBe('-5000000')
  expect(ruleOf(await pay(path, [1]))).toBe('staff-purse-short')
  const withdrawn = { reason: '分配已冲回（虚构）', expectedSeq: 2 }
  expect((await officer.send('POST', `${path}/withdraw`, withdrawn)).status).toBe(200)
  expect(BigInt((await purse()).freeFen)).toBe(BigInt(freeFen) - 5000000n)
  expect(ruleOf(await pay(path, [1]))).toBe('award-not-approved')
})

test('two who give out the last of it at once: the second finds nothing left', async () => {
  await paidCase()
  const { freeFen } = await purse()
  const both = await Promise.all([
    propose([reward(helper, freeFen)]),
    propose([reward(other, freeFen)]),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400])
  const made = both.find(({ status }) => status === 201)
  const path = `/staff-awards/${made?.body.id}`
  const withdrawn = { reason: '另行安排（虚构）', expectedSeq: 1 }
  expect((await officer.send('POST', `${path}/withdraw`, withdrawn)).status).toBe(200)
  expect((await purse()).freeFen).toBe(freeFen)
})

test('neither who proposed nor who receives approves, and only finance pays what is approved', async () => {
  await paidCase()
  const { house, institution } = paying
  const made = await propose([reward(helper, '5')], reviewer)
  const path = `/staff-awards/${made.body.id}`
  const own = await reviewer.send('POST', `${path}/approve`, { expectedSeq: 1 })
  expect(own.status).toBe(403)
  const leader = await house.person(['leaders'], institution)
  expect((await officer.send('POST', `${path}/approve`, { expectedSeq: 1 })).status).toBe(403)
  expect(ruleOf(await pay(path, [1]))).toBe('award-not-approved')
  expect((await leader.send('POST', `${path}/approve`, { expectedSeq: 9 })).status).toBe(409)
  expect((await leader.send('POST', `${path}/approve`, { expectedSeq: 1 })).status).toBe(200)
  expect(ruleOf(await pay(path, [1], { paidOn: '2026-11-25' }))).toBe('award-paid-in-future')
  expect(ruleOf(await pay(path, [1], { paidOn: '2026-11-01' }))).toBe('award-paid-before-approved')
  expect(ruleOf(await pay(path, [1, 1]))).toBe('award-line-twice')
  expect(ruleOf(await pay(path, [2]))).toBe('award-line-not-open')
  const body = { places: [1], paidOn: today, reference: '凭证' }
  expect((await officer.send('POST', `${path}/payments`, body)).status).toBe(403)
  const admin = await house.person(['admin'], institution)
  const name = leader.caller.name
  const same = (await admin.send('POST', '/people', { name })).body.id
  const theirs = await propose([reward(same, '5')])
  const barred = await leader.send('POST', `/staff-awards/${theirs.body.id}/approve`, {
    expectedSeq: 1,
  })
  expect(barred.status).toBe(403)
})

test('who receives is known by who they are, whatever the register calls them by now', async () => {
  await paidCase()
  const { house, institution } = paying
  const leader = await house.person(['leaders'], institution)
  await house.database.asOwner(
    `insert into person (institution_id, id, name) values ($1, $2, '曾用名示例（虚构）')
     on conflict (institution_id, id) do update set name = excluded.name`,
    [institution, leader.caller.person],
  )
  const made = await propose([reward(leader.caller.person, '5')])
  expect(made.status, made.text).toBe(201)
  const path = `/staff-awards/${made.body.id}`
  expect((await leader.send('POST', `${path}/approve`, { expectedSeq: 1 })).status).toBe(403)
  expect((await reviewer.send('POST', `${path}/approve`, { expectedSeq: 1 })).status).toBe(200)

  // The second account of that person bears another name, and receives as well.
  const again = await house.person(['leaders'], institution)
  await house.database.asOwner('update account set person_id = $1 where id = $2', [
    ...[leader.caller.person, again.caller.account],
  ])
  const known = await propose([{ purpose: 'training', name: '曾用名示例（虚构）', fen: '5' }])
  for (const who of [leader, again]) {
    const own = await who.send('POST', `/staff-awards/${known.body.id}/approve`, { expectedSeq: 1 })
    expect(own.status).toBe(403)
  }
  const taught = await propose([{ purpose: 'training', name: leader.caller.name, fen: '5' }])
  const answer = await leader.send('POST', `/staff-awards/${taught.body.id}/approve`, {
    expectedSeq: 1,
  })
  expect(answer.status).toBe(403)
})

test.each([
  ['award-person-unnamed', () => [{ purpose: 'reward', fen: '1' }]],
  ['award-payee-unnamed', () => [{ purpose: 'training', fen: '1' }]],
  ['award-person-twice', () => [reward(helper, '1'), reward(helper, '1')]],
  [
    'award-person-unknown',
    () => [training('1'), reward('018f0000-0000-7000-8000-000000000000', '1')],
  ],
  ['fen-positive', () => [training('0')]],
])('lines that cannot be are refused: %s', async (rule, lines) => {
  const answer = await propose(lines())
  expect([answer.status, ruleOf(answer)]).toEqual([400, rule])
})

test('an award holds its papers and those of its payments, is found by its words, and is talked about', async () => {
  await paidCase()
  const { house, institution } = paying
  const lost = { sha256: 'a'.repeat(64), name: '纪要.pdf', size: 3 }
  const body = {
    ...{ title: '独木桥专项奖励（虚构）', basis: '绩效考核结果（虚构）' },
    lines: [reward(helper, '3')],
  }
  const refused = await officer.send('POST', '/staff-awards', { ...body, files: [lost] })
  expect(refused.body.errors).toMatchObject([{ rule: 'award-file-not-stored' }])
  const file = await store(officer, '依据（虚构）')
  const made = await officer.send('POST', '/staff-awards', { ...body, files: [file] })
  expect(made.status, made.text).toBe(201)
  const path = `/staff-awards/${made.body.id}`
  await reviewer.send('POST', `${path}/approve`, { expectedSeq: 1 })
  expect(ruleOf(await pay(path, [1], { files: [lost] }))).toBe('award-file-not-stored')
  const slip = await store(finance, '回单（虚构）')
  const paid = await pay(path, [1], { files: [slip] })
  expect(paid.status, paid.text).toBe(200)
  const shown = (await finance.get(path)).body
  expect(shown).toMatchObject({ files: [file], lines: [{ payments: [{ files: [slip] }] }] })
  // Whoever reads the award reads its papers; who does not, does not.
  const inventor = await house.person(['inventor'], institution)
  for (const { sha256 } of [file, slip]) {
    expect((await reviewer.get(`/files/${sha256}`)).status).toBe(200)
    expect((await inventor.get(`/files/${sha256}`)).status).toBe(404)
  }
  const found = async (by: Person) =>
    (await by.get(`/search?q=${encodeURIComponent('独木桥')}`)).body.items.map(
      ({ kind, id }: { kind: string; id: string }) => [kind, id],
    )
  expect(await found(officer)).toEqual([['staff-award', made.body.id]])
  expect(await found(inventor)).toEqual([])
  const talk = `/comments/staff-award/${made.body.id}`
  const said = await officer.send('POST', talk, { body: '请核对考核结果（虚构）' })
  expect(said.status, said.text).toBe(201)
  expect((await reviewer.get(talk)).body.items).toHaveLength(1)
  expect((await inventor.get(talk)).status).toBe(404)
})

test('another house sees nothing of it', async () => {
  const { house } = paying
  const stranger = await house.person(['tto_negotiator', 'finance'], await house.institution())
  expect((await stranger.get('/staff-purse')).body).toMatchObject({ cameInFen: '0', parts: [] })
  expect((await stranger.get('/staff-awards')).body.items).toEqual([])
  const [known] = (await officer.get('/staff-awards')).body.items
  expect((await stranger.get(`/staff-awards/${known.id}`)).status).toBe(404)
  expect((await propose([reward(helper, '1')], stranger)).status).toBe(400)
})
