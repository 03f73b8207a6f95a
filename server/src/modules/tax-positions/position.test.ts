import { day, type Fen } from '@yizhuan/kit'
import { taxRateOn, taxTableOn } from '@yizhuan/law'
import { expect, test } from 'vitest'
import { lawOf, taxPositions, taxTables } from '../policies/index.ts'
import {
  judge,
  lastDayOfWindow,
  receivedAtLatest,
  rewardEstimates,
  type TaxedReceipt,
  turnoverEstimate,
  windowOf,
} from './position.ts'

const law = lawOf(['cn'])
const { regimes } = taxPositions()
const today = day('2026-06-30')
const receipt: TaxedReceipt = {
  ...{ id: 'r', receivedOn: '2026-04-10', amountFen: '100000000', netFen: null },
  ...{ rewardFen: '63000002', paidOn: null },
  split: [{ name: '甲', fen: '31500001' }, { name: '乙' }, { name: '丙', fen: '31500001' }],
}
const known = {
  ...{ mode: 'license', signedOn: '2026-03-02', registeredOn: '2026-03-20' },
  ...{ technologySupply: 'licence', institutionOwnership: 'public' },
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

test('an estimate shows both outcomes, to the fen', () => {
  const table = taxTableOn(taxTables(), today)
  if (!table) throw new TypeError('There is no table.')
  const lines = rewardEstimates(law, table, {
    ...{ receipts: [receipt], other: 10_000_000n as Fen, today },
  })
  expect(lines.map(({ who, without, with: reduced }) => [who, without, reduced])).toEqual([
    ['甲', 6_435_000n, 2_710_000n],
    ['丙', 6_435_000n, 2_710_000n],
  ])
})

test('taxes on turnover and gain are estimated by their rates', () => {
  const vat = taxRateOn(taxPositions(), 'vat_exemption', today)
  const cit = taxRateOn(taxPositions(), 'cit_transfer', today)
  if (!vat || !cit) throw new TypeError('There are no rates.')
  const money = (amountFen: string) => [{ ...receipt, amountFen }]
  expect(turnoverEstimate(vat, money('10600'))).toMatchObject({ without: 600n, with: 0n })
  // Six million: the five are exempt, of the sixth a half is taxed.
  expect(turnoverEstimate(cit, money('600000000'))).toMatchObject({
    ...{ without: 150_000_000n, with: 12_500_000n },
  })
  expect(turnoverEstimate(cit, money('500000000'))).toMatchObject({ with: 0n })
})
