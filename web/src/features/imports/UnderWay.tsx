import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { underWayQuery } from './import.api.ts'

/** How far each import is that is read or written now; the list below is read again when one has ended. */
export function UnderWay({ isSending }: { isSending: boolean }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { data } = useQuery(underWayQuery(isSending))
  const items = data?.items ?? []
  const running = items.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what runs is why, not what is used.
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ['/imports'] })
  }, [client, running])
  if (items.length === 0) return null
  return (
    <Panel title={t('imports.underWay')}>
      {items.map((item) => (
        <div key={item.id} className="working" role="status">
          <strong>{item.fileName}</strong>
          <Progress {...item} />
        </div>
      ))}
      <p className="muted">{t('imports.mayLeave')}</p>
    </Panel>
  )
}

interface Far {
  readonly phase: string | null
  readonly done: number
  readonly total: number
}

/** How far one is: a bar, what is done now, and how many rows. */
export function Progress({ phase, done, total }: Far) {
  const { t, named } = useLanguage()
  const label = t('imports.underWay')
  const rows = total > 0 ? `${done} / ${total}` : t('imports.rowsSoFar', { count: done })
  return (
    <>
      {total > 0 ? (
        <progress value={done} max={total} aria-label={label} />
      ) : (
        <progress aria-label={label} />
      )}
      <span className="muted">
        {phase && named('imports.phases', phase)} {(total > 0 || done > 0) && rows}
      </span>
    </>
  )
}
