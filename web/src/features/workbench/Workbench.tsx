import { useQuery } from '@tanstack/react-query'
import type { DueWire, WorkbenchWire } from '@yizhuan/server/wire/workbench/workbench'
import { read } from '../../api/client.ts'
import { CiteText } from '../../ui/CiteText.tsx'
import { DaysLeft, DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'

/** What is due, by when, and which article says so. */
export function Workbench() {
  const { t } = useLanguage()
  const query = useQuery({
    queryKey: ['workbench'],
    queryFn: () => read<WorkbenchWire>('/workbench'),
  })
  return (
    <>
      <PageHeader
        title={t('workbench.title')}
        note={query.data && <DayText day={query.data.today} />}
      />
      <Loaded query={query}>{(desk) => <Desk desk={desk} />}</Loaded>
    </>
  )
}

function Desk({ desk }: { desk: WorkbenchWire }) {
  const { t, named } = useLanguage()
  const mine = desk.due.filter(({ status, waitingFor }) => status !== 'waiting' && !waitingFor)
  const others = desk.due.filter((one) => !mine.includes(one))
  const most = Math.max(1, ...desk.counts.map(({ count }) => count))
  const total = desk.counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="two wide-left">
      <div>
        <Panel title={`${t('workbench.dueNow')}  ${mine.length}`}>
          {mine.length === 0 ? (
            <Nothing text={t('workbench.nothingDue')} hint={t('workbench.nothingHint')} />
          ) : (
            <DueList rows={mine} />
          )}
        </Panel>
        {others.length > 0 && (
          <Panel title={`${t('workbench.waiting')}  ${others.length}`}>
            <DueList rows={others} />
          </Panel>
        )}
      </div>
      <div>
        <Panel
          title={`${t('workbench.underway')}  ${total}`}
          extra={
            desk.suspended > 0 && (
              <span className="chip chip-suspended">
                {t('workbench.suspended', { count: desk.suspended })}
              </span>
            )
          }
        >
          <ul className="funnel">
            {desk.counts.map(({ stage, count }) => (
              <li key={stage}>
                <span>{named('stage', stage)}</span>
                <i style={{ width: `${(count / most) * 100}%` }} />
                <span className="num">{count}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel>
          <dl className="defs">
            <dt>{t('workbench.received')}</dt>
            <dd>
              <Money fen={desk.received} />
            </dd>
            <dt>{t('workbench.distributed')}</dt>
            <dd>
              <Money fen={desk.distributed} />{' '}
              {desk.distributedShare && <span className="muted">{desk.distributedShare}</span>}
            </dd>
          </dl>
        </Panel>
      </div>
    </div>
  )
}

function DueList({ rows }: { rows: readonly DueWire[] }) {
  const { t, say } = useLanguage()
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={`${row.caseId}${row.norm}`} className="due-row">
          <DaysLeft days={row.daysLeft} />
          <div>
            <div>
              <strong>{say(row.title)}</strong> <CiteText cite={row.article} />
            </div>
            <div className="muted">
              <a href={`/cases/${row.caseId}`}>{row.caseNumber}</a> {row.caseTitle}
              {row.due && (
                <>
                  {' · '}
                  <DayText day={row.due} />
                </>
              )}
              {row.waitingFor && ` · ${t('workbench.waitingFor', { who: row.waitingFor })}`}
            </div>
          </div>
          {row.act && !row.waitingFor && (
            <a href={`/cases/${row.caseId}?act=${row.act}`}>{t('workbench.act')} →</a>
          )}
        </li>
      ))}
    </ul>
  )
}
