import { amountText, minorText } from './amounts.tsx'
import { Field, type FieldProps } from './fields/Field.tsx'
import { MoneyField } from './fields/FigureFields.tsx'

/** An amount typed in units of a currency; beside it the amount as it will be recorded. */
export function AmountField(props: FieldProps<string> & { currency: string; isNarrow?: boolean }) {
  const { currency } = props
  if (currency === 'CNY') return <MoneyField {...props} />
  const minor = minorText(props.value ?? '', currency)
  return (
    <Field {...props}>
      {(ties) => (
        <span className="affix">
          <input
            {...ties}
            className="input"
            inputMode="decimal"
            autoComplete="off"
            placeholder="0"
            value={props.value ?? ''}
            onChange={({ target }) => props.onChange(target.value)}
          />
          <span className="muted">{minor ? `= ${amountText(minor, currency)}` : currency}</span>
        </span>
      )}
    </Field>
  )
}
