import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import {
  type AmendmentWire,
  amendmentQuery,
  checkQuery,
  decideAmendment,
  submitAmendment,
} from './revision.api.ts'

/** Hands an amendment in, or decides on one that was: never the same person. */
export function DecidePanel({ amendment }: { amendment: AmendmentWire }) {
  const { t } = useLanguage()
  const isOpen = amendment.state === 'open'
  return (
    <Panel title={t(isOpen ? 'revisions.submitTitle' : 'revisions.reviewTitle')} id="decide">
      {isOpen ? <Submit amendment={amendment} /> : <Review amendment={amendment} />}
    </Panel>
  )
}

type Change = 'law-changed' | 'encoding-corrected'

function Submit({ amendment }: { amendment: AmendmentWire }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { id, seq } = amendment
  const check = useQuery(checkQuery(id, seq))
  const [change, setChange] = useState<Change | undefined>(amendment.change ?? undefined)
  const [note, setNote] = useState(amendment.note ?? '')
  const submit = useMutation({
    mutationFn: () => submitAmendment(id, { seq, change: change ?? 'law-changed', note }),
    onSuccess: (after) => client.setQueryData(amendmentQuery(id).queryKey, after),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit.mutate()
      }}
    >
      <ChoiceField
        label={t('revisions.why')}
        value={change}
        onChange={(value) => setChange(value as Change)}
        choices={(['law-changed', 'encoding-corrected'] as const).map((value) => ({
          value,
          label: t(`revisions.changes.${value}`),
        }))}
        isRequired
      />
      <LongTextField
        label={t('revisions.note')}
        hint={t('revisions.noteHint')}
        value={note}
        onChange={setNote}
        maxLength={2000}
        isRequired
      />
      <p className="muted">{t('revisions.twoPersons')}</p>
      <ProblemAlert error={submit.error} />
      <div className="actions">
        <Button
          type="submit"
          kind="primary"
          busy={submit.isPending}
          disabled={check.data?.isClean !== true || change === undefined || note.trim() === ''}
        >
          {t('revisions.submit')}
        </Button>
        <TurnDown amendment={amendment} outcome="withdrawn" />
      </div>
    </form>
  )
}

function Review({ amendment }: { amendment: AmendmentWire }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const { id, seq, number } = amendment
  const publish = useMutation({
    mutationFn: () => decideAmendment(id, { seq, outcome: 'published' }),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <>
      <p>
        <span className="chip">{named('revisions.changes', amendment.change ?? '')}</span>{' '}
        {amendment.note}
      </p>
      <p className="muted">
        {t(amendment.isMine ? 'revisions.waitsForAnother' : 'revisions.publishMeans', { number })}
      </p>
      <ProblemAlert error={publish.error} />
      <div className="actions">
        {!amendment.isMine && (
          <>
            <Button kind="primary" busy={publish.isPending} onClick={() => publish.mutate()}>
              {t('revisions.publish', { number })}
            </Button>
            <TurnDown amendment={amendment} outcome="returned" />
          </>
        )}
        <TurnDown amendment={amendment} outcome="withdrawn" />
      </div>
    </>
  )
}

/** Giving back and dropping say why. */
function TurnDown(props: { amendment: AmendmentWire; outcome: 'returned' | 'withdrawn' }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { amendment, outcome } = props
  const [reason, setReason] = useState<string>()
  const send = useMutation({
    mutationFn: () => {
      const body = { seq: amendment.seq, outcome, reason: reason?.trim() ?? null }
      return decideAmendment(amendment.id, body)
    },
    onSuccess: () => client.invalidateQueries(),
  })
  if (reason === undefined) {
    return <Button onClick={() => setReason('')}>{t(`revisions.${outcome}`)}</Button>
  }
  return (
    <div className="turn-down">
      <LongTextField
        label={t('revisions.reason')}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        isRequired
      />
      <ProblemAlert error={send.error} />
      <div className="actions">
        <Button
          kind="danger"
          busy={send.isPending}
          disabled={reason.trim() === ''}
          onClick={() => send.mutate()}
        >
          {t(`revisions.${outcome}`)}
        </Button>
        <Button onClick={() => setReason(undefined)}>{t('general.cancel')}</Button>
      </div>
    </div>
  )
}
