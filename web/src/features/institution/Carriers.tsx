import { useQuery } from '@tanstack/react-query'
import type { CarrierPageWire, CarrierWire } from '@yizhuan/server/wire/institutions/carrier'
import { useState } from 'react'
import { read, withQuery } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { PickCell, type Picking } from '../../ui/edits/picking.tsx'
import { useEditMany } from '../../ui/edits/useEditMany.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { CarrierForm } from './CarrierForm.tsx'
import { listsQuery } from './standing.api.ts'

/** Centres, incubators and bases through which achievements are taken further. */
export function Carriers({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = { q: params.get('q'), kind: params.get('kind'), running: params.get('running') }
  // A search leads to one of them.
  const only = params.get('carrier')
  const query = useQuery({
    queryKey: ['carriers', filter],
    queryFn: () => read<CarrierPageWire>(withQuery('/carriers', filter)),
  })
  const items = (query.data?.items ?? []).filter(({ id }) => only === undefined || id === only)
  const shown = items.map(({ id }) => id)
  const many = useEditMany({ kind: 'carrier', group: 'carriers', filter, shown, may: mayWrite })
  const [open, setOpen] = useState<CarrierWire | 'new'>()
  const isFiltered = [...Object.values(filter), only].some((value) => value !== undefined)
  return (
    <>
      <PageHeader title={t('carriers.title')} note={t('carriers.note')}>
        <SavedViews list="carriers" />
        <ExportMenu path="/carriers" filter={filter} />
        {many.start}
        {mayWrite && <LinkButton href="/imports?table=carriers">{t('importTables.go')}</LinkButton>}
        {mayWrite && (
          <Button kind="primary" onClick={() => setOpen('new')}>
            {t('carriers.enter')}
          </Button>
        )}
      </PageHeader>
      <Panel>
        <Filters />
        <Loaded query={query}>
          {() =>
            items.length === 0 ? (
              <Nothing text={t(isFiltered ? 'general.nothingFound' : 'carriers.none')} />
            ) : (
              <Lines items={items} picking={many.picking} {...(mayWrite && { onOpen: setOpen })} />
            )
          }
        </Loaded>
        {many.rest}
      </Panel>
      {open && (
        <CarrierForm {...(open !== 'new' && { before: open })} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function Filters() {
  const { t, say } = useLanguage()
  const params = useQueryParams()
  const { data: lists } = useQuery(listsQuery)
  return (
    <div className="filters">
      <SearchBox
        label={t('carriers.search')}
        value={params.get('q')}
        onSearch={(q) => params.set({ q, carrier: undefined })}
      />
      <FilterSelect
        label={t('carriers.fields.kind')}
        value={params.get('kind')}
        choices={Object.entries(lists?.carriers ?? {}).map(([value, label]) => ({
          ...{ value, label: say(label) },
        }))}
        onChange={(kind) => params.set({ kind, carrier: undefined })}
      />
      <FilterSelect
        label={t('carriers.running')}
        value={params.get('running')}
        choices={(['yes', 'no'] as const).map((value) => ({
          ...{ value, label: t(`carriers.runs.${value}`) },
        }))}
        onChange={(running) => params.set({ running, carrier: undefined })}
      />
      {params.get('carrier') !== undefined && (
        <Button kind="quiet" onClick={() => params.set({ carrier: undefined })}>
          {t('carriers.showAll')}
        </Button>
      )}
    </div>
  )
}

function Lines(props: {
  items: readonly CarrierWire[]
  picking: Picking
  onOpen?: (one: CarrierWire) => void
}) {
  const { t, say } = useLanguage()
  const { items, picking, onOpen } = props
  const { data: lists } = useQuery(listsQuery)
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          {picking.picked && <th aria-label={t('edits.start')} />}
          <th>{t('carriers.fields.name')}</th>
          <th>{t('carriers.fields.kind')}</th>
          <th>{t('carriers.fields.place')}</th>
          <th>{t('carriers.fields.partner')}</th>
          <th>{t('carriers.fields.fromDay')}</th>
          <th>{t('carriers.fields.toDay')}</th>
          {onOpen && <th aria-label={t('people.amend')} />}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <PickCell picking={picking} id={one.id} name={one.name} />
            <td>
              <strong className="row-title">{one.name}</strong>
              {one.remark && <div className="muted">{one.remark}</div>}
            </td>
            <td data-label={t('carriers.fields.kind')}>
              <span className="chip">{say(lists?.carriers[one.kind])}</span>
            </td>
            <td data-label={t('carriers.fields.place')}>{one.place}</td>
            <td data-label={t('carriers.fields.partner')}>{one.partner}</td>
            <td className="nowrap" data-label={t('carriers.fields.fromDay')}>
              <DayText day={one.fromDay} isShort />
            </td>
            <td className="nowrap" data-label={t('carriers.fields.toDay')}>
              {one.toDay ? <DayText day={one.toDay} isShort /> : t('carriers.runs.yes')}
            </td>
            {onOpen && (
              <td>
                <Button small kind="quiet" onClick={() => onOpen(one)}>
                  {t('people.amend')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
