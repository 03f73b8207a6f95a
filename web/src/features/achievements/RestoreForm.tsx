import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type AchievementWire, restore } from './achievement.api.ts'

/** Puts a field back to what it was before an entry of the history, for a reason. */
export function RestoreForm(props: {
  one: AchievementWire
  seq: number
  field: string
  onClose: () => void
}) {
  const { t, named } = useLanguage()
  const { one, seq, field, onClose } = props
  const [reason, setReason] = useState('')
  const client = useQueryClient()
  const put = useMutation({
    mutationFn: () => restore(one.id, { seq, field, reason, expectedSeq: one.seq }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['achievement', one.id] })
      await client.invalidateQueries({ queryKey: [`/achievements/${one.id}/history`] })
      onClose()
    },
  })
  const name = named('achievements.fields', field)
  return (
    <Dialog title={t('disclosure.restoreTitle', { field: name })} onClose={onClose}>
      <LongTextField
        label={t('history.why')}
        name="restoreReason"
        maxLength={500}
        value={reason}
        onChange={setReason}
        isRequired
      />
      <ProblemAlert error={put.error} />
      <div className="actions">
        <Button
          kind="primary"
          busy={put.isPending}
          disabled={reason.trim() === ''}
          onClick={() => put.mutate()}
        >
          {t('disclosure.restore')}
        </Button>
        <Button onClick={onClose}>{t('general.cancel')}</Button>
      </div>
    </Dialog>
  )
}
