import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money, typedYuan } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { costsTold } from './costs-told.ts'
import { Settlements } from './Settlements.tsx'
import {
  kindsOwed,
  settleVat,
  type VatDealWire,
  type VatMonthWire,
  type VatWire,
  vatQuery,
} from './vat.api.ts'

/** The value added tax of invoices: what is owed through each month, and what became of it. */
export function VatPage({ mayRecord }: { mayRecord: boolean }) {
  const { t } = useLanguage()
  const query = useQuery(vatQuery)
  return (
    <>
      <PageHeader title={t('vat.title')} note={t('vat.lead')}>
        <ExportMenu path="/vat" />
      </PageHeader>
      <Loaded query={query}>{(vat) => <Told vat={vat} mayRecord={mayRecord} />}</Loaded>
      <Settlements />
    </>
  )
}

function Told({ vat, mayRecord }: { vat: VatWire; mayRecord: boolean }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [month, take] = useState<VatMonthWire>()
  const { months, owedFen, costsFen, deals } = vat
  const told = costsTold(vat)
  const isClaim = owedFen.startsWith('-')
  const reread = () =>
    Promise.all(
      [['vat'], ['/vat-settlements']].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
  return (
    <>
      {told && (
        <Callout tone="due" title={t(`vat.costs.${told}.title`)}>
          <div>
            {t(`vat.costs.${told}.lead`)} <Money fen={costsFen.replace('-', '')} />
          </div>
        </Callout>
      )}
      <Panel title={t('vat.months')}>
        <p>
          {t(isClaim ? 'vat.claimed' : 'vat.owed')}{' '}
          <strong>
            <Money fen={owedFen.replace('-', '')} />
          </strong>
        </p>
        {months.length === 0 ? (
          <Nothing text={t('vat.none')} hint={t('vat.noneHint')} />
        ) : (
          <Months months={months} mayRecord={mayRecord} onRecord={take} />
        )}
      </Panel>
      {deals.length > 0 && <Deals deals={deals} />}
      {month && <Record month={month} onClose={() => take(undefined)} onDone={reread} />}
    </>
  )
}

function Months(props: {
  months: readonly VatMonthWire[]
  mayRecord: boolean
  onRecord: (month: VatMonthWire) => void
}) {
  const { t, named } = useLanguage()
  const words = { arisen: t('vat.arisen'), through: t('vat.through') }
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('vat.fields.month')}</th>
          <th className="num">{words.arisen}</th>
          {kindsOwed.map((kind) => (
            <th key={kind} className="num">
              {named('vat.values', kind)}
            </th>
          ))}
          <th className="num">{named('vat.values', 'given_back')}</th>
          <th className="num">{words.through}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {props.months.map((one) => (
          <tr key={one.month}>
            <th scope="row">{one.month}</th>
            <td className="num" data-label={words.arisen}>
              <Money fen={one.arisenFen} />
            </td>
            {[...kindsOwed, 'given_back' as const].map((kind) => (
              <td key={kind} className="num" data-label={named('vat.values', kind)}>
                {one.settled[kind] === '0' ? '—' : <Money fen={one.settled[kind]} />}
              </td>
            ))}
            <td className="num" data-label={words.through}>
              <strong>
                <Money fen={one.owedFen} />
              </strong>
            </td>
            <td>
              {props.mayRecord && one.owedFen !== '0' && (
                <Button small onClick={() => props.onRecord(one)}>
                  {t('vat.record')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Cases that deduct other tax than their invoices bear. */
function Deals({ deals }: { deals: readonly VatDealWire[] }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('vat.deals')}>
      <p className="hint">{t('vat.dealsLead')}</p>
      <ul className="rows">
        {deals.map((one) => (
          <li key={one.contractId}>
            <a href={`/cases/${one.caseId}`} className="row-title">
              {one.caseNumber}
            </a>{' '}
            · <a href={`/contracts/${one.contractId}`}>{one.title}</a>
            <div>
              {t('vat.invoiced')} <Money fen={one.vatFen} /> · {t('vat.deducted')}{' '}
              <Money fen={one.costFen} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Record(props: {
  month: VatMonthWire
  onClose: () => void
  onDone: () => Promise<unknown>
}) {
  const { t, named } = useLanguage()
  const { month, owedFen } = props.month
  const isClaim = owedFen.startsWith('-')
  const kinds = isClaim ? (['given_back'] as const) : kindsOwed
  return (
    <SmallForm
      title={`${t('vat.record')} · ${month}`}
      lead={t('vat.recordLead')}
      act={t('vat.record')}
      isOnce
      asked={[
        {
          ...{ name: 'kind', label: t('vat.fields.kind'), as: 'choice' as const },
          ...{ isRequired: true, first: kinds[0] },
          choices: kinds.map((value) => ({ value, label: named('vat.values', value) })),
        },
        {
          ...{ name: 'amountFen', label: t('vat.fields.amountFen'), as: 'amount' as const },
          ...{ isRequired: true, first: typedYuan(owedFen.replace('-', '')) },
        },
        { name: 'on', label: t('vat.fields.onDay'), as: 'day', isRequired: true },
        {
          ...{ name: 'document', label: t('vat.fields.document'), as: 'line' as const },
          ...{ isRequired: true, hint: t('vat.documentHint') },
        },
        { name: 'remark', label: t('vat.fields.remark'), as: 'text' },
      ]}
      onSend={(told) => settleVat({ ...told, month })}
      onDone={props.onDone}
      onClose={props.onClose}
    />
  )
}
