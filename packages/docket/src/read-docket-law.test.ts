import { expect, test } from 'vitest'
import { DocketLawProblem, readDocketLaw } from './read-docket-law.ts'
import { documents, law } from './testing/law.ts'

/** The documents with one value put elsewhere. */
function changed(path: readonly (string | number)[], value: unknown) {
  const copy = structuredClone(documents) as Record<string | number, unknown>
  let at = copy
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  if (value === undefined) delete at[last]
  else at[last] = value
  return copy as unknown as typeof documents
}

test('the documents are whole, and nothing in them claims to be confirmed', () => {
  expect(law.annuities.length).toBeGreaterThan(3)
  expect(law.clocks.length).toBeGreaterThan(15)
  const rows = [...law.annuities, ...law.payment, ...law.surcharges, ...law.terms, ...law.clocks]
  expect(rows.every(({ verified }) => verified === false)).toBe(true)
})

test.each<[string, (string | number)[], unknown]>([
  ['a fee that is no whole fen', ['fees', 'annuities', 0, 'bands', 0, 'fen'], 900.5],
  ['a fee of nothing', ['fees', 'annuities', 0, 'bands', 0, 'fen'], 0],
  ['a year left out', ['fees', 'annuities', 0, 'bands', 1, 'first'], 5],
  ['a table shorter than the term', ['fees', 'annuities', 0, 'bands', 5, 'last'], 19],
  ['a day that does not exist', ['fees', 'annuities', 0, 'from'], '2001-02-30'],
  ['a source nobody knows', ['fees', 'fees', 0, 'cite'], 'elsewhere#a1'],
  ['no word on whether it was confirmed', ['terms', 0, 'verified'], undefined],
  ['a share above all', ['payment', 'surcharges', 0, 'perMonth'], '105%'],
  ['a default that is no reading', ['payment', 'surcharges', 0, 'default'], 'other'],
  ['a title without English', ['clocks', 0, 'title'], { zh: '期限' }],
  ['an event that does not exist', ['clocks', 0, 'clearedBy'], ['done']],
  ['a key nobody reads', ['clocks', 0, 'note'], 'x'],
  ['an id given twice', ['clocks', 1, 'id'], 'priority'],
  ['a period of nothing', ['clocks', 0, 'length'], {}],
  ['a period in weeks', ['clocks', 0, 'length'], { weeks: 2 }],
  ['a missing document', ['terms'], undefined],
])('%s is refused at its place', (_why, path, value) => {
  expect(() => readDocketLaw(changed(path, value))).toThrow(DocketLawProblem)
})
