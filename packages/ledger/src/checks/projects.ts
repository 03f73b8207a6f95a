import { type Row, tell } from '../table-data.ts'
import { compareInOrder, textIn } from './values.ts'

/** A project ends after it begins, and money of a kind has a name. */
export function checkProjects(rows: readonly Row[]): void {
  for (const row of rows) {
    compareInOrder(row, 'projectFrom', 'projectTo', 'period_reversed')
    const { fundingFen, fundingStart } = row.values
    const isTold = fundingFen !== null || fundingStart !== null || textIn(row, 'fundingName')
    if (isTold && textIn(row, 'fundingKind') === undefined) {
      tell(row, 'fundingKind', 'required_missing')
    }
  }
}

/** A share stands in an entry about a share, and nowhere else. */
export function checkEntries(rows: readonly Row[]): void {
  for (const row of rows) {
    const kind = textIn(row, 'entryKind')
    if (kind === undefined) continue
    const hasShare = typeof row.values['entryShare'] === 'number'
    if (kind === 'share' && !hasShare) tell(row, 'entryShare', 'required_missing')
    if (kind !== 'share' && hasShare) tell(row, 'entryShare', 'share_unasked')
  }
}
