import { type Cell, columnNumber, type Sheet, type SheetRow } from '@yizhuan/ledger'

/** What a person says a cell holds. */
export interface Correction {
  readonly sheet: string
  readonly row: number
  readonly column: string
  /** Empty means that the cell is to be read as empty. */
  readonly value: string
}

/** A workbook with some cells as a person corrected them; everything else is as in the file. */
export function corrected(
  sheets: readonly Sheet[],
  corrections: readonly Correction[],
): readonly Sheet[] {
  return sheets.map((sheet) => {
    const here = corrections.filter((one) => one.sheet === sheet.name)
    if (here.length === 0) return sheet
    const rows = sheet.rows.map((row) => {
      const cells = here.filter((one) => one.row === row.row)
      return cells.length === 0 ? row : withCells(row, cells)
    })
    return { ...sheet, rows }
  })
}

function withCells(row: SheetRow, corrections: readonly Correction[]): SheetRow {
  const cells: (Cell | undefined)[] = [...row.cells]
  for (const { column, value } of corrections) {
    cells[columnNumber(column)] = value === '' ? undefined : { kind: 'text', text: value }
  }
  return { ...row, cells }
}
