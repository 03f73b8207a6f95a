import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { disclosureLists } from '../policies/index.ts'
import { noveltyClocks } from './novelty.ts'

const { regimes } = disclosureLists().novelty
const clock = (
  kind: string,
  on: string,
  code: string,
  filings: string[] = [],
  today = '2026-03-02',
) => {
  const clocks = noveltyClocks([{ kind, on }], filings, regimes, day(today))
  const found = clocks.find(({ regime }) => regime.code === code)
  return [found?.lastDay, found?.state]
}

test.each([
  ['a paper', 'paper', '2026-01-10', 'cn', '2026-01-09', 'lost'],
  ['a paper planned', 'paper', '2026-04-01', 'cn', '2026-03-31', 'open'],
  ['a recognised meeting', 'prescribed_meeting', '2025-08-31', 'cn', '2026-02-28', 'lost'],
  ['a recognised meeting', 'prescribed_meeting', '2025-09-02', 'cn', '2026-03-02', 'open'],
  ['a leak', 'leaked', '2026-01-10', 'ep', '2026-07-10', 'open'],
  ['a paper', 'paper', '2025-03-02', 'us', '2026-03-02', 'open'],
  ['a paper', 'paper', '2025-03-01', 'us', '2026-03-01', 'lost'],
])('%s (%s) on %s leaves %s until %s: %s', (_name, kind, on, code, last, state) => {
  expect(clock(kind, on, code)).toEqual([last, state])
})

test('the clock stops when a patent was filed in time, and not by a later one', () => {
  expect(clock('paper', '2026-01-10', 'cn', ['2026-01-09'])[1]).toBe('filed')
  expect(clock('paper', '2026-01-10', 'cn', ['2026-01-10'])[1]).toBe('lost')
})

test('of several publications the one that ends the time first counts', () => {
  const both = [
    { kind: 'leaked', on: '2026-01-01' },
    { kind: 'paper', on: '2026-05-01' },
  ]
  const [cn] = noveltyClocks(both, [], regimes, day('2026-03-02'))
  expect(cn).toMatchObject({ lastDay: '2026-04-30', isGrace: false, publication: both[1] })
  expect(noveltyClocks([], [], regimes, day('2026-03-02'))).toEqual([])
})
