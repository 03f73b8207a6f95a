import { countries, countryWords } from '@yizhuan/docket'
import { LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { PickCell, type Picking } from '../../ui/edits/picking.tsx'
import { useEditMany } from '../../ui/edits/useEditMany.tsx'
import { FilterDay } from '../../ui/FilterDay.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { NotYetFound } from '../../ui/NotYetFound.tsx'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { useColumns } from '../../ui/views/columns.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { type RightLineWire, rightKinds, rightStatuses } from './right.api.ts'
import { toneOf } from './status-tone.ts'

/** The register of rights; filters stand in the address. */
export function RightList({ mayWrite, readsFees }: { mayWrite: boolean; readsFees: boolean }) {
  const { t, named, say } = useLanguage()
  const params = useQueryParams()
  const filter = {
    q: params.get('q'),
    kind: params.get('kind'),
    country: params.get('country'),
    status: params.get('status'),
    feeDueBy: params.get('feeDueBy'),
    achievement: params.get('achievement'),
  }
  const { query, items } = usePages<RightLineWire>('/rights', filter)
  const shown = items.map(({ id }) => id)
  const many = useEditMany({ kind: 'right', group: 'rights', filter, shown, may: mayWrite })
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeader title={t('rights.title')} note={t('rights.lead')}>
        <SavedViews
          list="rights"
          columns={columns.map((key) => ({ key, label: t(`rights.fields.${key}`) }))}
        />
        <ExportMenu path="/rights" filter={filter} />
        {readsFees && <LinkButton href="/fees">{t('fees.title')}</LinkButton>}
        {many.start}
        {mayWrite && <LinkButton href="/imports?table=patents">{t('importTables.go')}</LinkButton>}
        {mayWrite && (
          <LinkButton kind="primary" href="/rights/new">
            {t('rights.enter')}
          </LinkButton>
        )}
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('rights.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('rights.fields.kind')}
            value={filter.kind}
            choices={rightKinds.map((value) => ({ value, label: named('rights.kinds', value) }))}
            onChange={(kind) => params.set({ kind })}
          />
          <FilterSelect
            label={t('rights.fields.country')}
            value={filter.country}
            choices={[
              { value: 'CN', label: t('rights.china') },
              ...countries.map((value) => ({ value, label: say(countryWords[value]) })),
            ]}
            onChange={(country) => params.set({ country })}
          />
          <FilterSelect
            label={t('rights.fields.status')}
            value={filter.status}
            choices={rightStatuses.map((value) => ({
              value,
              label: named('rights.statuses', value),
            }))}
            onChange={(status) => params.set({ status })}
          />
          <FilterDay
            label={t('rights.feeDueBy')}
            value={filter.feeDueBy}
            onChange={(feeDueBy) => params.set({ feeDueBy })}
          />
        </div>
        <NotYetFound q={filter.q} kind="right" />
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={
            isFiltered ? (
              <Nothing text={t('general.nothingFound')} />
            ) : (
              <Nothing text={t('rights.none')} hint={t('rights.noneHint')} />
            )
          }
        >
          <Lines items={items} picking={many.picking} />
        </PagedList>
        {many.rest}
      </Panel>
    </>
  )
}

/** The columns that may be left out. */
const columns = [
  'kind',
  'country',
  'status',
  'filedOn',
  'grantedOn',
  'feeDueOn',
  'departments',
  'achievementId',
] as const

function Lines({ items, picking }: { items: readonly RightLineWire[]; picking: Picking }) {
  const { t, named, say, listed } = useLanguage()
  const isShown = useColumns()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          {picking.picked && <th aria-label={t('edits.start')} />}
          <th>{t('rights.fields.number')}</th>
          <th>{t('rights.fields.title')}</th>
          {isShown('kind') && <th>{t('rights.fields.kind')}</th>}
          {isShown('country') && <th>{t('rights.fields.country')}</th>}
          {isShown('status') && <th>{t('rights.fields.status')}</th>}
          {isShown('filedOn') && <th>{t('rights.fields.filedOn')}</th>}
          {isShown('grantedOn') && <th>{t('rights.grantedShort')}</th>}
          {isShown('feeDueOn') && <th>{t('rights.fields.feeDueOn')}</th>}
          {isShown('departments') && <th>{t('rights.fields.departments')}</th>}
          {isShown('achievementId') && <th>{t('rights.fields.achievementId')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <PickCell picking={picking} id={one.id} name={one.title} />
            <td className="nowrap figure">
              <a href={`/rights/${one.id}`}>{one.number ?? t('rights.noNumber')}</a>
            </td>
            <td>
              <a href={`/rights/${one.id}`} className="row-title">
                {one.title}
              </a>
            </td>
            {isShown('kind') && <td className="nowrap">{named('rights.kinds', one.kind)}</td>}
            {isShown('country') && (
              <td className="nowrap" data-label={t('rights.fields.country')}>
                {one.country
                  ? say(countryWords[one.country])
                  : one.kind !== 'pct' && t('rights.china')}
              </td>
            )}
            {isShown('status') && (
              <td>
                {one.status && (
                  <span className={`chip ${toneOf(one.status)}`}>
                    {named('rights.statuses', one.status)}
                  </span>
                )}
              </td>
            )}
            {isShown('filedOn') && (
              <td className="nowrap figure" data-label={t('rights.fields.filedOn')}>
                {one.filedOn}
              </td>
            )}
            {isShown('grantedOn') && (
              <td className="nowrap figure" data-label={t('rights.fields.grantedOn')}>
                {one.grantedOn}
              </td>
            )}
            {isShown('feeDueOn') && (
              <td className="nowrap" data-label={t('rights.fields.feeDueOn')}>
                {one.feeDueOn && <DayText day={one.feeDueOn} />}
              </td>
            )}
            {isShown('departments') && (
              <td data-label={t('rights.fields.departments')}>{listed(one.departments)}</td>
            )}
            {isShown('achievementId') && (
              <td className="nowrap" data-label={t('rights.fields.achievementId')}>
                {one.achievementId && (
                  <a href={`/achievements/${one.achievementId}`}>{one.achievementNumber}</a>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
