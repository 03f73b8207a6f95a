import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { clausesOf, clauseTable } from './clauses.ts'
import { packFoldersIn, readPackSource } from './pack-source.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const packs = packFoldersIn(join(root, 'packs')).map((dir) => readPackSource(dir))
const withClauses = packs.filter(({ clauses }) => Object.keys(clauses).length > 0)

it('there are clauses to look at', () => {
  expect(withClauses.flatMap((source) => clausesOf(source)).length).toBeGreaterThan(100)
})

it('docs/clauses.md says where every clause went', () => {
  const written = readFileSync(join(root, 'docs/clauses.md'), 'utf8')
  for (const source of withClauses) expect(written).toContain(clauseTable(source).trimEnd())
})
