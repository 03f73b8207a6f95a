import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { Bring } from './Bring.tsx'
import { DecideMany } from './DecideMany.tsx'
import { StandardForm } from './StandardForm.tsx'
import {
  approvers,
  bringSamples,
  codes,
  drafters,
  type StandardLineWire,
  standardsQuery,
} from './standard.api.ts'

export const stateTones: Readonly<Record<string, string>> = {
  ...{ proposed: 'chip-due', in_use: 'chip-met', unused: '', retired: '' },
}

/** The clauses and model contracts of the house. */
export function StandardList({ roles, me }: { roles: readonly string[]; me: string }) {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const filter = {
    ...{ q: params.get('q'), form: params.get('form'), kind: params.get('kind') },
    ...{ type: params.get('type'), state: params.get('state') },
  }
  const query = useQuery(standardsQuery(filter))
  const [form, open] = useState<'clause' | 'template' | 'bring' | 'decide'>()
  const mayDraft = drafters.some((role) => roles.includes(role))
  const mayDecide = approvers.some((role) => roles.includes(role))
  const close = () => open(undefined)
  const choices = (group: 'forms' | 'kinds' | 'types' | 'states') =>
    codes[group].map((value) => ({ value, label: named(`contractTexts.${group}`, value) }))
  return (
    <>
      <PageHeader title={t('contractTexts.library')} note={t('contractTexts.libraryNote')}>
        <SavedViews list="contract-standards" />
        <ExportMenu path="/contract-standards" filter={filter} />
        <LinkButton
          href={address('/contract-standards/library.json')}
          download="contract-clauses.json"
        >
          {t('contractTexts.takeOut')}
        </LinkButton>
        {mayDraft && <Button onClick={() => open('bring')}>{t('contractTexts.bring')}</Button>}
        {mayDecide && (
          <Button onClick={() => open('decide')}>{t('contractTexts.decideMany')}</Button>
        )}
        {mayDraft && (
          <>
            <Button onClick={() => open('template')}>{t('contractTexts.newTemplate')}</Button>
            <Button kind="primary" onClick={() => open('clause')}>
              {t('contractTexts.newClause')}
            </Button>
          </>
        )}
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('contractTexts.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('contractTexts.fields.form')}
            value={filter.form}
            choices={choices('forms')}
            onChange={(value) => params.set({ form: value })}
          />
          <FilterSelect
            label={t('contractTexts.fields.kind')}
            value={filter.kind}
            choices={choices('kinds')}
            onChange={(kind) => params.set({ kind })}
          />
          <FilterSelect
            label={t('contractTexts.fields.types')}
            value={filter.type}
            choices={choices('types')}
            onChange={(type) => params.set({ type })}
          />
          <FilterSelect
            label={t('contractTexts.fields.state')}
            value={filter.state}
            choices={choices('states')}
            onChange={(state) => params.set({ state })}
          />
        </div>
        <Loaded query={query}>
          {({ items }) =>
            items.length > 0 ? (
              <Lines items={items} />
            ) : Object.values(filter).some((value) => value !== undefined) ? (
              <Nothing text={t('general.nothingFound')} />
            ) : (
              <Empty mayDraft={mayDraft} />
            )
          }
        </Loaded>
      </Panel>
      {(form === 'clause' || form === 'template') && <StandardForm form={form} onClose={close} />}
      {form === 'bring' && <Bring onClose={close} />}
      {form === 'decide' && <DecideMany me={me} onClose={close} />}
    </>
  )
}

/** A library begins with the samples of the platform, or with what the house writes. */
function Empty({ mayDraft }: { mayDraft: boolean }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const copy = useMutation({
    mutationFn: bringSamples,
    onSuccess: () => client.invalidateQueries({ queryKey: ['contract-standards'] }),
  })
  return (
    <Nothing text={t('contractTexts.none')} hint={t('contractTexts.noneHint')}>
      {mayDraft && (
        <>
          <Callout tone="info" title={t('contractTexts.samplesNote')} />
          <Button busy={copy.isPending} onClick={() => copy.mutate()}>
            {t('contractTexts.copySamples')}
          </Button>
          <ProblemAlert error={copy.error} />
        </>
      )}
    </Nothing>
  )
}

function Lines({ items }: { items: readonly StandardLineWire[] }) {
  const { t, named, listed } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('contractTexts.fields.name')}</th>
          <th>{t('contractTexts.fields.kind')}</th>
          <th>{t('contractTexts.fields.types')}</th>
          <th>{t('contractTexts.fields.obligation')}</th>
          <th>{t('contractTexts.fields.inUse')}</th>
          <th>{t('contractTexts.fields.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <tr key={line.id}>
            <td data-label={t('contractTexts.fields.name')}>
              <a href={`/contract-standards/${line.id}`}>{line.name}</a>{' '}
              {line.isSample && <span className="chip">{t('contractTexts.sample')}</span>}
            </td>
            <td data-label={t('contractTexts.fields.kind')}>
              {line.kind === null
                ? named('contractTexts.forms', line.form)
                : named('contractTexts.kinds', line.kind)}
            </td>
            <td data-label={t('contractTexts.fields.types')}>
              {listed(line.types.map((type) => named('contractTexts.types', type)))}
            </td>
            <td data-label={t('contractTexts.fields.obligation')}>
              {line.obligation && named('contractTexts.obligations', line.obligation)}
            </td>
            <td data-label={t('contractTexts.fields.inUse')}>{line.inUse}</td>
            <td data-label={t('contractTexts.fields.state')}>
              <span className={`chip ${stateTones[line.state]}`}>
                {named('contractTexts.states', line.state)}
              </span>{' '}
              {line.state === 'in_use' && line.open && (
                <span className="chip chip-due">
                  {t('contractTexts.waits', { version: line.open.version })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
