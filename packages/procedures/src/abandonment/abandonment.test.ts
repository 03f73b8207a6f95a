import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { assessCase } from '../procedure/assess-case.ts'
import { actByItself } from '../procedure/by-itself.ts'
import { neededActs } from '../procedure/needed.ts'
import { nextActs } from '../procedure/next-acts.ts'
import { lawOf, type Step, said, walk, warnings } from '../procedure/testing/walk.ts'
import { abandonment } from './abandonment.ts'

// The rows A1–A8 of giving up a right, as the pilot of Shanghai would have it: a draft, so it advises.

const law = lawOf('cn', 'cn-sh-draft-2024', 'cn-sh-pilot-draft')

const proposal = {
  title: '放弃示例专利',
  right: '一种示例装置',
  number: 'ZL-示例-1',
  kind: 'granted',
  cause: 'no_market',
  reason: '三年无人问津',
  feeDueOn: '2026-06-01',
  completers: ['示例甲', '示例乙'],
  assetConfirmed: true,
  pilotUnit: true,
}
const review = {
  outcome: 'abandon',
  opinion: '维持成本高于预期收益',
  interestSought: true,
  licensed: false,
  pledged: false,
}
const shown = {
  subject: '放弃示例专利',
  terms: '公示期满自动放弃',
  objectionProcedure: '向转化部门书面提出',
  department: '转化部门',
}
const proposed: Step = ['2026-02-02', 'inventor', 'abandonmentProposed', proposal]
const reviewed: Step = ['2026-02-05', 'tto_reviewer', 'valueReviewed', review]
const notified: Step = [
  '2026-02-06',
  'tto_negotiator',
  'completersNotified',
  { informed: true, how: '书面通知2026-1号' },
]
const answered = (name: string, answer: string, on = '2026-02-09'): Step => [
  on,
  'inventor',
  'completerAnswered',
  { name, answer },
]
const published: Step = ['2026-03-05', 'tto_negotiator', 'noticePublished', shown]
const gone: Step = ['2026-03-21', 'system', 'abandoned', { lastShownOn: '2026-03-20' }]
const told = [proposed, reviewed, notified]
const running = [...told, answered('示例甲', 'consents'), answered('示例乙', 'consents'), published]

const go = (...steps: Step[]) => walk(abandonment, law, steps)
const end = (...steps: Step[]) => said(go(...steps).last)
const warned = (...steps: Step[]) => warnings(go(...steps).last)

test('A1–A4, A6, A7: proposed, reviewed, told, shown, given up by itself, written off, closed', () => {
  const { state, last } = go(
    ...running,
    gone,
    ['2026-04-02', 'finance', 'accounted', { reviewed: true, voucher: '记-9' }],
    ['2026-04-03', 'tto_negotiator', 'closed', { summary: '已办结' }],
  )
  expect(said(last)).toBe('accepted')
  expect(state?.status).toBe('closed')
  expect(state && abandonment.stages(state).every(({ status }) => status === 'done')).toBe(true)
  const { findings } = assessCase(abandonment, { law }, state as never, day('2026-04-03'))
  const open = findings.filter(({ norm, status }) => norm.includes('abandon') && status !== 'met')
  expect(open.map(({ norm }) => norm)).toEqual([])
})

test('A1: a right without the day of its next fee is not proposed', () => {
  const { feeDueOn: _day, ...unknown } = proposal
  expect(end(['2026-02-02', 'inventor', 'abandonmentProposed', unknown])).toBe('fee-day-unknown')
})

test('A2: what the review keeps stays; what others have rights in is not given up', () => {
  const { state } = go(proposed, [
    '2026-02-05',
    'tto_reviewer',
    'valueReviewed',
    { ...review, outcome: 'keep' },
  ])
  expect(state?.status).toBe('rejected')
  for (const others of ['licensed', 'pledged']) {
    const data = { ...review, [others]: true }
    expect(end(proposed, ['2026-02-05', 'tto_reviewer', 'valueReviewed', data])).toBe(
      'others-have-rights',
    )
  }
  expect(end(proposed, ['2026-02-05', 'inventor', 'valueReviewed', review])).toBe(
    'role-not-allowed',
  )
})

test('A3: an inventor may take it over; who was not asked may not', () => {
  const taking: Step = [
    '2026-02-10',
    'tto_negotiator',
    'takenOver',
    { name: '示例乙', agreement: '协议-1' },
  ]
  expect(go(...told, answered('示例乙', 'takes_over'), taking).state?.status).toBe('closed')
  expect(end(...told, answered('示例乙', 'consents'), taking)).toBe('not-the-taker')
  expect(end(...told, answered('示例甲', 'takes_over'), taking)).toBe('not-the-taker')
  expect(end(...told, answered('示例丙', 'takes_over'))).toBe('not-a-completer')
  const { state } = go(...told, answered('示例乙', 'consents'))
  const offered = nextActs(abandonment, { law, today: day('2026-02-10') }, state as never)
  expect(offered.map(({ type }) => type)).not.toContain('takenOver')
  expect(end(proposed, reviewed, answered('示例甲', 'consents'))).toBe('not-notified')
})

test('A3: shown without telling the inventors, or while they may still answer, is warned of', () => {
  expect(warned(proposed, reviewed, published)).toBe('shp.abandon.told')
  const silent: Step = [
    '2026-02-06',
    'tto_reviewer',
    'completersNotified',
    { informed: false, how: '电话' },
  ]
  expect(warned(proposed, reviewed, silent, published)).toBe('shp.abandon.told')
  const early: Step = ['2026-02-12', 'tto_negotiator', 'noticePublished', shown]
  expect(warned(...told, early)).toBe('shp.abandon.answer')
  expect(
    warned(...told, answered('示例甲', 'consents'), answered('示例乙', 'objects'), early),
  ).toBe('')
})

test('A4: only what is reviewed is shown', () => {
  expect(end(proposed, published)).toBe('not-reviewed')
})

test('A4: a fee that falls due before the notice can end is warned of until it is paid', () => {
  const soon: Step = [
    '2026-02-02',
    'inventor',
    'abandonmentProposed',
    { ...proposal, feeDueOn: '2026-03-20' },
  ]
  const answers = [answered('示例甲', 'consents'), answered('示例乙', 'consents')]
  expect(warned(soon, reviewed, notified, ...answers, published)).toBe('shp.abandon.fee')
  const paid: Step = [
    '2026-02-20',
    'finance',
    'feePaid',
    { voucher: '付-1', nextDueOn: '2027-03-20' },
  ]
  expect(warned(soon, reviewed, notified, ...answers, paid, published)).toBe('')
})

test('A5: an objection suspends; answered, the right is kept or shown afresh in full', () => {
  const objection: Step = [
    '2026-03-10',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '有企业有意', inWriting: true, toDepartment: true },
  ]
  const finding = (outcome: string): Step => [
    '2026-03-12',
    'tto_reviewer',
    'objectionFound',
    { finding: '已核实', outcome },
  ]
  const { state } = go(...running, objection)
  expect(state?.status).toBe('suspended')
  expect(state && neededActs(abandonment, state)).toEqual(['objectionFound'])
  expect(end(...running, objection, gone)).toBe('objection-open')
  expect(go(...running, objection, finding('stop')).state?.status).toBe('rejected')
  expect(end(...running, objection, finding('continue'), gone)).toBe('no-notice')
  const again: Step = ['2026-03-13', 'tto_negotiator', 'noticePublished', shown]
  const early: Step = ['2026-03-28', 'tto_negotiator', 'abandoned', { lastShownOn: '2026-03-27' }]
  expect(warned(...running, objection, finding('continue'), again, early)).toBe(
    'shp.abandon.notice',
  )
  const due: Step = ['2026-03-31', 'tto_negotiator', 'abandoned', { lastShownOn: '2026-03-30' }]
  expect(warned(...running, objection, finding('continue'), again, due)).toBe('')
})

test('A6: before the day after the notice it is warned of, on that day the service may record it', () => {
  const early: Step = ['2026-03-20', 'system', 'abandoned', { lastShownOn: '2026-03-19' }]
  expect(warned(...running, early)).toBe('shp.abandon.notice')
  expect(warned(...running, gone)).toBe('')
  const { state } = go(...running)
  expect(abandonment.acts['abandoned']?.byItself?.(state as never, day('2026-03-21'))).toEqual({
    lastShownOn: '2026-03-20',
  })
  const next = nextActs(abandonment, { law, today: day('2026-03-10') }, state as never)
  const [opens] = next
    .filter(({ type }) => type === 'abandoned')
    .flatMap(({ warnings }) => warnings)
  expect(opens?.opens).toBe('2026-03-21')
  expect(end(proposed, reviewed, gone)).toBe('no-notice')
})

test('A7: only an asset that was booked is written off, and after the right is gone', () => {
  const accounted = (reviewed: boolean): Step => [
    '2026-04-02',
    'finance',
    'accounted',
    { reviewed, voucher: '记-9' },
  ]
  const closing: Step = ['2026-04-03', 'tto_negotiator', 'closed', { summary: '已办结' }]
  expect(end(...running, accounted(true))).toBe('not-abandoned')
  expect(end(...running, gone, closing)).toBe('not-accounted')
  expect(warned(...running, gone, accounted(false))).toBe('shp.abandon.reviewed')
  const unbooked: Step = [
    '2026-02-02',
    'inventor',
    'abandonmentProposed',
    { ...proposal, assetConfirmed: false },
  ]
  expect(end(unbooked, ...running.slice(1), gone, accounted(true))).toBe('asset-not-confirmed')
  expect(end(unbooked, ...running.slice(1), gone, closing)).toBe('accepted')
})

test('A8: what is not filed at all ends with the decision not to file', () => {
  const unfiled: Step = [
    '2026-02-02',
    'inventor',
    'abandonmentProposed',
    { ...proposal, kind: 'unfiled', feeDueOn: undefined },
  ]
  const advice: Step = [
    '2026-02-05',
    'tto_reviewer',
    'valueReviewed',
    { ...review, outcome: 'not_file' },
  ]
  const dropped: Step = [
    '2026-02-06',
    'leaders',
    'filingDropped',
    { decidedBy: '知识产权评审组', reason: '缺乏新颖性' },
  ]
  const { state, last } = go(unfiled, advice, dropped)
  expect(said(last)).toBe('accepted')
  expect(state?.status).toBe('closed')
  expect(end(unfiled, reviewed)).toBe('outcome-does-not-fit')
  expect(end(proposed, reviewed, dropped)).toBe('not-advised-against')
})

test('A6: where no law asks for a notice, an open objection stops the giving-up all the same', () => {
  const objected: Step = [
    '2026-03-10',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '仍有价值', inWriting: true, toDepartment: true },
  ]
  const guangdong = lawOf('cn', 'cn-gd-2025')
  const taker = [...told, answered('示例乙', 'takes_over'), published, objected]
  const taking: Step = [
    '2026-03-12',
    'tto_negotiator',
    'takenOver',
    { name: '示例乙', agreement: '协议-1' },
  ]
  for (const steps of [
    [...running, objected, gone],
    [...taker, taking],
  ])
    expect(said(walk(abandonment, guangdong, steps).last)).toBe('objection-open')
})

test('A6: in Guangdong our own period of the notice advises, and nothing is given up by itself before', () => {
  const guangdong = lawOf('cn', 'cn-gd-2025')
  const early: Step = ['2026-03-12', 'tto_negotiator', 'abandoned', { lastShownOn: '2026-03-11' }]
  const walked = (...steps: Step[]) => walk(abandonment, guangdong, steps)
  expect(warnings(walked(...running, early).last)).toBe('gd.abandon.notice')
  expect(warnings(walked(...running, gone).last)).toBe('')
  const { state } = walked(...running)
  const on = (today: string) => {
    const context = { law: guangdong, today: day(today) }
    const now = assessCase(abandonment, context, state as never, context.today)
    return actByItself(abandonment, context, state as never, now)?.type
  }
  expect(['2026-03-12', '2026-03-20', '2026-03-21'].map(on)).toEqual([
    undefined,
    undefined,
    'abandoned',
  ])
})

test('A6: a notice was shown after it was put up, and on days that had come', () => {
  const shownUntil = (lastShownOn: string): Step => [
    '2026-03-21',
    'tto_negotiator',
    'abandoned',
    { lastShownOn },
  ]
  for (const laws of [law, lawOf('cn', 'cn-gd-2025')])
    for (const last of ['2026-03-04', '2026-03-22', '2025-01-01'])
      expect(said(walk(abandonment, laws, [...running, shownUntil(last)]).last)).toBe(
        'not-shown-then',
      )
})

test('A4: while an objection is open, no notice is put up again', () => {
  const objection: Step = [
    '2026-03-10',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '仍有价值', inWriting: true, toDepartment: true },
  ]
  const again: Step = ['2026-03-11', 'tto_negotiator', 'noticePublished', shown]
  expect(said(walk(abandonment, law, [...running, objection, again]).last)).toBe('objection-open')
  expect(said(walk(abandonment, law, [...running, again]).last)).toBe('notice-running')
})

test('A2, A7: in Guangdong the review and the writing-off fall due', () => {
  const guangdong = lawOf('cn', 'cn-gd-2025')
  const dues = (on: string, ...steps: Step[]) => {
    const { state } = walk(abandonment, guangdong, steps)
    const { findings } = assessCase(abandonment, { law: guangdong }, state as never, day(on))
    return findings.flatMap(({ norm, status, due }) =>
      status === 'pending' && due !== undefined ? [`${norm} ${due}`] : [],
    )
  }
  expect(dues('2026-02-03', proposed)).toEqual(['gd.abandon.review-time 2026-02-24'])
  expect(dues('2026-03-22', ...running, gone)).toEqual(['gd.abandon.booked 2026-04-21'])
})
