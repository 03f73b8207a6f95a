import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import type { StatementWire } from './payout.api.ts'

/** The sums of the years, each with the way to its lines. */
export function Years(props: {
  years: StatementWire['years']
  /** The year that is told movement by movement. */
  open: string | undefined
  onOpen: (year: string | undefined) => void
}) {
  const { years, open, onOpen } = props
  const { t } = useLanguage()
  if (years.length === 0) return null
  return (
    <Panel title={t('rewards.byYear')}>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('rewards.year')}</th>
            <th className="num">{t('withheld.gross')}</th>
            <th className="num">{t('withheld.tax')}</th>
            <th className="num">{t('rewards.back')}</th>
            <th className="num">{t('rewards.rest')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, paidFen, withheldFen, taxUnknownFen, backFen, restFen }) => (
            <tr key={year}>
              <th scope="row">
                {year}{' '}
                <Button
                  kind="quiet"
                  small
                  aria-expanded={open === year}
                  onClick={() => onOpen(open === year ? undefined : year)}
                >
                  {t(open === year ? 'rewards.closeYear' : 'rewards.openYear')}
                </Button>
              </th>
              <td className="num" data-label={t('withheld.gross')}>
                <Money fen={paidFen} />
              </td>
              <td className="num" data-label={t('withheld.tax')}>
                {withheldFen !== null && <Money fen={withheldFen} />}
                <Unknown fen={taxUnknownFen} />
              </td>
              <td className="num" data-label={t('rewards.back')}>
                {backFen === '0' ? '—' : <Money fen={backFen} />}
              </td>
              <td className="num" data-label={t('rewards.rest')}>
                {restFen === null ? (
                  <span className="muted">{t('withheld.restUnknown')}</span>
                ) : (
                  <Money fen={restFen} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** Of how much nobody has said what was withheld: what is left is before tax so far. */
export function Unknown({ fen }: { fen: string }) {
  const { t } = useLanguage()
  if (fen === '0') return null
  return (
    <div className="muted">
      <Money fen={fen} /> {t('withheld.unknown')}
    </div>
  )
}
