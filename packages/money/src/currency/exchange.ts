import {
  type Day,
  type Fen,
  fen,
  InputError,
  mul,
  parseRatio,
  type Ratio,
  ratio,
} from '@yizhuan/kit'

// Amounts in a foreign currency, with the rate of the day kept: what was worked out once is not
// worked out again at another day's rate.

/** The currencies contracts are written in, with how many decimals their amounts have. */
export const currencies = {
  CNY: 2,
  USD: 2,
  EUR: 2,
  GBP: 2,
  HKD: 2,
  JPY: 0,
  KRW: 0,
  CHF: 2,
  SGD: 2,
  CAD: 2,
  AUD: 2,
} as const

export type Currency = keyof typeof currencies

export const currencyCodes = Object.keys(currencies) as readonly Currency[]

/** How many yuan one unit of a currency was worth, on which day, and who said so. */
export interface DayRate {
  readonly on: Day
  readonly rate: Ratio
  readonly source: string
}

/** An amount in the smallest unit of its currency: cents, or whole yen. */
export interface ForeignAmount {
  readonly currency: Currency
  readonly minor: bigint
}

/** Reads a rate such as `7.1043`: a decimal or a fraction, above zero. */
export function parseRate(text: string, field = 'rate'): Ratio {
  const rate = parseRatio(text, field)
  if (rate.n > 0n) return rate
  throw new InputError(field, 'rate', {
    zh: '汇率须大于零；请填写 1 单位外币折合多少元',
    en: 'A rate is above zero; write how many yuan one unit is worth',
  })
}

/** How many fen the smallest unit of a currency is worth at a rate; of yuan it is one. */
export function fenPerMinor(currency: Currency, rate: Ratio | null): Ratio {
  if (currency === 'CNY' || rate === null) return ratio(1)
  return mul(ratio(100n, 10n ** BigInt(currencies[currency])), rate)
}

/** An amount in fen at the rate of a day; half a fen is rounded away from zero. */
export function inFen({ currency, minor }: ForeignAmount, rate: Ratio | null): Fen {
  return nearest(mul(ratio(minor), fenPerMinor(currency, rate)))
}

/** The nearest whole fen; half a fen goes away from zero, so that a refund mirrors its receipt. */
export function nearest({ n, d }: Ratio): Fen {
  const size = n < 0n ? -n : n
  const rounded = (2n * size + d) / (2n * d)
  return fen(n < 0n ? -rounded : rounded)
}
