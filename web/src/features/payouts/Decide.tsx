import { useLanguage } from '../../ui/language.ts'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { cancelPayout, decidePayout } from './payout.api.ts'

export type Step = 'approve' | 'refuse' | 'cancel'

/** Approves a batch, refuses it, or takes back what was not sent. */
export function Decide(props: {
  id: string
  /** As the batch was looked at. */
  seq: number
  step: Step
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { t } = useLanguage()
  const { id, seq, step, onClose, onDone } = props
  return (
    <SmallForm
      title={t(`payouts.${step}`)}
      lead={t(`payouts.${step}Lead`)}
      act={t(`payouts.${step}`)}
      isDanger={step !== 'approve'}
      asked={[
        {
          name: 'remark',
          label: t('payouts.fields.remark'),
          as: 'text',
          isRequired: step !== 'approve',
        },
      ]}
      onSend={({ remark }) => {
        const said = typeof remark === 'string' ? remark : ''
        return step === 'cancel'
          ? cancelPayout(id, said)
          : decidePayout(id, { approve: step === 'approve', remark: said, expectedSeq: seq })
      }}
      onDone={onDone}
      onClose={onClose}
    />
  )
}
