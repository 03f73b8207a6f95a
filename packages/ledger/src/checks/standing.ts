import { type Row, tell } from '../table-data.ts'
import { textIn } from './values.ts'

/** A carrier ends after it begins. */
export function checkCarriers(rows: readonly Row[]): void {
  for (const row of rows) {
    const [from, to] = [textIn(row, 'carrierFrom'), textIn(row, 'carrierTo')]
    if (from !== undefined && to !== undefined && to <= from)
      tell(row, 'carrierTo', 'period_reversed')
  }
}

/** A certificate does not end before it was issued; its last day may be that very day. */
export function checkCredentials(rows: readonly Row[]): void {
  for (const row of rows) {
    const [from, to] = [textIn(row, 'credentialIssued'), textIn(row, 'credentialUntil')]
    if (from !== undefined && to !== undefined && to < from) {
      tell(row, 'credentialUntil', 'period_reversed')
    }
  }
}

/** A rule ends after it begins; one that is repealed may end on its first day. */
export function checkInternalRules(rows: readonly Row[]): void {
  for (const row of rows) {
    const [from, to, ended] = ['ruleFrom', 'ruleTo', 'ruleEnded'].map((field) => textIn(row, field))
    if (from === undefined) continue
    if (to !== undefined && to <= from) tell(row, 'ruleTo', 'period_reversed')
    if (ended !== undefined && ended < from) tell(row, 'ruleEnded', 'period_reversed')
  }
}
