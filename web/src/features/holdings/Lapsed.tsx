import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'

/** Says of an appraised worth that its appraisal is over, and since when; nothing while it holds. */
export function Lapsed({ on }: { on: string | null }) {
  const { t } = useLanguage()
  if (on === null) return null
  return (
    <div>
      <span className="chip chip-expired">{t('holdings.lapsed')}</span>{' '}
      <small className="muted">
        {t('holdings.appraisal.until')} <DayText day={on} isShort />
      </small>
    </div>
  )
}
