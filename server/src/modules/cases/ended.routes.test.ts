import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { bookWhatIsDue } from '../receivables/booking.commands.ts'
import { differencesOf } from '../reconciliation/index.ts'
import { actIn, lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'

// A case that ends its contract ends its payments: what falls due later is owed no more and stands in no book,
// what was due or sold before is.

let house: TestApp
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-11-24' })
})
afterAll(() => house?.close())

test('the end of a contract by its case ends its payments, in the list and in the books', async () => {
  const institution = await house.institution()
  const finance = await house.person(['finance', 'tto_negotiator'], institution)
  const from = day('2026-03-02')
  const signed = await lead(house, institution, upTo('signed', lineOf(sampleDeal)), from)
  const { items } = (await finance.get('/contracts')).body
  const { id } = items.find((one: { caseId: string }) => one.caseId === signed.id)
  const [before, after] = [addDays(signed.on, 10), addDays(signed.on, 40)]
  const fixed = (key: string, dueOn: string) => ({
    ...{ key, kind: 'fixed', label: key, minor: '50000', dueOn },
  })
  const royalty = {
    ...{ bands: [{ upTo: null, rate: '5%' }], counts: 'period', minimum: '0', every: 12 },
    ...{ from: signed.on, to: addDays(signed.on, 2000), statementDays: 30, payDays: 60 },
  }
  const running = { key: 'r', kind: 'royalty', label: '提成', royalty }
  const goal = (key: string) => ({ key, kind: 'milestone', label: key, minor: '700', days: 30 })
  const goals = [goal('m'), goal('n')]
  const terms = [fixed('a', before), fixed('b', after), fixed('c', '2031-01-01'), running, ...goals]
  const agreed = { terms, effectiveOn: signed.on }
  expect((await finance.send('POST', `/contracts/${id}/terms`, agreed)).status).toBe(201)
  const net = async () => {
    const [{ fen } = {}] = await house.database.asOwner(
      `select coalesce(sum(case side when 'debit' then amount_fen else -amount_fen end), 0)::text as fen
       from journal_line where institution_id = $1 and account = '1212'`,
      [institution],
    )
    return fen
  }
  await asSystem(house.context.db, institution, (tx) => bookWhatIsDue(tx, house.clock, institution))
  expect(await net()).toBe('100000')

  const on = addDays(signed.on, 20)
  const ended = { type: 'terminated', data: { reason: '对方违约（虚构）' } }
  expect((await actIn(house, institution, 'legal', { ...signed, on }, ended)).kind).toBe('accepted')
  const money = async () => (await finance.get(`/contracts/${id}/money`)).body
  const { receivables, versions, isEnded } = await money()
  const stands = receivables.map(({ key, state, periodTo }: Record<string, string>) => [
    ...[key, state, periodTo],
  ])
  expect(stands).toContainEqual(['a', 'overdue', null])
  expect(stands).toContainEqual(['b', 'cancelled', null])
  expect(stands).toContainEqual(['c', 'cancelled', null])
  expect(stands).toContainEqual([`r/${signed.on}`, 'awaited', addDays(on, -1)])
  expect([isEnded, versions[0].kind, versions[0].effectiveOn]).toEqual([true, 'ended', on])
  expect(versions[0].reason).toContain('对方违约')

  // What was booked of the later one is taken back, and nothing of it comes again.
  expect(await net()).toBe('50000')
  await asSystem(house.context.db, institution, (tx) => bookWhatIsDue(tx, house.clock, institution))
  expect(await net()).toBe('50000')
  const sold = { term: 'r', periodFrom: signed.on, base: '100000', stated: '5000' }
  const stated = { ...sold, receivedOn: '2026-11-24' }
  expect((await finance.send('POST', `/contracts/${id}/royalty-statements`, stated)).status).toBe(
    201,
  )
  expect(await net()).toBe('55000')
  // What was reached before the end is earned also where nobody wrote it down by then; what came later is not.
  const reach = (term: string, reachedOn: string) =>
    finance.send('POST', `/contracts/${id}/milestones`, { term, reachedOn, words: '达成（虚构）' })
  expect((await reach('n', on)).body.code).toBe('terms-ended')
  expect((await reach('m', addDays(on, -1))).status).toBe(201)
  const told = (await money()).receivables.map(({ key, state, dueOn }: Record<string, string>) => [
    ...[key, state, dueOn],
  ])
  expect(told).toContainEqual(['m', 'overdue', addDays(on, 29)])
  expect(told).toContainEqual(['n', 'cancelled', null])
  expect(await net()).toBe('55700')
  const late = await finance.send('POST', `/contracts/${id}/terms`, {
    ...agreed,
    reason: '另行约定',
  })
  expect(late.body.code).toBe('terms-ended')
  const { items: differences } = await asSystem(house.context.db, institution, (tx) =>
    differencesOf(tx, institution),
  )
  expect(differences).toEqual([])
})
