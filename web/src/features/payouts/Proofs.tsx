import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import type { PayoutBatchWire } from './payout.api.ts'

/** What the bank answered, and how far it is written into the cases. */
export function Proofs({ proofs }: { proofs: PayoutBatchWire['proofs'] }) {
  const { t } = useLanguage()
  if (proofs.length === 0) return null
  return (
    <Panel title={t('payouts.proofs')}>
      <ul className="rows">
        {proofs.map((proof) => (
          <li key={proof.id}>
            <strong>{proof.document}</strong> · {t('payouts.orderCount', { count: proof.lines })}
            <div>
              {t('payouts.paid')} <Money fen={proof.paidFen} />
              {proof.withheldFen !== null && (
                <>
                  {' '}
                  · {t('withheld.of')} <Money fen={proof.withheldFen} />
                </>
              )}
              {proof.returnedFen !== '0' && (
                <span className="lacking">
                  {' '}
                  · {t('payouts.returned')} <Money fen={proof.returnedFen} />
                </span>
              )}
            </div>
            <div className="muted">
              {proof.takenName} · {proof.takenAt}
              {proof.file && ` · ${proof.file.name}`}
            </div>
            {proof.done < proof.cases && (
              <div role="status">
                <progress max={proof.cases} value={proof.done} aria-label={t('payouts.writing')} />{' '}
                {t('payouts.writing')} {proof.done} / {proof.cases}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
