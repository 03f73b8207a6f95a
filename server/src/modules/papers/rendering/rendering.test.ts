import { xml } from 'easy-template-x'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { papersOfProcedure } from '../../../../../packages/procedures/src/papers/catalogue.ts'
import { compose } from '../../../../../packages/procedures/src/papers/compose.ts'
import type { Composed } from '../../../../../packages/procedures/src/papers/composed.ts'
import { linesOf } from '../../../../../packages/procedures/src/papers/testing/plain-text.ts'
import { stepSource } from '../../../../../packages/procedures/src/papers/testing/step-cases.ts'
import {
  sourceOf,
  walks,
} from '../../../../../packages/procedures/src/papers/testing/whole-case.ts'
import { handler } from '../templates/fill-template.ts'
import { docxOf } from './docx.ts'
import { pdfOf } from './pdf.ts'

// What is printed says what was composed: word for word in the text layer of the PDF, and in the DOCX.

const source = sourceOf(walks.whole, '2026-07-24')
const papers = papersOfProcedure['transfer'] ?? []
const all = Object.entries(papersOfProcedure).flatMap(([procedure, some]) =>
  some.flatMap((paper) => {
    const from = procedure === 'transfer' ? source : stepSource(procedure)
    return from ? [[paper.id, paper, from] as const] : []
  }),
)

/** Words without the spaces and line ends of a layout. */
const bare = (text: string) => text.replace(/\s/g, '')

async function pdfText(paper: Composed): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(pdfOf({ paper, day: source.today })), {
    mergePages: true,
  })
  return bare(text)
}

/** What a reader must find: every piece of every line, but for the blanks. */
const piecesOf = (paper: Composed) =>
  linesOf(paper)
    .flatMap((line) => line.split(/ \| |\[[^\]]*\]/))
    .map(bare)
    .filter((piece) => piece !== '')

test.each(all)('%s', async (_id, paper, from) => {
  const composed = compose(paper, from)
  const pdf = await pdfText(composed)
  const docx = bare(
    (await handler().getText(docxOf(composed))) +
      (await handler().getText(docxOf(composed), FOOTER)),
  )
  const pieces = piecesOf(composed)
  expect(pieces.length).toBeGreaterThan(8)
  expect(pieces.filter((piece) => !pdf.includes(piece))).toEqual([])
  expect(pieces.filter((piece) => !docx.includes(piece))).toEqual([])
})

const FOOTER = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer'

test('a character the font has no picture of is told by its code, and ends no paper', async () => {
  const [, paper, from] = all[0] ?? []
  if (!paper || !from) throw new TypeError('There are papers.')
  const composed = { ...compose(paper, from), title: '示例𠮷医院' }
  expect(await pdfText(composed)).toContain('示例〓(U+20BB7)医院')
})

test('the text layer has the usual characters, none of the look-alikes that no search finds', async () => {
  const composed = compose(papers[7] as (typeof papers)[0], source)
  expect(await pdfText(composed)).not.toMatch(/[\u2e80-\u2fdf]/)
})

test('a PDF is of the archive’s kind, and the same paper has the same bytes', () => {
  const composed = compose(papers[0] as (typeof papers)[0], source)
  const first = Buffer.from(pdfOf({ paper: composed, day: source.today }))
  expect(first.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(Buffer.from(pdfOf({ paper: composed, day: source.today })).equals(first)).toBe(true)
  expect(docxOf(composed).equals(docxOf(composed))).toBe(true)
})

test('over drafts of law every page says so', async () => {
  const composed = { ...compose(papers[0] as (typeof papers)[0], source), isDraft: true }
  expect(await pdfText(composed)).toContain('规则草案')
  const header = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/header'
  const [part] = await handler().getParts(docxOf(composed), header)
  const root = await part?.xmlRoot()
  expect(root && xml.parser.serializeNode(root)).toContain('规则草案')
})

test('what a record says is never taken for markup', async () => {
  const evil = '<w:t>&amp; #let x = 1 $a_b$ \\ "引号" [x] {项目编号}'
  const state = {
    ...source.state,
    opened: { ...source.state.opened, data: { ...source.state.opened.data, title: evil } },
  }
  const composed = compose(papers[1] as (typeof papers)[0], { ...source, state })
  expect(await pdfText(composed)).toContain(bare(evil))
  expect(bare(await handler().getText(docxOf(composed)))).toContain(bare(evil))
})
