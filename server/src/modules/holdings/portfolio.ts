import { groupBy } from '@yizhuan/kit'
import { type HoldingStage, isHeldOn, lapsedOn, stageOn, worthOn } from '@yizhuan/procedures'
import type { HeldBy, ToldHolding } from '../cases/index.ts'

// Equity is looked at as a whole, by period, kind and stage (gd-2025#a16.p2): sums of groups, no score of
// a single holding. A loss with everybody diligent stands beside the others (sh-draft-2024#a13.p1).

export interface Portfolio {
  readonly groups: readonly (Sums & { readonly heldBy: HeldBy; readonly stage: HoldingStage })[]
  readonly total: Sums
}

export interface Sums {
  readonly count: number
  readonly formed: number
  readonly value: string
  /** Of what is held at the end of the period. */
  readonly cost: string
  /** None where nobody appraised any of it: unknown is not nought. */
  readonly worth: string | null
  readonly unappraised: number
  /** Of how many the latest appraisal no longer held at the end. */
  readonly lapsed: number
  readonly dividends: string
  readonly net: string
  readonly gains: string
  readonly losses: string
  readonly lossesExcluded: string
  /** What parts had cost that were allocated free of charge. */
  readonly allocated: string
}

/** What is looked at of a holding. */
export interface Held {
  readonly formedOn: string
  readonly valueFen: string
  readonly ownCostFen: string
  readonly told: Pick<
    ToldHolding,
    'periods' | 'events' | 'dividendsReceived' | 'market' | 'appraisals'
  >
}

export interface Period {
  readonly from: string
  readonly to: string
}

/**
 * The holdings there were by the end of a period, as far as they were then, with what it brought and cost:
 * what happened since changes nothing of a period that is over.
 */
export function portfolioOf(all: readonly Held[], period: Period): Portfolio {
  const there = all.filter(({ formedOn }) => formedOn <= period.to)
  const stageAt = ({ told }: Held) => stageOn(told, period.to)
  const groups = groupBy(there, (one) => `${formedBy(one)} ${stageAt(one)}`)
  return {
    groups: [...groups.values()]
      .flatMap((group) => {
        const [first] = group
        return first
          ? [{ heldBy: formedBy(first), stage: stageAt(first), ...sumsOf(group, period) }]
          : []
      })
      .toSorted((a, b) => place(a) - place(b)),
    total: sumsOf(there, period),
  }
}

const kinds: readonly HeldBy[] = ['institution', 'both', 'platform_company', 'nobody']
const stages: readonly HoldingStage[] = ['before_market', 'on_market', 'left', 'wound_up']
const place = ({ heldBy, stage }: { readonly heldBy: HeldBy; readonly stage: HoldingStage }) =>
  kinds.indexOf(heldBy) * stages.length + stages.indexOf(stage)

/** Who took the equity for the house when it was formed: what was left since keeps its kind. */
function formedBy({ told }: Held): HeldBy {
  const first = new Set(told.periods[0]?.holders.map(({ kind }) => kind))
  if (!first.has('platform_company')) return first.has('institution') ? 'institution' : 'nobody'
  return first.has('institution') ? 'both' : 'platform_company'
}

function sumsOf(all: readonly Held[], { from, to }: Period): Sums {
  const within = (on: string) => from <= on && on <= to
  const events = all.flatMap(({ told }) => told.events).filter(({ on }) => within(on))
  const results = events.map((one) => ({
    net: BigInt(one.result?.net ?? 0),
    // What was written down is a loss as what was sold below its cost is.
    result: BigInt(one.result?.result ?? 0) - BigInt(one.impairment ?? 0),
    isExcluded: one.lossExcluded && one.diligent === true,
  }))
  const dividends = all.flatMap(({ told }) => told.dividendsReceived).filter(({ on }) => within(on))
  const losses = results.filter(({ result }) => result < 0n)
  // What was left costs nothing any more, and is worth nothing.
  const held = all.filter(({ told }) => isHeldOn(told, to))
  const appraised = held.filter(({ told }) => worthOn(told, to) !== null)
  const worths = appraised.map(({ told }) => BigInt(worthOn(told, to) ?? 0))
  const sum = (amounts: readonly bigint[]) => `${amounts.reduce((a, b) => a + b, 0n)}`
  return {
    count: all.length,
    formed: all.filter(({ formedOn }) => within(formedOn)).length,
    value: sum(all.map(({ valueFen }) => BigInt(valueFen))),
    cost: sum(held.map(({ ownCostFen }) => BigInt(ownCostFen))),
    worth: worths.length > 0 || held.length === 0 ? sum(worths) : null,
    unappraised: held.length - worths.length,
    lapsed: appraised.filter(({ told }) => lapsedOn(told, to) !== undefined).length,
    dividends: sum(dividends.map(({ fen }) => BigInt(fen))),
    net: sum(results.map(({ net }) => net)),
    gains: sum(results.filter(({ result }) => result > 0n).map(({ result }) => result)),
    losses: sum(losses.filter(({ isExcluded }) => !isExcluded).map(({ result }) => -result)),
    lossesExcluded: sum(losses.filter(({ isExcluded }) => isExcluded).map(({ result }) => -result)),
    allocated: sum(events.map(({ allocated }) => BigInt(allocated ?? 0))),
  }
}
