import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { PaymentTable } from './Payments.tsx'
import { casePaymentsQuery } from './payout.api.ts'

/** How the payments of a case stand, plan by plan; nothing where none was ordered. */
export function CasePayments({ id, mayEnterAccounts }: { id: string; mayEnterAccounts: boolean }) {
  const { t, named } = useLanguage()
  const { data } = useQuery(casePaymentsQuery(id))
  if (!data || data.plans.length === 0) return null
  return (
    <Panel title={t('payouts.ofCase')} id="payments">
      {data.plans.toReversed().map(({ id: plan, state, batch, payments }) => (
        <section key={plan}>
          <h3>
            <a href={`/payouts/${batch.id}`}>{batch.title}</a>{' '}
            <span className="chip">{named('payouts.planStates', state)}</span>
          </h3>
          {(state === 'ordered' || state === 'waiting') && (
            <p className="hint">{t('payouts.notYetPaid')}</p>
          )}
          <PaymentTable items={payments} mayEnterAccounts={mayEnterAccounts} isOfCase />
        </section>
      ))}
    </Panel>
  )
}
