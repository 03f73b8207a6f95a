import { useLanguage } from './language.ts'

/** Whole fen as ¥ with two decimals, exactly: no floating point on the way. */
export function yuanText(fen: string): string {
  if (!/^-?\d+$/.test(fen)) return fen
  const amount = BigInt(fen)
  const size = amount < 0n ? -amount : amount
  const whole = (size / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0n ? '−' : ''}¥${whole}.${(size % 100n).toString().padStart(2, '0')}`
}

/** An amount; beside a large one its size in ten thousands. */
export function Money({ fen }: { fen: string | null | undefined }) {
  const { t } = useLanguage()
  if (fen === null || fen === undefined || fen === '') return <span className="muted">—</span>
  const isLarge = /^-?\d{9,}$/.test(fen)
  const tenThousands = isLarge ? (Number(BigInt(fen) / 10_000n) / 100).toLocaleString('en-US') : ''
  return (
    <span className="figure">
      {yuanText(fen)}
      {isLarge && (
        <small className="muted">
          {' '}
          {tenThousands} {t('general.wan')}
        </small>
      )}
    </span>
  )
}
