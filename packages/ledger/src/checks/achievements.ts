import { isTold, type Row, tell } from '../table-data.ts'
import { tellSum } from './shares.ts'
import { compareInOrder, namesIn, textIn } from './values.ts'

/** What must hold within the ledger of achievements. */
export function checkAchievements(rows: readonly Row[]): void {
  for (const row of rows) {
    checkShares(row)
    checkLead(row)
    compareInOrder(row, 'disclosedOn', 'registeredOn')
  }
  checkStaffNumbers(rows)
}

function checkShares(row: Row): void {
  const shares = row.values['shares'] as readonly number[]
  if (shares.length === 0) return
  tellSum(row, 'shares', shares)
  const inventors = namesIn(row, 'inventors')
  if (inventors.length === 0 || !isListOfNames(row)) return
  if (shares.length !== inventors.length) {
    const facts = [String(shares.length), String(inventors.length)]
    tell(row, 'shares', 'share_count_mismatch', { facts })
  }
  const strangers = (row.shareNames ?? []).filter((name) => !inventors.includes(name))
  if (strangers.length > 0)
    tell(row, 'shares', 'share_person_unknown', { facts: [strangers.join('、')] })
}

function checkLead(row: Row): void {
  const lead = textIn(row, 'leadInventor')
  const inventors = namesIn(row, 'inventors')
  if (lead === undefined || inventors.length === 0 || inventors.includes(lead)) return
  if (!isListOfNames(row)) return
  tell(row, 'leadInventor', 'lead_not_in_list')
}

/** Whether the inventors are named one by one and all of them. */
export function isListOfNames(row: Row): boolean {
  return !isTold(row, 'inventors', 'names_incomplete', 'names_not_separated')
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
