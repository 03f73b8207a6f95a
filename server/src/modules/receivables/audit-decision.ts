// What becomes of what a licensee paid too much, and how far that is done.

/** A decision on what an audit found to be paid too much. */
export interface Decided {
  readonly audit: string
  readonly contract: string
  readonly way: 'refund' | 'credit'
  readonly onDay: string
  readonly reason: string
  readonly madeName: string
  readonly madeAt: Date
  /** The period that was audited. */
  readonly term: string
  readonly periodFrom: string
  /** How much was paid too much. */
  readonly minor: bigint
  /** The audit was taken back, and the decision with it. */
  readonly isGone: boolean
}

/** Money of a contract that went back, in the currency of the contract. */
export interface GivenBack {
  readonly contract: string
  readonly minor: bigint
  readonly madeAt: Date
}

/**
 * What money of a receipt is in the currency in which a contract is owed: what came in another one is the yuan it
 * came to where yuan are owed, as it pays them, and nothing where something else is.
 */
export function countsFor(
  owedIn: string,
  {
    currency,
    minor,
    fen,
  }: { readonly currency: string; readonly minor: bigint; readonly fen: bigint },
): bigint {
  if (currency === owedIn) return minor
  return owedIn === 'CNY' ? fen : 0n
}

/**
 * How much of each decision is done: what later periods owe less by it, or what went back since. Money that goes
 * back says of no decision that it is for it: it is for the earliest that still waits.
 */
export function doneOf(
  decided: readonly Decided[],
  credits: readonly { readonly audit: string; readonly minor: bigint }[],
  back: readonly GivenBack[],
): ReadonlyMap<string, bigint> {
  const done = new Map<string, bigint>()
  const add = (audit: string, minor: bigint) => done.set(audit, (done.get(audit) ?? 0n) + minor)
  for (const { audit, minor } of credits) add(audit, minor)
  const refunds = decided.filter(({ way, isGone }) => way === 'refund' && !isGone)
  for (const { contract, minor, madeAt } of back) {
    let rest = minor
    for (const one of refunds) {
      if (one.contract !== contract || one.madeAt > madeAt) continue
      const most = one.minor - (done.get(one.audit) ?? 0n)
      const part = rest < most ? rest : most
      if (part <= 0n) continue
      add(one.audit, part)
      rest -= part
    }
  }
  return done
}
