import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { houseIn, opened } from './testing/house.ts'

// What befell the equity and what it brought leave as sheets; a worth whose appraisal is over is said to be so.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app?.close())

const appraisal = (validUntil: string) => ({
  ...{ agency: '示例评估（虚构）', value: '50000000', validUntil },
})

async function withLife() {
  const of = await houseIn(app, 'CN-GD')
  const one = await opened(of.officer)
  await one.record(of.finance, 'listed', { entry: '单-1' })
  await one.record(of.finance, 'appraised', appraisal('2027-06-01'))
  const exit = { matter: 'exit', terms: '全部转让', handler: 'institution', minuted: true }
  const dividend = { year: '2025', total: '1000000', resolution: '股东会-1', basis: 'by_share' }
  await one.record(of.finance, 'dividendDeclared', dividend, '2026-04-01')
  await one.record(of.finance, 'dividendReceived', {
    ...{ amount: '60000', voucher: '收-1', year: '2025' },
  })
  await one.record(of.leaders, 'eventDecided', { ...exit, to: '示例创投（虚构）' })
  await one.record(of.officer, 'eventHandled', {
    holders: [
      { name: '示例甲', kind: 'contributor', share: '21%', isChief: false },
      { name: '示例创投（虚构）', kind: 'partner', share: '79%' },
    ],
    ...{ price: '120000000', costs: '2000000', onList: true, agreement: '转-1' },
    receipts: [{ voucher: '收-转-1', amount: '120000000' }],
    distribution: [
      { to: 'institution', amount: '100000000' },
      { to: 'contributors', name: '示例甲', amount: '18000000' },
    ],
  })
  return { ...of, ...one }
}

const csv = async (who: Person, path: string) => {
  const { status, text } = await who.get(path)
  expect(status, text).toBe(200)
  return text.trim().split('\r\n')
}

test('changes and dividends leave as sheets, filtered, and the export is on the log', async () => {
  const { institution, officer, id } = await withLife()
  await opened(officer, '2026-03-01')
  const [head, ...events] = await csv(officer, `/holding-events.csv?holding=${id}&lang=zh`)
  expect(head).toContain('处置净收入（元）')
  expect(events).toHaveLength(1)
  expect(events[0]).toContain('退出,全部转让')
  expect(events[0]).toContain('1200000.00,20000.00,1180000.00,900000.00,280000.00')
  expect(events[0]).toContain('完成人及贡献人员 示例甲 180,000.00 已发放 0.00')
  const dividends = await csv(officer, '/holding-dividends.csv?lang=en')
  expect(dividends.slice(1).map((line) => line.split(',').slice(2).join(','))).toEqual([
    'Decided,2026-04-01,2025,股东会-1,10000.00,900.00,300.00,',
    'Received,2026-06-20,2025,,,,,600.00',
  ])
  for (const none of [
    'events.csv?matter=increase',
    'events.csv?to=2026-06-19',
    'dividends.csv?q=无',
  ])
    expect(await csv(officer, `/holding-${none}`), none).toHaveLength(1)
  const turned = await officer.get('/holding-events.csv?from=2026-07-01&to=2026-06-01')
  expect(turned.status).toBe(400)
  const auditor = await app.person(['auditor'], institution)
  const { items } = (await auditor.get('/exports')).body
  expect(items[0].list.en).toBe('Dividends of equity')
  const inventor = await app.person(['inventor'], institution)
  for (const path of ['events', 'dividends'])
    expect((await inventor.get(`/holding-${path}.xlsx`)).status).toBe(403)
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect(await csv(stranger, '/holding-events.csv')).toHaveLength(1)
})

test('an appraisal that is over is no worth of today: list, page, sheet and whole say since when', async () => {
  const { officer, finance } = await houseIn(app, 'CN-GD')
  const { id, record } = await opened(officer)
  await record(finance, 'appraised', appraisal('2026-06-19'), '2026-05-01')
  const lapsed = { worthFen: '50000000', worthLapsedOn: '2026-06-19' }
  expect((await officer.get('/holdings')).body.items).toMatchObject([lapsed])
  expect((await officer.get(`/holdings/${id}`)).body).toMatchObject(lapsed)
  expect((await officer.get('/holdings.csv?lang=en')).text).toContain('500000.00,2026-06-19,')
  const whole = await officer.get('/holding-portfolio?from=2026-01-01&to=2026-12-31')
  expect(whole.body.total).toMatchObject({ worth: '50000000', lapsed: 1 })
  const before = await officer.get('/holding-portfolio?from=2026-01-01&to=2026-06-19')
  expect(before.body.total).toMatchObject({ lapsed: 0 })
  // On its last day it still holds.
  await record(finance, 'appraised', appraisal('2026-06-20'))
  expect((await officer.get(`/holdings/${id}`)).body.worthLapsedOn).toBeNull()
})
