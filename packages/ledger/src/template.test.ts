import { describe, expect, test } from 'vitest'
import { tableLabels } from './labels.ts'
import { readLedger } from './read-ledger.ts'
import type { TableName } from './reading.ts'
import { templateOf } from './template.ts'
import { sheetOf } from './testing/sheet.ts'

const asOf = '2025-06-30'
const names = Object.keys(tableLabels) as TableName[]

const read = (name: TableName, ...rows: (readonly string[])[]) => {
  const headings = templateOf(name).map(({ heading }) => heading)
  return readLedger(
    [
      sheetOf(
        '表',
        [headings, ...rows].map((row) => [...row]),
      ),
    ],
    asOf,
  )
}

describe.each(names)('the template of %s', (name) => {
  const columns = templateOf(name)
  const line = columns.map(({ example }) => example)

  test('is known again, each column as its field, and its example is no data', () => {
    expect(columns.length).toBeGreaterThan(3)
    const { tables, problems } = read(name, line)
    expect(tables.map(({ table }) => table)).toEqual([name])
    expect(tables[0]?.columns.map(({ field }) => field)).toEqual(columns.map((one) => one.name))
    expect(tables[0]?.records).toEqual([])
    expect(tables[0]?.notData).toEqual([{ row: 2, why: 'example' }])
    expect(problems).toEqual([])
  })

  test('shows a line that is right, and fills everything that must be filled', () => {
    const { tables, problems } = read(name, ['1', ...line.slice(1)])
    expect(tables[0]?.records.length).toBe(1)
    expect(problems).toEqual([])
    const empty = columns.filter(({ isRequired, example }) => isRequired && example === '')
    expect(empty).toEqual([])
  })

  test('lists words that are read as what it says, and every code of a list', () => {
    for (const [at, { name: field, words }] of columns.entries()) {
      for (const [word, code] of words) {
        const row = line.map((text, column) => (column === at ? word : text))
        const { tables } = read(name, ['1', ...row.slice(1)])
        const [record] = tables[0]?.records ?? []
        const value = (record as unknown as Record<string, unknown>)[field]
        expect([word, value === true ? 'yes' : value === false ? 'no' : value]).toEqual([
          word,
          code,
        ])
      }
    }
  })
})

test('a field of codes lists each of them', async () => {
  const { fieldsOf } = await import('./fields-of.ts')
  for (const name of names) {
    for (const { name: field, codes } of fieldsOf(name)) {
      if (codes.length === 0) continue
      const words = templateOf(name).find((one) => one.name === field)?.words ?? []
      const listed = new Set(words.map(([, code]) => code))
      expect([name, field, codes.filter((code) => !listed.has(code))]).toEqual([name, field, []])
    }
  }
})
