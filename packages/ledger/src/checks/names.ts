import { isTold, type Row, tell } from '../table-data.ts'
import { namesIn, textIn } from './values.ts'

/**
 * Tells names that run together: a string that is nobody's name, while it falls into the names of
 * others. Strings that are too long for a name have been told when they were read.
 */
export function checkRunTogether(rows: readonly Row[]): void {
  const known = new Set<string>()
  for (const row of rows) {
    const names = namesIn(row, 'inventors')
    if (names.length > 1) for (const name of names) known.add(name)
    const lead = textIn(row, 'leadInventor')
    if (lead !== undefined) known.add(lead)
  }
  for (const row of rows) {
    const suspect = namesIn(row, 'inventors').some(
      (name) => !known.has(name) && fallsInto(name, known),
    )
    if (suspect && !isTold(row, 'inventors', 'names_not_separated'))
      tell(row, 'inventors', 'names_not_separated')
  }
}

/** Whether a text is names one after another. */
function fallsInto(text: string, known: ReadonlySet<string>): boolean {
  if (text.length < 4 || text.length > 40) return false
  for (let end = 2; end <= text.length - 2; end += 1) {
    if (!known.has(text.slice(0, end))) continue
    const rest = text.slice(end)
    if (known.has(rest) || fallsInto(rest, known)) return true
  }
  return false
}
