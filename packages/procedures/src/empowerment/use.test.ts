import { expect, test } from 'vitest'
import { lawOf, type Step } from '../procedure/testing/walk.ts'
import { walker } from '../procedure/testing/walker.ts'
import { objection, told, upTo, useLine } from './testing/lines.ts'
import { empowermentUse } from './use.ts'

const guangdong = walker(empowermentUse, lawOf('cn-gd-2025'))
const shanghai = walker(empowermentUse, lawOf('cn-sh-draft-2024', 'cn-sh-pilot-draft'))
const stepOf = (type: string) => useLine.findLast((step) => step[2] === type) as Step
const first = (type: string) =>
  useLine.slice(
    0,
    useLine.findIndex((step) => step[2] === type),
  )
const ended = (ground: string): Step => [
  '2027-01-05',
  'tto_negotiator',
  'useTerminated',
  { ground, notice: '书面通知', handedBack: '数据和样品' },
]
const closed: Step = ['2027-01-06', 'tto_negotiator', 'closed', { summary: '完毕' }]

test('U1 to U8: from the application over an extension to the end, under both laws', () => {
  for (const law of [guangdong, shanghai]) {
    const whole = law.reached([...useLine, ended('mutual_consent'), closed])
    expect(whole.status).toBe('closed')
    expect(law.replayed(useLine)).toEqual(law.reached(useLine))
  }
})

test.each<[string, string, Record<string, unknown>, string, string]>([
  ['U1', 'usePrepared', { agreedInWriting: false }, 'applied', 'gd.empower.team'],
  ['U2', 'applied', { incomeShare: '69.99%' }, 'decided', 'gd.empower.income'],
  ['U2 with a secret', 'screened', { stateSecret: 'yes' }, 'decided', 'gd.empower.special'],
  [
    'U3 without a rule of the meeting',
    'decided',
    { quorate: false },
    'decided',
    'gd.decision.rules',
  ],
  [
    'U5 beyond the term',
    'sublicensed',
    { endsOn: '2036-03-24' },
    'sublicensed',
    'gd.sublicence.term',
  ],
  ['U5 untold', 'sublicensed', { notified: false }, 'sublicensed', 'gd.sublicence.told'],
])('%s is refused with its article in Guangdong', (_row, type, other, act, norm) => {
  const line = told(useLine, type, other)
  const steps = line.slice(0, line.findIndex((step) => step[2] === act) + 1)
  expect(guangdong.attempt(steps.slice(0, -1), steps.at(-1) as Step)).toBe(norm)
  expect(guangdong.articles(steps).length).toBeGreaterThan(0)
})

test.each<[string, string, Record<string, unknown>, string, string]>([
  ['U1', 'applied', { plan: undefined }, 'applied', 'shp.empower.plan'],
  ['U3 too short a term', 'applied', { endsOn: '2036-03-22' }, 'agreed', 'shp.use.term'],
  ['U3 without income', 'agreed', { statesIncome: false }, 'agreed', 'shp.empower.use-agreement'],
  ['U7', 'extensionEvaluated', { progressing: false }, 'extended', 'shp.use.extension'],
])('%s is warned of in Shanghai, and goes on', (_row, type, other, act, norm) => {
  const same = type === 'applied' && 'endsOn' in other ? told(useLine, 'agreed', other) : useLine
  const line = told(same, type, other)
  const steps = line.slice(0, line.findIndex((step) => step[2] === act) + 1)
  expect(shanghai.warnings(steps)).toContain(norm)
})

test('U4, U5: what has not begun is not sublicensed; what the agreement bars is not either', () => {
  expect(guangdong.attempt(first('agreed'), stepOf('useBegan'))).toBe('not-agreed')
  expect(guangdong.attempt(first('useBegan'), stepOf('sublicensed'))).toBe('not-in-use')
  const barred = told(useLine, 'agreed', { sublicence: 'sublicence_barred' })
  expect(guangdong.attempt(upTo(barred, 'sublicensed'), stepOf('sublicensed'))).toBe(
    'sublicence-barred',
  )
  const asked = told(useLine, 'agreed', { sublicence: 'sublicence_consent' })
  expect(guangdong.attempt(upTo(asked, 'sublicensed'), stepOf('sublicensed'))).toBe(
    'consent-agreed',
  )
})

test('U6: an extension is requested while the use runs, and ends later than the term', () => {
  const same: Step = [
    '2026-06-01',
    'team_rep',
    'extensionRequested',
    { endsOn: '2036-03-23', reason: '无' },
  ]
  expect(guangdong.attempt(first('extensionRequested'), same)).toBe('no-extension')
  expect(guangdong.attempt(first('useBegan'), stepOf('extensionRequested'))).toBe('not-in-use')
})

test('U7: an extension is evaluated, then published by itself, then decided', () => {
  const requested = first('extensionEvaluated')
  expect(guangdong.needed(requested)).toEqual(['extensionEvaluated'])
  expect(guangdong.attempt(requested, stepOf('noticePublished'))).toBe('not-evaluated')
  const evaluated = [...requested, stepOf('extensionEvaluated')]
  expect(guangdong.needed(evaluated)).toContain('noticePublished')
  expect(guangdong.attempt(evaluated, stepOf('extended'))).toBe('not-certified')
  const early: Step = [
    '2026-06-22',
    'tto_negotiator',
    'noticeCertified',
    { lastShownOn: '2026-06-17' },
  ]
  const steps = [...upTo(useLine, 'noticeCertified'), early, stepOf('extended')]
  expect(guangdong.warnings(steps)).toEqual(['gd.use.extension'])
  expect(shanghai.warnings(steps)).toContain('shp.use.extension-notice')
})

test('U7: an objection to the extension leaves the empowerment and its own notice as they were', () => {
  const objected: Step = ['2026-06-10', 'public', 'objectionFiled', objection[3]]
  const found: Step = [
    '2026-06-11',
    'tto_reviewer',
    'objectionFound',
    { finding: '不成立', outcome: 'amend' },
  ]
  const steps = [...upTo(useLine, 'noticeCertified'), objected, found]
  const state = guangdong.reached(steps)
  expect(empowermentUse.facts(state)).toMatchObject({
    empowermentNoticeOn: '2026-03-05',
    empowermentNoticeEndedOn: '2026-03-20',
    empoweredOn: '2026-03-24',
    extensionNoticeOn: null,
  })
  expect(guangdong.needed(steps)).toEqual(['noticePublished'])
})

test('U7: an extension may be refused; the use goes on to its end', () => {
  const refused: Step = ['2026-06-02', 'leaders', 'extensionRefused', { reason: '没有进展' }]
  const state = guangdong.reached([...first('extensionEvaluated'), refused])
  expect(state.status).toBe('open')
  expect(empowermentUse.facts(state)).toMatchObject({ useTermEndsOn: '2036-03-23' })
  expect(guangdong.attempt(first('extensionRequested'), refused)).toBe('no-extension-request')
})

test('U8: the term ends after its last day and no sooner', () => {
  const expired = (on: string): Step => [on, 'tto_negotiator', 'useExpired', { handedBack: '资料' }]
  expect(guangdong.attempt(useLine, expired('2040-03-23'))).toBe('before-what-it-rests-on')
  expect(guangdong.attempt(useLine, expired('2040-03-24'))).toBe('accepted')
  expect(guangdong.attempt([...useLine, ended('breach')], expired('2040-03-24'))).toBe('use-ended')
})

test('U9: the end of the pilot is noted and ends nothing', () => {
  const noted: Step = ['2028-06-02', 'tto_negotiator', 'pilotEnded', { note: '试点期满' }]
  expect(shanghai.reached([...useLine, noted]).status).toBe('open')
  const steps = [
    ...useLine,
    noted,
    ['2028-06-03', 'tto_negotiator', 'useTerminated', ended('pilot_end')[3]],
  ] as Step[]
  expect(shanghai.warnings(steps)).toContain('shp.use.survives')
})

test('U7: an extension that a finding stops leaves the use as it is, without its request', () => {
  const objected: Step = ['2026-06-10', 'public', 'objectionFiled', objection[3]]
  const found: Step = [
    '2026-06-11',
    'tto_reviewer',
    'objectionFound',
    { finding: '成立', outcome: 'stop' },
  ]
  const steps = [...upTo(useLine, 'noticeCertified'), objected, found]
  const state = guangdong.reached(steps)
  expect(state.status).toBe('open')
  expect(empowermentUse.facts(state)).toMatchObject({
    empowermentNoticeOn: '2026-03-05',
    empowermentNoticeEndedOn: '2026-03-20',
    useTermEndsOn: '2036-03-23',
  })
  expect(guangdong.attempt(steps, stepOf('extended'))).toBe('no-extension-request')
  expect(guangdong.attempt(steps, ended('mutual_consent'))).toBe('accepted')
})

test('U8: what has ended is not extended', () => {
  const steps = [...upTo(useLine, 'extended'), ended('breach')]
  const late: Step = [
    '2027-01-06',
    'leaders',
    'extended',
    { endsOn: '2040-03-23', resolution: '无' },
  ]
  expect(guangdong.attempt(steps, late)).toBe('use-ended')
})

test('U2: a special approval does not cover what a later application or screening finds', () => {
  const special: Step = [
    '2026-02-11',
    'tto_negotiator',
    'specialApprovalRecorded',
    { document: '批件' },
  ]
  const [opened, applied, screening] = useLine as [Step, Step, Step]
  const known = [opened, applied, screening, special]
  const afresh = (step: Step, on: string, other = {}): Step => [
    on,
    step[1],
    step[2],
    { ...step[3], ...other },
  ]
  const secret = afresh(screening, '2026-02-13', { stateSecret: 'yes' })
  for (const steps of [
    [...known, secret],
    [...known, afresh(applied, '2026-02-12'), secret],
  ])
    expect(guangdong.attempt(steps, stepOf('decided'))).toBe('gd.empower.special')
})

test('U6: an extension is asked for twelve months before the end, of every term anew', () => {
  const norm = 'gd.use.extension-request'
  const through = (type: string) => [...first(type), stepOf(type)]
  const inUse = through('useBegan')
  expect(guangdong.clock(norm, '2026-05-01', inUse)).toEqual(['pending', '2035-03-23'])
  expect(guangdong.clock(norm, '2035-03-24', inUse)).toEqual(['na', undefined])
  const asked = through('extensionRequested')
  expect(guangdong.clock(norm, '2026-06-02', asked)).toEqual(['met', '2035-03-23'])
  const extended = through('extended')
  expect(guangdong.clock(norm, '2026-07-01', extended)).toEqual(['pending', '2039-03-23'])
})
