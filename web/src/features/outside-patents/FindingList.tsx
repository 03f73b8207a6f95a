import { useMutation } from '@tanstack/react-query'
import { Callout } from '../../ui/Callout.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import {
  claimStates,
  decisions,
  type FindingLineWire,
  lookThrough,
  toneOf,
  useReread,
} from './finding.api.ts'
import { OwnNames } from './OwnNames.tsx'

/** Patents of others that may name staff: all of them for officers, one's own for everybody. */
export function FindingList({ isOffice }: { isOffice: boolean }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = {
    q: params.get('q'),
    decision: params.get('decision'),
    sureness: params.get('sureness'),
    claim: params.get('claim'),
  }
  const { query, items } = usePages<FindingLineWire>('/outside-patents', filter)
  return (
    <>
      <PageHeader
        title={t('outside.title')}
        note={t(isOffice ? 'outside.lead' : 'outside.leadConcerned')}
      >
        <SavedViews list="outside-patents" />
        {isOffice && <ExportMenu path="/outside-patents" filter={filter} />}
      </PageHeader>
      {isOffice && <LookThrough />}
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('outside.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('outside.decision')}
            value={filter.decision}
            choices={(['open', ...decisions] as const).map((value) => ({
              value,
              label: t(`outside.decisions.${value}`),
            }))}
            onChange={(decision) => params.set({ decision })}
          />
          {isOffice && (
            <FilterSelect
              label={t('outside.claim.state')}
              value={filter.claim}
              choices={claimStates.map((value) => ({
                value,
                label: t(`outside.claim.states.${value}`),
              }))}
              onChange={(claim) => params.set({ claim })}
            />
          )}
          {isOffice && (
            <FilterSelect
              label={t('outside.sureness')}
              value={filter.sureness}
              choices={(['likely', 'possible'] as const).map((value) => ({
                value,
                label: t(`outside.surenesses.${value}`),
              }))}
              onChange={(sureness) => params.set({ sureness })}
            />
          )}
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={
            <Nothing
              text={t(isOffice ? 'outside.none' : 'outside.noneConcerned')}
              {...(isOffice && { hint: t('outside.noneHint') })}
            />
          }
        >
          <Lines items={items} />
        </PagedList>
      </Panel>
      {isOffice && <OwnNames />}
    </>
  )
}

/** Takes an export of a patent register, and says what became of its rows. */
function LookThrough() {
  const { t } = useLanguage()
  const reread = useReread()
  const send = useMutation({ mutationFn: lookThrough, onSuccess: () => reread() })
  return (
    <Panel title={t('outside.upload')}>
      <p className="muted">{t('outside.uploadHint')}</p>
      <div className="drops">
        <div className="drop">
          {send.isPending ? t('outside.reading') : t('outside.choose')}
          <input
            type="file"
            accept=".xlsx,.csv,.xml"
            aria-label={t('outside.choose')}
            disabled={send.isPending}
            onChange={({ target }) => {
              const [file] = target.files ?? []
              if (file) send.mutate(file)
              target.value = ''
            }}
          />
        </div>
      </div>
      <ProblemAlert error={send.error} />
      {send.data && (
        <Callout tone="good" title={t('outside.readDone', { count: send.data.rows })}>
          {t('outside.counts', { ...send.data })}
        </Callout>
      )}
    </Panel>
  )
}

function Lines({ items }: { items: readonly FindingLineWire[] }) {
  const { t, listed } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('outside.fields.number')}</th>
          <th>{t('outside.fields.title')}</th>
          <th>{t('outside.fields.applicants')}</th>
          <th>{t('outside.fields.matches')}</th>
          <th>{t('outside.decision')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td className="nowrap figure">{one.number ?? '—'}</td>
            <td>
              <a href={`/outside-patents/${one.id}`} className="row-title">
                {one.title}
              </a>
              <div>
                <small className="muted">
                  {t('outside.fields.filedOn')} {one.filedOn ?? '—'}
                </small>
              </div>
            </td>
            <td data-label={t('outside.fields.applicants')}>{listed(one.applicants)}</td>
            <td data-label={t('outside.fields.matches')}>
              {one.matches.map(({ personId, name, sureness }) => (
                <div key={personId}>
                  {name}{' '}
                  <small className={sureness === 'likely' ? '' : 'muted'}>
                    {t(`outside.surenesses.${sureness}`)}
                  </small>
                </div>
              ))}
            </td>
            <td data-label={t('outside.decision')}>
              {one.decision ? (
                <span className={`chip ${toneOf[one.decision]}`}>
                  {t(`outside.decisions.${one.decision}`)}
                </span>
              ) : (
                <span className="muted">{t('outside.decisions.open')}</span>
              )}
              {one.claim !== 'none' && (
                <div>
                  <small>
                    {t(
                      one.claimOutcome
                        ? `outside.claim.outcomes.${one.claimOutcome}`
                        : `outside.claim.states.${one.claim}`,
                    )}
                  </small>
                </div>
              )}
              {one.dueOn && one.claim !== 'ended' && (
                <div>
                  <small className="muted figure">{one.dueOn}</small>
                </div>
              )}
              {one.answered > 0 && (
                <div>
                  <small className="muted">{t('outside.answered', { count: one.answered })}</small>
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
