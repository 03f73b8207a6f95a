import { type Words, yuan } from '@yizhuan/kit'

// What came in is income once, ever: what is recorded under one voucher over all cases of a house is never more
// than came in under it. A receipt that one case records whole needs no word on that; of one that is recorded in
// parts, somebody says what came in as a whole.

/** Who recorded what came in under a voucher. */
export interface ReceiptTaker {
  readonly source: 'case' | 'register' | 'holding' | 'told'
  readonly id: string
  /** None where it is of a case that is closed to whoever asks. */
  readonly number: string | null
  /** The day, the month or the year it came in, where that is known. */
  readonly onDay: string | null
  /** The account it came to, where somebody said so. */
  readonly account: string | null
  readonly takenFen: string
  /** What was said to have come in as a whole. */
  readonly wholeFen: string | null
}

/** What somebody wants to record of a receipt. */
export interface ReceiptTaking {
  readonly voucher: string
  readonly on: string
  readonly amount: bigint
  readonly whole: bigint | undefined
  /** The account it came to, where that is said. */
  readonly account?: string
}

/** Why it is not recorded. */
export interface ReceiptConflict {
  readonly at: 'voucher' | 'voucherAmount' | 'amount'
  readonly rule: 'receipt-in-another' | 'receipt-whole-differs' | 'receipt-exceeded'
  readonly detail: Words
  /** Who recorded it first, where whoever asks may see that. */
  readonly first?: ReceiptTaker
}

/** What stands against recording so much of a receipt. */
export function receiptConflict(
  all: readonly ReceiptTaker[],
  told: ReceiptTaking,
): ReceiptConflict | undefined {
  if (told.whole !== undefined && told.whole < told.amount) return lessThanPart
  const takers = all.filter((one) => mayBeSame(one, told))
  const conflict = takers.length === 0 ? undefined : among(takers, told)
  const first = takers.find(({ number }) => number !== null)
  return conflict && { ...conflict, ...(first && { first }) }
}

function among(
  takers: readonly ReceiptTaker[],
  { voucher, amount, whole }: ReceiptTaking,
): ReceiptConflict | undefined {
  const said = takers.find(({ wholeFen }) => wholeFen !== null)
  const stated = said?.wholeFen == null ? undefined : BigInt(said.wholeFen)
  if (said && whole !== undefined && whole !== stated) {
    return differs(voucher, stated ?? 0n, nameOf([said]))
  }
  const most = whole ?? stated
  if (most === undefined) return inAnother(voucher, takers)
  const left = most - sumOf(takers)
  return amount <= left ? undefined : exceeded(voucher, { most, left }, nameOf(takers))
}

/** Ledgers of before number their vouchers anew each month: one of another time over another amount is another. */
function mayBeSame(
  { source, onDay, takenFen, account: other }: ReceiptTaker,
  { on, amount, account }: ReceiptTaking,
): boolean {
  if (source !== 'register') return true
  // A bank numbers what comes to one account once.
  if (other !== null && account !== undefined) return keyOf(other) === keyOf(account)
  return onDay === null || on.startsWith(onDay) || BigInt(takenFen) === amount
}

const keyOf = (account: string) => account.normalize('NFKC').replace(/\s/g, '').toLowerCase()

const sumOf = (takers: readonly ReceiptTaker[]): bigint =>
  takers.reduce((sum, { takenFen }) => sum + BigInt(takenFen), 0n)

function nameOf(takers: readonly ReceiptTaker[]): Words {
  const named = takers.map(({ source, number, onDay }) => {
    if (number === null) return { zh: '一个您无权查看的项目', en: 'a case that is closed to you' }
    if (source === 'told') {
      return { zh: `${number}（接手前的分配）`, en: `${number} (shared out before its takeover)` }
    }
    if (source !== 'register') return { zh: number, en: number }
    const day = onDay === null ? { zh: '', en: '' } : { zh: `${onDay}，`, en: `, ${onDay}` }
    return {
      zh: `到账台账（${day.zh}${number}）`,
      en: `the register of receipts (${number}${day.en})`,
    }
  })
  return {
    zh: named.map(({ zh }) => zh).join('、'),
    en: named.map(({ en }) => en).join(', '),
  }
}

const lessThanPart: ReceiptConflict = {
  ...{ at: 'voucherAmount', rule: 'receipt-exceeded' },
  detail: {
    zh: '到账总额不能小于本次登记的金额。',
    en: 'The whole of the receipt cannot be less than the part that is recorded here.',
  },
}

function inAnother(voucher: string, takers: readonly ReceiptTaker[]): ReceiptConflict {
  const by = nameOf(takers)
  const taken = sumOf(takers)
  return {
    ...{ at: 'voucher', rule: 'receipt-in-another' },
    detail: {
      zh: `凭证${voucher}的到账已在${by.zh}登记${yuan(taken)}，一笔到账只计一次收入。确由几个项目分摊的，请填写到账总额；那边登记有误的，先在那边更正；确为另一笔的，在凭证号前注明年月。`,
      en: `Of voucher ${voucher}, ${yuan(taken, 'en')} stand in ${by.en} already, and a receipt is income once. If several share it, say what came in as a whole; if it is wrong there, correct it there first; if it is another receipt, put year and month before its number.`,
    },
  }
}

const differs = (voucher: string, stated: bigint, by: Words): ReceiptConflict => ({
  ...{ at: 'voucherAmount', rule: 'receipt-whole-differs' },
  detail: {
    zh: `${by.zh}登记的凭证${voucher}到账总额是${yuan(stated)}；一笔到账只有一个总额，请核对。`,
    en: `${by.en} says that ${yuan(stated, 'en')} came in under voucher ${voucher}; a receipt has one amount, check it.`,
  },
})

function exceeded(
  voucher: string,
  { most, left }: { readonly most: bigint; readonly left: bigint },
  by: Words,
): ReceiptConflict {
  const rest = left > 0n ? left : 0n
  return {
    ...{ at: 'amount', rule: 'receipt-exceeded' },
    detail: {
      zh: `凭证${voucher}的到账总额${yuan(most)}，已在${by.zh}登记；还可登记${yuan(rest)}。`,
      en: `${yuan(most, 'en')} came in under voucher ${voucher}, see ${by.en}; ${yuan(rest, 'en')} of it are left to record.`,
    },
  }
}
