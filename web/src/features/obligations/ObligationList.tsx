import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { ObligationDay, ObligationOutcome, ObligationState } from './ObligationLine.tsx'
import {
  type ObligationWire,
  obligationKinds,
  obligationStates,
  obligors,
} from './obligation.api.ts'

/** What all contracts oblige to, the earliest due first. */
export function ObligationList() {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = {
    ...{ q: params.get('q'), state: params.get('state') },
    ...{ kind: params.get('kind'), obligor: params.get('obligor') },
  }
  const { query, items } = usePages<ObligationWire>('/obligations', filter)
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeader title={t('obligations.title')} note={t('obligations.note')}>
        <SavedViews list="obligations" />
        <ExportMenu path="/obligations" filter={filter} />
      </PageHeader>
      <Panel>
        <Filters />
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t(isFiltered ? 'general.nothingFound' : 'obligations.none')} />}
        >
          <Lines items={items} />
        </PagedList>
      </Panel>
    </>
  )
}

function Filters() {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const choices = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: named(group, value) }))
  return (
    <div className="filters">
      <SearchBox
        label={t('obligations.search')}
        value={params.get('q')}
        onSearch={(q) => params.set({ q })}
      />
      <FilterSelect
        label={t('obligations.state')}
        value={params.get('state')}
        choices={choices('obligations.states', obligationStates)}
        onChange={(state) => params.set({ state })}
      />
      <FilterSelect
        label={t('obligations.fields.kind')}
        value={params.get('kind')}
        choices={choices('obligations.values.kind', obligationKinds)}
        onChange={(kind) => params.set({ kind })}
      />
      <FilterSelect
        label={t('obligations.fields.obligor')}
        value={params.get('obligor')}
        choices={choices('obligations.values.obligor', obligors)}
        onChange={(obligor) => params.set({ obligor })}
      />
    </div>
  )
}

function Lines({ items }: { items: readonly ObligationWire[] }) {
  const { t, named } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('obligations.fields.title')}</th>
          <th>{t('obligations.contract')}</th>
          <th>{t('obligations.fields.obligor')}</th>
          <th>{t('obligations.fields.dueOn')}</th>
          <th>{t('obligations.state')}</th>
          <th>{t('obligations.fields.outcomeText')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              <a href={`/contracts/${one.contractId}#obligations`} className="row-title">
                {one.title}
              </a>
              <div className="muted">
                {named('obligations.values.kind', one.kind)} {one.clause}
              </div>
            </td>
            <td data-label={t('obligations.contract')}>
              {one.contractTitle}
              <div className="muted">
                {one.contractNumber} {one.counterparty}
              </div>
            </td>
            <td data-label={t('obligations.fields.obligor')}>
              {named('obligations.values.obligor', one.obligor)}
            </td>
            <td className="nowrap" data-label={t('obligations.fields.dueOn')}>
              <ObligationDay one={one} />
            </td>
            <td data-label={t('obligations.state')}>
              <ObligationState one={one} />
            </td>
            <td data-label={one.outcome ? t('obligations.fields.outcomeText') : undefined}>
              <ObligationOutcome one={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
