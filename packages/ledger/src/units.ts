import { unitAtEnd, unitIn } from './amount.ts'
import type { FoundTable } from './find-tables.ts'
import type { TableColumn } from './headers.ts'

/** The unit of a column of money: its own, that of its group, or the title's. */
export function unitOfColumn({ titleUnit }: FoundTable, { levels }: TableColumn): string {
  const own = [...levels]
    .reverse()
    .map((level) => unitIn(level) ?? unitAtEnd(level))
    .find((unit) => unit !== undefined)
  return own ?? titleUnit ?? '元'
}
