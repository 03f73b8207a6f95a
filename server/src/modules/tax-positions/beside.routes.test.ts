import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts, type ReceiptFields } from '../proceeds/index.ts'

// What a year exempts is the taxpayer's, and the bands of a year are a person's: the estimate of a contract
// stands beside what other contracts of the house brought in the same year.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-30' })
})
afterAll(() => app.close())

async function house() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const finance = await app.person(['finance'], institution)
  const { clock, db } = app.context
  /** A transfer with its receipts. */
  const transfer = (
    number: string,
    receipts: readonly Partial<ReceiptFields>[],
    more: Partial<typeof blankContract> = {},
  ) =>
    asSystem(db, institution, async (tx) => {
      const [id = ''] = await enterContracts(tx, clock, officer.caller, [
        {
          fields: {
            ...{ ...blankContract, kind: 'transfer', title: `示例转让 ${number}`, number },
            ...{ mode: 'assignment', signedOn: '2025-03-02', ...more },
          },
          ...{ achievements: [], source: '台账' },
        },
      ])
      await enterReceipts(
        tx,
        clock,
        officer.caller,
        receipts.map((one) => ({
          fields: { ...blankReceipt, contractId: id, ...one },
          source: '台账',
        })),
      )
      return id
    })
  return { institution, officer, finance, transfer }
}

const linesOf = async (by: Person, id: string, regime: string) => {
  const { body } = await by.get(`/contracts/${id}/tax`)
  return body.positions.find((one: { regime: string }) => one.regime === regime).estimate.lines
}
const gains = (by: Person, id: string) => linesOf(by, id, 'cit_transfer')

test('the five millions of a year are those of all transfers, in the order in which money arrived', async () => {
  const { finance, transfer } = await house()
  const late = await transfer('A-1', [{ amountFen: '400000000', receivedOn: '2026-05-01' }])
  const early = await transfer('B-2', [{ amountFen: '300000000', receivedOn: '2026-02-01' }])
  const same = await transfer('B-1', [{ amountFen: '100000000', receivedOn: '2026-02-01' }])
  const other = await transfer('C-1', [{ amountFen: '500000000', receivedOn: '2025-12-31' }])
  const exempt = { wholeFen: '500000000' }
  expect(await gains(finance, same)).toMatchObject([
    { withFen: '0', exempt: { ...exempt, usedFen: '0', others: 0, takenFen: '100000000' } },
  ])
  expect(await gains(finance, early)).toMatchObject([
    { withFen: '0', exempt: { usedFen: '100000000', others: 1, takenFen: '300000000' } },
  ])
  // One of four millions is left; of the three above it a half is taxed with 25 per cent.
  expect(await gains(finance, late)).toMatchObject([
    {
      ...{ year: '2026', baseFen: '400000000', withoutFen: '100000000', withFen: '37500000' },
      exempt: { usedFen: '400000000', others: 2, takenFen: '100000000' },
    },
  ])
  expect(await gains(finance, other)).toMatchObject([{ withFen: '0', exempt: { others: 0 } }])
  const { body } = await app.app.inject({
    ...{ url: '/api/v1/tax-positions.csv', headers: { cookie: finance.cookie } },
  })
  expect(body).toContain('年度免税额度已由其他合同使用（估算）')
  expect(body.split('\r\n').find((line: string) => /A-1.*企业所得税/.test(line))).toContain(
    '4000000',
  )
})

test('what has no relief by its answers uses nothing, nor does what came to other taxpayers or houses', async () => {
  const { finance, institution, transfer } = await house()
  const own = await transfer('Z-1', [{ amountFen: '500000000', receivedOn: '2026-05-01' }])
  const others = [{ amountFen: '500000000', receivedOn: '2026-01-01' }]
  const declined = await transfer('D-1', others)
  const related = await transfer('D-2', others)
  const company = await transfer('D-3', others)
  await transfer('D-4', others, { mode: 'equity_contribution' })
  await (await house()).transfer('D-5', others)
  await asSystem(app.context.db, institution, (tx) =>
    tx.updateTable('contract').set({ claimOfCompany: true }).where('id', '=', company).execute(),
  )
  const of = async () => (await gains(finance, own))[0]
  expect(await of()).toMatchObject({ exempt: { others: 1, takenFen: '0' } })
  const decline = { claimed: false, words: '不适用', expectedSeq: 0 }
  await finance.send('POST', `/contracts/${declined}/tax/cit_transfer/claim`, decline)
  const answer = { fact: 'relatedWholly', value: true, expectedSeq: 0 }
  const said = await finance.send(
    ...(['POST', `/contracts/${related}/tax/cit_transfer/answers`, answer] as const),
  )
  expect(said.status).toBe(201)
  expect(await of()).toMatchObject({
    withFen: '0',
    exempt: { usedFen: '0', others: 0, takenFen: '500000000' },
  })
  // Looked at for itself, one that was declined is shown as if it were claimed: after the others.
  expect(await gains(finance, declined)).toMatchObject([{ exempt: { takenFen: '500000000' } }])
})

test('what went back lowers the gain of its year, and a day that is not known shares no year', async () => {
  const { finance, transfer } = await house()
  const first = await transfer('A', [
    { amountFen: '400000000', receivedOn: '2026-01-01' },
    { amountFen: '-300000000', receivedOn: '2026-06-01' },
  ])
  await transfer('B', [{ amountFen: '-100000000', receivedOn: '2026-03-01' }])
  const last = await transfer('C', [{ amountFen: '600000000', receivedOn: '2026-05-01' }])
  const none = await transfer('D', [{ amountFen: '600000000', receivedOn: null }])
  expect(await gains(finance, first)).toMatchObject([{ baseFen: '100000000', withFen: '0' }])
  // A hundred was lost and a hundred gained before: the year comes to six hundred, the five are exempt.
  expect(await gains(finance, last)).toMatchObject([
    { withFen: '12500000', exempt: { usedFen: '0', others: 0, takenFen: '500000000' } },
  ])
  expect(await gains(finance, none)).toMatchObject([{ year: null, exempt: null }])
})

test('rewards of other contracts in the year stand below those of a contract, whoever paid first', async () => {
  const { finance, transfer } = await house()
  const split = [{ name: '甲某', fen: '14400000' }]
  const paid = (paidOn: string | null) => [
    { amountFen: '50000000', receivedOn: '2026-01-05', paidOn, split },
  ]
  const first = await transfer('A', paid('2026-03-01'))
  const second = await transfer('B', paid('2026-03-31'))
  const waits = await transfer('C', paid(null))
  const rewards = (id: string) => linesOf(finance, id, 'cash_reward')
  expect(await rewards(first)).toMatchObject([{ withoutFen: '1188000', besideFen: '0' }])
  // From 144,000 to 288,000 yuan of the year: 20 per cent. What is claimed of the first counts by half.
  expect(await rewards(second)).toMatchObject([{ withoutFen: '2880000', besideFen: '14400000' }])
  expect((await rewards(waits))[0].besideFen).toBe('28800000')
})
