import { expect, test } from 'vitest'
import { costsTold } from './costs-told.ts'

const month = (owedFen: string) => ({
  ...{ month: '2026-10', arisenFen: '6000', owedFen },
  settled: { paid: '0', given_back: '0', carried: '0', relieved: '0', costed: '0' },
})
const told = (costsFen: string, ...owed: string[]) =>
  costsTold({ costsFen, months: owed.map(month) })

test('tax in costs is to be recorded while some is owed, and too much of it is always told', () => {
  expect(told('6000', '6000')).toBe('open')
  expect(told('6000', '-2000', '6000')).toBe('open')
  expect(told('6000', '0')).toBeUndefined()
  expect(told('6000', '-6000')).toBeUndefined()
  expect(told('0', '6000')).toBeUndefined()
  // A cost that was withdrawn after it had paid tax: nothing is owed any more, and something is wrong.
  expect(told('-6000', '0')).toBe('above')
  expect(told('-6000', '6000')).toBe('above')
})
