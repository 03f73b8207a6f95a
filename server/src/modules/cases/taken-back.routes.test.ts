import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { projectReceipt } from '../proceeds/index.ts'
import { actIn, lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'

// What a case said of its registration by mistake is taken back by an act: the attempt, the contract and the
// relief stand as before it, and nothing is taken back on which income was drawn up.

let house: TestApp
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-11-24' })
})
afterAll(() => house?.close())

test('entries about the registration of a case are taken back, the last first', async () => {
  const institution = await house.institution()
  const officer = await house.person(['tto_negotiator'], institution)
  const finance = await house.person(['finance'], institution)
  const signed = await lead(
    house,
    institution,
    upTo('signed', lineOf(sampleDeal)),
    day('2026-03-02'),
  )
  const { items } = (await officer.get('/contracts')).body
  const contract = items.find((one: { caseId: string }) => one.caseId === signed.id).id
  let days = 0
  const act = (type: string, data: object, by: 'officer' | 'leaders' | 'reviewer' = 'officer') => {
    days += 1
    const standing = { ...signed, on: addDays(signed.on, days) }
    return actIn(house, institution, by, standing, { type, data })
  }
  const takeBack = () => act('registrationTakenBack', { reason: '误记（演示）' }, 'reviewer')
  const attempts = async () =>
    (await officer.get(`/registrations?contract=${contract}`)).body.items
      .toSorted((a: { attempt: number }, b: { attempt: number }) => a.attempt - b.attempt)
      .map(({ attempt, state, number }: Record<string, unknown>) => [attempt, state, number])
  const said = async () => {
    const { registration, registrationNo } = (await officer.get(`/contracts/${contract}`)).body
    const { registeredOn } = (await finance.get(`/contracts/${contract}/tax`)).body
    return [registration, registrationNo, registeredOn !== null]
  }

  expect(await takeBack()).toMatchObject({ reason: { code: 'nothing-registered' } })
  await act('contractRegistered', { outcome: 'registered', number: 'GD-8' })
  expect(await said()).toEqual(['registered', 'GD-8', true])
  expect(await act('registrationTakenBack', { reason: '误' })).toMatchObject({
    code: 'role-not-allowed',
  })
  expect(await takeBack()).toMatchObject({ kind: 'accepted' })
  expect(await attempts()).toEqual([[1, 'in_review', null]])
  expect(await said()).toEqual(['unregistered', null, false])

  await act('contractRegistered', { outcome: 'registered', number: 'GD-9' })
  expect(await attempts()).toEqual([[1, 'registered', 'GD-9']])
  await act('terminated', { reason: '协商终止' })
  await act('registrationAmended', { remark: '注销登记' })
  expect(await said()).toEqual(['cancelled', 'GD-9', false])
  const [{ id }] = (await officer.get(`/registrations?contract=${contract}`)).body.items
  const { inCase } = (await officer.get(`/registrations/${id}`)).body
  expect(inCase).toMatchObject({ correct: 'registrationTakenBack' })
  expect(await takeBack()).toMatchObject({ kind: 'accepted' })
  expect(await attempts()).toEqual([[1, 'registered', 'GD-9']])
  expect(await said()).toEqual(['registered', 'GD-9', true])

  // Income that was drawn up rests on the outcome: it goes first.
  await asSystem(house.context.db, institution, (tx) =>
    projectReceipt(tx, {
      ...{ institution, case: signed.id, seq: 99, receivedOn: '2026-03-20' },
      ...{ amountFen: '100', voucher: '收-9', othersFen: '0' },
    }),
  )
  const { unverified } = (await finance.get(`/registrations/${id}`)).body
  const lines = [{ receipt: unverified[0].receipt, fen: '100' }]
  const drawn = await finance.send('POST', `/registrations/${id}/verifications`, { lines })
  expect(drawn.status).toBe(201)
  expect(await takeBack()).toMatchObject({
    ...{ code: 'registration-stays', refusal: { code: 'income-drawn' } },
  })
  const path = `/registrations/${id}/verifications/${drawn.body.id}/void`
  expect((await finance.send('POST', path, { reason: '重填' })).status).toBe(200)
  expect(await takeBack()).toMatchObject({ kind: 'accepted' })
  expect(await said()).toEqual(['unregistered', null, false])
})
