import { expect, test } from 'vitest'
import { docxOf } from '../papers/index.ts'
import { textPaper } from './text.paper.ts'
import type { TextVersion } from './text.queries.ts'
import { leftOut } from './text.ts'

const part = (slot: string, name: string, zh: string, en: string | null = null) => ({
  ...leftOut(slot),
  ...{ clause: slot, version: 1, name, zh, en, headingEn: en === null ? null : 'Price' },
})

const paper = (isBoth: boolean) =>
  textPaper({
    ...{ id: 'x', institution: '示例医院', isNamed: false, isBoth, entry: { seq: 2, hash: 'ab' } },
    version: {
      ...{ version: 3, title: '技术许可合同', inputs: {} },
      facts: { 甲方: { zh: '示例医院', en: '示例医院' } },
      parts: [
        part('a', '当事人', '甲方：{{甲方}}\n乙方：{{乙方}}'),
        leftOut('b'),
        part('c', '价款', '付至{{收款账户}}', 'To {{收款账户}}'),
      ],
    } as unknown as TextVersion,
  })

test('clauses are numbered as they stand, what is left out is not counted, blanks are told', () => {
  const { blocks, missing } = paper(false)
  const headings = blocks.flatMap((one) => (one.is === 'heading' ? [one.number] : []))
  expect(headings).toEqual(['第一条', '第二条'])
  expect(missing.map(({ field }) => field)).toEqual(['乙方', '收款账户'])
  expect(JSON.stringify(blocks)).not.toContain('Article')
  expect(JSON.stringify(paper(true).blocks)).toContain('Article 2 Price')
})

test('a document counts its clauses itself, so that one put in between moves those after it', () => {
  const bytes = docxOf(paper(false)).toString('latin1')
  expect(bytes).toContain('word/numbering.xml')
  const plain = { ...paper(false), blocks: [] }
  expect(docxOf(plain).toString('latin1')).not.toContain('word/numbering.xml')
})
