/** A payment without a batch, as far as what comes back of it goes. */
export interface Returnable {
  readonly amountFen: string
  readonly backFen: string
  readonly withheldFen: string | null
}

/** What of a return is one payment's. */
export interface PartOfReturn<Payment> {
  readonly of: Payment
  /** What had not come back of it before. */
  readonly open: bigint
  readonly part: bigint
  readonly tax: bigint
  /** Whether it leaves something of the payment, but no more than its tax. */
  readonly leavesTax: boolean
}

/** Money that came back is that of the first payments of a list, which has the latest first. */
export function partsOfReturn<Payment extends Returnable>(
  payments: readonly Payment[],
  amount: bigint,
): readonly PartOfReturn<Payment>[] {
  let left = amount
  return payments.flatMap((of) => {
    const open = BigInt(of.amountFen) - BigInt(of.backFen)
    const part = open < left ? open : left
    if (part <= 0n) return []
    left -= part
    const [tax, rest] = [BigInt(of.withheldFen ?? 0), open - part]
    return [{ of, open, part, tax, leavesTax: rest > 0n && rest <= tax }]
  })
}
