import { expect, test } from 'vitest'
import { type FamilyEvent, type FamilyRight, isUnexamined } from './secrecy.ts'

const abroad: FamilyRight = {
  ...{ kind: 'invention', country: 'US', number: null, filedOn: '2026-05-08' },
}
const home: FamilyRight = { ...abroad, country: null, filedOn: '2026-02-01' }
const pct = (number: string | null, filedOn = '2026-05-01'): FamilyRight => ({
  ...{ kind: 'pct', country: null, number, filedOn },
})

test.each<[string, FamilyRight, FamilyRight[], FamilyEvent[], boolean]>([
  ['filed abroad first', abroad, [], [], true],
  ['filed at home before, nothing asked', abroad, [home], [], true],
  ['asked before', abroad, [home], [{ kind: 'secrecyRequested', on: '2026-05-07' }], false],
  ['asked on the day', abroad, [], [{ kind: 'secrecyRequested', on: '2026-05-08' }], false],
  ['asked afterwards', abroad, [], [{ kind: 'secrecyRequested', on: '2026-05-09' }], true],
  ['cleared before', abroad, [], [{ kind: 'secrecyCleared', on: '2026-04-01' }], false],
  ['made elsewhere', abroad, [], [{ kind: 'madeAbroad', on: '2026-09-01' }], false],
  ['international at the Chinese office', abroad, [pct('PCT/CN2026/012345')], [], false],
  ['the same, later', abroad, [pct('PCT/CN2026/012345', '2026-06-01')], [], true],
  ['international elsewhere', abroad, [pct('PCT/US2026/012345')], [], true],
  ['not filed yet', { ...abroad, filedOn: null }, [], [], true],
  [
    'of a year, asked in it',
    { ...abroad, filedOn: '2026' },
    [],
    [{ kind: 'secrecyRequested', on: '2026-05-09' }],
    false,
  ],
  ['a design', { ...abroad, kind: 'design' }, [], [], false],
  ['software', { ...abroad, kind: 'software' }, [], [], false],
  ['at home', home, [], [], false],
])('%s', (_name, right, family, events, outcome) => {
  expect(isUnexamined(right, [right, ...family], events)).toBe(outcome)
})

test.each(['HK', 'MO', 'TW'])(
  'an application in %s is not filed with a foreign office',
  (country) => {
    const right = { kind: 'invention', country, number: null, filedOn: '2026-05-08' } as const
    expect(isUnexamined(right, [right], [])).toBe(false)
  },
)
