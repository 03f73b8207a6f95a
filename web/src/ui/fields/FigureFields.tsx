import { DayText } from '../DayText.tsx'
import { useLanguage } from '../language.ts'
import { fenText, Money } from '../Money.tsx'
import { Field, type FieldProps } from './Field.tsx'

/** A day; beside it the way we write days, whatever the browser's own way is. */
export function DayField(props: FieldProps<string> & { min?: string; max?: string }) {
  return (
    <Field {...props}>
      {(ties) => (
        <span className="affix">
          <input
            {...ties}
            className="input input-short"
            type="date"
            min={props.min}
            max={props.max}
            value={props.value ?? ''}
            onChange={({ target }) => props.onChange(target.value)}
          />
          {props.value && <DayText day={props.value} />}
        </span>
      )}
    </Field>
  )
}

/** An amount typed in yuan; beside it the amount as it will be recorded, with 万元 when it is large. */
export function MoneyField(props: FieldProps<string> & { isNarrow?: boolean }) {
  const { t } = useLanguage()
  const fen = fenText(props.value ?? '')
  const read = fen !== undefined && <Money fen={fen} />
  return (
    <Field {...props} {...(props.isNarrow && { hint: read || t('general.yuan') })}>
      {(ties) => (
        <span className="affix">
          <input
            {...ties}
            className="input"
            inputMode="decimal"
            autoComplete="off"
            placeholder="0.00"
            value={props.value ?? ''}
            onChange={({ target }) => props.onChange(target.value)}
          />
          {!props.isNarrow && <span>{t('general.yuan')}</span>}
          {!props.isNarrow && read && <span className="muted">= {read}</span>}
        </span>
      )}
    </Field>
  )
}

/** A part of the whole: "70%" or "7/10". */
export function ShareField(props: FieldProps<string>) {
  return (
    <Field {...props}>
      {(ties) => (
        <input
          {...ties}
          className="input input-short"
          autoComplete="off"
          placeholder="70%"
          value={props.value ?? ''}
          onChange={({ target }) => props.onChange(target.value)}
        />
      )}
    </Field>
  )
}

/** A whole number. */
export function NumberField(props: FieldProps<string> & { min?: number; max?: number }) {
  return (
    <Field {...props}>
      {(ties) => (
        <input
          {...ties}
          className="input input-short"
          type="number"
          inputMode="numeric"
          step={1}
          min={props.min ?? 0}
          max={props.max}
          value={props.value ?? ''}
          onChange={({ target }) => props.onChange(target.value)}
        />
      )}
    </Field>
  )
}
