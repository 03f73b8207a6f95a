import { describe, expect, test } from 'vitest'
import { differs } from '../differs.ts'
import { factsOf } from '../facts.ts'
import { noticeStands } from '../state.ts'
import { stateAfter, stepOn, told } from '../testing/lines.ts'
import { attempt, notice, refusal, type Step, terms } from '../testing/main-line.ts'

// One notice in several venues, each with an end of its own; and what stops or replaces it.

const office = 'tto_negotiator'
const published = told('noticeCertified', {})
const exchange = { venue: 'exchange', place: '示例技术交易所（虚构）', shownFrom: '2026-03-06' }
const added: Step = ['2026-03-06', office, 'venueAdded', exchange]
const ended: Step = [
  '2026-03-24',
  office,
  'venueEnded',
  { venue: 'exchange', lastShownOn: '2026-03-23' },
]
const found = (steps: readonly Step[]) => {
  const { noticeShownOnExchange, noticeShownAtCompany, exchangeNoticeEndedOn } = factsOf(
    stateAfter(steps),
  )
  return [noticeShownOnExchange, noticeShownAtCompany, exchangeNoticeEndedOn]
}

test('a venue tells where the notice is shown and when it ended there', () => {
  expect(found(published)).toEqual([false, false, null])
  expect(found([...published, added])).toEqual([true, false, null])
  const company: Step = [
    '2026-03-06',
    office,
    'venueAdded',
    { ...exchange, venue: 'company', place: '平台公司（虚构）' },
  ]
  expect(found([...published, added, company, ended])).toEqual([true, true, '2026-03-23'])
})

describe('a venue is refused', () => {
  test.each<[string, readonly Step[], Step, string]>([
    ['before the notice', told('noticePublished', {}), added, 'no-notice'],
    ['twice', [...published, added], added, 'venue-added'],
    ['ended without being shown', published, ended, 'venue-not-shown'],
    ['ended twice', [...published, added, ended], ended, 'venue-ended'],
    [
      'ended before it began',
      [...published, added],
      ['2026-03-24', office, 'venueEnded', { venue: 'exchange', lastShownOn: '2026-03-05' }],
      'venue-ended-early',
    ],
  ])('%s', (_what, steps, step, answer) => {
    expect(refusal(attempt(steps, step))).toBe(answer)
  })
})

test('an abnormality found at the exchange suspends the notice everywhere, and all begins afresh', () => {
  const odd: Step = [
    '2026-03-10',
    'legal',
    'abnormalityFound',
    { text: '交易所收到异议', venue: 'exchange' },
  ]
  const stopped = [...published, added, odd]
  expect(stateAfter(stopped).status).toBe('suspended')
  expect(refusal(attempt(stopped, ended))).toBe('objection-open')
  expect(refusal(attempt(stopped, stepOn('2026-03-21', 'noticeCertified')))).toBe(
    'gd.objection.settled',
  )
  const again: readonly Step[] = [
    ...stopped,
    ['2026-03-12', 'legal', 'objectionFound', { finding: '不成立', outcome: 'continue' }],
    ['2026-03-13', office, 'noticePublished', notice],
  ]
  // The new notice is not at the exchange until it is shown there again.
  expect(found(again)).toEqual([false, false, null])
  expect(refusal(attempt(again, ended))).toBe('venue-not-shown')
})

describe('terms that change on our side', () => {
  const dearer = { ...terms, price: '120000000' }
  const changed: Step = [
    '2026-03-10',
    office,
    'termsChanged',
    { reason: '重新报价', terms: dearer },
  ]

  test('are shown field by field before they are recorded', () => {
    expect(differs(stateAfter(published), 'termsChanged', { terms: dearer })).toEqual([
      {
        field: 'price',
        label: { zh: '拟交易价格（挂牌、拍卖的为底价）', en: 'Intended price, or the floor' },
        was: '100000000',
        will: '120000000',
      },
    ])
    expect(differs(stateAfter(published), 'termsChanged', { terms })).toEqual([])
    expect(
      differs(stateAfter(told('noticePublished', {})), 'termsChanged', { terms: dearer }),
    ).toEqual([])
  })

  test('end a running notice: review, notice in full, and every venue again', () => {
    const state = stateAfter([...published, added, changed])
    expect(noticeStands(state)).toBe(false)
    expect(state.review).toBeUndefined()
    expect(refusal(attempt([...published, changed], stepOn('2026-03-21', 'noticeCertified')))).toBe(
      'gd.notice.same-terms',
    )
    expect(
      refusal(attempt([...published, changed], stepOn('2026-03-11', 'noticePublished'))),
    ).toContain('gd.review.passed')
  })
})
