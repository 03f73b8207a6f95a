// What the acts of the reward wait for alike, and the days they rest on.
import { type ActsState, has, readers } from '../procedure/acts-state.ts'
import { type OutOfOrder, when } from '../procedure/order.ts'
import { actData } from './acts.ts'
import { planOf } from './reward.ts'

const { latest } = readers(actData)

export const reason = (code: string, zh: string, en: string): OutOfOrder => ({
  ...{ code, detail: { zh, en } },
})

export const unaccepted = when<ActsState>(
  (state) => !has(state, 'serviceAccepted'),
  'not-accepted',
  '请先登记验收。',
  'Record the acceptance first.',
)
export const unsettled = when<ActsState>(
  (state) => !has(state, 'netSettled'),
  'net-not-settled',
  '请先结算净收入。',
  'Settle the net income first.',
)

export const onSettling = (state: ActsState) => [latest(state, 'netSettled')?.on]
export const onPlanning = (state: ActsState) => [...onSettling(state), planOf(state)?.on]
export const onPaying = (state: ActsState) => [latest(state, 'rewardPaid')?.on]
