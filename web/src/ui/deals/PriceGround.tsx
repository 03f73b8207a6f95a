import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.ts'
import { DealBenchmark } from './DealBenchmark.tsx'
import { feedbackQuery } from './deals.api.ts'
import { FeedbackList } from './FeedbackList.tsx'

/** What is known beside a price: what companies said of the achievement, and what other deals came to. */
export function PriceGround(props: { achievement: string | undefined; mode?: string | undefined }) {
  const { t } = useLanguage()
  const { achievement, mode } = props
  const heard = useQuery({
    ...feedbackQuery(achievement ?? ''),
    enabled: achievement !== undefined,
  })
  const standing = (heard.data?.items ?? []).filter(({ struck }) => struck === null)
  return (
    <details className="price-ground">
      <summary>{t('deals.ground', { count: standing.length })}</summary>
      <DealBenchmark achievement={achievement} mode={mode} />
      {heard.data && (
        <section>
          <h3>{t('deals.feedback')}</h3>
          {standing.length === 0 ? (
            <p className="hint">
              {t('deals.noFeedback')}{' '}
              {achievement && (
                <a href={`/achievements/${achievement}#feedback`}>{t('deals.record')}</a>
              )}
            </p>
          ) : (
            <FeedbackList items={standing} />
          )}
        </section>
      )}
    </details>
  )
}
