import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { FilterDay } from '../../../ui/FilterDay.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../../ui/Page.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { Total } from '../../../ui/Total.tsx'
import { useQueryParams } from '../../../ui/useQueryParams.ts'
import { SavedViews } from '../../../ui/views/SavedViews.tsx'
import { FollowReview } from '../docket/FollowReview.tsx'
import { Forecast } from './Forecast.tsx'
import { type FeeLineWire, type FeeListWire, feesQuery, otherFeesQuery } from './fee.api.ts'
import { OtherFees, otherKey } from './OtherFees.tsx'
import { ProposeBatch } from './ProposeBatch.tsx'

const states = ['upcoming', 'inGrace', 'missed'] as const
const reviews = ['open', 'keep', 'abandon', 'sell', 'open_licence', 'batched'] as const
const keyOf = ({ right, year }: FeeLineWire) => `${right}/${year}`

/** The unpaid annual fees of the institution: filter, choose, put into a batch; and what is ahead. */
export function FeeList(props: { mayWrite: boolean; maySeeBatches: boolean; mayState: boolean }) {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const filter = {
    q: params.get('q'),
    state: params.get('state'),
    review: params.get('review'),
    kind: params.get('kind'),
    dueBy: params.get('dueBy'),
  }
  const query = useQuery(feesQuery(filter))
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [isProposing, propose] = useState(false)
  const lines = (query.data?.items ?? []).filter((line) => chosen.has(keyOf(line)))
  const { q, kind, dueBy } = filter
  const others = useQuery(otherFeesQuery({ q, kind, dueBy }))
  const [chosenOthers, chooseOthers] = useState<ReadonlySet<string>>(new Set())
  const otherLines = (others.data?.items ?? []).filter((one) => chosenOthers.has(otherKey(one)))
  const count = lines.length + otherLines.length
  return (
    <>
      <PageHeader title={t('fees.title')} note={t('fees.lead')}>
        <SavedViews list="fees" />
        <ExportMenu path="/docket/fees" filter={filter} />
        {props.maySeeBatches && <LinkButton href="/fee-batches">{t('fees.batches')}</LinkButton>}
        {props.mayWrite && (
          <Button kind="primary" disabled={count === 0} onClick={() => propose(true)}>
            {t('fees.propose', { count })}
          </Button>
        )}
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('rights.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('docket.stateOfFee')}
            value={filter.state}
            choices={states.map((value) => ({ value, label: named('fees.states', value) }))}
            onChange={(state) => params.set({ state })}
          />
          <FilterSelect
            label={t('docket.decision')}
            value={filter.review}
            choices={reviews.map((value) => ({ value, label: named('fees.reviews', value) }))}
            onChange={(review) => params.set({ review })}
          />
          <FilterSelect
            label={t('rights.fields.kind')}
            value={filter.kind}
            choices={(['invention', 'utility_model', 'design'] as const).map((value) => ({
              value,
              label: named('rights.kinds', value),
            }))}
            onChange={(kind) => params.set({ kind })}
          />
          <FilterDay
            label={t('rights.feeDueBy')}
            value={filter.dueBy}
            onChange={(dueBy) => params.set({ dueBy })}
          />
        </div>
        <Loaded query={query}>
          {(list) =>
            list.items.length === 0 ? (
              <Nothing text={t('fees.none')} hint={t('fees.noneHint')} />
            ) : (
              <Lines list={list} chosen={chosen} onChoose={props.mayWrite ? choose : undefined} />
            )
          }
        </Loaded>
      </Panel>
      <Loaded query={others}>
        {({ items }) => (
          <OtherFees
            items={items}
            filter={{ q, kind, dueBy }}
            chosen={chosenOthers}
            onChoose={props.mayWrite ? chooseOthers : undefined}
          />
        )}
      </Loaded>
      <Forecast mayState={props.mayState} />
      {isProposing && query.data && (
        <ProposeBatch
          lines={lines}
          others={otherLines}
          today={query.data.today}
          reading={query.data.readings.find(({ isTaken }) => isTaken)?.id ?? ''}
          onClose={() => propose(false)}
        />
      )}
    </>
  )
}

function Lines(props: {
  list: FeeListWire
  chosen: ReadonlySet<string>
  onChoose: ((chosen: ReadonlySet<string>) => void) | undefined
}) {
  const { t, named } = useLanguage()
  const { list, chosen, onChoose } = props
  const taken = list.readings.find(({ isTaken }) => isTaken)?.id ?? ''
  const other = list.readings.find(({ isTaken }) => !isTaken)?.id ?? ''
  const mayPay = (line: FeeLineWire) =>
    line.state !== 'missed' && line.batchId === null && line.decision !== 'abandon'
  const toggle = (line: FeeLineWire) => {
    const next = new Set(chosen)
    if (!next.delete(keyOf(line))) next.add(keyOf(line))
    onChoose?.(next)
  }
  const payable = list.items.filter(mayPay)
  const isAll = payable.length > 0 && payable.every((line) => chosen.has(keyOf(line)))
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          {onChoose && (
            <th>
              <input
                type="checkbox"
                aria-label={t('fees.chooseAll')}
                checked={isAll}
                onChange={() => onChoose(new Set(isAll ? [] : payable.map(keyOf)))}
              />
            </th>
          )}
          <th>{t('rights.fields.number')}</th>
          <th>{t('rights.fields.title')}</th>
          <th>{t('docket.year')}</th>
          <th>{t('docket.due')}</th>
          <th>{t('docket.fee')}</th>
          <th>{t('fees.toPayToday')}</th>
          <th>{t('docket.stateOfFee')}</th>
          <th>{t('docket.decision')}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((line) => (
          <tr key={keyOf(line)}>
            {onChoose && (
              <td>
                {mayPay(line) && (
                  <input
                    type="checkbox"
                    aria-label={t('fees.choose', { title: line.title, year: line.year })}
                    checked={chosen.has(keyOf(line))}
                    onChange={() => toggle(line)}
                  />
                )}
              </td>
            )}
            <td className="nowrap figure">
              <a href={`/rights/${line.right}`}>{line.number ?? t('rights.noNumber')}</a>
            </td>
            <td>
              <a href={`/rights/${line.right}`} className="row-title">
                {line.title}
              </a>
            </td>
            <td className="nowrap" data-label={t('docket.year')}>
              {t('docket.yearOf', { year: line.year })}
            </td>
            <td className="nowrap" data-label={t('docket.due')}>
              <DayText day={line.payableUntil} />
              {line.state === 'inGrace' && line.graceUntil && (
                <div>
                  <small>{t('docket.graceUntil', { day: line.graceUntil })}</small>
                </div>
              )}
            </td>
            <td className="nowrap" data-label={t('docket.fee')}>
              <Money fen={line.feeFen} />
              {line.feeFen !== line.fullFen && (
                <div>
                  <small className="muted">{t('fees.reduced')}</small>
                </div>
              )}
            </td>
            <td className="nowrap" data-label={t('fees.toPayToday')}>
              <Money fen={line.toPayFen[taken]} />
              {line.toPayFen[other] !== line.toPayFen[taken] && (
                <div>
                  <small className="muted">
                    {t('docket.byOtherReading')} <Money fen={line.toPayFen[other]} />
                  </small>
                </div>
              )}
            </td>
            <td data-label={t('docket.stateOfFee')}>
              <span className={`chip ${tones[line.state]}`}>
                {named('fees.states', line.state)}
              </span>
            </td>
            <td data-label={t('docket.decision')}>
              {line.decision && (
                <span title={line.decidedName ?? ''}>
                  {named('docket.decisions', line.decision)}
                </span>
              )}{' '}
              {line.decision && <FollowReview right={line.right} decision={line.decision} />}{' '}
              {line.batchId && <a href={`/fee-batches/${line.batchId}`}>{t('fees.inBatch')}</a>}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={onChoose ? 6 : 5}>{t('fees.total', { count: list.items.length })}</td>
          <td className="nowrap" colSpan={3}>
            <Total fen={list.totalFen} unknown={list.uncounted} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

const tones: Readonly<Record<FeeLineWire['state'], string>> = {
  upcoming: 'chip-open',
  inGrace: 'chip-due',
  missed: 'chip-breached',
}
