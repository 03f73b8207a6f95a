import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type {
  AchievementPageWire,
  AchievementWire,
} from '@yizhuan/server/wire/achievements/achievement'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { read, withQuery } from '../../api/client.ts'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'

/** The register of achievements. */
export function AchievementList() {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const query = useInfiniteQuery({
    queryKey: ['achievements', q],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      read<AchievementPageWire>(withQuery('/achievements', { q, cursor: pageParam })),
    getNextPageParam: (page) => page.nextCursor,
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHeader title={t('achievements.title')}>
        <Input.Search allowClear placeholder={t('achievements.search')} onSearch={setQ} />
      </PageHeader>
      <ProblemAlert error={query.error} />
      <Panel>
        {query.isSuccess && items.length === 0 && <Nothing />}
        <ul className="rows">
          {items.map((one) => (
            <li key={one.id}>
              <a href={`/achievements/${one.id}`}>
                {one.number} <strong>{one.title}</strong>
              </a>
              <div className="muted">
                {one.department} <DayText day={one.disclosedOn} />
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

/** One achievement with what was disclosed and who made it. */
export function AchievementPage({ id }: { id: string }) {
  const { t } = useLanguage()
  const query = useQuery({
    queryKey: ['achievement', id],
    queryFn: () => read<AchievementWire>(`/achievements/${id}`),
  })
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <PageHeader
            title={`${one.number} ${one.title}`}
            note={<DayText day={one.disclosedOn} />}
          />
          <Panel title={t('achievements.c2')}>
            <ul className="rows">
              {one.inventors.map((person) => (
                <li key={person.name}>
                  {person.name} <span className="figure">{person.share}</span>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('achievements.summary')}>
            {Object.entries(one.disclosure).map(([group, text]) => (
              <p key={group}>{text}</p>
            ))}
          </Panel>
        </>
      )}
    </Loaded>
  )
}
