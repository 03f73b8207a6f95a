import { InputError } from './input-error.ts'
import type { Lang } from './words.ts'

declare const unit: unique symbol

/** Whole fen, the hundredth part of a yuan. */
export type Fen = bigint & { readonly [unit]: 'fen' }

/** Marks a whole number as fen. */
export function fen(amount: bigint): Fen {
  return amount as Fen
}

/** Reads whole fen from a decimal string, a whole number or a bigint; refuses half a fen. */
export function parseFen(input: unknown, field = ''): Fen {
  if (typeof input === 'bigint') return input as Fen
  if (typeof input === 'number' && Number.isSafeInteger(input)) return BigInt(input) as Fen
  if (typeof input === 'string' && /^-?\d{1,30}$/.test(input)) return BigInt(input) as Fen
  throw new InputError(field, 'whole-fen', {
    zh: `“${String(input)}”不是整数分；金额以分为单位填写整数，例如 1 元写作 100`,
    en: `"${String(input)}" is not a whole number of fen; one yuan is 100`,
  })
}

/** Reads an amount in yuan such as `1,086,400.5`; refuses more than two decimals. */
export function parseYuan(input: string, field = ''): Fen {
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,27})(?:\.(\d{1,2}))?$/.exec(input.trim())
  if (!match) {
    throw new InputError(field, 'yuan', {
      zh: `“${input}”不是金额；请以元填写，最多两位小数`,
      en: `"${input}" is not an amount in yuan with at most two decimals`,
    })
  }
  const [, sign = '', whole = '0', cents = ''] = match
  return BigInt(`${sign}${whole.replaceAll(',', '')}${cents.padEnd(2, '0')}`) as Fen
}

/** The amount in yuan with thousands separated and two decimals: `1,086,400.00`. */
export function yuanText(amount: bigint): string {
  const size = amount < 0n ? -amount : amount
  const whole = String(size / 100n).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0n ? '-' : ''}${whole}.${String(size % 100n).padStart(2, '0')}`
}

/** The amount for people: `1,086,400.00 元` or `CNY 1,086,400.00`. */
export function yuan(amount: bigint, lang: Lang = 'zh'): string {
  return lang === 'zh' ? `${yuanText(amount)} 元` : `CNY ${yuanText(amount)}`
}
