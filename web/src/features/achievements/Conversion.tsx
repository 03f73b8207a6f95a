import { useLanguage } from '../../ui/language.ts'
import type { AchievementLineWire } from './achievement.api.ts'

/** How an achievement stands with its transfer, and what an old ledger said otherwise. */
export function Conversion({
  of: { conversion, statedConversion: stated },
}: {
  of: Pick<AchievementLineWire, 'conversion' | 'statedConversion'>
}) {
  const { t, named } = useLanguage()
  return (
    <>
      <span className={`chip ${conversion === 'converted' ? 'chip-done' : ''}`}>
        {named('achievements.conversions', conversion)}
      </span>
      {stated !== null && stated !== conversion && (
        <>
          {' '}
          <span className="chip chip-due">
            {t('achievements.ledgerSaid', { said: named('achievements.conversions', stated) })}
          </span>
        </>
      )}
    </>
  )
}
