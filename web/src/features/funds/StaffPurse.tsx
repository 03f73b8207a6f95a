import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { bonusStates, toneOf } from './bonus.api.ts'
import { ProposeAward } from './ProposeAward.tsx'
import { type AwardLineWire, type PurseWire, purseQuery } from './staff.api.ts'

/** The staff part of the office: what came in, what is left, and what was given out of it. */
export function StaffPurse(props: { mayPropose: boolean; onProposed: (id: string) => void }) {
  const { t } = useLanguage()
  const { mayPropose, onProposed } = props
  const [isOpen, open] = useState(false)
  const params = useQueryParams()
  const filter = { state: params.get('state') }
  const { query, items } = usePages<AwardLineWire>('/staff-awards', filter)
  const purse = useQuery(purseQuery)
  return (
    <>
      <PageHeader title={t('staffPurse.title')} note={t('staffPurse.lead')}>
        <SavedViews list="staff-awards" />
        <ExportMenu path="/staff-awards" filter={filter} />
        {mayPropose && (
          <Button kind="primary" onClick={() => open(true)}>
            {t('staffPurse.propose')}
          </Button>
        )}
      </PageHeader>
      <Panel title={t('staffPurse.stand')}>
        <Loaded query={purse}>{(found) => <Stand purse={found} />}</Loaded>
      </Panel>
      <Panel title={t('staffPurse.register')}>
        <div className="filters">
          <FilterSelect
            label={t('bonuses.state')}
            value={filter.state}
            choices={bonusStates.map((value) => ({ value, label: t(`bonuses.states.${value}`) }))}
            onChange={(state) => params.set({ state })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={
            filter.state === undefined ? (
              <Nothing
                text={t('staffPurse.noneYet')}
                {...(mayPropose && { hint: t('staffPurse.noneHint') })}
              />
            ) : (
              <Nothing text={t('staffPurse.none')} />
            )
          }
        >
          <Awards items={items} />
        </PagedList>
      </Panel>
      {isOpen && (
        <ProposeAward free={purse.data?.freeFen} onDone={onProposed} onClose={() => open(false)} />
      )}
    </>
  )
}

function Stand({ purse }: { purse: PurseWire }) {
  const { t } = useLanguage()
  const sums = [
    ['cameIn', purse.cameInFen],
    ['paid', purse.paidFen],
    ['promised', purse.promisedFen],
    ['free', purse.freeFen],
  ] as const
  return (
    <>
      <dl className="money-sums">
        {sums.map(([name, fen]) => (
          <div key={name}>
            <dt>{t(`staffPurse.sums.${name}`)}</dt>
            <dd>
              <Money fen={fen} />
            </dd>
          </div>
        ))}
      </dl>
      {purse.freeFen.startsWith('-') && <p className="wrong">{t('staffPurse.short')}</p>}
      {purse.parts.length === 0 ? (
        <Nothing text={t('staffPurse.noParts')} hint={t('staffPurse.noPartsHint')} />
      ) : (
        <details>
          <summary className="muted">
            {t('staffPurse.parts', { count: purse.parts.length })}
          </summary>
          <ul className="rows">
            {purse.parts.map(({ caseId, caseNumber, title, on, fen }, at) => (
              // A case may be distributed several times on one day.
              // biome-ignore lint/suspicious/noArrayIndexKey: their order is what they are
              <li key={at}>
                <span className="figure">{on}</span>{' '}
                {caseId === null ? (
                  <span className="muted">{t('staffPurse.closed')}</span>
                ) : (
                  <a href={`/cases/${caseId}`}>
                    {caseNumber} {title}
                  </a>
                )}{' '}
                <Money fen={fen} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Awards({ items }: { items: readonly AwardLineWire[] }) {
  const { t, listed } = useLanguage()
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('staffPurse.fields.title')}</th>
          <th>{t('staffPurse.payees')}</th>
          <th>{t('bonuses.state')}</th>
          <th className="number">{t('staffPurse.fields.amountFen')}</th>
          <th className="number">{t('bonuses.paid')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              <a href={`/staff-awards/${one.id}`}>{one.title}</a>{' '}
              <small className="muted figure">{one.proposedOn}</small>
            </td>
            <td data-label={t('staffPurse.payees')}>{listed(one.names)}</td>
            <td>
              <span className={`chip ${toneOf[one.state]}`}>
                {t(`bonuses.states.${one.state}`)}
              </span>
            </td>
            <td className="number" data-label={t('staffPurse.fields.amountFen')}>
              <Money fen={one.amountFen} />
            </td>
            <td className="number" data-label={t('bonuses.paid')}>
              <Money fen={one.paidFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
