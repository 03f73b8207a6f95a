import { expect, test } from 'vitest'
import { lawOf, type Step } from '../procedure/testing/walk.ts'
import { walker } from '../procedure/testing/walker.ts'
import { useFirst } from './use-first.ts'

// Published on Thursday 5 March 2026, day 15 is Friday 20 March.

const guangdong = walker(useFirst, lawOf('cn-gd-2025'))
const shanghai = walker(useFirst, lawOf('cn-sh-draft-2024'))

const terms = {
  period: '2027-03-31',
  fee: '0',
  field: '基层医院伤口护理',
  trigger: '完成五百例使用',
  conversion: '按销售额百分之五提成',
}
const offered = {
  title: '示例先用后转',
  achievement: '可吸收止血材料',
  team: [{ name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false }],
  madeOn: '2026-01-05',
  disclosedOn: '2026-01-20',
  disclosedInFull: true,
  onTask: true,
  holders: [{ name: '示例医院（虚构）', share: '100%' }],
  ruled: true,
  fundSet: true,
  workloadLedgerKept: true,
}
const line: readonly Step[] = [
  ['2026-02-02', 'tto_negotiator', 'useFirstOffered', offered],
  [
    '2026-02-03',
    'tto_negotiator',
    'requested',
    { enterprise: '示例小微（虚构）', size: 'small', way: 'pay', purpose: '试用' },
  ],
  [
    '2026-02-04',
    'tto_reviewer',
    'screened',
    { stateSecret: 'no', nationalSecurity: 'no', keyTechnology: 'no' },
  ],
  [
    '2026-02-05',
    'tto_negotiator',
    'accepted',
    {
      stateOwned: false,
      appraisal: 'waived',
      appraisalReason: '使用期免费',
      appraisalDecidedBy: '领导小组',
      relatedPartiesDeclared: true,
    },
  ],
  [
    '2026-02-20',
    'tto_negotiator',
    'proposed',
    { ...terms, talks: '一轮商谈', distribution: '净收入七成归团队' },
  ],
  [
    '2026-03-02',
    'tto_reviewer',
    'reviewed',
    { outcome: 'passed', opinion: '同意', ethics: 'passed', compliance: 'passed', risk: 'passed' },
  ],
  [
    '2026-03-05',
    'tto_negotiator',
    'noticePublished',
    {
      achievement: '可吸收止血材料',
      team: '示例甲',
      mode: '先使用后付费',
      counterparty: '示例小微（虚构）',
      price: '按销售额百分之五提成',
      distribution: '净收入七成归团队',
      objectionProcedure: '书面提出',
      department: '转化部门',
    },
  ],
  ['2026-03-21', 'tto_negotiator', 'noticeCertified', { lastShownOn: '2026-03-20' }],
  [
    '2026-03-24',
    'leaders',
    'decided',
    {
      result: 'passed',
      minuted: true,
      quorate: true,
      recusalObserved: true,
      votesFor: 7,
      votesAgainst: 0,
      abstentions: 0,
    },
  ],
  [
    '2026-04-01',
    'tto_negotiator',
    'signed',
    {
      ...terms,
      byInstitution: true,
      byPlatformCompany: false,
      byInventor: false,
      confidentiality: true,
      liability: true,
      returns: true,
      statesMilestones: true,
      statesJointDevelopment: true,
      statesCooperation: true,
    },
  ],
  [
    '2026-04-03',
    'tto_negotiator',
    'contractRegistered',
    { outcome: 'registered', number: '示例-7' },
  ],
  [
    '2026-04-10',
    'tto_negotiator',
    'reported',
    { hasDecisions: true, hasContract: true, hasIncome: true },
  ],
  ['2026-04-11', 'tto_negotiator', 'useBegan', { handedOver: '样品五十份' }],
  [
    '2026-04-20',
    'finance',
    'supportPaid',
    { amount: '5000000', purpose: '试用物料', voucher: '引-1' },
  ],
  ['2026-10-12', 'tto_negotiator', 'assessed', { outcome: 'converts', report: '达到五百例' }],
  ['2026-10-20', 'tto_negotiator', 'convertedToPay', { price: '60000000', asPublished: true }],
  ['2026-10-21', 'tto_negotiator', 'closed', { summary: '已转为付费' }],
]
const stepOf = (type: string) => line.find((step) => step[2] === type) as Step
const before = (type: string) => line.slice(0, line.indexOf(stepOf(type)))
const told = (type: string, other: Record<string, unknown>, until = type) =>
  line.slice(0, line.indexOf(stepOf(until)) + 1).map((step): Step => {
    const [on, role, kind, data] = step
    return kind === type ? [on, role, kind, { ...data, ...other }] : step
  })
const assessed = (outcome: string): Step => [
  '2026-10-12',
  'tto_negotiator',
  'assessed',
  { outcome, report: '见附件' },
]

test('F1 to F7: from the offer to the payment, under both laws', () => {
  for (const law of [guangdong, shanghai]) expect(law.reached(line).status).toBe('closed')
  expect(guangdong.replayed(line)).toEqual(guangdong.reached(line))
})

test('every step is what the case waits for', () => {
  const main = line.filter(([, , type]) => !['useFirstOffered', 'supportPaid'].includes(type))
  for (const [, , type] of main) expect(guangdong.needed(before(type)), type).toContain(type)
})

test.each<[string, string, Record<string, unknown>, string, string]>([
  ['F2 undisclosed', 'useFirstOffered', { disclosedInFull: false }, 'accepted', 'gd.disclosure'],
  ['F2 a secret', 'screened', { stateSecret: 'yes' }, 'accepted', 'gd.special-approval'],
  [
    'F3 without a price',
    'noticePublished',
    { price: undefined },
    'noticePublished',
    'gd.notice.fields',
  ],
  [
    'F3 without a procedure',
    'noticePublished',
    { objectionProcedure: undefined },
    'noticePublished',
    'gd.notice.objection-procedure',
  ],
  [
    'F3 too short',
    'noticeCertified',
    { lastShownOn: '2026-03-19' },
    'noticeCertified',
    'gd.notice.period',
  ],
  ['F3 without recusal', 'decided', { recusalObserved: false }, 'decided', 'gd.decision.rules'],
  ['F4 other terms', 'signed', { conversion: '一次付清' }, 'signed', 'gd.notice.same-terms'],
  ['F4 without key terms', 'signed', { statesMilestones: false }, 'signed', 'gd.signing.terms'],
])('%s is refused with its article in Guangdong', (_row, type, other, act, norm) => {
  const steps = told(type, other, act)
  expect(guangdong.attempt(steps.slice(0, -1), steps.at(-1) as Step)).toContain(norm)
  expect(guangdong.articles(steps).length).toBeGreaterThan(0)
})

test.each<[string, string, Record<string, unknown>, string, string]>([
  ['F1 without rules', 'useFirstOffered', { ruled: false }, 'accepted', 'gd.use-first.rules'],
  ['F1 without a fund', 'useFirstOffered', { fundSet: false }, 'accepted', 'gd.use-first.fund'],
  ['F4 without a way out', 'signed', { returns: false }, 'signed', 'gd.use-first.terms'],
])(
  '%s is warned of in Guangdong: the article supports and does not order',
  (_row, type, other, act, norm) => {
    expect(guangdong.warnings(told(type, other, act))).toContain(norm)
  },
)

test('F4: the report is due fifteen days after signing', () => {
  const [report] = guangdong.next(before('reported')).filter(({ type }) => type === 'reported')
  expect(report?.can).not.toBe('no')
  const late: Step = ['2026-04-17', 'tto_negotiator', 'reported', stepOf('reported')[3]]
  expect(guangdong.attempt(before('reported'), late)).toBe('accepted')
})

test('F5: the fund pays only where there is one, and only for a use that has begun', () => {
  const without = told('useFirstOffered', { fundSet: false }, 'useBegan')
  expect(guangdong.attempt(without, stepOf('supportPaid'))).toBe('no-fund')
  expect(guangdong.attempt(before('useBegan'), stepOf('supportPaid'))).toBe('not-in-use')
})

test('F6: what is not in use is not assessed, and an assessment says how it goes on', () => {
  expect(guangdong.attempt(before('useBegan'), stepOf('assessed'))).toBe('not-in-use')
  const ends = [...before('assessed'), assessed('ends')]
  expect(guangdong.attempt(ends, stepOf('convertedToPay'))).toBe('not-assessed-converts')
})

test('F7: another price than the published one goes by a transfer of its own', () => {
  const other = (data: Record<string, unknown>): Step => [
    '2026-10-20',
    'tto_negotiator',
    'convertedToPay',
    { price: '1', asPublished: false, ...data },
  ]
  expect(guangdong.attempt(before('convertedToPay'), other({}))).toBe('not-as-published')
  expect(guangdong.attempt(before('convertedToPay'), other({ transferCase: '2026-0040' }))).toBe(
    'accepted',
  )
})

test('F8: a use may turn into a cooperation', () => {
  const steps = told('requested', { way: 'cooperate' }, 'assessed')
  const joined: Step = [
    '2026-10-20',
    'tto_negotiator',
    'convertedToCooperate',
    { terms: '共同开发', asPublished: true },
  ]
  expect(guangdong.needed(steps)).toEqual(['convertedToCooperate'])
  expect(guangdong.attempt(steps, joined)).toBe('accepted')
  expect(
    guangdong.attempt(steps, [
      '2026-10-20',
      'tto_negotiator',
      'convertedToCooperate',
      { terms: '共同开发', asPublished: false },
    ]),
  ).toBe('not-as-published')
})

test('F9: an extended use is assessed again', () => {
  const extended: Step = [
    '2026-10-20',
    'tto_negotiator',
    'useExtended',
    { period: '2027-09-30', resolution: '示例' },
  ]
  const steps = [...before('assessed'), assessed('extends'), extended]
  expect(guangdong.needed(steps)).toEqual(['assessed'])
  expect(guangdong.attempt([...before('assessed'), assessed('ends')], extended)).toBe(
    'not-assessed-extends',
  )
})

test('F10: an ended use is over when everything came back', () => {
  const ended: Step = [
    '2026-10-20',
    'tto_negotiator',
    'useEnded',
    { reason: '效果不足', withoutFault: true },
  ]
  const steps = [...before('assessed'), assessed('ends'), ended]
  const closed: Step = ['2026-11-10', 'tto_negotiator', 'closed', { summary: '已退回' }]
  const returned: Step = ['2026-11-01', 'tto_negotiator', 'returned', { record: '样品已退回' }]
  expect(guangdong.attempt(steps, closed)).toContain('not-returned')
  expect(guangdong.reached([...steps, returned, closed]).status).toBe('closed')
})

test('an objection suspends, as for any deal, and the notice runs afresh', () => {
  const objection: Step = [
    '2026-03-10',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '有异议', inWriting: true, toDepartment: true },
  ]
  const objected = [...before('noticeCertified'), objection]
  expect(guangdong.reached(objected).status).toBe('suspended')
  expect(guangdong.attempt(objected, stepOf('noticeCertified'))).toContain('gd.objection.settled')
  const oral: Step = [
    '2026-03-10',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '有异议', inWriting: false, toDepartment: true },
  ]
  expect(guangdong.attempt(before('noticeCertified'), oral)).toBe('gd.objection.form')
})

test('what names another enterprise than the one that asked is no notice of this use', () => {
  const steps = told('noticePublished', { counterparty: '示例他人（虚构）' }, 'decided')
  expect(guangdong.attempt(steps, stepOf('signed'))).not.toBe('accepted')
  expect(guangdong.attempt(before('signed'), stepOf('signed'))).toBe('accepted')
})

test('a special approval does not cover what a later screening finds', () => {
  const special: Step = [
    '2026-02-04',
    'tto_negotiator',
    'specialApprovalRecorded',
    { document: '示例批件' },
  ]
  const secret: Step = [
    '2026-02-05',
    'tto_reviewer',
    'screened',
    { stateSecret: 'yes', nationalSecurity: 'no', keyTechnology: 'no' },
  ]
  const state = guangdong.reached([...before('accepted'), special, secret])
  expect(useFirst.facts(state)['specialApprovalOn']).toBeNull()
})
