import { expect, test } from 'vitest'
import { foreignBack } from './red-part.ts'

// A red letter of a foreign receivable follows the currency, at the rate its invoice keeps.

const invoice = { fen: 72_000n, minor: 10_000n }

/** What several red letters take, one after the other. */
function taken(parts: readonly bigint[], whole = invoice) {
  let [fen, minor] = [whole.fen, whole.minor]
  return parts.map((part) => {
    const back = foreignBack({ whole, fen, minor }, part) ?? -1n
    fen -= part
    minor -= back
    return back
  })
}

test('a part takes its part of the currency, and all of it takes all', () => {
  expect(taken([36_000n, 36_000n])).toEqual([5_000n, 5_000n])
  expect(taken([72_000n])).toEqual([10_000n])
})

test('parts below the smallest unit take no whole one each', () => {
  // Seven fen make a unit here: ten fen in ones are one and a half of it.
  const ones = taken(Array.from({ length: 10 }, () => 1n))
  expect(ones.reduce((sum, one) => sum + one, 0n)).toBe(1n)
  // And what is left goes with the last of it, no more.
  const all = taken([...Array.from({ length: 10 }, () => 1n), 71_990n])
  expect(all.reduce((sum, one) => sum + one, 0n)).toBe(10_000n)
  const yen = taken([2n, 2n, 1n], { fen: 5n, minor: 1n })
  expect(yen.reduce((sum, one) => sum + one, 0n)).toBe(1n)
  expect(yen.every((one) => one >= 0n)).toBe(true)
})

test('what is in yuan has no other currency', () => {
  const whole = { fen: 100n, minor: null }
  expect(foreignBack({ whole, ...whole }, 10n)).toBeNull()
})
