// Which questions the forms of an event ask, by its matter.
import type { ActsState } from '../procedure/acts-state.ts'
import type { Fit } from '../procedure/procedure.ts'
import { decisionInHand } from './decisions.ts'

const ofRound = ['round', 'preMoney', 'investors']
const ofMove = ['from', 'to', 'part']
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
  { lossExcluded }: Readonly<Record<string, unknown>>,
): Fit {
  const matter = state && decisionInHand(state)?.data.matter
  const isFree = matter !== undefined && withoutPrice.includes(matter)
  return {
    hides: [
      ...(isFree ? ['price', 'costs', 'distribution'] : []),
      ...(matter === 'increase' ? ['counterparty'] : []),
      ...(matter === undefined || matter === 'impairment' ? [] : ['impairment']),
      ...(lossExcluded === true ? [] : ofLoss),
    ],
    wants: [
      ...(matter === 'liquidation' ? [] : ['holders']),
      ...(matter === 'impairment' ? ['impairment'] : []),
    ],
  }
}
