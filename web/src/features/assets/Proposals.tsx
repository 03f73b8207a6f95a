import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { Bookings } from './AssetPage.tsx'
import { type ProposalListWire, type ProposalWire, proposalsQuery } from './asset.api.ts'
import { Cites } from './Cites.tsx'
import { DecideProposals } from './DecideProposals.tsx'
import { PilotNote } from './PilotNote.tsx'

const treatments = [
  ...(['expense', 'collect', 'capitalise', 'capitalise_fees', 'derecognise'] as const),
  ...(['write_off', 'needs_confirmation'] as const),
]

const keyOf = ({ achievement, step, treatment }: ProposalWire) =>
  `${achievement}${step}${treatment}`

/** What finance is proposed to book for a month, with its reason and article; finance decides. */
export function Proposals({ mayDecide }: { mayDecide: boolean }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = { period: params.get('period'), treatment: params.get('treatment') }
  const query = useQuery(proposalsQuery(filter))
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [step, take] = useState<'accept' | 'return'>()
  const items = query.data?.items.filter((one) => chosen.has(keyOf(one))) ?? []
  const shown = { period: query.data?.period, treatment: filter.treatment }
  return (
    <>
      <PageHeader title={t('assets.proposals')} note={t('assets.proposalsLead')}>
        <SavedViews list="asset-proposals" />
        <ExportMenu path="/asset-proposals" filter={shown} />
        {mayDecide && (
          <>
            <Button disabled={items.length === 0} onClick={() => take('return')}>
              {t('assets.giveBack')}
            </Button>
            <Button kind="primary" disabled={items.length === 0} onClick={() => take('accept')}>
              {t('assets.book', { count: items.length })}
            </Button>
          </>
        )}
      </PageHeader>
      <PilotNote />
      <Panel>
        <div className="filters">
          <label className="filter-day">
            <span className="muted">{t('assets.period')}</span>
            <input
              className="input"
              type="month"
              value={query.data?.period ?? ''}
              onChange={({ target }) => params.set({ period: target.value })}
            />
          </label>
          <FilterSelect
            label={t('assets.fields.treatment')}
            value={filter.treatment}
            choices={treatments.map((value) => ({
              ...{ value, label: t(`assets.treatments.${value}`) },
            }))}
            onChange={(treatment) => params.set({ treatment })}
          />
          {query.data && (
            <span className="muted">{t('assets.upTo', { day: query.data.asOf })}</span>
          )}
        </div>
        <Loaded query={query}>
          {(list) =>
            list.items.length === 0 ? (
              <Nothing
                {...(filter.treatment === undefined
                  ? { text: t('assets.noProposals'), hint: t('assets.noProposalsHint') }
                  : { text: t('general.nothingFound') })}
              />
            ) : (
              <Lines list={list} chosen={chosen} onChoose={mayDecide ? choose : undefined} />
            )
          }
        </Loaded>
      </Panel>
      {query.data && query.data.decided.length > 0 && (
        <Panel title={t('assets.decided')}>
          <Bookings items={query.data.decided} />
        </Panel>
      )}
      {step && query.data && (
        <DecideProposals
          period={query.data.period}
          items={items}
          step={step}
          onClose={() => take(undefined)}
          onDone={() => choose(new Set())}
        />
      )}
    </>
  )
}

function Lines(props: {
  list: ProposalListWire
  chosen: ReadonlySet<string>
  onChoose: ((chosen: ReadonlySet<string>) => void) | undefined
}) {
  const { t, named } = useLanguage()
  const { list, chosen, onChoose } = props
  const mayTake = ({ treatment }: ProposalWire) => treatment !== 'needs_confirmation'
  const all = list.items.filter(mayTake)
  const isAll = all.length > 0 && all.every((one) => chosen.has(keyOf(one)))
  const toggle = (one: ProposalWire) => {
    const next = new Set(chosen)
    if (!next.delete(keyOf(one))) next.add(keyOf(one))
    onChoose?.(next)
  }
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          {onChoose && (
            <th>
              <input
                type="checkbox"
                aria-label={t('assets.chooseAll')}
                checked={isAll}
                onChange={() => onChoose(new Set(isAll ? [] : all.map(keyOf)))}
              />
            </th>
          )}
          <th>{t('assets.fields.title')}</th>
          <th>{t('assets.fields.treatment')}</th>
          <th>{t('assets.fields.amountFen')}</th>
          <th>{t('assets.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((one) => (
          <tr key={keyOf(one)}>
            {onChoose && (
              <td>
                {mayTake(one) && (
                  <input
                    type="checkbox"
                    aria-label={t('assets.choose', {
                      title: one.title,
                      treatment: named('assets.treatments', one.treatment),
                    })}
                    checked={chosen.has(keyOf(one))}
                    onChange={() => toggle(one)}
                  />
                )}
              </td>
            )}
            <td>
              <a href={`/assets/${one.achievement}`} className="row-title">
                {one.title}
              </a>
              <div className="muted figure">{one.number}</div>
            </td>
            <td data-label={t('assets.fields.treatment')}>
              <span className="chip chip-open">{named('assets.treatments', one.treatment)}</span>
            </td>
            <td className="nowrap" data-label={t('assets.fields.amountFen')}>
              <Money fen={one.amountFen} />
              {one.costs.length > 0 && (
                <div>
                  <small className="muted">
                    {t('assets.ofCosts', { count: one.costs.length })} {one.from}
                    {one.to !== one.from && ` – ${one.to ?? ''}`}
                  </small>
                </div>
              )}
            </td>
            <td data-label={t('assets.reason')}>
              {named('assets.because', `${one.step}_${one.treatment}`)} <Cites of={[one.article]} />
              {one.returned && (
                <div className="lacking">
                  {t('assets.returnedBy', {
                    name: one.returned.by,
                    day: one.returned.on,
                    reason: one.returned.reason,
                  })}
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={onChoose ? 3 : 2}>
            {t('assets.proposalsTotal', { count: list.items.length })}
          </td>
          <td className="nowrap" colSpan={2}>
            <Money fen={list.totalFen} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
