import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import type { ActsState } from '../procedure/acts-state.ts'
import { lawOf, type Step, walk } from '../procedure/testing/walk.ts'
import { serviceContract } from './service-contract.ts'
import { settledByLaw } from './settled-by-law.ts'

// How much the pool of a reward is taken from the law of the place says, and the register, the page and the
// statement follow it: no second sum stands beside the law's.

const guangdong = lawOf('cn', 'cn-gd-2025')
const shanghai = lawOf('cn', 'cn-sh-draft-2024')
const nation = lawOf('cn')

const actual = {
  ...{ method: 'actual_cost', taxes: '600000', performanceCosts: '3400000', statement: '结-1' },
}
const byRatio = {
  ...{ method: 'fixed_ratio', taxes: '600000', costRatio: '1/3', ratioRuled: true },
  statement: '结-1',
}

function stateOf(statement: object): ActsState {
  const step = (on: string, by: Step[1], type: string, data: object): Step => [on, by, type, data]
  const team = [{ name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false }]
  const { state } = walk(serviceContract, guangdong, [
    step('2026-02-02', 'tto_negotiator', 'serviceOpened', {
      ...{ title: '示例检测服务', kind: 'service', client: '示例药企（虚构）', team },
      relatedPartiesDeclared: true,
    }),
    step('2026-02-10', 'leaders', 'contractApproved', { body: '办公会', document: '批-1' }),
    step('2026-02-20', 'tto_negotiator', 'serviceSigned', { number: '合-1', price: '20000000' }),
    step('2026-05-01', 'tto_negotiator', 'serviceAccepted', { note: '合格', acceptedBy: '委托方' }),
    step('2026-05-10', 'finance', 'incomeReceived', { amount: '10000000', voucher: '收-1' }),
    step('2026-05-12', 'finance', 'netSettled', statement),
  ])
  return state as ActsState
}

const on = day('2026-05-14')
const linesOf = (settled: ReturnType<typeof settledByLaw>) => settled?.lines.map(({ id }) => id)

test('in Guangdong taxes and costs are taken off, by the other reading taxes alone', () => {
  const settled = settledByLaw(stateOf(actual), { law: guangdong }, on)
  expect(settled?.net).toBe(6_000_000n)
  expect(linesOf(settled)).toEqual(['income', 'taxes', 'performance'])
  const readings = { 'gd.service.net': 'as-deals' }
  const asDeals = settledByLaw(stateOf(actual), { law: guangdong, readings }, on)
  expect([asDeals?.net, linesOf(asDeals)]).toEqual([9_400_000n, ['income', 'taxes']])
})

test('the draft of Shanghai takes off the costs or the ratio, and no taxes beside', () => {
  const settled = settledByLaw(stateOf(actual), { law: shanghai }, on)
  expect([settled?.net, linesOf(settled)]).toEqual([6_600_000n, ['income', 'performance']])
  const ratio = settledByLaw(stateOf(byRatio), { law: shanghai }, on)
  expect([ratio?.net, linesOf(ratio)]).toEqual([6_666_666n, ['income', 'ratio']])
})

test('where the law says nothing of it, or cannot, the least of all ways counts', () => {
  expect(settledByLaw(stateOf(actual), { law: nation }, on)?.net).toBe(6_000_000n)
  // The actual costs are not said, which Guangdong asks for.
  const settled = settledByLaw(stateOf(byRatio), { law: guangdong }, on)
  expect([settled?.net, linesOf(settled)]).toEqual([6_066_666n, ['income', 'taxes', 'ratio']])
})
