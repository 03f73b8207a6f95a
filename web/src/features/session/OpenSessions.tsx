import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type OpenSession, openSessionsQuery, signOutElsewhere } from './session.api.ts'

/** Where one is signed in, and the way out everywhere else. */
export function OpenSessions() {
  const { t } = useLanguage()
  const client = useQueryClient()
  const query = useQuery(openSessionsQuery)
  const leave = useMutation({
    mutationFn: signOutElsewhere,
    onSuccess: () => client.invalidateQueries({ queryKey: openSessionsQuery.queryKey }),
  })
  return (
    <Panel title={t('session.open')}>
      <ProblemAlert error={leave.error} />
      <Loaded query={query}>
        {({ items }) => (
          <>
            <ul className="rows">
              {items.map((one) => (
                <li key={one.since + one.seenAt}>
                  <Place one={one} />
                </li>
              ))}
            </ul>
            {items.length > 1 ? (
              <Button busy={leave.isPending} onClick={() => leave.mutate()}>
                {t('session.leaveOthers')}
              </Button>
            ) : (
              <p className="muted">{t('session.onlyHere')}</p>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  )
}

function Place({ one }: { one: OpenSession }) {
  const { t } = useLanguage()
  return (
    <>
      <strong>{deviceText(one.agent) ?? t('session.unknownDevice')}</strong>{' '}
      {one.isThis && <span className="chip chip-met">{t('session.thisOne')}</span>}
      <div className="muted">
        {one.address} · {t('session.since', { at: timeInChina(one.since) })} ·{' '}
        {t('session.seenAt', { at: timeInChina(one.seenAt) })}
      </div>
    </>
  )
}

/** The browser and the system that a browser says it is, in two words. */
export function deviceText(agent: string | null): string | undefined {
  if (!agent) return undefined
  const browsers: readonly (readonly [RegExp, string])[] = [
    [/MicroMessenger/, '微信'],
    [/Edg/, 'Edge'],
    [/Firefox/, 'Firefox'],
    [/Chrome/, 'Chrome'],
    [/Safari/, 'Safari'],
  ]
  const systems: readonly (readonly [RegExp, string])[] = [
    [/HarmonyOS/, 'HarmonyOS'],
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ]
  const find = (list: typeof browsers) => list.find(([pattern]) => pattern.test(agent))?.[1]
  const found = [find(browsers), find(systems)].filter((word) => word !== undefined)
  return found.length > 0 ? found.join(' · ') : agent.slice(0, 60)
}
