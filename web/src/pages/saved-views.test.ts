import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// A list that filters by its address keeps its filters under a name.

const features = join(import.meta.dirname, '../features')
const lists = readdirSync(features, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => ({ path, text: readFileSync(join(features, path), 'utf8') }))
  // The rows of one ledger that is being imported are gone tomorrow; those of one stock-taking are its own.
  .filter(({ path }) => !['imports/RowsTab.tsx', 'stocktaking/StockLines.tsx'].includes(path))
  .filter(({ text }) => text.includes('usePages<') && text.includes('useQueryParams('))

test('there are lists to look at, and each keeps views', () => {
  expect(lists.length).toBeGreaterThan(15)
  expect(lists.filter(({ text }) => !text.includes('<SavedViews')).map(({ path }) => path)).toEqual(
    [],
  )
})

test('no two lists share their views', () => {
  const names = lists.flatMap(({ text }) => [...text.matchAll(/<SavedViews list="([\w-]+)"/g)])
  const taken = names.map(([, name]) => name)
  expect(taken.filter((name, at) => taken.indexOf(name) < at)).toEqual([])
})
