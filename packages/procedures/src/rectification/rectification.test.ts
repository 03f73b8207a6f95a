import { expect, test } from 'vitest'
import { lawOf, type Step } from '../procedure/testing/walk.ts'
import { walker } from '../procedure/testing/walker.ts'
import { rectification } from './rectification.ts'

// Published on Thursday 5 March 2026, day 15 is Friday 20 March.

const shanghai = walker(rectification, lawOf('cn-sh-draft-2024', 'cn-sh-pilot-draft'))

const line: readonly Step[] = [
  [
    '2026-01-05',
    'inventor',
    'foundingDeclared',
    {
      title: '示例公司整改',
      researcher: '示例甲',
      company: '示例材料（虚构）',
      foundedOn: '2023-05-01',
      voluntary: true,
      pilotUnit: true,
      pilotListedOn: '2024-06-01',
    },
  ],
  [
    '2026-01-20',
    'legal',
    'traced',
    { achievements: '可吸收止血材料', titleOf: '单位所有', period: '2023年起', complete: true },
  ],
  [
    '2026-02-02',
    'tto_reviewer',
    'screened',
    {
      stateSecret: false,
      ethics: 'passed',
      conditionsMet: true,
      appropriated: false,
      opinion: '可以整改',
    },
  ],
  [
    '2026-02-10',
    'tto_negotiator',
    'proposed',
    { settlement: '按销售额补缴', amount: '80000000', future: 'by_use', income: '每年百分之五' },
  ],
  [
    '2026-03-02',
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
    '2026-03-05',
    'tto_negotiator',
    'noticePublished',
    { subject: '创办企业合规整改', terms: '补缴八十万元，长期使用', department: '转化部门' },
  ],
  ['2026-03-21', 'tto_negotiator', 'noticeCertified', { lastShownOn: '2026-03-20' }],
  ['2026-03-24', 'tto_negotiator', 'agreed', { terms: '同公示', asPublished: true }],
  ['2026-04-10', 'finance', 'executed', { booked: '赋予长期使用权', paid: true, voucher: '收-9' }],
  ['2027-04-01', 'tto_negotiator', 'checked', { year: 1, findings: '正常', kept: true }],
  ['2028-04-01', 'tto_negotiator', 'checked', { year: 2, findings: '正常', kept: true }],
  ['2029-04-02', 'tto_negotiator', 'checked', { year: 3, findings: '正常', kept: true }],
  ['2029-04-03', 'tto_negotiator', 'closed', { summary: '整改完成' }],
]
const stepOf = (type: string) => line.find((step) => step[2] === type) as Step
const before = (type: string) => line.slice(0, line.indexOf(stepOf(type)))
const told = (type: string, other: Record<string, unknown>, until = type) =>
  line.slice(0, line.indexOf(stepOf(until)) + 1).map((step): Step => {
    const [on, role, kind, data] = step
    return kind === type ? [on, role, kind, { ...data, ...other }] : step
  })

test('R1 to R9: from the declaration over the agreement to the last check', () => {
  const whole = shanghai.reached(line)
  expect(whole.status).toBe('closed')
  expect(shanghai.replayed(line)).toEqual(whole)
  expect(shanghai.warnings(line)).toEqual([])
})

test('every step is what the case waits for', () => {
  for (const [, , type] of line.slice(1, 10)) expect(shanghai.needed(before(type))).toContain(type)
})

test.each<[string, string, Record<string, unknown>, string, string]>([
  ['R2', 'traced', { complete: false }, 'executed', 'shp.founding.rectified'],
  ['R3 a secret', 'screened', { stateSecret: true }, 'decided', 'shp.founding.bars'],
  [
    'R3 an interest',
    'screened',
    { affected: [{ interest: 'defence', effect: 'possible' }] },
    'decided',
    'shp.founding.bars',
  ],
  [
    'R6',
    'noticeCertified',
    { lastShownOn: '2026-03-19' },
    'noticeCertified',
    'shp.founding.notice',
  ],
  ['R8', 'executed', { paid: false }, 'executed', 'shp.founding.rectified'],
])('%s is warned of, with its article', (_row, type, other, act, norm) => {
  expect(shanghai.warnings(told(type, other, act))).toContain(norm)
})

test('R1: a founding after the listing is none of the past', () => {
  const steps = told('foundingDeclared', { foundedOn: '2024-06-01' }, 'executed')
  expect(shanghai.warnings(steps)).not.toContain('shp.founding.rectified')
})

test.each([
  ['R2 R3', 'screened', 'traced', 'not-traced'],
  ['R4', 'proposed', 'screened', 'not-screened'],
  ['R5', 'decided', 'proposed', 'no-proposal'],
  ['R6', 'noticePublished', 'decided', 'not-decided'],
  ['R7', 'agreed', 'noticeCertified', 'not-certified'],
  ['R8', 'executed', 'agreed', 'not-agreed'],
  ['R9', 'checked', 'executed', 'not-executed'],
])('%s: a step waits for what it rests on', (_row, type, missing, code) => {
  expect(shanghai.attempt(before(missing), stepOf(type))).toBe(code)
})

test('R3: signs of taking are referred, and wait for an answer that clears them', () => {
  const taken = told('screened', { appropriated: true })
  expect(shanghai.needed(taken)).toEqual(['referred'])
  expect(shanghai.attempt(taken, stepOf('proposed'))).toBe('referral-open')
  const referred: Step = [
    '2026-02-03',
    'discipline',
    'referred',
    { body: '纪检部门', leads: '隐匿' },
  ]
  const answered = (outcome: string): Step => [
    '2026-02-09',
    'discipline',
    'referralAnswered',
    { outcome, answer: '见复函' },
  ]
  expect(shanghai.attempt([...taken, referred], stepOf('proposed'))).toBe('referral-open')
  expect(shanghai.needed([...taken, referred, answered('clears')])).toEqual(['proposed'])
  expect(shanghai.reached([...taken, referred, answered('bars')]).status).toBe('rejected')
})

test('R7: what was published is what is agreed', () => {
  expect(
    shanghai.attempt(before('agreed'), [
      '2026-03-24',
      'tto_negotiator',
      'agreed',
      { terms: '另议', asPublished: false },
    ]),
  ).toBe('not-as-published')
})

test('R9: closing before three years are checked is warned of: the number is ours', () => {
  const early: Step = ['2027-05-04', 'tto_negotiator', 'closed', { summary: '提前结案' }]
  expect(shanghai.warnings([...line.slice(0, 10), early])).toEqual(['shp.founding.checks'])
})

test('R8 R9: what is referred after the agreement is answered before it goes on, and before it ends', () => {
  const referral = (on: string): Step => [
    on,
    'discipline',
    'referred',
    { body: '纪检部门', leads: '隐匿' },
  ]
  const end: Step = ['2029-04-03', 'tto_negotiator', 'closed', { summary: '整改完成' }]
  const later = [...before('executed'), referral('2026-03-25')]
  expect(shanghai.attempt(later, stepOf('executed'))).toBe('referral-open')
  expect(shanghai.attempt([...before('closed'), referral('2029-04-02')], end)).toBe('referral-open')
})

test('R10: it may be refused until it is agreed', () => {
  const refused: Step = [
    '2026-03-25',
    'leaders',
    'refused',
    { reason: '不符合', claims: '另行主张' },
  ]
  expect(shanghai.reached([...before('agreed'), refused]).status).toBe('rejected')
  expect(shanghai.attempt(before('executed'), refused)).toBe('agreement-signed')
})

test('R3: signs found later, or referred again, stop what comes after them as well', () => {
  const found: Step = [
    '2026-03-22',
    'tto_reviewer',
    'screened',
    { ...stepOf('screened')[3], appropriated: true },
  ]
  const referred: Step = [
    '2026-03-23',
    'discipline',
    'referred',
    { body: '纪检部门', leads: '隐匿' },
  ]
  const cleared: Step = [
    '2026-03-23',
    'discipline',
    'referralAnswered',
    { outcome: 'clears', answer: '见复函' },
  ]
  const ready = [...before('agreed'), found]
  expect(shanghai.attempt(ready, stepOf('agreed'))).toBe('referral-open')
  expect(shanghai.attempt([...ready, referred, cleared], stepOf('agreed'))).toBe('accepted')
  const again = [...ready, referred, cleared, referred]
  expect(shanghai.attempt(again, stepOf('agreed'))).toBe('referral-open')
  expect(shanghai.needed(again)).toContain('referralAnswered')
})

test('R2: what was used is traced within sixty days of the declaration', () => {
  const [declared] = line as [Step]
  const clock = (on: string, ...steps: Step[]) => shanghai.clock('shp.founding.traced', on, steps)
  expect(clock('2026-01-06', declared)).toEqual(['pending', '2026-03-06'])
  expect(clock('2026-03-07', declared)).toEqual(['breached', '2026-03-06'])
  expect(clock('2026-01-21', ...before('screened'))).toEqual(['met', '2026-03-06'])
})
