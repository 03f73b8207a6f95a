import type { Cell, Sheet } from '@yizhuan/ledger'

/** Halves of characters, which no encoding can write. */
const half = /\p{Surrogate}/gu

/** Sheets without characters that no database holds; a file can smuggle them in escaped. */
export function harmless(sheets: readonly Sheet[]): readonly Sheet[] {
  return sheets.map((sheet) => ({
    ...sheet,
    name: cleaned(sheet.name),
    rows: sheet.rows.map((row) =>
      row.cells.some((cell) => cell && cleaned(cell.text) !== cell.text)
        ? { ...row, cells: row.cells.map(cleanedCell) }
        : row,
    ),
    comments: sheet.comments.map(({ cell, text }) => ({ cell, text: cleaned(text) })),
  }))
}

function cleanedCell(cell: Cell | undefined): Cell | undefined {
  if (!cell) return cell
  const struck = cell.struck && { kept: cleaned(cell.struck.kept) }
  return { ...cell, text: cleaned(cell.text), ...(struck && { struck }) }
}

function cleaned(text: string): string {
  return text.replaceAll('\0', '').replace(half, '')
}
