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

/** One number belongs to one person; the others are told. */
function checkStaffNumbers(rows: readonly Row[]): void {
  const byNumber = new Map<string, Row[]>()
  const numbersOf = new Map<string, Set<string>>()
  for (const row of rows) {
    const [number, name] = [textIn(row, 'staffNo'), textIn(row, 'leadInventor')]
    if (number === undefined || name === undefined) continue
    append(byNumber, number, row)
    numbersOf.set(name, (numbersOf.get(name) ?? new Set()).add(number))
  }
  for (const same of byNumber.values()) {
    const owner = ownerOf(same, numbersOf)
    for (const row of same)
      if (textIn(row, 'leadInventor') !== owner)
        tell(row, 'staffNo', 'staff_no_conflict', { facts: [owner] })
  }
}

/** Who bears a number most often; else who bears no other; else who comes first. */
function ownerOf(
  rows: readonly Row[],
  numbersOf: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const names = rows.map((row) => textIn(row, 'leadInventor') ?? '')
  const times = (name: string) => names.filter((each) => each === name).length
  const numbers = (name: string) => numbersOf.get(name)?.size ?? 0
  const [owner = ''] = [...new Set(names)].sort(
    (a, b) => times(b) - times(a) || numbers(a) - numbers(b),
  )
  return owner
}

function append(rows: Map<string, Row[]>, key: string, row: Row): void {
  const found = rows.get(key)
  if (found) found.push(row)
  else rows.set(key, [row])
}
