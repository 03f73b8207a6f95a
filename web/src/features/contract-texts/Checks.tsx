import type { ReactNode } from 'react'

/** Several of some; each is ticked or not. */
export function Checks(props: {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  name: string
  values: readonly string[]
  choices: readonly { readonly value: string; readonly label: ReactNode }[]
  onChange: (values: string[]) => void
}) {
  const { values, choices, onChange } = props
  const turn = (value: string, isOn: boolean) =>
    onChange(
      // In the order in which they are offered, whatever was ticked first.
      choices
        .map((one) => one.value)
        .filter((one) => (one === value ? isOn : values.includes(one))),
    )
  return (
    <fieldset className="field">
      <legend>{props.label}</legend>
      <div className="choices">
        {choices.map(({ value, label }) => (
          <label key={value} className="choice">
            <input
              type="checkbox"
              data-field={props.name}
              checked={values.includes(value)}
              onChange={({ target }) => turn(value, target.checked)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {props.hint && <span className="hint">{props.hint}</span>}
      {props.error && (
        <span className="error" role="alert">
          {props.error}
        </span>
      )}
    </fieldset>
  )
}
