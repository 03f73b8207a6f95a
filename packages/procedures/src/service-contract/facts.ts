// What the record of a service contract says in the words of the law's vocabulary (packs/_shared/facts/87).
import { type ActsState, readers } from '../procedure/acts-state.ts'
import type { CaseFacts } from '../procedure/procedure.ts'
import { actData } from './acts.ts'

const { latest, all } = readers(actData)

/** All facts of a service contract as its record shows them. */
export function factsOf(state: ActsState): CaseFacts {
  const opened = latest(state, 'serviceOpened')?.data
  return {
    matter: 'service_contract',
    ...(opened && { relatedPartiesDeclared: opened.relatedPartiesDeclared }),
    signedOn: latest(state, 'serviceSigned')?.on ?? null,
    registrationOutcome: latest(state, 'serviceRegistered')?.data.outcome ?? null,
    ...netFacts(state),
    ...rewardFacts(state),
  }
}

function netFacts(state: ActsState): CaseFacts {
  const settled = latest(state, 'netSettled')
  // What came in after the statement was drawn up waits for the next one.
  const received = all(state, 'incomeReceived')
    .filter(({ seq }) => settled === undefined || seq < settled.seq)
    .map(({ data }) => data.amount)
  const net = settled?.data
  return {
    ...(received.length > 0 && { serviceIncome: sum(received) }),
    ...(net && {
      serviceNetMethod: net.method,
      serviceTaxes: net.taxes,
      ...(net.performanceCosts !== undefined && { performanceCosts: net.performanceCosts }),
      ...(net.costRatio !== undefined && { serviceCostRatio: net.costRatio }),
      serviceCostRatioRuled: net.ratioRuled ?? false,
      serviceCostRatioFromFinance: net.ratioFromFinance ?? false,
    }),
  }
}

/** Every reward counts against the share: what was paid before as well. */
function rewardFacts(state: ActsState): CaseFacts {
  const paid = all(state, 'rewardPaid')
  const last = paid.at(-1)
  if (!last) return {}
  const { rule, ruleInForceOn, share } = last.data
  return {
    serviceRewardRuled:
      rule !== undefined && ruleInForceOn !== undefined && ruleInForceOn <= last.on,
    serviceRewardShare: share,
    serviceReward: sum(paid.flatMap(({ data }) => data.lines.map(({ amount }) => amount))),
  }
}

/** Amounts in fen added up. */
export function sum(amounts: readonly string[]): string {
  return `${amounts.reduce((total, amount) => total + BigInt(amount), 0n)}`
}
