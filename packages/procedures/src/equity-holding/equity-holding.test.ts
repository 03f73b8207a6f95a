import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { assessCase } from '../procedure/assess-case.ts'
import { lawOf, paper, type Step, said, walk, warnings } from '../procedure/testing/walk.ts'
import { equityHolding } from './equity-holding.ts'
import { holdingsIn } from './holdings.ts'
import { wrongHolders } from './wrongs.ts'

// The rows H1–H12 of holding and leaving equity, under the guidelines in force and under the draft.

const guangdong = lawOf('cn', 'cn-gd-2025')
const shanghai = lawOf('cn', 'cn-sh-draft-2024')

const shares = (institution: string, contributors: string, partner: string) => [
  { name: '示例医院（虚构）', kind: 'institution', share: institution },
  { name: '示例甲', kind: 'contributor', share: contributors, isChief: false },
  { name: '示例创投（虚构）', kind: 'partner', share: partner },
]
const formed: Step = [
  '2026-02-02',
  'tto_negotiator',
  'holdingOpened',
  {
    company: '示例医械（虚构）',
    achievement: '可吸收止血材料',
    formedOn: '2026-02-01',
    value: '300000000',
    holders: shares('9%', '21%', '70%'),
    taxOption: 'tax_deferred',
  },
]
const registered: Step = ['2026-02-05', 'finance', 'propertyRegistered', { certificate: '产-1' }]
const listed: Step = ['2026-02-06', 'finance', 'listed', { entry: '单-1' }]
const appraisal = { agency: '示例评估（虚构）', value: '50000000', validUntil: '2027-04-01' }
const appraised: Step = ['2026-04-01', 'finance', 'appraised', appraisal]
const decision = { matter: 'exit', terms: '公开转让全部', handler: 'institution', minuted: true }
const decided: Step = ['2026-04-10', 'leaders', 'eventDecided', decision]
const left = { holders: shares('0%', '21%', '79%'), price: '50000000', onList: true }
const exited: Step = ['2026-05-06', 'tto_negotiator', 'eventHandled', left]
const closing: Step = ['2026-05-07', 'tto_negotiator', 'closed', { summary: '已退出' }]
const held = [formed, registered, listed]

test('H1–H4, H10: formed, registered, listed, a dividend, appraised, decided, left and closed', () => {
  const dividend: Step = [
    '2026-03-01',
    'finance',
    'dividendReceived',
    { amount: '100', voucher: '记-1' },
  ]
  const { state, last } = walk(equityHolding, guangdong, [
    ...held,
    dividend,
    appraised,
    decided,
    exited,
    closing,
  ])
  expect(said(last)).toBe('accepted')
  expect(state?.status).toBe('closed')
  expect(state && equityHolding.line(state).received).toBe('100')
  expect(state && holdingsIn(state).map(({ since }) => since)).toEqual(['2026-02-01', '2026-05-06'])
})

test.each([
  ['H1 a chief among the contributors', [chiefs()], 'gd.equity.chiefs'],
  ['H1 shares that are not the whole', [partial()], 'shares-not-whole'],
  ['H2 registered twice', [formed, registered, registered], 'already-recorded'],
  ['H3 left without being on the list', [formed, appraised, decided, exited], 'gd.equity.list'],
  ['H5 carried out undecided', [...held, appraised, exited], 'nothing-decided'],
  ['H5 not minuted', [...held, appraised, unminuted(), exited], 'gd.equity.decided'],
  ['H6 left without an appraisal', [...held, decided, exited], 'gd.equity.appraised'],
  ['H6 appraised too long ago', [...held, stale(), decided, exited], 'gd.equity.appraised'],
  ['H6 allocated by the institution itself', [...held, allocation(), exited], 'gd.equity.handler'],
  ['H6 a second matter before the first is done', [...held, decided, again()], 'matter-in-hand'],
  [
    'H10 closed while another matter is in hand',
    [...held, appraised, decided, exited, again(), closing],
    'matter-in-hand',
  ],
  ['H9 a reason for staying before any entry', [...held, staying()], 'not-on-market'],
  ['H10 closed while still held', [...held, closing], 'still-held'],
])('%s is refused', (_name, steps, refusal) => {
  const { last } = walk(equityHolding, guangdong, steps as readonly Step[])
  expect(said(last).split(' ')).toContain(refusal)
})

test('H6: a matter that is not carried out yet may be decided anew, as where minutes were missing', () => {
  const steps = [...held, appraised, unminuted(), decided, exited]
  expect(said(walk(equityHolding, guangdong, steps).last)).toBe('accepted')
})

test('H6: an appraisal for a later matter leaves what was carried out as it was', () => {
  const later: Step = ['2026-09-01', 'finance', 'appraised', appraisal]
  const { state } = walk(equityHolding, guangdong, [...held, appraised, decided, exited, later])
  const found =
    state && assessCase(equityHolding, { law: guangdong }, state, day('2026-09-01')).findings
  expect(found?.find(({ norm }) => norm === 'gd.equity.appraised')?.status).toBe('met')
})

test('H7: what is called an impairment gives no share away', () => {
  const impairment: Step = [
    '2026-04-10',
    'leaders',
    'eventDecided',
    { ...decision, matter: 'impairment' },
  ]
  const { last } = walk(equityHolding, guangdong, [...held, impairment, exited])
  expect(said(last)).toBe('share-falls-otherwise')
})

test('H7: an impairment is decided and recorded; the shares stay', () => {
  const impaired: Step = [
    '2026-05-06',
    'finance',
    'eventHandled',
    { holders: shares('9%', '21%', '70%'), impairment: '1000000', onList: true },
  ]
  const impairment: Step = [
    '2026-04-10',
    'leaders',
    'eventDecided',
    { ...decision, matter: 'impairment' },
  ]
  const { state, last } = walk(equityHolding, guangdong, [...held, impairment, impaired])
  expect(said(last)).toBe('accepted')
  expect(state?.status).toBe('open')
})

test('H8, H9: the draft counts five years from the entry into the market, and only advises', () => {
  const sold: Step = ['2026-03-10', 'tto_negotiator', 'marketEntered', { basis: 'first_sale' }]
  const { state } = walk(equityHolding, shanghai, [...held, sold])
  const exit = (asOf: string) =>
    state &&
    assessCase(equityHolding, { law: shanghai }, state, day(asOf)).findings.find(
      ({ norm }) => norm === 'sh.equity.exit',
    )
  expect(exit('2026-04-01')).toMatchObject({ status: 'pending', due: '2031-03-10', advisory: true })
  // The rest days of that year are not announced: a missed day is not called missed before they are.
  expect(exit('2031-03-11')?.status).toBe('unknown')
  const explained = walk(equityHolding, shanghai, [...held, sold, staying('2031-03-01')])
  expect(said(explained.last)).toBe('accepted')
  expect(
    explained.state &&
      assessCase(
        equityHolding,
        { law: shanghai },
        explained.state,
        day('2031-03-11'),
      ).findings.find(({ norm }) => norm === 'sh.equity.exit')?.status,
  ).toBe('met')
})

test('H9: a corrected entry into the market moves the last day', () => {
  const sold = (on: string): Step => [
    on,
    'tto_negotiator',
    'marketEntered',
    { basis: 'first_sale' },
  ]
  const { state } = walk(equityHolding, shanghai, [...held, sold('2026-03-10'), sold('2026-06-01')])
  const found =
    state &&
    assessCase(equityHolding, { law: shanghai }, state, day('2026-07-01')).findings.find(
      ({ norm }) => norm === 'sh.equity.exit',
    )
  expect(found?.due).toBe('2031-06-02')
})

test('H6, H11: where only a draft speaks, an act is warned of and recorded', () => {
  const alone = walk(equityHolding, shanghai, [
    ...held,
    ['2026-04-10', 'leaders', 'eventDecided', { ...decision, matter: 'transfer' }],
    exited,
  ])
  expect(said(alone.last)).toBe('accepted')
  expect(warnings(alone.last)).toContain('sh.equity.handler')
  const careless = walk(equityHolding, shanghai, [
    ...held,
    ['2026-04-10', 'leaders', 'eventDecided', { ...decision, matter: 'liquidation' }],
    [
      '2026-05-06',
      'finance',
      'eventHandled',
      {
        ...left,
        lossExcluded: true,
        decidedDemocratically: true,
        reasonableCareTaken: false,
        supervisionExercised: true,
        illegalGain: false,
        rulesKept: true,
      },
      [paper],
    ],
  ])
  expect(warnings(careless.last)).toContain('sh.equity.loss')
})

test('the draft advises against a chief who holds awarded equity, and refuses nothing', () => {
  const { last } = walk(equityHolding, shanghai, [chiefs()])
  expect(said(last)).toBe('accepted')
  expect(warnings(last)).toContain('sh.equity.chiefs')
  expect(warnings(walk(equityHolding, shanghai, [formed]).last)).not.toContain('sh.equity.chiefs')
})

test('H12: holdings assessed one by one are advised against', () => {
  const assessed: Step = [
    '2026-12-01',
    'finance',
    'assessed',
    { period: '2026', singly: true, outcome: '合格' },
  ]
  const { state } = walk(equityHolding, guangdong, [...held, assessed])
  const found =
    state &&
    assessCase(equityHolding, { law: guangdong }, state, day('2026-12-02')).findings.find(
      ({ norm }) => norm === 'gd.equity.portfolio',
    )
  expect(found).toMatchObject({ status: 'breached', force: 'should' })
})

function chiefs(): Step {
  const holders = shares('9%', '21%', '70%').map((one) =>
    one.kind === 'contributor' ? { ...one, isChief: true } : one,
  )
  return [formed[0], formed[1], formed[2], { ...formed[3], holders }]
}
function partial(): Step {
  return [formed[0], formed[1], formed[2], { ...formed[3], holders: shares('9%', '21%', '69%') }]
}
function unminuted(): Step {
  return ['2026-04-10', 'leaders', 'eventDecided', { ...decision, minuted: false }]
}
function stale(): Step {
  return ['2026-04-01', 'finance', 'appraised', { ...appraisal, validUntil: '2026-05-05' }]
}
function allocation(): Step {
  return ['2026-04-10', 'leaders', 'eventDecided', { ...decision, matter: 'free_allocation' }]
}
function staying(on = '2026-06-01'): Step {
  return [on, 'leaders', 'stayExplained', { reason: '产品仍在扩产' }]
}

test('of an award it is said whether a chief holds it; what is unsaid is no answer', () => {
  const unsaid = [
    { name: '示例医院（虚构）', kind: 'institution', share: '60%' },
    { name: '示例甲', kind: 'contributor', share: '40%' },
  ]
  expect(wrongHolders({ holders: unsaid })?.code).toBe('post-unsaid')
  const said = unsaid.map((one) => ({ ...one, isChief: false }))
  expect(wrongHolders({ holders: said })).toBeUndefined()
})

function again(): Step {
  return ['2026-05-06', 'leaders', 'eventDecided', { ...decision, matter: 'impairment' }]
}
