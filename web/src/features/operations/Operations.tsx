import { useQuery } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import type { OperationsWire } from '@yizhuan/server/wire/operations/operations'
import { read } from '../../api/client.ts'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'

const chips = { ok: 'met', watch: 'due', bad: 'breached' } as const

/** How the service runs, for whoever looks after it. */
export function Operations() {
  const { t } = useLanguage()
  const query = useQuery({
    queryKey: ['operations'],
    queryFn: () => read<OperationsWire>('/operations'),
    refetchInterval: 60_000,
  })
  return (
    <div className="narrow wide">
      <PageHeader
        title={t('operations.title')}
        note={`${t('operations.lead')} ${t('operations.refreshed')}`}
      />
      <Loaded query={query}>{(state) => <State state={state} />}</Loaded>
    </div>
  )
}

function State({ state: { checks, troubled } }: { state: OperationsWire }) {
  const { t, say } = useLanguage()
  return (
    <>
      <Panel>
        <ul className="rows">
          {checks.map(({ id, status, text }) => (
            <li key={id} className="check-line">
              <span className={`chip chip-${chips[status]}`}>
                {t(`operations.statuses.${status}`)}
              </span>{' '}
              <strong>{t(`operations.checks.${id}`)}</strong>
              <div className="muted">{say(text)}</div>
            </li>
          ))}
        </ul>
      </Panel>
      {troubled.length > 0 && (
        <Panel title={t('operations.troubled')}>
          <ul className="rows">
            {troubled.map((job) => (
              <li key={job.task + job.nextTry + job.trouble}>
                <code>{job.task}</code> {job.trouble}
                <div className="muted">
                  {t('operations.attempts', { count: job.attempts })} ·{' '}
                  {t('operations.nextTry', { at: timeInChina(job.nextTry) })}
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
