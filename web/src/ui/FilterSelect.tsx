import { useLanguage } from './language.ts'

/** Narrows a list to one of several kinds; "all" narrows nothing. */
export function FilterSelect(props: {
  label: string
  /** What choosing nothing means, where that is not everything. */
  empty?: string
  value: string | undefined
  choices: readonly { readonly value: string; readonly label: string }[]
  onChange: (value: string) => void
}) {
  const { t, colon } = useLanguage()
  return (
    <select
      className="input input-short"
      aria-label={props.label}
      value={props.value ?? ''}
      onChange={({ target }) => props.onChange(target.value)}
    >
      <option value="">{`${props.label}${colon}${props.empty ?? t('general.all')}`}</option>
      {props.choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
