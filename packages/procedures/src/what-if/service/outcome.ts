// What the law of one place would say of commissioned work that is only thought of. It is played as a record of the
// procedure itself, payment by payment, each settled, planned and paid on its day: so the forecast is what the record
// and its statements come to.
import { type Day, type Fen, groupBy, type Ratio, ratioText, type Words } from '@yizhuan/kit'
import {
  type Assessment,
  assess,
  type Cite,
  knownFacts,
  type Law,
  type TaxTable,
  taxOnTop,
} from '@yizhuan/law'
import { mostByRule, type SplitRule } from '@yizhuan/money'
import type { ActsState } from '../../procedure/acts-state.ts'
import type { Ground } from '../../procedure/assess-case.ts'
import type { Act } from '../../procedure/entry.ts'
import { partsOf, planOf, type RewardPlan, rewardedIn } from '../../service-contract/reward.ts'
import { payRulesIn } from '../../service-contract/reward-statement.ts'
import { type RewardRuleHeld, ruleGives } from '../../service-contract/rule-gives.ts'
import { serviceContract } from '../../service-contract/service-contract.ts'
import { type Settled, settledIn } from '../../service-contract/settled.ts'
import { settledByLaw } from '../../service-contract/settled-by-law.ts'
import type { MemberOutcome, OfHouse } from '../outcome.ts'
import type { ServiceRead } from './scenario.ts'

/** One payment, what is settled with it, and what the team has of that. */
export interface ServiceInstalment {
  readonly on: Day
  readonly amount: Fen
  /** All that is settled by then, line by line. */
  readonly settled: Settled
  /** What is paid now; undefined where the rule gives nothing more of what is settled. */
  readonly paid?: {
    /** What came to be settled since the payout before. */
    readonly net: bigint
    readonly pool: bigint
    readonly members: readonly bigint[]
  }
}

/** What the law of one place makes of it. */
export interface ServiceOutcome {
  readonly assessment: Assessment
  readonly course: readonly ServiceInstalment[]
  /** All that is settled in the end, what the team has of it, and what the institution keeps. */
  readonly settled: Settled
  readonly reward: bigint
  readonly kept: bigint
  readonly members: readonly MemberOutcome[]
  /** What the law says of wages, insurance and tax of the reward, each with its article. */
  readonly payRules: readonly { readonly title: Words; readonly cite: Cite }[]
}

/** What the house adds: its rule for commissioned work, its stricter numbers, the readings it chose. */
export interface OfServiceHouse extends Pick<OfHouse, 'rules' | 'chosen'> {
  readonly held?: RewardRuleHeld | undefined
}

/** Works commissioned work out under one law. */
export function serviceOutcomeOf(
  law: Law,
  scenario: ServiceRead,
  table: TaxTable | undefined,
  { held, rules = [], chosen = [] }: OfServiceHouse = {},
): ServiceOutcome {
  const ground = { law, rules, chosen }
  const record = new Played(scenario)
  let before = 0n
  const course = scenario.payments.map((payment): ServiceInstalment => {
    record.receives(payment)
    const settled = settledOn(record.state, ground, payment.on)
    const told = { on: payment.on, amount: payment.amount, settled }
    const plan = planned(record.state, ground, payment.on, scenario, held)
    if (!plan) return told
    const members = record.pays(payment.on, plan)
    const net = settled.net - before
    before = settled.net
    return { ...told, paid: { net, pool: BigInt(plan.pool ?? 0), members } }
  })
  const last = scenario.payments.at(-1)?.on as Day
  const settled = settledOn(record.state, ground, last)
  const reward = rewardedIn(record.state)
  const assessment = judged(record.state, ground, last)
  return {
    ...{ assessment, course, settled, reward, kept: settled.net - reward },
    members: scenario.members.map(({ other }, at) => memberOutcome(course, at, other, table)),
    payRules: payRulesIn(assessment),
  }
}

const nothing: Settled = { lines: [], net: 0n }

const settledOn = (state: ActsState, ground: Ground, on: Day): Settled =>
  settledByLaw(state, ground, on) ?? settledIn(state) ?? nothing

/** What the plan of a payout says but for its lines; undefined where nothing is left to pay. */
function planned(
  state: ActsState,
  ground: Ground,
  on: Day,
  { byRule, isRuled, share, payments }: ServiceRead,
  held: RewardRuleHeld | undefined,
): Omit<RewardPlan, 'lines'> | undefined {
  const gives = byRule && held ? ruleGives(state, ground, on, held) : undefined
  const left =
    gives?.left ?? mostByRule(ofShare(share), settledOn(state, ground, on).net) - rewardedIn(state)
  if (left <= 0n) return undefined
  const rule = isRuled && { rule: '—', ruleInForceOn: payments[0]?.on as string }
  return { pool: `${left}`, ...(gives?.said ?? { ...rule, share: ratioText(share) }) }
}

/** One share of all that is settled. */
const ofShare = (share: Ratio): SplitRule => ({
  ...{ basis: 'total', staff: [] },
  layers: { contributors: [{ above: 0n, share, fixed: 0n }] },
})

/** The record as it would grow: nobody is named in it, and nothing of it is kept. */
class Played {
  state: ActsState
  private seq = 0
  private readonly scenario: ServiceRead

  constructor(scenario: ServiceRead) {
    this.scenario = scenario
    const { kind, members, payments } = scenario
    const [{ on } = { on: '2000-01-01' as Day }] = payments
    const team = members.map(({ leads }, at) => ({
      ...{ name: `${at + 1}`, isInventor: true, isChief: false, holdsLeadingPost: leads },
    }))
    const opened = { title: '—', kind, client: '—', team, relatedPartiesDeclared: true }
    this.state = serviceContract.evolve(undefined, this.act('serviceOpened', on, opened))
    const price = payments.reduce((sum, { amount }) => sum + amount, 0n)
    this.record('serviceSigned', on, { number: '—', price: `${price}` })
    this.record('serviceAccepted', on, { note: '—', acceptedBy: '—' })
  }

  /** A payment arrives and is settled. */
  receives({ on, amount, taxes, costs }: ServiceRead['payments'][number]): void {
    const { method, ratio: costRatio, ratioBy } = this.scenario
    this.record('incomeReceived', on, { amount: `${amount}`, voucher: `${this.seq}` })
    this.record('netSettled', on, {
      ...{ method, taxes: `${taxes}`, statement: `${this.seq}` },
      ...(costs !== undefined && { performanceCosts: `${costs}` }),
      ...(method === 'fixed_ratio' && {
        costRatio: ratioText(costRatio),
        ratioRuled: ratioBy === 'institution',
        ratioFromFinance: ratioBy === 'finance',
      }),
    })
  }

  /** A plan goes to the team and is paid; answers what each has of it. */
  pays(on: Day, plan: Omit<RewardPlan, 'lines'>): readonly bigint[] {
    const lines = this.scenario.members.map(({ share, leads }, at) => ({
      ...{ name: `${at + 1}`, isInventor: true, isChief: false, holdsLeadingPost: leads },
      share: ratioText(share),
    }))
    this.record('rewardPlanned', on, { ...plan, lines })
    const waiting = planOf(this.state)
    const parts = waiting ? partsOf(waiting.data) : []
    this.record('rewardPaid', on, {
      lines: parts.map(({ name, amount }) => ({ name, amount })),
      proof: '—',
    })
    return parts.map(({ amount }) => BigInt(amount))
  }

  private record(type: string, on: Day, data: Act['data']): void {
    this.state = serviceContract.evolve(this.state, this.act(type, on, data))
  }

  private act(type: string, on: Day, data: Act['data']): Act {
    this.seq += 1
    const by = { person: '—', name: '—', role: 'system' as const }
    return { seq: this.seq, type, on, at: `${on}T12:00:00+08:00`, by, files: [], data }
  }
}

/** What the law says in the end; what nobody thought of yet is unknown, and not undone. */
function judged(state: ActsState, { law, rules, chosen }: Ground, asOf: Day): Assessment {
  const { serviceLeadersDisclosed: _later, ...facts } = serviceContract.facts(state)
  return assess(law, knownFacts(law, facts), {
    asOf,
    ...(rules && { rules }),
    ...(chosen && { chosen }),
  })
}

/** Counted in full with the other income of each year: the relief of cash rewards is one of transfers. */
function memberOutcome(
  course: readonly ServiceInstalment[],
  at: number,
  other: Fen,
  table: TaxTable | undefined,
): MemberOutcome {
  const payouts = course.map(({ on, paid }) => ({ on, fen: paid?.members[at] ?? 0n }))
  const amount = payouts.reduce((sum, { fen }) => sum + fen, 0n) as Fen
  if (!table) return { award: 'cash', amount }
  const years = groupBy(payouts, ({ on }) => on.slice(0, 4))
  const full = [...years.values()].reduce<bigint>((left, year) => {
    const counted = year.reduce((sum, { fen }) => sum + fen, 0n) as Fen
    return left - taxOnTop(table, other, counted)
  }, amount)
  return { award: 'cash', amount, afterTax: { full: full as Fen } }
}
