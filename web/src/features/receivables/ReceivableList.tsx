import { Amount } from '../../ui/amounts.tsx'
import { Callout } from '../../ui/Callout.tsx'
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
import type { ReceivableLineWire, ReceivablePageWire } from './money.api.ts'
import { StateChip } from './StateChip.tsx'

const states = ['open', 'overdue', 'upcoming', 'awaited', 'settled', 'all'] as const
const ages = ['notDue', 'd30', 'd90', 'd180', 'd365', 'older'] as const

/** What is owed, the longest overdue first; filters stand in the address. */
export function ReceivableList() {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const names = ['q', 'state', 'age', 'dueFrom', 'dueTo'] as const
  const filter = Object.fromEntries(names.map((name) => [name, params.get(name)]))
  const { query, items, first } = usePages<ReceivableLineWire, ReceivablePageWire>(
    '/receivables',
    filter,
  )
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeader title={t('receivables.title')} note={t('receivables.lead')}>
        <SavedViews list="receivables" />
        <ExportMenu path="/receivables" filter={filter} />
        <ExportMenu path="/dunning-letters" label={t('dunning.export')} />
      </PageHeader>
      {first?.totals && first.totals.count > 0 && (
        <Ageing totals={first.totals} onChoose={(age) => params.set({ age })} />
      )}
      {first?.withoutTerms !== undefined && first.withoutTerms > 0 && (
        <Callout tone="due" title={t('receivables.withoutTerms', { count: first.withoutTerms })}>
          <p>
            {t('receivables.withoutTermsHint')}{' '}
            <a href="/contracts?terms=none">{t('receivables.showThem')}</a>
          </p>
        </Callout>
      )}
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('receivables.search')}
            value={filter['q']}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('receivables.fields.state')}
            empty={t('receivables.states.open')}
            value={filter['state']}
            choices={states
              .filter((value) => value !== 'open')
              .map((value) => ({ value, label: named('receivables.states', value) }))}
            onChange={(state) => params.set({ state })}
          />
          <FilterSelect
            label={t('receivables.fields.age')}
            value={filter['age']}
            choices={ages.map((value) => ({ value, label: named('receivables.ages', value) }))}
            onChange={(age) => params.set({ age })}
          />
          <FilterDay
            label={t('receivables.dueFrom')}
            value={filter['dueFrom']}
            onChange={(dueFrom) => params.set({ dueFrom })}
          />
          <FilterDay
            label={t('receivables.dueTo')}
            value={filter['dueTo']}
            onChange={(dueTo) => params.set({ dueTo })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={
            isFiltered ? (
              <Nothing text={t('general.nothingFound')} />
            ) : (
              <Nothing text={t('receivables.none')} hint={t('receivables.noneHint')} />
            )
          }
        >
          <Lines items={items} totals={first?.totals} />
        </PagedList>
      </Panel>
    </>
  )
}

type Totals = NonNullable<ReceivablePageWire['totals']>

/** What is open by age: one bar each, the amounts exact beside it. */
function Ageing({ totals, onChoose }: { totals: Totals; onChoose: (age: string) => void }) {
  const { t, named } = useLanguage()
  const most = Math.max(1, ...totals.ages.map(({ openFen }) => Number(openFen)))
  return (
    <Panel title={t('receivables.ageing')} extra={<Money fen={totals.openFen} />}>
      <ul className="ageing">
        {totals.ages.map(({ age, count, openFen }) => (
          <li key={age}>
            <button type="button" className="link" onClick={() => onChoose(age)}>
              {named('receivables.ages', age)}
            </button>
            <span className="ageing-bar" aria-hidden>
              <i
                className={age === 'notDue' ? 'bar-in' : 'bar-late'}
                style={{ width: `${(Number(openFen) / most) * 100}%` }}
              />
            </span>
            <span className="num">
              <Money fen={openFen} />{' '}
              <small className="muted">{t('receivables.counted', { count })}</small>
            </span>
          </li>
        ))}
      </ul>
      <p className="muted">
        {t('receivables.inBooks')} <Money fen={totals.bookedFen} />
      </p>
    </Panel>
  )
}

function Lines({
  items,
  totals,
}: {
  items: readonly ReceivableLineWire[]
  totals: Totals | undefined
}) {
  const { t } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('receivables.fields.dueOn')}</th>
          <th>{t('receivables.fields.label')}</th>
          <th>{t('receivables.fields.contract')}</th>
          <th>{t('receivables.fields.payer')}</th>
          <th>{t('receivables.fields.state')}</th>
          <th className="num">{t('receivables.fields.minor')}</th>
          <th className="num">{t('receivables.fields.open')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td className="nowrap figure" data-label={t('receivables.fields.dueOn')}>
              {one.dueOn ?? '—'}
            </td>
            <td>
              <a href={`/contracts/${one.contractId}`} className="row-title">
                {one.label}
              </a>
            </td>
            <td data-label={t('receivables.fields.contract')}>
              <a href={`/contracts/${one.contractId}`}>
                {one.contractNumber ? `${one.contractNumber} ` : ''}
                {one.contractTitle}
              </a>
            </td>
            <td data-label={t('receivables.fields.payer')}>{one.counterparty}</td>
            <td>
              <StateChip state={one.state} daysLate={one.daysLate} />
            </td>
            <td className="num" data-label={t('receivables.fields.minor')}>
              <Amount minor={one.minor} currency={one.currency} />
            </td>
            <td className="num" data-label={t('receivables.fields.open')}>
              <Amount minor={one.openMinor} currency={one.currency} />
            </td>
          </tr>
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <tr>
            <td colSpan={6}>{t('receivables.totals', { count: totals.count })}</td>
            <td className="num">
              <Money fen={totals.openFen} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
