import { type Day, type Fen, groupBy, mul, ratio, roundUp } from '@yizhuan/kit'
import { isRatio, type Law, parameterAt, type TaxTable, taxOnTop } from '@yizhuan/law'
import { compared, type Estimate, lastDayOf, yearOf } from './estimate.ts'
import { windowOf } from './position.ts'

// What persons would pay on their rewards, beside other income of the year. The tax is that of a person and a year,
// so the rewards of all contracts of a year stand on each other: by day of payment, then by number of contract.

/** What a receipt of a contract brought a person; what is not paid yet has no day. */
export interface Reward {
  readonly contract: string
  readonly number: string | null
  readonly name: string
  readonly receivedOn: string | null
  readonly paidOn: string | null
  readonly fen: string
  /** Whether the relief on cash rewards is claimed for its contract. */
  readonly isClaimed: boolean
}

/** What persons would pay on what a contract brought them, with the relief for what is in time and without. */
export function rewardEstimates(
  law: Law,
  tableOn: (day: string) => TaxTable | undefined,
  of: {
    readonly contract: string
    /** The rewards of the contract, and those of others to the same people in the same years. */
    readonly rewards: readonly Reward[]
    readonly other: Fen
    readonly today: Day
  },
): readonly Estimate[] {
  const { contract, other, today } = of
  const part = parameterAt(law.layers, 'cash.counted', today)?.value
  const reduced = (one: Reward): bigint => {
    const { state } = windowOf(law, one, today)
    const isLate = state === 'closed' || state === 'paidLate'
    const fen = BigInt(one.fen)
    return isLate || part === undefined || !isRatio(part) ? fen : roundUp(mul(ratio(fen), part))
  }
  // What is not paid yet is taken as paid today.
  const keyOf = ({ paidOn, name }: Reward) => `${yearOf(paidOn ?? today)} ${name}`
  const came = of.rewards.filter(({ fen }) => BigInt(fen) > 0n).toSorted(inOrder)
  return [...groupBy(came, keyOf).values()].flatMap((group): Estimate[] => {
    const [first] = group.filter((one) => one.contract === contract)
    const year = first ? yearOf(first.paidOn ?? today) : null
    const table = first && tableOn(lastDayOf(year, today))
    if (!table) return []
    const whole = onTop(table, other, group, contract, ({ fen }) => BigInt(fen), reduced)
    const less = onTop(table, other, group, contract, reduced, reduced)
    const { base, beside } = whole
    return [{ year, who: first.name, base, without: whole.tax, with: less.tax, beside }]
  })
}

/** What the rewards of a contract add to the tax of a year, each after those that were paid before it. */
function onTop(
  table: TaxTable,
  other: Fen,
  group: readonly Reward[],
  contract: string,
  own: (one: Reward) => bigint,
  reduced: (one: Reward) => bigint,
) {
  const last = group.findLastIndex((one) => one.contract === contract)
  let [below, base, tax, beside] = [other as bigint, 0n, 0n, 0n]
  for (const one of group.slice(0, last + 1)) {
    const isOwn = one.contract === contract
    const counted = isOwn ? own(one) : one.isClaimed ? reduced(one) : BigInt(one.fen)
    if (isOwn) {
      base += BigInt(one.fen)
      tax += taxOnTop(table, below as Fen, counted as Fen)
    } else beside += counted
    below += counted
  }
  return { base: base as Fen, tax: tax as Fen, beside: beside as Fen }
}

const inOrder = (a: Reward, b: Reward): number =>
  compared(a.paidOn ?? '~', b.paidOn ?? '~') ||
  compared(a.number ?? '~', b.number ?? '~') ||
  compared(a.contract, b.contract)
