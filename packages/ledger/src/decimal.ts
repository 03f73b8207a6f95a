import { type Fen, fen } from '@yizhuan/kit'

/** A decimal number as a whole number and how many of its digits stand behind the point. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** Reads `-1250.00000000005` or `1.26e+7`; undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d{1,2}))?$/i.exec(text)
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(`${sign}${whole}${fraction}`)
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
}

/** The number times a unit of so many fen, to the nearest fen: spreadsheets hold binary noise. */
export function inFen({ digits, scale }: Decimal, unit: bigint): Fen {
  return fen(divideRounded(digits * unit, 10n ** BigInt(scale)))
}

/** Divides to the nearest whole number; a half goes away from zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const half = denominator / 2n
  return numerator >= 0n ? (numerator + half) / denominator : (numerator - half) / denominator
}
