import { useQuery } from '@tanstack/react-query'
import { LinkButton } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { type WindowListWire, windowsQuery } from './tax.api.ts'

const choices = ['d90', 'd365', 'closed'] as const

/** Rewards that wait to be paid, and until when the relief of income tax lasts; the first to close is first. */
export function TaxWindows() {
  const { t } = useLanguage()
  const params = useQueryParams()
  const soon = params.get('soon')
  const query = useQuery(windowsQuery(soon))
  return (
    <>
      <PageHeader title={t('tax.title')} note={t('tax.lead')}>
        <SavedViews list="tax-windows" />
        <LinkButton href="/unregistered-contracts">{t('unregistered.link')}</LinkButton>
        <ExportMenu path="/tax-windows" filter={{ soon }} />
        <ExportMenu path="/tax-positions" label={t('tax.exportPositions')} />
      </PageHeader>
      <Panel title={t('tax.windows')}>
        <div className="filters">
          <FilterSelect
            label={t('tax.closes')}
            value={soon}
            choices={choices.map((value) => ({ value, label: t(`tax.soon.${value}`) }))}
            onChange={(value) => params.set({ soon: value })}
          />
        </div>
        <Loaded query={query}>{(list) => <Lines list={list} isFiltered={Boolean(soon)} />}</Loaded>
      </Panel>
    </>
  )
}

function Lines({ list, isFiltered }: { list: WindowListWire; isFiltered: boolean }) {
  const { t } = useLanguage()
  if (list.items.length === 0) {
    return isFiltered ? (
      <Nothing text={t('general.nothingFound')} />
    ) : (
      <Nothing text={t('tax.noWindows')} hint={t('tax.noWindowsHint')} />
    )
  }
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('tax.lastDay')}</th>
          <th>{t('tax.contract')}</th>
          <th>{t('tax.receivedOn')}</th>
          <th className="num">{t('tax.ownReceived')}</th>
          <th>{t('tax.state')}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((one) => (
          <tr key={one.receipt}>
            <td className="nowrap figure" data-label={t('tax.lastDay')}>
              {one.lastDay}
            </td>
            <td>
              <a href={`/taxes/${one.contractId}`} className="row-title">
                {one.contractTitle}
              </a>
              <div>
                <small className="muted">{one.contractNumber}</small>
              </div>
            </td>
            <td className="nowrap figure" data-label={t('tax.receivedOn')}>
              <a href={`/receipts/${one.receipt}`}>{one.receivedOn}</a>
            </td>
            <td className="num" data-label={t('tax.ownReceived')}>
              <Money fen={one.amountFen} />
              {one.isRefundOpen && (
                <div>
                  <a href="/receipts/waiting" className="lacking">
                    {t('tax.refundToLink')}
                  </a>
                </div>
              )}
            </td>
            <td>
              <DaysLeft daysLeft={one.daysLeft} isDeclined={one.isDeclined} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={3}>{t('tax.totals', { count: list.totals.count })}</td>
          <td className="num">
            <Money fen={list.totals.amountFen} />
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  )
}

/** How long there is still. */
export function DaysLeft(props: { daysLeft: number; isDeclined?: boolean }) {
  const { t } = useLanguage()
  const { daysLeft, isDeclined = false } = props
  if (isDeclined) return <span className="chip">{t('tax.declined')}</span>
  if (daysLeft < 0)
    return <span className="chip chip-breached">{t('tax.windowStates.closed')}</span>
  return (
    <span className={`chip ${daysLeft <= 90 ? 'chip-due' : 'chip-open'}`}>
      {t('tax.daysLeft', { count: daysLeft })}
    </span>
  )
}
