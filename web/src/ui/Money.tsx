import { useLanguage } from './language.ts'

/** Whole fen as ¥ with two decimals, exactly: no floating point on the way. */
export function yuanText(fen: string): string {
  if (!/^-?\d+$/.test(fen)) return fen
  const amount = BigInt(fen)
  const size = amount < 0n ? -amount : amount
  const whole = (size / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0n ? '−' : ''}¥${whole}.${(size % 100n).toString().padStart(2, '0')}`
}

/**
 * Yuan as typed to whole fen: `1,086,400`, `0.5`, `¥20`, `120万`, `120.5万元`. Undefined for anything else,
 * half a fen among it.
 */
export function fenText(typed: string): string | undefined {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '')
  const [, whole, rest = '', large] = /^[¥]?(\d{1,16})(?:\.(\d+))?(万)?元?$/.exec(text) ?? []
  const places = large ? 6 : 2
  if (whole === undefined || rest.length > places) return undefined
  return `${BigInt(whole + rest.padEnd(places, '0'))}`
}

/** Whole fen as they are typed: `1086400` or `1086400.50`. */
export function typedYuan(fen: string): string {
  const amount = BigInt(fen)
  const cents = amount % 100n
  return `${amount / 100n}${cents === 0n ? '' : `.${cents.toString().padStart(2, '0')}`}`
}

/** Large amounts once more in ten thousands; empty for small ones. */
export function wanText(fen: string): string {
  if (!/^-?\d{9,}$/.test(fen)) return ''
  const size = BigInt(fen) < 0n ? -BigInt(fen) : BigInt(fen)
  const cents = size / 10_000n
  const whole = (cents / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = (cents % 100n).toString().padStart(2, '0').replace(/0+$/, '')
  return `${fen.startsWith('-') ? '−' : ''}${whole}${rest ? `.${rest}` : ''}`
}

/** An amount; beside a large one its size in ten thousands. */
export function Money({ fen }: { fen: string | null | undefined }) {
  const { t, lang } = useLanguage()
  if (fen === null || fen === undefined || fen === '') return <span className="muted">—</span>
  const wan = lang === 'zh' ? wanText(fen) : ''
  return (
    <span className="figure">
      {yuanText(fen)}
      {wan && (
        <small className="muted">
          {' '}
          {wan} {t('general.wan')}
        </small>
      )}
    </span>
  )
}
