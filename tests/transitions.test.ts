import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { procedureById, transitions } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import { titlesOf, transitionTables } from './transition-table.ts'

// Every transition of every lifecycle is walked by acts, by tests, and told in docs/procedures.md.

/** How many transitions each lifecycle has, by the letter of their numbers. */
const COUNTS = { N: 8, D: 8, G: 15, S: 10, O: 11, U: 9, A: 8, X: 9, P: 9, F: 10, H: 12, R: 10 }

const numbers = Object.entries(COUNTS).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`),
)

test('every number is there once', () => {
  expect(numbers).toHaveLength(119)
  expect(transitions.map(({ row }) => row).toSorted()).toEqual(numbers.toSorted())
})

test.each(transitions)('$row is walked by acts that exist', ({ acts }) => {
  expect(acts.length).toBeGreaterThan(0)
  for (const act of acts) {
    const [id = '', type = ''] = act.split('.')
    expect(Object.keys(procedureById(id)?.acts ?? {}), act).toContain(type)
  }
})

test.each(numbers)('%s has a test that walks it and one that shows its refusal', (number) => {
  expect(titlesOf(number).length, `tests whose title begins with ${number}`).toBeGreaterThan(1)
})

const START = '<!-- told by the code from here on: npm run golden -->'

test('docs/procedures.md says the same', () => {
  const path = join(import.meta.dirname, '../docs/procedures.md')
  const written = readFileSync(path, 'utf8')
  const own = written.slice(0, written.indexOf(START) + START.length)
  const whole = `${own}\n\n${transitionTables()}\n`
  if (process.env['GOLDEN'] === 'write') writeFileSync(path, whole)
  else expect(written).toBe(whole)
})
