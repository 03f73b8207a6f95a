import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type DistributionRulesWire, endRule } from './distribution-rule.api.ts'

/** Says that from a day on the house has no rule. */
export function EndForm(props: { rules: DistributionRulesWire; onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [from, setFrom] = useState(props.rules.on)
  const [reason, setReason] = useState('')
  const save = useMutation({
    mutationFn: () =>
      endRule({ from, reason, expectedVersion: props.rules.items[0]?.version ?? 0 }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['distribution-rules'] })
      props.onClose()
    },
  })
  const wrong = fieldErrors(save.error, ['from', 'reason'])
  return (
    <Dialog title={t('distributionRules.end')} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <DayField
          label={t('distributionRules.fields.endsFrom')}
          name="from"
          value={from}
          onChange={setFrom}
          error={wrong.at('from')}
          isRequired
        />
        <LongTextField
          label={t('distributionRules.fields.reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          error={wrong.at('reason')}
          isRequired
        />
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending}>
            {t('distributionRules.end')}
          </Button>
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
