import type { Composed, ComposedBlock, Run } from '@yizhuan/procedures'
import { zip } from '../../../platform/zip.ts'
import {
  contentTypesOf,
  type DocxPage,
  documentOf,
  documentRelationsOf,
  footerOf,
  headerOf,
  NUMBERING,
  numbered,
  pageOf,
  RELATIONS,
  STYLES,
} from './docx-parts.ts'
import { widthsOf } from './widths.ts'

/** A paper as DOCX, the same words as the PDF; the same paper has the same bytes. */
export function docxOf(paper: Composed): Buffer {
  const title = paragraph('Title', words(paper.title))
  const page = pageOf(paper.isWide ?? false)
  const body = paper.blocks.map((block) => xmlOf(block, page)).join('')
  const isNumbered = paper.blocks.some((one) => one.is === 'heading' && one.number !== undefined)
  return zip(
    new Map([
      ['[Content_Types].xml', contentTypesOf(isNumbered)],
      ['_rels/.rels', RELATIONS],
      ['word/document.xml', documentOf(title + body, page)],
      ['word/_rels/document.xml.rels', documentRelationsOf(isNumbered)],
      ...(isNumbered ? [['word/numbering.xml', NUMBERING] as const] : []),
      ['word/styles.xml', STYLES],
      ['word/header1.xml', headerOf(paper.isDraft)],
      ['word/footer1.xml', footerOf(words(paper.proof))],
    ]),
  )
}

function xmlOf(block: ComposedBlock, { width }: DocxPage): string {
  switch (block.is) {
    case 'heading':
      return paragraph('Heading1', runs(block.runs), block.number === undefined ? '' : numbered)
    case 'text':
      return block.at === 'body'
        ? paragraph('Body', runs(block.runs))
        : paragraph('Normal', runs(block.runs), `<w:jc w:val="${block.at}"/>`)
    case 'articles':
      return paragraph('Articles', runs(block.runs))
    case 'facts':
      return factsTable(block, width)
    case 'rows':
      return rowsTable(block, width)
    case 'sign':
      return block.who.map((who) => signLine(who, width)).join('')
    case 'seal':
      return sealOf(block)
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A line break of the record stays one; what no XML may hold is left out. */
function words(text: string, look = ''): string {
  const lines = text.replace(UNWRITABLE, '').split('\n')
  return lines
    .map((line, at) => {
      const rest = at < lines.length - 1 ? '<w:br/>' : ''
      const properties = look && `<w:rPr>${look}</w:rPr>`
      return `<w:r>${properties}<w:t xml:space="preserve">${escaped(line)}</w:t>${rest}</w:r>`
    })
    .join('')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that XML forbids.
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

const runs = (all: readonly Run[], look = '') => all.map((run) => words(textOf(run), look)).join('')

/** Where much is to be written by hand, lines are left free. */
const textOf = ({ text, lines = 1 }: Run) => Array.from({ length: lines }, () => text).join('\n')

function paragraph(style: string, content: string, properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="333333"/>`)
  .join('')

function table(widths: readonly number[], rows: readonly string[], whole: number): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>${paragraph('Small', '')}`
}

const GREY = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'

function cell(
  width: number,
  content: string,
  { at = 'left', isName = false }: { at?: 'left' | 'center' | 'right'; isName?: boolean } = {},
): string {
  const inside = paragraph('Cell', content, `<w:jc w:val="${at}"/>`)
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${isName ? GREY : ''}<w:vAlign w:val="center"/></w:tcPr>${inside}</w:tc>`
}

const row = (cells: readonly string[], isHead = false) =>
  `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`

function factsTable({ rows }: Extract<ComposedBlock, { is: 'facts' }>, whole: number): string {
  const name = Math.round(whole * 0.28)
  const widths = [name, whole - name]
  return table(
    widths,
    rows.map((one) =>
      row([
        cell(name, words(one.name), { at: 'center', isName: true }),
        cell(whole - name, runs(one.runs)),
      ]),
    ),
    whole,
  )
}

function rowsTable(block: Extract<ComposedBlock, { is: 'rows' }>, page: number): string {
  const { columns, figures, rows, foot } = block
  const parts = widthsOf(block)
  const whole = parts.reduce((sum, part) => sum + part, 0)
  const widths = parts.map((part) => Math.floor((page * part) / whole))
  const width = (at: number) => widths[at] ?? 0
  const line = (cells: readonly (readonly Run[])[], look = '') =>
    row(
      cells.map((content, at) =>
        cell(width(at), runs(content, look), { at: figures[at] ? 'right' : 'left' }),
      ),
    )
  const head = row(
    columns.map((name, at) => cell(width(at), words(name), { at: 'center', isName: true })),
    true,
  )
  const last = foot.length > 0 ? [line(foot, '<w:b/>')] : []
  return table(widths, [head, ...rows.map((cells) => line(cells)), ...last], page)
}

/** Somebody, a line to write on, and the day. */
function signLine(who: string, width: number): string {
  const tabs = `<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="6200"/><w:tab w:val="right" w:pos="${width}"/></w:tabs>`
  const tab = '<w:r><w:tab/></w:r>'
  return paragraph(
    'Normal',
    `${words(who)}${tab}${tab}${words('　　年　　月　　日')}`,
    `<w:keepLines/>${tabs}<w:spacing w:before="240"/><w:jc w:val="left"/>`,
  )
}

function sealOf({ who, on }: Extract<ComposedBlock, { is: 'seal' }>): string {
  const at = '<w:jc w:val="right"/>'
  return (
    paragraph('Normal', runs(who), `<w:keepNext/><w:spacing w:before="480"/>${at}`) +
    paragraph('Normal', runs(on), at)
  )
}
