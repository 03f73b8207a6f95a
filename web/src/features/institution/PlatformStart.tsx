import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { StartWire } from '@yizhuan/server/wire/institutions/start'
import { useState } from 'react'
import { read, write } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'

const startQuery = queryOptions({
  queryKey: ['institution', 'platform-start'],
  queryFn: () => read<StartWire>('/institution/platform-start'),
})

const setters = ['admin', 'leaders', 'tto_reviewer']

/** Since which day the institution deals on the platform: contracts signed before may be taken over. */
export function PlatformStart({ roles }: { roles: readonly string[] }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const query = useQuery(startQuery)
  const [isNew, setNew] = useState(false)
  const maySet = roles.some((role) => setters.includes(role))
  const refresh = () => client.invalidateQueries({ queryKey: ['institution'] })
  return (
    <Panel
      title={t('takeover.start.title')}
      extra={
        maySet &&
        query.data?.waiting === null && (
          <Button small onClick={() => setNew(true)}>
            {t('takeover.start.propose')}
          </Button>
        )
      }
    >
      <p className="hint">{t('takeover.start.note')}</p>
      <Loaded query={query}>
        {({ since, waiting, items }) => (
          <>
            <p>
              {since === null ? (
                <span className="muted">{t('takeover.start.none')}</span>
              ) : (
                <strong>
                  <DayText day={since} />
                </strong>
              )}
            </p>
            {waiting && <Waiting one={waiting} maySet={maySet} onDone={refresh} />}
            {items.length > 0 && (
              <ul className="rows">
                {items.map((one) => (
                  <li key={one.seq}>
                    {named('takeover.start.kinds', one.kind)} <DayText day={one.from} isShort />{' '}
                    <span className="muted">
                      {one.by} · <DayText day={one.at} isShort /> · {one.reason}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      {isNew && (
        <SmallForm
          title={t('takeover.start.propose')}
          lead={t('takeover.start.proposeHint')}
          asked={[
            { name: 'from', label: t('takeover.start.from'), as: 'day', isRequired: true },
            { name: 'reason', label: t('takeover.start.reason'), as: 'line', isRequired: true },
          ]}
          act={t('takeover.start.propose')}
          onSend={(body) => write('POST', '/institution/platform-start', body)}
          onDone={refresh}
          onClose={() => setNew(false)}
        />
      )}
    </Panel>
  )
}

function Waiting(props: {
  one: NonNullable<StartWire['waiting']>
  maySet: boolean
  onDone: () => Promise<unknown>
}) {
  const { t } = useLanguage()
  const { seq, from, by, isMine } = props.one
  const answer = useMutation({
    mutationFn: (step: 'confirm' | 'withdraw') =>
      write('POST', `/institution/platform-start/${step}`, { seq }),
    onSettled: props.onDone,
  })
  return (
    <Callout tone="due" title={t('takeover.start.waiting', { day: from, by })}>
      <ProblemAlert error={answer.error} />
      {isMine && <p>{t('takeover.start.another')}</p>}
      {props.maySet && (
        <div className="actions">
          {!isMine && (
            <Button small busy={answer.isPending} onClick={() => answer.mutate('confirm')}>
              {t('takeover.start.confirm')}
            </Button>
          )}
          <Button small kind="quiet" onClick={() => answer.mutate('withdraw')}>
            {t('takeover.start.withdraw')}
          </Button>
        </div>
      )}
    </Callout>
  )
}
