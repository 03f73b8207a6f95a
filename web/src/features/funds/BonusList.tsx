import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { PayAll, ProposeAll } from './BonusRuns.tsx'
import {
  type BonusLineWire,
  bonusStates,
  type OwedBonusesWire,
  type OwedBonusWire,
  owedQuery,
  toneOf,
} from './bonus.api.ts'
import { ProposeBonus } from './ProposeBonus.tsx'

/** The bonuses of grants: those nobody proposed yet, and those that are under way or paid. */
export function BonusList(props: {
  mayPropose: boolean
  mayPay: boolean
  onProposed: (id: string) => void
}) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = { state: params.get('state') }
  const { query, items } = usePages<BonusLineWire>('/grant-bonuses', filter)
  const owed = useQuery(owedQuery)
  return (
    <>
      <PageHeader title={t('bonuses.title')} note={t('bonuses.lead')}>
        <SavedViews list="grant-bonuses" />
        <ExportMenu path="/grant-bonuses" filter={filter} />
      </PageHeader>
      <Panel
        title={t('bonuses.owed')}
        extra={
          <>
            {props.mayPropose && owed.data && owed.data.items.length > 1 && (
              <ProposeAll items={owed.data.items} />
            )}
            <ExportMenu path="/owed-grant-bonuses" filter={{}} />
          </>
        }
      >
        <Loaded query={owed}>{(found) => <Owed {...props} found={found} />}</Loaded>
      </Panel>
      <Panel title={t('bonuses.register')}>
        <div className="filters">
          <FilterSelect
            label={t('bonuses.state')}
            value={filter.state}
            choices={bonusStates.map((value) => ({ value, label: t(`bonuses.states.${value}`) }))}
            onChange={(state) => params.set({ state })}
          />
          {props.mayPay && <PayAll items={items} />}
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('bonuses.none')} hint={t('bonuses.noneHint')} />}
        >
          <Lines items={items} />
        </PagedList>
      </Panel>
    </>
  )
}

function Owed(props: {
  found: OwedBonusesWire
  mayPropose: boolean
  onProposed: (id: string) => void
}) {
  const { t, listed } = useLanguage()
  const { found, mayPropose, onProposed } = props
  const [open, setOpen] = useState<OwedBonusWire>()
  const { items, late, article, isVerified } = found
  if (items.length === 0) {
    return <Nothing text={t('bonuses.noneOwed')} hint={t('bonuses.noneOwedHint')} />
  }
  return (
    <>
      <p>
        {t('bonuses.owedCount', { count: items.length })}{' '}
        {late > 0 && (
          <span className="chip chip-breached">{t('bonuses.late', { count: late })}</span>
        )}{' '}
        {t('bonuses.leastTogether')} <Money fen={found.leastFen} />{' '}
        {article && <CiteText cite={article} />}{' '}
        {!isVerified && <span className="chip chip-draft">{t('bonuses.unverified')}</span>}
      </p>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('bonuses.fields.rightTitle')}</th>
            <th>{t('bonuses.inventors')}</th>
            <th>{t('bonuses.fields.grantedOn')}</th>
            <th>{t('bonuses.fields.dueOn')}</th>
            <th className="number">{t('bonuses.least')}</th>
            {mayPropose && <th />}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.rightId}>
              <td>
                <PatentLink of={one} href={`/rights/${one.rightId}`} />
              </td>
              <td data-label={t('bonuses.inventors')}>{listed(one.inventors) || '—'}</td>
              <td className="nowrap figure" data-label={t('bonuses.fields.grantedOn')}>
                {one.grantedOn}
              </td>
              <td className="nowrap figure" data-label={t('bonuses.fields.dueOn')}>
                <DueDay of={one} />
              </td>
              <td className="number" data-label={t('bonuses.least')}>
                <Money fen={one.leastFen} />
              </td>
              {mayPropose && (
                <td>
                  <Button small onClick={() => setOpen(one)}>
                    {t('bonuses.propose')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {open && (
        <ProposeBonus
          key={open.rightId}
          of={open}
          onDone={onProposed}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

function PatentLink(props: {
  of: Pick<OwedBonusWire, 'rightTitle' | 'rightNumber' | 'rightKind'>
  href: string
}) {
  const { t } = useLanguage()
  const { rightTitle, rightNumber, rightKind } = props.of
  return (
    <>
      <a href={props.href} className="row-title">
        {rightTitle}
      </a>
      <div>
        <small className="muted">
          {t(`rights.kinds.${rightKind}`)} <span className="figure">{rightNumber}</span>
        </small>
      </div>
    </>
  )
}

function DueDay({ of }: { of: { readonly dueOn: string; readonly isLate: boolean } }) {
  const { t } = useLanguage()
  return (
    <>
      {of.dueOn} {of.isLate && <span className="chip chip-breached">{t('bonuses.isLate')}</span>}
    </>
  )
}

function Lines({ items }: { items: readonly BonusLineWire[] }) {
  const { t, listed } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('bonuses.fields.rightTitle')}</th>
          <th>{t('bonuses.inventors')}</th>
          <th>{t('bonuses.fields.dueOn')}</th>
          <th className="number">{t('bonuses.fields.amountFen')}</th>
          <th className="number">{t('bonuses.paid')}</th>
          <th>{t('bonuses.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              <PatentLink of={one} href={`/grant-bonuses/${one.id}`} />
            </td>
            <td data-label={t('bonuses.inventors')}>{listed(one.names)}</td>
            <td className="nowrap figure" data-label={t('bonuses.fields.dueOn')}>
              <DueDay of={one} />
            </td>
            <td className="number" data-label={t('bonuses.fields.amountFen')}>
              <Money fen={one.amountFen} />
            </td>
            <td className="number" data-label={t('bonuses.paid')}>
              <Money fen={one.paidFen} />
            </td>
            <td data-label={t('bonuses.state')}>
              <span className={`chip ${toneOf[one.state]}`}>
                {t(`bonuses.states.${one.state}`)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
