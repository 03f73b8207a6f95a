import { expect, test } from 'vitest'
import { lawOf, type Step } from '../procedure/testing/walk.ts'
import { walker } from '../procedure/testing/walker.ts'
import { empowermentOwnership } from './ownership.ts'
import { notice, objection, ownershipLine, prepared, told, upTo } from './testing/lines.ts'

const guangdong = walker(empowermentOwnership, lawOf('cn-gd-2025'))
const shanghai = walker(empowermentOwnership, lawOf('cn-sh-draft-2024', 'cn-sh-pilot-draft'))
const stepOf = (type: string) => ownershipLine.find((step) => step[2] === type) as Step
const before = (type: string) => upTo(ownershipLine, type)

test('O1 to O11: from the agreement of the team to the closing, under both laws', () => {
  for (const law of [guangdong, shanghai]) {
    expect(law.reached(ownershipLine).status).toBe('closed')
    expect(law.stages(ownershipLine).every((stage) => stage.endsWith('done'))).toBe(true)
  }
  expect(guangdong.replayed(ownershipLine)).toEqual(guangdong.reached(ownershipLine))
})

test('every step of the main line is what the case waits for, and the record tells which', () => {
  const waited = (type: string) => guangdong.needed(before(type))
  expect(waited('applied')).toEqual(['applied'])
  expect(waited('screened')).toEqual(['screened'])
  expect(waited('decided')).toEqual(['decided'])
  expect(waited('noticePublished')).toEqual(['noticePublished'])
  expect(waited('agreed')).toEqual(['agreed'])
  expect(waited('registered')).toEqual(['registered'])
  expect(waited('coOwned')).toEqual(['coOwned'])
})

test.each<[string, string, Record<string, unknown>, string, string]>([
  ['O1', 'ownershipPrepared', { agreedInWriting: false }, 'applied', 'gd.empower.team'],
  [
    'O1 with shares short of one',
    'ownershipPrepared',
    { team: [{ ...prepared.team[0] }] },
    'applied',
    'gd.empower.team',
  ],
  ['O2 without a plan', 'applied', { planMade: false }, 'applied', 'gd.empower.plan'],
  ['O2 where it may not', 'applied', { enabled: false }, 'applied', 'gd.empower.enabled'],
  ['O3', 'screened', { keyTechnology: 'unsure' }, 'decided', 'gd.empower.special'],
  [
    'O4 below the floor',
    'applied',
    { ownershipShare: '69.99%' },
    'decided',
    'gd.empower.ownership',
  ],
  ['O4 without recusal', 'decided', { recusalObserved: false }, 'decided', 'gd.decision.rules'],
  ['O4 without minutes', 'decided', { minuted: false }, 'decided', 'gd.decision.recorded'],
])('%s is refused with its article in Guangdong', (_row, type, other, refusedAct, norm) => {
  const line = told(ownershipLine, type, other)
  const steps = line.slice(0, line.findIndex((step) => step[2] === refusedAct) + 1)
  expect(guangdong.attempt(steps.slice(0, -1), steps.at(-1) as Step)).toBe(norm)
  expect(guangdong.articles(steps).length).toBeGreaterThan(0)
})

test.each<[string, string, Record<string, unknown>, string, string]>([
  ['O1', 'ownershipPrepared', { agreedInWriting: false }, 'applied', 'shp.empower.team'],
  ['O2 off the list', 'applied', { pilotUnit: false }, 'applied', 'shp.empower.enabled'],
  [
    'O3',
    'screened',
    { affected: [{ interest: 'defence', effect: 'possible' }] },
    'decided',
    'shp.empower.excluded',
  ],
  ['O3 with a secret', 'screened', { stateSecret: 'yes' }, 'decided', 'shp.secret'],
  [
    'O3 without a taker',
    'screened',
    { recipientKnown: false },
    'decided',
    'shp.empower.conditions',
  ],
  [
    'O4 without its interest',
    'applied',
    { unitInterest: undefined },
    'decided',
    'shp.empower.interest',
  ],
  ['O5', 'noticeCertified', { lastShownOn: '2026-03-19' }, 'noticeCertified', 'shp.empower.notice'],
  ['O6', 'agreed', { statesCosts: false }, 'agreed', 'shp.empower.agreement'],
  ['O9', 'retainedShareCeded', { priced: false }, 'retainedShareCeded', 'shp.retained.ceded'],
])('%s is warned of in Shanghai, and goes on', (_row, type, other, act, norm) => {
  const line = told(ownershipLine, type, other)
  const steps = line.slice(0, line.findIndex((step) => step[2] === act) + 1)
  expect(shanghai.warnings(steps)).toContain(norm)
})

test('O3: what is excluded is refused with its item, and the case ends', () => {
  const refused: Step = [
    '2026-02-11',
    'tto_reviewer',
    'refused',
    { item: 'sh-pilot-exemption#1-1/a7.p1.i1', reason: '可能影响公共安全' },
  ]
  expect(guangdong.reached([...before('decided'), refused]).status).toBe('rejected')
  expect(guangdong.attempt(before('screened'), refused)).toBe('not-screened')
})

test('O4: what the meeting rejects ends the case; what it defers is decided again', () => {
  const decided = (result: string): Step => [
    '2026-03-01',
    'leaders',
    'decided',
    { ...stepOf('decided')[3], result },
  ]
  expect(guangdong.reached([...before('decided'), decided('rejected')]).status).toBe('rejected')
  const deferred = [...before('decided'), decided('deferred')]
  expect(guangdong.stages(deferred)).toContain('decision:current')
  expect(guangdong.needed(deferred)).toEqual(['decided'])
  expect(guangdong.attempt(deferred, stepOf('noticePublished'))).toBe('not-decided')
})

test('O2: what the meeting puts off may be applied for afresh, and is screened and decided anew', () => {
  const deferred: Step = [
    '2026-03-01',
    'leaders',
    'decided',
    { ...stepOf('decided')[3], result: 'deferred' },
  ]
  const [, role, type, data] = stepOf('applied')
  const again: Step = ['2026-03-02', role, type, { ...data, ownershipShare: '80%' }]
  const steps = [...before('decided'), deferred, again]
  expect(guangdong.needed(steps)).toEqual(['screened'])
  expect(guangdong.attempt([...before('decided'), stepOf('decided')], again)).toBe(
    'already-decided',
  )
})

test('O5: a notice that was short is warned of, since the article asks for none', () => {
  const short = told(ownershipLine, 'noticeCertified', { lastShownOn: '2026-03-19' })
  expect(guangdong.warnings(short.slice(0, 6))).toEqual(['gd.empower.notice'])
})

test('O5: an objection stops the agreement, and the notice is put up afresh in full', () => {
  const objected = [...before('noticeCertified'), objection]
  expect(guangdong.reached(objected).status).toBe('suspended')
  expect(guangdong.needed(objected)).toEqual(['objectionFound'])
  expect(guangdong.attempt(objected, stepOf('agreed'))).toBe('objection-open')
  const found: Step = [
    '2026-03-12',
    'tto_reviewer',
    'objectionFound',
    { finding: '不成立', outcome: 'continue' },
  ]
  expect(guangdong.attempt([...objected, found], stepOf('noticeCertified'))).toBe('no-notice')
  const again: Step = ['2026-03-13', 'tto_negotiator', 'noticePublished', notice]
  const certified: Step = [
    '2026-03-31',
    'tto_negotiator',
    'noticeCertified',
    { lastShownOn: '2026-03-30' },
  ]
  const fresh = [...objected, found, again, certified]
  expect(guangdong.reached(fresh).status).toBe('open')
  expect(guangdong.warnings(fresh)).toEqual([])
  expect(shanghai.warnings(fresh)).not.toContain('shp.empower.notice')
})

test('O5: a finding may ask for another decision, or stop it all', () => {
  const found = (outcome: string): Step => [
    '2026-03-12',
    'tto_reviewer',
    'objectionFound',
    { finding: '成立', outcome },
  ]
  const objected = [...before('noticeCertified'), objection]
  expect(guangdong.needed([...objected, found('amend')])).toEqual(['decided'])
  expect(guangdong.reached([...objected, found('stop')]).status).toBe('rejected')
})

test('O6: without a decision nothing is agreed; other terms than the published ones are not either', () => {
  expect(guangdong.attempt(before('decided'), stepOf('agreed'))).toBe('gd.empower.decided')
  expect(guangdong.attempt(before('noticeCertified'), stepOf('agreed'))).toBe('not-certified')
  const other: Step = [
    '2026-03-24',
    'tto_negotiator',
    'agreed',
    { ...stepOf('agreed')[3], ownershipShare: '80%' },
  ]
  expect(guangdong.attempt(before('agreed'), other)).toBe('not-as-published')
})

test('O6: terms that change after signing are applied for, decided and published again', () => {
  const changed: Step = ['2026-04-01', 'tto_negotiator', 'termsChanged', { reason: '份额调整' }]
  expect(guangdong.needed([...before('registered'), changed])).toEqual(['applied'])
  expect(guangdong.attempt(before('coOwned'), changed)).toBe('already-registered')
})

test.each([
  ['O7', 'registered', 'agreed', 'not-agreed'],
  ['O8', 'coOwned', 'registered', 'not-registered'],
  ['O9', 'retainedShareCeded', 'coOwned', 'not-co-owned'],
  ['O10', 'fullyOwned', 'retainedShareCeded', 'share-not-ceded'],
  ['O11', 'incomeReported', 'agreed', 'not-agreed'],
])('%s waits for what it rests on', (_row, type, missing, code) => {
  expect(guangdong.attempt(before(missing), stepOf(type))).toBe(code)
})

test('O8: the shares make one whole', () => {
  const coOwned: Step = [
    '2026-04-21',
    'tto_negotiator',
    'coOwned',
    { unitShare: '40%', terms: '按份' },
  ]
  expect(guangdong.attempt(before('coOwned'), coOwned)).toBe('shares-not-whole')
})

test('O10: who has not paid does not own it all', () => {
  const unpaid: Step = [
    '2026-07-01',
    'tto_negotiator',
    'fullyOwned',
    { ...stepOf('fullyOwned')[3], paymentMet: false },
  ]
  expect(guangdong.attempt(before('fullyOwned'), unpaid)).toBe('price-not-paid')
})

test('it closes only when its income was reported; what was signed is not withdrawn', () => {
  expect(guangdong.attempt(before('incomeReported'), stepOf('closed'))).toBe('income-not-reported')
  const withdrawn: Step = ['2026-04-02', 'tto_negotiator', 'withdrawn', { reason: '放弃' }]
  expect(guangdong.attempt(before('registered'), withdrawn)).toBe('in-effect')
  expect(guangdong.reached([...before('agreed'), withdrawn]).status).toBe('withdrawn')
})
