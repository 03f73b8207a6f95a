import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { words } from './index.ts'

// What hinders taking an import back is named to people, whichever table refers to its records.

/** Rows that go with the record they are of. */
const parts = ['right_clock', 'right_docket', 'right_fee']

function tablesThatRefer(): readonly string[] {
  const schema = readFileSync(new URL('../../../tests/golden/schema.sql', import.meta.url), 'utf8')
  const tables = schema.split(/^table /m).slice(1)
  const refers = /REFERENCES (achievement|ip_right|contract|receipt|person|org_unit)\(/
  return tables.flatMap((text) => {
    const [definition = ''] = text.split('\n)')
    return refers.test(definition) ? [definition.slice(0, definition.indexOf(' '))] : []
  })
}

test('every table that refers to a record of a ledger has a name', () => {
  const tables = tablesThatRefer()
  expect(tables).toContain('registration')
  const unnamed = tables.filter(
    (table) => !parts.includes(table) && !Object.hasOwn(words.zh.undoneImports.what, table),
  )
  expect(unnamed).toEqual([])
})
