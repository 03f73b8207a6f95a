import type { EarlierDistribution } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import { comparedWith, type KnownReceipt, noLongerTold, type Told } from './shared-out.ts'

// What a takeover tells as shared out before, held against the register of receipts.

const told = (income: string, document: string, more: object = {}): EarlierDistribution => ({
  ...{ paidOn: '2025-06-30', income, net: income, toContributors: income, toTto: '0' },
  ...{ toInstitution: '0', document, ...more },
})
let made = 0
const receipt = (more: Partial<KnownReceipt>): KnownReceipt => ({
  ...{ id: `${++made}`, toldBy: null, receivedOn: null, amountFen: '100', voucher: null },
  paidOn: '2025-06-30',
  ...more,
})
const fresh = (...of: Parameters<typeof comparedWith>) =>
  comparedWith(...of).fresh.map(({ at }) => at)
const wrong = (...of: Parameters<typeof comparedWith>) => comparedWith(...of).wrong?.is

test('a line is known by its voucher, else by its day and sum, each receipt once', () => {
  const ledger = [receipt({ voucher: '收-1' }), receipt({ paidOn: '2025-06' })]
  expect(fresh([told('100', '收－1'), told('100', '分配表')], ledger)).toEqual([])
  expect(fresh([told('100', '收-1'), told('100', '表'), told('100', '表')], ledger)).toEqual([2])
  // Another voucher is another receipt.
  expect(fresh([told('100', '表', { voucher: '收-2' })], [receipt({ voucher: '收-1' })])).toEqual([
    0,
  ])
})

test('what the register has otherwise is told', () => {
  const open = { paidOn: null }
  expect(wrong([told('100', '收-1')], [receipt({ voucher: '收-1', ...open })])).toBe(
    'not-shared-out-there',
  )
  expect(wrong([told('100', '表')], [receipt(open)])).toBe('not-shared-out-there')
  expect(wrong([told('90', '收-1')], [receipt({ voucher: '收-1' })])).toBe('other-amount-there')
  expect(wrong([told('200', '表')], [receipt({}), receipt({})])).toBe('told-with-register')
  expect(wrong([], [receipt({})])).toBeUndefined()
  // What an own takeover told is no ledger.
  expect(wrong([told('90', '收-1')], [receipt({ voucher: '收-1', toldBy: 'c' })])).toBeUndefined()
})

test('told anew, only what differs comes and goes', () => {
  const parts = { netFen: '100', rewardFen: '100', ttoFen: '0', institutionFen: '0' }
  const own: Told = { ...receipt({ voucher: '收-1', toldBy: 'c' }), ...parts }
  const [same, other] = [told('100', '收-1'), told('100', '收-2')].map((one, at) => ({
    ...{ at, told: one },
  }))
  if (!same || !other) throw new Error('no lines')
  expect(noLongerTold([same, other], [own])).toEqual({ gone: [], added: [other] })
  expect(noLongerTold([other], [own])).toEqual({ gone: [own], added: [other] })
})
