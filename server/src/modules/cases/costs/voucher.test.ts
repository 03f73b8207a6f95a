import { expect, test } from 'vitest'
import { type VoucherTaker, voucherConflict, voucherKey } from './voucher.ts'

const of = (number: string | null, takenFen: string, wholeFen: string | null = null) =>
  ({ taker: 'case', id: `${number}`, number, takenFen, wholeFen }) satisfies VoucherTaker
const spent = (number: string, takenFen: string) =>
  ({ taker: 'asset', id: number, number, takenFen, wholeFen: null }) satisfies VoucherTaker
const taking = (amount: bigint, whole?: bigint) => ({
  ...{ taker: 'case' as const, id: 'B', voucher: '记-8', amount, whole },
})

const cases: readonly [
  string,
  readonly VoucherTaker[],
  ReturnType<typeof taking>,
  string | undefined,
][] = [
  ['of a voucher that nobody took of', [], taking(100n), undefined],
  ['of two costs of one case', [of('B', '100')], taking(100n), undefined],
  ['of another case', [of('A', '100')], taking(1n), 'voucher-in-another'],
  ['of a voucher that says its whole', [of('A', '600', '1000')], taking(400n), undefined],
  ['by who says its whole first', [of('A', '600')], taking(400n, 1000n), undefined],
  ['of more than is left', [of('A', '600', '1000')], taking(401n), 'voucher-exceeded'],
  ['of more than its whole', [], taking(401n, 400n), 'voucher-exceeded'],
  ['of another whole', [of('A', '600', '1000')], taking(1n, 1200n), 'voucher-amount-differs'],
  ['of what the ledger knows', [spent('X', '1000'), of('A', '600')], taking(400n), undefined],
  ['of more than that', [spent('X', '1000'), of('A', '600')], taking(401n), 'voucher-exceeded'],
  ['of more, with its whole', [spent('X', '1000')], taking(1500n, 1500n), undefined],
]

test.each(cases)('to take %s', (_name, takers, wanted, rule) => {
  expect(voucherConflict(takers, wanted)?.rule).toBe(rule)
})

test('the other case is named, unless it is closed to whoever asks', () => {
  const named = voucherConflict([of('2026-0007', '100')], taking(1n))
  expect(named?.detail.en).toContain('2026-0007')
  const hidden = voucherConflict([of(null, '100')], taking(1n))
  expect(hidden?.detail.en).toContain('a case that is closed to you')
  expect(hidden?.detail.zh).not.toMatch(/null/)
})

test('a voucher is one however it is typed', () => {
  expect(voucherKey(' JZ－2026 9')).toBe(voucherKey('jz-20269'))
})

test('a statement takes the place of the one before it', () => {
  const own = { ...taking(1000n), instead: 800n }
  expect(voucherConflict([of('B', '800', '1000')], own)).toBeUndefined()
})
