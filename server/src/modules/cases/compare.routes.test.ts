import type { Day } from '@yizhuan/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import type { CompareAllWire, CompareOneWire, CompareRowWire } from './compare.wire.ts'
import { lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'

// One live case looked at under two laws, two days, two readings, and with or without an own rule.

const deal = {
  ...sampleDeal,
  price: 100_000_000n,
  costs: [{ kind: 'tax' as const, amount: 6_000_000n }],
}
const start = '2026-03-02' as Day

let house: TestApp
let institution: string
let auditor: Person
let id = ''

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-07-01T08:00:00+08:00' })
  institution = await house.institution(deal.hospital)
  auditor = await house.person(['auditor'])
  // Up to the plan: its shares are there, and nothing is paid out yet.
  const steps = upTo('planDrafted', lineOf(deal))
  id = (await lead(house, institution, steps, start)).id
})
afterAll(() => house?.close())

async function compared(query: string): Promise<CompareOneWire> {
  const { status, body, text } = await auditor.get(`/cases/${id}/compare?${query}`)
  expect(status, text).toBe(200)
  return body
}

const rowOf = (rows: readonly CompareRowWire[], topic: string) =>
  rows.find((row) => row.topic === topic)

describe('one case', () => {
  test('on a day after a law ended, each side says which law that is', async () => {
    const { before, after } = await compared('before=own&after=own&afterDay=2031-01-15')
    expect(before.lapses).toEqual([])
    expect(after.lapses).toMatchObject([{ source: 'gd-2025', when: 'after', day: '2031-01-15' }])
  })

  test('under two laws: paired by topic, differences first, each side with its own article', async () => {
    const { before, after, rows, money } = await compared(
      'before=cn-gd-2025&after=cn-sh-draft-2024',
    )
    expect(before.packs.map((pack) => pack.id)).toEqual(['cn', 'cn-gd-2025'])
    expect([before.isDraft, after.isDraft]).toEqual([false, true])
    const floor = rowOf(rows, 'allocation.contributors')
    expect(floor?.before?.cite).toEqual({ source: 'gd-2025', at: 'a18.p1' })
    const first = rows.findIndex(({ differs }) => !differs)
    expect(rows.slice(first).some(({ differs }) => differs)).toBe(false)
    const bounds = ({ money: { before: a, after: b } }: CompareOneWire) =>
      [a, b].map((side) =>
        side?.bounds.map(({ id: part, isFloor, value }) => [part, isFloor, value.zh]),
      )
    expect(money.before?.net).toBe('94000000')
    expect(bounds({ money } as CompareOneWire)).toEqual([
      [
        ['contributors', true, '70%'],
        ['tto', false, '15%'],
      ],
      [
        ['contributors', true, '70%'],
        ['tto', true, '10%'],
      ],
    ])
    expect(rows.some((row) => row.after?.isDraft)).toBe(true)
  })

  test('on two days: before its first day a guideline says nothing', async () => {
    const { rows } = await compared('before=cn-gd-2025&after=cn-gd-2025&afterDay=2026-01-01')
    const row = rowOf(rows, 'plan.agreed')
    expect(row?.differs).toBe(true)
    expect(row?.before?.status).not.toBe('na')
    expect(row?.after?.status).toBe('na')
  })

  test('by two readings', async () => {
    const by = 'before=own&after=own&afterReading=gd.plan.merged:merged'
    const { rows, readings } = await compared(by)
    expect(readings.map((each) => each.id)).toContain('gd.plan.merged')
    expect(rows.length).toBeGreaterThan(20)
    const wrong = await auditor.get(`/cases/${id}/compare?afterReading=gd.plan.merged:never`)
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('afterReading')
  })

  test('law against the institution’s own rule', async () => {
    const legal = await house.person(['legal'])
    const leaders = await house.person(['leaders'])
    const rule = {
      param: 'inventor.floor',
      value: '99%',
      from: '2026-07-01',
      basis: '院发（示例）第九条',
    }
    const proposed = await legal.send('POST', '/institution/rules', rule)
    expect(proposed.status, proposed.text).toBe(201)
    const approve = { outcome: 'approved' }
    const path = `/institution/own-rules/${proposed.body.id}/decision`
    expect((await leaders.send('POST', path, approve)).status).toBe(200)
    const { rows } = await compared('before=place&after=own')
    const row = rowOf(rows, 'allocation.contributors')
    expect([row?.before?.status, row?.after?.status]).toEqual(['met', 'breached'])
    expect(row?.after?.isOwnRule).toBe(true)
    expect(row?.after?.values[0]?.value.zh).toBe('99%')
  })

  test('a law that is not there is refused; a case of others is not found', async () => {
    expect((await auditor.get(`/cases/${id}/compare?after=nowhere`)).status).toBe(400)
    const stranger = await house.person(['auditor'], await house.institution('别的医院（虚构）'))
    expect((await stranger.get(`/cases/${id}/compare`)).status).toBe(404)
  })
})

describe('every live case', () => {
  test('a summary by topic and the list of what differs', async () => {
    const { body } = await auditor.get('/cases/compare?before=cn-gd-2025&after=cn-sh-draft-2024')
    const all = body as CompareAllWire
    expect(all.looked).toBe(1)
    expect(all.items.map((item) => item.id)).toEqual([id])
    expect(all.items[0]?.rows.every(({ differs }) => differs)).toBe(true)
    expect(all.topics.length).toBe(all.items[0]?.rows.length)
  })

  test('the same as a sheet, drafts marked', async () => {
    const { text, status } = await auditor.get(
      '/cases/compare.csv?before=cn-gd-2025&after=cn-sh-draft-2024',
    )
    expect(status).toBe(200)
    expect(text).toContain('草案，仅供参考')
    const lines = text.trim().split('\r\n')
    const { body } = await auditor.get('/cases/compare?before=cn-gd-2025&after=cn-sh-draft-2024')
    expect(lines.length).toBe(1 + (body as CompareAllWire).items.flatMap(({ rows }) => rows).length)
    expect((await auditor.get('/exports')).body.items[0]).toMatchObject({
      list: { en: 'comparison of rules' },
      filter: { after: 'cn-sh-draft-2024' },
      rows: lines.length - 1,
    })
  })

  test('the same way twice makes no difference', async () => {
    const { body } = await auditor.get('/cases/compare?before=own&after=own')
    expect(body).toMatchObject({ looked: 1, items: [], topics: [] })
  })
})

test('after a law ended the workbench and an act on many cases say so as the case page does', async () => {
  house.clock.set('2031-02-03T09:00:00+08:00')
  const officer = await house.person(['tto_negotiator'], institution)
  const ended = [{ source: 'gd-2025', when: 'after', day: '2031-01-15' }]
  expect((await officer.get('/workbench')).body.lapses).toMatchObject(ended)
  const order = { procedure: 'transfer', act: 'noticeCertified', cases: [id] }
  const preview = (on: string) =>
    officer.send('POST', '/bulk-acts/preview', {
      ...order,
      on,
      data: { lastShownOn: on },
    })
  expect((await preview('2031-02-03')).body.lapses).toMatchObject(ended)
  // On a day when it was in force there is nothing to say.
  expect((await preview('2026-07-01')).body.lapses).toEqual([])
})
