import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import type { ActsState } from '../procedure/acts-state.ts'
import { neededActs } from '../procedure/needed.ts'
import { nextActs } from '../procedure/next-acts.ts'
import { type Step, said, walk } from '../procedure/testing/walk.ts'
import { takeoverNote } from '../transfer-case/taken-over/note.ts'
import { serviceContract } from './service-contract.ts'
import { guangdong, jia, members, step } from './testing/rewarding.ts'

// A service contract that was signed on paper in 2024: what came in since is settled and rewarded here.

const opening = step('2026-03-02', 'tto_negotiator', 'serviceOpened', {
  ...{ title: '示例检测服务', kind: 'service', client: '示例药企（虚构）' },
  ...{ team: members.slice(0, 1), relatedPartiesDeclared: true },
  contractId: '00000000-0000-7000-8000-000000000001',
})
const earlier = {
  ...{ paidOn: '2025-06-30', income: '1100', net: '1000', toContributors: '600', toTto: '0' },
  ...{ toInstitution: '400', document: '结算表2025-1' },
}
const told = {
  ...{ signedOn: '2024-05-06', number: '旧-1', documents: '合同原件、批准文件' },
  ...{ decisionPaper: 'attached', registration: 'registered', registrationNumber: '登-1' },
  ...{ registeredOn: '2024-06-01', earlier: [earlier] },
}
const papers = [1, 2].map((at) => ({ name: 'f.pdf', sha256: `${at}`.repeat(64), size: 1 }))
const takeover = (more: object = {}): Step => [
  ...(['2026-03-02', 'tto_negotiator', 'contractTakenOver'] as const),
  { ...told, ...more },
  papers,
]
const confirmed = step('2026-03-02', 'tto_reviewer', 'takeoverConfirmed', { checked: '与原件一致' })
const received = step('2026-02-10', 'finance', 'incomeReceived', {
  ...{ amount: '10000000', voucher: '收-1' },
})
const accepted = step('2025-12-01', 'tto_negotiator', 'serviceAccepted', {
  ...{ note: '合格', acceptedBy: '委托方' },
})
const toThePayout = [
  step('2026-03-03', 'finance', 'netSettled', {
    ...{ method: 'actual_cost', taxes: '600000', performanceCosts: '3400000', statement: '结-1' },
  }),
  step('2026-03-03', 'tto_negotiator', 'rewardPlanned', {
    ...{ pool: '3000000', rule: '三技办法1号', ruleInForceOn: '2026-01-01', share: '60%' },
    lines: [{ ...members[0], person: jia, signsOnPaper: true, share: '100%' }],
  }),
  step('2026-03-04', 'tto_negotiator', 'rewardAgreed', { member: '示例甲', paper: '签字件' }),
  step('2026-03-05', 'finance', 'rewardPaid', {
    ...{ lines: [{ name: '示例甲', amount: '3000000' }], proof: '银-1' },
  }),
]
const walked = (steps: readonly Step[]) => walk(serviceContract, guangdong, steps)
const answer = (steps: readonly Step[]) => said(walked(steps).last)
const stateOf = (steps: readonly Step[]) => walked(steps).state as ActsState
const taken = [opening, takeover(), confirmed]

test('what comes in on a contract signed before is settled and rewarded like any other', () => {
  const steps = [...taken, accepted, received, ...toThePayout]
  expect(answer(steps)).toBe('accepted')
  const state = stateOf(steps)
  // What was shared out before counts in the sums, and is settled no more.
  expect(serviceContract.line(state)).toMatchObject({
    received: '10001100',
    distributed: '3000600',
  })
  expect(serviceContract.facts(state)).toMatchObject({
    ...{ serviceIncome: '10000000', serviceReward: '3000000', signedOn: '2024-05-06' },
    registrationOutcome: 'registered',
  })
  expect(
    answer([...steps, step('2026-03-06', 'tto_negotiator', 'closed', { summary: '完' })]),
  ).toBe('accepted')
})

test('nothing that led to the contract is done again, and no money comes before it is told', () => {
  const approved = step('2026-03-03', 'leaders', 'contractApproved', { body: '会', document: '批' })
  const signed = step('2026-03-03', 'tto_negotiator', 'serviceSigned', { number: '合', price: '1' })
  for (const steps of [[opening], taken])
    for (const again of [approved, signed])
      expect(answer([...steps, again])).toBe('concluded-before')
  expect(neededActs(serviceContract, stateOf([opening]))).toEqual(['contractTakenOver'])
  const late: Step = ['2026-03-03', received[1], received[2], received[3]]
  expect(answer([opening, late])).toBe('not-signed')
  const stages = serviceContract.stages(stateOf(taken))
  expect(stages.map(({ id, status }) => [id, status])).toEqual([
    ['signing', 'done'],
    ['registration', 'done'],
    ['performance', 'current'],
    ['reward', 'ahead'],
  ])
  const next = nextActs(
    serviceContract,
    { law: guangdong, today: day('2026-03-03') },
    stateOf(taken),
  )
  expect(next.map(({ type }) => type)).toEqual(expect.arrayContaining(['incomeReceived']))
  for (const gone of ['contractApproved', 'serviceSigned'])
    expect(next.map(({ type }) => type)).not.toContain(gone)
})

test('what nobody told stays unknown, and what was told counts on its day', () => {
  const { registration: _r, registrationNumber: _n, registeredOn: _o, ...bare } = told
  const untold: Step = [opening[0], 'tto_negotiator', 'contractTakenOver', bare, papers]
  const facts = serviceContract.facts(stateOf([opening, untold]))
  expect(facts).not.toHaveProperty('registrationOutcome')
  expect(serviceContract.line(stateOf([opening, untold]))).not.toHaveProperty('price')
  const whole = stateOf([opening, takeover({ acceptedOn: '2025-01-02', acceptedBy: '委托方' })])
  expect(whole.acts['serviceAccepted']?.[0]).toMatchObject({ on: '2025-01-02' })
  expect(answer([opening, takeover({ acceptedOn: '2025-01-02' }), confirmed, accepted])).toBe(
    'already-accepted',
  )
})

test('nothing rests on a takeover that nobody else confirmed, and told anew it is confirmed anew', () => {
  expect(answer([opening, takeover(), received])).toBe('takeover-unconfirmed')
  expect(answer([...taken, takeover(), received])).toBe('takeover-unconfirmed')
  expect(answer([...taken, confirmed])).toBe('takeover-confirmed-already')
  expect(answer([opening, confirmed])).toBe('nothing-taken-over')
  const own: Step = [opening[0], 'tto_reviewer', 'contractTakenOver', { ...told }, papers]
  expect(answer([opening, own, confirmed])).toBe('own-takeover')
  const bare: Step = [opening[0], 'tto_negotiator', 'contractTakenOver', { ...told }]
  expect(answer([opening, bare])).toBe('takeover-without-papers')
})

test('it can be told anew or given up until something rests on it', () => {
  const given = step('2026-03-03', 'tto_negotiator', 'withdrawn', { reason: '合同选错' })
  const anew = takeover({ price: '5000' })
  const state = stateOf([opening, takeover(), anew])
  expect(serviceContract.line(state).price).toBe('5000')
  expect(state.acts['serviceSigned']).toHaveLength(1)
  expect(answer([...taken, given])).toBe('accepted')
  expect(answer([...taken, received, given])).toBe('already-signed')
  expect(answer([...taken, received, anew])).toBe('takeover-in-use')
  const { contractId: _id, ...ordinary } = opening[3] as Record<string, unknown>
  const plain: Step = [opening[0], opening[1], opening[2], ordinary]
  expect(answer([plain, takeover()])).toBe('no-contract-to-take-over')
})

test('a registration that was told is told anew; what was recorded since is taken back', () => {
  const back = step('2026-03-04', 'leaders', 'serviceRegistrationTakenBack', { reason: '误记' })
  expect(answer([...taken, back])).toBe('nothing-registered')
  const refused = takeover({ registration: 'refused' })
  const again = step('2025-01-04', 'tto_negotiator', 'serviceRegistered', {
    ...{ outcome: 'registered', number: '登-2' },
  })
  const steps = [opening, refused, confirmed, again, back]
  expect(answer(steps)).toBe('accepted')
  expect(serviceContract.facts(stateOf(steps))).toMatchObject({ registrationOutcome: 'refused' })
})

test('days and parts that cannot be are refused', () => {
  const crossed = [
    { registeredOn: '2024-05-01' },
    { acceptedOn: '2024-05-01', acceptedBy: '委托方' },
    { earlier: [{ ...earlier, paidOn: '2024-01-01' }] },
  ]
  for (const more of crossed)
    expect(answer([opening, takeover(more)])).toBe('takeover-days-crossed')
  expect(answer([opening, takeover({ earlier: [{ ...earlier, toTto: '1' }] })])).toBe(
    'earlier-parts-not-whole',
  )
  expect(answer([opening, takeover({ platformSince: '2024-05-06' })])).toBe('signed-since-platform')
  expect(answer([opening, takeover({ decisionPaper: 'none' })])).toBe('no-reason-for-no-decision')
})

test('a contract that has ended is taken over for what is still to come in', () => {
  const ended = { endedOn: '2025-12-31', stillToCome: '尾款' }
  expect(answer([opening, takeover({ endedOn: '2025-12-31' })])).toBe('ended-and-nothing-to-come')
  const done = { ...ended, acceptedOn: '2025-12-01', acceptedBy: '委托方' }
  const steps = [opening, takeover(done), confirmed]
  expect(stateOf(steps).status).toBe('terminated')
  expect(answer([...steps, received, ...toThePayout])).toBe('accepted')
  expect(stateOf([...steps, takeover()]).status).toBe('open')
  const given = step('2026-03-03', 'tto_negotiator', 'withdrawn', { reason: '合同选错' })
  expect(stateOf([...steps, given]).status).toBe('withdrawn')
})

test('the case says what was not done here', () => {
  const none = { decisionPaper: 'none', noDecisionPaper: '当时没有审批制度' }
  const note = takeoverNote(stateOf([opening, takeover(none)]))
  expect(note?.zh).toContain('洽谈和审批均未在本平台办理')
  expect(note?.en).toContain('No approval and no minutes were there')
  expect(takeoverNote(stateOf([opening]))).toBeUndefined()
})
