import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentages } from './percentages.ts'

test('three thirds are a whole', () => {
  expect(percentages([1n, 1n, 1n], 3n)).toEqual([3_334n, 3_333n, 3_333n])
})

test('nothing of a whole is nothing, line by line', () => {
  expect(percentages([0n, 0n], 7n)).toEqual([0n, 0n])
})

test('the lines sum to what they are together, and none is off by a hundredth or more', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 15n })
  const parts = fc.array(amount, { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(parts, fc.bigInt({ min: 1n, max: 10n ** 16n }), (lines, whole) => {
      const shown = percentages(lines, whole)
      const all = lines.reduce((sum, line) => sum + line, 0n)
      expect(shown.reduce((sum, line) => sum + line, 0n)).toBe((all * 10_000n) / whole)
      lines.forEach((line, at) => {
        const off = (shown[at] ?? 0n) * whole - line * 10_000n
        expect(off < whole && off > -2n * whole).toBe(true)
      })
    }),
  )
})
