import { lastDayKnown } from '@yizhuan/kit'
import { type EarlierDistribution, earlierVoucher } from '@yizhuan/procedures'
import { voucherKey } from '../costs/voucher.ts'

// What a takeover tells as shared out before it, beside what the register of receipts shows of the contract: what
// stands there is known again, what does not is entered, so that nobody records it as income once more.

/** A receipt of the contract that no case recorded. */
export interface KnownReceipt {
  readonly id: string
  /** The case whose takeover told of it. */
  readonly toldBy: string | null
  readonly receivedOn: string | null
  readonly amountFen: string | null
  readonly voucher: string | null
  /** Shared out on, where it was. */
  readonly paidOn: string | null
}

/** What somebody tells of one distribution, and where in the form. */
export interface ToldLine {
  readonly at: number
  readonly told: EarlierDistribution
}

export type Wrong = 'not-shared-out-there' | 'other-amount-there' | 'told-with-register'

/** What becomes of the lines: those to enter, and why they are not told so. */
export interface Compared {
  readonly fresh: readonly ToldLine[]
  readonly wrong?: { readonly at: number; readonly is: Wrong; readonly receipt: KnownReceipt }
}

const keyOf = (voucher: string | null) => (voucher === null ? undefined : voucherKey(voucher))

/** Holds what is told against the receipts of a ledger. */
export function comparedWith(
  told: readonly EarlierDistribution[],
  receipts: readonly KnownReceipt[],
): Compared {
  const ledger = receipts.filter(({ toldBy, amountFen }) => {
    return toldBy === null && BigInt(amountFen ?? 0) > 0n
  })
  const left = new Set(ledger)
  const take = (isIt: (one: KnownReceipt) => boolean): boolean => {
    const found = [...left].find(isIt)
    if (found) left.delete(found)
    return found !== undefined
  }
  const isShared = (one: KnownReceipt) => one.paidOn !== null
  const lines = told.map((one, at): ToldLine => ({ at, told: one }))
  const unnamed = lines.filter(({ told: one }) => {
    const [key, amount] = [keyOf(earlierVoucher(one)), one.income]
    return !take((it) => isShared(it) && it.amountFen === amount && keyOf(it.voucher) === key)
  })
  const fresh = unnamed.filter(({ told: one }) => {
    const isIt = (it: KnownReceipt) =>
      isShared(it) && it.amountFen === one.income && lastDayKnown(it.paidOn ?? '') === one.paidOn
    // Two vouchers are two receipts, whatever else is alike.
    return !take((it) => isIt(it) && (it.voucher === null || one.voucher === undefined))
  })
  return { fresh, ...wrongIn(fresh, [...left]) }
}

function wrongIn(fresh: readonly ToldLine[], left: readonly KnownReceipt[]) {
  for (const { at, told } of fresh) {
    const key = keyOf(earlierVoucher(told))
    const same = left.find(({ voucher }) => key !== undefined && keyOf(voucher) === key)
    const alike = left.find((one) => {
      const isOpen = one.paidOn === null && one.voucher === null
      return isOpen && one.amountFen === told.income
    })
    const open = same ?? alike
    if (open) {
      const is = open.paidOn === null ? 'not-shared-out-there' : 'other-amount-there'
      return { wrong: { at, is, receipt: open } as const }
    }
  }
  // One sum for several receipts of the ledger would count beside them.
  const unsaid = left.find(({ paidOn }) => paidOn !== null)
  const [first] = fresh
  if (!first || !unsaid) return {}
  return { wrong: { at: first.at, is: 'told-with-register', receipt: unsaid } as const }
}

/** What the takeover told before, and does not tell so any more. */
export function noLongerTold(
  fresh: readonly ToldLine[],
  own: readonly Told[],
): { readonly gone: readonly Told[]; readonly added: readonly ToldLine[] } {
  const left = [...own]
  const added = fresh.filter(({ told }) => {
    const at = left.findIndex((one) => isAsTold(one, told))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { gone: left, added }
}

/** A receipt that a takeover told of, as it stands. */
export interface Told extends KnownReceipt {
  readonly netFen: string | null
  readonly rewardFen: string | null
  readonly ttoFen: string | null
  readonly institutionFen: string | null
}

const isAsTold = (one: Told, told: EarlierDistribution): boolean =>
  one.amountFen === told.income &&
  one.netFen === told.net &&
  one.rewardFen === told.toContributors &&
  one.ttoFen === told.toTto &&
  one.institutionFen === told.toInstitution &&
  one.paidOn === told.paidOn &&
  one.receivedOn === (told.receivedOn ?? null) &&
  one.voucher === earlierVoucher(told)
