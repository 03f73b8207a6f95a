import { fenText, Money, typedYuan, yuanText } from './Money.tsx'

// Amounts in any currency: typed and shown in its units, kept in its smallest unit.

const withoutDecimals = new Set(['JPY', 'KRW'])

/** What was typed in units of a currency as its smallest units; undefined where it is no amount. */
export function minorText(typed: string, currency: string): string | undefined {
  const hundredths = fenText(typed)
  if (hundredths === undefined || !withoutDecimals.has(currency)) return hundredths
  return hundredths.endsWith('00') || hundredths === '0'
    ? `${BigInt(hundredths) / 100n}`
    : undefined
}

/** Smallest units as they are typed. */
export function typedMinor(minor: string, currency: string): string {
  return typedYuan(withoutDecimals.has(currency) ? `${minor}00` : minor)
}

/** An amount as a text: `¥1,000.00` or `USD 1,000.00`. */
export function amountText(minor: string, currency: string): string {
  if (currency === 'CNY') return yuanText(minor)
  const text = yuanText(withoutDecimals.has(currency) ? `${minor}00` : minor).replace('¥', '')
  return `${currency} ${withoutDecimals.has(currency) ? text.slice(0, -3) : text}`
}

/** An amount in any currency. */
export function Amount({ minor, currency }: { minor: string | null; currency: string }) {
  if (minor === null || currency === 'CNY') return <Money fen={minor} />
  return <span className="figure">{amountText(minor, currency)}</span>
}
