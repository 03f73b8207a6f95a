import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { day } from '@yizhuan/kit'
import { assess, compile, parseFacts } from '@yizhuan/law'
import { afterAll, describe, expect, it } from 'vitest'
import { loadCases } from './case-document.ts'
import { coverage, uncoveredOf } from './coverage.ts'
import { lintPack } from './lint-pack.ts'
import { basesOf, loadCalendars, packOf } from './load-pack.ts'
import { lockOf } from './lock.ts'
import { mutate, untriedStatuses } from './mutate.ts'
import { newPack } from './new-pack.ts'
import { packFoldersIn, packIdOf, readPackSource } from './pack-source.ts'
import { runCases } from './run-cases.ts'
import { findTexts } from './source-texts.ts'

// A province becomes law by one folder: from the template to a case, as docs/add-a-pack.md goes.

const repository = fileURLToPath(new URL('../../../packs', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'yizhuan-packs-'))
for (const name of ['_shared', '_template', 'calendars', 'cn'])
  cpSync(join(repository, name), join(root, name), { recursive: true })
afterAll(() => rmSync(root, { recursive: true, force: true }))

const dir = newPack(root, 'cn-yy-2026-trial')
const calendars = loadCalendars(root)

describe('a province from the template', () => {
  const source = readPackSource(dir)
  const cases = loadCases(dir)
  const bases = basesOf(source)

  it('stands among the packs under its own names', () => {
    expect(packFoldersIn(root).map(packIdOf)).toEqual(['cn', 'cn-yy-2026-trial'])
    const written = JSON.stringify([source.head, source.norms, source.definitions, cases])
    expect(written).toContain('CN-YY')
    expect(written).toContain('"yy.report.in-time"')
    expect(written).not.toMatch(/\bxx[.-]|CN-XX/)
  })

  it('is clean under lint, also against its text', () => {
    const texts = findTexts(source, dir)
    expect([...texts.keys()]).toEqual(['yy-2026-trial'])
    expect(lintPack(source, texts, { bases, cases })).toEqual([])
    expect(source.lock).toEqual(lockOf(source, texts))
  })

  it('answers its cases, which notice every small mistake', () => {
    expect(runCases(packOf(source), calendars, cases)).toEqual([])
    expect(untriedStatuses(packOf(source), cases)).toEqual([])
    const report = mutate(packOf(source), calendars, cases)
    expect(report.mutants).toBeGreaterThan(20)
    expect(report.alive).toEqual([])
  })

  it('encodes or waives every binding clause', () => {
    expect(coverage(source).length).toBe(4)
    expect(uncoveredOf(coverage(source))).toEqual([])
  })

  it('governs a case together with the nation: it asks for more, and speaks in its place', () => {
    const law = compile([...bases, packOf(source)], calendars)
    const facts = { mode: 'license', institutionOwnership: 'public', rewardAgreed: false }
    const money = { grossIncome: '100000000', costs: [], toContributors: '59999999' }
    const told = assess(law, parseFacts(law, { ...facts, ...money }), { asOf: day('2026-06-30') })
    const statusOf = (id: string) => told.findings.find(({ norm }) => norm === id)?.status
    expect(statusOf('yy.allocation.contributors')).toBe('breached')
    // A draft advises.
    expect(told.actions['pay']?.warnings.map(({ norm }) => norm)).toContain(
      'yy.allocation.contributors',
    )
    expect(statusOf('yy.report.in-time')).toBe('unknown')
  })
})

describe('lint against a text tells what does not agree', () => {
  const text = readFileSync(join(dir, 'text.txt'), 'utf8')
  const pristine = readFileSync(join(dir, 'parameters.yaml'), 'utf8')
  const codesWith = (changed: string) => {
    writeFileSync(join(dir, 'text.txt'), changed)
    const source = readPackSource(dir)
    const problems = lintPack(source, findTexts(source, dir), { bases: basesOf(source) })
    writeFileSync(join(dir, 'text.txt'), text)
    return problems.map(({ code, where }) => `${code} ${where}`)
  }

  it('nothing, where nothing was changed', () => expect(codesWith(text)).toEqual([]))

  it.each([
    ['one word of a clause', text.replace('协商', '约定'), 'text-changed yy-2026-trial#a2.p1'],
    ['an article gone', text.replace(/第四条.*\n/, ''), 'no-such-address yy-2026-trial#a4.p1'],
    ['a paragraph gone', text.replace(/净收入为.*\n/, ''), 'no-such-address yy-2026-trial#a3.p2'],
    [
      'another number in the text',
      text.replace('60%', '65%'),
      'value-not-readable parameter inventor.floor@2026-03-01',
    ],
  ])('%s', (_, changed, problem) => expect(codesWith(changed)).toContain(problem))

  it.each([
    ['a number that the text does not say', 'value: 60%', 'value: 61%', /^value-not-readable/],
    ['a number at another clause', 'cite: a3.p1', 'cite: a2.p1', /^value-not-readable/],
    ['an address that is not there', 'cite: a3.p1', 'cite: a9.p1', /^no-such-address/],
  ])('%s', (_, from, to, problem) => {
    writeFileSync(join(dir, 'parameters.yaml'), pristine.replace(from, to))
    const codes = codesWith(text)
    writeFileSync(join(dir, 'parameters.yaml'), pristine)
    expect(codes).toContainEqual(expect.stringMatching(problem))
  })

  it('is as willing to read a text that was printed badly', () => {
    const printed = text.replace('第二条　', '第 二 条 ').replace('应当将', '应当\n将')
    expect(codesWith(`${printed}\n1\n`)).toEqual([])
  })
})

describe('an id of another kind is refused', () => {
  it.each(['gd-2025', 'cn-2025', 'cn-GD-2025', '../cn-gd-1', 'cn-yy-2026-trial'])('%s', (id) => {
    expect(() => newPack(root, id)).toThrow(RangeError)
  })
})
