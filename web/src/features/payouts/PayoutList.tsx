import { useQuery } from '@tanstack/react-query'
import { LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { type PayoutBatchLineWire, payableAwardsQuery, payableQuery } from './payout.api.ts'
import { toneOfPayout } from './tones.ts'

const states = ['gathering', 'made', 'approved', 'settled', 'refused', 'cancelled'] as const

/** The batches in which plans are paid, newest first, and what waits to be paid. */
export function PayoutList({ mayMake }: { mayMake: boolean }) {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const filter = { state: params.get('state') }
  const { query, items } = usePages<PayoutBatchLineWire>('/payouts', filter)
  const waiting = useQuery(payableQuery).data?.total ?? 0
  const awards = useQuery({ ...payableAwardsQuery, enabled: mayMake }).data?.total ?? 0
  return (
    <>
      <PageHeader title={t('payouts.title')} note={t('payouts.lead')}>
        <SavedViews list="payouts" />
        <ExportMenu path="/payouts" filter={filter} />
        {mayMake && waiting + awards > 0 && (
          <LinkButton href="/payouts/new" kind="primary">
            {t('payouts.make')}
          </LinkButton>
        )}
      </PageHeader>
      {waiting > 0 && <Callout tone="info" title={t('payouts.waiting', { count: waiting })} />}
      {awards > 0 && <Callout tone="info" title={t('payouts.awards.waiting', { count: awards })} />}
      <Panel>
        <div className="filters">
          <FilterSelect
            label={t('payouts.fields.state')}
            value={filter.state}
            choices={states.map((value) => ({ value, label: named('payouts.values', value) }))}
            onChange={(state) => params.set({ state })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('payouts.none')} hint={t('payouts.noneHint')} />}
        >
          <table className="grid grid-links stacks">
            <thead>
              <tr>
                <th>{t('payouts.batch')}</th>
                <th>{t('payouts.fields.payOn')}</th>
                <th>{t('payouts.total')}</th>
                <th>{t('payouts.progress')}</th>
                <th>{t('payouts.fields.state')}</th>
                <th>{t('payouts.fields.madeName')}</th>
                <th>{t('payouts.fields.decidedName')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <a href={`/payouts/${one.id}`} className="row-title">
                      {one.title}
                    </a>
                    <div className="muted">{named('payouts.ways', one.way)}</div>
                  </td>
                  <td className="nowrap" data-label={t('payouts.fields.payOn')}>
                    <DayText day={one.payOn} />
                  </td>
                  <td className="nowrap" data-label={t('payouts.total')}>
                    <Money fen={one.totalFen} />
                    {one.taxUnknown > 0 && isPaying(one) && (
                      <div className="muted">
                        {t('withheld.unknownCount', { count: one.taxUnknown })}
                      </div>
                    )}
                  </td>
                  <td className="figure" data-label={t('payouts.progress')}>
                    {one.paid} / {one.orders}
                    {one.returned > 0 && (
                      <div className="lacking">
                        {t('payouts.returnedCount', { count: one.returned })}
                      </div>
                    )}
                  </td>
                  <td data-label={t('payouts.fields.state')}>
                    <span className={`chip ${toneOfPayout[one.state]}`}>
                      {named('payouts.values', one.state)}
                    </span>
                  </td>
                  <td data-label={t('payouts.fields.madeName')}>
                    {one.madeName} <small className="muted">{one.madeOn}</small>
                  </td>
                  <td data-label={t('payouts.fields.decidedName')}>
                    {one.decidedName} <small className="muted">{one.decidedOn}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </PagedList>
      </Panel>
    </>
  )
}

/** Of what is not paid nobody needs the tax. */
const isPaying = ({ state }: PayoutBatchLineWire) => ['made', 'approved', 'settled'].includes(state)
