import { amountText } from '../../ui/amounts.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { RegistrationWire } from './registration.api.ts'

/** A contract that was amended after it was registered: what its registrar is to be told, and what differs by now. */
export function Moved({ one }: { one: RegistrationWire }) {
  const { t, named } = useLanguage()
  const { amended, moved } = one
  if (amended === null && moved.length === 0) return null
  const said = (field: string, value: string | null) =>
    value === null ? '—' : field === 'amountFen' ? amountText(value, 'CNY') : value
  return (
    <Callout
      tone={amended ? 'due' : 'info'}
      title={amended ? t('registrations.amended', { day: amended.on }) : t('registrations.moved')}
    >
      {amended && <p>{[amended.number, amended.summary].filter(Boolean).join('：')}</p>}
      {moved.length > 0 && (
        <table className="grid">
          <thead>
            <tr>
              <th />
              <th>{t('registrations.onForm')}</th>
              <th>{t('registrations.inContract')}</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ field, form, contract }) => (
              <tr key={field}>
                <th scope="row">{named('registrations.fields', field)}</th>
                <td>{said(field, form)}</td>
                <td>{said(field, contract)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Callout>
  )
}
