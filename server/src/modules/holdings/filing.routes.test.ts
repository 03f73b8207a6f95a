import type { Day } from '@yizhuan/kit'
import type { DeferralChoice } from '@yizhuan/procedures'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { filingsOf, isOpen } from './filing.ts'
import { houseIn, opened } from './testing/house.ts'

// A deferral of tax that is not filed in time is none: until it is filed it is a task with its last day.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app?.close())

test('a deferral is to be filed by a day of the next month, and is a task until it is', async () => {
  const { officer, finance } = await houseIn(app, 'CN-GD')
  const { id, record } = await opened(officer)
  await record(finance, 'taxChosen', { option: 'tax_deferred' })
  const asked = `/calendar?from=2026-03-01&to=2026-03-31&record=${id}`
  const dues = async () => (await finance.get(asked)).body.items
  // The fifteenth of March 2026 is a Sunday.
  expect(await dues()).toMatchObject([
    {
      ...{ day: '2026-03-16', kind: 'deadline', act: 'taxChosen' },
      article: { source: 'cn-equity-deferral-2016', at: 'h5' },
      record: { kind: 'holding', id },
    },
  ])
  const clocks = async () =>
    (await officer.get(`/holdings/${id}`)).body.clocks.filter(
      ({ kind }: { kind: string }) => kind === 'filing',
    )
  expect(await clocks()).toMatchObject([{ day: '2026-03-16' }])
  const sheet = async () => (await finance.get('/deferral-filings.csv?lang=en')).text
  expect(await sheet()).toContain(',Tax deferred,,,,2026-03-16,,,')
  await record(finance, 'taxChosen', { option: 'tax_deferred', filing: '备-1' })
  expect(await dues()).toEqual([])
  expect(await clocks()).toEqual([])
  expect(await sheet()).toContain(',Tax deferred,,,,2026-03-16,,备-1,')
  expect((await officer.get('/deferral-filings.csv')).status).toBe(403)
})

test('who chose to be taxed at once files nothing, and who chose a deferral is asked by name', () => {
  const choice = (name: string, given: Partial<DeferralChoice>): DeferralChoice => ({
    ...{ name, option: 'tax_deferred', chosenOn: '2026-03-01' as Day, value: 9n, cost: 1n },
    ...{ holds: true, filed: undefined, settledOn: undefined },
    ...given,
  })
  const told = { formedOn: '2026-02-01' as Day, periods: [], tax: null }
  const filings = filingsOf(told, [
    choice('甲', {}),
    choice('乙', { option: 'at_once' }),
    choice('丙', { filed: { on: '2026-03-02' as Day, receipt: '备-2' } }),
  ])
  expect(filings.filter(isOpen).map(({ name }) => name)).toEqual(['甲'])
  expect(filings.map(({ receipt }) => receipt)).toEqual([null, null, '备-2'])
  expect(filingsOf(told, [])).toEqual([])
})
