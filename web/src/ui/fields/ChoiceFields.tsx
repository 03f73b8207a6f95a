import { useId } from 'react'
import { useLanguage } from '../language.ts'
import { Below, Field, type FieldProps, Must } from './Field.tsx'

/** One of several; few lie open, many fold into a list. */
export function ChoiceField(
  props: FieldProps<string> & {
    choices: readonly { readonly value: string; readonly label: string }[]
    isFolded?: boolean
  },
) {
  const { choices } = props
  return (props.isFolded ?? choices.length > 5) ? (
    <FoldedChoice {...props} />
  ) : (
    <OpenChoice {...props} />
  )
}

function FoldedChoice(props: Parameters<typeof ChoiceField>[0]) {
  const { t } = useLanguage()
  return (
    <Field {...props}>
      {(ties) => (
        <select
          {...ties}
          className="input input-medium"
          value={props.value ?? ''}
          onChange={({ target }) => props.onChange(target.value)}
        >
          <option value="">{t('general.choose')}</option>
          {props.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function OpenChoice(props: Parameters<typeof ChoiceField>[0]) {
  const id = useId()
  const { label, hint, error, isRequired, name } = props
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-wrong` : undefined}>
      <legend>
        {label}
        {isRequired && <Must />}
      </legend>
      <div className="choices">
        {props.choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input
              type="radio"
              name={`${name ?? ''}${id}`}
              data-field={name}
              checked={props.value === choice.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      <Below id={id} hint={hint} error={error} />
    </fieldset>
  )
}

/** A question that is answered by yes or no; silence is neither. */
export function YesNoField(props: FieldProps<boolean>) {
  const { t } = useLanguage()
  const id = useId()
  const { label, hint, error, isRequired, name, value, onChange } = props
  return (
    <div
      className="field field-yesno"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={error ? `${id}-wrong` : undefined}
    >
      <span className="label" id={`${id}-label`}>
        {label}
        {isRequired && <Must />}
      </span>
      <span className="choices">
        {([true, false] as const).map((answer) => (
          <label key={String(answer)} className="choice">
            <input
              type="radio"
              name={`${name ?? ''}${id}`}
              data-field={name}
              checked={value === answer}
              onChange={() => onChange(answer)}
            />
            <span>{answer ? t('general.yes') : t('general.no')}</span>
          </label>
        ))}
      </span>
      <Below id={id} hint={hint} error={error} />
    </div>
  )
}

/** Something that is so or is not; not ticked means not. */
export function FlagField(props: FieldProps<boolean>) {
  const id = useId()
  return (
    <div className="field field-flag">
      <label className="check">
        <input
          type="checkbox"
          name={props.name}
          checked={props.value === true}
          onChange={({ target }) => props.onChange(target.checked)}
        />
        {props.label}
      </label>
      <Below id={id} hint={props.hint} error={props.error} />
    </div>
  )
}
