import { useQuery } from '@tanstack/react-query'
import { Callout } from '../../ui/Callout.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { balanceQuery, differencesQuery, type TrialBalanceWire } from './journal.api.ts'
import { MonthFilter } from './MonthFilter.tsx'

const books = ['financial', 'budget'] as const

/** The trial balance of a month, and whether the books are what the records say. */
export function Balance() {
  const { t } = useLanguage()
  const params = useQueryParams()
  const query = useQuery(balanceQuery(params.get('month')))
  const month = query.data?.month ?? params.get('month')
  return (
    <>
      <PageHeader title={t('journal.balance')} note={t('journal.balanceLead')}>
        <ExportMenu path="/journal/trial-balance" filter={{ month }} />
      </PageHeader>
      <Reconciled />
      <Panel>
        <div className="filters">
          <MonthFilter value={month} onChange={(chosen) => params.set({ month: chosen })} />
        </div>
        <Loaded query={query}>
          {(balance) =>
            balance.rows.length === 0 ? (
              <Nothing text={t('journal.nothingMoved')} hint={t('journal.noneHint')} />
            ) : (
              <Scroll label={t('journal.balance')}>
                <Rows of={balance} />
              </Scroll>
            )
          }
        </Loaded>
      </Panel>
    </>
  )
}

/** Says that every account of every record was compared, and where one differs. */
function Reconciled() {
  const { t } = useLanguage()
  const { data } = useQuery(differencesQuery)
  if (!data || data.compared === 0) return null
  if (data.items.length === 0) {
    return <Callout tone="good" title={t('journal.reconciled', { count: data.compared })} />
  }
  return (
    <Callout tone="bad" title={t('journal.differs', { count: data.items.length })}>
      <ul>
        {data.items.slice(0, 20).map((one) => (
          <li key={`${one.record}${one.account}${one.person}`}>
            {one.account} {one.person} · {t('journal.recorded')} <Money fen={one.recordedFen} /> ·{' '}
            {t('journal.posted')} <Money fen={one.postedFen} />
          </li>
        ))}
      </ul>
    </Callout>
  )
}

const columns = ['opening', 'debit', 'credit', 'closing'] as const

function Rows({ of: { rows, totals, month } }: { of: TrialBalanceWire }) {
  const { t, lang, named } = useLanguage()
  return (
    <table className="grid grid-links balance-sheet stacks">
      <thead>
        <tr>
          <th>{t('journal.account')}</th>
          <th className="num">{t('journal.opening')}</th>
          <th className="num">{t('journal.debit')}</th>
          <th className="num">{t('journal.credit')}</th>
          <th className="num">{t('journal.closing')}</th>
        </tr>
      </thead>
      {books.map((book) => (
        <tbody key={book}>
          <tr>
            <th colSpan={5} scope="rowgroup">
              {named('journal.books', book)}
            </th>
          </tr>
          {rows
            .filter((row) => row.book === book)
            .map((row) => (
              <tr key={row.account}>
                <td>
                  <a href={`/chart-of-accounts/${row.account}?month=${month}`}>
                    <span className="figure">{row.account}</span> {row.name[lang]}
                  </a>
                </td>
                {columns.map((column) => (
                  <td className="num nowrap" key={column} data-label={t(`journal.${column}`)}>
                    {row[`${column}Fen`] === '0' ? (
                      <span className="muted">—</span>
                    ) : (
                      <Money fen={row[`${column}Fen`]} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          <tr>
            <td>{t('journal.sum')}</td>
            <td />
            <td className="num nowrap" data-label={t('journal.debit')}>
              <Money fen={totals[book].debitFen} />
            </td>
            <td className="num nowrap" data-label={t('journal.credit')}>
              <Money fen={totals[book].creditFen} />
            </td>
            <td />
          </tr>
        </tbody>
      ))}
    </table>
  )
}
