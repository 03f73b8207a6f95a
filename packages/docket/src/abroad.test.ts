import { InputError } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { isOfficeKnown, readNumberAbroad, spellingsAbroad } from './abroad.ts'
import type { Country } from './country.ts'
import { law } from './testing/law.ts'

const read = (country: Country, text: string, of: 'numbers' | 'publications' = 'numbers') =>
  readNumberAbroad(law.offices, country, text, { of, field: 'number' })

test.each<[Country, string, string]>([
  ['US', '16/123,456', 'US16/123456'],
  ['US', 'us 16/123456', 'US16/123456'],
  ['US', '申请号：16/123,456', 'US16/123456'],
  ['US', 'US 10,123,456 B2', 'US10123456B2'],
  ['US', '9,123,456', 'US9123456'],
  ['US', 'USD912,345', 'USD912345'],
  ['EP', '18275163.6', 'EP18275163.6'],
  ['EP', 'EP 18 275 174.3', 'EP18275174.3'],
  ['EP', 'EP1234567B1', 'EP1234567B1'],
  ['JP', '特願２０２０－１２３４５６', 'JP2020-123456'],
  ['JP', 'JP2020123456', 'JP2020-123456'],
  ['JP', '特許第6123456号', 'JP6123456'],
  ['KR', '10-2020-0123456', 'KR10-2020-0123456'],
  ['KR', 'KR 10-1234567 B1', 'KR10-1234567'],
  ['WO', 'WO 2023/123456 A1', 'WO2023/123456'],
  ['DE', ' 10 2020 123 456.7 ', '10 2020 123 456.7'],
])('%s %s is %s', (country, text, wanted) => {
  expect(read(country, text)).toBe(wanted)
  // What is kept is read as itself.
  expect(read(country, wanted)).toBe(wanted)
})

test.each<[Country, string, string]>([
  ['US', '16123456', 'number-abroad'],
  ['EP', '18275163.5', 'check-digit'],
  ['JP', '2020-123456', 'number-abroad'],
  ['KR', '50-2020-0123456', 'number-abroad'],
  ['WO', 'WO2023/12345', 'number-abroad'],
])('%s %s is refused: %s', (country, text, rule) => {
  expect(() => read(country, text)).toThrow(InputError)
  try {
    read(country, text)
  } catch (error) {
    expect((error as InputError).rule).toBe(rule)
  }
})

test('publications have notations of their own', () => {
  expect(read('US', 'US 2020/0123456 A1', 'publications')).toBe('US2020/0123456A1')
  expect(read('EP', 'EP 3 123 456 A1', 'publications')).toBe('EP3123456A1')
})

test('people look for a number in other notations, too', () => {
  expect(spellingsAbroad(law.offices, 'US', 'US16/123456')).toEqual(['16/123,456'])
  expect(spellingsAbroad(law.offices, 'JP', 'JP2020-123456')).toEqual(['特願2020-123456'])
  expect(spellingsAbroad(law.offices, 'DE', '10 2020')).toEqual([])
  expect([isOfficeKnown(law.offices, 'US'), isOfficeKnown(law.offices, 'DE')]).toEqual([
    true,
    false,
  ])
})
