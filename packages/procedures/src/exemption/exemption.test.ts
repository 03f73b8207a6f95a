import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { assessCase } from '../procedure/assess-case.ts'
import { neededActs } from '../procedure/needed.ts'
import { lawOf, type Step, said, walk, warnings } from '../procedure/testing/walk.ts'
import { exemption } from './exemption.ts'
import { dutyOf, proofIn } from './proof.ts'
import { resultFor } from './standing.ts'

// The rows X1–X9 of an inquiry into relief, under the guidelines in force and as the pilot would have it.

const guangdong = lawOf('cn', 'cn-gd-2025')
const pilot = lawOf('cn', 'cn-sh-draft-2024', 'cn-sh-pilot-draft')

const [first, second] = [
  '00000000-0000-7000-8000-000000000001',
  '00000000-0000-7000-8000-000000000002',
]
const opening = {
  title: '示例转让定价调查（虚构）',
  trigger: 'audit',
  account: '审计发现成交价低于后来估值',
  triggeredOn: '2026-06-01',
  conduct: '协议定价未评估',
  conductOn: '2026-03-10',
  involved: [{ name: '示例经办', person: second }],
  procedureMade: true,
  procedureRule: '院发（示例）1号',
  subjects: [
    { name: '示例甲', person: first, relief: 'person', role: 'manager' },
    { name: '示例乙', relief: 'person', role: 'leader' },
  ],
}
const opened: Step = ['2026-06-02', 'discipline', 'exemptionOpened', opening]
const investigators = (name: string, person?: string): Step => [
  '2026-06-03',
  'discipline',
  'investigatorsNamed',
  { investigators: [{ name, ...(person !== undefined && { person }) }] },
]
const gathered: Step = ['2026-06-04', 'discipline', 'evidenceGathered', {}]
const clean = {
  resultBarred: false,
  ethicsBreached: false,
  secrecyBreached: false,
  foundedWithoutConsent: false,
  resultsAppropriated: false,
  othersResultsTaken: false,
  transferObstructed: false,
  keyTechnologyLeaked: false,
  dutyNeglected: false,
  illegalGain: false,
  giftsTaken: false,
  paidServicesGiven: false,
  kinFavoured: false,
  ownProductEntered: false,
  ownProductAbused: false,
  ownProductDisclosed: false,
  recusalObserved: true,
  violationSuspected: false,
  report: '逐项核查，未发现',
}
const screened = (name: string, found: object = {}): Step => [
  '2026-06-05',
  'legal',
  'conductScreened',
  { name, ...clean, ...found },
]
const called = (name: string): Step => [
  '2026-06-06',
  'discipline',
  'hearingCalled',
  { name, hearingOn: '2026-06-23', how: '书面通知' },
]
const heard = (name: string): Step => [
  '2026-06-23',
  'discipline',
  'heard',
  { name, statement: '当时已集体研究并询价' },
]
const documents = ['decision', 'care', 'supervision', 'own_rules'].map((duty) => ({
  duty,
  document: '办理记录第11号（决议）',
}))
const finding = {
  head: 'no_appraisal',
  resultRulesInForce: true,
  assetRulesInForce: true,
  rulesKept: true,
  illegalGain: false,
  decidedDemocratically: true,
  reasonableCareTaken: true,
  supervisionExercised: true,
  otherDutiesPerformed: true,
  documents,
  decider: 'joint',
  wording: 'relieved',
  appealDays: 15,
  reasons: '各项职责均有材料证明',
}
const relieved = (name: string, found: object = {}): Step => [
  '2026-06-30',
  'leaders',
  'exempted',
  { name, ...finding, ...found },
]
const refused = (name: string): Step => [
  '2026-06-30',
  'leaders',
  'notExempted',
  { name, head: 'no_appraisal', reasons: '未尽监督职责', appealDays: 15 },
]
const unharmed: Step = [
  '2026-07-02',
  'discipline',
  'effectFlagged',
  { conduct: true, merit: true, awards: true, yearly: true },
]
const closing: Step = ['2026-07-03', 'discipline', 'closed', { summary: '已办结' }]

const facts = [
  opened,
  investigators('示例调查员'),
  gathered,
  screened('示例甲'),
  screened('示例乙'),
]
const hearings = [called('示例甲'), called('示例乙'), heard('示例甲'), heard('示例乙')]
const ready = [...facts, ...hearings]

const go = (...steps: Step[]) => walk(exemption, guangdong, steps)
const end = (...steps: Step[]) => said(go(...steps).last)

test('X1–X7: opened, looked into, heard, relieved, its effect carried out, closed', () => {
  const { state, last } = go(...ready, relieved('示例甲'), relieved('示例乙'), unharmed, closing)
  expect(said(last)).toBe('accepted')
  expect(state?.status).toBe('closed')
  expect(state && resultFor(state, '示例甲')).toBe('exempt')
  const { findings } = assessCase(exemption, { law: guangdong }, state as never, day('2026-07-03'))
  const own = findings.filter(({ norm }) => /^gd\.(exemption|diligence)/.test(norm))
  expect(own.length).toBeGreaterThan(7)
  expect(own.filter(({ status }) => status !== 'met' && status !== 'na')).toEqual([])
})

test('X1: without a procedure of the institution no inquiry is opened', () => {
  const unready: Step = [
    '2026-06-02',
    'discipline',
    'exemptionOpened',
    { ...opening, procedureMade: false },
  ]
  expect(end(unready)).toBe('gd.exemption.procedure')
  expect(end(['2026-06-02', 'inventor', 'exemptionOpened', opening])).toBe('role-not-allowed')
})

test('X2: a lead on a violation is referred; until it is answered nobody is relieved', () => {
  const suspect = [...facts.slice(0, 3), screened('示例甲', { violationSuspected: true })]
  expect(end(...suspect, ...hearings, relieved('示例甲'))).toBe('gd.exemption.referral')
  const referral: Step = [
    '2026-06-24',
    'discipline',
    'referred',
    { signs: '疑似收受财物', to: '上级纪检' },
  ]
  const rests = [...suspect, ...hearings, referral]
  const { state } = go(...rests)
  expect(state?.status).toBe('suspended')
  expect(state && neededActs(exemption, state)).toEqual(['referralAnswered'])
  expect(end(...rests, relieved('示例甲'))).toBe('referral-open')
  const answer = (outcome: string): Step => [
    '2026-06-28',
    'discipline',
    'referralAnswered',
    { outcome, answer: '查无实据' },
  ]
  expect(end(...rests, answer('no_bar'), relieved('示例甲'))).toBe('accepted')
  expect(end(...rests, answer('bars'), relieved('示例甲'))).toBe('gd.exemption.referral')
  expect(end(...suspect, answer('no_bar'))).toBe('nothing-referred')
})

test('X2: what is found on the negative list after a finding reopens the inquiry', () => {
  const found = [...facts, ...hearings, relieved('示例甲')]
  const later: Step = ['2026-07-20', 'discipline', 'conductScreened', screened('示例甲')[3]]
  expect(end(...found, later)).toBe('found-already')
})

test('X3: who worked on the case, or is concerned, does not investigate', () => {
  expect(end(opened, investigators('示例经办'))).toBe('investigator-involved')
  expect(end(opened, investigators('改名', second))).toBe('investigator-involved')
  expect(end(opened, investigators('示例甲'))).toBe('investigator-involved')
  expect(end(opened, gathered)).toBe('no-investigators')
  expect(end(opened, investigators('示例调查员'), screened('示例甲'))).toBe('no-evidence')
})

test('X3: the record proves duties, and the gaps are named', () => {
  const act = (seq: number, type: string) => ({
    case: 'c',
    seq,
    type,
    at: '2026-03-05T09:00:00+08:00',
    on: day('2026-03-05'),
    by: { person: 'p', name: '示例经办', role: 'leaders' as const },
    data: {},
    files: [{ name: '决议.pdf', sha256: 'a'.repeat(64), size: 1 }],
    prev: '',
    hash: 'b'.repeat(64),
  })
  const entries = [act(1, 'caseOpened'), act(2, 'decided'), act(3, 'reviewed')]
  const { items, gaps } = proofIn(entries, [], (type) => type)
  expect(items.map(({ duty }) => duty)).toEqual(['other_duty', 'decision', 'care'])
  expect(items[1]).toMatchObject({ seq: 2, hash: 'b'.repeat(64), files: ['a'.repeat(64)] })
  expect(gaps).toEqual(['supervision', 'own_rules'])
  const rule = { title: '院发（示例）1号', since: day('2025-01-01'), hash: 'c'.repeat(64) }
  expect(proofIn(entries, [rule], String).gaps).toEqual(['supervision'])
  expect(dutyOf('receiptRecorded')).toBe('supervision')
})

test('X4: nothing is found before the person is heard', () => {
  expect(end(...facts, relieved('示例甲'))).toBe('not-heard')
  expect(end(...facts, refused('示例甲'))).toBe('not-heard')
  expect(end(...facts, heard('示例甲'))).toBe('not-called')
  expect(end(...facts, called('示例丙'))).toBe('not-concerned')
  const written: Step = [
    '2026-06-23',
    'inventor',
    'heard',
    { name: '示例甲', statement: '书面说明', inWriting: true },
  ]
  expect(end(...facts, written, relieved('示例甲'))).toBe('accepted')
})

test.each([
  ['gd.diligence.rules', { assetRulesInForce: false }],
  ['gd.diligence.conduct', { rulesKept: false }],
  ['gd.diligence.conduct', { illegalGain: true }],
  ['gd.diligence.duties', { otherDutiesPerformed: false }],
  ['gd.exemption.ground', { head: 'pricing' }],
])('X5: %s stands against a relief', (norm, found) => {
  expect(end(...ready, relieved('示例甲', found))).toBe(norm)
})

test('X5: gain found in the screening stands against it, whatever the finding says', () => {
  const gain = [...facts.slice(0, 3), screened('示例甲', { illegalGain: true }), ...hearings]
  expect(end(...gain, relieved('示例甲'))).toBe('gd.diligence.conduct')
})

test('X5: each duty called kept has its document; one ground is found once', () => {
  const bare = documents.filter(({ duty }) => duty !== 'supervision')
  expect(end(...ready, relieved('示例甲', { documents: bare }))).toBe('duty-without-document')
  expect(end(...ready, relieved('示例甲'), relieved('示例甲'))).toBe('found-already')
})

test('X5: conduct before the guidelines is not relieved by them', () => {
  const before: Step = [
    '2026-06-02',
    'discipline',
    'exemptionOpened',
    { ...opening, conductOn: '2026-01-14' },
  ]
  expect(end(before, ...ready.slice(1), relieved('示例甲'))).toBe('gd.exemption.day')
})

test('X6: relieved of a part only; closed only when something is found for everybody', () => {
  const other = relieved('示例甲', { head: 'other', headReason: '选择合作方' })
  const { state } = go(...ready, refused('示例甲'), other)
  expect(state && resultFor(state, '示例甲')).toBe('partly')
  expect(end(...ready, relieved('示例甲'), unharmed, closing)).toBe('somebody-undecided')
})

test('X6: the wording is as strong as the pilot’s text, which warns of another', () => {
  const listed = { ...opening, pilotUnit: true }
  const start: Step = ['2026-06-02', 'discipline', 'exemptionOpened', listed]
  const found = { head: 'pricing_change', pricing: 'auction', wording: 'not_pursued' }
  const go = (steps: Step[]) => warnings(walk(exemption, pilot, steps).last).split(' ')
  const strong = go([start, ...ready.slice(1), relieved('示例甲', found)])
  expect(strong).not.toContain('shp.exemption.wording')
  expect(strong).not.toContain('shp.exemption.ground')
  const weak = go([
    start,
    ...ready.slice(1),
    relieved('示例甲', { ...found, wording: 'may_spare' }),
  ])
  expect(weak).toContain('shp.exemption.wording')
  const favoured = [
    start,
    ...facts.slice(1, 3),
    screened('示例甲', { kinFavoured: true }),
    ...hearings,
  ]
  expect(go([...favoured, relieved('示例甲', found)])).toContain('shp.ban.kin')
})

test('X7: the effect follows a relief, and comes before the end', () => {
  expect(end(...ready, refused('示例甲'), unharmed)).toBe('nobody-relieved')
  expect(end(...ready, relieved('示例甲'), relieved('示例乙'), closing)).toBe('effect-missing')
})

test('X8: an appeal in time is decided; a changed finding is made anew', () => {
  const decided = [...ready, refused('示例甲'), relieved('示例乙'), unharmed]
  const appeal = (on: string): Step => [
    on,
    'legal',
    'appealed',
    { name: '示例甲', receivedOn: on, text: '已尽监督' },
  ]
  const answer = (outcome: string): Step => [
    '2026-07-10',
    'leaders',
    'appealDecided',
    { name: '示例甲', outcome, reasons: '复核' },
  ]
  expect(end(...ready, appeal('2026-07-01'))).toBe('nothing-to-appeal')
  expect(end(...decided, appeal('2026-07-15'))).toBe('accepted')
  expect(end(...decided, appeal('2026-07-16'))).toBe('nothing-to-appeal')
  // Eighteen days after 30 June 2026 is a Saturday.
  const longer = (step: Step): Step => [step[0], step[1], step[2], { ...step[3], appealDays: 18 }]
  const later = [...ready, longer(refused('示例甲')), relieved('示例乙'), unharmed]
  expect(end(...later, appeal('2026-07-20'))).toBe('accepted')
  expect(end(...later, appeal('2026-07-21'))).toBe('nothing-to-appeal')
  expect(end(...decided, answer('upheld'))).toBe('no-open-appeal')
  expect(end(...decided, appeal('2026-07-06'), closing)).toBe('before-what-it-rests-on')
  const upheld = go(...decided, appeal('2026-07-06'), answer('upheld')).state
  expect(upheld && resultFor(upheld, '示例甲')).toBe('not_exempt')
  const changed = [...decided, appeal('2026-07-06'), answer('changed')]
  const { state } = go(...changed)
  expect(state && resultFor(state, '示例甲')).toBeUndefined()
  const again: Step = ['2026-07-12', 'leaders', 'exempted', { name: '示例甲', ...finding }]
  expect(end(...changed, again)).toBe('accepted')
  expect(end(...decided, closing, appeal('2026-07-10'))).toBe('accepted')
})

test('X9: new facts reopen it, and everything is found anew', () => {
  const done = [...ready, relieved('示例甲'), relieved('示例乙'), unharmed, closing]
  const again: Step = ['2026-08-01', 'discipline', 'reopened', { reason: '发现新材料' }]
  const { state } = go(...done, again)
  expect(state?.status).toBe('open')
  expect(state && resultFor(state, '示例甲')).toBeUndefined()
  expect(end(...ready, again)).toBe('nothing-found')
})

test('only those who decide, who look into it and whom it concerns may read it', () => {
  const { state } = go(opened, investigators('示例调查员', '00000000-0000-7000-8000-000000000009'))
  expect(state && exemption.readers?.(state)).toEqual({
    roles: ['discipline', 'leaders'],
    people: [first, '00000000-0000-7000-8000-000000000009'],
  })
})

test('a form begins with the one who is left and the documents that were gathered', () => {
  const item = {
    duty: 'decision',
    what: '集体决策',
    on: '2026-03-09',
    hash: 'a'.repeat(64),
    files: [],
  }
  const found: Step = [
    '2026-06-04',
    'discipline',
    'evidenceGathered',
    { items: [{ ...item, seq: 9 }] },
  ]
  const { state } = go(opened, investigators('示例调查员'), found, screened('示例甲'))
  const suggested = (type: string) => state && exemption.acts[type]?.suggests?.(state, '2026-06-06')
  expect(suggested('conductScreened')).toEqual({ name: '示例乙' })
  expect(suggested('hearingCalled')).toEqual({})
  expect(suggested('exempted')).toEqual({
    documents: [{ duty: 'decision', document: '集体决策（2026-03-09，第9号记录）' }],
  })
  const hidden = (head: string) => exemption.acts['exempted']?.fits?.(state, { head }).hides ?? []
  expect(hidden('dispute')).not.toContain('publicityKept')
  expect(hidden('dispute')).toEqual(
    expect.arrayContaining(['pricing', 'faultUnintended', 'headReason']),
  )
  expect(hidden('other')).not.toContain('headReason')
})

test('X2, X8: an appeal or new facts do not lift the wait for an answer to a referral', () => {
  const referral: Step = [
    '2026-07-01',
    'discipline',
    'referred',
    { signs: '疑似收受财物', to: '上级纪检' },
  ]
  const appeal: Step = [
    '2026-07-02',
    'inventor',
    'appealed',
    { name: '示例甲', receivedOn: '2026-07-02', text: '不服' },
  ]
  const anew: Step = ['2026-07-02', 'discipline', 'reopened', { reason: '新的材料' }]
  for (const step of [appeal, anew]) {
    const steps = [...ready, refused('示例甲'), referral, step]
    expect(go(...steps).state?.status).toBe('suspended')
    const later: Step = ['2026-07-03', 'leaders', 'notExempted', refused('示例乙')[3]]
    expect(end(...steps, later)).toBe('referral-open')
  }
})
