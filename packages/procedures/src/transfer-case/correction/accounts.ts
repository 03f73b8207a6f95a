// How each person stands with the house by the payouts of a case: one account for money and one for shares,
// since neither settles the other. Above nought somebody has more than the payouts that stand give them, below
// it something that came back is owed to them still. The record, the books and the statements read it here.
import type { Act } from '../../procedure/entry.ts'

export type Award = 'cash' | 'equity'
/** Whole fen by name. */
export type Sums = ReadonlyMap<string, bigint>
export type Balances = Readonly<Record<Award, Sums>>

/** What a plan or a payout gives somebody. */
export interface Given {
  readonly name: string
  readonly award: Award
  readonly amount: string
}

/** A payout: what it gave, and what of that its people had already. */
interface Payout {
  readonly lines: readonly Given[]
  readonly takenIn: Balances
}

export interface Accounts {
  readonly now: Balances
  /** As they were after each act that moved them. */
  readonly log: readonly { readonly seq: number; readonly balances: Balances }[]
  /** In what the plan gives each their part. */
  readonly awards: ReadonlyMap<string, Award>
  /** The payouts that stand, the newest last. */
  readonly standing: readonly Payout[]
  /** What was handed over without payment orders and did not come back. */
  readonly byHand: Balances
}

const nothing: Balances = { cash: new Map(), equity: new Map() }
export const noAccounts: Accounts = {
  ...{ now: nothing, log: [], standing: [], byHand: nothing },
  awards: new Map(),
}

type Recorded = Pick<Act, 'seq' | 'type' | 'data'>
type Lines = readonly { readonly name: string; readonly amount: string; readonly award?: Award }[]

/** The accounts after one more act; the same where it moves none of them. */
export function accountsAfter(before: Accounts, act: Recorded): Accounts {
  const { type, data } = act
  switch (type) {
    case 'planDrafted': {
      const lines = data['lines'] as readonly Given[]
      return { ...before, awards: new Map(lines.map(({ name, award }) => [name, award])) }
    }
    case 'paid':
      return paidOut(before, act)
    case 'distributionReversed': {
      const last = before.standing.at(-1)
      if (!last) return before
      const less = { ...before, standing: before.standing.slice(0, -1) }
      return moved(less, act.seq, last.lines, 1n)
    }
    case 'fallenPlanTakenIn': {
      const lines = withAwards(before, data['lines'] as Lines)
      return moved(handedOver(before, act, lines, 1n), act.seq, lines, 1n)
    }
    case 'paymentReturned':
    case 'paymentRepeated': {
      const sign = type === 'paymentRepeated' ? 1n : -1n
      const lines = [data as unknown as Given]
      return moved(handedOver(before, act, lines, sign), act.seq, lines, sign)
    }
    case 'recoveryRecorded': {
      const { award = 'cash', ...line } = data as unknown as Partial<Given> & Omit<Given, 'award'>
      return moved(before, act.seq, [{ ...line, award }], -1n)
    }
    default:
      return before
  }
}

/** A payout takes in what its people have too much; what was ordered, as it was when it was ordered. */
function paidOut(before: Accounts, act: Recorded): Accounts {
  const orderedAt = act.data['orderedAt'] as number | undefined
  const lines = withAwards(before, act.data['lines'] as Lines)
  const had = orderedAt === undefined ? before.now : balancesBefore(before, orderedAt + 1)
  const taken = lines.map((line) => {
    const has = above(had[line.award].get(line.name))
    const due = BigInt(line.amount)
    return { ...line, amount: `${has < due ? has : due}` }
  })
  const takenIn = plus(nothing, taken, 1n)
  const given = lines.map((line, at) => ({
    ...line,
    amount: `${BigInt(line.amount) - BigInt(taken[at]?.amount ?? 0)}`,
  }))
  const standing = [...before.standing, { lines, takenIn }]
  return moved(handedOver({ ...before, standing }, act, given, 1n), act.seq, taken, -1n)
}

const withAwards = ({ awards }: Accounts, lines: Lines): readonly Given[] =>
  lines.map((line) => ({ ...line, award: line.award ?? awards.get(line.name) ?? 'cash' }))

/** What payment orders brought is told by them; of the rest is known here how much there was. */
function handedOver(of: Accounts, { data }: Recorded, lines: readonly Given[], sign: bigint) {
  const isOrdered = data['orderedAt'] !== undefined || data['reference'] !== undefined
  return isOrdered ? of : { ...of, byHand: plus(of.byHand, lines, sign) }
}

function moved(of: Accounts, seq: number, lines: readonly Given[], sign: bigint): Accounts {
  const balances = plus(of.now, lines, sign)
  return { ...of, now: balances, log: [...of.log, { seq, balances }] }
}

function plus(balances: Balances, lines: readonly Given[], sign: bigint): Balances {
  const sums = { cash: new Map(balances.cash), equity: new Map(balances.equity) }
  for (const { name, award, amount } of lines) {
    const sum = (sums[award].get(name) ?? 0n) + sign * BigInt(amount)
    if (sum === 0n) sums[award].delete(name)
    else sums[award].set(name, sum)
  }
  return sums
}

/** The accounts as they were before the act of a place. */
export function balancesBefore({ log }: Accounts, seq: number): Balances {
  return log.findLast((one) => one.seq < seq)?.balances ?? nothing
}

const above = (fen: bigint | undefined): bigint => (fen !== undefined && fen > 0n ? fen : 0n)

/** What persons have too much; nobody who does not. */
export const heldOf = (balances: Balances): Balances => ({
  cash: positive(balances.cash, 1n),
  equity: positive(balances.equity, 1n),
})

/** What came back and is owed to persons still; nobody to whom nothing is. */
export const owedOf = (balances: Balances): Balances => ({
  cash: positive(balances.cash, -1n),
  equity: positive(balances.equity, -1n),
})

const positive = (sums: Sums, sign: bigint): Sums =>
  new Map([...sums].map(([name, fen]) => [name, sign * fen] as const).filter(([, fen]) => fen > 0n))

export const isNobody = ({ cash, equity }: Balances): boolean => cash.size + equity.size === 0
