import { LinkButton } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Nothing, PageHeader, Panel } from '../../../ui/Page.tsx'
import { PagedList } from '../../../ui/PagedList.tsx'
import { usePages } from '../../../ui/usePages.ts'
import { useQueryParams } from '../../../ui/useQueryParams.ts'
import { SavedViews } from '../../../ui/views/SavedViews.tsx'
import type { BatchLineWire } from './fee.api.ts'
import { ReceiptLists } from './ReceiptLists.tsx'

const states = ['proposed', 'approved', 'settled', 'refused', 'cancelled'] as const

/** How a batch is coloured; its word stands beside it always. */
export const toneOfBatch: Readonly<Record<BatchLineWire['state'], string>> = {
  proposed: 'chip-due',
  approved: 'chip-open',
  settled: 'chip-done',
  refused: 'chip-breached',
  cancelled: '',
}

/** The batches in which annual fees are paid, newest first. */
export function BatchList({ mayPay }: { mayPay: boolean }) {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const filter = { state: params.get('state') }
  const { query, items } = usePages<BatchLineWire>('/fee-batches', filter)
  return (
    <>
      <PageHeader title={t('fees.batches')}>
        <SavedViews list="fee-batches" />
        <ExportMenu path="/fee-batches" filter={filter} />
        <LinkButton href="/fees">{t('fees.title')}</LinkButton>
      </PageHeader>
      <Panel>
        <div className="filters">
          <FilterSelect
            label={t('docket.stateOfFee')}
            value={filter.state}
            choices={states.map((value) => ({ value, label: named('fees.batchStates', value) }))}
            onChange={(state) => params.set({ state })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('fees.noBatches')} hint={t('fees.noBatchesHint')} />}
        >
          <table className="grid grid-links stacks">
            <thead>
              <tr>
                <th>{t('fees.batch')}</th>
                <th>{t('fees.payOn')}</th>
                <th>{t('fees.amount')}</th>
                <th>{t('fees.progress')}</th>
                <th>{t('docket.stateOfFee')}</th>
                <th>{t('fees.madeBy')}</th>
                <th>{t('fees.decidedBy')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <a href={`/fee-batches/${one.id}`} className="row-title">
                      {one.title}
                    </a>
                    <div className="muted">{one.budget}</div>
                  </td>
                  <td className="nowrap" data-label={t('fees.payOn')}>
                    <DayText day={one.payOn} />
                  </td>
                  <td className="nowrap" data-label={t('fees.amount')}>
                    <Money fen={one.totalFen} />
                  </td>
                  <td className="figure" data-label={t('fees.progress')}>
                    {one.paid} / {one.fees}
                  </td>
                  <td data-label={t('docket.stateOfFee')}>
                    <span className={`chip ${toneOfBatch[one.state]}`}>
                      {named('fees.batchStates', one.state)}
                    </span>
                  </td>
                  <td data-label={t('fees.madeBy')}>
                    {one.madeName} <small className="muted">{one.madeOn}</small>
                  </td>
                  <td data-label={t('fees.decidedBy')}>
                    {one.decidedName} <small className="muted">{one.decidedOn}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </PagedList>
      </Panel>
      <ReceiptLists mayPay={mayPay} />
    </>
  )
}
