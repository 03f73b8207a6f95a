import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CaseLawWire } from '@yizhuan/server/wire/cases/case.law'
import { useState } from 'react'
import { write } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { caseLawQuery } from './case-law.api.ts'
import { StaleStages } from './StaleStages.tsx'

/** By which revisions of the law packs a case is judged, and whether there are newer ones. */
export function CaseLaw({ id, roles }: { id: string; roles: readonly string[] }) {
  const { t } = useLanguage()
  const { data } = useQuery(caseLawQuery(id))
  if (!data) return null
  const mayMove = data.deciders.some((role) => roles.includes(role))
  return (
    <Panel title={t('caseLaw.title')} className="no-print case-law">
      <Packs packs={data.packs} />
      {data.newer.length > 0 && (
        <Callout tone="info" title={t('caseLaw.newer')}>
          <Packs packs={data.newer} />
          <StaleStages law={data} />
          {mayMove && <Move id={id} />}
        </Callout>
      )}
      {data.moves.length > 1 && (
        <details>
          <summary>{t('caseLaw.moves')}</summary>
          <ul className="plain">
            {data.moves.map((move) => (
              <li key={move.since + (move.reason ?? '')}>
                <DayText day={move.since} /> {move.name} {move.reason ?? t('caseLaw.atOpening')}{' '}
                <Packs packs={move.packs} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

function Packs({ packs }: { packs: CaseLawWire['packs'] }) {
  const { t } = useLanguage()
  return (
    <div>
      {packs.map(({ pack, revision }) => (
        <a key={pack} className="chip" href={`/policies/revisions#${pack}`}>
          {pack} {t('revisions.number', { number: revision })}
        </a>
      ))}
    </div>
  )
}

function Move({ id }: { id: string }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [reason, setReason] = useState<string>()
  const move = useMutation({
    mutationFn: () => write('POST', `/cases/${id}/law`, { reason: reason?.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', id] }),
  })
  if (reason === undefined) {
    return (
      <Button small onClick={() => setReason('')}>
        {t('caseLaw.move')}
      </Button>
    )
  }
  return (
    <>
      <LongTextField
        label={t('caseLaw.reason')}
        hint={t('caseLaw.reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        isRequired
      />
      <ProblemAlert error={move.error} />
      <div className="actions">
        <Button
          kind="primary"
          small
          busy={move.isPending}
          disabled={reason.trim() === ''}
          onClick={() => move.mutate()}
        >
          {t('caseLaw.move')}
        </Button>
        <Button small onClick={() => setReason(undefined)}>
          {t('general.cancel')}
        </Button>
      </div>
    </>
  )
}
