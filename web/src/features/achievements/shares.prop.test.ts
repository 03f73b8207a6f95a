import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenShares, isWhole, parsed, sumText, withRest } from './shares.ts'

test.each([
  ['70', 700_000],
  ['33.34', 333_400],
  ['0.0001', 1],
  [' 100 % ', 1_000_000],
  ['100.0001', undefined],
  ['1/3', undefined],
  ['-1', undefined],
  ['', undefined],
  ['33.33333', undefined],
])('%s is %s', (typed, share) => expect(parsed(typed)).toBe(share))

test.each([
  [['60', '40'], '100', true],
  [['33.33', '33.33', '33.34'], '100', true],
  [['33.33', '33.33', '33.33'], '99.99', false],
  [['50', 'x'], undefined, false],
])('%s make %s', (typed, sum, whole) => {
  expect(sumText(typed)).toBe(sum)
  expect(isWhole(typed)).toBe(whole)
})

test('equal shares make a whole however many there are', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), (count) => isWhole(evenShares(count))))
})

test('giving the rest to one makes a whole, unless the others exceed it', () => {
  const share = fc.integer({ min: 0, max: 5000 }).map((n) => `${n / 100}`)
  fc.assert(
    fc.property(fc.array(share, { minLength: 2, maxLength: 6 }), (typed) => {
      const others = typed.slice(1)
      const exceeds = others.reduce((sum, one) => sum + (parsed(one) ?? 0), 0) > 1_000_000
      return exceeds ? withRest(typed, 0) === typed : isWhole(withRest(typed, 0))
    }),
  )
})
