import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actionOf } from '../server/src/modules/registrations/registration.ts'
import { history as en } from '../web/src/locales/en/history.ts'
import { history as zh } from '../web/src/locales/zh/history.ts'

// What the histories of contracts and of their registrations tell, they tell in words, not in codes.

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
  expect(actions.filter((one) => !(one in zh.history.actions))).toEqual([])
  expect(actions.filter((one) => !(one in en.history.actions))).toEqual([])
})
