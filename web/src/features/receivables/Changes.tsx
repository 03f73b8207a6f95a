import { amountText } from '../../ui/amounts.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { ToldChangeWire } from './money.api.ts'

const tones: Readonly<Record<string, string>> = {
  added: 'chip-done',
  changed: 'chip-due',
  dropped: 'chip-breached',
}

/** What new terms make of each receivable: what it was, and what it becomes. */
export function Changes(props: { changes: readonly ToldChangeWire[]; currency: string }) {
  const { t, named } = useLanguage()
  const { changes, currency } = props
  const text = (state: ToldChangeWire['from']) =>
    state
      ? `${state.dueOn ?? t('receivables.noDay')} · ${
          state.minor === null ? t('receivables.noAmount') : amountText(state.minor, currency)
        }`
      : '—'
  if (changes.length === 0) return <p className="muted">{t('receivables.noChanges')}</p>
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('receivables.fields.label')}</th>
          <th>{t('receivables.change')}</th>
          <th>{t('receivables.was')}</th>
          <th>{t('receivables.becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ is, key, label, from, to }) => (
          <tr key={key}>
            <td>{label}</td>
            <td>
              <span className={`chip ${tones[is] ?? ''}`}>{named('receivables.changes', is)}</span>
            </td>
            <td className="figure" data-label={t('receivables.was')}>
              {text(from)}
            </td>
            <td className="figure" data-label={t('receivables.becomes')}>
              {is === 'fixed' ? text(from) : text(is === 'leftOut' ? null : to)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
