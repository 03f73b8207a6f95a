import { useLanguage } from '../../ui/language.ts'

/** Chooses the month of a balance or a sheet. */
export function MonthFilter(props: {
  value: string | undefined
  onChange: (month: string) => void
}) {
  const { t } = useLanguage()
  return (
    <label className="filter-day">
      <span className="muted">{t('journal.month')}</span>
      <input
        className="input"
        type="month"
        value={props.value ?? ''}
        onChange={({ target }) => props.onChange(target.value)}
      />
    </label>
  )
}
