import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// A list that is narrowed by its address keeps its filters under a name.

/** What is narrowed and no list: sheets of a day, a year or an account, and rows that are of one record. */
const noLists: readonly string[] = [
  ...['assets/Report.tsx', 'closing/Closings.tsx', 'holdings/Portfolio.tsx'],
  ...['journal/AccountSheet.tsx', 'journal/Balance.tsx', 'payouts/Retained.tsx'],
  // The rows of one ledger that is being imported are gone tomorrow; those of one stock-taking are its own.
  ...['imports/RowsTab.tsx', 'stocktaking/StockLines.tsx'],
  // Stands in a page that keeps its views.
  'internal-rules/RuleList.tsx',
]

const features = join(import.meta.dirname, '../features')
const all = readdirSync(features, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => ({ path, text: readFileSync(join(features, path), 'utf8') }))
const lists = all
  .filter(({ text }) => text.includes('className="filters') && text.includes('useQueryParams('))
  .filter(({ path }) => !noLists.includes(path))

test('there are lists to look at, and each keeps views', () => {
  expect(lists.length).toBeGreaterThan(25)
  expect(lists.filter(({ text }) => !text.includes('<SavedViews')).map(({ path }) => path)).toEqual(
    [],
  )
})

test('what is left out is there, and is narrowed by its address', () => {
  const paths = all.filter(({ text }) => text.includes('useQueryParams(')).map(({ path }) => path)
  expect(noLists.filter((path) => !paths.includes(path))).toEqual([])
})

test('no two lists share their views', () => {
  const names = all.flatMap(({ text }) => [...text.matchAll(/<SavedViews list="([\w-]+)"/g)])
  const taken = names.map(([, name]) => name)
  expect(taken).toContain('internal-rules')
  expect(taken.filter((name, at) => taken.indexOf(name) < at)).toEqual([])
})
