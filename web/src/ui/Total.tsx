import { useLanguage } from './language.ts'
import { Money } from './Money.tsx'

/**
 * A sum of amounts of which some may not be known: at least what is known, and how many are not. Where none
 * is known there is no sum.
 */
export function Total({ fen, unknown = 0 }: { fen: string | null; unknown?: number | undefined }) {
  const { t } = useLanguage()
  if (fen === null) return <span className="muted">{t('general.sumUnknown')}</span>
  if (unknown === 0) return <Money fen={fen} />
  return (
    <>
      {t('general.atLeast')} <Money fen={fen} />
      <div>
        <small className="muted">{t('general.unknownBeside', { count: unknown })}</small>
      </div>
    </>
  )
}
