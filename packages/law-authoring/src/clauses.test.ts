import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { clausesOf, clauseTable } from './clauses.ts'
import { isMapping, mappingAt, packFoldersIn, readPackSource } from './pack-source.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const packs = packFoldersIn(join(root, 'packs')).map((dir) => readPackSource(dir))
const withClauses = packs.filter(({ clauses }) => Object.keys(clauses).length > 0)

it('there are clauses to look at', () => {
  expect(withClauses.flatMap((source) => clausesOf(source)).length).toBeGreaterThan(100)
})

/** How many clauses our list of requirements counts in the texts of each pack. */
const COUNTS = {
  'cn-gd-2025': 136,
  'cn-sh-draft-2024': 84,
  'cn-sh-pilot-draft': 49 + 32 + 36,
  'cn-sh-action-2021': 82 + 29,
}

it('no clause of the five texts is left out', () => {
  const counted = Object.fromEntries(withClauses.map(({ id, clauses }) => [id, clauses]))
  for (const [id, count] of Object.entries(COUNTS))
    expect([id, Object.keys(counted[id] ?? {}).length]).toEqual([id, count])
  expect(Object.values(COUNTS).reduce((sum, count) => sum + count)).toBe(448)
})

it('what is there of commissioned work in assessment is not more than told', () => {
  const draft = withClauses.find(({ id }) => id === 'cn-sh-draft-2024')
  const by = (clause: string) =>
    (draft ? clausesOf(draft) : []).find(({ id }) => id === clause)?.by ?? []
  // No ratio of commissioned work to public projects is kept.
  expect(by('art15/item3/s1')).not.toContain('feature talent-record')
  expect(by('art15/item3/s1')).toContain('feature project-ratio')
  expect(draft && clauseTable(draft)).toContain('`feature project-ratio` (planned)')
  expect(by('art15/item3/s2')).toContain('register commissioned-work')
})

it('what is there of titles is the handling of a recommendation, not a record of who transferred what', () => {
  const draft = withClauses.find(({ id }) => id === 'cn-sh-draft-2024')
  const table = draft ? clauseTable(draft) : ''
  const told = '`feature title-recommendation`, `feature talent-record` (planned)'
  for (const item of ['art15/item1', 'art15/item2'])
    expect(table).toContain(`| ${item} | ${told} |`)
})

it('docs/clauses.md says where every clause went', () => {
  const written = readFileSync(join(root, 'docs/clauses.md'), 'utf8')
  for (const source of withClauses) expect(written).toContain(clauseTable(source).trimEnd())
})

it('every register, report and feature has both languages and some clause', () => {
  const features = packs[0]?.features ?? {}
  const named = new Set(withClauses.flatMap((source) => clausesOf(source)).flatMap(({ by }) => by))
  const parts = Object.keys(features).flatMap((kind) =>
    Object.entries(mappingAt(features, kind)).map(([id, label]) => ({
      term: `${kind} ${id}`,
      label,
    })),
  )
  expect(parts.length).toBeGreaterThan(10)
  const isWhole = (label: unknown) => isMapping(label) && label['zh'] && label['en']
  expect(parts.filter(({ label }) => !isWhole(label))).toEqual([])
  expect(parts.map(({ term }) => term).filter((term) => !named.has(term))).toEqual([])
})
