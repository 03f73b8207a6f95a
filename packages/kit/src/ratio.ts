import { assert } from './assert.ts'
import type { Fen } from './fen.ts'
import { InputError } from './input-error.ts'

/** An exact rational in lowest terms; `d` is positive. Shares, and money while it is being computed. */
export interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

/** The ratio of two whole numbers. */
export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
  return reduced(BigInt(n), BigInt(d))
}

function reduced(n: bigint, d: bigint): Ratio {
  assert(d !== 0n, 'no division by zero')
  if (d === 1n) return { n, d }
  if (d < 0n) return reduced(-n, -d)
  const shared = commonDivisor(n, d)
  return shared === 1n ? { n, d } : { n: n / shared, d: d / shared }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  const rest = a % b
  if (rest === 0n) return b
  // Shares of law have small parts: from here on a number does what a bigint does slowly.
  if (b <= MOST) return BigInt(euclid(Number(b), Math.abs(Number(rest))))
  let [x, y] = [b, rest < 0n ? -rest : rest]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER)

function euclid(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

/** x + y. */
export function add(x: Ratio, y: Ratio): Ratio {
  return x.d === 1n && y.d === 1n
    ? { n: x.n + y.n, d: 1n }
    : reduced(x.n * y.d + y.n * x.d, x.d * y.d)
}

/** x − y. */
export function sub(x: Ratio, y: Ratio): Ratio {
  return add(x, { n: -y.n, d: y.d })
}

/** x × y. */
export function mul(x: Ratio, y: Ratio): Ratio {
  return reduced(x.n * y.n, x.d * y.d)
}

/** x ÷ y; y is not zero. */
export function div(x: Ratio, y: Ratio): Ratio {
  return reduced(x.n * y.d, x.d * y.n)
}

/** Below zero when x is the smaller, zero when equal. */
export function compare(x: Ratio, y: Ratio): -1 | 0 | 1 {
  const isAlike = x.d === y.d
  const left = isAlike ? x.n : x.n * y.d
  const right = isAlike ? y.n : y.n * x.d
  if (left < right) return -1
  return left > right ? 1 : 0
}

/** Reads `70%`, `0.7`, `7/10` or a whole number, exactly. */
export function parseRatio(input: string | number | bigint, field = ''): Ratio {
  const text = String(input).trim()
  const decimal = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?(%)?$/.exec(text)
  if (decimal) {
    const [, sign = '', whole = '0', rest = '', percent] = decimal
    const scale = 10n ** BigInt(rest.length) * (percent === undefined ? 1n : 100n)
    return ratio(BigInt(`${sign}${whole}${rest}`), scale)
  }
  const fraction = /^(-?\d{1,30})\s*\/\s*(\d{1,30})$/.exec(text)
  const bottom = BigInt(fraction?.[2] ?? 0)
  if (fraction && bottom !== 0n) return ratio(BigInt(fraction[1] ?? 0), bottom)
  throw new InputError(field, 'ratio', {
    zh: `“${text}”不是比例；请写成 70%、0.7 或 7/10`,
    en: `"${text}" is not a share; write 70%, 0.7 or 7/10`,
  })
}

/** The ratio as a percentage for people: `70%`, `33.3333%`. Not for computing. */
export function percent(x: Ratio): string {
  const scaled = (x.n * 1_000_000n) / x.d
  const sign = scaled < 0n ? '-' : ''
  const size = scaled < 0n ? -scaled : scaled
  const decimals = String(size % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return `${sign}${size / 10_000n}${decimals === '' ? '' : `.${decimals}`}%`
}

/** Exact text: `7/10`, or `3` for a whole number. */
export function ratioText(x: Ratio): string {
  return x.d === 1n ? String(x.n) : `${x.n}/${x.d}`
}

/** A legal floor in whole fen: rounded up, so the beneficiary never falls below it. */
export function roundUp(x: Ratio): Fen {
  return -floor(-x.n, x.d) as Fen
}

/** A legal cap in whole fen: rounded down, so it is never exceeded. */
export function roundDown(x: Ratio): Fen {
  return floor(x.n, x.d) as Fen
}

function floor(n: bigint, d: bigint): bigint {
  return n >= 0n ? n / d : -((-n + d - 1n) / d)
}
