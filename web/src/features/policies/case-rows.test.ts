import { expect, test } from 'vitest'
import { mappingOf, rowsOf, valueTyped } from './case-rows.ts'

test.each([
  ['是', true],
  ['no', false],
  ['无', null],
  ['70%', '70%'],
  ['2026-03-05', '2026-03-05'],
  ['120000000', '120000000'],
  ['[{"kind":"tax","amount":"100"}]', [{ kind: 'tax', amount: '100' }]],
  ['[half', '[half'],
])('%s is read as its value', (typed, value) => {
  expect(valueTyped(typed)).toEqual(value)
})

test('what is shown is read back as it was, and an unnamed line is left out', () => {
  const facts = { signedOn: null, viaPlatform: true, costs: [{ kind: 'tax' }], mode: 'license' }
  expect(mappingOf([...rowsOf(facts), { id: ' ', value: 'x' }])).toEqual(facts)
})
