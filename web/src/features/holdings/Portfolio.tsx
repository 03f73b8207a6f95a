import { useQuery } from '@tanstack/react-query'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterDay } from '../../ui/FilterDay.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { Cites } from './Cites.tsx'
import { type PortfolioWire, portfolioQuery } from './holding.api.ts'

/** The holdings as a whole over a period, by who holds and how far they are; none is scored by itself. */
export function Portfolio({ today }: { today: string }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const period = {
    from: params.get('from') ?? `${today.slice(0, 4)}-01-01`,
    to: params.get('to') ?? today,
  }
  const query = useQuery(portfolioQuery(period))
  return (
    <>
      <PageHeader title={t('holdings.portfolioTitle')} note={t('holdings.portfolioLead')}>
        <ExportMenu path="/holding-portfolio" filter={period} />
        <ExportMenu path="/holding-events" filter={period} label={t('holdings.exportEvents')} />
        <ExportMenu
          path="/holding-dividends"
          filter={period}
          label={t('holdings.exportDividends')}
        />
      </PageHeader>
      <Panel>
        <div className="filters">
          <FilterDay
            label={t('holdings.from')}
            value={period.from}
            onChange={(from) => params.set({ from })}
          />
          <FilterDay
            label={t('holdings.to')}
            value={period.to}
            onChange={(to) => params.set({ to })}
          />
        </div>
        <Loaded query={query}>
          {(told) =>
            told.groups.length === 0 ? (
              <Nothing text={t('holdings.portfolioNone')} />
            ) : (
              <Groups told={told} />
            )
          }
        </Loaded>
      </Panel>
    </>
  )
}

const amounts = ['dividends', 'net', 'gains', 'losses', 'lossesExcluded', 'allocated'] as const

function Groups({ told }: { told: PortfolioWire }) {
  const { t } = useLanguage()
  return (
    <>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('holdings.portfolioFields.heldBy')}</th>
            <th>{t('holdings.portfolioFields.stage')}</th>
            <th className="num">{t('holdings.portfolioFields.count')}</th>
            <th className="num">{t('holdings.portfolioFields.cost')}</th>
            <th className="num">{t('holdings.portfolioFields.worth')}</th>
            {amounts.map((name) => (
              <th key={name} className="num">
                {t(`holdings.portfolioFields.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.groups.map((group) => (
            <tr key={`${group.heldBy}-${group.stage}`}>
              <td>{t(`holdings.heldBys.${group.heldBy}`)}</td>
              <td data-label={t('holdings.portfolioFields.stage')}>
                {t(`holdings.stages.${group.stage}`)}
              </td>
              <Figures of={group} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('holdings.total')}</th>
            <td />
            <Figures of={told.total} />
          </tr>
        </tfoot>
      </table>
      <p className="hint">
        <Cites of={told.articles} />
      </p>
    </>
  )
}

function Figures({ of }: { of: PortfolioWire['total'] }) {
  const { t } = useLanguage()
  return (
    <>
      <td className="num figure" data-label={t('holdings.portfolioFields.count')}>
        {of.count}
        {of.formed > 0 && (
          <div>
            <small className="muted">
              {t('holdings.portfolioFields.formed')} {of.formed}
            </small>
          </div>
        )}
      </td>
      <td className="num" data-label={t('holdings.portfolioFields.cost')}>
        <Money fen={of.cost} />
      </td>
      <td className="num" data-label={t('holdings.portfolioFields.worth')}>
        <Money fen={of.worth} />
        {of.unappraised > 0 && (
          <div>
            <small className="muted">
              {t('holdings.portfolioFields.unappraised', { count: of.unappraised })}
            </small>
          </div>
        )}
        {of.lapsed > 0 && (
          <div>
            <small className="muted">
              {t('holdings.portfolioFields.lapsed', { count: of.lapsed })}
            </small>
          </div>
        )}
      </td>
      {amounts.map((name) => (
        <td key={name} className="num" data-label={t(`holdings.portfolioFields.${name}`)}>
          <Money fen={of[name]} />
        </td>
      ))}
    </>
  )
}
