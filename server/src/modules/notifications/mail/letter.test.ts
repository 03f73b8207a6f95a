import type { Day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import type { DueLine } from '../../calendar/index.ts'
import { digestLetter, digestOf, newsLetter } from './letter.ts'

const line: DueLine = {
  key: 'case/1/gd.report.in-time',
  kind: 'deadline',
  day: '2026-06-25' as Day,
  title: { zh: '总结上报', en: 'Report' },
  record: { kind: 'case', id: '1', number: 'XM-2026-001', title: '<b>材料</b> & 示例' },
  article: { source: 'gd-2025', at: 'a14.i7', label: '第十四条第（七）项' },
  counted: null,
  act: 'reported',
  roles: [],
  status: 'overdue',
  daysLeft: -1,
  who: [],
  snoozes: [],
  passed: [],
}
const links = { address: 'https://tto.example.org', stop: 'https://tto.example.org/mail-stop?x=1' }
const digest = (lines: readonly DueLine[], missing: readonly number[] = []) =>
  digestOf(lines, '2026-06-26', missing)

test('what is late, due today and due soon, in this order; what is far is left out', () => {
  const lines = [
    line,
    { ...line, status: 'today' as const, daysLeft: 0 },
    { ...line, status: 'soon' as const, daysLeft: 7 },
    { ...line, status: 'soon' as const, daysLeft: 8 },
  ]
  const found = digest(lines)
  expect([found?.overdue, found?.dueToday, found?.ahead].map((each) => each?.length)).toEqual([
    1, 1, 1,
  ])
})

test('a day on which nothing is due has no digest; nor has a term that ended long ago', () => {
  expect(digest([{ ...line, status: 'soon', daysLeft: 30 }])).toBeUndefined()
  expect(digest([{ ...line, kind: 'term' }])).toBeUndefined()
})

test.each([
  ['zh', '医转期限提醒 2026-06-26：逾期 1 项', '· 总结上报 · XM-2026-001，2026-06-25（周四）止'],
  [
    'en',
    'Yizhuan, what is due 2026-06-26: 1 overdue',
    '· Report · XM-2026-001, due 2026-06-25 (Thu)',
  ],
] as const)('in %s it names day, case, article and the way to act', (lang, subject, head) => {
  const found = digest([line], [2027])
  if (!found) throw new Error('there is a digest')
  const letter = digestLetter(found, '甲示例', lang, links)
  expect(letter.subject).toBe(subject)
  for (const part of [head, 'gd-2025#a14.i7', '/cases/1?act=reported', '2027', links.stop]) {
    expect(letter.text).toContain(part)
  }
  expect(letter.html).toContain('https://tto.example.org/reminders')
})

test('nothing that stands in a title becomes HTML', () => {
  const found = digest([line])
  if (!found) throw new Error('there is a digest')
  const { html } = digestLetter(found, '<script>', 'zh', links)
  expect(html).not.toContain('<script>')
  expect(html).not.toContain('<b>')
  expect(html).toContain('&lt;b&gt;材料&lt;/b&gt; &amp; 示例')
})

test('a piece of news is about one case, or about none', () => {
  const news = {
    text: { zh: '收到异议，请核实', en: 'An objection was filed; look into it' },
    caseNumber: null,
    caseTitle: null,
    path: '/calendar',
  }
  expect(newsLetter(news, '甲示例', 'zh', links).subject).toBe('医转：收到异议，请核实')
  const about = { ...news, caseNumber: 'XM-2026-001', caseTitle: '示例' }
  expect(newsLetter(about, '甲示例', 'en', links).subject).toBe(
    'Yizhuan: An objection was filed; look into it · XM-2026-001',
  )
})
