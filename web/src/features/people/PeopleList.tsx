import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { address, withQuery } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { PersonForm } from './PersonForm.tsx'
import { type PersonLineWire, unitsQuery } from './people.api.ts'

/** Who may see how accounts and roles came about; the server decides it again. */
const auditors = ['admin', 'auditor', 'discipline', 'leaders']

/** Who takes out what everybody put to use; the server decides it again. */
const workReaders = ['admin', 'tto_negotiator', 'tto_reviewer']

const states = ['here', 'left', 'all'] as const

/** Who works here, found by name or staff number; filters stand in the address. */
export function PeopleList(props: { roles: readonly string[]; onEntered: (id: string) => void }) {
  const { t, named, lang } = useLanguage()
  const params = useQueryParams()
  const [isNew, setNew] = useState(false)
  const filter = { q: params.get('q'), unit: params.get('unit'), state: params.get('state') }
  const { query, items } = usePages<PersonLineWire>('/people', filter)
  const { data: units } = useQuery(unitsQuery)
  const mayAudit = auditors.some((role) => props.roles.includes(role))
  return (
    <>
      <PageHeader title={t('people.title')} note={t('people.note')}>
        <ExportMenu path="/people" filter={filter} />
        {workReaders.some((role) => props.roles.includes(role)) && (
          <LinkButton href={address(withQuery('/works.xlsx', { lang }))} download>
            {t('people.allWorks')}
          </LinkButton>
        )}
        <LinkButton href="/people/units">{t('people.units')}</LinkButton>
        {mayAudit && <LinkButton href="/people/accounts">{t('people.accountsLog')}</LinkButton>}
        {props.roles.includes('admin') && (
          <Button kind="primary" onClick={() => setNew(true)}>
            {t('people.enter')}
          </Button>
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
            label={t('people.unit')}
            value={filter.unit}
            choices={(units?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(unit) => params.set({ unit })}
          />
          <FilterSelect
            label={t('people.state')}
            value={filter.state}
            choices={states.map((value) => ({ value, label: named('people.states', value) }))}
            onChange={(state) => params.set({ state })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('people.none')} />}
        >
          <Lines items={items} />
        </PagedList>
      </Panel>
      {isNew && <PersonForm onClose={() => setNew(false)} onDone={props.onEntered} />}
    </>
  )
}

function Lines({ items }: { items: readonly PersonLineWire[] }) {
  const { t } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('people.name')}</th>
          <th>{t('people.staffNumber')}</th>
          <th>{t('people.unit')}</th>
          <th>{t('people.posts')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td data-label={t('people.name')}>
              <a href={`/people/${one.id}`}>{one.name}</a>{' '}
              {one.leftOn && <span className="chip">{t('people.left')}</span>}
            </td>
            <td data-label={t('people.staffNumber')} className="figure">
              {one.staffNumber}
            </td>
            <td data-label={t('people.unit')}>
              {one.unit?.name}
              {one.professionalTitle && <div className="muted">{one.professionalTitle}</div>}
            </td>
            <td data-label={t('people.posts')}>
              {one.posts.map(({ id, title, unit }) => (
                <span key={id}>
                  {unit && unit.name !== one.unit?.name ? `${unit.name} ` : ''}
                  {title}{' '}
                </span>
              ))}
              <LeadingChip {...one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the posts make of a person today. */
export function LeadingChip(one: { isChief: boolean; holdsLeadingPost: boolean }) {
  const { t } = useLanguage()
  if (one.isChief) return <span className="chip chip-due">{t('people.chief')}</span>
  if (one.holdsLeadingPost) return <span className="chip">{t('people.leading')}</span>
  return null
}
