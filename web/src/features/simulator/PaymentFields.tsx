import { firstPayment, type PaymentTyped, paymentKinds } from '@yizhuan/procedures'
import { Button } from '../../ui/Button.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField, MoneyField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { type PartProps, Remove } from './parts.tsx'
import { RoyaltyFields } from './RoyaltyFields.tsx'

/** When the money comes in: all at once, or payment by payment. */
export function PaymentFields({ typed, errorOf, set }: PartProps) {
  const { t } = useLanguage()
  const { payments } = typed
  const begin = () => ({ ...firstPayment('fixed', typed.day), amount: typed.income })
  // A royalty is agreed by years as a rule: it begins with the next.
  const firstDay = (kind: PaymentTyped['kind']) =>
    kind === 'royalty' ? `${Number(typed.day.slice(0, 4)) + 1}-01-01` : typed.day
  return (
    <>
      <ChoiceField
        label={t('simulator.fields.payments')}
        name="payments"
        value={payments.length > 0 ? 'parts' : 'once'}
        error={errorOf('payments')}
        choices={(['once', 'parts'] as const).map((value) => ({
          value,
          label: t(`simulator.arrives.${value}`),
        }))}
        onChange={(how) => set({ payments: how === 'parts' ? [begin()] : [] })}
      />
      {payments.length === 0 && (
        <MoneyField
          label={t('simulator.fields.income')}
          name="income"
          value={typed.income}
          error={errorOf('income')}
          onChange={(income) => set({ income })}
        />
      )}
      {payments.map((payment, at) => (
        <OnePayment
          // biome-ignore lint/suspicious/noArrayIndexKey: a payment has no other identity than its place
          key={at}
          payment={payment}
          name={t('simulator.paymentNo', { number: at + 1 })}
          field={`payments[${at}]`}
          error={errorOf(`payments[${at}]`)}
          onChange={(changed) =>
            set({ payments: payments.map((one, place) => (place === at ? changed : one)) })
          }
          onRemove={() => set({ payments: payments.filter((_, place) => place !== at) })}
        />
      ))}
      {payments.length > 0 && (
        <span className="actions">
          {paymentKinds.map((kind) => (
            <Button
              key={kind}
              small
              onClick={() => set({ payments: [...payments, firstPayment(kind, firstDay(kind))] })}
            >
              {t('simulator.addPayment', { kind: t(`simulator.paymentKinds.${kind}`) })}
            </Button>
          ))}
        </span>
      )}
    </>
  )
}

function OnePayment(props: {
  payment: PaymentTyped
  name: string
  field: string
  error: string
  onChange: (payment: PaymentTyped) => void
  onRemove: () => void
}) {
  const { t } = useLanguage()
  const { payment, name, field, error, onChange } = props
  const { kind } = payment
  const set = (change: Partial<PaymentTyped>) => onChange({ ...payment, ...change })
  return (
    <div className="scenario-member">
      <strong>
        {name} {t(`simulator.paymentKinds.${kind}`)}
      </strong>
      <Remove name={name} onRemove={props.onRemove} />
      <MoneyField
        label={t(kind === 'royalty' ? 'simulator.fields.minimum' : 'simulator.fields.amount')}
        name={field}
        isNarrow
        value={payment.amount}
        error={error}
        onChange={(amount) => set({ amount })}
      />
      <DayField
        label={t(`simulator.onOf.${kind}`)}
        name={`${field}.on`}
        value={payment.on}
        onChange={(on) => set({ on })}
      />
      {kind !== 'fixed' && (
        <TextField
          label={t(`simulator.daysOf.${kind}`)}
          name={`${field}.days`}
          value={payment.days}
          onChange={(days) => set({ days })}
        />
      )}
      {kind === 'royalty' && <RoyaltyFields payment={payment} field={field} set={set} />}
    </div>
  )
}
