import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../../ui/language.ts'
import { Panel } from '../../../ui/Page.tsx'
import { docketFiguresQuery } from './docket.api.ts'

/** How the docket stands, for the first page: nothing should lapse because nobody looked. */
export function DocketFigures() {
  const { t } = useLanguage()
  const { data } = useQuery(docketFiguresQuery)
  if (!data) return null
  const { soon, late, missed, unreviewed, deadlines, overdue, lostThisYear } = data
  return (
    <Panel title={t('docket.figures.title')} extra={<a href="/fees">{t('docket.figures.open')}</a>}>
      <dl className="defs">
        <dt>{t('docket.figures.lost')}</dt>
        <dd>
          <strong className={`figure ${lostThisYear > 0 ? 'lacking' : ''}`}>{lostThisYear}</strong>{' '}
          <small className="muted">{t('docket.figures.target')}</small>
        </dd>
        <dt>{t('docket.figures.late')}</dt>
        <dd>
          <a href="/fees?state=inGrace">{late}</a>
        </dd>
        {missed > 0 && (
          <>
            <dt>{t('docket.figures.missed')}</dt>
            <dd>
              <a href="/fees?state=missed" className="lacking">
                {missed}
              </a>
            </dd>
          </>
        )}
        <dt>{t('docket.figures.deadlines')}</dt>
        <dd>
          <a href="/calendar">{deadlines}</a>{' '}
          {overdue > 0 && (
            <small className="lacking">{t('docket.figures.overdue', { count: overdue })}</small>
          )}
        </dd>
        <dt>{t('docket.figures.soon')}</dt>
        <dd>
          <a href="/fees?state=upcoming">{soon}</a>{' '}
          {unreviewed > 0 && (
            <small className="muted">{t('docket.figures.unreviewed', { count: unreviewed })}</small>
          )}
        </dd>
      </dl>
    </Panel>
  )
}
