// Commissioned work (三技) that is only thought of: what comes in, what it costs, and how the team is rewarded.
import { type Day, day, type Fen, percent, type Ratio, ratio } from '@yizhuan/kit'
import { type FieldProblem, mustMakeWhole, readingFields } from '../fields.ts'

export const serviceKinds = ['development', 'consulting', 'service'] as const
export const netMethods = ['actual_cost', 'fixed_ratio'] as const
/** Who set the ratio that stands in the place of the costs. */
export const ratioSetters = ['institution', 'finance', 'nobody'] as const

/** One payment of the client with what is deducted at its settlement; amounts in yuan. */
export interface ServicePaymentTyped {
  readonly on: string
  readonly amount: string
  readonly taxes: string
  /** Left empty where only a ratio counts. */
  readonly costs: string
}

/** One member of the team, without a name. */
export interface ServiceMemberTyped {
  readonly share: string
  readonly leads: boolean
  /** Other taxable income of the year in yuan; it never leaves the page. */
  readonly other: string
}

/** A contract of technical development, consulting or service as typed. */
export interface ServiceScenario {
  readonly kind: (typeof serviceKinds)[number]
  readonly payments: readonly ServicePaymentTyped[]
  readonly method: (typeof netMethods)[number]
  readonly ratio: string
  readonly ratioBy: (typeof ratioSetters)[number]
  /** Whether the rule in the register of the house says how much there is; else the share that follows. */
  readonly byRule: boolean
  /** Whether the house has made a rule on it, where none of the register is taken. */
  readonly isRuled: boolean
  readonly share: string
  readonly members: readonly ServiceMemberTyped[]
}

/** A scenario as read. */
export interface ServiceRead
  extends Omit<ServiceScenario, 'payments' | 'ratio' | 'share' | 'members'> {
  /** In the order of their days. */
  readonly payments: readonly {
    readonly on: Day
    readonly amount: Fen
    readonly taxes: Fen
    readonly costs?: Fen
  }[]
  readonly ratio: Ratio
  readonly share: Ratio
  readonly members: readonly {
    readonly share: Ratio
    readonly leads: boolean
    readonly other: Fen
  }[]
}

/** What one begins with: invented amounts, and a share that is an example and no bound of any law. */
export function firstService(on: string): ServiceScenario {
  return {
    ...{ kind: 'service', method: 'actual_cost', ratio: '40%', ratioBy: 'institution' },
    payments: [{ on, amount: '200000', taxes: '12000', costs: '60000' }],
    ...{ byRule: false, isRuled: true, share: percent(ratio(1, 2)) },
    members: [
      { share: '60%', leads: false, other: '' },
      { share: '40%', leads: false, other: '' },
    ],
  }
}

/** Reads a scenario, or tells every field that cannot be read. */
export function readService(
  typed: ServiceScenario,
): ServiceRead | { problems: readonly FieldProblem[] } {
  const { problems, wrong, read, money, share } = readingFields()
  const payments = typed.payments.map(({ on, amount, taxes, costs }, at) => {
    const isSaid = costs !== '' || typed.method === 'actual_cost'
    return {
      on: read(`on[${at}]`, () => day(on, `on[${at}]`), '2000-01-01' as Day),
      amount: money(`amount[${at}]`, amount),
      taxes: money(`taxes[${at}]`, taxes),
      ...(isSaid && { costs: money(`costs[${at}]`, costs) }),
    }
  })
  const found: ServiceRead = {
    ...typed,
    payments: payments.toSorted((one, other) => (one.on < other.on ? -1 : 1)),
    ratio: typed.method === 'fixed_ratio' ? share('ratio', typed.ratio) : ratio(0),
    // Also by a rule of the house: it counts where none is in force.
    share: share('share', typed.share),
    members: typed.members.map((member, at) => ({
      leads: member.leads,
      share: share(`members[${at}]`, member.share),
      other: member.other === '' ? (0n as Fen) : money(`other[${at}]`, member.other),
    })),
  }
  if (problems.length === 0) {
    for (const [at, { amount }] of payments.entries())
      if (amount === 0n) wrong(`amount[${at}]`, needed.amount)
    if (payments.length === 0) wrong('payments', needed.payment)
    if (found.members.length === 0) wrong('team', needed.member)
    else mustMakeWhole(found.members, wrong)
  }
  return problems.length > 0 ? { problems } : found
}

const needed = {
  amount: { zh: '到账金额须大于 0', en: 'the amount must be above zero' },
  payment: { zh: '至少填写一笔到账', en: 'say at least one payment' },
  member: { zh: '至少填写一名成员', en: 'say at least one member' },
}
