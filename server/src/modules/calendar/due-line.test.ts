import type { Day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import type { RegisteredDue } from '../../platform/dues.ts'
import { workCalendar } from '../policies/index.ts'
import { isRemindedOf, lineOf, type Surroundings } from './due-line.ts'
import { latenessToPass, usualRule } from './late.ts'
import { countedWords } from './say-due.ts'
import { putOff } from './snooze.ts'

const due: RegisteredDue = {
  key: 'case/1/gd.report.in-time',
  kind: 'deadline',
  day: '2026-06-25' as Day,
  title: { zh: '总结上报', en: 'Report' },
  record: { kind: 'case', id: '1', number: 'XM-2026-001', title: '示例' },
  article: { source: 'gd-2025', at: 'a14.i7', label: '第十四条第（七）项' },
  counted: null,
  act: 'reported',
  roles: ['tto_negotiator'],
}
const officer = { person: 'a', name: '甲示例', roles: ['tto_negotiator'] }
const other = { person: 'b', name: '乙示例', roles: ['tto_negotiator', 'tto_reviewer'] }
const around: Surroundings = {
  today: '2026-06-20' as Day,
  colleagues: [officer, other, { person: 'c', name: '丙示例', roles: ['finance'] }],
  officers: new Map(),
  actors: new Map(),
  standInsIn: () => [],
  snoozes: [],
  passed: [],
}

describe('who must act', () => {
  test('all who hold a role, while nobody knows the record', () => {
    expect(lineOf(due, around).who).toEqual([officer, other])
  })
  test('those who know it, once somebody does; a stranger to the role does not count', () => {
    const actors = new Map([['1', new Set(['b', 'c'])]])
    expect(lineOf(due, { ...around, actors }).who).toEqual([other])
  })
  test('those who answer for it before those who merely know it', () => {
    const officers = new Map([['1', new Set(['a'])]])
    const actors = new Map([['1', new Set(['b'])]])
    expect(lineOf(due, { ...around, officers, actors }).who).toEqual([officer])
  })
  test('who stands in for one of them beside them, in the roles that were lent', () => {
    const finance = around.colleagues[2]
    const lent = { substitute: 'c', absent: { person: 'a' }, roles: ['tto_negotiator'] }
    const standIns = { ...around, standInsIn: (record: string) => (record === '1' ? [lent] : []) }
    const officers = new Map([['1', new Set(['a'])]])
    expect(lineOf(due, { ...standIns, officers }).who).toEqual([officer, finance])
    // Of another record, and of other roles, nothing was lent.
    const elsewhere = { ...due, record: { ...due.record, id: '2' } }
    expect(lineOf(elsewhere, standIns).who).toEqual([officer, other])
    expect(lineOf({ ...due, roles: ['legal'] }, { ...standIns, officers }).who).toEqual([])
  })
  test('nobody, where time merely runs', () => {
    expect(lineOf({ ...due, kind: 'notice', roles: [] }, around).who).toEqual([])
  })
})

test.each([
  ['deadline', '2026-06-19', 'overdue', -1],
  ['deadline', '2026-06-20', 'today', 0],
  ['term', '2026-06-25', 'soon', 5],
  ['opening', '2026-06-21', 'waiting', 1],
  ['opening', '2026-06-19', 'today', 0],
  // Until its last day is over a notice runs; so it waits on that day too.
  ['notice', '2026-06-20', 'waiting', 0],
  ['notice', '2026-06-25', 'waiting', 5],
] as const)('a %s on %s is %s', (kind, day, status, daysLeft) => {
  expect(lineOf({ ...due, kind, day: day as Day }, around)).toMatchObject({ status, daysLeft })
})

describe('a reminder put off', () => {
  const until = (day: string, today = around.today, change: Partial<RegisteredDue> = {}) => {
    const outcome = putOff(
      lineOf({ ...due, ...change }, { ...around, today: today as Day }),
      'a',
      day as Day,
      today as Day,
    )
    return outcome.kind === 'refused' ? outcome.refusal.code : 'accepted'
  }
  test.each([
    ['to the last day', '2026-06-25', 'accepted'],
    ['not beyond it', '2026-06-26', 'past-last-day'],
    ['not to today', '2026-06-20', 'not-later'],
  ])('%s', (_why, day, code) => expect(until(day)).toBe(code))
  test('never once it is overdue', () => {
    expect(until('2026-06-27', '2026-06-26' as Day)).toBe('due-overdue')
  })
  test('not for longer than two months where there is no last day', () => {
    expect(until('2026-08-19', around.today, { kind: 'opening' })).toBe('accepted')
    expect(until('2026-08-20', around.today, { kind: 'opening' })).toBe('too-long')
  })
  test('only by whom it would reach', () => {
    const outcome = putOff(lineOf(due, around), 'c', '2026-06-22' as Day, around.today)
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'not-yours' } })
    expect(putOff(undefined, 'a', '2026-06-22' as Day, around.today).kind).toBe('refused')
  })
  test('leaves its owner in peace until the day, and everybody else is reminded', () => {
    const key = due.key
    const snooze = {
      id: '9',
      key,
      person: 'a',
      name: '甲示例',
      until: '2026-06-22',
      reason: '示例',
    }
    const line = lineOf(due, { ...around, snoozes: [snooze] })
    expect([isRemindedOf(line, 'a'), isRemindedOf(line, 'b')]).toEqual([false, true])
    const later = lineOf(due, { ...around, snoozes: [snooze], today: '2026-06-22' as Day })
    expect(isRemindedOf(later, 'a')).toBe(true)
  })
})

describe('lateness is passed on', () => {
  const calendar = workCalendar()
  const levels = (day: string, today: string, passed: Surroundings['passed'] = []) => {
    const at = today as Day
    const line = lineOf({ ...due, day: day as Day }, { ...around, today: at, passed })
    return latenessToPass([line], usualRule, calendar, at).map(({ level }) => level)
  }
  test.each([
    ['nobody on the last day', '2026-06-25', '2026-06-25', []],
    // Thursday; Friday, Monday, Tuesday pass.
    ['nobody while three working days are not over', '2026-06-25', '2026-06-30', []],
    ['the reviewer on the working day after them', '2026-06-25', '2026-07-01', ['reviewer']],
    ['both after a week and a half', '2026-06-25', '2026-07-07', ['reviewer', 'leaders']],
    ['nobody on a Saturday', '2026-06-25', '2026-07-04', []],
    // The holidays of May 2026: 1 to 5; Saturday the 9th is worked.
    ['no holiday counts', '2026-04-30', '2026-05-08', []],
    ['a Saturday that is worked does', '2026-04-30', '2026-05-09', ['reviewer']],
  ])('to %s', (_who, day, today, expected) => expect(levels(day, today)).toEqual(expected))

  test('once for each level, and anew for another day', () => {
    const told = { key: due.key, on: '2026-06-25', toldOn: '2026-07-01', workdays: 3 }
    const passed = [{ ...told, level: 'reviewer' as const }]
    expect(levels('2026-06-25', '2026-07-02', passed)).toEqual([])
    expect(levels('2026-06-24', '2026-07-02', passed)).toEqual(['reviewer'])
  })
  test('a year whose rest days are not announced is named', () => {
    const today = '2027-06-30' as Day
    const line = lineOf({ ...due, day: '2027-06-01' as Day }, { ...around, today })
    const [first] = latenessToPass([line], usualRule, calendar, today)
    expect(first?.calendarMissing).toEqual([2027])
  })
})

test('a calendar says from what day was counted, and how rest days moved it', () => {
  const counted = {
    from: '2026-04-20',
    last: '2026-05-05',
    ends: '2026-05-06',
    unit: 'days',
    length: 15,
    calendarMissing: [2027],
  } as const
  expect(countedWords(counted, 'zh')).toBe(
    '自 2026-04-20（周一）次日起算 15 日；最后一日 2026-05-05（周二）为休息日，顺延至 2026-05-06（周三）；2027 年放假安排尚未公布，暂按周末休息计算',
  )
  expect(countedWords({ ...counted, last: counted.ends, calendarMissing: [] }, 'en')).toBe(
    'Counted 15 days from the day after 2026-04-20 (Mon)',
  )
})
