import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { PickCell, type Picking } from '../../ui/edits/picking.tsx'
import { useEditMany } from '../../ui/edits/useEditMany.tsx'
import { FilterDay } from '../../ui/FilterDay.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { NotYetFound } from '../../ui/NotYetFound.tsx'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { Total } from '../../ui/Total.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import {
  type ContractLineWire,
  type ContractPageWire,
  contractKinds,
  contractStatuses,
  modes,
} from './contract.api.ts'
import { HandForm } from './HandForm.tsx'

const filterNames = [
  'q',
  'kind',
  'mode',
  'status',
  'signedFrom',
  'signedTo',
  'achievement',
  'patent',
  'terms',
] as const

/** The register of contracts; filters stand in the address. */
export function ContractList(props: { mayWrite: boolean; onEntered: (id: string) => void }) {
  const { mayWrite } = props
  const { t, named } = useLanguage()
  const [isEntering, enter] = useState(false)
  const params = useQueryParams()
  const filter = Object.fromEntries(filterNames.map((name) => [name, params.get(name)]))
  const { query, items, first } = usePages<ContractLineWire, ContractPageWire>('/contracts', filter)
  const shown = items.map(({ id }) => id)
  const of = { kind: 'contract', group: 'contracts', filter, shown }
  const many = useEditMany({ ...of, may: mayWrite })
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const choicesOf = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: named(group, value) }))
  return (
    <>
      <PageHeader title={t('contracts.title')} note={t('contracts.lead')}>
        <SavedViews list="contracts" />
        <ExportMenu path="/contracts" filter={filter} />
        {many.start}
        {mayWrite && (
          <Button kind="primary" onClick={() => enter(true)}>
            {t('contracts.enter')}
          </Button>
        )}
      </PageHeader>
      {isEntering && <HandForm onEntered={props.onEntered} onClose={() => enter(false)} />}
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('contracts.search')}
            value={filter['q']}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('contracts.fields.kind')}
            value={filter['kind']}
            choices={choicesOf('contracts.kinds', contractKinds)}
            onChange={(kind) => params.set({ kind })}
          />
          <FilterSelect
            label={t('contracts.fields.mode')}
            value={filter['mode']}
            choices={choicesOf('contracts.modes', modes)}
            onChange={(mode) => params.set({ mode })}
          />
          <FilterSelect
            label={t('contracts.fields.status')}
            value={filter['status']}
            choices={choicesOf('contracts.statuses', contractStatuses)}
            onChange={(status) => params.set({ status })}
          />
          <FilterSelect
            label={t('contracts.paymentTerms')}
            value={filter['terms']}
            choices={[{ value: 'none', label: t('contracts.withoutTerms') }]}
            onChange={(terms) => params.set({ terms })}
          />
          <FilterDay
            label={t('contracts.signedFrom')}
            value={filter['signedFrom']}
            onChange={(signedFrom) => params.set({ signedFrom })}
          />
          <FilterDay
            label={t('contracts.signedTo')}
            value={filter['signedTo']}
            onChange={(signedTo) => params.set({ signedTo })}
          />
        </div>
        <NotYetFound q={filter['q']} kind="contract" />
        {filter['patent'] && (
          <p className="muted">
            {t('contracts.ofPatent', { number: filter['patent'] })}{' '}
            <a href="/contracts">{t('general.all')}</a>
          </p>
        )}
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={
            isFiltered ? (
              <Nothing text={t('general.nothingFound')} />
            ) : (
              <Nothing text={t('contracts.none')} hint={t('contracts.noneHint')} />
            )
          }
        >
          <Lines items={items} totals={first?.totals} picking={many.picking} />
        </PagedList>
        {many.rest}
      </Panel>
    </>
  )
}

function Lines(props: {
  items: readonly ContractLineWire[]
  totals: ContractPageWire['totals'] | undefined
  picking: Picking
}) {
  const { t, named } = useLanguage()
  const { picking } = props
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          {picking.picked && <th aria-label={t('edits.start')} />}
          <th>{t('contracts.fields.number')}</th>
          <th>{t('contracts.fields.title')}</th>
          <th>{t('contracts.fields.counterparty')}</th>
          <th>{t('contracts.how')}</th>
          <th>{t('contracts.fields.status')}</th>
          <th>{t('contracts.fields.signedOn')}</th>
          <th className="num">{t('contracts.fields.amountFen')}</th>
          <th className="num">{t('contracts.received')}</th>
        </tr>
      </thead>
      <tbody>
        {props.items.map((one) => (
          <tr key={one.id}>
            <PickCell picking={picking} id={one.id} name={one.title} />
            <td className="nowrap figure">
              <a href={`/contracts/${one.id}`}>{one.number ?? one.caseNumber ?? '—'}</a>
            </td>
            <td>
              <a href={`/contracts/${one.id}`} className="row-title">
                {one.title}
              </a>
            </td>
            <td data-label={t('contracts.fields.counterparty')}>{one.counterparty}</td>
            <td className="nowrap">{howText(one, named)}</td>
            <td>
              {one.status && (
                <span className={`chip ${one.status === 'performing' ? 'chip-open' : ''}`}>
                  {named('contracts.statuses', one.status)}
                </span>
              )}
            </td>
            <td className="nowrap figure" data-label={t('contracts.fields.signedOn')}>
              {one.signedOn}
            </td>
            <td className="num" data-label={t('contracts.fields.amountFen')}>
              {one.amountFen && <Money fen={one.amountFen} />}
            </td>
            <td className="num" data-label={t('contracts.received')}>
              {(one.receivedFen !== null || one.receivedUnknown > 0) && (
                <Total fen={one.receivedFen} unknown={one.receivedUnknown} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
      {props.totals && (
        <tfoot>
          <tr>
            <td colSpan={picking.picked ? 7 : 6}>
              {t('contracts.totals', { count: props.totals.count })}
            </td>
            <td className="num">
              <Total fen={props.totals.amountFen} unknown={props.totals.unknown.amountFen} />
            </td>
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** The mode of a transfer, with how exclusive it is; the kind of anything else. */
export function howText(
  { kind, mode, exclusivity }: Pick<ContractLineWire, 'kind' | 'mode' | 'exclusivity'>,
  named: (group: string, code: string) => string,
): string {
  if (kind !== 'transfer') return named('contracts.kinds', kind)
  if (mode === null) return named('contracts.kinds', kind)
  const how = named('contracts.modes', mode)
  return exclusivity === null ? how : `${named('contracts.exclusivities', exclusivity)}${how}`
}
