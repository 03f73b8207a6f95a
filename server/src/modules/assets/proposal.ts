import { groupBy } from '@yizhuan/kit'
import { disposalOf, releaseOf, treatmentOf } from '@yizhuan/procedures'
import type { AssetSign, BookingStep } from './asset.ts'

// What finance is proposed to book for a month: costs as they arose, costs collected once development
// ended, assets whose right was lost. Worked out anew whenever somebody looks; only what finance decided
// is kept.

/** A cost, with what it was booked as so far. */
export interface CostAt {
  readonly id: string
  readonly spentOn: string
  readonly kind: string
  readonly amountFen: string
  readonly reverses: string | null
  readonly bookedAs: string | null
  readonly releasedAs: string | null
}

export interface Proposal {
  readonly step: BookingStep
  readonly treatment: string
  readonly article: string
  readonly amountFen: string
  /** The costs it is about; of a disposal there are none. */
  readonly costs: readonly string[]
  readonly from: string | null
  readonly to: string | null
}

/** What is known of an achievement when proposals are made. */
export interface Known {
  readonly signs: readonly AssetSign[]
  readonly costs: readonly CostAt[]
  /** What stands on the books as an asset. */
  readonly bookFen: bigint
  /** The kinds of cost that are fees of obtaining a right. */
  readonly obtaining: ReadonlySet<string>
}

/** The last day of a month. */
export function lastDayOf(period: string): string {
  const [year = 0, month = 0] = period.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The day as of which a month is looked at: its last one, or today while it runs. */
export function asOfIn(period: string, today: string): string {
  const last = lastDayOf(period)
  return last < today ? last : today
}

/** The proposals about an achievement, as of a day. */
export function proposalsOn({ signs, costs, bookFen, obtaining }: Known, asOf: string): Proposal[] {
  const known = costs.filter(({ spentOn }) => spentOn <= asOf)
  const byId = new Map(costs.map((cost) => [cost.id, cost]))
  const reversed = new Set(known.flatMap(({ reverses }) => reverses ?? []))
  const isOpen = (cost: CostAt) => cost.bookedAs === null
  const original = ({ reverses }: CostAt) => (reverses === null ? undefined : byId.get(reverses))
  // A cost that was taken back before anybody booked it needs no booking, nor does what took it back.
  const cancelsOut = (cost: CostAt) => {
    const of = original(cost)
    return (of !== undefined && isOpen(of)) || reversed.has(cost.id)
  }
  const first = known
    .filter((cost) => isOpen(cost) && !cancelsOut(cost))
    .map((cost) => ({ cost, ...treatmentFor(cost) }))
  const release = releaseOf(signs, asOf)
  const collected = release
    ? known
        .filter(({ bookedAs, releasedAs }) => bookedAs === 'collect' && releasedAs === null)
        .map((cost) => ({ cost, ...release }))
    : []
  const disposal = bookFen > 0n ? disposalOf(signs, asOf) : undefined
  return [
    ...grouped('first', first),
    ...grouped('release', collected),
    ...(disposal
      ? [{ step: 'disposal' as const, ...disposal, amountFen: `${bookFen}`, ...nothing }]
      : []),
  ]

  /** What takes a booked cost back is booked as that was. */
  function treatmentFor(cost: CostAt) {
    const { spentOn, kind } = original(cost) ?? cost
    const { treatment, article } = treatmentOf(
      signs,
      { on: spentOn, isForObtaining: obtaining.has(kind) },
      asOf,
    )
    return { treatment: original(cost)?.bookedAs ?? treatment, article }
  }
}

const nothing = { costs: [], from: null, to: null }

interface Treated {
  readonly cost: CostAt
  readonly treatment: string
  readonly article: string
}

function grouped(step: BookingStep, treated: readonly Treated[]): Proposal[] {
  return [...groupBy(treated, ({ treatment }) => treatment).values()].map((group) => {
    const days = group.map(({ cost }) => cost.spentOn).sort()
    const [one] = group
    const amount = group.reduce((sum, { cost }) => sum + BigInt(cost.amountFen), 0n)
    return {
      step,
      treatment: one?.treatment ?? '',
      article: one?.article ?? '',
      amountFen: `${amount}`,
      costs: group.map(({ cost }) => cost.id),
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
    }
  })
}
