import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type PassedWire, remindAgain, type SnoozeWire, snooze } from './calendar.api.ts'

/** Who put off being reminded of a due and why, whom its lateness was passed on to, and to put it off. */
export function Reminders(props: {
  dueKey: string
  title: string
  /** The last day, where there is one. */
  last: string | undefined
  mayPutOff: boolean
  snoozes: readonly SnoozeWire[]
  passed: readonly PassedWire[]
}) {
  const { t } = useLanguage()
  const [isAsking, ask] = useState(false)
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: remindAgain,
    onSuccess: () => renew(client),
  })
  const isPutOff = props.snoozes.some(({ mine }) => mine)
  const mayPutOff = props.mayPutOff && !isPutOff
  if (!mayPutOff && props.snoozes.length === 0 && props.passed.length === 0) return null
  return (
    <div className="reminders">
      {props.passed.map(({ level, toldOn, workdays }) => (
        <span key={level} className="chip chip-breached">
          {t(`calendar.passed.${level}`, { day: toldOn.slice(5), count: workdays })}
        </span>
      ))}
      {props.snoozes.map(({ id, name, until, reason, mine }) => (
        <span key={id} className="muted">
          {t('calendar.snoozed', { name, until, reason })}
          {mine && (
            <>
              {' '}
              <button type="button" className="link" onClick={() => undo.mutate(id)}>
                {t('calendar.undo')}
              </button>
            </>
          )}
        </span>
      ))}
      {mayPutOff && (
        <button type="button" className="link" onClick={() => ask(true)}>
          {t('calendar.snooze')}
        </button>
      )}
      <ProblemAlert error={undo.error} />
      {isAsking && <SnoozeDialog {...props} onClose={() => ask(false)} />}
    </div>
  )
}

function SnoozeDialog(props: {
  dueKey: string
  title: string
  last: string | undefined
  onClose: () => void
}) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const put = useMutation({
    mutationFn: () => snooze({ key: props.dueKey, until, reason }),
    onSuccess: async () => {
      await renew(client)
      props.onClose()
    },
  })
  const wrong = fieldErrors(put.error, ['until', 'reason'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    put.mutate()
  }
  return (
    <Dialog title={t('calendar.snoozeTitle', { title: props.title })} onClose={props.onClose}>
      <form onSubmit={submit} noValidate>
        <p className="muted">{t('calendar.snoozeNote')}</p>
        <ProblemAlert error={put.error} shown={wrong.shown} />
        <Field
          label={t('calendar.snoozeUntil')}
          hint={props.last && `${t('calendar.snoozeUntilHint')} ${props.last}`}
          error={wrong.at('until')}
          name="until"
          isRequired
        >
          {(ties) => (
            <input
              {...ties}
              className="input input-medium"
              type="date"
              max={props.last}
              value={until}
              onChange={({ target }) => setUntil(target.value)}
            />
          )}
        </Field>
        <LongTextField
          label={t('calendar.snoozeReason')}
          hint={t('calendar.snoozeReasonHint')}
          name="reason"
          value={reason}
          onChange={setReason}
          error={wrong.at('reason')}
          maxLength={500}
          isRequired
        />
        <div className="actions">
          <Button type="submit" kind="primary" busy={put.isPending}>
            {t('calendar.snooze')}
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            {t('general.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The calendar and the workbench both tell of reminders. */
function renew(client: ReturnType<typeof useQueryClient>) {
  return client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === 'calendar' || queryKey[0] === 'workbench',
  })
}
