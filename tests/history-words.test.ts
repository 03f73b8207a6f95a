import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actionOf } from '../server/src/modules/registrations/registration.ts'

// What the histories of contracts and of their registrations tell, they tell in words, not in codes.

const words = (lang: 'zh' | 'en') =>
  readFileSync(join(import.meta.dirname, `../web/src/locales/${lang}/history.ts`), 'utf8')
const folder = join(import.meta.dirname, '../server/src/modules')
const told = ['receivables', 'registrations'].flatMap((module) =>
  readdirSync(join(folder, module))
    .filter((file) => file.endsWith('.commands.ts'))
    .map((file) => readFileSync(join(folder, module, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/\btell\(tx, clock, by, [\w.]+, '(\w+)'/g)])
    .map(([, action = '']) => action),
)

test('every action has words in both languages', () => {
  expect(told.length).toBeGreaterThan(10)
  const actions = [...told, ...Object.values(actionOf)]
  expect(actions.filter((one) => !words('zh').includes(` ${one}: '`))).toEqual([])
  expect(actions.filter((one) => !words('en').includes(` ${one}: '`))).toEqual([])
})
