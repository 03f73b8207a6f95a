import { useLanguage } from '../../ui/language.ts'

const tones: Readonly<Record<string, string>> = {
  overdue: 'chip-breached',
  upcoming: 'chip-open',
  settled: 'chip-done',
  paid: 'chip-done',
  issued: 'chip-open',
  draft: 'chip-due',
}

/** How a receivable or an invoice stands. */
export function StateChip({ state, daysLate = 0 }: { state: string; daysLate?: number }) {
  const { t, named } = useLanguage()
  return (
    <span className={`chip ${tones[state] ?? ''}`}>
      {named('receivables.states', state)}
      {daysLate > 0 && ` ${t('receivables.late', { count: daysLate })}`}
    </span>
  )
}
