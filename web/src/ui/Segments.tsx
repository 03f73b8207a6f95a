/** A few views of the same thing, one of them chosen. */
export function Segments<Value extends string>(props: {
  label: string
  value: Value
  onChange: (value: Value) => void
  choices: readonly { readonly value: Value; readonly label: string }[]
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form of its own
    <span className="segments" role="group" aria-label={props.label}>
      {props.choices.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          onClick={() => props.onChange(value)}
        >
          {label}
        </button>
      ))}
    </span>
  )
}
