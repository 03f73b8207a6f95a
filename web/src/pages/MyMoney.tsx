import { useQuery } from '@tanstack/react-query'
import { myBonusesQuery } from '../features/funds/my-bonus.api.ts'
import { myEquityQuery } from '../features/holdings/my-equity.api.ts'
import { statementQuery } from '../features/payouts/payout.api.ts'
import { useLanguage } from '../ui/language.ts'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Page.tsx'

/** What came to an inventor so far, for the first page, with the way to every line of it. */
export function MyMoney() {
  const { t, listed } = useLanguage()
  const { data: rewards } = useQuery(statementQuery())
  const { data: bonuses } = useQuery(myBonusesQuery)
  const { data: equity } = useQuery(myEquityQuery)
  if (!rewards || !bonuses || !equity) return null
  // Where the tax of some of it is not known, what there was before tax is said as such.
  const isBeforeTax = rewards.years.some(({ restFen }) => restFen === null)
  const paid = rewards.years.reduce(
    (sum, { restFen, paidFen, backFen }) =>
      sum +
      BigInt(isBeforeTax || restFen === null ? paidFen : restFen) -
      (isBeforeTax ? BigInt(backFen) : 0n),
    0n,
  )
  const companies = equity.items.map(({ company }) => company)
  const open = bonuses.openFen !== '0'
  const isEmpty = rewards.years.length + rewards.underWay.length + bonuses.items.length === 0
  return (
    <Panel title={t('myMoney.title')} extra={<a href="/rewards">{t('myMoney.every')}</a>}>
      {isEmpty && companies.length === 0 ? (
        <p className="muted">{t('myMoney.none')}</p>
      ) : (
        <dl className="defs">
          <dt>{t('myMoney.rewards')}</dt>
          <dd>
            <Money fen={`${paid}`} />
            {isBeforeTax && <small className="muted"> {t('myMoney.beforeTax')}</small>}
            {rewards.underWay.length > 0 && (
              <small className="muted"> {t('rewards.underWay')}</small>
            )}
          </dd>
          {bonuses.items.length > 0 && (
            <>
              <dt>{t('myMoney.bonuses')}</dt>
              <dd>
                <Money fen={bonuses.paidFen} />
                {open && (
                  <small className="muted">
                    {' '}
                    {t('myMoney.open')} <Money fen={bonuses.openFen} />
                  </small>
                )}
              </dd>
            </>
          )}
          {companies.length > 0 && (
            <>
              <dt>{t('myMoney.equity')}</dt>
              <dd>{listed(companies)}</dd>
            </>
          )}
        </dl>
      )}
    </Panel>
  )
}
