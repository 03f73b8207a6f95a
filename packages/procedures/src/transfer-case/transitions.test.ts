import { expect, test } from 'vitest'
import { lawOf, said, type Step as Walked, walk as walkUnder } from '../procedure/testing/walk.ts'
import type { ActType } from './acts.ts'
import {
  attempt,
  line,
  mainLine,
  papersFor,
  refusal,
  resolution,
  type Step,
  terms,
  upTo,
} from './testing/main-line.ts'
import { transferCase } from './transfer-case.ts'

// Every transition of a deal by its number: once as it should go, once as it is refused. What has more
// to say of it stands in the other tests of this folder.

const stepOf = (type: ActType): Step => mainLine.find((step) => step[2] === type) as Step
const swap = (type: ActType, change: Record<string, unknown>, on?: string): Step => {
  const [was, role, , data] = stepOf(type)
  return [on ?? was, role, type, { ...data, ...change }]
}
const upWith = (type: ActType) => [...upTo(type), stepOf(type)]
const office = 'tto_negotiator'
const objection: Step = [
  '2026-03-10',
  'public',
  'objectionFiled',
  { name: '示例丙', text: '遗漏完成人', inWriting: true, toDepartment: true },
]
const found = (outcome: string): Step => [
  '2026-03-12',
  'tto_reviewer',
  'objectionFound',
  { finding: '已核实', outcome },
]
const running = upWith('noticePublished')
const suspended = [...running, objection]
const cheaper = { ...terms, price: '90000000' }
const changed: Step = ['2026-03-22', office, 'termsChanged', { reason: '市场变化', terms: cheaper }]
const planObjection: Step = [
  '2026-07-06',
  'inventor',
  'planObjected',
  { name: '示例丙', text: '份额有误' },
]
const planFinding: Step = [
  '2026-07-07',
  'tto_reviewer',
  'planObjectionFound',
  { finding: '已核实', outcome: 'continue' },
]
const shortPlan = {
  lines: [line('示例甲', false, '31599999'), line('示例乙', true, '30000000')],
  toInstitution: '13200001',
}
const decidedByHouse: readonly Step[] = [
  ...upTo('paid').map((step) =>
    step[2] === 'planDrafted'
      ? swap('planDrafted', { decisionAsked: { version: 1, title: '分配办法' } })
      : step,
  ),
  ['2026-07-21', 'leaders', 'planDecided', resolution],
]
const onLine = (type: ActType) => [upTo(type), stepOf(type)] as const
const withdrawal: Step = ['2026-03-01', office, 'withdrawn', { reason: '放弃' }]
const termination: Step = ['2026-06-20', office, 'terminated', { reason: '违约' }]
const changeShown: Step = ['2026-07-01', office, 'changeNoticePublished', { text: '价款变化' }]
const changedAfter: Step = [
  '2026-06-30',
  office,
  'termsChanged',
  { reason: '客观原因', terms: cheaper },
]

test.each<[string, readonly Step[], Step, string]>([
  ['N1 planned with every field', ...onLine('noticePublished'), 'accepted'],
  [
    'N1 without a price',
    upTo('noticePublished'),
    swap('noticePublished', { price: undefined }),
    'gd.notice.fields',
  ],
  ['N2 put up on the day', ...onLine('noticePublished'), 'accepted'],
  ['N2 two at a time', running, swap('noticePublished', {}, '2026-03-06'), 'notice-running'],
  [
    'N2 while an objection is open',
    suspended,
    swap('noticePublished', {}, '2026-03-11'),
    'gd.objection.settled',
  ],
  [
    'N3 shown before it was put up',
    running,
    swap('noticeCertified', { lastShownOn: '2026-03-01' }),
    'not-shown-then',
  ],
  [
    'N3 shown until a day ahead',
    running,
    swap('noticeCertified', { lastShownOn: '2026-12-31' }),
    'not-shown-then',
  ],
  ['N3 ended after its period', ...onLine('noticeCertified'), 'accepted'],
  [
    'N3 a day early',
    running,
    swap('noticeCertified', { lastShownOn: '2026-03-19' }),
    'gd.notice.period',
  ],
  ['N4 stopped by an objection', running, objection, 'accepted'],
  [
    'N4 an objection that is not in writing',
    running,
    ['2026-03-10', 'public', 'objectionFiled', { ...objection[3], inWriting: false }],
    'gd.objection.form',
  ],
  ['N5 looked into', suspended, found('continue'), 'accepted'],
  ['N5 nothing to look into', running, found('continue'), 'no-open-objection'],
  [
    'N6 shown again in full',
    [...suspended, found('continue')],
    swap('noticePublished', {}, '2026-03-13'),
    'accepted',
  ],
  [
    'N6 certified without being shown again',
    [...suspended, found('continue')],
    stepOf('noticeCertified'),
    'gd.objection.settled',
  ],
  ['N7 stopped for good', suspended, found('stop'), 'accepted'],
  [
    'N7 nothing goes on after it',
    [...suspended, found('stop')],
    stepOf('noticeCertified'),
    'case-rejected',
  ],
  ['N8 overtaken by other terms', upWith('noticeCertified'), changed, 'accepted'],
  [
    'N8 signed on the overtaken notice',
    [...upWith('noticeCertified'), changed],
    stepOf('decided'),
    'gd.',
  ],
  ['D1 received', ...onLine('receiptRecorded'), 'accepted'],
  ['D1 before a contract', upTo('signed'), stepOf('receiptRecorded'), 'not-signed'],
  ['D2 planned', ...onLine('planDrafted'), 'accepted'],
  ['D2 nothing received', upTo('receiptRecorded'), stepOf('planDrafted'), 'nothing-received'],
  [
    'D2 while a change is in dispute',
    [
      ...upTo('planDrafted'),
      ['2026-07-02', office, 'termsChanged', changedAfter[3]],
      ['2026-07-03', office, 'changeNoticePublished', changeShown[3]],
      ['2026-07-04', 'public', 'objectionFiled', objection[3]],
    ],
    swap('planDrafted', {}, '2026-07-05'),
    'change-in-dispute',
  ],
  ['D3 agreed by each', ...onLine('planAgreed'), 'accepted'],
  [
    'D3 by somebody it does not name',
    upTo('planAgreed'),
    swap('planAgreed', { member: '示例丁' }),
    'not-a-recipient',
  ],
  ['D4 within the bounds', ...onLine('planDrafted'), 'accepted'],
  [
    'D4 a fen under the floor',
    upTo('planDrafted'),
    swap('planDrafted', shortPlan),
    'gd.allocation.contributors',
  ],
  ['D5 published', ...onLine('planNoticePublished'), 'accepted'],
  [
    'D5 not agreed by everybody',
    upTo('planAgreed'),
    stepOf('planNoticePublished'),
    'gd.plan.agreed',
  ],
  ['D6 payable after its notice', ...onLine('planNoticeCertified'), 'accepted'],
  [
    'D6 a day early',
    upTo('planNoticeCertified'),
    swap('planNoticeCertified', { lastShownOn: '2026-07-16' }),
    'gd.plan.notice',
  ],
  [
    'D6 payable after the decision of the house',
    decidedByHouse.slice(0, -1),
    decidedByHouse.at(-1) as Step,
    'accepted',
  ],
  ['D6 paid without that decision', decidedByHouse.slice(0, -1), stepOf('paid'), 'plan-undecided'],
  ['D7 paid', ...onLine('paid'), 'accepted'],
  [
    'D7 another amount',
    upTo('paid'),
    swap('paid', { lines: [{ name: '示例甲', amount: '1' }] }),
    'gd.plan.unchanged',
  ],
  ['D8 disputed', upWith('planNoticePublished'), planObjection, 'accepted'],
  [
    'D8 paid while it is disputed',
    [...upTo('planNoticeCertified'), planObjection],
    stepOf('planNoticeCertified'),
    'gd.plan.objection',
  ],
  [
    'D8 a finding where nobody objected',
    upWith('planNoticePublished'),
    planFinding,
    'no-open-objection',
  ],
  ['G1 disclosed with its seven groups', ...onLine('disclosed'), 'accepted'],
  [
    'G1 without a market study',
    upTo('disclosed'),
    swap('disclosed', { market: undefined }),
    'gd.disclosure',
  ],
  ['G2 title registered', ...onLine('titleRegistered'), 'accepted'],
  [
    'G2 shares short of the whole',
    upTo('titleRegistered'),
    swap('titleRegistered', { holders: [{ name: '示例', share: '99%' }] }),
    'gd.title.shares',
  ],
  [
    'G2 shares of more than the whole',
    upTo('titleRegistered'),
    swap('titleRegistered', {
      holders: [
        { name: '示例', share: '60%' },
        { name: '示例二', share: '1/2' },
      ],
    }),
    'shares-over-whole',
  ],
  ['G3 screened', ...onLine('screened'), 'accepted'],
  ['G3 before title', upTo('titleRegistered'), stepOf('screened'), 'gd.title.recorded'],
  ['G4 negotiation begins', ...onLine('negotiationStarted'), 'accepted'],
  [
    'G4 without a decision on the appraisal',
    upTo('negotiationStarted'),
    swap('negotiationStarted', { appraisal: undefined }),
    'gd.appraisal',
  ],
  ['G5 proposed', ...onLine('proposed'), 'accepted'],
  [
    'G5 with somebody who was not vetted',
    upTo('proposed'),
    swap('proposed', { terms: { ...terms, counterparty: '示例他方（虚构）' } }),
    'gd.counterparty.vetted',
  ],
  ['G6 reviewed', ...onLine('reviewed'), 'accepted'],
  [
    'G6 by who may not',
    upTo('reviewed'),
    ['2026-03-02', office, 'reviewed', {}],
    'role-not-allowed',
  ],
  ['G7 published', ...onLine('noticePublished'), 'accepted'],
  [
    'G7 silent on a leader',
    upTo('noticePublished'),
    swap('noticePublished', { leaders: [] }),
    'gd.notice.leaders',
  ],
  ['G8 the notice ended', ...onLine('noticeCertified'), 'accepted'],
  ['G8 on its last day', running, swap('noticeCertified', {}, '2026-03-20'), 'gd.notice.period'],
  ['G9 decided', ...onLine('decided'), 'accepted'],
  ['G9 not minuted', upTo('decided'), swap('decided', { minuted: false }), 'gd.decision.recorded'],
  ['G10 signed', ...onLine('signed'), 'accepted'],
  [
    'G10 at another price',
    upTo('signed'),
    swap('signed', { price: '90000000' }),
    'gd.notice.same-terms',
  ],
  ['G11 registered', ...onLine('contractRegistered'), 'accepted'],
  ['G11 twice', upWith('contractRegistered'), stepOf('contractRegistered'), 'already-registered'],
  ['G12 reported', ...onLine('reported'), 'accepted'],
  [
    'G12 without the decisions',
    upTo('reported'),
    swap('reported', { hasDecisions: false }),
    'gd.report.content',
  ],
  [
    'G13 a change after signing is shown',
    [...upTo('receiptRecorded'), changedAfter],
    changeShown,
    'accepted',
  ],
  ['G13 nothing changed', upTo('receiptRecorded'), changeShown, 'nothing-changed'],
  ['G14 closed', ...onLine('closed'), 'accepted'],
  ['G14 not distributed yet', upTo('paid'), stepOf('closed'), 'gd.close.distributed'],
  ['G15 withdrawn before signing', upWith('proposed'), withdrawal, 'accepted'],
  ['G15 terminated after it', upWith('signed'), termination, 'accepted'],
  [
    'G15 not withdrawn any more',
    upWith('signed'),
    [termination[0], office, 'withdrawn', { reason: '放弃' }],
    'already-signed',
  ],
])('%s', (_title, before, step, expected) => {
  expect(refusal(attempt(before, step))).toContain(expected)
})

const draft = lawOf('cn-sh-draft-2024')

test.each<[string, readonly Step[], Step, string]>([
  ['S1 a case not opened', [], stepOf('disclosed'), 'not-open'],
  [
    'S2 an evaluation before the negotiation',
    upTo('negotiationStarted'),
    stepOf('negotiationLogged'),
    'not-negotiating',
  ],
  ['S3 screened before it is disclosed', upTo('disclosed'), stepOf('screened'), 'not-disclosed'],
  [
    'S4 priced before the negotiation',
    upTo('negotiationStarted'),
    stepOf('proposed'),
    'not-negotiating',
  ],
  ['S9 money before a contract', upTo('signed'), stepOf('receiptRecorded'), 'not-signed'],
])('%s is a matter of the record under the draft', (_title, before, step, expected) => {
  const steps = [...before, step].map(
    ([on, role, type, data]): Walked => [on, role, type, data, papersFor(type)],
  )
  expect(said(walkUnder(transferCase, draft, steps).last)).toBe(expected)
})
