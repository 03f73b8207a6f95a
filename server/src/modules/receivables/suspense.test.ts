import { expect, test } from 'vitest'
import { type LooseReceipt, stepTo, toHold } from './suspense.ts'

const receipt = (id: string, fen: bigint, given: Partial<LooseReceipt> = {}): LooseReceipt => ({
  ...{ id, fen, contract: 'c', payer: null, ...given },
})
const claim = (contract: string, fen: bigint, counterparty: string | null = null) => ({
  ...{ contract, fen, counterparty },
})
const held = (...given: Parameters<typeof toHold>) => Object.fromEntries(toHold(...given))

test('no more is held than is owed, the earliest first, and of other contracts nothing', () => {
  const receipts = [receipt('a', 60n), receipt('b', 60n), receipt('d', 5n, { contract: 'e' })]
  expect(held(receipts, [claim('c', 100n)])).toEqual({ a: 60n, b: 40n })
  expect(held(receipts, [])).toEqual({})
})

test('a receipt of no contract may be of its payer, or of anybody where none is named', () => {
  const claims = [claim('c', 100n, '甲'), claim('e', 50n, '乙')]
  const loose = (payer: string | null) => receipt('x', 200n, { contract: null, payer })
  expect(held([loose('乙')], claims)).toEqual({ x: 50n })
  expect(held([loose('丙')], claims)).toEqual({})
  expect(held([loose(null)], claims)).toEqual({ x: 150n })
  // What a contract has of its own goes first.
  expect(held([loose('甲'), receipt('a', 70n)], claims)).toEqual({ a: 70n, x: 30n })
})

test('a month that is closed again lets go no more than still stands', () => {
  expect(stepTo(30n, { stood: 530n, stands: 530n })).toBe(-500n)
  // Matched since: that let go of it in a later month.
  expect(stepTo(30n, { stood: 530n, stands: 30n })).toBe(0n)
  expect(stepTo(0n, { stood: 0n, stands: 400n })).toBe(0n)
  expect(stepTo(10n, { stood: 4n, stands: 0n })).toBe(6n)
})
