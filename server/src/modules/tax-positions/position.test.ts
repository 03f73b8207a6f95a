import { day, type Fen } from '@yizhuan/kit'
import { taxRateOn, taxTableOn } from '@yizhuan/law'
import { expect, test } from 'vitest'
import { lawOf, taxPositions, taxTables } from '../policies/index.ts'
import { type TaxedRefund, turnoverEstimates } from './estimate.ts'
import { type Gain, gainEstimates, gainsOfHouse } from './gain-estimate.ts'
import {
  judge,
  lastDayOfWindow,
  receivedAtLatest,
  type TaxedReceipt,
  windowOf,
} from './position.ts'
import { rewardEstimates } from './reward-estimate.ts'

const law = lawOf(['cn'])
const { regimes } = taxPositions()
const today = day('2026-06-30')
const receipt: TaxedReceipt = {
  ...{ id: 'r', receivedOn: '2026-04-10', amountFen: '100000000', leftFen: '100000000' },
  netFen: null,
  ...{ rewardFen: '63000002', paidOn: null },
  split: [{ name: '甲', fen: '31500001' }, { name: '乙' }, { name: '丙', fen: '31500001' }],
}
const known = {
  ...{ mode: 'license', signedOn: '2026-03-02', registeredOn: '2026-03-20' },
  ...{ technologySupply: 'licence', institutionOwnership: 'public' },
  ...{ cashNoticeOn: null, cashNoticeEndedOn: null },
}
const answers = {
  ...{ taxReliefConfirmed: true, resultKindListed: true, cashNoticeOn: '2026-04-01' },
  ...{ cashNoticeEndedOn: '2026-04-23', cashNoticeComplete: true, contributionProven: true },
  ...{ rewardAccountsSeparate: true, cashReliefFiledOn: '2026-06-30' },
}
const of = { known, answers, receipt, today }
const stateOf = (given: object, norm: string) =>
  judge(law, regimes.cash_reward, { ...of, ...given }).gates.find((gate) => gate.norm === norm)
    ?.state

test('a relief can be claimed once every gate is met, and not before', () => {
  const whole = judge(law, regimes.cash_reward, of)
  expect(whole.can).toBe('yes')
  expect(new Set(whole.gates.map(({ state }) => state))).toEqual(new Set(['met']))
  expect(judge(law, regimes.cash_reward, { ...of, answers: {} }).can).toBe('unknown')
})

test.each(Object.keys(answers))('without an answer to %s it stays unknown', (fact) => {
  const { [fact as keyof typeof answers]: _none, ...rest } = answers
  expect(judge(law, regimes.cash_reward, { ...of, answers: rest }).can).toBe('unknown')
})

test("the days of the case's own notice are those that count, whatever was typed", () => {
  const short = { cashNoticeOn: '2026-04-01', cashNoticeEndedOn: '2026-04-16' }
  expect(stateOf({ known: { ...known, ...short } }, 'cn.cash.notice')).toBe('open')
  const whole = { ...short, cashNoticeEndedOn: '2026-04-23' }
  const typed = { ...answers, cashNoticeOn: '2026-04-01', cashNoticeEndedOn: '2026-04-02' }
  const shown = { known: { ...known, ...whole }, answers: typed }
  expect(stateOf(shown, 'cn.cash.notice')).toBe('met')
  const running = { ...short, cashNoticeEndedOn: null }
  expect(stateOf({ known: { ...known, ...running } }, 'cn.cash.notice')).not.toBe('met')
})

test('the registration gates the relief', () => {
  const bare = { known: { ...known, registeredOn: null } }
  expect(stateOf(bare, 'cn.cash.registered')).toBe('open')
  expect(judge(law, regimes.cash_reward, { ...of, ...bare }).can).toBe('no')
  expect(judge(law, regimes.vat_exemption, { ...of, ...bare, answers: {} }).can).toBe('no')
})

test('what is not paid is looked at as if it were paid today', () => {
  const late = { ...receipt, receivedOn: '2023-06-29' }
  expect(stateOf({ receipt: late }, 'cn.cash.window')).toBe('open')
  expect(stateOf({ receipt: { ...late, receivedOn: '2023-06-30' } }, 'cn.cash.window')).toBe('met')
  const paid = { ...late, paidOn: '2026-06-29' }
  expect(stateOf({ receipt: paid }, 'cn.cash.window')).toBe('met')
})

test('the window is counted in the months of the law, from the day of the receipt', () => {
  expect(lastDayOfWindow(law, day('2024-02-29'))).toBe('2027-02-28')
  const state = (given: object, on = today) => windowOf(law, { ...receipt, ...given }, on)
  expect(state({})).toMatchObject({ lastDay: '2029-04-10', state: 'open' })
  expect(state({}, day('2029-04-10'))).toMatchObject({ daysLeft: 0, state: 'open' })
  expect(state({}, day('2029-04-11')).state).toBe('closed')
  expect(state({ paidOn: '2029-04-10' }).state).toBe('paidWithin')
  expect(state({ paidOn: '2029-04-11' }).state).toBe('paidLate')
  expect(state({ receivedOn: '2026' }).state).toBe('unknown')
  for (const one of ['2024-02-29', '2023-01-31', '2026-12-01'].map(day)) {
    const last = lastDayOfWindow(law, one) ?? one
    expect(receivedAtLatest(law, last) >= one).toBe(true)
  }
})

const tableOn = (on: string) => taxTableOn(taxTables(), on)
const rewards = (receipts: readonly TaxedReceipt[], other = 10_000_000n) =>
  rewardEstimates(law, tableOn, {
    ...{ contract: 'c', other: other as Fen, today },
    rewards: receipts.flatMap(({ receivedOn, paidOn, split }) =>
      split.flatMap(({ name, fen }) =>
        fen === undefined
          ? []
          : [{ contract: 'c', number: null, name, receivedOn, paidOn, fen, isClaimed: false }],
      ),
    ),
  })

test('an estimate shows both outcomes, to the fen', () => {
  const lines = rewards([receipt])
  expect(
    lines.map(({ who, year, without, with: reduced }) => [who, year, without, reduced]),
  ).toEqual([
    ['甲', '2026', 6_435_000n, 2_710_000n],
    ['丙', '2026', 6_435_000n, 2_710_000n],
  ])
})

test('rewards of two years are two estimates, and one that was paid late has no relief', () => {
  const split = [{ name: '甲', fen: '10000000' }]
  const before = { ...receipt, id: 'a', split, paidOn: '2025-12-31', receivedOn: '2025-03-01' }
  const late = { ...receipt, id: 'b', split, receivedOn: '2022-03-01', paidOn: '2026-02-01' }
  const lines = rewards([before, late, { ...receipt, split }], 0n)
  expect(lines.map(({ year, base }) => [year, base])).toEqual([
    ['2025', 10_000_000n],
    ['2026', 20_000_000n],
  ])
  // Ten millions in full and the half of ten, of twenty: bands of 3, 10 and 20 per cent.
  expect(lines[1]?.with).toBe(108_000n + 1_080_000n + 120_000n)
})

const rateOn = (regime: 'vat_exemption' | 'cit_transfer') => (on: string) =>
  taxRateOn(taxPositions(), regime, on)

test('the tax within what arrived is estimated by its rate, year by year', () => {
  const money = (amountFen: string, receivedOn = '2026-04-10') => ({
    ...{ ...receipt, amountFen, receivedOn },
  })
  const back = (ownFen: string): TaxedRefund => ({
    ...{ id: 'back', receivedOn: '2026-05-10', ownFen, receipt: null },
  })
  const vat = (receipts: readonly TaxedReceipt[], refunds: readonly TaxedRefund[] = []) =>
    turnoverEstimates(rateOn('vat_exemption'), { receipts, refunds, today })
  expect(vat([money('10600')])).toMatchObject([{ without: 600n, with: 0n }])
  expect(vat([money('10600')], [back('5300')])).toMatchObject([{ base: 5300n, without: 300n }])
  // What went back the year after is taken off that year, which comes to nothing.
  expect(vat([money('10600', '2025-04-10')], [back('5300')])).toMatchObject([
    { year: '2025', base: 10600n, without: 600n },
    { year: '2026', base: -5300n, without: 0n },
  ])
})

test('the gains of a year share what it exempts, and come to the tax of the whole', () => {
  const gain = (contract: string, fen: bigint, receivedOn = '2026-04-10'): Gain => ({
    ...{ contract, number: contract, isOfCompany: false, receivedOn, fen },
  })
  const cit = (contract: string, ...gains: readonly Gain[]) =>
    gainEstimates(rateOn('cit_transfer'), gainsOfHouse(gains, new Set()), { contract, today })
  // Six million: the five are exempt, of the sixth a half is taxed. Two years have five each.
  expect(cit('a', gain('a', 600_000_000n))).toMatchObject([
    { without: 150_000_000n, with: 12_500_000n },
  ])
  expect(cit('a', gain('a', 500_000_000n))).toMatchObject([{ with: 0n }])
  expect(cit('a', gain('a', 300_000_000n, '2025-12-31'), gain('a', 300_000_000n))).toMatchObject([
    { year: '2025', with: 0n },
    { year: '2026', with: 0n },
  ])
  // Money of one comes before, between and after that of another: together they exempt five millions.
  const year = [
    ...[gain('a', 200_000_000n, '2026-01-01'), gain('b', 200_000_000n, '2026-02-01')],
    ...[gain('a', 200_000_000n, '2026-03-01'), gain('b', 200_000_000n, '2026-04-01')],
  ]
  const [[a], [b]] = [cit('a', ...year), cit('b', ...year)]
  expect(a?.exempt).toMatchObject({ used: 200_000_000n, others: 1, taken: 300_000_000n })
  expect(b?.exempt).toMatchObject({ used: 300_000_000n, others: 1, taken: 200_000_000n })
  expect((a?.with ?? 0n) + (b?.with ?? 0n)).toBe(37_500_000n)
  // What went back is off the latest money of its contract, and takes no exemption from anybody.
  const back = [...year, gain('a', -200_000_000n, '2026-05-01')]
  expect(cit('a', ...back)[0]?.exempt).toMatchObject({ used: 0n, taken: 200_000_000n })
  expect(cit('b', ...back)).toMatchObject([{ with: 12_500_000n }])
})
