// Which questions the forms of an event ask, by its matter.
import type { ActsState } from '../procedure/acts-state.ts'
import type { Fit } from '../procedure/procedure.ts'
import { decisionInHand } from './decisions.ts'
import { isBeyondDecided, isReceivedOtherwise, priceOf } from './price.ts'

const ofRound = ['round', 'preMoney', 'investors']
const ofMove = ['from', 'to', 'part', 'price']
const ofPrice = ['agreement', 'beyond', 'receipts', 'receiptsOtherwise']
const ofLoss = [
  'decidedDemocratically',
  'reasonableCareTaken',
  'supervisionExercised',
  'illegalGain',
  'rulesKept',
]
const moving = ['transfer', 'free_allocation', 'outward_investment', 'reduction', 'exit']
const withoutPrice = ['increase', 'impairment', 'free_allocation']

/** A round has money and a value, a part that moves has two ends; the rest has neither. */
export function decisionFit({ matter }: Readonly<Record<string, unknown>>): Fit {
  const isRound = matter === 'increase'
  const isMove = moving.includes(String(matter))
  return { hides: [...(isRound ? [] : ofRound), ...(isMove ? [] : ofMove)], wants: [] }
}

/** What came for a part that was given up; of a loss, whether everybody was diligent. */
export function handlingFit(
  state: ActsState | undefined,
  data: Readonly<Record<string, unknown>>,
): Fit {
  const { lossExcluded } = data
  const isPaid = priceOf(data) > 0n
  const matter = state && decisionInHand(state)?.data.matter
  const isFree = matter !== undefined && withoutPrice.includes(matter)
  return {
    hides: [
      ...(isFree ? ['price', 'costs', 'distribution'] : []),
      ...(isFree || !isPaid ? ofPrice : []),
      ...(isPaid && !isBeyondDecided(state, data) ? ['beyond'] : []),
      ...(isPaid && !isReceivedOtherwise(data) ? ['receiptsOtherwise'] : []),
      ...(matter === 'increase' ? ['counterparty'] : []),
      ...(matter === undefined || matter === 'impairment' ? [] : ['impairment']),
      ...(lossExcluded === true ? [] : ofLoss),
    ],
    wants: [
      ...(matter === 'liquidation' ? [] : ['holders']),
      ...(matter === 'impairment' ? ['impairment'] : []),
      ...(isPaid && !isFree ? ['agreement'] : []),
      ...(isPaid && isBeyondDecided(state, data) ? ['beyond'] : []),
      ...(isPaid && isReceivedOtherwise(data) ? ['receiptsOtherwise'] : []),
    ],
  }
}
