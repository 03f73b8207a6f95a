import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Person } from '../../../platform/testing/app.ts'
import type { PayingHouse } from '../../payouts/testing/paying.ts'
import { AwardingHouse, reward } from '../testing/awarding.ts'

// Who is paid by a batch of bonuses and awards is one person, whatever the register or an account calls them.

let house: AwardingHouse
let paying: PayingHouse
let finance: Person
let admin: Person

beforeAll(async () => {
  house = await AwardingHouse.open()
  ;({ paying } = house)
  ;({ finance } = paying)
  admin = await paying.house.person(['admin'], paying.institution)
})
afterAll(() => paying?.house.close())

async function entered(name: string): Promise<string> {
  const given = { name, bankName: '示例银行', bankAccount: '6222000000007009' }
  const made = await admin.send('POST', '/people', given)
  expect(made.status, made.text).toBe(201)
  return made.body.id
}

test('a payee approves no batch of theirs, though nothing but the name of their account says who they are', async () => {
  await house.filled()
  const receiver = await paying.house.person(['leaders'], paying.institution)
  const payee = await entered(receiver.caller.name)
  const own = await house.awarded([reward(payee, '1000')])
  const others = await house.awarded([reward(house.helper, '2000')])
  const { id } = (await house.order([own, others])).body
  const refused = await house.decide(id, receiver)
  expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('收款')])
  // What is theirs is taken out: of the rest they decide.
  const out = { case: own.id, reason: '另批发放（虚构）' }
  expect((await finance.send('POST', `/payouts/${id}/take-out`, out)).status).toBe(200)
  const decided = await house.decide(id, receiver)
  expect(decided.status, decided.text).toBe(200)
})

test('who got the money of a share is who the batch sent it to, though somebody else bears the name by then', async () => {
  const name = '同名（虚构）'
  const payee = await entered(name)
  const bonus = await house.granted([{ name, person: payee, fen: '400000' }])
  const id = await house.sent([bonus])
  const [payment] = await paying.payments(id)
  expect(payment).toMatchObject({ person: payee, name })
  // Meanwhile they are called otherwise, and a newcomer is called as they were.
  const { asOwner } = paying.house.database
  await asOwner('update person set name = $1 where id = $2', ['改名（虚构）', payee])
  const newcomer = newId()
  await asOwner('insert into person (institution_id, id, name) values ($1, $2, $3)', [
    ...[paying.institution, newcomer, name],
  ])
  expect((await house.prove(id, 'all-paid')).status).toBe(202)
  await paying.house.workOff()
  const statementOf = async (person: string) =>
    JSON.stringify((await finance.get(`/people/${person}/rewards`)).body)
  expect(await statementOf(payee)).toContain('"400000"')
  expect(await statementOf(newcomer)).not.toContain('"400000"')
})

test('a share that tells a name alone goes to no account, though one of the register bears the name', async () => {
  const name = '外院发明人（虚构）'
  await entered(name)
  const bonus = await house.granted([{ name, fen: '400000' }])
  const made = await house.order([bonus])
  expect(made.status, made.text).toBe(409)
  expect(made.body.code).toBe('no-award-to-pay')
  const waiting = await finance.get('/payouts/payable-awards')
  expect(waiting.body.items.map(({ id }: { id: string }) => id)).not.toContain(bonus.id)
})
