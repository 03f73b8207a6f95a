import { expect, test } from 'vitest'
import { isIdentityNumber } from './identity-number.ts'

test.each([
  ['110101190001010006', true],
  ['110101190001010007', false],
  ['11010119000101000', false],
  ['11010119000101006x', false],
  ['', false],
])('identity number %s: %s', (text, expected) => {
  expect(isIdentityNumber(text)).toBe(expected)
})
