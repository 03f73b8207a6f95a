import { InputError } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { isOfficeKnown, readNumberAbroad, spellingsAbroad } from './abroad.ts'
import type { Country } from './country.ts'
import type { RightKind } from './kind.ts'
import { law } from './testing/law.ts'

const read = (
  country: Country,
  text: string,
  of: 'numbers' | 'publications' = 'numbers',
  kind: RightKind = 'invention',
) => readNumberAbroad(law.offices, country, text, { of, kind, field: 'number' })

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
  const isKnown = (country: Country, kind: RightKind) => isOfficeKnown(law.offices, country, kind)
  expect([isKnown('US', 'invention'), isKnown('DE', 'invention')]).toEqual([true, false])
  expect([isKnown('US', 'trademark'), isKnown('US', 'variety')]).toEqual([true, false])
})

test.each<[Country, RightKind, string, string]>([
  ['US', 'trademark', '88/123,456', 'US88/123456'],
  ['US', 'trademark', 'US Reg. No. 1,234,567', 'USTM1234567'],
  ['EM', 'trademark', 'EUTM 018123456', 'EM018123456'],
  ['EM', 'design', '008123456-0001', 'EM008123456-0001'],
  ['WO', 'trademark', 'IR 1234567', 'WOIR1234567'],
  ['WO', 'design', 'DM/123456', 'DM/123456'],
  ['JP', 'trademark', '登録第6123456号', 'JPTM6123456'],
  ['JP', 'trademark', '商願2020-123456', 'JPT2020-123456'],
  ['KR', 'trademark', '40-2020-0123456', 'KR40-2020-0123456'],
  // Nobody knows how varieties are numbered there: it stays as it was written.
  ['US', 'variety', ' PV 2020  00123', 'PV 2020 00123'],
])('%s %s %s is %s', (country, kind, text, wanted) => {
  expect(read(country, text, 'numbers', kind)).toBe(wanted)
  expect(read(country, wanted, 'numbers', kind)).toBe(wanted)
})

test('the number of a patent is none of a trademark, nor the other way round', () => {
  expect(() => read('US', 'US10123456B2', 'numbers', 'trademark')).toThrow(InputError)
  expect(() => read('KR', '40-2020-0123456')).toThrow(InputError)
})
