import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { actIn, lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'

// What the registrar decided of a case's contract is an act of the case; the register of registrations
// says it too, and lets nobody say it beside.

let house: TestApp
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-11-24' })
})
afterAll(() => house?.close())

test('acts of a case become what its registration came to, attempt by attempt', async () => {
  const institution = await house.institution()
  const officer = await house.person(['tto_negotiator'], institution)
  const before = upTo('signed', lineOf(sampleDeal))
  const signed = await lead(house, institution, before, day('2026-03-02'))
  const { items } = (await officer.get('/contracts')).body
  const contract = items.find((one: { caseId: string }) => one.caseId === signed.id).id
  const act = async (days: number, type: string, data: object) => {
    const on = addDays(signed.on, days)
    const outcome = await actIn(house, institution, 'officer', { ...signed, on }, { type, data })
    expect(outcome).toMatchObject({ kind: 'accepted' })
    return on
  }
  const attempts = async () =>
    (await officer.get(`/registrations?contract=${contract}`)).body.items
      .toSorted((a: { attempt: number }, b: { attempt: number }) => a.attempt - b.attempt)
      .map(({ attempt, state, number }: Record<string, unknown>) => [attempt, state, number])

  await act(1, 'contractRegistered', { outcome: 'refused' })
  expect(await attempts()).toEqual([[1, 'refused', null]])
  const said = (await officer.get(`/contracts/${contract}`)).body
  expect([said.registration, said.registeredOn]).toEqual(['refused', null])

  // The office hands it in again; the outcome is the case's to say, and the attempt is not doubled.
  const { id } = (await officer.send('POST', `/contracts/${contract}/registrations`)).body
  const step = { step: 'not_technology', on: '2026-11-24', words: '试', expectedSeq: 1 }
  const early = await officer.send('POST', `/registrations/${id}/steps`, step)
  expect(early.body.code).toBe('step-out-of-order')
  const data = { outcome: 'registered', number: 'GD-7', recognisedAmount: '70000000' }
  const on = await act(2, 'contractRegistered', data)
  expect(await attempts()).toEqual([
    [1, 'refused', null],
    [2, 'registered', 'GD-7'],
  ])
  const one = (await officer.get(`/registrations/${id}`)).body
  expect([one.decidedOn, one.recognisedFen, one.isOfCase]).toEqual([on, '70000000', true])
  expect(one.events.at(-1).act).toEqual({ case: signed.id, seq: expect.any(Number) })
  const beside = { step: 'changed', on: '2026-11-24', words: '变更', expectedSeq: one.seq }
  const own = await officer.send('POST', `/registrations/${id}/steps`, beside)
  expect(own.body.code).toBe('recorded-in-case')

  await act(3, 'terminated', { reason: '协商终止' })
  await act(4, 'registrationAmended', { remark: '注销登记' })
  const after = (await officer.get(`/registrations/${id}`)).body
  expect([after.state, after.reason, after.isInForce]).toEqual(['terminated', '注销登记', false])

  // Of a case that was closed to others, its registration is closed to them as well.
  const close = `insert into closed_case values ($1, $2, array['discipline'], '{}')`
  await house.database.asOwner(close, [institution, signed.id])
  const discipline = await house.person(['discipline'], institution)
  for (const path of [`/registrations/${id}`, `/registrations/${id}/history`]) {
    expect([path, (await officer.get(path)).status]).toEqual([path, 404])
    expect([path, (await discipline.get(path)).status]).toEqual([path, 200])
  }
  expect((await officer.get(`/registration-form.csv?id=${id}`)).status).toBe(404)
})
