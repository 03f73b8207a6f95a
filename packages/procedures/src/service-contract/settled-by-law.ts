// What the law of a case counts as net income of a service contract. Guangdong's text takes off taxes and, as it is
// read, the costs of performing it (gd-2025#a19.p2, a23.p1); Shanghai's draft the costs or a ratio, and no taxes beside
// (sh-draft-2024#a11.p2). Which it is the law alone says: of the ways there are to count, that one holds by which the
// reward of a whole share would still be within it.
import type { Day } from '@yizhuan/kit'
import { assess, knownFacts } from '@yizhuan/law'
import type { ActsState } from '../procedure/acts-state.ts'
import type { Ground } from '../procedure/assess-case.ts'
import { serviceContract } from './service-contract.ts'
import { type Settled, settledIn, waysToSettle } from './settled.ts'

/** The net income of what was settled as the law counts it; the least of all ways where it does not say. */
export function settledByLaw(state: ActsState, ground: Ground, on: Day): Settled | undefined {
  const least = settledIn(state)
  const allowed = waysToSettle(state).filter(
    ({ net }) => net > 0n && isWithin(state, ground, on, net),
  )
  const [first, ...others] = allowed
  if (!first) return least
  return others.reduce((most, one) => (one.net > most.net ? one : most), first)
}

/** Whether the law allows a reward as high as a net income, were all of it to be given. */
function isWithin(state: ActsState, ground: Ground, on: Day, net: bigint): boolean {
  const { law, rules, chosen, readings } = ground
  const norms = law.norms.filter(({ topic }) => topic === 'service.reward')
  const facts = {
    ...serviceContract.facts(state),
    ...{ serviceReward: `${net}`, serviceRewardShare: '100%' },
  }
  const { findings } = assess(law, knownFacts(law, facts), {
    ...{ asOf: on, only: new Set(norms.map(({ id }) => id)) },
    ...(rules && { rules }),
    ...(chosen && { chosen }),
    ...(readings && { readings }),
  })
  const asked = findings.filter(({ status }) => status !== 'na')
  return asked.length > 0 && asked.every(({ status }) => status === 'met')
}
