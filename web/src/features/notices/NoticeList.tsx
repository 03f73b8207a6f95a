import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '../../ui/Button.tsx'
import { DaysLeft, DayText } from '../../ui/DayText.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, PageHeader, Panel, Waiting } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { type NoticeLineWire, readNotices } from './notice.api.ts'

const states = ['running', 'suspended', 'ended', 'superseded'] as const
const kinds = [
  'deal',
  'plan',
  'change',
  'empowerment',
  'use_first',
  'abandonment',
  'rectification',
] as const

/** Every public notice, newest first; needs no account. Views are kept for those who have one. */
export function NoticeList({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = { q: params.get('q'), state: params.get('state'), kind: params.get('kind') }
  const query = useInfiniteQuery({
    queryKey: ['notices', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => readNotices({ ...filter, cursor: pageParam }),
    getNextPageParam: (page) => page.nextCursor,
  })
  const notices = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <PageHeader title={t('notices.title')} note={t('notices.lead')}>
        {isSignedIn && <SavedViews list="notices" />}
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('notices.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('notices.state')}
            value={filter.state}
            choices={states.map((value) => ({ value, label: t(`notices.states.${value}`) }))}
            onChange={(state) => params.set({ state })}
          />
          <FilterSelect
            label={t('notices.kind')}
            value={filter.kind}
            choices={kinds.map((value) => ({ value, label: t(`notices.kinds.${value}`) }))}
            onChange={(kind) => params.set({ kind })}
          />
        </div>
        <ProblemAlert error={query.error} />
        {query.isPending && <Waiting />}
        {query.isSuccess && notices.length === 0 && <Nothing text={t('notices.none')} />}
        <ul className="rows">
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('general.loadMore')}
          </Button>
        )}
      </Panel>
    </>
  )
}

function NoticeLine({ notice }: { notice: NoticeLineWire }) {
  const { t } = useLanguage()
  return (
    <li className="notice-line">
      <div>
        <a href={`/notices/${notice.id}`}>
          <strong>{notice.title}</strong>
        </a>
        <div className="muted">
          {notice.institution} · {t(`notices.kinds.${notice.kind}`)}
        </div>
        <div className="muted">
          <DayText day={notice.publishedOn} />
          {notice.endsOn && (
            <>
              {' → '}
              <DayText day={notice.endsOn} />
            </>
          )}
        </div>
      </div>
      <div className="notice-line-state">
        <span className={`chip chip-${notice.state}`}>{t(`notices.states.${notice.state}`)}</span>
        {notice.state === 'running' && notice.daysLeft !== null && (
          <DaysLeft days={notice.daysLeft} />
        )}
      </div>
    </li>
  )
}
