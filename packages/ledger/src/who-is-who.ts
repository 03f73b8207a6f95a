import { isIdentityNo } from './numbers.ts'
import type { ToldApart } from './records.ts'
import { isTold, type Row, tell } from './table-data.ts'
import { codeText, plainText } from './text.ts'

/** Somebody beside whose name nothing stands. */
export const nothing: ToldApart = { staffNo: null, words: null }

/** What stands beside a name: a staff number, or a department or another house in words. */
export function markOf(row: Row, field: string, beside: string | null): ToldApart {
  if (beside === null) return nothing
  const code = codeText(beside).replace(/^(?:工号|职工号|员工号|编号)?:?/, '')
  if (isIdentityNo({ kind: 'text', text: code })) {
    if (!isTold(row, field, 'staff_no_is_identity')) tell(row, field, 'staff_no_is_identity')
    return nothing
  }
  return /^[A-Z]{0,6}-?\d[\dA-Z-]*$/.test(code)
    ? { staffNo: code, words: null }
    : { staffNo: null, words: plainText(beside) }
}

/** Tells names that leave open who is meant; not beside an identity number, which is never shown. */
export function tellAlike(row: Row, field: string, name = ''): void {
  if (isTold(row, field, 'names_alike', 'staff_no_is_identity')) return
  tell(row, field, 'names_alike', { facts: [name] })
}

/** Whether two of a team bear a name. */
export const isShared = (name: string, team: readonly string[]) =>
  team.filter((other) => other === name).length > 1
