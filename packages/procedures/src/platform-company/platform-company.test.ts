import { day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { assessCase } from '../procedure/assess-case.ts'
import { lawOf, type Step, said, walk } from '../procedure/testing/walk.ts'
import { conditionsOn, type ReceiptRow, type RightRow } from './conditions.ts'
import { platformCompany } from './platform-company.ts'

// The rows P1–P9 of setting up a platform company under the guidelines in force.

const law = lawOf('cn', 'cn-gd-2025')

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const patent = (n: number, more: Partial<RightRow> = {}): RightRow => ({
  id: id(n),
  kind: 'invention',
  number: `ZL-示例-${n}`,
  title: '示例',
  status: 'granted',
  grantedOn: '2024-05-01',
  validTo: null,
  ...more,
})
const patents = (count: number) => Array.from({ length: count }, (_, n) => patent(n + 1))
const receipt = (n: number, more: Partial<ReceiptRow> = {}): ReceiptRow => ({
  id: id(n),
  receivedOn: '2025-07-01',
  mode: 'license',
  amountFen: '1100000000',
  netFen: '1000000000',
  ...more,
})
const counted = (on: string, rights = patents(100), receipts = [receipt(1)]) =>
  conditionsOn(day(on), rights, receipts)
const plans = Array.from({ length: 10 }, (_, n) => ({
  achievement: `示例成果${n + 1}`,
  year: 2026 + (n % 4),
  mode: 'license',
}))

const plan = {
  title: '设立示例平台公司（虚构）',
  company: '示例医转（虚构）',
  level: 'provincial',
  placeLevel: 'provincial',
  universityAffiliated: true,
  plans,
  workSchemeMade: true,
  riskRuleOn: '2026-03-01',
  stateAssetRuleOn: '2026-03-01',
}
const planned = (more: object = {}): Step => [
  '2026-05-06',
  'tto_negotiator',
  'companyPlanned',
  { ...plan, ...counted('2026-05-06'), ...more },
]
const vote = {
  minuted: true,
  quorate: true,
  recusalObserved: true,
  votesFor: 7,
  votesAgainst: 0,
  abstentions: 0,
}
const decided: Step = ['2026-05-20', 'leaders', 'decided', { result: 'passed', ...vote }]
const reviewed: Step = [
  '2026-06-01',
  'tto_negotiator',
  'universityReviewed',
  { passed: true, opinion: '同意' },
]
const applied = (given: object = counted('2026-06-15')): Step => [
  '2026-06-15',
  'tto_negotiator',
  'applied',
  { to: '省卫生健康委', ...given },
]
const answered = (outcome: string, level = 'provincial'): Step => [
  '2026-07-10',
  'tto_negotiator',
  'healthAnswered',
  { outcome, level, reply: '批复（示例）1号' },
]
const atFinance: Step = ['2026-07-20', 'finance', 'financeApplied', { letter: '函（示例）2号' }]
const occupancy: Step = ['2026-08-20', 'finance', 'occupancyRegistered', { certificate: '产-1' }]
const company = (more: object = {}): Step => [
  '2026-08-28',
  'tto_negotiator',
  'companyRegistered',
  {
    name: '示例医转（虚构）',
    code: '91-示例',
    ownership: 'state_sole',
    isLegalPerson: true,
    parents: 1,
    ...more,
  },
]
const supervised = (supervisor: string): Step => [
  '2026-09-01',
  'leaders',
  'supervisorNamed',
  { supervisor, document: '文（示例）3号' },
]
const delegated: Step = [
  '2026-09-10',
  'leaders',
  'delegated',
  { stages: ['negotiate', 'sign'], maySign: true, letter: '委-1' },
]
const prepared = [planned(), decided, reviewed]
const registered = [...prepared, applied(), answered('consented'), atFinance, occupancy, company()]

const go = (...steps: Step[]) => walk(platformCompany, law, steps)
const end = (...steps: Step[]) => said(go(...steps).last)

test('P1–P8: counted, decided, reviewed, applied, consented, registered, supervised, delegated', () => {
  const { state, last } = go(...registered, supervised('health_prov'), delegated)
  expect(said(last)).toBe('accepted')
  expect(state && platformCompany.stages(state).every(({ status }) => status === 'done')).toBe(true)
  const { findings } = assessCase(platformCompany, { law }, state as never, day('2026-09-10'))
  const own = findings.filter(({ norm }) => norm.startsWith('gd.company.'))
  expect(own.length).toBeGreaterThan(10)
  expect(own.filter(({ status }) => status !== 'met' && status !== 'na')).toEqual([])
})

test.each([
  ['without minutes', 'minuted'],
  ['with somebody who should have left', 'recusalObserved'],
])('P2 decided %s is refused with its article', (_how, flag) => {
  const lax: Step = [
    '2026-05-20',
    'leaders',
    'decided',
    { result: 'passed', ...vote, [flag]: false },
  ]
  expect(end(planned(), lax)).toMatch(/^gd\.decision\.(recorded|rules)$/)
})

describe('P1, P4: the four conditions on the day before the application', () => {
  const attempt = (given: object, more: object = {}) =>
    end(planned(more), decided, reviewed, applied(given))
  test.each([
    ['a right too few', 'gd.company.rights', counted('2026-06-15', patents(99)), {}],
    [
      'a right granted on the day itself',
      'gd.company.rights',
      counted('2026-06-15', [...patents(99), patent(100, { grantedOn: '2026-06-15' })]),
      {},
    ],
    [
      'income a fen too low',
      'gd.company.income',
      counted('2026-06-15', patents(100), [receipt(1, { netFen: '999999999' })]),
      {},
    ],
    [
      'income before the three years',
      'gd.company.income',
      counted('2026-06-15', patents(100), [receipt(1, { receivedOn: '2022-12-31' })]),
      {},
    ],
    ['a plan too few', 'gd.company.plans', counted('2026-06-15'), { plans: plans.slice(1) }],
    ['no work scheme', 'gd.company.plans', counted('2026-06-15'), { workSchemeMade: false }],
    ['no rule on risks', 'gd.company.rules', counted('2026-06-15'), { riskRuleOn: undefined }],
  ])('%s', (_name, norm, given, more) => expect(attempt(given, more)).toBe(norm))

  test('a count that the register leaves open is not known, and so not enough', () => {
    const open = counted('2026-06-15', [...patents(99), patent(100, { status: null })])
    expect(open.openRights).toMatchObject([{ id: id(100), why: 'status' }])
    expect(attempt(open)).toBe('gd.company.rights')
    const { state } = go(planned(open), decided)
    const { findings } = assessCase(platformCompany, { law }, state as never, day('2026-06-15'))
    const rights = findings.find(({ norm }) => norm === 'gd.company.rights')
    expect([rights?.status, rights?.missing.includes('validPatents')]).toEqual(['unknown', true])
  })

  test('patents and approval numbers together wait for the written consent', () => {
    const mixed = [...patents(60), ...patents(40).map((one) => ({ ...one, kind: 'preparation' }))]
    const together = counted('2026-06-15', mixed)
    expect(attempt(together)).toBe('gd.company.rights')
    const accepted: Step = ['2026-06-10', 'tto_negotiator', 'countsConfirmed', { reply: '复函1号' }]
    expect(end(...prepared, accepted, applied(together))).toBe('accepted')
  })
})

describe('what the registers count', () => {
  const kinds = (rows: RightRow[]) => {
    const { rights, openRights } = counted('2026-06-15', rows, [])
    return [rights.length, openRights.map(({ why }) => why)]
  }
  test.each([
    ['held on the day before', patent(1, { grantedOn: '2026-06-14' }), [1, []]],
    ['granted on the day', patent(1, { grantedOn: '2026-06-15' }), [0, []]],
    ['granted in that month', patent(1, { grantedOn: '2026-06' }), [0, ['day']]],
    ['granted in an earlier month', patent(1, { grantedOn: '2026-05' }), [1, []]],
    ['of an unknown day', patent(1, { grantedOn: null }), [0, ['day']]],
    ['of an unknown status', patent(1, { status: null }), [0, ['status']]],
    ['given up', patent(1, { status: 'lapsed_waived' }), [0, []]],
    ['ended the day before that', patent(1, { validTo: '2026-06-13' }), [0, []]],
    ['in its last day', patent(1, { validTo: '2026-06-14' }), [1, []]],
    ['a copyright of software', patent(1, { kind: 'software' }), [0, []]],
  ])('a right %s', (_name, row, expected) => expect(kinds([row])).toEqual(expected))

  test.each([
    ['of the day before', { receivedOn: '2026-06-14' }, [1, []]],
    ['of the day itself', { receivedOn: '2026-06-15' }, [0, []]],
    ['of some day of the year', { receivedOn: '2026' }, [0, ['day']]],
    ['of an earlier year', { receivedOn: '2025' }, [1, []]],
    ['without its net', { netFen: null }, [0, ['net']]],
    ['of an unknown day', { receivedOn: null }, [0, ['day']]],
    ['of an unknown amount', { amountFen: null }, [0, ['net']]],
    ['without a mode', { mode: null }, [0, ['mode']]],
    ['given back', { amountFen: '-100', netFen: '-100' }, [0, ['net']]],
  ])('a receipt %s', (_name, more, expected) => {
    const { incomes, openIncomes } = counted('2026-06-15', [], [receipt(1, more)])
    expect([incomes.length, openIncomes.map(({ why }) => why)]).toEqual(expected)
  })

  test('the lists are frozen by their hashes', () => {
    const { rightsHash, countedOn } = counted('2026-06-15')
    expect(countedOn).toBe('2026-06-14')
    expect(counted('2026-06-15').rightsHash).toBe(rightsHash)
    expect(counted('2026-06-15', patents(99)).rightsHash).not.toBe(rightsHash)
  })
})

test('P2: without a decision nothing is applied for; what is rejected ends it', () => {
  expect(end(planned(), applied())).toContain('gd.company.decided')
  const no: Step = ['2026-05-20', 'leaders', 'decided', { result: 'rejected', ...vote }]
  expect(go(planned(), no).state?.status).toBe('rejected')
})

test('P3: an affiliated institution is reviewed first, another never', () => {
  expect(end(planned(), decided, applied())).toBe('gd.company.university')
  expect(end(planned({ universityAffiliated: false }), decided, applied())).toBe('accepted')
  expect(end(planned({ universityAffiliated: false }), decided, reviewed)).toBe('not-affiliated')
})

test('P4: refused by the health department it ends', () => {
  expect(end(...prepared, answered('consented'))).toBe('not-applied')
  expect(go(...prepared, applied(), answered('not_consented')).state?.status).toBe('rejected')
})

test('P5: state assets are registered after the consent of the same level and the way to finance', () => {
  const base = [...prepared, applied()]
  expect(end(...base, atFinance)).toBe('no-consent')
  expect(end(...base, answered('consented', 'city'), atFinance, occupancy)).toBe(
    'gd.company.consent',
  )
  expect(end(...base, answered('consented'), occupancy)).toBe('gd.company.finance')
})

test('P6: the company is registered after its assets, and is wholly of the state', () => {
  const base = [...prepared, applied(), answered('consented'), atFinance]
  expect(end(...base, company())).toContain('gd.company.occupancy')
  expect(end(...base, occupancy, company({ ownership: 'mixed' }))).toBe('gd.company.ownership')
  expect(end(...base, occupancy, company({ isLegalPerson: false }))).toBe('gd.company.ownership')
})

test('P7, P8: a provincial company works under the provincial commission', () => {
  expect(end(...prepared, supervised('health_prov'))).toBe('company-not-registered')
  expect(end(...registered, delegated)).toBe('gd.company.supervisor')
  expect(end(...registered, supervised('other_body'), delegated)).toBe('gd.company.supervisor')
  expect(end(...prepared, delegated)).toContain('gd.company.registered')
})

test('P9: changed, and dissolved at the end; nothing of it before there is a company', () => {
  const change: Step = [
    '2026-10-08',
    'tto_negotiator',
    'companyChanged',
    { what: '增资', certificate: '产-2', decision: '决议2号' },
  ]
  const end9: Step = [
    '2027-01-04',
    'leaders',
    'dissolved',
    { reason: '任务完成', decision: '决议9号', creditors: '已公告并清偿' },
  ]
  expect(go(...registered, change, end9).state?.status).toBe('closed')
  expect(end(...prepared, change)).toBe('company-not-registered')
  expect(end(...prepared, end9)).toBe('company-not-registered')
  expect(end(...registered, ['2026-09-02', 'tto_negotiator', 'withdrawn', { reason: '无' }])).toBe(
    'company-registered',
  )
})
