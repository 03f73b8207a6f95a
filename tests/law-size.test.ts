import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { browserSizes } from '../bench/browser-size.ts'

// What judging a case costs a phone: the kernel and the rules of a province with those of the nation.
// Texts, and the code that makes explanations of them, are fetched when somebody reads one.

const root = join(import.meta.dirname, '..')
const MOST = 40_000

test('kernel and rules of every province stay small', async () => {
  const sizes = await browserSizes(root)
  const folders = readdirSync(join(root, 'packs'))
  expect([...sizes.keys()].every((id) => folders.includes(id))).toBe(true)
  expect(sizes.has('cn-gd-2025')).toBe(true)
  const heavy = [...sizes].filter(([, { kernel, rules }]) => kernel + rules > MOST)
  expect(heavy).toEqual([])
  for (const { kernel, rules, telling, texts } of sizes.values())
    expect(Math.min(kernel, rules, telling, texts)).toBeGreaterThan(3000)
})
