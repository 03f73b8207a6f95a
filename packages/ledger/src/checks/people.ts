import { type Row, tell } from '../table-data.ts'
import { textIn } from './values.ts'

/** Two units of one name, or one code for two: which is meant nobody can tell. */
export function checkUnits(rows: readonly Row[]): void {
  tellConflicts(rows, 'unitCode', 'unitName')
  tellConflicts(rows, 'unitName', 'unitCode')
}

/** One staff number for two names. Two of one name with two numbers are two people: namesakes. */
export function checkPeople(rows: readonly Row[]): void {
  tellConflicts(rows, 'staffNo', 'personName')
}

/** A post ends after it begins. */
export function checkPosts(rows: readonly Row[]): void {
  for (const row of rows) {
    const [from, to] = [textIn(row, 'postFrom'), textIn(row, 'postTo')]
    if (from !== undefined && to !== undefined && to <= from) tell(row, 'postTo', 'period_reversed')
  }
}

/** Rows that bear the same in one field and something else in another. */
function tellConflicts(rows: readonly Row[], same: string, other: string): void {
  const first = new Map<string, Row>()
  for (const row of rows) {
    const key = textIn(row, same)
    if (key === undefined) continue
    const before = first.get(key)
    if (!before) first.set(key, row)
    else if (textIn(before, other) !== textIn(row, other)) {
      tell(row, same, 'duplicate_number_conflict', { other: before })
    }
  }
}
