import { addDays, type Day } from '@yizhuan/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { nextTurn } from './case.dues.ts'
import { actIn, lead, lineOf, type Standing, sampleDeal, upTo } from './testing/leading.ts'

const line = lineOf({ ...sampleDeal, team: [{ name: '甲示例', percent: 100 }], costs: [] })

let house: TestApp
let institution: string

beforeAll(async () => {
  house = await openTestApp(modules)
  institution = await house.institution(sampleDeal.hospital)
})
afterAll(() => house?.close())

/** Leads a new case along the main line up to an act, and sets the clock to the day of it. */
async function leadTo(type: string): Promise<Standing> {
  const standing = await lead(house, institution, upTo(type, line), '2026-03-02' as Day)
  house.clock.set(standing.on)
  return standing
}

const one = async (query: string, id: string) => (await house.database.asOwner(query, [id]))[0]
const timerOf = (id: string) => one(`select * from job where key = 'cases/turn/' || $1`, id)
const noticeOf = (id: string) =>
  one('select state, ends_on::text from public_notice where case_id = $1', id)
const turnsOf = (id: string) =>
  house.database.asOwner(
    `select body from outbox where fact = 'case.dayTurned' and body->>'case' = $1`,
    [id],
  )

describe('the next turn of a case', () => {
  const today = '2026-03-10' as Day
  test.each([
    ['the day after a deadline', [{ due: '2026-03-10', opens: null }], '2026-03-11'],
    ['the day a waiting period is over', [{ due: null, opens: '2026-03-12' }], '2026-03-12'],
    [
      'the earliest of several, not one that was',
      [
        { due: '2026-03-09', opens: null },
        { due: '2026-04-30', opens: '2026-03-20' },
      ],
      '2026-03-20',
    ],
    ['none, when nothing is to come', [{ due: '2026-03-09', opens: '2026-03-10' }], undefined],
  ])('is %s', (_why, dues, turn) => expect(nextTurn(dues, today)).toBe(turn))
})

test('a notice ends by itself, once, at the start of the day after its last, in China', async () => {
  const { id } = await leadTo('noticePublished')
  const { ends_on } = (await noticeOf(id)) ?? {}
  const after = addDays(ends_on as Day, 1)
  expect((await timerOf(id))?.['run_at']).toEqual(new Date(`${after}T00:00:00+08:00`))

  house.clock.set(new Date(`${ends_on}T23:59:59+08:00`))
  await house.workOff()
  expect((await noticeOf(id))?.['state']).toBe('running')

  house.clock.set(new Date(`${after}T00:00:00+08:00`))
  await house.workOff()
  await house.workOff()
  expect((await noticeOf(id))?.['state']).toBe('ended')
  expect(await turnsOf(id)).toHaveLength(1)
})

test('a reader is told the truth even when the timer is late', async () => {
  const { id } = await leadTo('noticePublished')
  const row = await one('select id, ends_on::text from public_notice where case_id = $1', id)
  house.clock.set(addDays(row?.['ends_on'] as Day, 1))
  const shown = await house.nobody.get(`/public/notices/${row?.['id']}`)
  expect(shown.body).toMatchObject({ state: 'ended', objectable: true, daysLeft: null })
  const running = await house.nobody.get('/public/notices?state=running')
  expect(running.body.items.map((each: { id: string }) => each.id)).not.toContain(row?.['id'])
  const ended = await house.nobody.get('/public/notices?state=ended')
  expect(ended.body.items.map((each: { id: string }) => each.id)).toContain(row?.['id'])
})

test('a deadline that passed turns the case, and what is overdue is written down', async () => {
  const { id } = await leadTo('signed')
  const due = await one(
    `select due::text, computed_from_seq from case_due where case_id = $1 and norm = 'gd.report.in-time'`,
    id,
  )
  const day = addDays(due?.['due'] as Day, 1)
  // Earlier turns of the same case come first, as they would day by day.
  for (let on = addDays(day, -3); on <= day; on = addDays(on, 1)) {
    house.clock.set(on)
    await house.workOff()
  }
  expect((await turnsOf(id)).at(-1)?.['body']).toMatchObject({ on: day })
  const [{ acts } = {}] = await house.database.asOwner(
    'select count(*)::int as acts from act where case_id = $1',
    [id],
  )
  expect(acts).toBe(due?.['computed_from_seq'])
})

test('a case that is over has no timer, whatever was due in it', async () => {
  const standing = await leadTo('noticePublished')
  const { id } = standing
  expect(await timerOf(id)).toBeDefined()
  const order = { type: 'withdrawn', data: { reason: '示例' } }
  const done = await actIn(house, institution, 'officer', standing, order)
  expect(done.kind).toBe('accepted')
  expect(await timerOf(id)).toBeUndefined()
})

test('a timer that was due while nothing ran fires at the next start', async () => {
  const { id } = await leadTo('noticePublished')
  house.clock.set('2026-12-01')
  await house.workOff()
  expect((await noticeOf(id))?.['state']).toBe('ended')
  expect(await turnsOf(id)).toHaveLength(1)
})
