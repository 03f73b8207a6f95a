import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Scenario } from '@yizhuan/procedures'
import { useState } from 'react'
import { fromHash, toHash } from '../../api/scenario.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SaveView } from '../../ui/views/SaveView.tsx'
import { deleteView, returnView, type ViewWire, viewsQuery } from '../../ui/views/views.api.ts'

/** Scenarios are kept as the views of lists are: under a name, for oneself or for the institution. */
const LIST = 'simulator'

/** The scenarios that are kept: to go on with, or to set beside the one that is typed. */
export function SavedScenarios(props: {
  typed: Scenario
  first: Scenario
  onOpen: (scenario: Scenario) => void
  onBeside: (beside: { name: string; scenario: Scenario }) => void
}) {
  const { t } = useLanguage()
  const { typed, first } = props
  const client = useQueryClient()
  const query = useQuery(viewsQuery(LIST))
  const [saving, save] = useState<'new' | ViewWire>()
  const [gone, setGone] = useState<ViewWire>()
  const again = () => client.invalidateQueries({ queryKey: ['views', LIST] })
  const bringBack = useMutation({
    mutationFn: (view: ViewWire) => returnView(view.id),
    onSuccess: () => {
      setGone(undefined)
      return again()
    },
  })
  const kept = query.data?.items ?? []
  const scenarioOf = ({ params }: ViewWire) => fromHash(params['scenario'] ?? '', first)
  return (
    <>
      <details className="menu menu-end">
        <summary className="button button-plain">
          {t('simulator.kept')} <Icon name="down" size={12} />
        </summary>
        <div className="menu-list views">
          <ul>
            {kept.map((view) => (
              <OneScenario
                key={view.id}
                view={view}
                onOpen={() => props.onOpen(scenarioOf(view))}
                onBeside={() => props.onBeside({ name: view.name, scenario: scenarioOf(view) })}
                onChange={() => save(view)}
                onGone={(one) => {
                  setGone(one)
                  void again()
                }}
              />
            ))}
          </ul>
          {kept.length === 0 && <p className="muted">{t('simulator.noneKept')}</p>}
          <Button small onClick={() => save('new')}>
            {t('simulator.keep')}
          </Button>
        </div>
      </details>
      {gone && (
        <span role="status" className="muted">
          {t('simulator.gone', { name: gone.name })}{' '}
          <Button small kind="quiet" onClick={() => bringBack.mutate(gone)}>
            {t('views.undo')}
          </Button>
        </span>
      )}
      <ProblemAlert error={query.error ?? bringBack.error} />
      {saving && (
        <SaveView
          list={LIST}
          title={t(saving === 'new' ? 'simulator.keep' : 'simulator.changeKept')}
          refill={t('simulator.refillKept')}
          mayShare={query.data?.mayShare ?? false}
          params={{ scenario: toHash(typed) }}
          {...(saving !== 'new' && { before: saving })}
          onClose={() => save(undefined)}
          onSaved={() => {
            save(undefined)
            void again()
          }}
        />
      )}
    </>
  )
}

function OneScenario(props: {
  view: ViewWire
  onOpen: () => void
  onBeside: () => void
  onChange: () => void
  onGone: (view: ViewWire) => void
}) {
  const { t } = useLanguage()
  const { view } = props
  const drop = useMutation({
    mutationFn: () => deleteView(view.id),
    onSuccess: () => props.onGone(view),
  })
  return (
    <li>
      <button type="button" className="link" onClick={props.onOpen}>
        {view.name}
      </button>{' '}
      {view.isShared && (
        <span className="chip" title={t('views.sharedBy', { name: view.by })}>
          {t('views.shared')}
        </span>
      )}
      <Button small kind="quiet" onClick={props.onBeside}>
        {t('simulator.setBeside')}
      </Button>
      {view.isMine && (
        <>
          <Button small kind="quiet" onClick={props.onChange}>
            {t('views.change')}
          </Button>
          <Button small kind="quiet" busy={drop.isPending} onClick={() => drop.mutate()}>
            {t('views.delete')}
          </Button>
        </>
      )}
      <ProblemAlert error={drop.error} />
    </li>
  )
}
