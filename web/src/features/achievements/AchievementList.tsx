import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { PickCell, type Picking } from '../../ui/edits/picking.tsx'
import { useEditMany } from '../../ui/edits/useEditMany.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { NotYetFound } from '../../ui/NotYetFound.tsx'
import { Nothing, PageHeader, Panel, Waiting } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { useColumns } from '../../ui/views/columns.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import {
  type AchievementLineWire,
  conversions,
  intakes,
  listsQuery,
  readAchievements,
  sorts,
} from './achievement.api.ts'
import { Conversion } from './Conversion.tsx'
import { TakeOut } from './TakeOut.tsx'

/** The register of achievements; filters and order stand in the address. */
export function AchievementList({
  mayDisclose,
  mayEdit,
  readsAll,
}: {
  mayDisclose: boolean
  mayEdit: boolean
  readsAll: boolean
}) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = {
    q: params.get('q'),
    kind: params.get('kind'),
    conversion: params.get('conversion'),
    differs: params.get('differs'),
    intake: params.get('intake'),
    mine: params.get('mine'),
    sort: params.get('sort'),
  }
  const query = useInfiniteQuery({
    queryKey: ['achievements', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => readAchievements({ ...filter, cursor: pageParam }),
    getNextPageParam: (page) => page.nextCursor,
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const shown = items.map(({ id }) => id)
  const of = { kind: 'achievement', group: 'achievements', filter, shown }
  const many = useEditMany({ ...of, may: mayEdit })
  return (
    <>
      <PageHeader title={t('achievements.title')}>
        <SavedViews
          list="achievements"
          columns={columns.map((key) => ({ key, label: t(`achievements.${key}`) }))}
        />
        <ExportMenu path="/achievements" filter={filter} />
        {readsAll && <TakeOut />}
        {many.start}
        {mayDisclose && (
          <LinkButton kind="primary" href="/achievements/new">
            {t('achievements.disclose')}
          </LinkButton>
        )}
      </PageHeader>
      <Panel>
        <Filters filter={filter} onChange={params.set} />
        <NotYetFound q={filter.q} kind="achievement" />
        <ProblemAlert error={query.error} />
        {query.isPending && <Waiting />}
        {query.isSuccess && items.length === 0 && (
          <NoneYet
            isFiltered={Object.values(filter).some((value) => value !== undefined)}
            mayDisclose={mayDisclose}
            mayImport={mayEdit}
          />
        )}
        {items.length > 0 && <Lines items={items} picking={many.picking} />}
        {query.hasNextPage && (
          <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('general.loadMore')}
          </Button>
        )}
        {many.rest}
      </Panel>
    </>
  )
}

/** Nothing matches; or the register is empty, and how it is filled. */
function NoneYet(props: { isFiltered: boolean; mayDisclose: boolean; mayImport: boolean }) {
  const { t } = useLanguage()
  if (props.isFiltered) return <Nothing text={t('achievements.none')} />
  return (
    <Nothing text={t('achievements.noneYet')} hint={t('achievements.noneYetHint')}>
      <div className="actions">
        {props.mayDisclose && (
          <LinkButton kind="primary" href="/achievements/new">
            {t('achievements.disclose')}
          </LinkButton>
        )}
        {props.mayImport && <LinkButton href="/imports">{t('achievements.import')}</LinkButton>}
      </div>
    </Nothing>
  )
}

function Filters(props: {
  filter: Readonly<
    Record<'q' | 'kind' | 'conversion' | 'differs' | 'intake' | 'mine' | 'sort', string | undefined>
  >
  onChange: (changes: Readonly<Record<string, string>>) => void
}) {
  const { t, named } = useLanguage()
  const { filter, onChange } = props
  const kinds = useQuery(listsQuery).data?.kinds.kinds ?? []
  return (
    <div className="filters">
      <SearchBox
        label={t('achievements.search')}
        value={filter.q}
        onSearch={(q) => onChange({ q })}
      />
      <FilterSelect
        label={t('achievements.kind')}
        value={filter.kind}
        choices={kinds.map(({ code }) => ({
          value: code,
          label: named('achievements.kinds', code),
        }))}
        onChange={(kind) => onChange({ kind })}
      />
      <FilterSelect
        label={t('achievements.conversion')}
        value={filter.conversion}
        choices={conversions.map((value) => ({
          value,
          label: t(`achievements.conversions.${value}`),
        }))}
        onChange={(conversion) => onChange({ conversion })}
      />
      <FilterSelect
        label={t('achievements.againstLedger')}
        value={filter.differs}
        choices={[{ value: 'true', label: t('achievements.differs') }]}
        onChange={(differs) => onChange({ differs })}
      />
      <FilterSelect
        label={t('disclosure.intake')}
        value={filter.intake}
        choices={intakes.map((value) => ({ value, label: t(`disclosure.intakes.${value}`) }))}
        onChange={(intake) => onChange({ intake })}
      />
      <FilterSelect
        label={t('disclosure.whose')}
        value={filter.mine}
        choices={[{ value: 'true', label: t('disclosure.mine') }]}
        onChange={(mine) => onChange({ mine })}
      />
      <select
        className="input input-short"
        aria-label={t('general.sort')}
        value={filter.sort ?? 'newest'}
        onChange={({ target }) => onChange({ sort: target.value === 'newest' ? '' : target.value })}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`achievements.sorts.${sort}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The columns that may be left out. */
const columns = ['kind', 'department', 'conversion', 'disclosedOn'] as const

function Lines({ items, picking }: { items: readonly AchievementLineWire[]; picking: Picking }) {
  const { t, named } = useLanguage()
  const isShown = useColumns()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          {picking.picked && <th aria-label={t('edits.start')} />}
          <th>{t('achievements.number')}</th>
          <th>{t('achievements.name')}</th>
          {isShown('kind') && <th>{t('achievements.kind')}</th>}
          {isShown('department') && <th>{t('achievements.department')}</th>}
          {isShown('conversion') && <th>{t('achievements.conversion')}</th>}
          {isShown('disclosedOn') && <th>{t('achievements.disclosedOn')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <PickCell picking={picking} id={one.id} name={one.title} />
            <td className="nowrap">
              <a href={`/achievements/${one.id}`}>{one.number}</a>
            </td>
            <td>
              <a href={`/achievements/${one.id}`} className="row-title">
                {one.title}
              </a>{' '}
              {one.intake && one.intake !== 'accepted' && (
                <span className="chip chip-due">{t(`disclosure.intakes.${one.intake}`)}</span>
              )}
            </td>
            {isShown('kind') && <td>{one.kind && named('achievements.kinds', one.kind)}</td>}
            {isShown('department') && <td>{one.department}</td>}
            {isShown('conversion') && (
              <td>
                <Conversion of={one} />
              </td>
            )}
            {isShown('disclosedOn') && (
              <td className="nowrap" data-label={t('achievements.disclosedOn')}>
                {one.disclosedOn && <DayText day={one.disclosedOn} />}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
