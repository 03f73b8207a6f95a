// A company of which a house holds nine parts in a hundred, and the steps that tests walk with it.
import { actOf } from '../../procedure/procedure.ts'
import { lawOf, type Step, walk } from '../../procedure/testing/walk.ts'
import type { Holder } from '../acts.ts'
import { equityHolding } from '../equity-holding.ts'

export const guangdong = lawOf('cn', 'cn-gd-2025')

export const house = '示例医院（虚构）'
export const holders = [
  { name: house, kind: 'institution', share: '9%' },
  { name: '示例甲', kind: 'contributor', share: '21%', isChief: false },
  { name: '示例创投（虚构）', kind: 'partner', share: '70%' },
]
export const opened = {
  company: '示例医械（虚构）',
  achievement: '可吸收止血材料',
  formedOn: '2026-02-01',
  value: '300000000',
  holders,
  taxOption: 'undecided',
  registeredCapital: '1000000000',
  subscriptions: [
    { name: '示例创投（虚构）', amount: '700000000', dueOn: '2027-06-30' },
    { name: house, amount: '90000000' },
  ],
}
export const held: readonly Step[] = [
  ['2026-02-02', 'tto_negotiator', 'holdingOpened', opened],
  ['2026-02-06', 'finance', 'listed', { entry: '单-1' }],
]
export const decided = (matter: string, terms: object, on = '2026-04-10'): Step => [
  on,
  'leaders',
  'eventDecided',
  { matter, terms: '按附件', handler: 'institution', minuted: true, ...terms },
]
export const round = {
  round: 'A轮',
  preMoney: '2000000000',
  investors: [{ name: '样例基金（虚构）', kind: 'partner', amount: '500000000' }],
}
export const appraised: Step = [
  '2026-05-01',
  'finance',
  'appraised',
  { agency: '示例评估（虚构）', value: '2500000000', validUntil: '2027-05-01' },
]
export const handled = (data: object, on = '2026-06-01'): Step => [
  on,
  'tto_negotiator',
  'eventHandled',
  { onList: true, ...data },
]

/** What a form begins with after some steps. */
export function suggestedBy(steps: readonly Step[], type = 'eventHandled') {
  const { state } = walk(equityHolding, guangdong, steps)
  const known = state && actOf(equityHolding, type)?.suggests?.(state, '2026-06-01')
  return known as { holders: readonly Holder[] } & Record<string, unknown>
}
