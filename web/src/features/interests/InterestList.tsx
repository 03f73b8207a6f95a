import { useQuery } from '@tanstack/react-query'
import { LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { interestListQuery } from './interest.api.ts'

const states = ['none', 'expired', 'valid'] as const
const tones = { none: 'chip-due', expired: 'chip-due', valid: 'chip-met' } as const

/** Who declared what of ties to enterprises, and who has nothing on file. */
export function InterestList({ mayImport }: { mayImport: boolean }) {
  const { t, named, listed } = useLanguage()
  const params = useQueryParams()
  const filter = { state: params.get('state'), q: params.get('q') }
  const query = useQuery(interestListQuery(filter))
  return (
    <>
      <PageHeader title={t('interests.title')} note={t('interests.listNote')}>
        <SavedViews list="interests" />
        <ExportMenu path="/interests" filter={filter} />
        {mayImport && (
          <LinkButton href="/imports?table=interests">{t('importTables.go')}</LinkButton>
        )}
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('interests.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('interests.state')}
            value={filter.state}
            choices={states.map((value) => ({
              value,
              label: query.data
                ? `${named('interests.states', value)} ${query.data.counts[value]}`
                : named('interests.states', value),
            }))}
            onChange={(state) => params.set({ state })}
          />
        </div>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing text={t('people.none')} />
            ) : (
              <table className="grid grid-links stacks">
                <thead>
                  <tr>
                    <th>{t('people.name')}</th>
                    <th>{t('people.unit')}</th>
                    <th>{t('interests.state')}</th>
                    <th>{t('interests.validUntil')}</th>
                    <th>{t('interests.fields.enterprise')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((one) => (
                    <tr key={one.person.id}>
                      <td data-label={t('people.name')}>
                        <a href={`/interests/${one.person.id}`}>{one.person.name}</a>
                      </td>
                      <td data-label={t('people.unit')}>{one.unit}</td>
                      <td data-label={t('interests.state')}>
                        <span className={`chip ${tones[one.state]}`}>
                          {named('interests.states', one.state)}
                        </span>
                      </td>
                      <td data-label={t('interests.validUntil')}>
                        <DayText day={one.validUntil} isShort />
                      </td>
                      <td data-label={t('interests.fields.enterprise')}>
                        {one.state !== 'none' && one.enterprises.length === 0
                          ? t('interests.hasNone')
                          : listed(one.enterprises)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </Panel>
    </>
  )
}
