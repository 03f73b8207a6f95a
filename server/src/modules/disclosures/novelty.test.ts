import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { disclosureLists, workCalendar } from '../policies/index.ts'
import { type Filing, noveltyClocks } from './novelty.ts'

const lists = disclosureLists().novelty
const seen = (today: string) => ({ calendar: workCalendar(), today: day(today) })
/** An application: its office, its day, and the day of the priority it claims. */
const at = (office: string, on: string, priorityOn: string | null = null): Filing => ({
  ...{ office, on, priorityOn },
  isDesign: false,
})
const clock = (
  kind: string,
  on: string,
  code: string,
  filings: Filing[] = [],
  today = '2026-03-02',
) => {
  const clocks = noveltyClocks([{ kind, on }], filings, lists, seen(today))
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

// The 10th of January 2026 is a Saturday; the 28th of February, a Saturday too, is worked on.
test.each([
  ['the end of the grace', '2025-07-10', [], '2026-01-12'],
  ['a working Saturday', '2025-08-31', [], '2026-02-28'],
  ['a festival', '2025-08-15', [], '2026-02-24'],
  ['the end of a priority', '2025-09-01', [at('US', '2025-10-03')], '2026-10-08'],
  ['the day before a publication, which no rest day moves', 'paper', [], '2026-03-07'],
] as const)('a rest day moves the last day to file in China: %s', (_name, what, filings, last) => {
  const [kind, day] = what === 'paper' ? ['paper', '2026-03-08'] : ['leaked', what]
  expect(clock(kind, day, 'cn', [...filings])[0]).toBe(last)
})

test('what is filed on the working day after the end is in time in China, not in Europe', () => {
  const filed = [at('CN', '2026-01-12'), at('EP', '2026-01-12')]
  expect(clock('leaked', '2025-07-10', 'cn', filed)).toEqual(['2026-01-12', 'filed'])
  expect(clock('leaked', '2025-07-10', 'ep', filed)).toEqual(['2026-01-10', 'lost'])
})

test('the clock stops when a patent was filed in time, and not by a later one', () => {
  expect(clock('paper', '2026-01-10', 'cn', [at('CN', '2026-01-09')])[1]).toBe('filed')
  expect(clock('paper', '2026-01-10', 'cn', [at('CN', '2026-01-10')])[1]).toBe('lost')
})

test('of several publications the one that ends the time first counts', () => {
  const both = [
    { kind: 'leaked', on: '2026-01-01' },
    { kind: 'paper', on: '2026-05-01' },
  ]
  const [cn] = noveltyClocks(both, [], lists, seen('2026-03-02'))
  expect(cn).toMatchObject({ lastDay: '2026-04-30', isGrace: false, publication: both[1] })
  expect(noveltyClocks([], [], lists, seen('2026-03-02'))).toEqual([])
})

// Where a filing stops the clock, and where it only leaves the time of its priority. Each told by its outcomes
// in China, the United States, Japan, Korea and Europe, in this order.
test.each<[string, string, string, Filing[], string, string[]]>([
  [
    'a leak and one filing abroad',
    'leaked',
    '2026-09-15',
    [at('US', '2026-10-02')],
    '2026-11-01',
    // China takes the priority into its grace; the others ask for a filing of their own.
    ['open 2027-10-04', 'filed', 'open 2027-09-15', 'open 2027-09-15', 'open 2027-03-15'],
  ],
  [
    'the same, and the year is over',
    'leaked',
    '2026-09-15',
    [at('US', '2026-10-02')],
    '2027-10-05',
    ['lost 2027-10-04', 'filed', 'lost 2027-09-15', 'lost 2027-09-15', 'lost 2027-03-15'],
  ],
  [
    'an international application in the grace',
    'leaked',
    '2026-09-15',
    [at('WO', '2026-10-02')],
    '2026-11-01',
    ['filed', 'filed', 'filed', 'filed', 'filed'],
  ],
  [
    'an international application too late for Europe and China, without a priority',
    'leaked',
    '2026-01-10',
    [at('WO', '2026-08-01')],
    '2026-09-01',
    ['lost 2026-07-10', 'filed', 'filed', 'filed', 'lost 2026-07-10'],
  ],
  [
    'the same, claiming what was filed in the grace: Europe counts its own day alone',
    'leaked',
    '2026-01-10',
    [at('CN', '2026-03-01'), at('WO', '2026-08-01', '2026-03-01')],
    '2026-09-01',
    ['filed', 'filed', 'filed', 'filed', 'lost 2026-07-10'],
  ],
  [
    'filed in China before the paper, nowhere else yet',
    'paper',
    '2026-03-01',
    [at('CN', '2026-02-01')],
    '2026-06-01',
    // Grace of a year outlasts the priority; Europe forgives no paper and lives by the priority.
    ['filed', 'open 2027-03-01', 'open 2027-03-01', 'open 2027-03-01', 'open 2027-02-01'],
  ],
  [
    'a priority that was over before it was claimed',
    'paper',
    '2026-03-01',
    [at('CN', '2024-02-01'), at('EP', '2026-05-01', '2024-02-01')],
    '2026-06-01',
    ['filed', 'open 2027-03-01', 'open 2027-03-01', 'open 2027-03-01', 'lost 2026-02-28'],
  ],
  [
    'the same, followed in Europe with its priority and in Japan without',
    'paper',
    '2026-03-01',
    [at('CN', '2026-02-01'), at('EP', '2027-01-20', '2026-02-01'), at('JP', '2027-01-20')],
    '2027-04-01',
    ['filed', 'lost 2027-03-01', 'filed', 'lost 2027-03-01', 'filed'],
  ],
  [
    'followed in Europe without the priority',
    'paper',
    '2026-03-01',
    [at('CN', '2026-02-01'), at('EP', '2026-06-20')],
    '2026-07-01',
    ['filed', 'open 2027-03-01', 'open 2027-03-01', 'open 2027-03-01', 'open 2027-02-01'],
  ],
  [
    'filed in a country of which no clock runs: its priority is left',
    'paper',
    '2026-03-01',
    [at('DE', '2026-02-01')],
    '2026-06-01',
    ['open 2027-02-01', 'open 2027-03-01', 'open 2027-03-01', 'open 2027-03-01', 'open 2027-02-01'],
  ],
  [
    'made public in an emergency',
    'emergency',
    '2026-03-01',
    [],
    '2026-06-01',
    ['open 2026-09-01', 'open 2027-03-01', 'open 2027-03-01', 'open 2027-03-01', 'lost 2026-02-28'],
  ],
])('%s', (_name, kind, on, filings, today, outcomes) => {
  const clocks = noveltyClocks([{ kind, on }], filings, lists, seen(today))
  const told = clocks.map(({ state, lastDay }) =>
    state === 'filed' ? state : `${state} ${lastDay}`,
  )
  expect(clocks.map(({ regime }) => regime.code)).toEqual(['cn', 'us', 'jp', 'kr', 'ep'])
  expect(told).toEqual(outcomes)
})

test('a priority of a design lasts six months', () => {
  const design = { ...at('CN', '2026-02-01'), isDesign: true }
  const clocks = noveltyClocks(
    [{ kind: 'paper', on: '2026-03-01' }],
    [design],
    lists,
    seen('2026-03-02'),
  )
  const europe = clocks.find(({ regime }) => regime.code === 'ep')
  expect(europe).toMatchObject({
    lastDay: '2026-08-01',
    priority: { of: '2026-02-01', months: 6 },
  })
})

test('a filing in time for the later of two publications does not hide the earlier one', () => {
  const both = [
    { kind: 'leaked', on: '2026-01-01' },
    { kind: 'leaked', on: '2026-05-01' },
  ]
  const [cn] = noveltyClocks(both, [at('CN', '2026-08-01')], lists, seen('2026-09-01'))
  expect(cn).toMatchObject({ state: 'lost', lastDay: '2026-07-01' })
})

test('the shorter priority of a design does not hide that of a patent', () => {
  const design = { ...at('CN', '2026-01-15'), isDesign: true }
  const paper = [{ kind: 'paper', on: '2026-03-01' }]
  const filings = [design, at('CN', '2026-02-01')]
  const clocks = noveltyClocks(paper, filings, lists, seen('2026-09-01'))
  expect(clocks.find(({ regime }) => regime.code === 'ep')).toMatchObject({
    state: 'open',
    lastDay: '2027-02-01',
    priority: { of: '2026-02-01', months: 12 },
  })
})
