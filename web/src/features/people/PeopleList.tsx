import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { address, withQuery } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
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
import { PersonForm } from './PersonForm.tsx'
import { type PersonLineWire, unitsQuery } from './people.api.ts'
import { useOccupations } from './useOccupations.ts'

/** Who may see how accounts and roles came about; the server decides it again. */
const auditors = ['admin', 'auditor', 'discipline', 'leaders']

/** Who takes out what everybody put to use; the server decides it again. */
const workReaders = ['admin', 'tto_negotiator', 'tto_reviewer']

const states = ['here', 'left', 'all'] as const

/** Who works here, found by name or staff number; filters stand in the address. */
export function PeopleList(props: { roles: readonly string[]; onEntered: (id: string) => void }) {
  const { t, named, say, lang } = useLanguage()
  const lines = useOccupations()
  const params = useQueryParams()
  const [isNew, setNew] = useState(false)
  const filter = {
    ...{ q: params.get('q'), unit: params.get('unit'), state: params.get('state') },
    occupation: params.get('occupation'),
  }
  const { query, items } = usePages<PersonLineWire>('/people', filter)
  const { data: units } = useQuery(unitsQuery)
  const shown = items.map(({ id }) => id)
  const may = props.roles.includes('admin')
  const many = useEditMany({ kind: 'person', group: 'people', filter, shown, may })
  const mayAudit = auditors.some((role) => props.roles.includes(role))
  return (
    <>
      <PageHeader title={t('people.title')} note={t('people.note')}>
        <SavedViews list="people" />
        <ExportMenu path="/people" filter={filter} />
        {many.start}
        {workReaders.some((role) => props.roles.includes(role)) && (
          <LinkButton href={address(withQuery('/works.xlsx', { lang }))} download>
            {t('people.allWorks')}
          </LinkButton>
        )}
        <LinkButton href="/people/units">{t('people.units')}</LinkButton>
        {mayAudit && <LinkButton href="/people/accounts">{t('people.accountsLog')}</LinkButton>}
        {may && <LinkButton href="/imports?table=people">{t('importTables.go')}</LinkButton>}
        {may && (
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
            label={t('people.occupation')}
            value={filter.occupation}
            choices={lines.map(([value, label]) => ({ value, label: say(label) }))}
            onChange={(occupation) => params.set({ occupation })}
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
          empty={
            Object.values(filter).some((value) => value !== undefined) ? (
              <Nothing text={t('people.none')} />
            ) : (
              <Nothing text={t('people.noneYet')} hint={t('people.noneYetHint')}>
                {may && (
                  <div className="actions">
                    <Button kind="primary" onClick={() => setNew(true)}>
                      {t('people.enter')}
                    </Button>
                    <LinkButton href="/imports?table=people">{t('importTables.go')}</LinkButton>
                  </div>
                )}
              </Nothing>
            )
          }
        >
          <Lines items={items} picking={many.picking} />
        </PagedList>
        {many.rest}
      </Panel>
      {isNew && <PersonForm onClose={() => setNew(false)} onDone={props.onEntered} />}
    </>
  )
}

function Lines({ items, picking }: { items: readonly PersonLineWire[]; picking: Picking }) {
  const { t } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          {picking.picked && <th aria-label={t('edits.start')} />}
          <th>{t('people.name')}</th>
          <th>{t('people.staffNumber')}</th>
          <th>{t('people.unit')}</th>
          <th>{t('people.posts')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <PickCell picking={picking} id={one.id} name={one.name} />
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
