import { expect, test } from 'vitest'
import { words } from './index.ts'

test('there are words to look at', () => expect(leaves(words.zh).size).toBeGreaterThan(150))

test('both languages have the same keys', () => {
  expect([...leaves(words.en).keys()].sort()).toEqual([...leaves(words.zh).keys()].sort())
})

test.each(['zh', 'en'] as const)('%s has no empty word', (lang) => {
  expect([...leaves(words[lang])].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('both languages fill in the same values', () => {
  const slots = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()
  const english = leaves(words.en)
  const differing = [...leaves(words.zh)].filter(
    ([key, text]) => String(slots(text)) !== String(slots(english.get(key) ?? '')),
  )
  expect(differing).toEqual([])
})

function leaves(tree: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : [...leaves(value, `${prefix}${key}.`)],
    ),
  )
}
