import { expect, test } from 'vitest'
import { shortcutOf } from './useShortcuts.ts'

const key = (name: string, held: object = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

test.each([
  ['k', { ctrlKey: true }, false, 'palette'],
  ['K', { metaKey: true }, true, 'palette'],
  ['k', {}, false, undefined],
  ['/', {}, false, 'search'],
  ['/', {}, true, undefined],
  ['?', {}, false, 'help'],
  ['?', { altKey: true }, false, undefined],
])('%s with %o while typing %s asks for %s', (name, held, isTyping, shortcut) => {
  expect(shortcutOf(key(name, held), isTyping)).toBe(shortcut)
})
