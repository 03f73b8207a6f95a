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
import { Total } from '../../ui/Total.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import {
  listsQuery,
  type RegistrationLineWire,
  type RegistrationPageWire,
  states,
} from './registration.api.ts'
import { StateChip } from './StateChip.tsx'

/** Every attempt to register a technology contract, the newest contracts first. */
export function RegistrationList() {
  const { t, say } = useLanguage()
  const params = useQueryParams()
  const names = ['q', 'state', 'kind', 'signedFrom', 'signedTo'] as const
  const filter = Object.fromEntries(names.map((name) => [name, params.get(name)]))
  const { data: lists } = useQuery(listsQuery)
  const { query, items, first } = usePages<RegistrationLineWire, RegistrationPageWire>(
    '/registrations',
    filter,
  )
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeader title={t('registrations.title')} note={t('registrations.lead')}>
        <SavedViews list="registrations" />
        <LinkButton href="/unregistered-contracts">{t('unregistered.link')}</LinkButton>
        <ExportMenu path="/registrations" filter={filter} />
        <ExportMenu
          path="/registration-events"
          filter={filter}
          label={t('registrations.exportEvents')}
        />
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('registrations.search')}
            value={filter['q']}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('registrations.state')}
            value={filter['state']}
            choices={states.map((value) => ({ value, label: t(`registrations.states.${value}`) }))}
            onChange={(state) => params.set({ state })}
          />
          <FilterSelect
            label={t('registrations.fields.kind')}
            value={filter['kind']}
            choices={(lists?.lists['kind']?.codes ?? []).map(({ code, label }) => ({
              ...{ value: code, label: say(label) },
            }))}
            onChange={(kind) => params.set({ kind })}
          />
          <FilterDay
            label={t('registrations.signedFrom')}
            value={filter['signedFrom']}
            onChange={(signedFrom) => params.set({ signedFrom })}
          />
          <FilterDay
            label={t('registrations.signedTo')}
            value={filter['signedTo']}
            onChange={(signedTo) => params.set({ signedTo })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={
            isFiltered ? (
              <Nothing text={t('general.nothingFound')} />
            ) : (
              <Nothing text={t('registrations.none')} hint={t('registrations.noneHint')} />
            )
          }
        >
          <Lines items={items} totals={first?.totals} />
        </PagedList>
      </Panel>
    </>
  )
}

function Lines(props: {
  items: readonly RegistrationLineWire[]
  totals: RegistrationPageWire['totals']
}) {
  const { t } = useLanguage()
  const { totals } = props
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('registrations.fields.title')}</th>
          <th>{t('registrations.fields.buyerName')}</th>
          <th>{t('registrations.state')}</th>
          <th>{t('registrations.fields.number')}</th>
          <th className="num">{t('registrations.fields.amountFen')}</th>
          <th className="num">{t('registrations.fields.recognisedFen')}</th>
          <th className="num">{t('registrations.verifiedIncome')}</th>
        </tr>
      </thead>
      <tbody>
        {props.items.map((one) => (
          <tr key={one.id}>
            <td>
              <a href={`/registrations/${one.id}`} className="row-title">
                {one.title}
              </a>
              <div>
                <small className="muted">
                  {one.contractNumber} {one.signedOn}
                  {one.attempt > 1 && ` · ${t('registrations.attempt', { count: one.attempt })}`}
                </small>
              </div>
            </td>
            <td data-label={t('registrations.fields.buyerName')}>{one.buyerName}</td>
            <td data-label={t('registrations.state')}>
              <StateChip state={one.state} />
            </td>
            <td className="figure" data-label={t('registrations.fields.number')}>
              {one.number ?? '—'}
              {one.decidedOn && <div className="muted nowrap">{one.decidedOn}</div>}
            </td>
            <td className="num" data-label={t('registrations.fields.amountFen')}>
              {one.amountFen && <Money fen={one.amountFen} />}
            </td>
            <td className="num" data-label={t('registrations.fields.recognisedFen')}>
              {one.recognisedFen && <Money fen={one.recognisedFen} />}
            </td>
            <td className="num" data-label={t('registrations.verifiedIncome')}>
              {one.verifiedFen !== '0' && <Money fen={one.verifiedFen} />}
            </td>
          </tr>
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <tr>
            <td colSpan={4}>{t('registrations.totals', { count: totals.count })}</td>
            <td className="num" data-label={t('registrations.fields.amountFen')}>
              <Total fen={totals.amountFen} unknown={totals.unknown.amountFen} />
            </td>
            <td className="num" data-label={t('registrations.fields.recognisedFen')}>
              <Total fen={totals.recognisedFen} unknown={totals.unknown.recognisedFen} />
            </td>
            <td className="num" data-label={t('registrations.verifiedIncome')}>
              <Money fen={totals.verifiedFen} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
