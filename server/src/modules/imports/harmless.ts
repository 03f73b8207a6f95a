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

/** Hardly any text has one of these; to look is cheaper than to replace. */
const suspect = /[\0\ud800-\udfff]/

function cleaned(text: string): string {
  if (!suspect.test(text)) return text
  return text.replaceAll('\0', '').replace(half, '')
}
