import type { Writable } from 'node:stream'
import { type Column, shownValue } from './csv.ts'
import { ZipWriter } from './zip-stream.ts'

/** One sheet of a workbook; its rows come as they are read. */
export interface Sheet<Row> {
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: AsyncIterable<Row> | Iterable<Row>
}

/** What is said of the list beside it: a word, and what it stands for. */
export type NoteLine = readonly [string, string]

/** The most rows a sheet has, its headings among them. */
export const mostSheetRows = 1_048_576

/** The most characters a cell has. */
export const mostCharacters = 32_767

/** A list that has more rows than a sheet. */
export class TooManyRows extends Error {}

/**
 * Writes a workbook as it goes: its rows are never all in memory.
 *
 * Texts are texts even where they look like numbers or formulas; days, amounts and numbers are what they
 * are, an amount exact to the fen. The second sheet is the one shown first.
 */
export async function writeXlsx<Row>(
  out: Writable,
  note: { readonly name: string; readonly lines: () => Iterable<NoteLine> },
  list: Sheet<Row>,
): Promise<void> {
  const zip = new ZipWriter(out)
  await zip.add('[Content_Types].xml', [contentTypes])
  await zip.add('_rels/.rels', [rootRelations])
  await zip.add('xl/workbook.xml', [workbook([note.name, list.name])])
  await zip.add('xl/_rels/workbook.xml.rels', [relations])
  await zip.add('xl/styles.xml', [styles])
  await zip.add('xl/worksheets/sheet2.xml', sheetXml(list))
  // Written last: what the note says of the list is known when the list is written.
  await zip.add('xl/worksheets/sheet1.xml', noteXml(note.lines()))
  await zip.end()
}

const piece = 64 * 1024

async function* sheetXml<Row>({ columns, rows }: Sheet<Row>): AsyncGenerator<string> {
  const letters = columns.map((_, at) => lettersOf(at))
  const heads = columns.map(({ heading }, at) => textCell(`${letters[at]}1`, heading, BOLD))
  const widths = columns.map(({ kind, heading }, at) => widthXml(at, widthOf(heading, kind)))
  let n = 1
  let xml = `${sheetHead(frozen, widths)}<row r="1">${heads.join('')}</row>`
  for await (const row of rows) {
    n += 1
    if (n > mostSheetRows) throw new TooManyRows()
    xml += `<row r="${n}">`
    for (const [at, column] of columns.entries()) xml += cellXml(`${letters[at]}${n}`, column, row)
    xml += '</row>'
    if (xml.length < piece) continue
    yield xml
    xml = ''
  }
  yield `${xml}</sheetData><autoFilter ref="A1:${letters.at(-1)}${n}"/></worksheet>`
}

function* noteXml(lines: Iterable<NoteLine>): Generator<string> {
  let n = 0
  yield sheetHead('<sheetView workbookViewId="0"/>', [widthXml(0, 22), widthXml(1, 70)])
  for (const [word, meaning] of lines) {
    n += 1
    yield `<row r="${n}">${textCell(`A${n}`, word, BOLD)}${textCell(`B${n}`, meaning, TEXT)}</row>`
  }
  yield '</sheetData></worksheet>'
}

function sheetHead(view: string, columns: readonly string[]): string {
  return `${head}<worksheet xmlns="${main}"><sheetViews>${view}</sheetViews><cols>${columns.join('')}</cols><sheetData>`
}

/** The headings stay in sight. */
const frozen =
  '<sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'

const [PLAIN, TEXT, DAY, MONEY, BOLD] = [0, 1, 2, 3, 4]

function cellXml<Row>(place: string, column: Column<Row>, row: Row): string {
  const value = shownValue(column, row)
  if (value === null || value === undefined || value === '') return ''
  const text = String(value)
  if (column.kind === 'day') {
    const serial = serialOf(text)
    if (serial !== undefined) return `<c r="${place}" s="${DAY}"><v>${serial}</v></c>`
  }
  const isNumber = /^-?\d{1,15}(\.\d+)?$/.test(text)
  if (column.kind === 'money' && isNumber) return `<c r="${place}" s="${MONEY}"><v>${text}</v></c>`
  if (column.kind === 'number' && isNumber) return `<c r="${place}" s="${PLAIN}"><v>${text}</v></c>`
  return textCell(place, text, TEXT)
}

function textCell(place: string, text: string, style: number): string {
  const shown = text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(shown)}</t></is></c>`
}

/** A day as spreadsheets count: from the last day of 1899; a part of a day's date stays a text. */
function serialOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  const serial = Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569
  // Before March 1900 they count a day that never was.
  return serial > 60 ? serial : undefined
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text as it stands in XML, without what XML cannot hold. */
export function escaped(text: string): string {
  return (
    text
      .replace(unwritable, '')
      .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
      // Spreadsheets read _x000A_ as the character of that number.
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  )
}

/** The letters of a column, counted from 0. */
export function lettersOf(at: number): string {
  const before = at < 26 ? '' : lettersOf(Math.floor(at / 26) - 1)
  return before + String.fromCharCode(65 + (at % 26))
}

const leastWidths = { text: 24, day: 12, money: 16, number: 11 }

function widthOf(heading: string, kind: keyof typeof leastWidths = 'text'): number {
  const room = [...heading].reduce((sum, sign) => sum + (sign > '\u2E80' ? 2.2 : 1.1), 3)
  return Math.max(leastWidths[kind], Math.min(room, 40))
}

function widthXml(at: number, width: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width.toFixed(1)}" customWidth="1"/>`
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What a browser is told a workbook is. */
export const xlsxType = `${kinds}.sheet`

const override = (name: string, kind: string) =>
  `<Override PartName="/xl/${name}.xml" ContentType="${kinds}.${kind}+xml"/>`
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
const related = (each: string) =>
  `${head}<Relationships xmlns="${packaged}/relationships">${each}</Relationships>`

const contentTypes = `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${override('worksheets/sheet1', 'worksheet')}${override('worksheets/sheet2', 'worksheet')}</Types>`
const rootRelations = related(relation('rId1', 'officeDocument', 'xl/workbook.xml'))
const relations = related(
  relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
    relation('rId2', 'worksheet', 'worksheets/sheet2.xml') +
    relation('rId3', 'styles', 'styles.xml'),
)

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${nameOf(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="1"/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`
}

/** Some signs are not allowed in the name of a sheet, nor more than 31. */
export function nameOf(text: string): string {
  return escaped(text.replace(/[*?:\\/[\]'"]/g, ' ').slice(0, 31))
}

/** In the order of the numbers of styles above. */
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="4" applyNumberFormat="1"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`
