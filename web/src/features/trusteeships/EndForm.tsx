import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { endTrusteeship, type TrusteeshipWire, useReread } from './trusteeship.api.ts'

/** Ends an agreement before its term: there is no way back, so it says what happens. */
export function EndForm({ of, onClose }: { of: TrusteeshipWire; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useReread(of.id)
  const [endedOn, setDay] = useState('')
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () => endTrusteeship(of.id, { endedOn, reason, expectedSeq: of.seq }),
    onSuccess: async () => {
      await reread()
      onClose()
    },
  })
  const wrong = fieldErrors(send.error, ['endedOn', 'reason'])
  return (
    <Dialog title={t('trusteeships.end')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <p>{t('trusteeships.endNote')}</p>
        <DayField
          label={t('trusteeships.fields.endedOn')}
          name="endedOn"
          value={endedOn}
          onChange={setDay}
          error={wrong.at('endedOn')}
          isRequired
        />
        <LongTextField
          label={t('trusteeships.fields.endReason')}
          name="reason"
          value={reason}
          onChange={setReason}
          error={wrong.at('reason')}
          isRequired
          maxLength={1000}
        />
        <ProblemAlert error={send.error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button
            kind="danger"
            type="submit"
            busy={send.isPending}
            disabled={endedOn === '' || reason.trim() === ''}
          >
            {t('trusteeships.end')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
