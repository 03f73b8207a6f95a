import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { NameSubstitute } from './NameSubstitute.tsx'
import {
  chooseAutomatic,
  moveSubstitution,
  type SubstitutionsWire,
  substitutionsQuery,
} from './substitutes.api.ts'

/** Who may read how substitutions came about; the server decides it again. */
const historians = ['admin', 'auditor', 'discipline', 'leaders']

/** Who acts for whom while somebody is away; one names one's own substitute here. */
export function Substitutes({ me }: { me: { id: string; roles: readonly string[] } }) {
  const { t } = useLanguage()
  const query = useQuery(substitutionsQuery)
  const [isNew, setNew] = useState(false)
  const isAdmin = me.roles.includes('admin')
  return (
    <>
      <PageHeader title={t('substitutes.title')} note={t('substitutes.note')}>
        <Button kind="primary" onClick={() => setNew(true)}>
          {t('substitutes.name')}
        </Button>
      </PageHeader>
      <Loaded query={query}>
        {({ items, automatic }) => (
          <Panel>
            {isAdmin && <Setting automatic={automatic} />}
            {items.length === 0 && (
              <Nothing text={t('substitutes.none')} hint={t('substitutes.noneHint')} />
            )}
            <ul className="rows">
              {items.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </ul>
          </Panel>
        )}
      </Loaded>
      {historians.some((role) => me.roles.includes(role)) && (
        <Panel title={t('history.title')}>
          <History
            path="/substitutions/history"
            group="substitutes"
            empty={t('substitutes.none')}
          />
        </Panel>
      )}
      {isNew && <NameSubstitute me={me} onClose={() => setNew(false)} />}
    </>
  )
}

function Setting({ automatic }: { automatic: boolean }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: chooseAutomatic,
    onSettled: () => client.invalidateQueries({ queryKey: substitutionsQuery.queryKey }),
  })
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={automatic}
          disabled={send.isPending}
          onChange={({ target }) => send.mutate(target.checked)}
        />
        {t('substitutes.automatic')}
      </label>
      <ProblemAlert error={send.error} />
    </>
  )
}

const marks = {
  named: 'pending',
  ahead: 'pending',
  running: 'met',
  over: 'na',
  refused: 'breached',
  ended: 'na',
} as const

function Line({ one }: { one: SubstitutionsWire['items'][number] }) {
  const { t, named, listed } = useLanguage()
  const client = useQueryClient()
  const move = useMutation({
    mutationFn: (step: 'approved' | 'refused' | 'ended') => moveSubstitution(one.id, step),
    onSettled: () =>
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
  return (
    <li>
      <div>
        <span className={`chip chip-${marks[one.standing]}`}>
          {named('substitutes.standing', one.standing)}
        </span>{' '}
        <strong>
          {t('substitutes.for', { substitute: one.substitute.name, person: one.person.name })}
        </strong>{' '}
        <DayText day={one.from} /> – <DayText day={one.until} />
      </div>
      <div className="muted">
        {listed(one.roles.map((role) => named('role', role)))} ·{' '}
        {named('substitutes.scopes', one.scope)} · {one.reason}
      </div>
      <ProblemAlert error={move.error} />
      <div className="actions">
        {one.mayDecide && (
          <>
            <Button
              small
              kind="primary"
              busy={move.isPending}
              onClick={() => move.mutate('approved')}
            >
              {t('substitutes.approve')}
            </Button>
            <Button small busy={move.isPending} onClick={() => move.mutate('refused')}>
              {t('substitutes.refuse')}
            </Button>
          </>
        )}
        {one.mayEnd && (
          <Button small kind="quiet" busy={move.isPending} onClick={() => move.mutate('ended')}>
            {t('substitutes.end')}
          </Button>
        )}
      </div>
    </li>
  )
}
