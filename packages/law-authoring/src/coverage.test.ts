import { expect, test } from 'vitest'
import { bindingClausesOf, coverage, coveredDocuments, waives } from './coverage.ts'
import type { PackSource } from './pack-source.ts'
import { parseLawText } from './text/parse-law-text.ts'

const pack = { head: { sources: [{ id: 'home' }, { id: 'other' }] } } as unknown as PackSource
const does = (waiver: string, source: string, at: string) =>
  waives(pack, { at: waiver }, { source, at })

test('a waiver speaks of one source: the first, unless it names another', () => {
  expect(does('a20.p1', 'home', 'a20.p1')).toBe(true)
  expect(does('a20', 'home', 'a20.p2')).toBe(true)
  expect(does('a20.p1', 'home', 'a20.p2')).toBe(false)
  expect(does('a20.p1', 'other', 'a20.p1')).toBe(false)
  expect(does('other#a20.p1', 'other', 'a20.p1')).toBe(true)
})

test('a range holds its first and last article and nothing beyond', () => {
  const inRange = (at: string) => does('other#a866..a874', 'other', at)
  expect(['a865.p1', 'a866.p1', 'a874.p2', 'a875.p1'].map(inRange)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('only the articles taken up count as binding', () => {
  const law = parseLawText(
    '第一条 单位应当建立台账。\n第二条 单位应当保存台账。\n第三条 单位可以借阅。',
  )
  expect(bindingClausesOf(law)).toEqual(['a1.p1', 'a2.p1'])
  expect(bindingClausesOf(law, ['a2..a3'])).toEqual(['a2.p1'])
})

test('a plan has parts instead of articles, and its annexes are sources of their own', () => {
  const plan = parseLawText(
    '一、任务\n（一）台账\n单位应当建立台账。\n附件1-1\n某指引\n第一条 单位应当保存台账。\n附件1-2\n某办法\n第一条 单位不得丢失台账。',
  )
  expect(bindingClausesOf(plan, ['h1'])).toEqual(['h1.i1.p1'])
  expect(bindingClausesOf(plan, ['1-1'])).toEqual(['1-1/a1.p1'])
  expect(bindingClausesOf(plan, ['1-2'])).toEqual(['1-2/a1.p1'])
  expect(bindingClausesOf(plan)).toHaveLength(3)
})

test('every document is counted by itself: encoded, waived, open', () => {
  const source = {
    head: { sources: [{ id: 'home' }, { id: 'other' }, { id: 'silent' }] },
    lock: { home: { binding: ['a1.p1', 'a2.p1', 'a3.p1'] }, other: { binding: ['a1.p1'] } },
    norms: [{ id: 'n', cite: ['a1', 'other#a9'] }],
    parameters: {},
    definitions: {},
    interpretations: {},
    coverage: [
      { at: 'a2.p1', reason: { zh: '示例', en: 'an example' } },
      // A waiver of what is encoded changes nothing.
      { at: 'a1.p1', reason: { zh: '示例', en: 'an example' } },
    ],
  } as unknown as PackSource
  expect(coveredDocuments(source, coverage(source))).toEqual([
    { source: 'home', binding: 3, encoded: 1, waived: 1, open: 1 },
    { source: 'other', binding: 1, encoded: 0, waived: 0, open: 1 },
    { source: 'silent', binding: 0, encoded: 0, waived: 0, open: 0 },
  ])
})
