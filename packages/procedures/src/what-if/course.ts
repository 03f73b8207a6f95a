// A deal payment by payment: what is others', what is deducted, who has what of the rest. Costs that exceed
// what came in are covered by the next payments first, as in a case.
import {
  allocate,
  type Day,
  type Fen,
  mul,
  type Ratio,
  ratio,
  roundDown,
  roundUp,
  sub,
} from '@yizhuan/kit'
import type { MoneyBlock, Uncovered } from '@yizhuan/law'
import {
  type limitOf,
  readSplit,
  type SplitRule,
  schemeFor,
  splitBy,
  type WrittenSplit,
  withoutLayer,
} from '@yizhuan/money'
import type { Payment } from './payments.ts'
import type { ScenarioRead } from './reading.ts'

/** Who has what of a net income; the parts sum to it, and the members' to that of the contributors. */
export interface Parts {
  readonly contributors: Fen
  readonly department: Fen
  readonly office: Fen
  readonly company: Fen
  readonly institution: Fen
  /** Within what the office and the company have. */
  readonly staff: Fen
  readonly members: readonly Fen[]
}

/** One payment and what is shared out with it. */
export interface Instalment extends Payment {
  /** What of it belongs to each other holder of the title. */
  readonly others: readonly Fen[]
  /** What is ours of it. */
  readonly income: Fen
  /** What is shared out now; undefined where costs take all of it, and it waits for the next. */
  readonly shared?: { readonly net: Fen; readonly parts: Parts; readonly money: MoneyBlock }
  /** What costs exceed the income by so far. */
  readonly uncovered?: Uncovered
}

/** Costs and income that are shared out together. */
export interface Waiting {
  readonly income: Fen
  readonly costs: ScenarioRead['costs']
}

/** How the law looks at the money of a scenario. */
export interface MoneyLaw {
  readonly money: (waiting: Waiting, on: Day, parts?: Parts) => MoneyBlock | undefined
  readonly limits: (net: Fen, on: Day) => readonly ReturnType<typeof limitOf>[]
}

/** The rule of a house for a mode, as it is written down; undefined where it has none. */
export function ruleOfHouse(
  schemes: readonly (WrittenSplit & { readonly modes: readonly string[] })[],
  mode: string,
): SplitRule | undefined {
  const scheme = schemeFor(schemes, mode)
  return scheme && readSplit(scheme)
}

/** Goes through the payments of a scenario; without a rule of the house its own shares count. */
export function courseOf(
  scenario: ScenarioRead,
  law: MoneyLaw,
  rule: SplitRule | undefined,
): readonly Instalment[] {
  const nothing: Waiting = { income: 0n as Fen, costs: scenario.costs }
  let waiting = nothing
  let before = 0n
  return paymentsOf(scenario).map((payment): Instalment => {
    const { ours, others } = dividedByTitle(payment.amount, scenario.partners)
    const told = { ...payment, others, income: ours }
    waiting = { ...waiting, income: (waiting.income + ours) as Fen }
    const { net, uncovered } = law.money(waiting, payment.on) ?? {}
    if (net === undefined || net <= 0n) {
      // What the institution bears is no cost of the payments after.
      if (uncovered?.isCarried === false) waiting = { ...nothing, costs: [] }
      return { ...told, ...(uncovered && { uncovered }) }
    }
    const limits = law.limits(net, payment.on)
    const parts = rule
      ? partsByRule(rule, scenario, { net, before, limits })
      : partsByShares(scenario, net)
    const money = law.money(waiting, payment.on, parts)
    before += net
    waiting = { ...nothing, costs: [] }
    return money ? { ...told, shared: { net, parts, money } } : told
  })
}

const paymentsOf = ({ payments, day, income }: ScenarioRead): readonly Payment[] =>
  payments.length > 0 ? payments : [{ on: day, amount: income }]

/** By the shares of the title, the own institution first; as receipts of a case are divided. */
export function dividedByTitle(amount: Fen, partners: readonly Ratio[]) {
  if (partners.length === 0) return { ours: amount, others: [] }
  const [ours = 0n as Fen, ...others] = allocate(amount, [ownShare(partners), ...partners]).parts
  return { ours, others }
}

/** What the others leave of the title. */
export const ownShare = (partners: readonly Ratio[]): Ratio => partners.reduce(sub, ratio(1))

/** Shares in whole fen: what somebody is owed is rounded up, what the office takes down. */
function partsByShares(scenario: ScenarioRead, net: Fen): Parts {
  const of = (share: Ratio) => mul(ratio(net), share)
  const contributors = least(roundUp(of(scenario.contributors)), net)
  const taken = least(roundDown(of(scenario.tto)), net - contributors)
  const company = scenario.viaCompany ? roundDown(mul(ratio(taken), scenario.company)) : 0n
  return {
    ...{ contributors, department: 0n as Fen },
    ...{ office: (taken - company) as Fen, company: company as Fen },
    staff: roundUp(mul(ratio(taken), scenario.staff)) as Fen,
    institution: (net - contributors - taken) as Fen,
    members: membersOf(scenario, contributors),
  }
}

/** What the rule of the house gives, within the limits of the law; as a plan of a case takes it. */
function partsByRule(
  rule: SplitRule,
  scenario: ScenarioRead,
  of: Parameters<typeof splitBy>[1],
): Parts {
  const { parts, staff } = splitBy(scenario.viaCompany ? rule : withoutLayer(rule, 'company'), of)
  const { contributors, department, office, company, institution } = parts
  return {
    ...{ contributors: contributors as Fen, department: department as Fen, office: office as Fen },
    ...{ company: company as Fen, institution: institution as Fen, staff: staff as Fen },
    members: membersOf(scenario, contributors as Fen),
  }
}

const membersOf = ({ members }: ScenarioRead, contributors: Fen): readonly Fen[] =>
  members.length > 0
    ? allocate(
        contributors,
        members.map(({ share }) => share),
      ).parts
    : []

const least = (a: bigint, b: bigint) => (a < b ? a : b) as Fen

/** What everybody has of all instalments together. */
export function partsTogether(course: readonly Instalment[], members: number): Parts | undefined {
  const all = course.flatMap(({ shared }) => (shared ? [shared.parts] : []))
  if (all.length === 0) return undefined
  const sum = (of: (parts: Parts) => Fen | undefined) =>
    all.reduce((total, parts) => total + (of(parts) ?? 0n), 0n) as Fen
  return {
    contributors: sum((parts) => parts.contributors),
    department: sum((parts) => parts.department),
    office: sum((parts) => parts.office),
    company: sum((parts) => parts.company),
    institution: sum((parts) => parts.institution),
    staff: sum((parts) => parts.staff),
    members: Array.from({ length: members }, (_, at) => sum((parts) => parts.members[at])),
  }
}
