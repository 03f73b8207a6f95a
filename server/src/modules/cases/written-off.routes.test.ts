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
  const at = { ...signed, on }
  const says = async (office: 'finance' | 'leaders', type: string, told: object) => {
    const papers = type === 'writeOffProposed' ? ['破产裁定（虚构）.txt'] : []
    const order = { type, data: told as never, papers }
    return (await actIn(house, institution, office, at, order)).kind
  }
  expect(await says('finance', 'writeOffProposed', data)).toBe('accepted')
  expect(await says('finance', 'receivableWrittenOff', data)).toBe('refused')
  expect(await says('leaders', 'receivableWrittenOff', data)).toBe('accepted')

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

  // A second one finds little left; taken back, it leaves the first as it was, and then that one goes too.
  const more = { amount: '40000', reason: '对方注销（虚构）' }
  const open = async () =>
    (await finance.get(`/contracts/${id}/money`)).body.receivables.map(
      ({ openMinor }: { openMinor: string }) => openMinor,
    )
  expect(await says('finance', 'writeOffProposed', more)).toBe('accepted')
  expect(await says('leaders', 'receivableWrittenOff', more)).toBe('accepted')
  expect(await open()).toEqual(['0', '0'])
  expect(await says('leaders', 'writeOffTakenBack', { reason: '误记' })).toBe('accepted')
  expect(await open()).toEqual(['0', '35000'])
  expect(await says('leaders', 'writeOffTakenBack', { reason: '误记' })).toBe('accepted')
  expect(await open()).toEqual(['30000', '50000'])
  expect(await says('leaders', 'writeOffTakenBack', { reason: '误记' })).toBe('refused')
  const { writeOffs } = (await finance.get(`/contracts/${id}/money`)).body
  expect(writeOffs.map(({ takenBack }: { takenBack: string }) => takenBack)).toEqual([
    ...['误记', '误记', '误记'],
  ])
})
