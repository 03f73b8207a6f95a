import { isTold, type Row, tell } from '../table-data.ts'
import { namesIn, textIn } from './values.ts'

/**
 * Tells two short names that run together: four characters that are nobody's name, while both
 * halves are somebody's. Longer strings have been told when they were read.
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
    const suspect = namesIn(row, 'inventors').some((name) => isTwoNames(name, known))
    if (suspect && !isTold(row, 'inventors', 'names_not_separated'))
      tell(row, 'inventors', 'names_not_separated')
  }
}

function isTwoNames(name: string, known: ReadonlySet<string>): boolean {
  if (!/^\p{Script=Han}{4}$/u.test(name) || known.has(name)) return false
  return known.has(name.slice(0, 2)) && known.has(name.slice(2))
}
