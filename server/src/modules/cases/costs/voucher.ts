import type { Words } from '@yizhuan/kit'

// A cost is deducted once, ever: what all cases of a house take of one voucher is never more than it comes to
// (gd-2025#a23.p1). A voucher of one case needs no word on that; one that several share says its whole.

/** Who takes of a voucher: a case that deducts it, or an asset that it was spent on. */
export interface VoucherTaker {
  readonly taker: 'case' | 'asset'
  readonly id: string
  /** None where it is of a case that is closed to whoever asks. */
  readonly number: string | null
  readonly takenFen: string
  /** What was said that the whole voucher comes to. */
  readonly wholeFen: string | null
}

/** What somebody wants to take of a voucher. */
export interface Taking {
  readonly taker: 'case' | 'asset'
  readonly id: string | undefined
  readonly voucher: string
  readonly amount: bigint
  readonly whole?: bigint | undefined
  /** What of it takes the place of something taken before. */
  readonly instead?: bigint | undefined
}

/** Why nothing may be taken of a voucher. */
export interface VoucherConflict {
  readonly at: 'voucher' | 'voucherAmount' | 'amount'
  readonly rule: 'voucher-in-another' | 'voucher-amount-differs' | 'voucher-exceeded'
  readonly detail: Words
}

/** A voucher as the database compares it (`voucher_key`): the same however it is typed. */
export const voucherKey = (voucher: string): string =>
  voucher.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()

/** What stands against taking so much of a voucher, and who took of it. */
export function voucherConflict(
  takers: readonly VoucherTaker[],
  { taker, id, voucher, amount, whole, instead = 0n }: Taking,
): VoucherConflict | undefined {
  const alike = takers.filter((one) => one.taker === taker)
  const others = alike.filter((one) => one.id !== id)
  const said = takers.find(({ wholeFen }) => wholeFen !== null)
  const stated = said?.wholeFen == null ? undefined : BigInt(said.wholeFen)
  if (whole !== undefined && whole < amount) return lessThanPart
  if (said && whole !== undefined && stated !== undefined && whole !== stated) {
    return differs(voucher, stated, nameOf([said]))
  }
  // What the ledger of assets knows of a voucher is what it comes to, until somebody says more.
  const booked = takers.filter((one) => one.taker === 'asset')
  const known = taker === 'case' && booked.length > 0 ? sumOf(booked) : undefined
  const most = whole ?? stated ?? known
  if (most === undefined) {
    return others.length > 0 ? inAnother(voucher, nameOf(others)) : undefined
  }
  const left = most - sumOf(alike) + instead
  if (amount <= left) return undefined
  return exceeded(voucher, { most, left }, nameOf(others.length > 0 ? others : takers))
}

const sumOf = (takers: readonly VoucherTaker[]): bigint =>
  takers.reduce((sum, { takenFen }) => sum + BigInt(takenFen), 0n)

function nameOf(takers: readonly VoucherTaker[]): Words {
  const numbers = takers.flatMap(({ number }) => number ?? [])
  const isHidden = numbers.length < takers.length
  return {
    zh: [...numbers, ...(isHidden ? ['一个您无权查看的项目'] : [])].join('、'),
    en: [...numbers, ...(isHidden ? ['a case that is closed to you'] : [])].join(', '),
  }
}

const lessThanPart: VoucherConflict = {
  ...{ at: 'voucherAmount', rule: 'voucher-exceeded' },
  detail: {
    zh: '凭证总额不能小于本项目分摊的金额。',
    en: 'The whole of the voucher cannot be less than the part that is taken here.',
  },
}

/** Of one voucher two lines say that it comes to different sums. */
export const wholesDiffer: VoucherConflict = {
  ...{ at: 'voucherAmount', rule: 'voucher-amount-differs' },
  detail: {
    zh: '同一张凭证只有一个总额，这里填写的总额前后不一，请核对。',
    en: 'A voucher has one amount, and two lines say different ones; check them.',
  },
}

const inAnother = (voucher: string, by: Words): VoucherConflict => ({
  ...{ at: 'voucher', rule: 'voucher-in-another' },
  detail: {
    zh: `凭证${voucher}已在${by.zh}登记，一笔费用只扣除一次。确由几方分摊的，请填写凭证总额；那边登记有误的，先在那边更正；确为另一张凭证的，在凭证号前注明年月。`,
    en: `Voucher ${voucher} stands in ${by.en} already, and a cost is deducted once. If it is shared, say what the whole voucher comes to; if it is wrong there, withdraw it there first; if it is another voucher, put year and month before its number.`,
  },
})

const differs = (voucher: string, stated: bigint, by: Words): VoucherConflict => ({
  ...{ at: 'voucherAmount', rule: 'voucher-amount-differs' },
  detail: {
    zh: `${by.zh}登记的凭证${voucher}总额是${yuan(stated)}元；同一张凭证只有一个总额，请核对。`,
    en: `${by.en} says that voucher ${voucher} comes to ${yuan(stated)} yuan; a voucher has one amount, check it.`,
  },
})

function exceeded(
  voucher: string,
  { most, left }: { readonly most: bigint; readonly left: bigint },
  by: Words,
): VoucherConflict {
  const rest = left > 0n ? left : 0n
  return {
    ...{ at: 'amount', rule: 'voucher-exceeded' },
    detail: {
      zh: `凭证${voucher}总额${yuan(most)}元，见${by.zh}；还可扣除${yuan(rest)}元。`,
      en: `Voucher ${voucher} comes to ${yuan(most)} yuan, see ${by.en}; ${yuan(rest)} yuan of it are left to deduct.`,
    },
  }
}

function yuan(fen: bigint): string {
  const text = `${fen}`.padStart(3, '0')
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}
