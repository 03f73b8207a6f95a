import { type Fen, fen } from '@yizhuan/kit'

// What a plan comes to in payments: one order for each of its lines, less what somebody holds already of
// a distribution that was reversed. Orders and what is held sum to the plan, to the fen.

/** How the money reaches somebody: by the bank, with the salary, to a project's account, or in shares. */
export const paymentWays = ['bank', 'payroll', 'project', 'equity'] as const
export type PaymentWay = (typeof paymentWays)[number]

/** A line of a plan. */
export interface PlanLine {
  readonly name: string
  readonly person?: string | undefined
  readonly award: 'cash' | 'equity'
  readonly fen: Fen
}

/** What is to be paid of a line; `line` is its place in the plan, from one. */
export interface Due {
  readonly line: number
  readonly name: string
  readonly person?: string | undefined
  readonly way: PaymentWay
  readonly fen: Fen
}

/** What a line takes in of money that its person has already; none of it moves. */
export interface TakenIn {
  readonly line: number
  readonly name: string
  readonly fen: Fen
}

export interface Dues {
  readonly dues: readonly Due[]
  readonly takenIn: readonly TakenIn[]
}

/** What each has already, of money and of shares: one is never paid with the other. */
export type Held = Readonly<Record<PlanLine['award'], ReadonlyMap<string, bigint>>>

/**
 * The payments of a plan.
 *
 * @param held  what each has of distributions that no longer stand: a payout takes it in first.
 * @param way  how those are paid who get money.
 */
export function duesOf(
  lines: readonly PlanLine[],
  held: Held,
  way: Exclude<PaymentWay, 'equity'>,
): Dues {
  const left = { cash: new Map(held.cash), equity: new Map(held.equity) }
  const dues: Due[] = []
  const takenIn: TakenIn[] = []
  for (const [at, { name, person, award, fen: amount }] of lines.entries()) {
    const line = at + 1
    const has = left[award].get(name) ?? 0n
    const part = has < amount ? has : amount
    left[award].set(name, has - part)
    if (part > 0n) takenIn.push({ line, name, fen: fen(part) })
    const rest = amount - part
    if (rest === 0n) continue
    const whose = person === undefined ? {} : { person }
    dues.push({ line, name, ...whose, way: award === 'cash' ? way : 'equity', fen: fen(rest) })
  }
  return { dues, takenIn }
}
