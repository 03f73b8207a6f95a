import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import type { Sheets } from './testing/sheets.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// Finance brings what was spent on achievements, voucher by voucher.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const achievements = {
  成果: [
    ['成果编号', '成果名称', '成果类型', '第一完成人', '披露日期'],
    ['CG2024-0001', '示例引流装置', '实用新型', '示例甲', '2024-03-05'],
  ],
}

const head = ['成果编号', '支出日期', '费用类别', '支出金额', '资金性质', '凭证号', '摘要']
const costs = {
  成本: [
    head,
    ['CG2024-0001', '2024-05-10', '材料费', '1,200.50', '财政资金', '记-1', '示例材料'],
    ['CG2024-0001', '2024-05-10', '设备费', '800', '自有资金', '记-1', ''],
    ['CG2024-9999', '2024-05-10', '设备费', '800', '自有资金', '记-2', ''],
    ['CG2024-0001', '2024-05', '设备费', '800', '自有资金', '记-3', ''],
    ['CG2024-0001', '2024-05-11', '招待费', '800', '自有资金', '记-4', ''],
    ['CG2024-0001', '2024-05-11', '材料费', '-5', '自有资金', '记-5', ''],
    ['CG2024-0001', '2030-05-11', '材料费', '5', '自有资金', '记-6', ''],
  ],
}

const upload = (by: Person, sheets: Sheets, name = '成本.xlsx') => uploadBook(app, by, name, sheets)

async function house() {
  const institution = await app.institution()
  const office = await app.person(['tto_negotiator'], institution)
  const finance = await app.person(['finance'], institution)
  await confirmDraft(office, await upload(office, achievements))
  const [one] = (await office.get('/achievements')).body.items
  return { institution, office, finance, achievement: one.id as string }
}

test('costs are booked once, taken back in red, and may come again', async () => {
  const { finance, office, achievement } = await house()
  const draft = await upload(finance, costs)
  expect(draft.counts).toEqual([{ table: 'costs', states: { new: 2, refused: 5 }, written: 2 }])
  expect((await confirmDraft(finance, draft)).body).toMatchObject({
    entered: { cost: 2 },
    leftOut: 5,
  })
  const line = async () => (await office.get(`/assets/${achievement}`)).body
  expect(await line()).toMatchObject({ spentFen: '200050' })
  const booked = (await line()).costs.map(
    ({ kind, amountFen, funding, voucher }: Record<string, string>) =>
      [kind, amountFen, funding, voucher].join(' '),
  )
  expect(booked.sort()).toEqual(['equipment 80000 own 记-1', 'materials 120050 public 记-1'])

  const again = await upload(finance, costs, '再一次.xlsx')
  expect(again.counts).toEqual([{ table: 'costs', states: { present: 2, refused: 5 }, written: 0 }])

  const undone = await finance.send('POST', `/imports/${draft.id}/undo`, {
    records: 2,
    reason: '误传',
  })
  expect(undone.body).toMatchObject({ withdrawn: { cost: 2 } })
  expect(await line()).toMatchObject({ spentFen: '0' })
  expect((await line()).costs.length).toBe(4)
  await finance.send('DELETE', `/imports/${again.id}`)
  const third = await upload(finance, costs, '第三次.xlsx')
  expect(third.written).toBe(2)
  expect((await confirmDraft(finance, third)).status).toBe(200)
  expect(await line()).toMatchObject({ spentFen: '200050' })
})

test('one that somebody took back stands in the way, and finance imports costs alone', async () => {
  const { finance, office, achievement } = await house()
  const draft = await upload(finance, costs)
  await confirmDraft(finance, draft)
  const [first] = (await office.get(`/assets/${achievement}`)).body.costs
  const reversal = `/assets/${achievement}/costs/${first.id}/reversal`
  expect((await finance.send('POST', reversal, { reason: '记错' })).status).toBe(201)
  const plan = (await finance.get(`/imports/${draft.id}/undo`)).body
  expect(plan.hindrances).toMatchObject([{ register: 'cost', why: 'asset_cost' }])

  expect(await upload(finance, achievements, '成果.xlsx')).toMatchObject({ status: 403 })
  const admin = await app.person(['admin'], finance.caller.institution)
  expect(await upload(admin, costs, '管理员.xlsx')).toMatchObject({ status: 403 })
  for (const part of ['', '/rows', '/problems', '/problems.csv', '/decisions']) {
    expect((await admin.get(`/imports/${draft.id}${part}`)).status, part).toBe(403)
    expect((await office.get(`/imports/${draft.id}${part}`)).status, part).toBe(200)
  }
  const { finance: stranger } = await house()
  expect((await stranger.get(`/imports/${draft.id}`)).status).toBe(404)
  expect((await upload(stranger, costs)).written).toBe(2)
})

test('a row that takes more of a voucher than it comes to stays out, the others go in', async () => {
  const { office, finance, achievement } = await house()
  const second = {
    成果: [
      achievements.成果[0] ?? [],
      ['CG2024-0002', '示例支架', '实用新型', '示例甲', '2024-03-06'],
    ],
  }
  await confirmDraft(office, await upload(office, second, '第二项.xlsx'))
  const told = { spentOn: '2024-05-01', kind: 'materials', amountFen: '60000', funding: 'own' }
  const byHand = { ...told, voucher: '记-8', voucherFen: '100000' }
  const made = await finance.send('POST', `/assets/${achievement}/costs`, byHand)
  expect(made.status, made.text).toBe(201)
  const row = (number: string, fen: string, voucher: string) => [
    ...[number, '2024-05-10', '材料费', fen, '自有资金', voucher, ''],
  ]
  const draft = await upload(finance, {
    成本: [
      head,
      row('CG2024-0001', '300', '记-8'),
      row('CG2024-0002', '200', '记-8'),
      row('CG2024-0002', '100', '记-8'),
      row('CG2024-0001', '50', '记-9'),
      row('CG2024-0002', '50', '记-9'),
    ],
  })
  expect(draft.counts).toEqual([{ table: 'costs', states: { new: 3, refused: 2 }, written: 3 }])
  const { items } = (await finance.get(`/imports/${draft.id}/rows?state=refused`)).body
  const reasons = items.map(({ row: at, reason }: { row: number; reason: { zh: string } }) => [
    ...[at, reason.zh],
  ])
  expect(reasons).toEqual([
    [3, expect.stringMatching(/还可扣除100.00元/)],
    [6, expect.stringMatching(/CG2024-0001.*请在“凭证总额”一列填写/)],
  ])
  expect((await confirmDraft(finance, draft)).body).toMatchObject({
    entered: { cost: 3 },
    leftOut: 2,
  })
})

test('a row says what its whole voucher comes to, and is held to it as by hand', async () => {
  const { office, finance, achievement } = await house()
  const second = {
    成果: [
      achievements.成果[0] ?? [],
      ['CG2024-0002', '示例支架', '实用新型', '示例甲', '2024-03-06'],
    ],
  }
  await confirmDraft(office, await upload(office, second, '第二项.xlsx'))
  const row = (number: string, yuan: string, voucher: string, whole: string) => [
    ...[number, '2024-05-10', '材料费', yuan, '自有资金', voucher, '', whole],
  ]
  const draft = await upload(finance, {
    成本: [
      [...head, '凭证总额'],
      row('CG2024-0001', '300', '记-21', '1,000.00'),
      row('CG2024-0002', '600', '记-21', ''),
      row('CG2024-0002', '200', '记-21', ''),
      row('CG2024-0002', '50', '记-21', '900'),
      row('CG2024-0001', '50', '记-22', '40'),
      row('CG2024-0001', '50', '记-23', ''),
      row('CG2024-0002', '50', '记-23', '100'),
    ],
  })
  expect(draft.counts).toEqual([{ table: 'costs', states: { new: 4, refused: 3 }, written: 4 }])
  const { items } = (await finance.get(`/imports/${draft.id}/rows?state=refused`)).body
  const reasons = items.map(({ row: at, reason }: { row: number; reason: { zh: string } }) => [
    ...[at, reason.zh],
  ])
  expect(reasons).toEqual([
    [4, expect.stringMatching(/总额1000.00元.*还可扣除100.00元/)],
    [5, expect.stringMatching(/总额是1000.00元/)],
    [6, expect.stringMatching(/凭证总额不能小于/)],
  ])
  expect((await confirmDraft(finance, draft)).body).toMatchObject({ entered: { cost: 4 } })
  const more = { spentOn: '2024-05-11', kind: 'materials', funding: 'own', voucherFen: null }
  const byHand = { ...more, amountFen: '10001', voucher: '记-21' }
  const answer = await finance.send('POST', `/assets/${achievement}/costs`, byHand)
  expect(answer.status, answer.text).toBe(400)
})
