// How each person stands with the house by the payouts of a case: one account for money and one for shares,
// since neither settles the other. Above nought somebody has more than the payouts that stand give them, below
// it something that came back is owed to them still. The record, the books and the statements read it here.
import type { Act } from '../../procedure/entry.ts'

export type Award = 'cash' | 'equity'
/** Whole fen by name. */
export type Sums = ReadonlyMap<string, bigint>
export type Balances = Readonly<Record<Award, Sums>>

/** What a plan or a payout gives somebody; in an account it may be below nought. */
export interface Given {
  readonly name: string
  readonly award: Award
  readonly amount: string
}
type Kept = readonly Given[]

/** A payout: what it gave, and what of that its people had already. */
interface Payout {
  readonly lines: Kept
  readonly takenIn: Kept
}

/** It travels with the state of a case, so it is made of texts. */
export interface Accounts {
  readonly now: Kept
  /** As they were after each act that moved them. */
  readonly log: readonly { readonly seq: number; readonly balances: Kept }[]
  /** What the plan gives each, and in what. */
  readonly planned: Kept
  /** The payouts that stand, the newest last. */
  readonly standing: readonly Payout[]
  /** What was handed over without payment orders, and neither came back nor was given back. */
  readonly byHand: Kept
}

export const noAccounts: Accounts = { now: [], log: [], planned: [], standing: [], byHand: [] }

type Recorded = Pick<Act, 'seq' | 'type' | 'data'>
type Lines = readonly { readonly name: string; readonly amount: string; readonly award?: Award }[]

/** The accounts after one more act; the same where it moves none of them. */
export function accountsAfter(before: Accounts, act: Recorded): Accounts {
  const { type, data } = act
  switch (type) {
    case 'planDrafted': {
      const lines = data['lines'] as Kept
      const planned = lines.map(({ name, award, amount }) => ({ name, award, amount }))
      return { ...before, planned }
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
      const lines = [{ ...line, award }]
      const isBack = data['way'] === 'repaid'
      return moved(isBack ? givenBack(before, lines) : before, act.seq, lines, -1n)
    }
    case 'taxSetOffTakenBack': {
      const lines = [{ ...(data as unknown as Omit<Given, 'award'>), award: 'cash' as const }]
      return moved(before, act.seq, lines, 1n)
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
  const held = heldOf(had)
  const taken = lines.map((line) => {
    const has = held[line.award].get(line.name) ?? 0n
    const due = BigInt(line.amount)
    return { ...line, amount: `${has < due ? has : due}` }
  })
  const takenIn = plus([], taken, 1n)
  const given = lines.map((line, at) => ({
    ...line,
    amount: `${BigInt(line.amount) - BigInt(taken[at]?.amount ?? 0)}`,
  }))
  const standing = [...before.standing, { lines, takenIn }]
  return moved(handedOver({ ...before, standing }, act, given, 1n), act.seq, taken, -1n)
}

const withAwards = ({ planned }: Accounts, lines: Lines): Kept =>
  lines.map(({ name, amount, award }) => {
    const asPlanned = planned.find((one) => one.name === name)?.award
    return { name, amount, award: award ?? asPlanned ?? 'cash' }
  })

/** What payment orders brought is told by them; of the rest is known here how much there was. */
function handedOver(of: Accounts, { data }: Recorded, lines: Kept, sign: bigint) {
  const isOrdered = data['orderedAt'] !== undefined || data['reference'] !== undefined
  return isOrdered ? of : { ...of, byHand: plus(of.byHand, lines, sign) }
}

/** What somebody gave back does not come back from the bank as well: of what they were handed less is left. */
function givenBack(of: Accounts, lines: Kept): Accounts {
  const { cash, equity } = sumsIn(of.byHand)
  const less = lines.map((line) => {
    const left = (line.award === 'cash' ? cash : equity).get(line.name) ?? 0n
    const back = BigInt(line.amount)
    return { ...line, amount: `${back < left ? back : left}` }
  })
  return { ...of, byHand: plus(of.byHand, less, -1n) }
}

function moved(of: Accounts, seq: number, lines: Kept, sign: bigint): Accounts {
  const balances = plus(of.now, lines, sign)
  return { ...of, now: balances, log: [...of.log, { seq, balances }] }
}

/** Balances after more lines; nobody stands in them with nought. */
function plus(balances: Kept, lines: Kept, sign: bigint): Kept {
  let sums = balances
  for (const { name, award, amount } of lines) {
    const isSame = (one: Given) => one.name === name && one.award === award
    const sum = BigInt(sums.find(isSame)?.amount ?? 0) + sign * BigInt(amount)
    const others = sums.filter((one) => !isSame(one))
    sums = sum === 0n ? others : [...others, { name, award, amount: `${sum}` }]
  }
  return sums
}

/** The accounts as they were before the act of a place. */
export function balancesBefore({ log }: Accounts, seq: number): Kept {
  return log.findLast((one) => one.seq < seq)?.balances ?? []
}

/** Lines of an account, by name. */
export const sumsIn = (lines: Kept): Balances => picked(lines, (fen) => fen)

/** What persons have too much; nobody who does not. */
export const heldOf = (lines: Kept): Balances =>
  picked(lines, (fen) => (fen > 0n ? fen : undefined))

/** What came back and is owed to persons still; nobody to whom nothing is. */
export const owedOf = (lines: Kept): Balances =>
  picked(lines, (fen) => (fen < 0n ? -fen : undefined))

function picked(lines: Kept, pick: (fen: bigint) => bigint | undefined): Balances {
  const of = (which: Award) =>
    new Map(
      lines.flatMap(({ name, award, amount }) => {
        const fen = award === which ? pick(BigInt(amount)) : undefined
        return fen === undefined ? [] : [[name, fen] as const]
      }),
    )
  return { cash: of('cash'), equity: of('equity') }
}

export const isNobody = ({ cash, equity }: Balances): boolean => cash.size + equity.size === 0
