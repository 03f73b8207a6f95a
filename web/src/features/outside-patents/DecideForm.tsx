import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type DecideFindingWire, decideFinding, decisions, useReread } from './finding.api.ts'

/** Decides what a patent of others is; earlier decisions stay to be read. */
export function DecideForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useReread()
  const [draft, setDraft] = useState({ decision: '', reason: '', task: '', dueOn: '' })
  const isClaim = draft.decision === 'to_be_claimed'
  const send = useMutation({
    mutationFn: () =>
      decideFinding(id, {
        decision: draft.decision as DecideFindingWire['decision'],
        reason: draft.reason,
        task: isClaim ? draft.task.trim() || null : null,
        dueOn: isClaim ? draft.dueOn || null : null,
      }),
    onSuccess: async () => {
      await reread()
      onClose()
    },
  })
  const wrong = fieldErrors(send.error, ['decision', 'reason', 'task', 'dueOn'])
  const field = (name: keyof typeof draft) => ({
    name,
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    error: wrong.at(name),
    isRequired: true,
  })
  return (
    <Dialog title={t('outside.decide')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <ChoiceField
          {...field('decision')}
          label={t('outside.decision')}
          choices={decisions.map((value) => ({ value, label: t(`outside.decisions.${value}`) }))}
        />
        <LongTextField
          {...field('reason')}
          label={t('outside.fields.reason')}
          hint={t('outside.reasonHint')}
          maxLength={1000}
        />
        {isClaim && (
          <>
            <TextField {...field('task')} label={t('outside.fields.task')} maxLength={500} />
            <DayField {...field('dueOn')} label={t('outside.fields.dueOn')} />
          </>
        )}
        <ProblemAlert error={send.error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            busy={send.isPending}
            disabled={draft.decision === '' || draft.reason.trim() === ''}
          >
            {t('outside.decide')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
