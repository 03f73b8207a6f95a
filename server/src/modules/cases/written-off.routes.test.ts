import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { actIn, lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'

// What a case writes off and what its contract is owed agree: the act is the truth.

let house: TestApp
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-11-24' })
})
afterAll(() => house?.close())

test('an act of a case writes off the oldest receivables of its contract, and nothing else may', async () => {
  const institution = await house.institution()
  const finance = await house.person(['finance'], institution)
  const signed = await lead(
    house,
    institution,
    upTo('signed', lineOf(sampleDeal)),
    day('2026-03-02'),
  )
  const { items } = (await finance.get('/contracts')).body
  const { id } = items.find((one: { caseId: string }) => one.caseId === signed.id)
  const fixed = (key: string, minor: string, dueOn: string) => ({
    ...{ key, kind: 'fixed', label: key, minor, dueOn },
  })
  const terms = [fixed('b', '50000', '2026-10-01'), fixed('a', '30000', '2026-09-01')]
  const agreed = { terms, effectiveOn: signed.on }
  expect((await finance.send('POST', `/contracts/${id}/terms`, agreed)).status).toBe(201)

  const on = addDays(signed.on, 1)
  const data = { amount: '45000', reason: '对方破产（虚构）' }
  const order = { type: 'receivableWrittenOff', data }
  const outcome = await actIn(house, institution, 'finance', { ...signed, on }, order)
  expect(outcome.kind).toBe('accepted')

  const { receivables } = (await finance.get(`/contracts/${id}/money`)).body
  const stands = receivables.map(({ key, writtenOffMinor, openMinor }: Record<string, string>) => [
    ...[key, writtenOffMinor, openMinor],
  ])
  expect(stands).toEqual([
    ['a', '30000', '0'],
    ['b', '15000', '35000'],
  ])
  const beside = { minor: '1', writtenOn: '2026-11-24', reason: '另行核销' }
  const own = `/receivables/${receivables[1].id}/write-off`
  expect((await finance.send('POST', own, beside)).body.code).toBe('written-off-in-case')
})
