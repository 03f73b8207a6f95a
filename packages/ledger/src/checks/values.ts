import { compareDays } from '../ledger-day.ts'
import type { ProblemCode } from '../problem-codes.ts'
import { isTold, type Row, tell } from '../table-data.ts'

export function textIn({ values }: Row, field: string): string | undefined {
  const value = values[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function namesIn({ values }: Row, field: string): readonly string[] {
  const value = values[field]
  return Array.isArray(value) ? value : []
}

export function fenIn({ values }: Row, field: string): bigint | undefined {
  const value = values[field]
  return typeof value === 'bigint' ? value : undefined
}

/** A day that may be compared: one in the future is wrong in itself. */
export function soundDay(row: Row, field: string): string | undefined {
  return isTold(row, field, 'date_in_future') ? undefined : textIn(row, field)
}

/** Tells the later of two days when it lies before the earlier one. */
export function compareInOrder(
  row: Row,
  earlier: string,
  later: string,
  code: ProblemCode = 'dates_reversed',
): void {
  const [before, after] = [soundDay(row, earlier), soundDay(row, later)]
  if (before === undefined || after === undefined || compareDays(after, before) >= 0) return
  tell(row, later, code, { facts: [before] })
}
