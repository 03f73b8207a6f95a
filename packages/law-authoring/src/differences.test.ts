import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { day } from '@yizhuan/kit'
import { assess, compareAssessments, compile, parseFacts } from '@yizhuan/law'
import { describe, expect, it } from 'vitest'
import { loadCalendars, loadPack } from './load-pack.ts'
import { isMapping, type Mapping, packFoldersIn, readYaml } from './pack-source.ts'

const packs = fileURLToPath(new URL('../../../packs', import.meta.url))
const calendars = loadCalendars(packs)
const lawOf = (id: string) => compile([loadPack(join(packs, id))], calendars)

/** `differences.yaml` of a pack: questions that it answers otherwise than another pack does. */
const documents = packFoldersIn(packs)
  .filter((dir) => existsSync(join(dir, 'differences.yaml')))
  .map((dir) => ({ dir, document: readYaml(join(dir, 'differences.yaml')) as Mapping }))

it('there are differences to look at', () => {
  expect(documents.length).toBeGreaterThan(0)
})

describe.each(documents)('$dir', ({ dir, document }) => {
  const here = compile([loadPack(dir)], calendars)
  const lawWith = new Map<string, ReturnType<typeof lawOf>>()
  /** The pack a row compares with: its own, or that of the document. */
  const thereIn = (row: Mapping) => {
    const id = String(row['with'] ?? document['with'])
    const law = lawWith.get(id) ?? lawOf(id)
    lawWith.set(id, law)
    return law
  }
  const asOf = day(document['asOf'])
  const rows = (document['rows'] as readonly unknown[]).filter(isMapping)

  it.each(rows.map((row) => [String(row['point']), row] as const))('%s', (_, row) => {
    const [before, after] = [thereIn(row), here].map((law) =>
      assess(law, parseFacts(law, row['facts']), { asOf }),
    ) as [ReturnType<typeof assess>, ReturnType<typeof assess>]
    const { topic } = row
    const found = compareAssessments(before, after).find((each) => each.topic === topic)
    expect(found).toMatchObject({ topic, before: row['there'], after: row['here'] })
  })

  it('a draft holds nothing back, whatever it finds', () => {
    if (here.packs[0]?.status === 'published') return
    for (const { facts } of rows) {
      const { actions } = assess(here, parseFacts(here, facts), { asOf })
      expect(Object.values(actions).filter(({ can }) => can !== 'yes')).toEqual([])
    }
  })
})
