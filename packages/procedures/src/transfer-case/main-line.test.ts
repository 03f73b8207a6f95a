import { join } from 'node:path'
import { addDays, type Day, day } from '@yizhuan/kit'
import { compile } from '@yizhuan/law'
import { loadCalendars, loadPack } from '@yizhuan/law-authoring'
import { describe, expect, test } from 'vitest'
import type { ActType, Role } from './acts.ts'
import { assessCase, type Decision, decide, nextActs } from './decide.ts'
import { GENESIS, link, parseEntries, verifyChain } from './entry.ts'
import { stagesOf } from './stages.ts'
import { type Act, type CaseState, replay } from './state.ts'

// Worked days are those of 2026: published on Thursday 5 March, day 15 is Friday 20 March.

const packs = join(import.meta.dirname, '../../../../packs')
const law = compile([loadPack(join(packs, 'cn-gd-2025'))], loadCalendars(packs))

const team = [
  { name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false },
  { name: '示例乙', isInventor: true, isChief: true, holdsLeadingPost: true },
]
const terms = {
  mode: 'license',
  counterparty: '示例生物（虚构）',
  price: '100000000',
  payment: '一次总付',
  distributionRule: '团队70%，转化部门10%，单位20%',
}
const notice = {
  achievement: '可吸收止血材料',
  team: '示例甲、示例乙',
  mode: '普通许可',
  counterparty: '示例生物（虚构）',
  price: '100万元',
  distribution: '团队70%',
  leaders: [{ name: '示例乙', contribution: '完成人', reward: '现金', share: '35%' }],
  objectionProcedure: '向转化部门书面提出',
  department: '转化部门',
}
const contract = {
  counterparty: '示例生物（虚构）',
  price: '100000000',
  byInstitution: true,
  byPlatformCompany: false,
  byInventor: false,
  statesMode: true,
  statesPrice: true,
  statesMilestones: true,
  statesJointDevelopment: true,
  statesCooperation: true,
}
const resolution = {
  result: 'passed',
  minuted: true,
  quorate: true,
  recusalObserved: true,
  votesFor: 7,
  votesAgainst: 0,
  abstentions: 0,
  recused: ['示例乙'],
}
const line = (name: string, isChief: boolean, amount: string) => ({
  name,
  isInventor: true,
  isChief,
  holdsLeadingPost: isChief,
  award: 'cash',
  amount,
})
const plan = {
  lines: [line('示例甲', false, '31600000'), line('示例乙', true, '30000000')],
  toTto: '13200000',
  toTtoStaff: '1000000',
  toInstitution: '13200000',
  waived: [],
}

type Step = readonly [on: string, role: Role, type: ActType, data: Record<string, unknown>]

const mainLine: readonly Step[] = [
  [
    '2026-02-01',
    'tto_negotiator',
    'caseOpened',
    { title: '示例许可', achievement: '可吸收止血材料', team, workloadLedgerKept: true },
  ],
  [
    '2026-02-02',
    'inventor',
    'disclosed',
    {
      type: '材料',
      maturity: '样机',
      stateOfTheArt: '有',
      market: '有',
      risks: '有',
      benefit: '有',
      need: '许可',
    },
  ],
  [
    '2026-02-03',
    'tto_negotiator',
    'titleRegistered',
    { holders: [{ name: '示例医院（虚构）', share: '100%' }] },
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
    'negotiationStarted',
    {
      mode: 'license',
      pricing: 'agreement',
      counterparty: '示例生物（虚构）',
      counterpartyStateOwned: false,
      appraisal: 'waived',
      appraisalReason: '金额较小',
      relatedPartiesDeclared: true,
    },
  ],
  ['2026-02-20', 'tto_negotiator', 'negotiationLogged', { summary: '两轮谈判' }],
  ['2026-02-27', 'tto_negotiator', 'proposed', { terms }],
  [
    '2026-03-02',
    'tto_reviewer',
    'reviewed',
    {
      outcome: 'passed',
      opinion: '同意',
      ethics: 'not_applicable',
      compliance: 'passed',
      risk: 'passed',
    },
  ],
  ['2026-03-05', 'tto_negotiator', 'noticePublished', notice],
  ['2026-03-21', 'tto_negotiator', 'noticeCertified', { lastShownOn: '2026-03-20' }],
  ['2026-03-24', 'leaders', 'decided', resolution],
  ['2026-06-10', 'tto_negotiator', 'signed', contract],
  [
    '2026-06-15',
    'tto_negotiator',
    'contractRegistered',
    { outcome: 'registered', number: '2026-示例-1' },
  ],
  ['2026-06-16', 'tto_negotiator', 'registrationReported', {}],
  [
    '2026-06-25',
    'tto_negotiator',
    'reported',
    { hasDecisions: true, hasContract: true, hasIncome: true },
  ],
  [
    '2026-07-01',
    'finance',
    'receiptRecorded',
    { amount: '100000000', voucher: '记-1', inBudget: true },
  ],
  ['2026-07-01', 'finance', 'costRecorded', { kind: 'tax', amount: '6000000', voucher: '记-2' }],
  [
    '2026-07-01',
    'finance',
    'costRecorded',
    { kind: 'appraisal', amount: '2000000', voucher: '记-3' },
  ],
  ['2026-07-01', 'finance', 'costRecorded', { kind: 'upkeep', amount: '3000000', voucher: '记-4' }],
  [
    '2026-07-01',
    'finance',
    'costRecorded',
    { kind: 'third_party', amount: '4000000', voucher: '记-5' },
  ],
  ['2026-07-02', 'team_rep', 'planDrafted', plan],
  ['2026-07-02', 'inventor', 'planAgreed', { member: '示例甲' }],
  ['2026-07-02', 'inventor', 'planAgreed', { member: '示例乙' }],
  ['2026-07-03', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
  ['2026-07-21', 'tto_negotiator', 'planNoticeCertified', { lastShownOn: '2026-07-20' }],
  [
    '2026-07-22',
    'finance',
    'paid',
    {
      lines: [
        { name: '示例甲', amount: '31600000' },
        { name: '示例乙', amount: '30000000' },
      ],
      proof: '批次-1',
    },
  ],
  ['2026-07-23', 'tto_negotiator', 'closed', { summary: '全部完成' }],
]

/** Walks steps and stops at the first refusal. */
function walk(
  steps: readonly Step[],
  from: readonly Act[] = [],
): { acts: readonly Act[]; last: Decision | undefined } {
  const acts = [...from]
  let state: CaseState | undefined = replay(acts)
  let last: Decision | undefined
  for (const [on, role, type, data] of steps) {
    const by = { person: `person-of-${role}`, name: role, role }
    last = decide({ law, today: day(on) }, state, { type, on: day(on), by, data })
    if (last.kind === 'refused') break
    acts.push({ seq: acts.length + 1, type, on: day(on), by, data: last.data })
    state = last.after
  }
  return { acts, last }
}

const upTo = (type: ActType) =>
  mainLine.slice(
    0,
    mainLine.findIndex((step) => step[2] === type),
  )
const attempt = (steps: readonly Step[], [on, role, type, data]: Step) =>
  walk([...steps, [on, role, type, data]]).last

function refusal(decision: Decision | undefined): string {
  if (decision?.kind !== 'refused') return 'accepted'
  const { refusal: no } = decision
  if (no.code === 'law-forbids') return no.because.map(({ norm }) => norm).join(' ')
  return no.code === 'not-possible' ? no.reason.code : no.code
}

test('the whole line from disclosure to the paid reward and the closing', () => {
  const { acts, last } = walk(mainLine)
  expect(refusal(last)).toBe('accepted')
  expect(acts).toHaveLength(mainLine.length)
  const state = replay(acts) as CaseState
  expect(state.status).toBe('closed')
  expect(stagesOf(state).map(({ status }) => status)).toEqual(Array(8).fill('done'))
  const { money, findings } = assessCase({ law }, state, day('2026-07-23'))
  expect(money?.net).toBe(88_000_000n)
  expect(money?.floors[0]?.amount).toBe(61_600_000n)
  expect(money?.caps[0]?.amount).toBe(13_200_000n)
  expect(money?.unassigned).toBe(0n)
  expect(
    findings
      .filter(({ status, force }) => status === 'breached' && force === 'must')
      .map(({ norm }) => norm),
  ).toEqual([])
})

describe('refused, with the norm or the reason', () => {
  const swap = (type: ActType, change: Record<string, unknown>, on?: string): Step => {
    const [was, role, , data] = mainLine.find((step) => step[2] === type) as Step
    return [on ?? was, role, type, { ...data, ...change }]
  }
  test.each<[string, ActType, Step, string]>([
    [
      'a disclosure without a market study',
      'disclosed',
      swap('disclosed', { market: undefined }),
      'gd.disclosure',
    ],
    [
      'title shares short of one',
      'titleRegistered',
      swap('titleRegistered', { holders: [{ name: '示例', share: '99%' }] }),
      'gd.title.shares',
    ],
    [
      'a reviewer without the role',
      'reviewed',
      ['2026-03-02', 'tto_negotiator', 'reviewed', {}],
      'role-not-allowed',
    ],
    [
      'a notice without a price',
      'noticePublished',
      swap('noticePublished', { price: undefined }),
      'gd.notice.fields',
    ],
    [
      'a notice silent on a leader',
      'noticePublished',
      swap('noticePublished', { leaders: [] }),
      'gd.notice.leaders',
    ],
    [
      'a notice without a procedure for objections',
      'noticePublished',
      swap('noticePublished', { objectionProcedure: undefined }),
      'gd.notice.objection-procedure',
    ],
    [
      'a certificate on the last day',
      'noticeCertified',
      swap('noticeCertified', {}, '2026-03-20'),
      'gd.notice.period',
    ],
    [
      'a notice taken down a day early',
      'noticeCertified',
      swap('noticeCertified', { lastShownOn: '2026-03-19' }),
      'gd.notice.period',
    ],
    [
      'a decision without minutes',
      'decided',
      swap('decided', { minuted: false }),
      'gd.decision.recorded',
    ],
    [
      'a contract at another price',
      'signed',
      swap('signed', { price: '90000000' }),
      'gd.notice.same-terms',
    ],
    [
      'a contract without milestones',
      'signed',
      swap('signed', { statesMilestones: false }),
      'gd.signing.terms',
    ],
    [
      'a plan one fen under the floor',
      'planDrafted',
      swap('planDrafted', {
        lines: [line('示例甲', false, '31599999'), line('示例乙', true, '30000000')],
        toInstitution: '13200001',
      }),
      'gd.allocation.contributors',
    ],
    [
      'a plan one fen over the cap',
      'planDrafted',
      swap('planDrafted', { toTto: '13200001', toInstitution: '13199999' }),
      'gd.allocation.tto',
    ],
    [
      'equity for a chief',
      'planDrafted',
      swap('planDrafted', {
        lines: [
          line('示例甲', false, '31600000'),
          { ...line('示例乙', true, '30000000'), award: 'equity' },
        ],
      }),
      'gd.allocation.chiefs',
    ],
    [
      'a plan published before everybody agreed',
      'planAgreed',
      ['2026-07-03', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
      'gd.plan.agreed',
    ],
    [
      'a payout that differs by a fen',
      'paid',
      swap('paid', {
        lines: [
          { name: '示例甲', amount: '31600001' },
          { name: '示例乙', amount: '30000000' },
        ],
      }),
      'payment-differs-from-plan',
    ],
    [
      'a payout on the last day of the notice',
      'planNoticeCertified',
      [
        '2026-07-20',
        'finance',
        'paid',
        {
          lines: [
            { name: '示例甲', amount: '31600000' },
            { name: '示例乙', amount: '30000000' },
          ],
          proof: 'x',
        },
      ],
      'gd.plan.notice',
    ],
    [
      'an act of the future',
      'disclosed',
      ['2026-02-01', 'inventor', 'signed', contract],
      'role-not-allowed',
    ],
  ])('%s', (_name, before, step, expected) => {
    expect(refusal(attempt(upTo(before), step))).toContain(expected)
  })

  test('a second decision on a decided notice', () => {
    expect(refusal(attempt(upTo('signed'), ['2026-03-25', 'leaders', 'decided', resolution]))).toBe(
      'already-decided',
    )
  })

  test('half a fen names the field and the rule', () => {
    expect(() => attempt(upTo('costRecorded'), swap('costRecorded', { amount: '0.5' }))).toThrow(
      /^amount: .*whole-fen/,
    )
  })
})

describe('an objection', () => {
  const filed: Step = [
    '2026-03-10',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '有异议', inWriting: true, toDepartment: true },
  ]
  const found: Step = [
    '2026-03-18',
    'tto_reviewer',
    'objectionFound',
    { finding: '不成立', outcome: 'continue' },
  ]

  test('suspends the case until it is settled and the notice has run again in full', () => {
    const before = upTo('noticeCertified')
    const certify = (on: string, last: string): Step => [
      on,
      'tto_negotiator',
      'noticeCertified',
      { lastShownOn: last },
    ]
    expect(refusal(attempt([...before, filed], certify('2026-03-21', '2026-03-20')))).toBe(
      'suspended',
    )
    expect(refusal(attempt([...before, filed, found], certify('2026-03-21', '2026-03-20')))).toBe(
      'notice-superseded',
    )
    const again: Step = ['2026-03-19', 'tto_negotiator', 'noticePublished', notice]
    expect(
      refusal(attempt([...before, filed, found, again], certify('2026-04-03', '2026-04-03'))),
    ).toBe('gd.notice.period')
    expect(
      refusal(attempt([...before, filed, found, again], certify('2026-04-04', '2026-04-03'))),
    ).toBe('accepted')
  })

  test('needs writing and the designated department', () => {
    const oral: Step = [
      '2026-03-10',
      'public',
      'objectionFiled',
      { name: '示例丙', text: '有异议', inWriting: false, toDepartment: true },
    ]
    expect(refusal(attempt(upTo('noticeCertified'), oral))).toBe('objection-form')
  })
})

test('changed terms lead back to the review and a new notice', () => {
  const changed: Step = [
    '2026-03-22',
    'tto_negotiator',
    'termsChanged',
    { reason: '价格', terms: { ...terms, price: '90000000' } },
  ]
  const steps = [...upTo('decided'), changed]
  expect(refusal(attempt(steps, ['2026-03-24', 'leaders', 'decided', resolution]))).not.toBe(
    'accepted',
  )
  expect(refusal(attempt(steps, ['2026-03-23', 'tto_negotiator', 'noticePublished', notice]))).toBe(
    'not-reviewed',
  )
})

test('what may be done next says what its form must ask, or which article forbids it', () => {
  const { acts } = walk(upTo('noticeCertified'))
  const state = replay(acts) as CaseState
  const next = nextActs({ law, today: addDays(day('2026-03-05'), 4) as Day }, state)
  const certify = next.find(({ type }) => type === 'noticeCertified')
  expect(certify).toMatchObject({ can: 'no', opens: '2026-03-21' })
  expect(next.map(({ type }) => type)).not.toContain('signed')
})

test('the chain breaks where a line was touched', () => {
  const { acts } = walk(mainLine)
  let prev = GENESIS
  const entries = acts.map((act) => {
    const entry = link(prev, { case: 'c', ...act, at: `${act.on}T09:00:00+08:00`, files: [] })
    prev = entry.hash
    return entry
  })
  const jsonl = entries.map((entry) => JSON.stringify(entry)).join('\n')
  expect(verifyChain(parseEntries(jsonl))).toEqual({ ok: true, length: acts.length, head: prev })
  const forged = jsonl.replace('"amount":"2000000"', '"amount":"1000000"')
  expect(verifyChain(parseEntries(forged))).toMatchObject({ ok: false, firstBad: 18 })
})
