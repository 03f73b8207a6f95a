import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { assessCase } from '../procedure/assess-case.ts'
import { lawOf, type Step, said, walk, warnings } from '../procedure/testing/walk.ts'
import { assetLedger, proposalIn, standingIn } from './asset-ledger.ts'
import { signsIn } from './signs.ts'

// The ledger of assets as the pilot of Shanghai would have it: tags follow from what happened, and
// what is booked beside them is warned of.

const law = lawOf('cn', 'cn-sh-draft-2024', 'cn-sh-pilot-draft')

const entry = {
  title: '示例止血材料（虚构）',
  fundSource: 'public',
  disclosedOn: '2026-01-05',
  disclosesBasics: true,
  disclosesResearchState: true,
  disclosesMarket: true,
  projectContractAttached: true,
  taskBookAttached: true,
  startedOn: '2024-02-01',
  ownedByUnit: true,
  stateAsset: true,
  reviewed: true,
  pilotUnit: true,
}
const entered = (more: object = {}): Step => [
  '2026-02-02',
  'tto_negotiator',
  'assetEntered',
  { ...entry, ...more },
]
const step = (on: string, type: string, data: object): Step => [
  on,
  'tto_negotiator',
  type,
  { ...data },
]
const right = step('2026-03-01', 'rightObtained', { number: 'ZL-示例-1' })
const intention = step('2026-03-02', 'intentionRecorded', { document: '意向书' })
const contract = step('2026-03-05', 'contractSigned', { number: '示例-1' })
const conditions = {
  feasible: true,
  intended: true,
  useful: true,
  resourced: true,
  measurable: true,
}
const decided = (more: object = {}): Step => [
  '2026-03-10',
  'finance',
  'stageDecided',
  {
    ...conditions,
    standard: '政府会计准则制度解释第4号',
    evidence: [{ kind: 'appraisal', document: '评估报告' }],
    reasons: '条件齐备',
    ...more,
  },
]
const booked = (treatment: string, on = '2026-04-01'): Step => [
  on,
  'finance',
  'booked',
  { treatment, voucher: '记-1' },
]

const go = (...steps: Step[]) => walk(assetLedger, law, steps)
const end = (...steps: Step[]) => said(go(...steps).last)
const warned = (...steps: Step[]) => warnings(go(...steps).last)

test('an achievement is entered, shown to be in development, booked, transferred and taken out', () => {
  const steps = [
    entered(),
    right,
    intention,
    contract,
    decided(),
    step('2026-03-20', 'developmentEnded', { assetFormed: true }),
    booked('capitalise'),
    step('2026-06-01', 'rightLost', {
      cause: 'transferred',
      performanceChecked: true,
      titleChangeChecked: true,
      legalStatusChecked: true,
    }),
  ]
  const standing = go(...steps)
  expect(said(standing.last)).toBe('accepted')
  expect(standing.state && proposalIn(standing.state)).toMatchObject({ treatment: 'derecognise' })
  const closing = step('2026-07-02', 'closed', { summary: '已销账' })
  const { state } = go(...steps, booked('derecognise', '2026-07-01'), closing)
  expect(state?.status).toBe('closed')
})

test('what finance is proposed is what the pack finds right', () => {
  const walks: readonly (readonly Step[])[] = [
    [entered(), decided({ feasible: false, evidence: [] })],
    [entered(), right, decided({ feasible: false, evidence: [] })],
    [entered(), right, decided({ feasible: false, evidence: [], inseparable: true })],
    [entered(), intention, decided()],
    [
      entered(),
      intention,
      decided(),
      step('2026-03-20', 'developmentEnded', { assetFormed: true }),
    ],
    [
      entered(),
      intention,
      decided(),
      step('2026-03-20', 'developmentEnded', { assetFormed: false, reason: '无转化价值' }),
    ],
  ]
  for (const steps of walks) {
    const { state } = go(...steps)
    const { treatment } = (state && proposalIn(state)) ?? { treatment: 'none' }
    const after = go(...steps, booked(treatment)).state
    const { findings } = assessCase(assetLedger, { law }, after as never, day('2026-04-01'))
    const own = ['attribute', 'stage', 'conversion', 'accounts'].map((tag) => `shp.ledger.${tag}`)
    const unmet = findings.filter(({ norm, status }) => own.includes(norm) && status !== 'met')
    expect([treatment, unmet.map(({ norm }) => norm)]).toEqual([treatment, []])
  }
})

test.each([
  ['shp.disclosure.content', { disclosesMarket: false }],
  ['shp.disclosure.papers', { taskBookAttached: false }],
  ['shp.owner', { stateAsset: false }],
  ['shp.ledger.reviewed', { reviewed: false }],
])('entered against %s it is warned of', (norm, more) => {
  expect(warned(entered(more))).toBe(norm)
})

test('what is booked beside the stage, or before the three checks, is warned of', () => {
  expect(warned(entered(), intention, decided(), booked('capitalise'))).toBe('shp.ledger.accounts')
  const unchecked = step('2026-03-20', 'rightLost', { cause: 'transferred' })
  const steps = [entered(), right, decided({ feasible: false, evidence: [] }), unchecked]
  expect(warned(...steps, booked('expense'))).toContain('shp.ledger.disposal')
})

test('of several rights the one that was lost is named, and the achievement stays authorised', () => {
  const second = step('2026-03-03', 'rightObtained', { number: 'ZL 2026 9' })
  const lose = (more: object = {}) =>
    step('2026-03-20', 'rightLost', { cause: 'invalidated', ...more })
  const both = [entered(), right, second]
  expect(end(...both, lose())).toBe('which-right')
  expect(end(...both, lose({ number: 'ZL-示例-7' }))).toBe('right-not-held')
  const { state } = go(...both, lose({ number: 'zl2026-9' }))
  expect(state && assetLedger.facts(state)).toMatchObject({ resultAttribute: 'authorised' })
  const { state: bare } = go(...both, lose({ number: 'ZL2026.9' }), lose())
  expect(bare && assetLedger.facts(bare)).toMatchObject({ resultAttribute: 'unauthorised' })
  expect(bare && standingIn(bare).lostBy).toBe('invalidated')
})

test('a booking holds nothing back that happened before it and is told after', () => {
  const ended = step('2026-03-20', 'developmentEnded', { assetFormed: true })
  expect(end(entered(), intention, decided(), booked('collect'), ended)).toBe('accepted')
})

test('an intention that is withdrawn leads back to research', () => {
  const back = step('2026-03-20', 'intentionWithdrawn', { reason: '企业放弃' })
  const { state } = go(entered(), intention, decided(), back)
  expect(state && assetLedger.facts(state)).toMatchObject({
    resultStage: 'research',
    conversionState: 'none',
  })
})

test('nothing is booked or taken out before its time', () => {
  expect(end(entered(), booked('expense'))).toBe('no-stage')
  expect(end(entered(), step('2026-03-20', 'rightLost', { cause: 'abandoned' }))).toBe('no-right')
  expect(end(entered(), step('2026-03-20', 'contractFell', { reason: '终止' }))).toBe('no-contract')
  expect(end(entered(), step('2026-03-20', 'intentionWithdrawn', { reason: '终止' }))).toBe(
    'no-intention',
  )
  expect(end(entered(), right, decided(), step('2026-04-20', 'closed', { summary: '销账' }))).toBe(
    'right-stands',
  )
})

test('development is given up for a reason, which stays with its evaluation and its approval', () => {
  const running = [entered(), intention, decided()]
  const giveUp = (more: object = {}) =>
    step('2026-03-20', 'developmentEnded', { assetFormed: false, ...more })
  expect(end(...running, giveUp())).toBe('given-up-without-reason')
  const told = {
    reason: '经评价无转化价值',
    evaluation: '市场化评价报告',
    approval: '院长办公会决议',
  }
  const { state } = go(...running, giveUp(told))
  expect(state && proposalIn(state)).toMatchObject({ treatment: 'expense' })
  expect(state && signsIn(state).at(-1)).toMatchObject({ what: 'development_ended', ...told })
  // An asset that resulted needs no reason.
  expect(end(...running, step('2026-03-20', 'developmentEnded', { assetFormed: true }))).toBe(
    'accepted',
  )
})

test('an asset results only of development that was shown, and is told without a reason for giving up', () => {
  const formed = (more: object = {}) =>
    step('2026-03-20', 'developmentEnded', { assetFormed: true, ...more })
  const running = [entered(), intention, decided()]
  for (const field of ['reason', 'evaluation', 'approval']) {
    expect(end(...running, formed({ [field]: '经评价无转化价值' }))).toBe('given-up-beside-asset')
  }
  // The conditions without evidence, evidence without a condition, and a decision that was taken back.
  expect(end(entered(), intention, decided({ evidence: [] }), formed())).toBe('not-in-development')
  expect(end(entered(), intention, decided({ useful: false }), formed())).toBe('not-in-development')
  const back = decided({ feasible: false, evidence: [] })
  expect(end(...running, back, formed())).toBe('not-in-development')
  expect(end(...running, back, decided(), formed())).toBe('accepted')
  // Research is given up as well.
  const given = step('2026-03-20', 'developmentEnded', { assetFormed: false, reason: '经费终止' })
  expect(end(entered(), decided({ feasible: false, evidence: [] }), given)).toBe('accepted')
})
