import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderFor, PayingHouse, proofOf } from '../testing/paying.ts'

// What finance said of wages reaches whoever keeps them: who was paid what, how it is treated, and by which article.

let paying: PayingHouse
beforeAll(async () => {
  paying = await PayingHouse.open()
})
afterAll(() => paying?.house.close())

const sheet = async (query: string, who = paying.finance) => {
  const { status, text, body } = await who.get(`/payouts/personnel.csv?${query}&lang=zh`)
  if (status !== 200) return { status, body, rows: [] }
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
  const names = head.split(',')
  const rows = lines.map((one: string) =>
    Object.fromEntries(one.split(',').map((cell, at) => [names[at], cell])),
  )
  return { status, body, rows }
}

test('a batch leaves as a sheet with staff numbers, sums and what was said of wages', async () => {
  const one = await paying.payable()
  await paying.house.database.asOwner(
    `update person set staff_number = 'P-0001' where institution_id = $1 and id = $2`,
    [paying.institution, one.people[0]],
  )
  const order = {
    ...orderFor([one]),
    treatment: { countedInWages: true, cappedByWages: false, carriedIntoBase: false },
  }
  expect((await paying.finance.send('POST', '/payouts', order)).status).toBe(202)
  await paying.house.workOff()
  const { rows } = await sheet(`batch=${order.id}`)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({
    ...{ 工号: 'P-0001', 姓名: '甲示例', 奖励类型: '成果转化奖励', 批次: order.title },
    ...{ '税前金额（元）': '420000.00', '代扣个税（空白为未登记）（元）': '', 状态: '待付' },
    ...{ '计入当年工资总额（空白为未说明）': '是', '受工资总额限制（空白为未说明）': '否' },
    '计入社保缴纳基数（空白为未说明）': '',
  })
  expect(rows[0]?.['项目编号']).not.toBe('')
  expect(rows[0]?.['规定的要求及条款']).toMatch(/受工资总额限制：否（gd-2025 第十七条/)
  expect(rows[1]).toMatchObject({ 工号: '', 姓名: '乙示例', '税前金额（元）': '280000.00' })

  // The administrator sees in the log who took it.
  const auditor = await paying.house.person(['auditor'], paying.institution)
  const log = await auditor.get('/exports')
  expect(JSON.stringify(log.body)).toContain('奖励发放人事清单')
})

test('a month has what was paid in it, by batch or by hand, after it is through as well', async () => {
  const one = await paying.payable(['6222000000001234', '6222000000005678'])
  const id = await paying.sent([one])
  expect((await sheet('month=2026-11')).rows).toEqual([])
  const proof = await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  expect(proof.status, proof.text).toBe(202)
  await paying.house.workOff()
  const { rows } = await sheet('month=2026-11')
  expect(rows.map((row) => [row['姓名'], row['状态'], row['付款日']])).toEqual([
    ['甲示例', '已付', '2026-11-24'],
    ['乙示例', '已付', '2026-11-24'],
  ])
  expect(rows[0]?.['规定的要求及条款']).toMatch(/受工资总额限制：否（gd-2025 第十七条/)
  expect((await sheet('month=2026-10')).rows).toEqual([])

  await paying.house.database.asOwner(
    `insert into hand_payment (institution_id, id, source, record_id, case_id, seq, line, title, name,
      person_id, amount_fen, paid_on, proof)
     values ($1, gen_random_uuid(), 'grant_bonus', gen_random_uuid(), null, 1, 1, '示例专利', '甲示例', $2, '300000',
      '2026-11-20', '工资表 11（示例）')`,
    [paying.institution, one.people[0]],
  )
  const hand = (await sheet('month=2026-11')).rows.at(-1)
  expect(hand).toMatchObject({
    ...{ 姓名: '甲示例', 奖励类型: '专利授权奖金', 项目名称: '示例专利' },
    ...{ '税前金额（元）': '3000.00', 付款编号或凭证: '工资表 11（示例）', 批次: '' },
  })
  expect(hand?.['规定的要求及条款']).toBe('')

  await paying.house.database.asOwner(
    `insert into hand_payment (institution_id, id, source, record_id, case_id, seq, line, title, name,
      person_id, amount_fen, paid_on, proof)
     values ($1, gen_random_uuid(), 'staff_award', gen_random_uuid(), null, 1, 1, '上半年奖励（虚构）', '甲示例', $2,
      '200000', '2026-11-21', '工资表 12（示例）')`,
    [paying.institution, one.people[0]],
  )
  expect((await sheet('month=2026-11')).rows.at(-1)).toMatchObject({
    ...{ 奖励类型: '转化人员奖励', 项目编号: '', 项目名称: '上半年奖励（虚构）' },
    ...{ '税前金额（元）': '2000.00', 规定的要求及条款: '' },
  })
})

test('what came back in two months stands in the sheet of each', async () => {
  await paying.house.database.asOwner(
    `with paid as (insert into hand_payment (institution_id, id, source, record_id, case_id, seq, line, title, name,
        person_id, amount_fen, paid_on, proof, back_fen)
      values ($1, gen_random_uuid(), 'staff_award', gen_random_uuid(), null, 1, 1, '示例事项', '甲示例', null, '300',
        '2026-07-20', '工资表 7（示例）', 300) returning id)
     insert into hand_payment_return (institution_id, payment_id, nth, amount_fen, on_day, proof)
     select $1, paid.id, nth, 150, on_day::date, '退回单（示例）'
     from paid, (values (1, '2026-08-03'), (2, '2026-09-04')) as part (nth, on_day)`,
    [paying.institution],
  )
  for (const month of ['2026-07', '2026-08', '2026-09'])
    expect((await sheet(`month=${month}`)).rows, month).toHaveLength(1)
  expect((await sheet('month=2026-10')).rows).toEqual([])
})

test('it is of one batch or one month, and of the own house', async () => {
  expect((await sheet('')).body.errors).toMatchObject([{ pointer: '#/month' }])
  expect((await sheet('month=2026-13')).status).toBe(400)
  const one = await paying.payable()
  const id = await paying.approved([one])
  expect((await sheet(`batch=${id}&month=2026-11`)).status).toBe(400)
  expect((await sheet(`batch=${id}`)).rows).toHaveLength(2)
  expect((await sheet(`batch=${id}`, paying.leader)).status).toBe(403)
  const stranger = await paying.house.person(['finance'], await paying.house.institution())
  expect((await sheet(`batch=${id}`, stranger)).status).toBe(404)
  expect((await sheet('month=2026-11', stranger)).rows).toEqual([])
})
