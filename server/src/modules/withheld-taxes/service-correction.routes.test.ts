import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import type { Person } from '../../platform/testing/app.ts'
import { type OneCase, PayingHouse, proofOf, today } from '../payouts/testing/paying.ts'
import { ServingHouse, voucherOf } from '../payouts/testing/serving.ts'
import { differencesOf } from '../reconciliation/index.ts'

// Commissioned work that is put right once money moved: a receipt goes back, a reward is reversed, its tax is set
// off, the next plan takes in what people have, and the rest is given back or written off. Records, registers,
// statements and books say the same after every step.

let paying: PayingHouse
let serving: ServingHouse
let finance: Person
beforeAll(async () => {
  paying = await PayingHouse.open()
  ;({ finance } = paying)
  serving = await ServingHouse.open(paying, ['丙示例', '丁示例'])
})
afterAll(() => paying?.house.close())

/** What the books have in an account for a contract. */
async function booked(one: OneCase, account: string): Promise<unknown> {
  const [row] = await paying.house.database.asOwner(
    `select coalesce(sum(line.amount_fen * case line.side when 'debit' then 1 else -1 end), 0)::text
       as fen
     from journal_line as line join journal_entry as entry on entry.id = line.entry_id
     where entry.case_id = $1 and line.account = $2`,
    [one.id, account],
  )
  return row?.['fen']
}

/** The books say what the records say. */
async function isWhole() {
  const { db } = paying.house.context
  const found = await asSystem(db, paying.institution, (tx) =>
    differencesOf(tx, paying.institution),
  )
  expect(found.items).toEqual([])
}

const refund = (one: OneCase) => ({
  ...{ receipt: voucherOf(one), cause: 'refund', amount: '4000000', voucher: '退-1' },
})
const reversal = { cause: 'refund', account: '委托方退款（示例）', resolution: '会议纪要-1' }

test('a receipt that goes back is no income any more, in the registers and in the books', async () => {
  const one = await serving.payable()
  const listed = async () =>
    (await finance.get('/service-contracts')).body.items.find(
      ({ caseId }: { caseId: string }) => caseId === one.id,
    )
  expect(await booked(one, '4101')).toBe('-10000000')
  await serving.recorded(finance, one, 'receiptRefunded', refund(one))
  expect(await listed()).toMatchObject({ receivedFen: '6000000' })
  expect([await booked(one, '4101'), await booked(one, '6101')]).toEqual(['-6000000', '-6000000'])
  // The plan that waited is overturned: nothing is owed by it, and no batch takes it.
  expect(await booked(one, '2201')).toBe('0')
  expect((await finance.get('/payouts/payable')).body.total).toBe(0)
  const [link] = await paying.house.database.asOwner(
    `select link.basis, link.fen::text from receipt_refund as link join receipt
       on receipt.id = link.receipt_id where receipt.case_id = $1`,
    [one.id],
  )
  expect(link).toMatchObject({ basis: 'act', fen: '4000000' })
  const small = serving.plan({ pool: '1200000' })
  const early = await serving.record(serving.officer, one, 'rewardPlanned', small)
  expect(early.body.code).toBe('refund-not-settled')
  await isWhole()
})

test('a reward that was paid is reversed, set off in the next, and the rest comes back', async () => {
  const one = await serving.payable()
  const id = await paying.approved([one])
  const orders = await paying.payments(id)
  const lines = orders.map(({ reference }: { reference: string }, at: number) => ({
    reference,
    withheldFen: at === 0 ? '500000' : '0',
  }))
  await finance.send('POST', `/payouts/${id}/withheld`, { document: '工资表', lines })
  await paying.leader.send('POST', `/payouts/${id}/decision`, { approve: true })
  await finance.send('POST', `/payouts/${id}/files`)
  await finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await paying.house.workOff()
  expect(await booked(one, '2201')).toBe('0')

  await serving.recorded(finance, one, 'receiptRefunded', refund(one))
  await serving.recorded(finance, one, 'netSettled', {
    ...{ method: 'actual_cost', taxes: '600000', performanceCosts: '3400000', statement: '结-1' },
  })
  const less = serving.plan({ pool: '1200000' })
  // What was paid counts against what is left of the net income, until it is reversed.
  const refused = await serving.record(serving.officer, one, 'rewardPlanned', less)
  expect(refused.body.code).toBe('law-forbids')
  expect((await serving.record(finance, one, 'rewardReversed', reversal)).status).toBe(403)
  await serving.recorded(paying.leader, one, 'rewardReversed', reversal)
  expect(await booked(one, '1218')).toBe('3000001')
  await isWhole()

  const [taxed] = (await finance.get('/withheld-taxes')).body.toSetOff
  expect(taxed).toMatchObject({ caseId: one.id, mostFen: '500000' })
  const off = { batch: taxed.batchId, number: taxed.number, amountFen: '500000', document: '说明' }
  const setOff = async () => {
    const ordered = await finance.send('POST', '/tax-set-offs', off)
    expect(ordered.status, ordered.text).toBe(201)
    const path = `/tax-set-offs/${ordered.body.id}`
    const agreed = await paying.leader.send('POST', `${path}/decision`, { approve: true })
    expect(agreed.status, agreed.text).toBe(200)
    return path
  }
  const wrong = await setOff()
  expect(await booked(one, '1218')).toBe('2500001')
  const undone = await paying.leader.send('POST', `${wrong}/reverse`, { reason: '抵错（示例）' })
  expect(undone.status, undone.text).toBe(200)
  expect(await booked(one, '1218')).toBe('3000001')
  await isWhole()
  await setOff()
  expect(await booked(one, '1218')).toBe('2500001')

  await serving.recorded(serving.officer, one, 'rewardPlanned', less)
  await serving.agreed(one)
  const given = serving.team.map(({ name }, at) => ({
    ...{ name, amount: at === 0 ? '800000' : '400000' },
  }))
  await serving.recorded(finance, one, 'rewardPaid', { lines: given, proof: '抵扣单-1' })
  expect([await booked(one, '1218'), await booked(one, '2201')]).toEqual(['1300001', '0'])
  expect(await paying.cash(one.id)).toBe('2500001')
  await isWhole()

  const [first, second] = serving.team
  const back = (name: string, way: string, amount: string) =>
    serving.recorded(finance, one, 'recoveryRecorded', { name, way, amount, proof: '收-退' })
  await back(first.name, 'repaid', '700001')
  await back(second.name, 'written_off', '600000')
  expect(await booked(one, '1218')).toBe('0')
  await isWhole()

  const mine = (await first.own?.get('/rewards'))?.body
  const own = mine.rewards.filter(({ caseId }: { caseId: string }) => caseId === one.id)
  expect(own).toHaveLength(2)
  expect(own.find(({ planSeq: _plan, reversedOn }: never) => reversedOn)).toMatchObject({
    ...{ reversedOn: today, shareFen: '2000001' },
  })
  expect(own.find(({ reversedOn }: { reversedOn: unknown }) => !reversedOn)).toMatchObject({
    ...{ shareFen: '800000', hadFen: '800000' },
  })
  expect(mine.recoveries.map(({ way }: { way: string }) => way).toSorted()).toEqual([
    ...['repaid', 'tax_set_off', 'tax_set_off', 'tax_set_off'],
  ])
  await serving.recorded(serving.officer, one, 'closed', { summary: '完成' })
})

test('namesakes of a team are called apart, planned and paid each for themselves', async () => {
  const admin = await paying.house.person(['admin'], paying.institution)
  const people = await Promise.all(
    ['6222000000009101', '6222000000009102'].map(async (bankAccount) => {
      const body = { name: '同名示例', bankName: '示例银行', bankAccount }
      return (await admin.send('POST', '/people', body)).body.id as string
    }),
  )
  const members = people.map((id) => serving.member({ id, name: '同名示例' }))
  const one = await serving.settled(members)
  const plan = serving.plan({ lines: members.map((each) => ({ ...each, share: '50%' })) })
  await serving.recorded(serving.officer, one, 'rewardPlanned', { ...plan, pool: '3000000' })
  for (const member of ['同名示例（1）', '同名示例（2）']) {
    const paper = '签字件（示例）'
    await serving.recorded(serving.officer, one, 'rewardAgreed', { member, paper })
  }
  const id = await paying.sent([one])
  const file = await finance.get(`/payouts/${id}/files/1.csv`)
  expect(file.text).toContain('同名示例,')
  expect(file.text).not.toContain('（1）')
  await finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await paying.house.workOff()
  for (const person of people) {
    const told = (await finance.get(`/people/${person}/rewards`)).body
    expect(told.rewards).toMatchObject([{ shareFen: '1500000', paidFen: '1500000' }])
  }
  await isWhole()
})
