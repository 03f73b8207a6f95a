import { InputError, mul, parseRatio, type Ratio, ratio, ratioText } from '@yizhuan/kit'
import { type Currency, currencies } from '../currency/exchange.ts'

// What one piece costs, as people write it: in units of the currency, with parts of the smallest where agreed.

/** The most decimals that people agree on; what does not end by then stays a fraction. */
const MOST = 6

const unitsOf = (currency: Currency) => 10n ** BigInt(currencies[currency])

/** An amount for one piece in units of its currency: `12.50`, `0.005`. */
export function perPieceText(rate: Ratio, currency: Currency): string {
  const each = mul(rate, ratio(1n, unitsOf(currency)))
  const scaled = mul(each, ratio(10n ** BigInt(MOST)))
  if (scaled.d !== 1n) return ratioText(each)
  const digits = `${scaled.n}`.padStart(MOST + 1, '0')
  const [whole, rest] = [digits.slice(0, -MOST), digits.slice(-MOST)]
  const least = currencies[currency]
  const decimals = rest.slice(0, least) + rest.slice(least).replace(/0+$/, '')
  return decimals === '' ? whole : `${whole}.${decimals}`
}

const noRate = (field: string) =>
  new InputError(field, 'piece-rate', {
    zh: '请填写每件提成金额，最多六位小数',
    en: 'Give the amount for each piece, with six decimals at most',
  })

/** What was typed for one piece, in the smallest units of its currency, as terms are written down. */
export function perPieceMinor(typed: string, currency: Currency): string {
  const plain = typed.normalize('NFKC').replace(/[\s,¥]/g, '')
  if (!/^\d{1,12}(\.\d{1,6}|\/\d{1,6})?$/.test(plain)) throw noRate('rate')
  return ratioText(mul(parseRatio(plain), ratio(unitsOf(currency))))
}

/** What is written down for one piece: smallest units, whole, in part or as a fraction; no share of anything. */
export function pieceRate(written: string, field: string): Ratio {
  if (!/^\d+(\.\d+|\/\d+)?$/.test(written)) throw noRate(field)
  return parseRatio(written, field)
}
