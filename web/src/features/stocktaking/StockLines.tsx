import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { DisposeForm } from './DisposeForm.tsx'
import { FollowCase } from './FollowCase.tsx'
import { type CampaignWire, outcomes, type StockLineWire } from './stocktaking.api.ts'

/** The lines of a campaign: how each stood, what its inventors say, what becomes of it. */
export function StockLines({
  campaign,
  mayChange,
  mayFollow,
}: {
  campaign: CampaignWire
  mayChange: boolean
  /** What was decided is mostly carried out once the campaign is closed. */
  mayFollow: boolean
}) {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const filter = { department: params.get('department'), outcome: params.get('outcome') }
  const { query, items } = usePages<StockLineWire>(`/stocktakings/${campaign.id}/lines`, filter)
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [isDisposing, dispose] = useState(false)
  const picked = items.filter(({ id }) => chosen.has(id))
  const talked = params.get('line')
  const departments = campaign.progress.flatMap(({ department }) => department ?? [])
  return (
    <Panel
      title={t('stock.lines', { count: campaign.lines })}
      extra={
        mayChange && (
          <Button small kind="primary" disabled={picked.length === 0} onClick={() => dispose(true)}>
            {t('stock.dispose', { count: picked.length })}
          </Button>
        )
      }
    >
      <div className="filters">
        <FilterSelect
          label={t('stock.department')}
          value={filter.department}
          choices={departments.map((value) => ({ value, label: value }))}
          onChange={(department) => params.set({ department })}
        />
        <FilterSelect
          label={t('stock.disposition')}
          value={filter.outcome}
          choices={['none', ...outcomes].map((value) => ({
            value,
            label: named('stock.outcome', value),
          }))}
          onChange={(outcome) => params.set({ outcome })}
        />
      </div>
      <PagedList
        query={query}
        isEmpty={items.length === 0}
        empty={<Nothing text={t('general.nothingFound')} />}
      >
        <Table
          campaign={campaign}
          items={items}
          chosen={chosen}
          onChoose={mayChange ? choose : undefined}
          mayFollow={mayFollow}
          onTalk={(line) => params.set({ line })}
        />
      </PagedList>
      {talked && (
        <Dialog title={t('comments.title')} onClose={() => params.set({ line: undefined })}>
          <Comments kind="stocktaking-line" id={talked} />
        </Dialog>
      )}
      {isDisposing && (
        <DisposeForm
          campaign={campaign.id}
          lines={picked}
          onClose={() => dispose(false)}
          onDone={() => choose(new Set())}
        />
      )}
    </Panel>
  )
}

function Table(props: {
  campaign: CampaignWire
  items: readonly StockLineWire[]
  chosen: ReadonlySet<string>
  onChoose: ((chosen: ReadonlySet<string>) => void) | undefined
  mayFollow: boolean
  onTalk: (line: string) => void
}) {
  const { t } = useLanguage()
  const { campaign, items, chosen, onChoose, mayFollow, onTalk } = props
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose?.(next)
  }
  const isAll = items.every(({ id }) => chosen.has(id))
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          {onChoose && (
            <th>
              <input
                type="checkbox"
                aria-label={t('stock.chooseAll')}
                checked={isAll}
                onChange={() => onChoose(new Set(isAll ? [] : items.map(({ id }) => id)))}
              />
            </th>
          )}
          <th>{t('rights.fields.title')}</th>
          <th>{t('stock.standing')}</th>
          <th>{t('stock.said')}</th>
          <th>{t('stock.before')}</th>
          <th>{t('stock.disposition')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <tr key={line.id}>
            {onChoose && (
              <td>
                <input
                  type="checkbox"
                  aria-label={t('stock.choose', { title: line.title })}
                  checked={chosen.has(line.id)}
                  onChange={() => toggle(line.id)}
                />
              </td>
            )}
            <td>
              <Record line={line} />
            </td>
            <td data-label={t('stock.standing')}>
              <Standing line={line} />
            </td>
            <td data-label={t('stock.said')}>
              <Said line={line} />
            </td>
            <td data-label={t('stock.before')}>
              <Outcome outcome={line.outcomeBefore} />
            </td>
            <td data-label={t('stock.disposition')}>
              <Outcome outcome={line.outcome} />
              {line.reason && (
                <div>
                  <small className="muted">
                    {line.reason} · {line.decidedBy} {line.decidedOn}
                  </small>
                </div>
              )}
              <FollowCase campaign={campaign.id} line={line} mayChange={mayFollow} />
              <div className="row-acts">
                <Button small kind="quiet" onClick={() => onTalk(line.id)}>
                  {t('comments.title')}
                </Button>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Record({ line }: { line: StockLineWire }) {
  const { named, listed } = useLanguage()
  const { rightId, achievementId, title, number, kind, inventors } = line
  const href = rightId ? `/rights/${rightId}` : `/achievements/${achievementId}`
  return (
    <>
      <a href={href} className="row-title">
        {title}
      </a>
      <div>
        <small className="muted">
          <span className="figure">{number}</span> ·{' '}
          {rightId ? named('rights.kinds', kind) : named('stock.registers', 'achievements')} ·{' '}
          {listed(inventors)}
        </small>
      </div>
    </>
  )
}

function Standing({ line }: { line: StockLineWire }) {
  const { t, named } = useLanguage()
  const { status, idleSince, isUsed, paidFen, nextFeeFen, nextFeeOn } = line.frozen
  return (
    <small>
      {line.rightId && status && <div>{named('rights.statuses', status)}</div>}
      {isUsed ? (
        <div>{t('stock.inUse')}</div>
      ) : (
        idleSince && <div>{t('stock.idleFrom', { day: idleSince })}</div>
      )}
      {paidFen && paidFen !== '0' && (
        <div>
          {t('stock.paidSoFar')} <Money fen={paidFen} />
        </div>
      )}
      {nextFeeFen && (
        <div>
          {t('stock.nextFee')} <Money fen={nextFeeFen} /> {nextFeeOn}
        </div>
      )}
    </small>
  )
}

function Said({ line }: { line: StockLineWire }) {
  const { t, named } = useLanguage()
  if (line.said.length === 0) return <span className="muted">{t('stock.notSaid')}</span>
  return line.said.map(({ name, score, most, wish, words, enteredBy }) => (
    <div key={name}>
      {name} {t('stock.score', { score, most })} · {named('stock.outcome', wish)}
      {words && (
        <div>
          <small className="muted">{words}</small>
        </div>
      )}
      {enteredBy !== null && (
        <div>
          <small className="muted">{t('stock.enteredBy', { by: enteredBy })}</small>
        </div>
      )}
    </div>
  ))
}

function Outcome({ outcome }: { outcome: StockLineWire['outcome'] }) {
  const { named } = useLanguage()
  if (!outcome) return <span className="muted">—</span>
  return (
    <span className={`chip ${outcome === 'keep' ? '' : 'chip-open'}`}>
      {named('stock.outcome', outcome)}
    </span>
  )
}
