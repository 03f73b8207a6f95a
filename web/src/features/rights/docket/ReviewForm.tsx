import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { fieldErrors } from '../../../ui/fieldErrors.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceFields.tsx'
import { LongTextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { reviewRight, useRereadRight } from './docket.api.ts'

const decisions = ['keep', 'abandon', 'sell', 'open_licence'] as const

/** Takes down whether a right is kept before its next fee, and why. */
export function ReviewForm(props: { id: string; year: number; onClose: () => void }) {
  const { t, named } = useLanguage()
  const reread = useRereadRight(props.id)
  const [decision, decide] = useState<string>()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, ['decision', 'reason'])
  const send = async () => {
    setBusy(true)
    try {
      const body = { year: props.year, decision: decision as 'keep', reason }
      await reviewRight(props.id, body)
      await reread()
      props.onClose()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('docket.decideTitle', { year: props.year })} onClose={props.onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <ChoiceField
          label={t('docket.decision')}
          name="decision"
          value={decision}
          onChange={decide}
          error={wrong.at('decision')}
          choices={decisions.map((value) => ({ value, label: named('docket.decisions', value) }))}
          isRequired
        />
        {decision === 'abandon' && <p className="muted">{t('docket.abandonHint')}</p>}
        <LongTextField
          label={t('docket.reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          error={wrong.at('reason')}
          isRequired
        />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('docket.decide')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
