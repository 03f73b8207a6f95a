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
import type { InvoiceLineWire, InvoicePageWire } from './money.api.ts'
import { StateChip } from './StateChip.tsx'
import { VatRate } from './VatRate.tsx'

const states = ['draft', 'issued', 'paid', 'takenBack', 'red', 'void'] as const
const filterNames = ['q', 'state', 'from', 'to', 'contract'] as const

/** The invoices of all contracts, newest first; filters stand in the address. */
export function InvoiceList() {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const filter = Object.fromEntries(filterNames.map((name) => [name, params.get(name)]))
  const { query, items, first } = usePages<InvoiceLineWire, InvoicePageWire>('/invoices', filter)
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeader title={t('invoices.title')} note={t('invoices.lead')}>
        <SavedViews list="invoices" />
        <ExportMenu path="/invoices" filter={filter} />
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('invoices.search')}
            value={filter['q']}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('receivables.fields.state')}
            value={filter['state']}
            choices={states.map((value) => ({ value, label: named('receivables.states', value) }))}
            onChange={(state) => params.set({ state })}
          />
          <FilterDay
            label={t('invoices.from')}
            value={filter['from']}
            onChange={(from) => params.set({ from })}
          />
          <FilterDay
            label={t('invoices.to')}
            value={filter['to']}
            onChange={(to) => params.set({ to })}
          />
        </div>
        {first?.totals && first.totals.count > 0 && (
          <p className="muted">
            {t('invoices.totals', { count: first.totals.count })}{' '}
            <Money fen={first.totals.amountFen} /> · <Money fen={first.totals.vatFen} />
          </p>
        )}
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={
            isFiltered ? (
              <Nothing text={t('general.nothingFound')} />
            ) : (
              <Nothing text={t('invoices.none')} hint={t('invoices.noneHint')} />
            )
          }
        >
          <Lines items={items} />
        </PagedList>
      </Panel>
    </>
  )
}

function Lines({ items }: { items: readonly InvoiceLineWire[] }) {
  const { t } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('receivables.fields.number')}</th>
          <th>{t('receivables.fields.issuedOn')}</th>
          <th>{t('receivables.fields.contract')}</th>
          <th>{t('receivables.fields.buyer')}</th>
          <th>{t('receivables.fields.state')}</th>
          <th className="num">{t('receivables.fields.amountFen')}</th>
          <th className="num">{t('receivables.fields.vatFen')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id} className={one.state === 'void' ? 'muted' : undefined}>
            <td>
              <a href={`/contracts/${one.contractId}`} className="row-title figure">
                {one.number ?? '—'}
              </a>
            </td>
            <td className="nowrap figure" data-label={t('receivables.fields.issuedOn')}>
              {one.issuedOn ?? '—'}
            </td>
            <td data-label={t('receivables.fields.contract')}>
              <a href={`/contracts/${one.contractId}`}>
                {one.contractNumber ? `${one.contractNumber} ` : ''}
                {one.contractTitle}
              </a>
              <div className="muted">{one.asksFor}</div>
            </td>
            <td data-label={t('receivables.fields.buyer')}>
              {one.buyer}
              {one.voidGround && (
                <div className="muted">{t(`receivables.voidGrounds.${one.voidGround}`)}</div>
              )}
              {one.voidReason && <div className="muted">{one.voidReason}</div>}
              {one.redOfNumber && (
                <div className="muted">{t('receivables.redOf', { number: one.redOfNumber })}</div>
              )}
            </td>
            <td>
              <StateChip state={one.state} />
            </td>
            <td className="num" data-label={t('receivables.fields.amountFen')}>
              <Money fen={one.amountFen} />
            </td>
            <td className="num" data-label={t('receivables.fields.vatFen')}>
              <Money fen={one.vatFen} /> <VatRate rate={one.vatRate} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
