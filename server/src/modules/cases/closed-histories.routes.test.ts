import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'
import { store } from './testing/storing.ts'

// Registers beside the cases speak of cases too; of a closed one they speak to its readers only.

let house: TestApp
let institution: string
let discipline: Person
let id: string
let closed: string

beforeAll(async () => {
  house = await openTestApp(modules)
  institution = await house.institution(sampleDeal.hospital)
  const begun = await lead(
    house,
    institution,
    upTo('disclosed', lineOf(sampleDeal)),
    '2026-03-02' as never,
  )
  id = begun.id
  house.clock.set(begun.on)
  discipline = await house.person(['discipline'], institution)
  closed = (await discipline.get(`/cases/${id}`)).body.case.number
  const own = 'update case_officer set person_id = $1 where case_id = $2'
  await house.database.asOwner(own, [discipline.caller.person, id])
  await house.database.asOwner(
    `insert into closed_case values ($1, $2, array['discipline', 'leaders'], '{}')`,
    [institution, id],
  )
})
afterAll(() => house?.close())

const post = async (who: Person, path: string, body: object) => {
  const answer = await who.send('POST', path, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

test('neither a history of delegations nor one of hand-overs names it to who may not read it', async () => {
  const counsel = await house.person(['legal', 'leaders'], institution)
  const leader = await house.person(['leaders'], institution)
  const letter = await store(counsel, '委托书（虚构）')
  const entered = await post(counsel, '/delegations', {
    task: 'title',
    delegate: '示例事务所（虚构）',
    isCompany: false,
    caseId: id,
    letterNumber: '院托〔2026〕9号',
    letter,
    from: '2026-06-01',
    until: null,
    reason: '调查协助（演示）',
  })
  const withdraw = `/delegations/${entered.id}/withdraw`
  expect((await counsel.send('POST', withdraw, { reason: '收回（演示）' })).status).toBe(200)
  const successor = await house.person(['discipline'], institution)
  const outsider = await house.person(['tto_negotiator', 'legal'], institution)
  const handing = (to: Person) => ({ from: discipline.caller.person, to: to.caller.person })
  // Nobody is given a case that they may not read.
  const refused = await leader.send('POST', '/handovers', { ...handing(outsider), reason: '调岗' })
  expect([refused.status, refused.body.errors?.[0]?.rule]).toEqual([400, 'may-read'])
  const naming = { lead: discipline.caller.person, support: [outsider.caller.person], reason: '调' }
  const named = await discipline.send('POST', `/cases/${id}/officers`, naming)
  expect(named.body.errors?.[0]).toMatchObject({ pointer: '#/support/0', rule: 'may-read' })
  await post(leader, '/handovers', { ...handing(successor), reason: '调岗（演示）' })
  for (const path of ['/delegations/history', '/handovers']) {
    const told = await leader.get(path)
    expect([told.status, told.text.includes(closed) || told.text.includes(id)]).toEqual([200, true])
    const hidden = await outsider.get(path)
    expect(hidden.status).toBe(200)
    expect(hidden.text).not.toContain(closed)
    expect(hidden.text).not.toContain(id)
    expect(hidden.text).not.toContain('（演示）')
    // The chain is checked whole, and it is said that something is left out.
    const { chain, items, withheld } = hidden.body
    expect([chain.ok, items.length + withheld]).toEqual([true, chain.length])
  }
})
