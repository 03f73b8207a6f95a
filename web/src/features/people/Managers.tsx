import { useQuery } from '@tanstack/react-query'
import type { ManagersWire } from '@yizhuan/server/wire/people/manager'
import { address, read, withQuery } from '../../api/client.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { Advisers } from './Advisers.tsx'

const states = ['valid', 'expired', 'none'] as const
const tones = { valid: 'chip-met', expired: 'chip-due', none: '' } as const
type Manager = ManagersWire['items'][number]

/** Who does the work of transfer, how they are trained, and until when they are certified. */
export function Managers({ mayImport }: { mayImport: boolean }) {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const filter = { q: params.get('q'), state: params.get('state') }
  const query = useQuery({
    queryKey: ['managers', filter],
    queryFn: () => read<ManagersWire>(withQuery('/technology-managers', filter)),
  })
  return (
    <>
      <PageHeader title={t('managers.title')} note={t('managers.note')}>
        <SavedViews list="managers" />
        <ExportMenu path="/technology-managers" filter={filter} />
        {mayImport && (
          <LinkButton href="/imports?table=credentials">{t('importTables.go')}</LinkButton>
        )}
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('people.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('managers.state')}
            value={filter.state}
            choices={states.map((value) => ({ value, label: named('managers.states', value) }))}
            onChange={(state) => params.set({ state })}
          />
        </div>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing text={t('managers.none')} hint={t('managers.noneHint')} />
            ) : (
              <Lines items={items} />
            )
          }
        </Loaded>
      </Panel>
      <Advisers />
    </>
  )
}

function Lines({ items }: { items: readonly Manager[] }) {
  const { t, named, listed } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('people.name')}</th>
          <th>{t('people.forTransfer')}</th>
          <th>{t('managers.state')}</th>
          <th>{t('credentials.fields.validUntil')}</th>
          <th className="num">{t('managers.hours')}</th>
          <th>{t('credentials.title')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              <a href={`/people/${one.id}`} className="row-title">
                {one.name}
              </a>
              <div className="muted">{one.unit}</div>
            </td>
            <td data-label={t('people.forTransfer')}>{listed(one.posts) || '—'}</td>
            <td data-label={t('managers.state')}>
              <span className={`chip ${tones[one.state]}`}>
                {named('managers.states', one.state)}
              </span>
            </td>
            <td className="nowrap" data-label={t('credentials.fields.validUntil')}>
              <DayText day={one.validUntil} />
            </td>
            <td className="num" data-label={t('managers.hours')}>
              {t('managers.hoursOf', { all: one.hours, year: one.hoursThisYear })}
            </td>
            <td data-label={t('credentials.title')}>
              {one.credentials.map(({ id, title, file }) => (
                <div key={id}>
                  {file ? <a href={address(`/files/${file.sha256}`)}>{title}</a> : title}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
