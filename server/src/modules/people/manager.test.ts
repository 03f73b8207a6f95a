import { expect, test } from 'vitest'
import { standingOf } from './manager.ts'

const certificate = (validUntil: string | null) => ({
  kind: 'technology_manager',
  issuedOn: '2024-03-01',
  validUntil,
  hours: null,
})
const training = (issuedOn: string, hours: number) => ({
  kind: 'training',
  issuedOn,
  validUntil: null,
  hours,
})

test.each([
  ['nothing', [], 'none', null],
  ['a training only', [training('2026-01-05', 16)], 'none', null],
  ['one that is good today for the last time', [certificate('2026-03-02')], 'valid', '2026-03-02'],
  ['one that ended yesterday', [certificate('2026-03-01')], 'expired', '2026-03-01'],
  ['one without an end', [certificate('2025-01-01'), certificate(null)], 'valid', null],
  [
    'a newer one beside an old one',
    [certificate('2027-01-01'), certificate('2025-01-01')],
    'valid',
    '2027-01-01',
  ],
])('with %s', (_what, learned, state, validUntil) => {
  expect(standingOf(learned, '2026-03-02')).toMatchObject({ state, validUntil })
})

test('hours are added up, in all and in the year', () => {
  const learned = [training('2025-12-31', 24), training('2026-01-01', 16), certificate(null)]
  expect(standingOf(learned, '2026-03-02')).toMatchObject({ hours: 40, hoursThisYear: 16 })
})
