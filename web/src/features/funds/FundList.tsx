import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { type FundLineWire, fundKinds, tellFund, useRereadFund } from './fund.api.ts'

/** The funds of the house: what is in each, what is promised, what is free. */
export function FundList({ mayFound }: { mayFound: boolean }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const reread = useRereadFund('')
  const [isOpen, open] = useState(false)
  const filter = { kind: params.get('kind') }
  const { query, items } = usePages<FundLineWire>('/funds', filter)
  const yesNo = [
    { value: 'yes', label: t('general.yes') },
    { value: 'no', label: t('general.no') },
  ]
  const kinds = fundKinds.map((value) => ({ value, label: t(`funds.kinds.${value}`) }))
  const line = (name: 'number' | 'name' | 'approvedBy') => ({
    ...{ name, as: 'line' as const, label: t(`funds.fields.${name}`), isRequired: true },
  })
  return (
    <>
      <PageHeader title={t('funds.title')} note={t('funds.lead')}>
        <SavedViews list="funds" />
        <ExportMenu path="/funds" filter={filter} />
        {mayFound && (
          <Button kind="primary" onClick={() => open(true)}>
            {t('funds.found')}
          </Button>
        )}
      </PageHeader>
      <Panel>
        <div className="filters">
          <FilterSelect
            label={t('funds.fields.kind')}
            value={filter.kind}
            choices={kinds}
            onChange={(kind) => params.set({ kind })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('funds.none')} hint={t('funds.noneHint')} />}
        >
          <Lines items={items} />
        </PagedList>
      </Panel>
      {isOpen && (
        <SmallForm
          title={t('funds.found')}
          asked={[
            line('number'),
            line('name'),
            {
              ...{ name: 'kind', as: 'choice', label: t('funds.fields.kind'), choices: kinds },
              isRequired: true,
            },
            { name: 'foundedOn', as: 'day', label: t('funds.fields.foundedOn'), isRequired: true },
            line('approvedBy'),
            { name: 'rule', as: 'line', label: t('funds.fields.rule') },
            {
              ...{ name: 'byMilestone', as: 'choice', label: t('funds.fields.byMilestone') },
              ...{ choices: yesNo, first: 'no', isRequired: true },
            },
            { name: 'remark', as: 'text', label: t('funds.fields.remark') },
          ]}
          withFiles
          act={t('funds.found')}
          onSend={({ byMilestone, ...body }) =>
            tellFund('/funds', { ...body, byMilestone: byMilestone === 'yes' })
          }
          onDone={reread}
          onClose={() => open(false)}
        />
      )}
    </>
  )
}

function Lines({ items }: { items: readonly FundLineWire[] }) {
  const { t } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('funds.fields.number')}</th>
          <th>{t('funds.fields.name')}</th>
          <th className="number">{t('funds.cash')}</th>
          <th className="number">{t('funds.reserved')}</th>
          <th className="number">{t('funds.free')}</th>
          <th className="number">{t('funds.projects')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td className="nowrap figure">{one.number}</td>
            <td>
              <a href={`/funds/${one.id}`} className="row-title">
                {one.name}
              </a>
              <div>
                <small className="muted">{t(`funds.kinds.${one.kind}`)}</small>
              </div>
            </td>
            <td className="number" data-label={t('funds.cash')}>
              <Money fen={one.cashFen} />
            </td>
            <td className="number" data-label={t('funds.reserved')}>
              <Money fen={one.reservedFen} />
            </td>
            <td className="number" data-label={t('funds.free')}>
              <Money fen={one.freeFen} />
            </td>
            <td className="number" data-label={t('funds.projects')}>
              {one.projects}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
