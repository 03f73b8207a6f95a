import { useQuery } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { address, withQuery } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { FilterDay } from '../../ui/FilterDay.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type RunWire, runsQuery, sendVouchers, useRereadJournal } from './journal.api.ts'

/** Vouchers for the finance system: what waits, sending it, and what went out when. */
export function Vouchers({ maySend }: { maySend: boolean }) {
  const { t } = useLanguage()
  const query = useQuery(runsQuery)
  return (
    <>
      <PageHeader title={t('journal.vouchers')} note={t('journal.vouchersLead')} />
      <Loaded query={query}>
        {({ items, waiting, waitingFrom, today }) => (
          <>
            <Callout
              tone={waiting > 0 ? 'due' : 'good'}
              title={
                waiting > 0
                  ? t('journal.waiting', { count: waiting, day: waitingFrom })
                  : t('journal.nothingWaits')
              }
            />
            {maySend && <Send from={waitingFrom ?? `${today.slice(0, 7)}-01`} to={today} />}
            <Panel title={t('journal.runs')}>
              {items.length === 0 ? (
                <Nothing text={t('journal.noRuns')} hint={t('journal.noRunsHint')} />
              ) : (
                <Runs items={items} mayTake={maySend} />
              )}
            </Panel>
          </>
        )}
      </Loaded>
    </>
  )
}

function Send(props: { from: string; to: string }) {
  const { t } = useLanguage()
  const reread = useRereadJournal()
  const [from, setFrom] = useState(props.from)
  const [to, setTo] = useState(props.to)
  const [again, setAgain] = useState(false)
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await sendVouchers({ from, to, again })
      await reread()
      setAgain(false)
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return (
    <Panel title={t('journal.newRun')}>
      <div className="filters">
        <FilterDay label={t('journal.from')} value={from} onChange={setFrom} />
        <FilterDay label={t('journal.to')} value={to} onChange={setTo} />
        <label className="check">
          <input
            type="checkbox"
            checked={again}
            onChange={({ target }) => setAgain(target.checked)}
          />{' '}
          {t('journal.again')}
        </label>
        <Button
          kind="primary"
          busy={isBusy}
          disabled={from === '' || to === ''}
          onClick={() => void send()}
        >
          {t('journal.send')}
        </Button>
      </div>
      <ProblemAlert error={error} />
    </Panel>
  )
}

function Runs({ items, mayTake }: { items: readonly RunWire[]; mayTake: boolean }) {
  const { t, lang } = useLanguage()
  const fileOf = (run: string, format: string) =>
    address(withQuery(`/vouchers.${format}`, { run, lang }))
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('journal.sentAt')}</th>
          <th>{t('journal.period')}</th>
          <th className="num">{t('journal.count')}</th>
          <th>{t('journal.sentBy')}</th>
          {mayTake && <th>{t('journal.file')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((run) => (
          <tr key={run.id}>
            <td className="nowrap figure">{timeInChina(run.madeAt)}</td>
            <td data-label={t('journal.period')}>
              <span className="figure nowrap">
                {run.fromDay} – {run.toDay}
              </span>{' '}
              {run.isAgain && <span className="chip chip-due">{t('journal.wasAgain')}</span>}
            </td>
            <td className="num" data-label={t('journal.count')}>
              {run.entries}
            </td>
            <td data-label={t('journal.sentBy')}>{run.madeName}</td>
            {mayTake && (
              <td className="nowrap" data-label={t('journal.file')}>
                <LinkButton small download href={fileOf(run.id, 'xlsx')}>
                  XLSX
                </LinkButton>{' '}
                <LinkButton small download href={fileOf(run.id, 'csv')}>
                  CSV
                </LinkButton>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
