import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { articlesOf, type LawNode, type LawText, wordsOf } from './law-text.ts'
import { fingerprint, normalised } from './matching.ts'
import { parseLawText } from './parse-law-text.ts'
import { lampOrdinance } from './testing/invented.ts'
import { cleanOf, type Damage, printed } from './testing/printed.ts'

// A text is laid out anew as printers and scanners do, and every article must be found again, with the
// words it had; what the reader set aside or was not sure of it says as a doubt.

const DAMAGES: readonly (readonly [string, Damage, readonly string[]])[] = [
  ['lines broken at 40 characters', { width: 40 }, []],
  ['lines broken at 28 characters, without indentation', { width: 28, flush: true }, []],
  ['page numbers and running heads', { width: 38, linesPerPage: 9 }, ['page-number', 'page-head']],
  [
    'page numbers between dashes',
    { width: 38, linesPerPage: 7, pageNumber: (page) => `— ${page} —` },
    ['page-number'],
  ],
  [
    'page numbers in words',
    { width: 38, linesPerPage: 8, pageNumber: (page) => `第 ${page} 页 共 30 页` },
    ['page-number'],
  ],
  ['half-width blanks in markers', { width: 40, blanks: ' ' }, []],
  ['full-width blanks in markers', { width: 40, blanks: '　' }, []],
  ['lines read twice', { width: 36, doubledEvery: 5 }, ['repeated-line']],
  [
    'all of it',
    { width: 32, linesPerPage: 11, blanks: ' ', flush: true, doubledEvery: 13 },
    ['page-number', 'page-head', 'repeated-line'],
  ],
]

/** What a node says, its children included, typography aside. */
const saidBy = (node: LawNode): string =>
  normalised([node.text, ...node.children.map(saidBy)].join(''))

/** Every article with its words, by its address. */
const articlesIn = (law: LawText) =>
  new Map(
    [...law.byPath.values()]
      .filter(({ level }) => level === 'article')
      .map((node) => [node.path, saidBy(node)]),
  )

/** The fingerprints of the articles: an institution holds its own copy against the text encoded. */
const marksOf = (law: LawText) => articlesOf(law).map((node) => fingerprint(wordsOf(law, node)))

const kindsOf = ({ doubts }: LawText) => new Set<string>(doubts.map(({ kind }) => kind))

describe('an invented ordinance', () => {
  const clean = lampOrdinance(33)
  const law = parseLawText(clean)

  it('reads as it was written', () => {
    expect(articlesIn(law).size).toBe(33)
    expect(cleanOf(law)).toBe(clean)
  })

  it.each(DAMAGES)('is found again: %s', (_, damage, doubts) => {
    const again = parseLawText(printed(clean, damage))
    expect([...articlesIn(again)]).toEqual([...articlesIn(law)])
    expect([...kindsOf(again)]).toEqual(expect.arrayContaining([...doubts]))
    expect(marksOf(again)).toEqual(marksOf(law))
  })

  it('is found again at every width of a page, and a parted word grows together', () => {
    const kinds = new Set<string>()
    for (let width = 18; width <= 46; width += 1) {
      const again = parseLawText(printed(clean, { width, linesPerPage: 20 }))
      expect([width, ...articlesIn(again)]).toEqual([width, ...articlesIn(law)])
      for (const kind of kindsOf(again)) kinds.add(kind)
    }
    expect(kinds).toContain('hyphen')
  })

  it('keeps a short line that stands twice, and a marked one beside page numbers', () => {
    const table = '第一条　收费：\n甲\n100元\n100元\n1\n（一）无\n2\n（一）无\n3'
    const words = parseLawText(table).byPath.get('a1')
    expect(words && saidBy(words)).toBe('收费:甲100元100元无无')
  })
})

const policies = fileURLToPath(new URL('../../../../../shared/policies/', import.meta.url))

describe.skipIf(!existsSync(policies))('the five texts, where they are at hand', () => {
  const files = existsSync(policies)
    ? readdirSync(policies).filter((name) => /^\d{3}_.*\.txt$/.test(name))
    : []
  const texts = files.map((name) => {
    const clean = cleanOf(parseLawText(readFileSync(join(policies, name), 'utf8')))
    return { name: name.slice(0, 3), clean, law: parseLawText(clean) }
  })

  it('there are five, with the articles that they have', () => {
    const count = (name: string, annex?: string) => {
      const text = texts.find((each) => each.name === name)
      return text && articlesOf(text.law, annex).length
    }
    expect(texts.length).toBe(5)
    expect([count('001'), count('000'), count('003', '1-1'), count('003', '1-2')]).toEqual([
      39, 23, 10, 16,
    ])
  })

  it.each(DAMAGES)('every article is found again: %s', (_, damage) => {
    for (const { name, clean, law } of texts) {
      const again = parseLawText(printed(clean, damage))
      expect([name, ...articlesIn(again)]).toEqual([name, ...articlesIn(law)])
    }
  })
})
