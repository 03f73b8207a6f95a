import { useQuery } from '@tanstack/react-query'
import { LinkButton } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { PickCell, type Picking } from '../../../ui/edits/picking.tsx'
import { useEditMany } from '../../../ui/edits/useEditMany.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Nothing, PageHeader, Panel } from '../../../ui/Page.tsx'
import { PagedList } from '../../../ui/PagedList.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { ShareText } from '../../../ui/ShareText.tsx'
import { usePages } from '../../../ui/usePages.ts'
import { useQueryParams } from '../../../ui/useQueryParams.ts'
import { SavedViews } from '../../../ui/views/SavedViews.tsx'
import { listsQuery, type SpinOffLineWire, toneOf } from './spin-off.api.ts'

/** The companies founded on achievements, those that changed last first. */
export function SpinOffList(props: { mayWrite: boolean; mayImport: boolean }) {
  const { mayWrite, mayImport } = props
  const { t, say } = useLanguage()
  const params = useQueryParams()
  const filter = { q: params.get('q'), state: params.get('state') }
  const { data: lists } = useQuery(listsQuery)
  const { query, items } = usePages<SpinOffLineWire>('/spin-offs', filter)
  const shown = items.map(({ id }) => id)
  const many = useEditMany({ kind: 'spin-off', group: 'spinOffs', filter, shown, may: mayWrite })
  return (
    <>
      <PageHeader title={t('spinOffs.title')} note={t('spinOffs.lead')}>
        <SavedViews list="spin-offs" />
        <ExportMenu path="/spin-offs" filter={filter} />
        {many.start}
        {mayImport && (
          <LinkButton href="/imports?table=spinOffs">{t('importTables.go')}</LinkButton>
        )}
        {mayWrite && (
          <LinkButton href="/spin-offs/new" kind="primary">
            {t('spinOffs.enter')}
          </LinkButton>
        )}
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('spinOffs.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('spinOffs.fields.state')}
            value={filter.state}
            choices={Object.entries(lists?.states ?? {}).map(([value, label]) => ({
              value,
              label: say(label),
            }))}
            onChange={(state) => params.set({ state })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('spinOffs.none')} hint={t('spinOffs.noneHint')} />}
        >
          <Lines items={items} picking={many.picking} />
        </PagedList>
        {many.rest}
      </Panel>
    </>
  )
}

function Lines({ items, picking }: { items: readonly SpinOffLineWire[]; picking: Picking }) {
  const { t, say, listed } = useLanguage()
  const { data: lists } = useQuery(listsQuery)
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          {picking.picked && <th aria-label={t('edits.start')} />}
          <th>{t('spinOffs.fields.name')}</th>
          <th>{t('spinOffs.fields.state')}</th>
          <th>{t('spinOffs.fields.stateSince')}</th>
          <th>{t('spinOffs.fields.ownShare')}</th>
          <th>{t('spinOffs.fields.people')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <PickCell picking={picking} id={one.id} name={one.name} />
            <td>
              <a href={`/spin-offs/${one.id}`} className="row-title">
                {one.name}
              </a>
            </td>
            <td data-label={t('spinOffs.fields.state')}>
              <span className={`chip ${toneOf[one.state] ?? ''}`}>
                {say(lists?.states[one.state] ?? one.state)}
              </span>
            </td>
            <td data-label={t('spinOffs.fields.stateSince')}>
              <DayText day={one.stateSince} isShort />
            </td>
            <td data-label={t('spinOffs.fields.ownShare')}>
              {one.ownShare ? <ShareText share={one.ownShare} /> : <span className="muted">—</span>}
            </td>
            <td data-label={t('spinOffs.fields.people')}>
              {listed(one.people.map(({ name }) => name))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
