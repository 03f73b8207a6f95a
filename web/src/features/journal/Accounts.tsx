import { useQuery } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { type AccountWire, type ChartWire, chartQuery } from './journal.api.ts'
import { NameAccount } from './NameAccount.tsx'

/** The chart of accounts with the numbers of the institution's own books, and how events are posted. */
export function Accounts({ mayName }: { mayName: boolean }) {
  const { t, lang } = useLanguage()
  const query = useQuery(chartQuery)
  const [chosen, choose] = useState<AccountWire>()
  return (
    <>
      <PageHeader title={t('journal.accounts')} note={t('journal.accountsLead')} />
      <Loaded query={query}>
        {(chart) => (
          <>
            {!chart.verified && (
              <Callout tone="due" title={t('journal.unverified')}>
                <p>
                  {chart.title[lang]} · {chart.source}
                </p>
              </Callout>
            )}
            <Panel>
              <AccountTable of={chart} onName={mayName ? choose : undefined} />
            </Panel>
            <Panel title={t('journal.rules')}>
              <RuleTable of={chart} />
              <ul className="muted">
                {chart.unposted.map((why) => (
                  <li key={why.en}>{why[lang]}</li>
                ))}
              </ul>
            </Panel>
          </>
        )}
      </Loaded>
      {chosen && <NameAccount account={chosen} onClose={() => choose(undefined)} />}
    </>
  )
}

function AccountTable(props: {
  of: ChartWire
  onName: ((account: AccountWire) => void) | undefined
}) {
  const { t, lang, named } = useLanguage()
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('journal.account')}</th>
          <th>{t('journal.kind')}</th>
          <th>{t('journal.own')}</th>
          {props.onName && <th />}
        </tr>
      </thead>
      <tbody>
        {props.of.accounts.map((one) => (
          <tr key={one.account}>
            <td>
              <a href={`/chart-of-accounts/${one.account}`}>
                <span className="figure">{one.account}</span> {one.name[lang]}
              </a>
            </td>
            <td data-label={t('journal.kind')}>{named('journal.kinds', one.kind)}</td>
            <td data-label={t('journal.own')}>
              {one.own ? (
                <>
                  <span className="figure">{one.own.number}</span> {one.own.name}
                  <div className="muted">
                    {one.own.madeName} · {dayInChina(one.own.madeAt)}
                  </div>
                </>
              ) : (
                <span className="muted">{t('journal.asInChart')}</span>
              )}
            </td>
            {props.onName && (
              <td>
                <Button small onClick={() => props.onName?.(one)}>
                  {t('journal.name')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RuleTable({ of: { rules } }: { of: ChartWire }) {
  const { t, lang } = useLanguage()
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('journal.event')}</th>
          <th>{t('journal.posting')}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ kind, label, lines }) => (
          <tr key={kind}>
            <td>{label[lang]}</td>
            <td data-label={t('journal.posting')}>
              {lines.map(({ debit, credit }) => (
                <div key={`${debit}${credit}`} className="nowrap">
                  {t('journal.debit')} <span className="figure">{debit}</span> ·{' '}
                  {t('journal.credit')} <span className="figure">{credit}</span>
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
