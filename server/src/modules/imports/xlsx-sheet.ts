import { type Cell, columnLetter, columnNumber, type Merge, type SheetRow } from '@yizhuan/ledger'
import { type Attributes, readLargeXml } from '../../platform/xml.ts'
import type { Pieces } from '../../platform/zip.ts'
import { damaged, tooMuch } from './workbook.refusals.ts'
import type { CellStyle } from './xlsx-styles.ts'
import { type RichText, richTextReader, textCell, unescapeControl } from './xlsx-text.ts'

/** What the cells of a sheet refer to. */
export interface Book {
  readonly texts: readonly RichText[]
  readonly styles: readonly CellStyle[]
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean
}

export interface SheetContent {
  readonly rows: readonly SheetRow[]
  readonly merges: readonly Merge[]
  readonly hiddenColumns: ReadonlySet<number>
}

const lastColumn = 16_383
const lastRow = 1_048_576
/** More than any ledger has; a sheet filled to the edge would take all memory. */
const mostCells = 8_000_000

/** Reads the cells of one sheet. */
export async function readSheet(xml: Pieces, book: Book, onRow: () => void): Promise<SheetContent> {
  const reader = await readLargeXml(xml, () => new SheetReader(book, onRow))
  const { rows, merges, hiddenColumns } = reader
  return { rows, merges, hiddenColumns }
}

interface Growing {
  row: number
  cells: (Cell | undefined)[]
  hidden?: true
  bordered?: true
}

class SheetReader implements SheetContent {
  readonly rows: Growing[] = []
  readonly merges: Merge[] = []
  readonly hiddenColumns = new Set<number>()
  readonly #book: Book
  readonly #onRow: () => void
  /** Of each style, the cells of the shared texts by their number. */
  readonly #made = new Map<string, (Cell | undefined)[]>()
  readonly #sharedFormulas = new Map<string, SharedFormula>()
  readonly #inline: ReturnType<typeof richTextReader>
  #row: Growing = { row: 0, cells: [] }
  #column = -1
  #count = 0
  #cell: Attributes = {}
  #formula: string | undefined
  #shared: Attributes | undefined
  #value: string | undefined
  #inlineText: RichText | undefined
  #reading: 'v' | 'f' | undefined

  constructor(book: Book, onRow: () => void) {
    this.#book = book
    this.#onRow = onRow
    this.#inline = richTextReader('is', (text) => {
      this.#inlineText = text
    })
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes)
    else if (name === 'v') this.#read('v')
    else if (name === 'f') {
      this.#read('f')
      if (attributes['t'] === 'shared') this.#shared = attributes
    } else if (name === 'row') this.#openRow(attributes)
    else if (name === 'mergeCell') this.#merge(attributes['ref'] ?? '')
    else if (name === 'col') this.#columns(attributes)
    else this.#inline.open(name, attributes)
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell()
    else if (name === 'v' || name === 'f') this.#reading = undefined
    else if (name === 'row') this.#closeRow()
    else this.#inline.close(name)
  }

  text(text: string): void {
    if (this.#reading === 'v') this.#value += text
    else if (this.#reading === 'f') this.#formula += text
    else this.#inline.text(text)
  }

  #read(part: 'v' | 'f'): void {
    this.#reading = part
    if (part === 'v') this.#value = ''
    else this.#formula = ''
  }

  /** Some programs leave the numbers of rows and cells out; then they follow one another. */
  #openRow({ r, hidden }: Attributes): void {
    const row = r === undefined ? this.#row.row + 1 : Number(r)
    if (!(row > this.#row.row) || row > lastRow) throw row > lastRow ? tooMuch() : damaged()
    this.#row = { row, cells: [], ...(isTrue(hidden) ? { hidden: true } : {}) }
    this.#column = -1
  }

  #closeRow(): void {
    const { cells, hidden, bordered } = this.#row
    this.#onRow()
    if (cells.length > 0 || hidden || bordered) this.rows.push(this.#row)
  }

  #openCell(attributes: Attributes): void {
    const letters = attributes['r']?.replace(/\d+$/, '')
    this.#column = letters === undefined ? this.#column + 1 : columnNumber(letters)
    this.#cell = attributes
    this.#formula = undefined
    this.#shared = undefined
    this.#value = undefined
    this.#inlineText = undefined
    this.#count += 1
    if (this.#count > mostCells || this.#column > lastColumn) throw tooMuch()
  }

  #closeCell(): void {
    const style = this.#book.styles[Number(this.#cell['s'] ?? 0)] ?? {}
    if (style.bordered) this.#row.bordered = true
    const cell = this.#toCell(style)
    if (cell) this.#row.cells[this.#column] = cell
  }

  #toCell(style: CellStyle): Cell | undefined {
    const type = this.#cell['t'] ?? 'n'
    if (type === 's') return this.#sharedText(style)
    const formula = this.#formulaText()
    const content = this.#content(type, style)
    if (!content) {
      return formula === undefined ? undefined : { kind: 'none', text: '', formula, ...kept(style) }
    }
    return formula === undefined ? content : { ...content, formula }
  }

  #content(type: string, style: CellStyle): Cell | undefined {
    if (type === 'inlineStr') {
      return this.#inlineText && textCell(this.#inlineText, style.struck === true, style.format)
    }
    const value = this.#value
    if (value === undefined) return undefined
    if (type === 'str' || type === 'd') {
      const text = type === 'str' ? unescapeControl(value) : value.replace('T', ' ')
      return textCell({ text }, style.struck === true, style.format)
    }
    if (type === 'b')
      return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE', ...kept(style) }
    if (type === 'e') return { kind: 'error', text: value, ...kept(style) }
    return value.trim() === '' ? undefined : this.#number(Number(value), style)
  }

  #number(value: number, style: CellStyle): Cell {
    const isDay = this.#book.from1904 && /[yd]/i.test(style.format ?? '')
    return { kind: 'number', text: String(isDay ? value + 1462 : value), ...kept(style) }
  }

  /** Cells that hold the same text in the same style are one object: ledgers repeat themselves. */
  #sharedText(style: CellStyle): Cell | undefined {
    // An empty number is none, and not that of the first text.
    if (!this.#value?.trim()) return undefined
    const index = Number(this.#value)
    const text = this.#book.texts[index]
    if (!text) return undefined
    const styled = this.#cell['s'] ?? ''
    let made = this.#made.get(styled)
    if (!made) {
      // Room for what the style has, not for all texts: workbooks that are old have thousands of styles.
      made = []
      this.#made.set(styled, made)
    }
    const cell = made[index] ?? textCell(text, style.struck === true, style.format)
    made[index] = cell
    return cell
  }

  /** A formula shared by a range is written once; the other cells refer to it. */
  #formulaText(): string | undefined {
    const shared = this.#shared?.['si']
    if (shared === undefined) return this.#formula
    const place = { row: this.#row.row, column: this.#column }
    if (this.#formula !== undefined && this.#formula !== '') {
      this.#sharedFormulas.set(shared, { formula: this.#formula, ...place })
      return this.#formula
    }
    const first = this.#sharedFormulas.get(shared)
    return first && moved(first, place)
  }

  #merge(ref: string): void {
    const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref)
    if (!match) return
    const [, left = '', top, right = '', bottom] = match
    this.merges.push({
      top: Number(top),
      left: columnNumber(left),
      bottom: Number(bottom),
      right: columnNumber(right),
    })
  }

  #columns({ min, max, hidden }: Attributes): void {
    if (!isTrue(hidden) || this.hiddenColumns.size > lastColumn) return
    const last = Math.min(Number(max), lastColumn)
    for (let column = Number(min); column <= last; column += 1) this.hiddenColumns.add(column - 1)
  }
}

interface SharedFormula {
  readonly formula: string
  readonly row: number
  readonly column: number
}

/** The formula as it reads in another cell: relative references move along. */
function moved(from: SharedFormula, to: { readonly row: number; readonly column: number }): string {
  const [down, right] = [to.row - from.row, to.column - from.column]
  return from.formula.replace(
    /(?<![\w$.])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(])/g,
    (_, fixedColumn: string, letters: string, fixedRow: string, row: string) => {
      const column = fixedColumn ? letters : columnLetter(columnNumber(letters) + right)
      return `${fixedColumn}${column}${fixedRow}${fixedRow ? row : Number(row) + down}`
    },
  )
}

const kept = ({ format, struck }: CellStyle) => ({
  ...(format === undefined ? {} : { format }),
  ...(struck ? { struck: { kept: '' } } : {}),
})

const isTrue = (value: string | undefined) => value === '1' || value === 'true'
