import { type CalendarYear, day, type Words } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { assess, compile, countedOf, type Pack } from './index.ts'

const say = (text: string): Words => ({ zh: text, en: text })

/** An invented law that counts days in every way there is. */
function packCounting(due: Record<string, string>, definitions: Pack['definitions'] = {}): Pack {
  return {
    id: 'x',
    jurisdiction: 'x',
    title: say('invented'),
    revision: 1,
    status: 'published',
    sources: [
      { id: 'x-law', title: say('invented'), status: 'in-force', inForce: { from: '2020-01-01' } },
    ],
    facts: {
      signedOn: { label: say('signed'), type: 'date', nullable: true, event: true },
      reportedOn: { label: say('reported'), type: 'date', nullable: true, event: true },
    },
    actions: {},
    parameters: {},
    definitions,
    interpretations: {},
    norms: [
      {
        id: 'x.report',
        topic: 'report',
        title: say('report'),
        cite: 'a1',
        applies: 'signedOn != none',
        met: 'reportedOn != none',
        ...due,
      },
    ],
  }
}

// May Day 2026 is a Friday; the 4th and 5th are holidays too.
const year: CalendarYear = {
  year: 2026,
  holidays: ['2026-05-01', '2026-05-04', '2026-05-05'],
  workdays: [],
  verified: true,
}

function counted(due: Record<string, string>, signed: string, definitions?: Pack['definitions']) {
  const law = compile([packCounting(due, definitions)], [year])
  const facts = { signedOn: day(signed), reportedOn: null }
  const [finding] = assess(law, facts, { asOf: day(signed) }).findings
  return finding && countedOf(finding)
}

const last = { label: say('last'), type: 'date' as const, cite: 'a1' }

test.each([
  [
    'a period that ends on a working day stays there',
    { due: 'periodEnd(signedOn, 3)' },
    '2026-04-20',
    { from: '2026-04-20', last: '2026-04-23', ends: '2026-04-23', unit: 'days', length: 3 },
  ],
  [
    'one that ends in the holidays moves to the next working day',
    { due: 'periodEnd(signedOn, 15)' },
    '2026-04-20',
    { from: '2026-04-20', last: '2026-05-05', ends: '2026-05-06', unit: 'days', length: 15 },
  ],
  [
    'working days have no other last day',
    { due: 'workdays(signedOn, 2)' },
    '2026-04-30',
    { from: '2026-04-30', last: '2026-05-07', ends: '2026-05-07', unit: 'workdays', length: 2 },
  ],
  [
    'months are counted from the event, not from their end',
    { due: 'periodEnd(addMonths(signedOn, 3), 0)' },
    '2026-02-04',
    { from: '2026-02-04', last: '2026-05-04', ends: '2026-05-06', unit: 'months', length: 3 },
  ],
  [
    'a waiting period ends on the day before it opens',
    { opens: 'periodEnd(signedOn, 15) + 1', open: 'asOf <= periodEnd(signedOn, 15)' },
    '2026-04-20',
    { from: '2026-04-20', last: '2026-05-05', ends: '2026-05-06', unit: 'days', length: 15 },
  ],
])('%s', (_why, due, signed, expected) => {
  expect(counted(due, signed)).toEqual({ ...expected, calendarMissing: [] })
})

test('a period is found behind the name of its end', () => {
  const definitions = { lastDay: { ...last, is: 'periodEnd(signedOn, 1)' } }
  expect(counted({ due: 'lastDay' }, '2026-04-20', definitions)).toMatchObject({
    from: '2026-04-20',
    ends: '2026-04-21',
  })
})

test('what is not counted from an event says nothing, rather than something that is not so', () => {
  expect(counted({ due: 'signedOn' }, '2026-04-20')).toBeUndefined()
  expect(counted({ due: 'periodEnd(signedOn, 1) + 3' }, '2026-04-20')).toBeUndefined()
})

test('a year without published rest days is named', () => {
  expect(counted({ due: 'periodEnd(signedOn, 5)' }, '2027-04-20')?.calendarMissing).toEqual([2027])
})
