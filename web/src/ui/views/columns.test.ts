import { expect, test } from 'vitest'
import { hiddenIn, turned } from './columns.ts'

test.each([
  [undefined, 'kind', 'kind'],
  ['kind', 'kind', ''],
  ['kind,of-tomorrow', 'kind', 'of-tomorrow'],
  ['of-tomorrow', 'kind', 'of-tomorrow,kind'],
])('"%s" with %s turned is "%s"', (hide, key, wanted) => {
  expect(turned(hide, key)).toBe(wanted)
})

test('nothing is hidden unless told', () => {
  expect(hiddenIn(undefined)).toEqual([])
  expect(hiddenIn('')).toEqual([])
})
