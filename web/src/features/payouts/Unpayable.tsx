import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { type PayoutBatchWire, takeInPlan, takeOut } from './payout.api.ts'
import { Stuck } from './Stuck.tsx'

/** What of a batch cannot be paid as it stands: said before it is approved, and the others go on. */
export function Unpayable(props: {
  batch: PayoutBatchWire
  mayPay: boolean
  onDone: () => Promise<void>
}) {
  const { t } = useLanguage()
  const { batch, mayPay, onDone } = props
  const [leaving, leave] = useState<string>()
  return (
    <>
      <Fallen items={batch.fallen} mayTakeIn={mayPay} onDone={onDone} />
      <Stuck
        title={t('correction.blocked')}
        lead={t('correction.blockedLead')}
        items={batch.blocked}
        onTakeOut={mayPay ? leave : undefined}
      />
      {leaving !== undefined && (
        <SmallForm
          title={t('correction.takeOut')}
          lead={t('correction.takeOutLead')}
          act={t('correction.takeOut')}
          isDanger
          asked={[{ name: 'reason', label: t('correction.reason'), as: 'text', isRequired: true }]}
          onSend={({ reason }) => takeOut(batch.id, leaving, String(reason ?? ''))}
          onDone={onDone}
          onClose={() => leave(undefined)}
        />
      )}
    </>
  )
}

/** Plans that an objection overturned: what they paid is taken in by their cases. */
function Fallen(props: {
  items: PayoutBatchWire['fallen']
  mayTakeIn: boolean
  onDone: () => Promise<void>
}) {
  const { t } = useLanguage()
  const { items, mayTakeIn, onDone } = props
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<unknown>()
  if (items.length === 0) return null
  const takeIn = async (plan: string) => {
    setBusy(plan)
    setError(undefined)
    try {
      await takeInPlan(plan)
      await onDone()
    } catch (problem) {
      setError(problem)
    }
    setBusy(undefined)
  }
  return (
    <Panel title={t('correction.fallen')}>
      <p className="hint">{t('correction.fallenLead')}</p>
      <ProblemAlert error={error} />
      <ul className="rows">
        {items.map(({ plan, caseId, number, title, paidFen, withBank }) => (
          <li key={plan}>
            <a href={`/cases/${caseId}`}>{number}</a> {title}
            <div className="muted">
              {t('correction.fallenPaid')} <Money fen={paidFen} />
              {withBank > 0 && ` · ${t('correction.withBank', { count: withBank })}`}
            </div>
            {mayTakeIn && withBank === 0 && (
              <Button small busy={busy === plan} onClick={() => void takeIn(plan)}>
                {t(paidFen === '0' ? 'correction.letGo' : 'correction.takeIn')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
