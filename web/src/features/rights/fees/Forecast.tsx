import { useQuery } from '@tanstack/react-query'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Loaded, Panel } from '../../../ui/Page.tsx'
import { BudgetsStated, DepartmentBudgets, StateBudget } from './Budgets.tsx'
import { type ForecastWire, forecastQuery } from './fee.api.ts'

/** What annual and other fees come to in the years ahead, drawn and in figures. */
export function Forecast({ mayState }: { mayState: boolean }) {
  const { t, named } = useLanguage()
  const query = useQuery(forecastQuery)
  return (
    <Panel
      title={t('fees.forecast')}
      extra={
        <span className="actions">
          <ExportMenu path="/docket/forecast" filter={{ years: '6' }} />
          {mayState && query.data && (
            <StateBudget years={query.data.years.map(({ year }) => year)} />
          )}
        </span>
      }
    >
      <Loaded query={query}>
        {({ years, lateFen, uncounted }) => {
          const most = Math.max(1, ...years.map((year) => Number(costsOf(year))))
          return (
            <>
              <table className="grid stacks forecast">
                <thead>
                  <tr>
                    <th>{t('fees.calendarYear')}</th>
                    <th>{t('fees.rights')}</th>
                    <th>{t('fees.annual')}</th>
                    <th>{t('fees.others')}</th>
                    <th>{t('fees.budgetFen')}</th>
                    <th className="forecast-bars" aria-hidden />
                    <th>{t('fees.kinds')}</th>
                  </tr>
                </thead>
                <tbody>
                  {years.map(({ year, rights, feesFen, givenUpFen, kinds, others, ...budget }) => (
                    <tr key={year}>
                      <td className="figure">{year}</td>
                      <td className="figure" data-label={t('fees.rights')}>
                        {rights}
                      </td>
                      <td className="nowrap" data-label={t('fees.annual')}>
                        <Money fen={feesFen} />
                        {givenUpFen !== '0' && (
                          <div>
                            <small className="muted">
                              {t('fees.givenUp')} <Money fen={givenUpFen} />
                            </small>
                          </div>
                        )}
                      </td>
                      <td className="nowrap" data-label={t('fees.others')}>
                        <Others {...others} />
                      </td>
                      <td className="nowrap" data-label={t('fees.budgetFen')}>
                        <Budget {...budget} costs={costsOf({ feesFen, others })} />
                      </td>
                      <td className="forecast-bars" aria-hidden>
                        <span className="funnel-bar">
                          <i
                            style={{
                              width: `${(Number(costsOf({ feesFen, others })) / most) * 100}%`,
                            }}
                          />
                        </span>
                      </td>
                      <td data-label={t('fees.kinds')}>
                        {kinds
                          .map((one) => `${named('rights.kinds', one.kind)} ${one.rights}`)
                          .join(' · ')}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {lateFen !== '0' && (
                <p>
                  {t('fees.lateBesides')} <Money fen={lateFen} />
                </p>
              )}
              {uncounted > 0 && <p>{t('fees.uncounted', { count: uncounted })}</p>}
              <p className="muted">{t('fees.forecastNote')}</p>
              <DepartmentBudgets years={years.map(({ year }) => year)} />
              <BudgetsStated />
            </>
          )
        }}
      </Loaded>
    </Panel>
  )
}

type Year = ForecastWire['years'][number]

/** What is known of all fees of a year. */
const costsOf = ({ feesFen, others }: Pick<Year, 'feesFen' | 'others'>) =>
  BigInt(feesFen) + BigInt(others.feesFen)

/** Other fees of a year: at least what is known of them. */
function Others({ fees, feesFen, unknown, atLeast }: Year['others']) {
  const { t } = useLanguage()
  if (fees === 0) return '—'
  return (
    <>
      {unknown + atLeast > 0 && `${t('fees.atLeast')} `}
      <Money fen={feesFen} />
      {unknown > 0 && (
        <div>
          <small className="muted">{t('fees.amountsUnknown', { count: unknown })}</small>
        </div>
      )}
    </>
  )
}

function Budget(props: Pick<Year, 'budgetFen' | 'committedFen'> & { costs: bigint }) {
  const { t } = useLanguage()
  const { budgetFen, committedFen, costs } = props
  return (
    <>
      {budgetFen === null ? '—' : <Money fen={budgetFen} />}{' '}
      {budgetFen !== null && costs > BigInt(budgetFen) && (
        <span className="chip chip-due">{t('fees.beyondBudget')}</span>
      )}
      {committedFen !== '0' && (
        <div>
          <small className="muted">
            {t('fees.committed')} <Money fen={committedFen} />
          </small>
        </div>
      )}
    </>
  )
}
