/** Narrows a list to records from or up to a day. */
export function FilterDay(props: {
  label: string
  value: string | undefined
  onChange: (value: string) => void
}) {
  return (
    <label className="filter-day">
      <span className="muted">{props.label}</span>
      <input
        className="input"
        type="date"
        value={props.value ?? ''}
        onChange={({ target }) => props.onChange(target.value)}
      />
    </label>
  )
}
