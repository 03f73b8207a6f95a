import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { chineseNames, loadCases } from './case-document.ts'
import { coverage, uncoveredOf } from './coverage.ts'
import { lintPack } from './lint-pack.ts'
import { basesOf, loadCalendars, packOf } from './load-pack.ts'
import { mutate, untriedStatuses } from './mutate.ts'
import { packFoldersIn, readPackSource } from './pack-source.ts'
import { runCases } from './run-cases.ts'
import { findTexts } from './source-texts.ts'
import { normalised } from './text/matching.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const packs = join(root, 'packs')
const policies = join(root, '..', 'shared', 'policies')
const calendars = loadCalendars(packs)
const folders = packFoldersIn(packs)

/**
 * Mutants that change no answer on any facts, with the reason. Any other survivor is a missing case.
 */
const EQUIVALENT: Readonly<Record<string, readonly string[]>> = {}

it('there is a pack to look at', () => {
  expect(folders.map((dir) => readPackSource(dir).id)).toContain('cn-gd-2025')
})

describe.each(folders)('%s', (dir) => {
  const source = readPackSource(dir)
  const cases = loadCases(dir)

  it('is clean under lint', () => {
    const caseNames = chineseNames(dir)
    expect(lintPack(source, new Map(), { bases: basesOf(source), cases, caseNames })).toEqual([])
  })

  it('answers its cases', () => {
    expect(cases.length).toBeGreaterThan(0)
    expect(runCases(packOf(source), calendars, cases)).toEqual([])
  })

  it('has for every norm a met, a breached and an unknown case', () => {
    expect(untriedStatuses(packOf(source), cases)).toEqual([])
  })

  it('encodes or waives every binding clause', () => {
    expect(coverage(source).length).toBeGreaterThan(0)
    expect(uncoveredOf(coverage(source))).toEqual([])
  })

  it('has cases that notice every small mistake', () => {
    const report = mutate(packOf(source), calendars, cases)
    expect(report.mutants).toBeGreaterThan(50)
    expect(report.alive).toEqual(EQUIVALENT[source.id] ?? [])
  }, 300_000)
})

describe.skipIf(!existsSync(policies))('with the official texts at hand', () => {
  it.each(folders)('%s still cites what it cited', (dir) => {
    const source = readPackSource(dir)
    const texts = findTexts(source, policies)
    expect(texts.size).toBeGreaterThan(0)
    expect(lintPack(source, texts, { bases: basesOf(source) })).toEqual([])
  })

  it('no pack copies a sentence of any text', () => {
    const titles = folders.map((dir) => JSON.stringify(readPackSource(dir).head))
    const runs = new Set<string>()
    for (const name of readdirSync(policies).filter((each) => each.endsWith('.txt')))
      for (const run of runsOf(readFileSync(join(policies, name), 'utf8'))) runs.add(run)
    const allowed = new Set(titles.flatMap((title) => [...runsOf(title)]))
    const copied = yamlBelow(packs).flatMap((file) =>
      [...runsOf(readFileSync(file, 'utf8'))]
        .filter((run) => runs.has(run) && !allowed.has(run))
        .map((run) => `${file}: ${run}`),
    )
    expect(runs.size).toBeGreaterThan(1000)
    expect(copied).toEqual([])
  })
})

const LONGEST_RUN = 22

/** Every run of 22 characters that holds Chinese, typography aside. */
function* runsOf(text: string): Generator<string> {
  const key = normalised(text)
  for (let at = 0; at + LONGEST_RUN <= key.length; at++) {
    const run = key.slice(at, at + LONGEST_RUN)
    if (/\p{Script=Han}/u.test(run)) yield run
  }
}

const yamlBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(dir, name))
