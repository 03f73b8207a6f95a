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
  // Relief and income rest on it: no more is recognised than the form says was agreed.
  const later = { ...signed, on: addDays(signed.on, 2) }
  const above = { type: 'contractRegistered', data: { ...data, recognisedAmount: '120000001' } }
  const refused = await actIn(house, institution, 'officer', later, above)
  expect(JSON.stringify(refused)).toContain('recognised-above-amount')
  const half = { type: 'contractRegistered', data: { ...data, recognisedAmount: '12.50' } }
  const malformed = await actIn(house, institution, 'officer', later, half)
  expect(JSON.stringify(malformed)).toContain('#/data/recognisedAmount')
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

  // No other case bears this certificate.
  const next = await lead(house, institution, before, day('2026-03-02'))
  const same = { type: 'contractRegistered', data: { ...data, number: ' gd-7' } }
  const where = { ...next, on: addDays(next.on, 2) }
  const doubled = await actIn(house, institution, 'officer', where, same)
  expect(JSON.stringify(doubled)).toContain('certificate-of-another')

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

test('the register of contracts knows number, field, territory and term from the acts of the case', async () => {
  const institution = await house.institution()
  const officer = await house.person(['tto_negotiator', 'finance'], institution)
  const scope = { licenceKind: 'exclusive', territory: '中国大陆', licenceUntil: '2031-12-31' }
  const field = '长'.repeat(1_500)
  const said = (type: string) => {
    const step = lineOf(sampleDeal).find((one) => one.type === type)
    if (!step) throw new TypeError(`The line has no ${type}.`)
    return step.data(day('2026-03-02'), day('2026-03-01'))
  }
  const terms = { ...(said('proposed')['terms'] as object), ...scope, field }
  const line = upTo('decided', lineOf(sampleDeal)).map((step) =>
    step.type === 'proposed' ? { ...step, data: () => ({ terms }) } : step,
  )
  const before = await lead(house, institution, line, day('2026-03-02'))
  const on = addDays(before.on, 4)
  const sign = (number: string) =>
    actIn(
      house,
      institution,
      'officer',
      { ...before, on },
      {
        type: 'signed',
        data: { ...said('signed'), number, effectiveOn: '2026-05-01' },
      },
    )
  expect(await sign('HT-1')).toMatchObject({ kind: 'accepted' })
  const { items } = (await officer.get('/contracts')).body
  const { id } = items.find((one: { caseId: string }) => one.caseId === before.id)
  expect((await officer.get(`/contracts/${id}`)).body).toMatchObject({
    ...{ number: 'HT-1', exclusivity: 'exclusive', territory: '中国大陆', field },
    ...{ termFrom: '2026-05-01', termTo: '2031-12-31' },
  })

  // Another case cannot sign under that number.
  const other = await lead(
    house,
    institution,
    upTo('decided', lineOf(sampleDeal)),
    day('2026-03-02'),
  )
  const again = await actIn(
    house,
    institution,
    'officer',
    { ...other, on: addDays(other.on, 4) },
    {
      type: 'signed',
      data: { ...said('signed'), number: ' HT-1 ' },
    },
  )
  expect(again).toMatchObject({ kind: 'refused' })
  expect(JSON.stringify(again)).toContain('number-taken')
})
