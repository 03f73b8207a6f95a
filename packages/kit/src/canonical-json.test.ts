import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('keys are sorted, whatever order they come in and whatever records came before', () => {
  const texts = [
    { b: 1, a: 2, c: 3 },
    { b: 1, a: 2, c: 3 },
    { c: 3, b: 1, a: 2 },
    { b: 1, a: 2, d: 3 },
    { b: 1, a: { z: 1, y: 2 }, c: undefined },
    { y: 1, x: 2 },
    { b: 1, a: 2, c: 3 },
  ].map(canonicalJson)
  expect(texts).toEqual([
    '{"a":2,"b":1,"c":3}',
    '{"a":2,"b":1,"c":3}',
    '{"a":2,"b":1,"c":3}',
    '{"a":2,"b":1,"d":3}',
    '{"a":{"y":2,"z":1},"b":1}',
    '{"x":2,"y":1}',
    '{"a":2,"b":1,"c":3}',
  ])
})
