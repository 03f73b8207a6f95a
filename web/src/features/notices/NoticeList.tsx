import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { DaysLeft, DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { readNotices } from './notice.api.ts'

/** Every public notice, newest first; needs no account. */
export function NoticeList() {
  const { t } = useLanguage()
  const query = useInfiniteQuery({
    queryKey: ['notices'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => readNotices(pageParam),
    getNextPageParam: (page) => page.nextCursor,
  })
  const notices = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <PageHeader title={t('notices.title')} note={t('notices.lead')} />
      <ProblemAlert error={query.error} />
      <Panel>
        {query.isSuccess && notices.length === 0 && <Nothing />}
        <ul className="rows">
          {notices.map((notice) => (
            <li key={notice.id}>
              <span className={`chip chip-${notice.state}`}>
                {t(`notices.states.${notice.state}`)}
              </span>{' '}
              <a href={`/notices/${notice.id}`}>
                <strong>{notice.title}</strong>
              </a>{' '}
              <span className="muted">{t(`notices.kinds.${notice.kind}`)}</span>
              <div className="muted">
                {notice.institution} · <DayText day={notice.publishedOn} /> →{' '}
                <DayText day={notice.endsOn} />{' '}
                {notice.state === 'running' && notice.daysLeft !== null && (
                  <DaysLeft days={notice.daysLeft} />
                )}
              </div>
            </li>
          ))}
        </ul>
      </Panel>
      {query.hasNextPage && (
        <Button onClick={() => query.fetchNextPage()}>{t('general.loadMore')}</Button>
      )}
    </>
  )
}
