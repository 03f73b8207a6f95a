// What the record of a service contract says in the words of the law's vocabulary (packs/_shared/facts/87).
import { type ActsState, readers } from '../procedure/acts-state.ts'
import type { CaseFacts } from '../procedure/procedure.ts'
import { treatment } from '../procedure/treatment.ts'
import { actData } from './acts.ts'
import {
  hasLeaders,
  isDisclosed,
  payoutsIn,
  planOf,
  planPaidBy,
  rewardedIn,
  ruleSaid,
} from './reward.ts'
import { incomeSettled, statementsOf, sumOf } from './settled.ts'
import { takesOverService } from './taken-over.ts'

const { latest } = readers(actData)

/** All facts of a service contract as its record shows them. */
export function factsOf(state: ActsState): CaseFacts {
  const opened = latest(state, 'serviceOpened')?.data
  return {
    matter: 'service_contract',
    ...(opened && { relatedPartiesDeclared: opened.relatedPartiesDeclared }),
    signedOn: latest(state, 'serviceSigned')?.on ?? null,
    ...registrationFact(state),
    ...netFacts(state),
    ...rewardFacts(state),
  }
}

/** What nobody told of a contract that was concluded before is unknown, not undone. */
function registrationFact(state: ActsState): CaseFacts {
  const outcome = latest(state, 'serviceRegistered')?.data.outcome
  if (outcome === undefined && takesOverService(state)) return {}
  return { registrationOutcome: outcome ?? null }
}

/** What all statements say together: each settles what came in since the one before it. */
function netFacts(state: ActsState): CaseFacts {
  // What came in after the statement was drawn up waits for the next one; what went back counts no more.
  const received = incomeSettled(state)
  const statements = statementsOf(state)
  const costs = statements.flatMap(({ performanceCosts }) => performanceCosts ?? [])
  // Statements by different methods or ratios have no one method or ratio: nothing is said of it.
  const method = shared(statements.map((one) => one.method))
  const ratio = shared(statements.map((one) => one.costRatio))
  return {
    ...(received.length > 0 && { serviceIncome: `${sumOf(received, ({ left }) => left)}` }),
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

/** What all of them say alike; undefined where they differ. */
function shared<Value>(said: readonly Value[]): Value | undefined {
  const [first, ...others] = said
  return others.every((one) => one === first) ? first : undefined
}

/** Every reward counts against the share: what was paid before as well, and what the plan would pay. */
function rewardFacts(state: ActsState): CaseFacts {
  const last = payoutsIn(state).at(-1)
  const plan = planOf(state)
  const paidOn = plan ? null : (last?.on ?? null)
  if (!plan && !last) return { paidOn }
  const pool = BigInt(plan?.data.pool ?? 0)
  const { rule, ruleInForceOn, share } = ruleSaid(state)
  const on = plan?.on ?? last?.on ?? ''
  return {
    paidOn,
    serviceRewardRuled: rule !== undefined && ruleInForceOn !== undefined && ruleInForceOn <= on,
    ...(share !== undefined && { serviceRewardShare: share }),
    serviceReward: `${rewardedIn(state) + pool}`,
    ...leaderFacts(state),
    ...(plan || !last ? {} : saidOfPayout(last.data)),
  }
}

/** Of the plan that waits, or of what was paid last: whether somebody of it leads, and that is shown in the open. */
function leaderFacts(state: ActsState): CaseFacts {
  const last = payoutsIn(state).at(-1)
  const plan = planOf(state) ?? (last && planPaidBy(state, last.seq))
  if (!plan) return { serviceHasLeaders: false }
  return {
    serviceHasLeaders: hasLeaders(plan.data),
    serviceLeadersDisclosed: isDisclosed(state, plan),
  }
}

/** What finance says of wages, insurance and tax, where it says it. */
function saidOfPayout(
  data: NonNullable<ReturnType<typeof latest<'rewardPaid'>>>['data'],
): CaseFacts {
  const said = Object.keys(treatment) as (keyof typeof treatment)[]
  return Object.fromEntries(
    said.flatMap((fact) => (data[fact] === undefined ? [] : [[fact, data[fact]]])),
  )
}

/** Amounts in fen added up. */
const sum = (amounts: readonly string[]): string => `${sumOf(amounts, BigInt)}`
