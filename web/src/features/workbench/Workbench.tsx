import { useQuery } from '@tanstack/react-query'
import type { WorkbenchWire } from '@yizhuan/server/wire/workbench/workbench'
import { type ReactNode, useState } from 'react'
import { read, withQuery } from '../../api/client.ts'
import { DayText } from '../../ui/DayText.tsx'
import { Lapses } from '../../ui/Lapses.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { Beginning } from './Beginning.tsx'
import { DueList, type LineExtra } from './DueList.tsx'
import { Figures } from './Figures.tsx'
import { type Grouping, grouped, isMine, isPutOff } from './groups.ts'

/** What is due, by when, and which article says so. */
export function Workbench(props: {
  reminders: LineExtra
  me: { id: string }
  /** What other registers have to say on the first page. */
  besides: ReactNode
}) {
  const { reminders, me, besides } = props
  const { t } = useLanguage()
  const params = useQueryParams()
  const whose = params.get('officer') === 'me' ? 'me' : 'all'
  const officer = whose === 'me' ? me.id : undefined
  const query = useQuery({
    queryKey: ['workbench', officer ?? ''],
    queryFn: () => read<WorkbenchWire>(withQuery('/workbench', { officer })),
  })
  return (
    <>
      <PageHeader
        title={t('workbench.title')}
        note={query.data && <DayText day={query.data.today} />}
      >
        <Segments
          label={t('officers.whose')}
          value={whose}
          onChange={(value) => params.set({ officer: value === 'me' ? 'me' : undefined })}
          choices={[
            { value: 'all', label: t('officers.all') },
            { value: 'me', label: t('officers.mine') },
          ]}
        />
      </PageHeader>
      <Loaded query={query}>
        {(desk) => (
          <>
            <Lapses lapses={desk.lapses} />
            {desk.beginning ? (
              <Beginning there={desk.beginning} />
            ) : (
              <Desk key="desk" desk={desk} reminders={reminders} besides={besides} />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

function Desk(props: { desk: WorkbenchWire; reminders: LineExtra; besides: ReactNode }) {
  const { desk, reminders, besides } = props
  const { t } = useLanguage()
  const [by, groupBy] = useState<'day' | 'case'>('day')
  const mine = desk.due.filter((line) => isMine(line) && !isPutOff(line))
  const putOff = desk.due.filter((line) => isMine(line) && isPutOff(line))
  return (
    <div className="two wide-left">
      <div>
        <Panel
          title={`${t('workbench.dueNow')} ${mine.length}`}
          extra={
            <Segments
              label={t('workbench.groupBy')}
              value={by}
              onChange={groupBy}
              choices={[
                { value: 'day', label: t('workbench.byDay') },
                { value: 'case', label: t('workbench.byCase') },
              ]}
            />
          }
        >
          {mine.length === 0 ? (
            <Nothing text={t('workbench.nothingDue')} hint={t('workbench.nothingHint')} />
          ) : (
            <DueList groups={grouped(mine, by)} by={by} reminders={reminders} />
          )}
          {putOff.length > 0 && (
            <details className="put-off">
              <summary>
                {t('calendar.snoozedGroup')} {putOff.length}
              </summary>
              <DueList groups={grouped(putOff, 'case')} by="case" reminders={reminders} />
            </details>
          )}
        </Panel>
        <Waiting desk={desk} reminders={reminders} />
      </div>
      <div>
        <Figures desk={desk} />
        {besides}
      </div>
    </div>
  )
}

function Waiting({ desk, reminders }: { desk: WorkbenchWire; reminders: LineExtra }) {
  const { t } = useLanguage()
  const [by, groupBy] = useState<Grouping>('day')
  const waiting = desk.due.filter((line) => !isMine(line))
  if (waiting.length === 0) return null
  return (
    <Panel
      title={`${t('workbench.waiting')} ${waiting.length}`}
      extra={
        <Segments
          label={t('workbench.groupBy')}
          value={by}
          onChange={groupBy}
          choices={[
            { value: 'day', label: t('workbench.byDay') },
            { value: 'person', label: t('workbench.byPerson') },
            { value: 'case', label: t('workbench.byCase') },
          ]}
        />
      }
    >
      <DueList groups={grouped(waiting, by)} by={by} reminders={reminders} />
    </Panel>
  )
}
