// What the rule of the house gives of a plan that is being written, line by line, and what it is to take it.
// The server holds the plan against the rule once more and writes into the act where it departs.
import { allocate, type Fen, parseRatio, ratio } from '@yizhuan/kit'
import {
  departures,
  limitOf,
  plannedParts,
  readSplit,
  type Split,
  type SplitLine,
  schemeFor,
  splitBy,
  splitLines,
  withoutLayer,
} from '@yizhuan/money'
import { type CaseState, earlierOf, transferCase } from '@yizhuan/procedures'
import type { DistributionRulesWire } from '@yizhuan/server/wire/distribution-rules/distribution-rule'
import { fenText, typedYuan } from '../../../ui/Money.tsx'
import type { Values } from './filled.ts'

/** A line of a plan beside what the rule gives. */
export interface RuleLine {
  readonly line: SplitLine
  readonly byRule: bigint
  readonly planned: bigint
}

/** A plan held against the rule. */
export interface HeldAgainst {
  readonly title: string
  readonly version: number
  readonly lines: readonly RuleLine[]
  readonly isDeparting: boolean
  /** What the law moves from where the rule would have put it. */
  readonly moved: Split['moved']
  /** The values that take what the rule gives. */
  readonly taken: Values
}

/** Holds what is typed against the rule that counts; undefined where the house has none for this mode. */
export function heldAgainst(
  rules: Pick<DistributionRulesWire, 'items' | 'limits'>,
  state: CaseState,
  net: bigint,
  values: Values,
): HeldAgainst | undefined {
  const rule = rules.items.find(({ isInForce }) => isInForce)
  const scheme = rule && schemeFor(rule.schemes, transferCase.line(state).mode)
  if (!scheme) return undefined
  const whole = readSplit(scheme)
  const viaCompany = state.opened.data.viaPlatformCompany
  const limits = rules.limits
    .filter(({ isAdvisory }) => !isAdvisory)
    .map(({ share, ...limit }) => limitOf({ ...limit, share: parseRatio(share) }, net))
  const split = splitBy(viaCompany ? whole : withoutLayer(whole, 'company'), {
    ...{ net, limits },
    // What was shared out before a contract was taken over counts as well.
    before: [
      ...state.distributions.map(({ plan }) => netOf(plan.data)),
      ...earlierOf(state).map(({ net }) => BigInt(net)),
    ].reduce((sum, net) => sum + net, 0n),
  })
  const plan = typedPlan(values)
  const planned = plannedParts(plan)
  const byRule = { ...split.parts, staff: split.staff }
  return {
    ...{ title: rule.title ?? '', version: rule.version, moved: split.moved },
    lines: splitLines
      .map((line) => ({ line, byRule: byRule[line], planned: planned[line] }))
      .filter((one) => one.byRule !== 0n || one.planned !== 0n),
    isDeparting: departures(split, plan).length > 0,
    taken: takenBy(split, scheme.purposes, values, viaCompany),
  }
}

type Plan = Parameters<typeof plannedParts>[0]

function netOf(plan: Plan): bigint {
  const { staff: _within, ...parts } = plannedParts(plan)
  return Object.values(parts).reduce((sum, part) => sum + part, 0n)
}

/** What is typed so far; what cannot be read yet counts as nothing. */
function typedPlan(values: Values): Plan {
  const fen = (typed: unknown) => fenText(String(typed ?? '')) ?? '0'
  const lines = (name: string) => (values[name] ?? []) as readonly Values[]
  return {
    lines: lines('lines').map(({ amount }) => ({ amount: fen(amount) })),
    toTto: fen(values['toTto']),
    toTtoStaff: fen(values['toTtoStaff']),
    toCompany: fen(values['toCompany']),
    toInstitution: fen(values['toInstitution']),
    purposes: lines('purposes').map(({ purpose, amount }) => ({
      ...{ purpose: String(purpose ?? ''), amount: fen(amount) },
    })),
  }
}

/** The team's part goes to its members as they stand to each other in what is typed. */
function takenBy(
  { parts, staff }: Split,
  purposes: readonly { readonly purpose: string; readonly share: string }[],
  values: Values,
  viaCompany: boolean,
): Values {
  const lines = (values['lines'] ?? []) as readonly Values[]
  const had = typedPlan(values).lines.map(({ amount }) => ratio(BigInt(amount)))
  const weights = had.some(({ n }) => n > 0n) ? had : lines.map(() => ratio(1))
  const team =
    lines.length === 0 ? [] : allocate(parts.contributors as Fen, weights).parts.map(String)
  const kept = keptFor(parts, purposes)
  return {
    lines: lines.map((line, at) => ({ ...line, amount: typedYuan(team[at] ?? '0') })),
    toTto: typedYuan(`${parts.office + parts.company}`),
    toTtoStaff: typedYuan(`${staff}`),
    ...(viaCompany && { toCompany: typedYuan(`${parts.company}`) }),
    toInstitution: typedYuan(`${parts.institution + parts.department}`),
    ...(kept.length > 0 && { purposes: kept }),
    ruleDeparture: undefined,
  }
}

/** What the institution keeps its part for: the department's, and the rest as the rule says. */
function keptFor(
  parts: Split['parts'],
  purposes: readonly { readonly purpose: string; readonly share: string }[],
): readonly Values[] {
  if (parts.department === 0n && purposes.length === 0) return []
  const named = purposes.length > 0 ? purposes : [{ purpose: 'research_and_transfer', share: '1' }]
  const shares = named.map(({ share }) => parseRatio(share))
  const rest = allocate(parts.institution as Fen, shares).parts
  return [
    { purpose: 'department', amount: parts.department },
    ...named.map(({ purpose }, at) => ({ purpose, amount: rest[at] ?? 0n })),
  ]
    .filter(({ amount }) => amount > 0n)
    .map(({ purpose, amount }) => ({ purpose, amount: typedYuan(`${amount}`) }))
}
