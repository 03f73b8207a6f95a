import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { PayingHouse, proofOf } from '../payouts/testing/paying.ts'

// The payroll gets a list and sends it back with its tax: looked at line by line, then taken by one act.

let paying: PayingHouse
beforeAll(async () => {
  paying = await PayingHouse.open()
})
afterAll(() => paying?.house.close())

const accounts = ['6222000000001234', '6222000000005678']

async function stored(name: string, content: string | Uint8Array<ArrayBuffer>) {
  const form = new FormData()
  form.set('file', new File([content], name))
  const answer = await paying.finance.send('POST', '/files', form)
  expect(answer.status, answer.text).toBe(201)
  const { sha256, size } = answer.body
  return { name: answer.body.name, sha256, size }
}

const preview = (id: string, body: object) =>
  paying.finance.send('POST', `/payouts/${id}/withheld-list/preview`, body)
const take = (id: string, body: object) =>
  paying.finance.send('POST', `/payouts/${id}/withheld-list`, { document: '工资表 11 月', ...body })

test('the list of a batch comes back with its tax, and every line that does not fit is named', async () => {
  const id = await paying.approved([await paying.payable(accounts)])
  const [a, b] = await paying.payments(id)
  const csv = (await paying.finance.get(`/payouts/${id}/withheld-list.csv`)).text
  expect(csv).toContain(`${a.reference},甲示例,`)
  expect(csv).toContain('420000.00,')
  const filled = csv.replace(/(420000\.00),/, '$1,"12,345.67"')
  expect(filled).not.toBe(csv)
  const wrong = `付款编号,代扣个税\n${[
    `${a.reference},420000.01`,
    `ABCDEF01-00001,1`,
    `${b.reference},约三百`,
    `${b.reference},2`,
  ].join('\n')}\n`
  const looked = await preview(id, { file: await stored('错.csv', wrong) })
  expect(looked.status, looked.text).toBe(200)
  expect(looked.body).toMatchObject({ lines: 4, faulty: 4 })
  const told = looked.body.faults.map(({ row, fault }: { row: number; fault: { en: string } }) => [
    row,
    fault.en,
  ])
  expect(told[0]).toEqual([2, 'it lies between nought and the payment before tax.'])
  expect(told[1]).toEqual([3, 'the reference is not of this batch.'])
  expect(told[2]?.[1]).toContain('is no number')
  expect(told[3]).toEqual([5, 'the same payment stands in it twice.'])
  const refused = await take(id, { file: await stored('错.csv', wrong) })
  expect(refused.body.errors).toMatchObject([{ rule: 'tax-list-unfit' }])
  const none = await preview(id, { file: await stored('空.csv', csv) })
  expect(none.body.errors).toMatchObject([{ rule: 'tax-list-empty' }])
  const other = await preview(id, { file: await stored('别.csv', '姓名,金额\n甲,3\n') })
  expect(other.body.errors).toMatchObject([{ rule: 'tax-list-columns' }])
  expect(other.text).toContain('看过的工作表：别')
  const lost = { name: '无.csv', sha256: 'b'.repeat(64), size: 3 }
  expect((await preview(id, { file: lost })).body.errors).toMatchObject([{ rule: 'stored-before' }])
  expect((await paying.batch(id)).withheldFen).toBeNull()

  const file = await stored('清单.csv', filled)
  expect((await preview(id, { file })).body).toEqual({
    ...{ lines: 1, sumFen: '1234567', faulty: 0, faults: [] },
  })
  // A row of sums is compared, and is no payment.
  const summed = (sum: string) => stored('合计.csv', `${filled.trimEnd()}\n合计,,,,,${sum}\n`)
  const wrongly = await preview(id, { file: await summed('12345.66') })
  expect(wrongly.body).toMatchObject({ lines: 1, faulty: 1, faults: [{ reference: '合计' }] })
  expect(wrongly.text).toContain('12,345.67')
  expect((await take(id, { file: await summed('12345.66') })).status).toBe(400)
  expect((await preview(id, { file: await summed('12345.67') })).body).toMatchObject({ faulty: 0 })
  expect((await take(id, { file: await summed('12345.67') })).body).toEqual({ lines: 1 })
  expect(await paying.batch(id)).toMatchObject({ withheldFen: '1234567', taxUnknown: 1 })
  expect((await paying.leader.get(`/payouts/${id}/withheld-list.csv`)).status).toBe(403)
})

test('a workbook does as well, once everything arrived', async () => {
  const id = await paying.sent([await paying.payable(accounts)])
  await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await paying.house.workOff()
  const { rawPayload } = await paying.house.app.inject({
    url: `/api/v1/payouts/${id}/withheld-list.xlsx`,
    headers: { cookie: paying.finance.cookie },
  })
  const file = await stored('清单.xlsx', new Uint8Array(rawPayload))
  // As it went out it says nothing of any payment.
  const empty = await preview(id, { file, isLate: true })
  expect(empty.body.errors).toMatchObject([{ rule: 'tax-list-empty' }])
  const [a] = await paying.payments(id)
  const csv = `付款编号\t代扣个税\n${a.reference}\t0\n`
  const tabs = await stored('清单.txt', csv)
  // Before payments are sent is another act.
  expect((await preview(id, { file: tabs })).body).toMatchObject({ faulty: 1 })
  expect((await take(id, { file: tabs, isLate: true })).body).toEqual({ lines: 1 })
  expect(await paying.batch(id)).toMatchObject({ withheldFen: '0', taxUnknown: 1 })
})

test('a list that repeats what is on record beside something new is taken for what is new', async () => {
  const id = await paying.sent([await paying.payable(accounts)])
  await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await paying.house.workOff()
  const [a, b] = await paying.payments(id)
  const late = async (...lines: readonly string[]) => ({
    file: await stored('清单.csv', `付款编号,代扣个税\n${lines.join('\n')}\n`),
    isLate: true,
  })
  expect((await take(id, await late(`${a.reference},100.00`))).body).toEqual({ lines: 1 })
  const again = await take(id, await late(`${a.reference},100.00`))
  expect(again.body.errors).toMatchObject([{ rule: 'tax-list-unfit' }])
  const twice = await late(`${a.reference},100.00`, `${a.reference},90.00`)
  expect((await take(id, twice)).status).toBe(400)
  // As the house gives it out: what is known stands in it.
  const whole = await late(`${a.reference},100.00`, `${b.reference},25.00`)
  expect((await preview(id, whole)).body).toEqual({
    ...{ lines: 1, sumFen: '2500', faulty: 0, faults: [] },
  })
  expect((await take(id, whole)).body).toEqual({ lines: 1 })
  expect(await paying.batch(id)).toMatchObject({ withheldFen: '12500', taxUnknown: 0 })
})

test('the answer of the bank is read as a workbook and as a text in its own coding', async () => {
  const id = await paying.approved([await paying.payable(accounts)])
  const read = async (file: object) => {
    const answer = await paying.finance.send('POST', `/payouts/${id}/answer-rows`, { file })
    expect(answer.status, answer.text).toBe(200)
    const { sheets } = answer.body as { sheets: { rows: { cells: string[] }[] }[] }
    return sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells))
  }
  // “结果,成功” as GB 18030 writes it.
  const coded = new Uint8Array([0xbd, 0xe1, 0xb9, 0xfb, 0x2c, 0xb3, 0xc9, 0xb9, 0xa6, 0x0a])
  expect(await read(await stored('回盘.csv', coded))).toEqual([['结果', '成功']])
  const { rawPayload } = await paying.house.app.inject({
    method: 'GET',
    url: `/api/v1/payouts/${id}/withheld-list.xlsx`,
    headers: { cookie: paying.finance.cookie },
  })
  const rows = await read(await stored('付款.xlsx', new Uint8Array(rawPayload)))
  expect(rows.flat()).toContain('付款编号')
  const officer = await paying.house.person(['tto_reviewer'], paying.finance.caller.institution)
  const file = await stored('回盘.csv', coded)
  expect((await officer.send('POST', `/payouts/${id}/answer-rows`, { file })).status).toBe(403)
  const nowhere = `/payouts/${newId()}/answer-rows`
  expect((await paying.finance.send('POST', nowhere, { file })).status).toBe(404)
})
