import { day } from '@yizhuan/kit'
import { assess, parseFacts } from '@yizhuan/law'
import { expect, test } from 'vitest'
import { lawOf } from '../policies/index.ts'
import { readingsBehind } from './case.readings.ts'

const law = lawOf(['cn-gd-2025'])
const outlook = { asOf: day('2026-03-24') }

// Published on Thursday 5 March 2026: fifteen days end on 20 March, fifteen working days on the 26th.
test('another way to count the days of a notice turns a conclusion round', () => {
  const facts = parseFacts(law, {
    pricing: 'agreement',
    noticeOn: '2026-03-05',
    noticeEndedOn: '2026-03-20',
    decidedOn: '2026-03-24',
  })
  const finding = assess(law, facts, outlook).findings.find(
    ({ norm }) => norm === 'gd.decision.after-notice',
  )
  if (!finding) throw new Error('There is no such norm.')
  const behind = readingsBehind(law, finding, facts, outlook)
  const counting = behind.find(({ id }) => id === 'gd.notice.counting')
  expect(counting?.choices.map(({ id, isOurs, status }) => [id, isOurs, status])).toEqual([
    ['natural', true, 'met'],
    ['working', false, 'breached'],
    ['first-day-counts', false, 'met'],
  ])
})
