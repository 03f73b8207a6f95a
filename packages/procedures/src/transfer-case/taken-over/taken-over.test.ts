import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { cumulativeOf } from '../cumulative.ts'
import { neededActs, nextActs, replay } from '../testing/bound.ts'
import { law, line, refusal, type Step, team, walk } from '../testing/main-line.ts'
import { transferCase } from '../transfer-case.ts'

// A licence that was signed on paper in 2024: its royalties of 2026 are shared out here.

const opening: Step = [
  '2026-03-02',
  'tto_negotiator',
  'caseOpened',
  {
    ...{ title: '止血材料许可', achievement: '可吸收止血材料', team, workloadLedgerKept: true },
    contractId: '00000000-0000-7000-8000-000000000001',
  },
]
const earlier = {
  ...{ paidOn: '2025-06-30', income: '1100', net: '1000', toContributors: '600', toTto: '100' },
  ...{ toInstitution: '300', document: '分配表2025-1' },
}
const told = {
  ...{ mode: 'license', counterparty: '示例生物（虚构）', signedOn: '2024-05-06' },
  ...{ licenceKind: 'plain', decidedOn: '2024-04-01', documents: '合同原件、会议纪要' },
  earlier: [earlier],
}
const takeover = (more: object = {}): Step => [
  '2026-03-02',
  'tto_negotiator',
  'contractTakenOver',
  { ...told, ...more },
]
const royalty: Step = [
  '2026-02-10',
  'finance',
  'receiptRecorded',
  { amount: '100000000', voucher: '记-9', inBudget: true },
]
const plan = {
  lines: [line('示例甲', false, '40000000'), line('示例乙', true, '30000000')],
  ...{ toTto: '10000000', toTtoStaff: '1000000', toInstitution: '20000000', waived: [] },
}
const toThePayout: readonly Step[] = [
  ['2026-03-03', 'team_rep', 'planDrafted', plan],
  ['2026-03-03', 'inventor', 'planAgreed', { member: '示例甲' }],
  ['2026-03-03', 'inventor', 'planAgreed', { member: '示例乙' }],
  ['2026-03-04', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
  ['2026-03-20', 'tto_negotiator', 'planNoticeCertified', { lastShownOn: '2026-03-19' }],
  [
    '2026-03-23',
    'finance',
    'paid',
    { lines: plan.lines.map(({ name, amount }) => ({ name, amount })), proof: '批次-1' },
  ],
]
const said = (steps: readonly Step[]) => refusal(walk(steps).last)
const stateAfter = (steps: readonly Step[]) => {
  const state = replay(walk(steps).acts)
  if (!state) throw new TypeError('No act was recorded.')
  return state
}

test('a royalty of a contract signed before is shared out like any other', () => {
  const steps = [opening, takeover(), royalty, ...toThePayout]
  expect(said(steps)).toBe('accepted')
  const line = transferCase.line(stateAfter(steps))
  expect(line).toMatchObject({ stage: 'performance', counterparty: '示例生物（虚构）' })
  // What was shared out before counts.
  expect(line).toMatchObject({ received: '100001100', distributed: '70000600' })
  expect(line).not.toHaveProperty('price')
})

test('nothing that led to the contract is done again, and no money comes before it is told', () => {
  const early: Step = ['2026-03-03', 'inventor', 'disclosed', {}]
  expect(said([opening, early])).toBe('concluded-before')
  expect(said([opening, takeover(), early])).toBe('concluded-before')
  expect(said([opening, royalty])).toBe('before-what-it-rests-on')
  expect(neededActs(stateAfter([opening]))).toEqual(['contractTakenOver'])
  const context = { law, today: day('2026-03-03') }
  const next = nextActs(context, stateAfter([opening, takeover()])).map(({ type }) => type)
  for (const gone of ['titleRegistered', 'screened', 'negotiationStarted', 'signed', 'listed'])
    expect(next).not.toContain(gone)
  const stages = transferCase.stages(stateAfter([opening, takeover()]))
  expect(stages.map(({ id }) => id)).toEqual(['signing', 'registration', 'report', 'performance'])
})

test('what nobody told stays unknown, and what was told counts on its day', () => {
  const facts = transferCase.facts(stateAfter([opening, takeover()]))
  expect(facts).toMatchObject({ signedOn: '2024-05-06', decidedOn: '2024-04-01', mode: 'license' })
  for (const unknown of ['noticeOn', 'reviewedOn', 'disclosedOn', 'registrationOutcome'])
    expect(facts).not.toHaveProperty(unknown)
  expect(facts).toMatchObject({ terminatedOn: null, termsChangedOn: null })
})

test('only what others did is dated before the case; its own steps are not', () => {
  const registered: Step = [
    '2026-01-04',
    'tto_negotiator',
    'contractRegistered',
    { outcome: 'registered', number: '登-1' },
  ]
  expect(said([opening, takeover(), registered])).toBe('accepted')
  const drafted: Step = ['2026-02-20', 'team_rep', 'planDrafted', plan]
  expect(said([opening, takeover(), royalty, drafted])).toBe('before-what-it-rests-on')
})

test('days and parts that cannot be are refused', () => {
  const crossed = [
    { registration: 'registered', registeredOn: '2024-05-01' },
    { earlier: [{ ...earlier, paidOn: '2024-01-01' }] },
    { noticeOn: '2024-03-02', noticeEndedOn: '2024-03-01' },
  ]
  for (const more of crossed) expect(said([opening, takeover(more)])).toBe('takeover-days-crossed')
  // Signed since, it has the steps before signing to go.
  const since: Step = ['2026-03-05', 'tto_negotiator', 'contractTakenOver', { ...told }]
  const late: Step = [
    since[0],
    since[1],
    since[2],
    { ...told, signedOn: '2026-03-04', earlier: [] },
  ]
  expect(said([opening, late])).toBe('signed-since-opening')
  const parts = [{ toTto: '101' }, { income: '999' }]
  for (const more of parts)
    expect(said([opening, takeover({ earlier: [{ ...earlier, ...more }] })])).toBe(
      'earlier-parts-not-whole',
    )
})

test('it can be told anew or given up until something rests on it', () => {
  const given: Step = ['2026-03-03', 'tto_negotiator', 'withdrawn', { reason: '合同选错' }]
  const anew = takeover({ price: '5000' })
  expect(transferCase.line(stateAfter([opening, takeover(), anew])).price).toBe('5000')
  expect(said([opening, takeover(), given])).toBe('accepted')
  expect(said([opening, takeover(), royalty, given])).toBe('already-signed')
  expect(said([opening, takeover(), royalty, anew])).toBe('takeover-in-use')
  const ordinary: Step = [opening[0], opening[1], opening[2], { ...opening[3] }]
  delete ordinary[3]['contractId']
  expect(said([ordinary, takeover()])).toBe('no-contract-to-take-over')
})

test('earlier distributions stand in the sums, each by the law of its day', () => {
  const { acts } = walk([opening, takeover(), royalty, ...toThePayout])
  const { rows, total } = cumulativeOf({ law }, acts, day('2026-03-24'))
  expect(rows).toMatchObject([
    { paidOn: '2025-06-30', isEarlier: true, income: 1100n, deducted: 100n, net: 1000n },
    { paidOn: '2026-03-23', income: 100_000_000n, net: 100_000_000n },
  ])
  // The guidelines were not in force in 2025: their cap is of what came since.
  expect(rows[0]?.limits.find(({ id }) => id === 'tto')).toBeUndefined()
  expect(total).toMatchObject({ income: 100_001_100n, deducted: 100n, net: 100_001_000n })
  const contributors = total.parts.find(({ id }) => id === 'toContributors')
  expect(contributors?.amount).toBe(70_000_600n)
})
