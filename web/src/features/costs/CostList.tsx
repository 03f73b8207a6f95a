import type { CostLineWire, CostPageWire } from '@yizhuan/server/wire/cases/costs/cost'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterDay } from '../../ui/FilterDay.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'

const kinds = [
  'tax',
  'appraisal',
  'listing_fee',
  'auction_commission',
  'third_party',
  'other_direct',
  'upkeep',
  'research',
]
const states = ['open', 'deducted', 'withdrawn']

/** Every cost of every deal: its voucher, which distribution deducted it, and what is left. */
export function CostList() {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const names = ['kind', 'state', 'from', 'to'] as const
  const filter = Object.fromEntries(names.map((name) => [name, params.get(name)]))
  const { query, items, first } = usePages<CostLineWire, CostPageWire>('/costs', filter)
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeader title={t('costs.title')} note={t('costs.note')}>
        <SavedViews list="costs" />
        <ExportMenu path="/costs" filter={filter} />
      </PageHeader>
      <Panel>
        <div className="filters">
          <FilterSelect
            label={t('costs.kind')}
            value={filter['kind']}
            choices={kinds.map((value) => ({ value, label: named('choice', value) }))}
            onChange={(kind) => params.set({ kind })}
          />
          <FilterSelect
            label={t('costs.state')}
            value={filter['state']}
            choices={states.map((value) => ({ value, label: named('costs.states', value) }))}
            onChange={(state) => params.set({ state })}
          />
          <FilterDay
            label={t('costs.from')}
            value={filter['from']}
            onChange={(from) => params.set({ from })}
          />
          <FilterDay
            label={t('costs.to')}
            value={filter['to']}
            onChange={(to) => params.set({ to })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={
            isFiltered ? (
              <Nothing text={t('general.nothingFound')} />
            ) : (
              <Nothing text={t('costs.none')} hint={t('costs.noneHint')} />
            )
          }
        >
          <Lines items={items} totals={first?.totals} />
        </PagedList>
      </Panel>
    </>
  )
}

function Lines(props: { items: readonly CostLineWire[]; totals: CostPageWire['totals'] }) {
  const { t } = useLanguage()
  const { items, totals } = props
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('costs.case')}</th>
          <th>{t('costs.kind')}</th>
          <th>{t('costs.voucher')}</th>
          <th className="num">{t('costs.amount')}</th>
          <th>{t('costs.taken')}</th>
          <th className="num">{t('costs.left')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <Line key={`${line.caseId}${line.seq}`} line={line} />
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('costs.sum', { count: totals.count })}
            </th>
            <td className="num" data-label={t('costs.amount')}>
              <Money fen={totals.amountFen} />
            </td>
            <td data-label={t('costs.taken')}>
              <Money fen={totals.deductedFen} />
            </td>
            <td className="num" data-label={t('costs.left')}>
              <Money fen={totals.leftFen} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function Line({ line }: { line: CostLineWire }) {
  const { t, named } = useLanguage()
  const { deductions, counts, withdrawnFen, reimbursedFen } = line
  return (
    <tr>
      <td>
        <a href={`/cases/${line.caseId}#money`}>{line.caseNumber}</a>
        <div className="muted">{line.caseTitle}</div>
      </td>
      <td data-label={t('costs.kind')}>
        {named('choice', line.kind)}{' '}
        {counts === false && <span className="chip">{t('costs.notCounted')}</span>}
        {line.label && <div className="muted">{line.label}</div>}
      </td>
      <td data-label={t('costs.voucher')}>
        {line.voucher} <DayText day={line.incurredOn} isShort />
      </td>
      <td className="num" data-label={t('costs.amount')}>
        <Money fen={line.amountFen} />
      </td>
      <td data-label={t('costs.taken')}>
        {deductions.length === 0 && withdrawnFen === '0' && (
          <span className="muted">{t('costs.notYet')}</span>
        )}
        {deductions.map(({ seq, on, amountFen }) => (
          <div key={seq}>
            <DayText day={on} isShort /> <Money fen={amountFen} />
            {amountFen.startsWith('-') && <> {t('costs.givenBack')}</>}
          </div>
        ))}
        {reimbursedFen !== '0' && (
          <div>
            {t('costs.cameBack')} <Money fen={reimbursedFen} />
          </div>
        )}
        {withdrawnFen !== '0' && <span className="chip">{t('costs.states.withdrawn')}</span>}
      </td>
      <td className="num" data-label={t('costs.left')}>
        <Money fen={line.leftFen} />
      </td>
    </tr>
  )
}
