import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { labelOf, toChinese } from '@yizhuan/law'
import { describe, expect, it } from 'vitest'
import { nodeAt, parseReference } from './address.ts'
import { articlesOf } from './law-text.ts'
import { fingerprint, readsIn } from './matching.ts'
import { parseNumeral, spellings } from './numerals.ts'
import { parseLawText } from './parse-law-text.ts'

const SAMPLE = `示例管理办法
第一章 总则
第一条 本办法规范示例活动,适用于全部示例单位和示例人员。
第二条 单位应当做到下列事项:
(一)建立台账;
(二)保存十五日。
第三条 依照
第二条规定办理的,从其规定。
另起一款。`

describe('a legal text becomes a tree of addresses', () => {
  const law = parseLawText(SAMPLE)

  it('finds articles, items and paragraphs', () => {
    expect([...law.byPath.keys()]).toEqual([
      'p1',
      'c1',
      'a1',
      'a1.p1',
      'a2',
      'a2.p1',
      'a2.p1.i1',
      'a2.p1.i2',
      'a3',
      'a3.p1',
      'a3.p2',
    ])
  })

  it('takes a cross-reference at a line start for words and says so', () => {
    expect(law.doubts.map((doubt) => doubt.kind)).toEqual(['cross-reference-at-line-start'])
    expect(law.byPath.get('a3.p1')?.text).toContain('从其规定')
  })

  it('lets 款 be left out where only one can be meant', () => {
    expect(nodeAt(law, 'a2.i2')).toMatchObject({ path: 'a2.p1.i2' })
    expect(nodeAt(law, 'a9')).toEqual({ error: '«a9» does not exist' })
  })

  it('keeps a person’s answer to a doubt', () => {
    const at = SAMPLE.indexOf('另起一款')
    const patched = parseLawText(SAMPLE, [{ at, is: 'continuation' }])
    expect(patched.byPath.has('a3.p2')).toBe(false)
  })
})

describe('numerals and words', () => {
  it('reads and writes Chinese numbers', () => {
    for (const n of [1, 10, 11, 20, 31, 39, 100, 105, 118])
      expect(parseNumeral(toChinese(n))).toBe(n)
    expect(parseNumeral('１５')).toBe(15)
    expect(parseNumeral('甲')).toBeNaN()
  })

  it('matches words whatever the typography', () => {
    expect(readsIn('不少于15日', '不少于\n１５ 日。')).toBe(true)
    expect(fingerprint('一“二”。')).toBe(fingerprint('一 "二".'))
    expect(fingerprint('一二')).not.toBe(fingerprint('一三'))
    expect(spellings(70, 'percent')).toEqual(['70%', '百分之七十'])
  })

  it('labels and reads official references', () => {
    expect(labelOf('a14.p1.i3')).toEqual({ zh: '第十四条第（三）项', en: 'art. 14, item 3' })
    expect(labelOf('1-1/a6.p1.i4').zh).toBe('附件1-1 第六条第（四）项')
    expect(parseReference('第十四条第（三）项')).toBe('a14.i3')
    expect(parseReference('附件1-1第六条（四）')).toBe('1-1/a6.i4')
    expect(parseReference('其他')).toBeUndefined()
  })
})

const policies = fileURLToPath(new URL('../../../../../shared/policies/', import.meta.url))

describe.skipIf(!existsSync(policies))('the five texts, where they are at hand', () => {
  const read = (prefix: string) => {
    const file = readdirSync(policies).find((name) => name.startsWith(prefix)) ?? ''
    return parseLawText(readFileSync(join(policies, file), 'utf8'))
  }
  const numbers = (prefix: string, annex?: string) =>
    articlesOf(read(prefix), annex).map((article) => article.n)
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

  it.each([
    ['001', undefined, 39],
    ['000', undefined, 23],
    ['003', '1-1', 10],
    ['003', '1-2', 16],
  ])('%s %s has %i articles', (prefix, annex, count) => {
    expect(numbers(prefix, annex)).toEqual(upTo(count))
  })
})
