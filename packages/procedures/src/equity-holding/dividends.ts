// Dividends: what the company decided, whose of it is what, and what of the own part has not come yet.
import { type Day, groupBy, parseRatio } from '@yizhuan/kit'
import { divided } from '@yizhuan/money'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { actData } from './acts.ts'
import { holdersAt, isOwn } from './holdings.ts'

const { all } = readers(actData)

/** A dividend that the company decided, with the part of each holder on that day. */
export interface Dividend {
  readonly seq: number
  readonly on: Day
  readonly year: string
  readonly total: bigint
  readonly resolution: string
  /** None where the holders agreed otherwise: what they agreed stands in their resolution. */
  readonly parts: readonly {
    readonly name: string
    readonly isOwn: boolean
    /** The institution itself: what is the platform company's comes to that company. */
    readonly isHouse: boolean
    readonly fen: bigint
  }[]
  readonly received: bigint
}

/** The dividends that were decided, the earliest first, each with what came of it. */
export function dividendsIn(state: ActsState): readonly Dividend[] {
  const declared = all(state, 'dividendDeclared').map(({ seq, on, data }) => {
    const holders = holdersAt(state, { on, seq })
    const table = holders.map(({ name, share }) => ({ holder: name, share: parseRatio(share) }))
    const total = BigInt(data.total)
    const isByShare = data.basis === 'by_share' && table.some(({ share }) => share.n > 0n)
    const parts = isByShare ? divided(table, total) : []
    return {
      seq,
      on,
      year: data.year,
      total,
      resolution: data.resolution,
      parts: parts.map(({ holder, fen }, at) => ({
        name: holder,
        isOwn: isOwn(holders[at] ?? { kind: 'partner' }),
        isHouse: holders[at]?.kind === 'institution',
        fen,
      })),
    }
  })
  const received = receivedOf(state, declared)
  return declared.map((one) => ({ ...one, received: received.get(one.seq) ?? 0n }))
}

/**
 * What came of each dividend. A company may divide twice for one year: what came for the year fills the
 * own parts one after the other, and what is left stands with one whose parts nobody knows, or the last.
 */
function receivedOf(
  state: ActsState,
  declared: readonly Omit<Dividend, 'received'>[],
): ReadonlyMap<number, bigint> {
  const received = new Map<number, bigint>()
  for (const [year, dividends] of groupBy(declared, (one) => one.year)) {
    let left = all(state, 'dividendReceived')
      .filter(({ data }) => data.year === year)
      .reduce((sum, { data }) => sum + BigInt(data.amount), 0n)
    for (const { seq, parts } of dividends) {
      const beyond = left - ownOf(parts)
      received.set(seq, beyond > 0n ? ownOf(parts) : left)
      left = beyond > 0n ? beyond : 0n
    }
    const rest = dividends.find(({ parts }) => parts.length === 0) ?? dividends.at(-1)
    if (rest) received.set(rest.seq, (received.get(rest.seq) ?? 0n) + left)
  }
  return received
}

/** What of the own part of the earliest dividend has not come yet, for the form. */
export function dividendOpen(state: ActsState): Readonly<Record<string, unknown>> {
  const open = dividendsIn(state)
    .map(({ year, parts, received }) => ({ year, open: ownOf(parts) - received }))
    .find((one) => one.open > 0n)
  return open ? { year: open.year, amount: `${open.open}` } : {}
}

/** The own part of what was divided. */
export function ownOf(parts: Dividend['parts']): bigint {
  return parts.filter((one) => one.isOwn).reduce((sum, { fen }) => sum + fen, 0n)
}
