import { isTold, type Row, tell } from '../table-data.ts'
import { compareInOrder, namesIn, textIn } from './values.ts'

/** What must hold within the ledger of achievements. */
export function checkAchievements(rows: readonly Row[]): void {
  for (const row of rows) {
    checkLead(row)
    compareInOrder(row, 'disclosedOn', 'registeredOn')
  }
  checkStaffNumbers(rows)
}

function checkLead(row: Row): void {
  const lead = textIn(row, 'leadInventor')
  const inventors = namesIn(row, 'inventors')
  if (lead === undefined || inventors.length === 0 || inventors.includes(lead)) return
  if (isTold(row, 'inventors', 'names_incomplete', 'names_not_separated')) return
  tell(row, 'leadInventor', 'lead_not_in_list')
}

/** One number belongs to one person: to the one who bears it most often, or first. */
function checkStaffNumbers(rows: readonly Row[]): void {
  const byNumber = new Map<string, Map<string, Row[]>>()
  for (const row of rows) {
    const [number, name] = [textIn(row, 'staffNo'), textIn(row, 'leadInventor')]
    if (number === undefined || name === undefined) continue
    const names = byNumber.get(number) ?? new Map<string, Row[]>()
    byNumber.set(number, names.set(name, [...(names.get(name) ?? []), row]))
  }
  for (const names of byNumber.values()) {
    if (names.size < 2) continue
    const most = Math.max(...[...names.values()].map((rowsOfName) => rowsOfName.length))
    const [owner = ''] = [...names].find(([, rowsOfName]) => rowsOfName.length === most) ?? []
    for (const [name, rowsOfName] of names)
      if (name !== owner)
        for (const row of rowsOfName) tell(row, 'staffNo', 'staff_no_conflict', { facts: [owner] })
  }
}
