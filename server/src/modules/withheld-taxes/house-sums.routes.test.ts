import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { PayingHouse, proofOf, today } from '../payouts/testing/paying.ts'

// Tax is paid over for the whole house: its months are the same to whoever may not read all of its cases, or what
// was paid over for a closed case would be asked back as a claim.

let paying: PayingHouse
beforeAll(async () => {
  paying = await PayingHouse.open()
})
afterAll(() => paying?.house.close())

test('the tax of a closed case is no claim to somebody who does not see the case', async () => {
  const { finance, leader, house, institution } = paying
  const one = await paying.payable(['6222000000001234', '6222000000005678'])
  const id = await paying.approved([one])
  const lines = (await paying.payments(id)).map(({ reference }: { reference: string }) => ({
    ...{ reference, withheldFen: '2000000' },
  }))
  await finance.send('POST', `/payouts/${id}/withheld`, { document: '工资表', lines })
  await leader.send('POST', `/payouts/${id}/decision`, { approve: true })
  await finance.send('POST', `/payouts/${id}/files`)
  await finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await house.workOff()
  const order = { month: '2026-11', amountFen: '4000000' }
  const made = await finance.send('POST', '/tax-remittances', { id: newId(), ...order })
  expect(made.status, made.text).toBe(201)
  const path = `/tax-remittances/${made.body.id}`
  await leader.send('POST', `${path}/decision`, { approve: true })
  const settled = await finance.send('POST', `${path}/settle`, { on: today, document: '完税证明' })
  expect(settled.status, settled.text).toBe(200)

  await house.database.asOwner(`insert into closed_case values ($1, $2, '{discipline}', '{}')`, [
    ...[institution, one.id],
  ])
  expect((await finance.get(`/cases/${one.id}`)).status).toBe(404)
  const { months, owedFen } = (await finance.get('/withheld-taxes')).body
  expect(months).toMatchObject([
    { month: '2026-11', withheldFen: '4000000', standingFen: '0', mayAskFen: '0' },
  ])
  expect(owedFen).toBe('0')
  expect((await finance.get('/withheld-taxes.csv')).text).toContain('2026-11,40000.00')
  const asked = { id: newId(), ...order, kind: 'given_back' }
  const claim = await finance.send('POST', '/tax-remittances', asked)
  expect(claim.body.errors, claim.text).toMatchObject([{ rule: 'more-than-claimed' }])
  // The sight of the house ends with the sums.
  expect((await finance.get(`/cases/${one.id}`)).status).toBe(404)
})
