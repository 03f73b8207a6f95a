import { useLanguage } from '../../ui/language.ts'
import type { CheckWire } from './closing.api.ts'

const chips = { good: 'chip-done', look: 'chip-due', bad: 'chip-breached' } as const

/** Where what a check found is looked at. */
const pages: Readonly<Record<CheckWire['name'], string>> = {
  reconciled: '/trial-balance',
  claims: '/receivables?state=overdue',
  drafts: '/invoices?state=draft',
  unlinked: '/receipts',
  unmatched: '/receipts',
  payments: '/payouts',
}

/** What is looked at before a month is closed. */
export function Checks({ items }: { items: readonly CheckWire[] }) {
  const { t, named } = useLanguage()
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('closing.check')}</th>
          <th>{t('closing.found')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ name, state, count }) => (
          <tr key={name}>
            <td>
              <strong>{named('closing.checks', name)}</strong>
              <div className="muted">{named('closing.means', name)}</div>
            </td>
            <td data-label={t('closing.found')}>
              <span className={`chip ${chips[state]}`}>{named('closing.states', state)}</span>{' '}
              {count > 0 && <a href={pages[name]}>{t('closing.counted', { count })}</a>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
