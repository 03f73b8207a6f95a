import { useQuery } from '@tanstack/react-query'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { NoticeContent } from './NoticeContent.tsx'
import { type NoticeWire, noticeQuery } from './notice.api.ts'

/** One public notice: what is planned, how long one may object, and how to check it. */
export function NoticePage({ id }: { id: string }) {
  const query = useQuery(noticeQuery(id))
  return <Loaded query={query}>{(notice) => <Sheet notice={notice} />}</Loaded>
}

function Sheet({ notice }: { notice: NoticeWire }) {
  const { t, colon } = useLanguage()
  const text = (field: string) =>
    typeof notice.content[field] === 'string' ? notice.content[field] : ''
  return (
    <article className="sheet">
      <PageHeader
        title={notice.title}
        note={
          <>
            {notice.institution} · {t(`notices.kinds.${notice.kind}`)}{' '}
            <span className={`chip chip-${notice.state}`}>
              {t(`notices.states.${notice.state}`)}
            </span>
          </>
        }
      >
        <Button onClick={() => window.print()}>{t('notices.print')}</Button>
      </PageHeader>
      <Period notice={notice} />
      <Panel title={t('notices.what')}>
        <NoticeContent content={notice.content} />
      </Panel>
      <Panel title={t('notices.how')} id="how">
        {text('objectionProcedure') && <p>{text('objectionProcedure')}</p>}
        {text('department') && (
          <p>
            {t('notices.department')}
            {colon}
            <strong>{text('department')}</strong>
          </p>
        )}
        {notice.objectable ? (
          <>
            <p className="muted">{t('notices.effect')}</p>
            <LinkButton kind="primary" href={`/notices/${notice.id}/object`} className="no-print">
              {t('notices.object')}
            </LinkButton>
          </>
        ) : (
          <p className="muted">{t('notices.closed')}</p>
        )}
      </Panel>
      <Panel title={t('notices.hash')}>
        <div className="hash">{notice.contentHash}</div>
        <p className="muted">
          {t('notices.checkHint')}{' '}
          <a className="no-print" href={`/notices/${notice.id}/check`}>
            {t('notices.check')}
          </a>
        </p>
        <p className="only-print muted">
          {location.origin}/notices/{notice.id} · {t('notices.printedOn')} {notice.today}
        </p>
      </Panel>
    </article>
  )
}

/** How long the notice still stands; the large figure a reader looks for. */
function Period({ notice }: { notice: NoticeWire }) {
  const { t } = useLanguage()
  const { day, days, daysLeft, state } = notice
  if (state === 'superseded') return <Callout tone="due" title={t('notices.superseded')} />
  if (state === 'suspended') return <Callout tone="due" title={t('notices.suspended')} />
  return (
    <Panel className="period">
      {state === 'running' && daysLeft !== null && (
        <p className="big">
          {daysLeft > 0 ? t('days.left', { count: daysLeft }) : t('days.today')}
        </p>
      )}
      <div>
        <div>
          <DayText day={notice.publishedOn} /> → <DayText day={notice.endsOn} />
        </div>
        {state === 'running' && day !== null && days !== null && (
          <div
            className="progress"
            role="progressbar"
            aria-label={t('notices.dayOf', { day, days })}
            aria-valuenow={day}
            aria-valuemin={0}
            aria-valuemax={days}
          >
            <i style={{ width: `${(day / Math.max(1, days)) * 100}%` }} />
          </div>
        )}
        <div className="muted">
          {state === 'running' && day !== null && days !== null
            ? `${t('notices.dayOf', { day, days })}，${t('notices.lastIncluded')}`
            : t('notices.lastIncluded')}
        </div>
      </div>
    </Panel>
  )
}
