import { expect, test } from 'vitest'
import { together } from './together.ts'

/** A question that is answered when the test says so. */
function slow() {
  const asked: (readonly string[])[] = []
  const answer: (() => void)[] = []
  const ask = together(async (keys: readonly string[]) => {
    asked.push(keys)
    await new Promise<void>((resolve) => answer.push(resolve))
    if (keys.includes('bad')) throw new Error('no')
    return new Map(keys.filter((key) => key !== 'unknown').map((key) => [key, key.toUpperCase()]))
  })
  return { ask, asked, next: () => answer.shift()?.() }
}

test('who comes while a question is under way is asked for in the next one, once', async () => {
  const { ask, asked, next } = slow()
  const first = ask('a')
  const later = [ask('b'), ask('b'), ask('unknown'), ask('a')]
  expect(asked).toEqual([['a']])
  next()
  expect(await first).toBe('A')
  expect(asked).toEqual([['a'], ['b', 'unknown', 'a']])
  next()
  expect(await Promise.all(later)).toEqual(['B', 'B', undefined, 'A'])
})

test('a question that fails fails for those in it, and the next one is asked', async () => {
  const { ask, next } = slow()
  const bad = ask('bad')
  const good = ask('good')
  next()
  await expect(bad).rejects.toThrow('no')
  next()
  expect(await good).toBe('GOOD')
  const again = ask('again')
  next()
  expect(await again).toBe('AGAIN')
})
