import { expect, test } from 'vitest'
import type { Country } from './country.ts'
import type { RightKind } from './kind.ts'
import { canRelate, type RelationKind } from './relation.ts'

const member = (text: string) => {
  const [kind, country = null] = text.split(' ')
  return { kind: kind as RightKind, country: country as Country | null }
}

test.each<[string, RelationKind, string, boolean]>([
  ['invention', 'priority', 'utility_model', true],
  ['pct', 'priority', 'invention', true],
  ['invention US', 'priority', 'pct', true],
  ['design', 'priority', 'patent', true],
  ['trademark', 'priority', 'trademark', true],
  ['variety', 'priority', 'variety', true],
  ['invention', 'priority', 'software', false],
  ['trademark', 'priority', 'invention', false],
  ['software', 'priority', 'software', false],
  ['invention', 'national', 'pct', true],
  ['utility_model', 'national', 'pct', true],
  ['patent EP', 'national', 'pct', true],
  ['invention DE', 'national', 'invention EP', true],
  ['invention HK', 'national', 'invention EP', true],
  // Every state in which a patent of Europe can have its part, and the unitary effect as one part more.
  ['invention AT', 'national', 'invention EP', true],
  ['invention TR', 'national', 'patent EP', true],
  ['invention UP', 'national', 'invention EP', true],
  ['patent UP', 'national', 'patent EP', true],
  ['invention UP', 'national', 'pct', false],
  ['invention UP', 'national', 'invention', false],
  ['invention UP', 'national', 'invention EA', false],
  ['invention DE', 'national', 'invention UP', false],
  ['invention EP', 'national', 'invention UP', false],
  ['invention HK', 'national', 'invention', true],
  ['design', 'national', 'pct', false],
  ['pct', 'national', 'pct', false],
  ['invention', 'national', 'invention', false],
  ['invention', 'national', 'invention EP', false],
  ['invention EP', 'national', 'invention EP', false],
  ['invention DE', 'national', 'invention US', false],
  ['invention', 'divisional', 'invention', true],
  ['invention', 'divisional', 'patent', true],
  ['invention EP', 'divisional', 'invention EP', true],
  ['trademark', 'divisional', 'trademark', true],
  ['utility_model', 'divisional', 'invention', false],
  ['invention', 'divisional', 'invention US', false],
  ['invention', 'divisional', 'pct', false],
  ['variety', 'divisional', 'variety', false],
  ['know_how', 'divisional', 'know_how', false],
])('%s as %s of %s: %s', (later, how, earlier, fits) => {
  expect(canRelate(how, member(later), member(earlier))).toBe(fits)
})
