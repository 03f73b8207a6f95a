import { useQuery } from '@tanstack/react-query'
import { LinkButton } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterDay } from '../../ui/FilterDay.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import {
  type ChartWire,
  chartQuery,
  type JournalEntryWire,
  type JournalLineWire,
  type JournalPageWire,
} from './journal.api.ts'
import { SourceLink } from './SourceLink.tsx'

const filterNames = ['q', 'from', 'to', 'account', 'source', 'case'] as const
const sources = [
  'case',
  'receipt',
  'asset',
  'asset_booking',
  'fee_batch',
  'right_fee',
  'fee_share',
  'payout',
  'grant_bonus',
  'staff_award',
  'fund',
  'receivable',
  'closing',
  'tax_remittance',
  'vat_settlement',
  'receipt_hold',
] as const

/** The journal: what happened to money, in double entry; filters stand in the address. */
export function Journal() {
  const { t, lang, named } = useLanguage()
  const params = useQueryParams()
  const filter = Object.fromEntries(filterNames.map((name) => [name, params.get(name)]))
  const { query, items, first } = usePages<JournalEntryWire, JournalPageWire>('/journal', filter)
  const chart = useQuery(chartQuery).data
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeader title={t('journal.title')} note={t('journal.lead')}>
        <SavedViews list="journal" />
        <ExportMenu path="/journal" filter={filter} />
        <LinkButton href="/trial-balance">{t('journal.balance')}</LinkButton>
        <LinkButton href="/vouchers" kind="primary">
          {t('journal.vouchers')}
        </LinkButton>
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('journal.search')}
            value={filter['q']}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('journal.account')}
            value={filter['account']}
            choices={(chart?.accounts ?? []).map(({ account, name }) => ({
              value: account,
              label: `${account} ${name[lang]}`,
            }))}
            onChange={(account) => params.set({ account })}
          />
          <FilterSelect
            label={t('journal.source')}
            value={filter['source']}
            choices={sources.map((value) => ({ value, label: named('journal.sources', value) }))}
            onChange={(source) => params.set({ source })}
          />
          <FilterDay
            label={t('journal.from')}
            value={filter['from']}
            onChange={(from) => params.set({ from })}
          />
          <FilterDay
            label={t('journal.to')}
            value={filter['to']}
            onChange={(to) => params.set({ to })}
          />
        </div>
        {first?.totals && first.totals.count > 0 && (
          <p className="muted">
            {t('journal.totals', { count: first.totals.count })} {t('journal.books.financial')}{' '}
            <Money fen={first.totals.financialFen} /> · {t('journal.books.budget')}{' '}
            <Money fen={first.totals.budgetFen} />
          </p>
        )}
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={
            isFiltered ? (
              <Nothing text={t('general.nothingFound')} />
            ) : (
              <Nothing text={t('journal.none')} hint={t('journal.noneHint')} />
            )
          }
        >
          <ul className="journal-entries">
            {items.map((entry) => (
              <Entry key={entry.id} entry={entry} chart={chart} />
            ))}
          </ul>
        </PagedList>
      </Panel>
    </>
  )
}

function Entry({ entry, chart }: { entry: JournalEntryWire; chart: ChartWire | undefined }) {
  const { t, lang, named } = useLanguage()
  return (
    <li className="journal-entry">
      <div className="journal-head">
        <span className="figure nowrap">{entry.datedOn}</span> <strong>{entry.label[lang]}</strong>{' '}
        {entry.isReversal && <span className="chip chip-breached">{t('journal.reversal')}</span>}{' '}
        <SourceLink of={entry} />
        <div className="muted">
          {named('journal.sources', entry.source)}
          {entry.department && ` · ${entry.department}`}
          {entry.reference && ` · ${t('journal.reference')} ${entry.reference}`}
          {entry.actedOn && ` · ${t('journal.actedOn', { day: entry.actedOn })}`}
        </div>
      </div>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('journal.account')}</th>
            <th className="num">{t('journal.debit')}</th>
            <th className="num">{t('journal.credit')}</th>
          </tr>
        </thead>
        <tbody>
          {entry.lines.map((line) => (
            <Line key={`${line.account}${line.side}${line.person}`} line={line} chart={chart} />
          ))}
        </tbody>
      </table>
    </li>
  )
}

function Line({ line, chart }: { line: JournalLineWire; chart: ChartWire | undefined }) {
  const { t, lang } = useLanguage()
  const { account, person, side, amountFen } = line
  const known = chart?.accounts.find((one) => one.account === account)
  const amount = <Money fen={amountFen} />
  return (
    <tr>
      <td>
        <a href={`/chart-of-accounts/${account}`}>
          <span className="figure">{known?.own?.number ?? account}</span>{' '}
          {known?.own?.name ?? known?.name[lang]}
        </a>
        {person && <span className="muted"> · {person}</span>}
        {line.book === 'budget' && (
          <>
            {' '}
            <span className="chip">{t('journal.books.budget')}</span>
          </>
        )}
      </td>
      <td className="num" data-label={side === 'debit' ? t('journal.debit') : undefined}>
        {side === 'debit' && amount}
      </td>
      <td className="num" data-label={side === 'credit' ? t('journal.credit') : undefined}>
        {side === 'credit' && amount}
      </td>
    </tr>
  )
}
