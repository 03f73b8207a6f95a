import type { ReactNode } from 'react'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { PickCell, type Picking } from '../../ui/edits/picking.tsx'
import { useEditMany } from '../../ui/edits/useEditMany.tsx'
import { FilterDay } from '../../ui/FilterDay.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { NotYetFound } from '../../ui/NotYetFound.tsx'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { Total } from '../../ui/Total.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import type { ReceiptLineWire, ReceiptPageWire } from './receipt.api.ts'
import { TwiceNotice } from './Twice.tsx'

const filterNames = ['q', 'receivedFrom', 'receivedTo', 'paid', 'twice'] as const

/** The register of receipts and how they were distributed; filters stand in the address. */
export function ReceiptList(props: { notice: ReactNode; enter: ReactNode; mayWrite: boolean }) {
  const { notice, enter, mayWrite } = props
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = Object.fromEntries(filterNames.map((name) => [name, params.get(name)]))
  const { query, items, first } = usePages<ReceiptLineWire, ReceiptPageWire>('/receipts', filter)
  const shown = items.map(({ id }) => id)
  const many = useEditMany({ kind: 'receipt', group: 'proceeds', filter, shown, may: mayWrite })
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeader title={t('proceeds.title')} note={t('proceeds.lead')}>
        <SavedViews list="receipts" />
        <ExportMenu path="/receipts" filter={filter} />
        {many.start}
        {enter}
      </PageHeader>
      {notice}
      {filter['twice'] === undefined && <TwiceNotice />}
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('proceeds.search')}
            value={filter['q']}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('proceeds.reward')}
            value={filter['paid']}
            choices={[
              { value: 'yes', label: t('proceeds.paid') },
              { value: 'no', label: t('proceeds.unpaid') },
            ]}
            onChange={(paid) => params.set({ paid })}
          />
          <FilterSelect
            label={t('proceeds.counted')}
            value={filter['twice']}
            choices={[{ value: 'yes', label: t('proceeds.perhapsTwice') }]}
            onChange={(twice) => params.set({ twice })}
          />
          <FilterDay
            label={t('proceeds.receivedFrom')}
            value={filter['receivedFrom']}
            onChange={(receivedFrom) => params.set({ receivedFrom })}
          />
          <FilterDay
            label={t('proceeds.receivedTo')}
            value={filter['receivedTo']}
            onChange={(receivedTo) => params.set({ receivedTo })}
          />
        </div>
        <NotYetFound q={filter['q']} kind="receipt" />
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={
            isFiltered ? (
              <Nothing text={t('general.nothingFound')} />
            ) : (
              <Nothing text={t('proceeds.none')} hint={t('proceeds.noneHint')} />
            )
          }
        >
          <Lines items={items} totals={first?.totals} picking={many.picking} />
        </PagedList>
        {many.rest}
      </Panel>
    </>
  )
}

function Lines(props: {
  items: readonly ReceiptLineWire[]
  totals: ReceiptPageWire['totals'] | undefined
  picking: Picking
}) {
  const { t } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          {props.picking.picked && <th aria-label={t('edits.start')} />}
          <th>{t('proceeds.fields.receivedOn')}</th>
          <th>{t('proceeds.contract')}</th>
          <th>{t('proceeds.fields.payer')}</th>
          <th>{t('proceeds.fields.instalment')}</th>
          <th className="num">{t('proceeds.fields.amountFen')}</th>
          <th className="num">{t('proceeds.fields.netFen')}</th>
          <th className="num">{t('proceeds.fields.rewardFen')}</th>
          <th>{t('proceeds.fields.paidOn')}</th>
        </tr>
      </thead>
      <tbody>
        {props.items.map((one) => (
          <tr key={one.id}>
            <PickCell
              picking={props.picking}
              id={one.id}
              name={[one.receivedOn, one.payer].filter(Boolean).join(' ')}
            />
            <td className="nowrap figure">
              <a href={`/receipts/${one.id}`}>{one.receivedOn ?? '—'}</a>
            </td>
            <td>
              <ContractOf one={one} />
              {one.takenBack !== null && <span className="chip">{t('proceeds.takenBack')}</span>}
            </td>
            <td data-label={t('proceeds.fields.payer')}>{one.payer}</td>
            <td className="nowrap" data-label={t('proceeds.fields.instalment')}>
              {one.instalment}
            </td>
            <td className="num" data-label={t('proceeds.fields.amountFen')}>
              {one.amountFen && <Money fen={one.amountFen} />}
            </td>
            <td className="num" data-label={t('proceeds.fields.netFen')}>
              {one.netFen && <Money fen={one.netFen} />}
            </td>
            <td className="num" data-label={t('proceeds.fields.rewardFen')}>
              {one.rewardFen && <Money fen={one.rewardFen} />}
            </td>
            <td className="nowrap figure" data-label={t('proceeds.fields.paidOn')}>
              {one.paidOn}
            </td>
          </tr>
        ))}
      </tbody>
      {props.totals && (
        <tfoot>
          <tr>
            <td colSpan={props.picking.picked ? 5 : 4}>
              {t('proceeds.totals', { count: props.totals.count })}
            </td>
            <td className="num">
              <Total fen={props.totals.amountFen} unknown={props.totals.unknown.amountFen} />
            </td>
            <td className="num">
              <Total fen={props.totals.netFen} unknown={props.totals.unknown.netFen} />
            </td>
            <td className="num">
              <Total fen={props.totals.rewardFen} unknown={props.totals.unknown.rewardFen} />
            </td>
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** The contract a receipt belongs to, or the number that is not known here. */
export function ContractOf({ one }: { one: ReceiptLineWire }) {
  const { t } = useLanguage()
  const number = one.contractNumber ?? one.caseNumber
  if (one.contractId) {
    return (
      <a href={`/contracts/${one.contractId}`} title={one.contractTitle ?? undefined}>
        {number ?? one.contractTitle}
      </a>
    )
  }
  if (number === null) return <span className="muted">—</span>
  return <span className="muted">{t('proceeds.unknownContract', { number })}</span>
}
