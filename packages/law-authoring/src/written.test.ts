import { fileURLToPath } from 'node:url'
import { parseExpression } from '@yizhuan/law'
import { expect, it, test } from 'vitest'
import { buildPacks } from './load-pack.ts'
import { Findings } from './problem.ts'
import { treesOf } from './trees.ts'
import { written } from './written.ts'

test.each([
  'a and (b or c) and not d',
  'not (a and b)',
  'a - (b - c) - 1',
  'a - b - c',
  '(a + b) * 70% / c',
  "mode in ('x', 'y') and on != none",
  "sum(costs, c, c.amount, c.kind == 'tax') >= net * $floor",
  'asOf > periodEnd(on, $days) + 1',
  'a == b == true',
  'a == (b == true)',
  "not mode in ('x') or not a < b",
  'not (a or b) and (not a) == b',
])('%s is written as it was read', (text) => {
  expect(written(parseExpression(text))).toBe(text)
})

it('every expression of every pack reads back as the same tree', () => {
  const root = fileURLToPath(new URL('../../../packs', import.meta.url))
  const trees = buildPacks(root).flatMap((pack) => treesOf(pack, new Findings()))
  expect(trees.length).toBeGreaterThan(100)
  for (const { tree } of trees) {
    const text = written(tree)
    expect(written(parseExpression(text))).toBe(text)
  }
})
