import type { Writable } from 'node:stream'
import { escaped, lettersOf, mostCharacters, nameOf } from './xlsx.ts'
import { ZipWriter } from './zip-stream.ts'

/** A cell as it stood in another workbook. */
export interface GridCell {
  readonly kind: 'text' | 'number' | 'boolean' | 'error'
  /** The text; a number in digits; `TRUE`; `#REF!`. */
  readonly text: string
  /** How a number is shown; absent for the general way. */
  readonly format?: string
  readonly isStruck?: true
}

/** A sheet cell by cell, with the ranges that are one cell, such as `A1:C1`. */
export interface GridSheet {
  readonly name: string
  readonly rows: readonly (readonly (GridCell | undefined)[])[]
  readonly merges: readonly string[]
  /** The column that is as wide as sentences ask for, counted from 0. */
  readonly wide?: number
}

/**
 * Writes sheets as they are given: numbers keep the formats that make days and shares of them, and what
 * is struck out stays so. For lists of our own there is `writeXlsx`.
 */
export async function writeGrids(out: Writable, sheets: readonly GridSheet[]): Promise<void> {
  const looks = new Looks()
  const zip = new ZipWriter(out)
  await zip.add('[Content_Types].xml', [contentTypes(sheets)])
  await zip.add('_rels/.rels', [related([['officeDocument', 'xl/workbook.xml']])])
  await zip.add('xl/workbook.xml', [workbook(sheets)])
  const parts = sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const)
  await zip.add('xl/_rels/workbook.xml.rels', [related([...parts, ['styles', 'styles.xml']])])
  for (const [at, sheet] of sheets.entries()) {
    await zip.add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, looks))
  }
  // Written last: every look is known by then.
  await zip.add('xl/styles.xml', [looks.xml()])
  await zip.end()
}

function* sheetXml({ rows, merges, wide }: GridSheet, looks: Looks): Generator<string> {
  const width = (at: number) => (at === wide ? 70 : 18)
  const columns = Math.max(1, ...rows.map((row) => row.length))
  const widths = Array.from(
    { length: columns },
    (_, at) => `<col min="${at + 1}" max="${at + 1}" width="${width(at)}" customWidth="1"/>`,
  )
  yield `${head}<worksheet xmlns="${main}"><cols>${widths.join('')}</cols><sheetData>`
  for (const [index, row] of rows.entries()) {
    const n = index + 1
    const cells = row.map((cell, at) => (cell ? cellXml(`${lettersOf(at)}${n}`, cell, looks) : ''))
    yield `<row r="${n}">${cells.join('')}</row>`
  }
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const all = merges.length > 0 ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : ''
  yield `</sheetData>${all}</worksheet>`
}

function cellXml(place: string, cell: GridCell, looks: Looks): string {
  const style = looks.of(cell)
  switch (cell.kind) {
    case 'number':
      return `<c r="${place}" s="${style}"><v>${escaped(cell.text)}</v></c>`
    case 'boolean':
      return `<c r="${place}" s="${style}" t="b"><v>${cell.text === 'TRUE' ? 1 : 0}</v></c>`
    case 'error':
      return `<c r="${place}" s="${style}" t="e"><v>${escaped(cell.text)}</v></c>`
    case 'text': {
      const text = escaped(cell.text.slice(0, mostCharacters))
      return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
    }
  }
}

/** The looks of cells, numbered as they come. */
class Looks {
  readonly #formats: string[] = []
  readonly #looks = new Map<string, number>()
  readonly #xml: string[] = []

  of({ kind, format, isStruck }: GridCell): number {
    const code = kind === 'text' ? '@' : (format ?? 'General')
    const name = `${isStruck ? 1 : 0}${kind === 'text' ? 1 : 0}${code}`
    const known = this.#looks.get(name)
    if (known !== undefined) return known
    const number = this.#looks.size
    this.#looks.set(name, number)
    if (!this.#formats.includes(code)) this.#formats.push(code)
    const numFmt = firstOwnFormat + this.#formats.indexOf(code)
    const wrap = kind === 'text' ? '<alignment vertical="top" wrapText="1"/>' : ''
    this.#xml.push(
      `<xf xfId="0" fontId="${isStruck ? 1 : 0}" applyFont="1" numFmtId="${numFmt}" applyNumberFormat="1"${wrap && ' applyAlignment="1"'}>${wrap}</xf>`,
    )
    return number
  }

  xml(): string {
    const formats = this.#formats.map((code, at) => {
      const quoted = escaped(code).replaceAll('"', '&quot;')
      return `<numFmt numFmtId="${firstOwnFormat + at}" formatCode="${quoted}"/>`
    })
    const looks = this.#xml.length > 0 ? this.#xml : ['<xf xfId="0"/>']
    const own =
      formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : ''
    const font = (strike: string) => `<font>${strike}<sz val="11"/><name val="Calibri"/></font>`
    return `${head}<styleSheet xmlns="${main}">${own}<fonts count="2">${font('')}${font('<strike/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${looks.length}">${looks.join('')}</cellXfs></styleSheet>`
  }
}

/** Formats below are the program's own. */
const firstOwnFormat = 164

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function contentTypes(sheets: readonly GridSheet[]): string {
  const override = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${kinds}.${kind}+xml"/>`
  const each = sheets.map((_, at) => override(`worksheets/sheet${at + 1}`, 'worksheet')).join('')
  return `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${each}</Types>`
}

function related(parts: readonly (readonly [kind: string, target: string])[]): string {
  const each = parts.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`
}

function workbook(sheets: readonly GridSheet[]): string {
  const each = sheets.map(
    ({ name }, at) => `<sheet name="${nameOf(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each.join('')}</sheets></workbook>`
}
