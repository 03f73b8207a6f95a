import { percentages } from '@yizhuan/kit'
import type { CaseState } from '@yizhuan/procedures'

type PlanState = NonNullable<CaseState['plan']>

/** A plan as people read it: the present one, or one that was paid out. */
export interface ShownPlan {
  readonly seq: number
  readonly on: string
  readonly state: 'agreeing' | 'agreed' | 'published' | 'certified' | 'objected'
  readonly paidOn?: string
  /** It was reversed after it was paid. */
  readonly isReversed?: boolean
  readonly lines: readonly {
    readonly name: string
    readonly qualities: readonly ('inventor' | 'contributor' | 'chief' | 'leader')[]
    readonly award: string
    readonly amount: string
    readonly agreed: boolean
  }[]
  /** Who waived a share in writing; they agree to the plan as the others do. */
  readonly waived: readonly { readonly name: string; readonly agreed: boolean }[]
  /** The rule of the house that it was held against, and where it departs from it. */
  readonly houseRule?: PlanState['data']['houseRule']
  readonly ruleDeparture?: string | undefined
  /** The house has it decided before it is paid, and what was decided on which day. */
  readonly decisionAsked?: PlanState['data']['decisionAsked']
  readonly decision?: { readonly result: string; readonly on: string }
  /** What all persons receive, and the net income it is a part of, where that is known. */
  readonly people: string
  readonly net?: string
}

/** The plans of a case, the present one first. `net` is what the law computes for the latest. */
export function plansOf(state: CaseState, net: string | undefined): readonly ShownPlan[] {
  const paid = state.distributions.map(({ plan, payment }) => ({
    ...shown(plan),
    net: netOf(plan),
    paidOn: payment.on,
  }))
  const reversed = (state.reversed ?? []).map(({ plan, payment }) => ({
    ...shown(plan),
    net: netOf(plan),
    paidOn: payment.on,
    isReversed: true,
  }))
  const plans: ShownPlan[] = [
    ...(state.plan ? [shown(state.plan)] : []),
    ...paid.toReversed(),
    ...reversed.toReversed(),
  ]
  // The law computes for what is being shared out now; what was paid added up to its own net income.
  return plans.map((plan) =>
    plan.paidOn === undefined && net !== undefined ? { ...plan, net } : plan,
  )
}

function shown(plan: PlanState): ShownPlan {
  const { lines } = plan.data
  return {
    seq: plan.seq,
    on: plan.on,
    state: standingOf(plan),
    lines: lines.map((line) => ({
      name: line.name,
      qualities: [
        line.isInventor ? ('inventor' as const) : ('contributor' as const),
        ...(line.isChief ? (['chief'] as const) : []),
        ...(line.holdsLeadingPost && !line.isChief ? (['leader'] as const) : []),
      ],
      award: line.award,
      amount: line.amount,
      agreed: hasAgreed(plan, line.name),
    })),
    waived: plan.data.waived.map((name) => ({ name, agreed: hasAgreed(plan, name) })),
    ...(plan.data.houseRule && { houseRule: plan.data.houseRule }),
    ...(plan.data.ruleDeparture && { ruleDeparture: plan.data.ruleDeparture }),
    ...(plan.data.decisionAsked && { decisionAsked: plan.data.decisionAsked }),
    ...(plan.decision && {
      decision: { result: plan.decision.data.result, on: plan.decision.on },
    }),
    people: `${lines.reduce((total, { amount }) => total + BigInt(amount), 0n)}`,
  }
}

/** What a plan shared out: its three parts. */
function netOf({ data: { lines, toTto, toInstitution } }: PlanState): string {
  const people = lines.reduce((total, { amount }) => total + BigInt(amount), 0n)
  return `${people + BigInt(toTto) + BigInt(toInstitution)}`
}

function hasAgreed({ agreed }: PlanState, name: string): boolean {
  return agreed.some(({ member }) => member === name)
}

function standingOf(plan: PlanState): ShownPlan['state'] {
  const isObjected = plan.objections.some(({ finding }) => finding?.data.outcome !== 'continue')
  if (isObjected) return 'objected'
  if (plan.lastShownOn !== undefined) return 'certified'
  if (plan.notice) return 'published'
  const members = [...plan.data.lines.map(({ name }) => name), ...plan.data.waived]
  return members.every((name) => hasAgreed(plan, name)) ? 'agreed' : 'agreeing'
}

/** A part of a whole in per cent with two decimals, rounded down; exact shares show no decimals. */
export function shareText(part: string, whole: string): string {
  if (BigInt(whole) === 0n) return '—'
  return percentText((BigInt(part) * 10_000n) / BigInt(whole))
}

/** The parts of a table in per cent of a whole: they sum to what their total shows. */
export function shareTexts(parts: readonly string[], whole: string): readonly string[] {
  if (BigInt(whole) === 0n) return parts.map(() => '—')
  return percentages(parts.map(BigInt), BigInt(whole)).map(percentText)
}

function percentText(hundredths: bigint): string {
  const rest = hundredths % 100n
  return `${hundredths / 100n}${rest === 0n ? '' : `.${`${rest}`.padStart(2, '0')}`}%`
}
