import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type ArchiveWire, archivesQuery, decideArchive, fileOf } from './archive.api.ts'
import { OrderForm } from './OrderForm.tsx'

const orderers = ['admin', 'leaders']
const deciders = [...orderers, 'discipline']
const chips = {
  proposed: 'chip-due',
  refused: '',
  waiting: 'chip-open',
  making: 'chip-open',
  ready: 'chip-done',
  failed: 'chip-breached',
  expired: '',
} as const

/** Everything of the institution as one file: ordered by one, approved by another, fetched for a week. */
export function Archives({ roles }: { roles: readonly string[] }) {
  const { t } = useLanguage()
  const query = useQuery(archivesQuery)
  const [isOrdering, order] = useState(false)
  const is = (some: readonly string[]) => some.some((role) => roles.includes(role))
  const isUnderWay = query.data?.items.some(({ state }) =>
    ['proposed', 'waiting', 'making'].includes(state),
  )
  return (
    <div className="narrow wide">
      <PageHeader title={t('archives.title')} note={t('archives.lead')}>
        {is(orderers) && !isUnderWay && (
          <Button kind="primary" onClick={() => order(true)}>
            {t('archives.order')}
          </Button>
        )}
      </PageHeader>
      <Callout tone="info" title={t('archives.holds')}>
        <p>{t('archives.holdsNote')}</p>
      </Callout>
      <Panel>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing text={t('archives.none')} />
            ) : (
              <ul className="rows">
                {items.map((one) => (
                  <Line key={one.id} one={one} mayDecide={is(deciders)} mayFetch={is(orderers)} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
      {isOrdering && <OrderForm onClose={() => order(false)} />}
    </div>
  )
}

function Line(props: { one: ArchiveWire; mayDecide: boolean; mayFetch: boolean }) {
  const { one, mayDecide, mayFetch } = props
  const { t } = useLanguage()
  return (
    <li>
      <span className={`chip ${chips[one.state]}`}>{t(`archives.states.${one.state}`)}</span>{' '}
      <strong>{one.reason}</strong>
      <div className="muted">
        {t('archives.ordered', { by: one.orderedName, at: timeInChina(one.orderedAt) })}
        {one.decidedName && one.decidedAt && (
          <> · {t('archives.decided', { by: one.decidedName, at: timeInChina(one.decidedAt) })}</>
        )}{' '}
        · {t(one.isSealed ? 'archives.sealed' : 'archives.bare')}
      </div>
      {one.state === 'making' && (
        <progress
          value={one.ofAll > 0 ? one.done : undefined}
          max={one.ofAll || 1}
          aria-label={t('archives.states.making')}
        />
      )}
      {one.state === 'failed' && (
        <div>
          {t('archives.failedHint')} <code>{one.trouble}</code>
        </div>
      )}
      {one.state === 'proposed' && <Decision one={one} mayDecide={mayDecide} />}
      {one.state === 'ready' && <Ready one={one} mayFetch={mayFetch} />}
    </li>
  )
}

function Ready({ one, mayFetch }: { one: ArchiveWire; mayFetch: boolean }) {
  const { t } = useLanguage()
  return (
    <>
      <div>
        {t('archives.figures', {
          tables: one.tables ?? 0,
          rows: one.rows ?? 0,
          files: one.files ?? 0,
          size: sizeText(Number(one.size)),
        })}
        {one.expiresAt && <> · {t('archives.until', { at: timeInChina(one.expiresAt) })}</>}
      </div>
      <div className="muted hash">SHA-256 {one.sha256}</div>
      {mayFetch && (
        <div className="actions gap-above">
          <LinkButton href={fileOf(one.id)} download>
            {t('archives.fetch')}
          </LinkButton>
        </div>
      )}
    </>
  )
}

function Decision({ one, mayDecide }: { one: ArchiveWire; mayDecide: boolean }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const decide = useMutation({
    mutationFn: (approve: boolean) => decideArchive(one.id, approve),
    onSettled: () => client.invalidateQueries({ queryKey: ['archives'] }),
  })
  if (one.isOwn || !mayDecide) return <div>{t('archives.waits')}</div>
  return (
    <>
      <ProblemAlert error={decide.error} />
      <div className="actions gap-above">
        <Button kind="primary" busy={decide.isPending} onClick={() => decide.mutate(true)}>
          {t('archives.approve')}
        </Button>
        <Button disabled={decide.isPending} onClick={() => decide.mutate(false)}>
          {t('archives.refuse')}
        </Button>
      </div>
    </>
  )
}

function sizeText(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  return megabytes < 1 ? `${Math.ceil(bytes / 1024)} KB` : `${megabytes.toFixed(1)} MB`
}
