import type { ActsState } from '../../procedure/acts-state.ts'
import { lawOf, type Step, said, walk } from '../../procedure/testing/walk.ts'
import { serviceContract } from '../service-contract.ts'

// A contract of which sixty thousand yuan are settled, and how its reward is planned, agreed to and paid.

export const guangdong = lawOf('cn', 'cn-gd-2025')
export const jia = '0190c0de-0000-7000-8000-000000000001'
export const members = [
  { name: '示例甲', person: jia, isInventor: true, isChief: false, holdsLeadingPost: false },
  { name: '示例乙', isInventor: true, isChief: false, holdsLeadingPost: true },
  { name: '示例丙', isInventor: false, isChief: false, holdsLeadingPost: false },
]
export const step = (on: string, by: Step[1], type: string, data: object): Step => [
  on,
  by,
  type,
  data,
]
export const before: readonly Step[] = [
  step('2026-02-02', 'tto_negotiator', 'serviceOpened', {
    ...{ title: '示例检测服务', kind: 'service', client: '示例药企（虚构）' },
    ...{ team: members, relatedPartiesDeclared: true },
  }),
  step('2026-02-10', 'leaders', 'contractApproved', { body: '办公会', document: '批-1' }),
  step('2026-02-20', 'tto_negotiator', 'serviceSigned', { number: '合-1', price: '20000000' }),
  step('2026-03-01', 'tto_negotiator', 'serviceRegistered', {
    outcome: 'registered',
    number: '登',
  }),
  step('2026-05-01', 'tto_negotiator', 'serviceAccepted', { note: '合格', acceptedBy: '委托方' }),
  step('2026-05-10', 'finance', 'incomeReceived', { amount: '10000000', voucher: '收-1' }),
  step('2026-05-12', 'finance', 'netSettled', {
    ...{ method: 'actual_cost', taxes: '600000', performanceCosts: '3400000', statement: '结-1' },
  }),
]
export const plan = {
  ...{ pool: '3000001', rule: '三技办法1号', ruleInForceOn: '2026-01-01', share: '60%' },
  lines: [
    { ...members[0], share: '1/3' },
    { ...members[1], share: '1/3' },
    { ...members[2], share: '1/3' },
  ],
  leadersDisclosed: true,
}
export const planned = (more: object = {}): Step =>
  step('2026-05-14', 'tto_negotiator', 'rewardPlanned', { ...plan, ...more })
export const agreed = (member: string, more: object = { paper: '签字件（示例）' }): Step =>
  step('2026-05-15', 'tto_negotiator', 'rewardAgreed', { member, ...more })
export const paid = (more: object = {}): Step =>
  step('2026-05-20', 'finance', 'rewardPaid', {
    ...{ lines: [{ name: '示例甲', amount: '1000001' }], proof: '银-1' },
    ...more,
  })
export const lines = [
  { name: '示例甲', amount: '1000001' },
  { name: '示例乙', amount: '1000000' },
  { name: '示例丙', amount: '1000000' },
]
/** As the register answers of people without an account. */
export const byPaper = members.map((one) => ({ ...one, ...(one.person && { signsOnPaper: true }) }))
export const onPaper = planned({ lines: byPaper.map((one) => ({ ...one, share: '1/3' })) })
export const whole = [...before, onPaper, ...members.map(({ name }) => agreed(name))]
export const later16 = ([, by, type, data]: Step): Step => ['2026-05-16', by, type, data]
export const tail = ([, by, type, data]: Step) => [by, type, data as object] as const
export const answer = (steps: readonly Step[]) => said(walk(serviceContract, guangdong, steps).last)
export const stateOf = (steps: readonly Step[]) =>
  walk(serviceContract, guangdong, steps).state as ActsState
