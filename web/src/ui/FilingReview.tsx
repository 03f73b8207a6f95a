import { queryOptions, useQuery } from '@tanstack/react-query'
import type { FilingReviewWire } from '@yizhuan/server/wire/disclosures/evaluation'
import { read } from '../api/client.ts'
import { Callout } from './Callout.tsx'
import { CiteText } from './CiteText.tsx'
import { DayText } from './DayText.tsx'
import { useLanguage } from './language.ts'

/** Of an achievement: the review before a patent is applied for; read anew with the achievement itself. */
const filingReviewQuery = (achievement: string) =>
  queryOptions({
    queryKey: ['achievement', achievement, 'filing-review'],
    queryFn: () => read<FilingReviewWire>(`/achievements/${achievement}/filing-review`),
  })

/**
 * That a text asks for a review before a patent is applied for, and what to do where there was none. What was
 * filed without it is told of one right, or of all in the achievement.
 */
export function FilingReview(props: {
  achievement: string
  /** Only what is told of this right; nothing else is asked then. */
  right?: string
  /** A right is about to be entered: what is missing is told beforehand. */
  isAhead?: boolean
}) {
  const { t, say } = useLanguage()
  const { data } = useQuery(filingReviewQuery(props.achievement))
  if (!data?.asked) return null
  const { asked, outcome, isFiled } = data
  const gaps = props.isAhead
    ? []
    : data.gaps.filter(({ id }) => props.right === undefined || id === props.right)
  const isToCome =
    props.right === undefined && outcome !== 'file' && (props.isAhead === true || !isFiled)
  if (gaps.length === 0 && !isToCome) return null
  const tone = asked.isDraft ? 'info' : gaps.length > 0 ? 'bad' : 'due'
  return (
    <Callout tone={tone} title={t('filingReview.title')}>
      {isToCome && (
        <p>
          {t(outcome === null ? 'filingReview.none' : 'filingReview.notForFiling')}{' '}
          {!props.isAhead && outcome === null && t('filingReview.before')}
        </p>
      )}
      {gaps.length > 0 && (
        <>
          <ul className="rows">
            {gaps.map(({ id, number, title, filedOn, gap }) => (
              <li key={id}>
                <a href={`/rights/${id}`}>
                  {number} {title}
                </a>{' '}
                <DayText day={filedOn} /> {t(`filingReview.gaps.${gap}`)}
              </li>
            ))}
          </ul>
          <p>{t('filingReview.toDo')}</p>
        </>
      )}
      <p className="hint">
        {t('filingReview.by', { text: say(asked.title) })} <CiteText cite={asked.cite} />{' '}
        {t(asked.isDraft ? 'filingReview.byDraft' : 'filingReview.byLaw')}
      </p>
      {(props.isAhead || props.right !== undefined) && (
        <a href={`/achievements/${props.achievement}`}>{t('filingReview.record')}</a>
      )}
    </Callout>
  )
}
