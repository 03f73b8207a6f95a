import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import type { TaxListPreviewWire } from './payout.api.ts'

/** What a list of tax comes to, or which of its lines do not fit. */
export function ListPreview({ preview }: { preview: TaxListPreviewWire }) {
  const { t, say } = useLanguage()
  const { lines, sumFen, faulty, faults } = preview
  if (faulty === 0)
    return (
      <p role="status">
        {t('withheld.tally', { count: lines })} · <Money fen={sumFen} />
      </p>
    )
  return (
    <div role="alert">
      <p className="lacking">{t('withheld.faulty', { count: faulty, lines })}</p>
      <ul className="rows">
        {faults.map(({ sheet, row, reference, typed, fault }) => (
          <li key={`${sheet}/${row}`}>
            {sheet !== null && <span className="muted">{sheet} </span>}
            <strong>{t('payouts.inLine', { at: row })}</strong>{' '}
            <span className="figure">{reference}</span> {typed}
            <div>{say(fault)}</div>
          </li>
        ))}
      </ul>
    </div>
  )
}
