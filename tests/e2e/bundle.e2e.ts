import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

// What a phone at the ward loads before anything is shown: what the page names, and one language.

const dist = join(import.meta.dirname, '../../web/dist')
const page = readFileSync(join(dist, 'index.html'), 'utf8')
const weight = (file: string) => gzipSync(readFileSync(join(dist, file))).length

test('the first load stays small', () => {
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file = '']) => file)
  expect(named.length).toBeGreaterThan(2)
  const bytes = named.map(weight).reduce((sum, each) => sum + each, 0)
  console.log(`first load ${Math.round(bytes / 1000)} kB gzip: ${named.length} files`)
  expect(bytes).toBeLessThan(170_000)
})

test('nothing comes from another server', () => {
  expect([...page.matchAll(/(?:src|href)="(?!\/)[^"]*"/g)]).toEqual([])
})
