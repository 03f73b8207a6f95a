import { LinkButton } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { PickCell, type Picking } from '../../ui/edits/picking.tsx'
import { useEditMany } from '../../ui/edits/useEditMany.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { PowersText } from './PowersText.tsx'
import { states, type TrusteeshipLineWire, toneOf } from './trusteeship.api.ts'

/** The agreements of trusteeship, the latest to begin first. */
export function TrusteeshipList({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = { q: params.get('q'), state: params.get('state') }
  const { query, items } = usePages<TrusteeshipLineWire>('/trusteeships', filter)
  const shown = items.map(({ id }) => id)
  const many = useEditMany({
    ...{ kind: 'trusteeship', group: 'trusteeships', filter, shown, may: mayWrite },
  })
  return (
    <>
      <PageHeader title={t('trusteeships.title')} note={t('trusteeships.lead')}>
        <SavedViews list="trusteeships" />
        <ExportMenu path="/trusteeships" filter={filter} />
        {many.start}
        {mayWrite && (
          <LinkButton href="/imports?table=trusteeships">{t('importTables.go')}</LinkButton>
        )}
        {mayWrite && (
          <LinkButton href="/trusteeships/new" kind="primary">
            {t('trusteeships.enter')}
          </LinkButton>
        )}
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('trusteeships.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('trusteeships.state')}
            value={filter.state}
            choices={states.map((value) => ({ value, label: t(`trusteeships.states.${value}`) }))}
            onChange={(state) => params.set({ state })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('trusteeships.none')} hint={t('trusteeships.noneHint')} />}
        >
          <Lines items={items} picking={many.picking} />
        </PagedList>
        {many.rest}
      </Panel>
    </>
  )
}

function Lines(props: { items: readonly TrusteeshipLineWire[]; picking: Picking }) {
  const { items, picking } = props
  const { t } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          {picking.picked && <th aria-label={t('edits.start')} />}
          <th>{t('trusteeships.fields.number')}</th>
          <th>{t('trusteeships.fields.title')}</th>
          <th>{t('trusteeships.fields.trustee')}</th>
          <th>{t('trusteeships.fields.parties')}</th>
          <th>{t('trusteeships.fields.term')}</th>
          <th>{t('trusteeships.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <PickCell picking={picking} id={one.id} name={`${one.number} ${one.title}`} />
            <td className="nowrap figure">{one.number}</td>
            <td>
              <a href={`/trusteeships/${one.id}`} className="row-title">
                {one.title}
              </a>
              <div>
                <small className="muted">
                  {t('trusteeships.about', { count: one.subjects.length })}
                </small>
              </div>
            </td>
            <td data-label={t('trusteeships.fields.trustee')}>{one.trustee}</td>
            <td data-label={t('trusteeships.fields.parties')}>
              <PowersText parties={one.parties} />
            </td>
            <td className="nowrap figure" data-label={t('trusteeships.fields.term')}>
              {one.fromDay} – {one.toDay ?? t('trusteeships.openEnd')}
            </td>
            <td data-label={t('trusteeships.state')}>
              <span className={`chip ${toneOf[one.state]}`}>
                {t(`trusteeships.states.${one.state}`)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
