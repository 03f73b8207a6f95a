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

/** What all statements say together: each settles what came in since the one before it. */
function netFacts(state: ActsState): CaseFacts {
  const settled = latest(state, 'netSettled')
  // What came in after the statement was drawn up waits for the next one.
  const received = all(state, 'incomeReceived')
    .filter(({ seq }) => settled === undefined || seq < settled.seq)
    .map(({ data }) => data.amount)
  const statements = statementsOf(state)
  const costs = statements.flatMap(({ performanceCosts }) => performanceCosts ?? [])
  // Statements by different methods or ratios have no one method or ratio: nothing is said of it.
  const method = shared(statements.map((one) => one.method))
  const ratio = shared(statements.map((one) => one.costRatio))
  return {
    ...(received.length > 0 && { serviceIncome: sum(received) }),
    ...(statements.length > 0 && {
      ...(method !== undefined && { serviceNetMethod: method }),
      serviceTaxes: sum(statements.map(({ taxes }) => taxes)),
      ...(costs.length === statements.length && { performanceCosts: sum(costs) }),
      ...(ratio !== undefined && { serviceCostRatio: ratio }),
      serviceCostRatioRuled: statements.every((one) => one.ratioRuled ?? false),
      serviceCostRatioFromFinance: statements.every((one) => one.ratioFromFinance ?? false),
    }),
  }
}

/** The statements that stand: one of the same number takes the place of the one before. */
function statementsOf(state: ActsState) {
  const byNumber = new Map(all(state, 'netSettled').map(({ data }) => [data.statement, data]))
  return [...byNumber.values()]
}

/** What all of them say alike; undefined where they differ. */
function shared<Value>(said: readonly Value[]): Value | undefined {
  const [first, ...others] = said
  return others.every((one) => one === first) ? first : undefined
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
