import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderFor, PayingHouse, proofOf } from './testing/paying.ts'

// One of two goes by the bank, the other to the account of a project.

let paying: PayingHouse
beforeAll(async () => {
  paying = await PayingHouse.open()
})
afterAll(() => paying?.house.close())

const project = { projectNumber: '课-2026-1', projectAccount: '止血材料课题（虚构）' }
const say = (id: string, lines: readonly object[]) =>
  paying.finance.send('PUT', `/payouts/${id}/ways`, { lines, reason: '本人申请' })

test('each payment goes its own way, and the file groups them by it', async () => {
  const one = await paying.payable()
  const id = await paying.approved([one])
  const [first, second] = await paying.payments(id)
  expect(second).toMatchObject({ way: 'bank', lacksAccount: true, projectNumber: null })
  const line = { reference: second.reference, way: 'project', ...project }
  const said = await say(id, [line])
  expect(said.status, said.text).toBe(200)
  // What was approved to go one way is approved anew, by somebody else.
  expect(await paying.batch(id)).toMatchObject({ state: 'made', decidedName: null })
  const { items } = (await paying.finance.get(`/payouts/${id}/history`)).body
  expect(JSON.stringify(items.at(-1))).toContain(project.projectAccount)
  const own = await paying.finance.send('POST', `/payouts/${id}/decision`, { approve: true })
  expect(own.status).toBe(403)
  const decision = await paying.leader.send('POST', `/payouts/${id}/decision`, { approve: true })
  expect(decision.status, decision.text).toBe(200)
  const file = await paying.finance.send('POST', `/payouts/${id}/files`)
  expect(file.body, file.text).toMatchObject({ orders: 2 })
  const sheet = (await paying.finance.get(`/payouts/${id}/files/1.csv?lang=zh`)).text
  const rows = sheet.split('\n').filter((row: string) => /银行转账|转入项目经费/.test(row))
  expect(rows[0]).toContain('银行转账')
  expect(rows[1]).toContain(`转入项目经费`)
  expect(rows[1]).toContain(`${project.projectNumber},${project.projectAccount}`)
  expect((await say(id, [{ ...line, way: 'bank' }])).body.code).toBe('ways-not-open')
  const lines = [first, second].map(({ reference, amountFen }) => ({
    ...{ reference, outcome: 'paid', amountFen },
  }))
  const proof = await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf(lines))
  expect(proof.status, proof.text).toBe(202)
  await paying.house.workOff()
  expect(await paying.actsOf(one)).toHaveLength(1)
})

test('a line that does not fit changes nothing, and a project that nobody named is not sent to', async () => {
  const one = await paying.payable()
  const made = orderFor([one])
  await paying.finance.send('POST', '/payouts', { ...made, way: 'project' })
  await paying.house.workOff()
  const payments = await paying.payments(made.id)
  expect(payments.map((each: { lacksAccount: boolean }) => each.lacksAccount)).toEqual([true, true])
  const [{ reference }] = payments
  const unfit = [
    [{ reference: '00000000-00001', way: 'bank' }],
    [{ reference, way: 'project' }],
    [
      { reference, way: 'payroll' },
      { reference, way: 'bank' },
    ],
  ]
  for (const lines of unfit)
    expect((await say(made.id, lines)).body.errors[0].rule).toBe('way-unfit')
  expect(await paying.payments(made.id)).toEqual(payments)
  await paying.leader.send('POST', `/payouts/${made.id}/decision`, { approve: true })
  const file = await paying.finance.send('POST', `/payouts/${made.id}/files`)
  expect(file.body.code).toBe('no-payment-to-send')
})
