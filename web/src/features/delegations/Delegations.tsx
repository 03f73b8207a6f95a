import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DelegationsWire } from '@yizhuan/server/wire/cases/delegations/delegation'
import { useState } from 'react'
import { address, read, write } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Delegate } from './Delegate.tsx'

/** Who keeps the letters of delegation; the server decides it again. */
const keepers = ['leaders', 'legal', 'admin', 'tto_reviewer']

/** What the institution has others do in its name, each with its letter. */
export function Delegations({ roles }: { roles: readonly string[] }) {
  const { t } = useLanguage()
  const [isNew, setNew] = useState(false)
  const query = useQuery({
    queryKey: ['delegations'],
    queryFn: () => read<DelegationsWire>('/delegations'),
  })
  const mayKeep = keepers.some((role) => roles.includes(role))
  return (
    <>
      <PageHeader title={t('delegations.title')} note={t('delegations.note')}>
        <ExportMenu path="/delegations" />
        {mayKeep && (
          <Button kind="primary" onClick={() => setNew(true)}>
            {t('delegations.enter')}
          </Button>
        )}
      </PageHeader>
      <Panel>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing text={t('delegations.none')} hint={t('delegations.noneHint')} />
            ) : (
              <ul className="rows">
                {items.map((one) => (
                  <Line key={one.id} one={one} mayKeep={mayKeep} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
      {isNew && <Delegate onClose={() => setNew(false)} />}
    </>
  )
}

type Item = DelegationsWire['items'][number]

function Line({ one, mayKeep }: { one: Item; mayKeep: boolean }) {
  const { t } = useLanguage()
  const [isEnding, end] = useState(false)
  return (
    <li>
      <DelegationText one={one} />
      {mayKeep && one.withdrawnOn === null && !isEnding && (
        <Button small kind="quiet" onClick={() => end(true)}>
          {t('delegations.withdraw')}
        </Button>
      )}
      {isEnding && <Withdraw id={one.id} onClose={() => end(false)} />}
    </li>
  )
}

function DelegationText({ one }: { one: Item }) {
  const { t, named } = useLanguage()
  return (
    <>
      <div>
        <span className={`chip chip-${one.holds ? 'met' : 'na'}`}>
          {t(one.holds ? 'delegations.holds' : 'delegations.over')}
        </span>{' '}
        <strong>{named('delegations.task', one.task)}</strong> → {one.delegate}{' '}
        <span className="muted">
          <DayText day={one.from} /> –{' '}
          {one.until ? <DayText day={one.until} /> : t('delegations.open')}
        </span>
      </div>
      <div className="muted">
        <a href={address(`/files/${one.letter.sha256}`)} target="_blank" rel="noreferrer">
          {one.letterNumber}
        </a>{' '}
        ·{' '}
        {one.caseId ? (
          <a href={`/cases/${one.caseId}`}>{t('delegations.oneCase')}</a>
        ) : (
          t('delegations.allCases')
        )}
        {one.withdrawnOn && (
          <>
            {' · '}
            {t('delegations.withdrawn')} <DayText day={one.withdrawnOn} />
          </>
        )}
      </div>
    </>
  )
}

function Withdraw({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () => write('POST', `/delegations/${id}/withdraw`, { reason: reason.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['delegations'] }),
  })
  return (
    <>
      <LongTextField
        label={t('delegations.reason')}
        name="reason"
        rows={1}
        maxLength={500}
        value={reason}
        isRequired
        onChange={setReason}
      />
      <ProblemAlert error={send.error} />
      <div className="actions">
        <Button
          small
          kind="danger"
          busy={send.isPending}
          disabled={reason.trim() === ''}
          onClick={() => send.mutate()}
        >
          {t('delegations.withdraw')}
        </Button>
        <Button small onClick={onClose}>
          {t('general.cancel')}
        </Button>
      </div>
    </>
  )
}
